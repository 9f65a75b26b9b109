//! Completes what sources do not tell of buildings: use, storeys, height, roof, each by a stated rule, seeded by the id.
//!
//! A value is missing where the use is [`BuildingUse::Unknown`], storeys or height are zero, or the roof is
//! [`Origin::Assumed`]. What is filled in is [`Origin::Inferred`]; what was observed is never touched.

mod form;
mod rules;
mod surroundings;

pub use form::Form;
pub use rules::{likely_levels, likely_use};
pub use surroundings::{Settlement, Surroundings};

use crate::twin::model::building::{Building, BuildingUse, RoofShape};
use crate::twin::model::feature::Decimetres;
use crate::twin::model::id::unit_fraction;
use crate::twin::model::layer::Shape;
use crate::twin::model::origin::{Origin, Sourced};
use crate::twin::model::quality::{Finding, Quality};
use crate::twin::model::region::Region;
use rayon::prelude::*;
use rules::{likely_roof, plinth, storey_height, usual_roof_height};

/// Completes every building of a region, and counts what was inferred.
pub fn complete_buildings(region: &mut Region) {
    let surroundings = Surroundings::new(region);
    let buildings = &region.buildings;
    let completed: Vec<Building> = (0..buildings.len())
        .into_par_iter()
        .map(|index| completed(&buildings.features[index], buildings.shapes.get(index), &surroundings))
        .collect();
    for building in &completed {
        count(building, &mut region.quality);
    }
    region.buildings.features = completed;
}

fn count(after: &Building, quality: &mut Quality) {
    let inferred = |origin: Origin| origin == Origin::Inferred;
    for (finding, is_inferred) in [
        (Finding::HeightsInferred, inferred(after.height.origin)),
        (Finding::LevelsInferred, inferred(after.levels.origin)),
        (Finding::UsesInferred, inferred(after.usage.origin)),
        (Finding::RoofsInferred, inferred(after.roof.origin)),
    ] {
        quality.count(finding, u64::from(is_inferred));
    }
}

/// A building with everything that was missing.
pub fn completed(building: &Building, footprint: Shape<'_>, surroundings: &Surroundings) -> Building {
    let mut complete = building.clone();
    let form = Form::of(footprint);
    let settlement = surroundings.settlement(footprint.anchor());
    if complete.usage.value == BuildingUse::Unknown {
        let housed = surroundings.housed_use(footprint, &form);
        let likely = || likely_use(&form, surroundings.ground_use(footprint), settlement, building.id);
        complete.usage = Sourced::inferred(housed.unwrap_or_else(likely));
    }
    let storey = storey_height(complete.usage.value);
    if complete.levels.value == 0 {
        let levels = match complete.height.value.metres() {
            0.0 => surroundings
                .neighbour_levels(footprint.anchor().metres(), complete.usage.value)
                .unwrap_or_else(|| likely_levels(complete.usage.value, &form, settlement, building.id)),
            height => ((height - complete.roof_height.metres() - complete.min_height.metres()) / storey).round().clamp(1.0, 255.0) as u8,
        };
        complete.levels = Sourced::inferred(levels);
    }
    if complete.roof.origin == Origin::Assumed {
        complete.roof = Sourced::inferred(likely_roof(&complete, &form));
    }
    complete_heights(&mut complete, &form, storey);
    complete
}

/// Height from storeys, and the roof's share of it.
fn complete_heights(building: &mut Building, form: &Form, storey: f64) {
    if building.roof_height.0 == 0 {
        building.roof_height = Decimetres::from_metres(usual_roof_height(building.roof.value, form));
    }
    let known = building.height.value.metres();
    if known == 0.0 {
        let walls = if building.usage.value == BuildingUse::Religious {
            (form.area.sqrt() * 0.6).clamp(5.0, 25.0)
        } else {
            f64::from(building.levels.value) * storey + plinth(building.usage.value)
        };
        // A few centimetres of difference keep neighbouring roofs apart, as they are in the world.
        let variation = 0.3 * unit_fraction(building.id.seed());
        let height = building.min_height.metres() + walls + variation + building.roof_height.metres();
        building.height = Sourced::inferred(Decimetres::from_metres(height));
    } else {
        let most = (known - building.min_height.metres()).max(0.0) * if building.roof.value == RoofShape::Dome { 1.0 } else { 0.6 };
        building.roof_height = Decimetres::from_metres(building.roof_height.metres().min(most));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::id::{FeatureId, IdKind};
    use crate::twin::model::layer::ShapeKind;
    use crate::twin::model::space::Position;

    fn region(width: f64, depth: f64, building: Building) -> Region {
        let mut region = Region::default();
        let ring = [(0.0, 0.0), (width, 0.0), (width, depth), (0.0, depth)].map(|(east, north)| Position::from_metres(east, north));
        let building = Building { id: FeatureId::new(IdKind::Way, 7), roof: Sourced::assumed(RoofShape::Flat), ..building };
        region.buildings.push(building, ShapeKind::Area, [&ring[..]]);
        region
    }

    fn complete(width: f64, depth: f64, building: Building) -> Building {
        let mut region = region(width, depth, building);
        complete_buildings(&mut region);
        region.buildings.features.remove(0)
    }

    #[test]
    fn footprints_suggest_uses() {
        for (width, depth, expected) in [
            (9.0, 10.0, BuildingUse::House),
            (60.0, 12.0, BuildingUse::Apartments),
            (48.0, 6.0, BuildingUse::Garage),
            (3.0, 3.0, BuildingUse::Outbuilding),
        ] {
            let building = complete(width, depth, Building::default());
            assert_eq!(building.usage, Sourced::inferred(expected), "{width} × {depth}");
            assert!(building.levels.value > 0 && building.height.value > building.roof_height);
            assert_eq!(
                (building.levels.origin, building.height.origin, building.roof.origin),
                (Origin::Inferred, Origin::Inferred, Origin::Inferred)
            );
        }
    }

    #[test]
    fn what_was_observed_stays() {
        let known = Building {
            usage: Sourced::observed(BuildingUse::House),
            levels: Sourced::observed(12),
            height: Sourced::observed(Decimetres(377)),
            ..Building::default()
        };
        let building = complete(20.0, 20.0, known.clone());
        assert_eq!((building.usage, building.levels, building.height), (known.usage, known.levels, known.height));
    }

    #[test]
    fn storeys_follow_from_height() {
        let building = complete(60.0, 12.0, Building { height: Sourced::observed(Decimetres(150)), ..Building::default() });
        assert_eq!(building.levels, Sourced::inferred(5));
    }

    #[test]
    fn every_seed_gives_the_same_again() {
        let once = complete(9.0, 10.0, Building::default());
        let again = complete(9.0, 10.0, Building::default());
        assert_eq!(format!("{once:?}"), format!("{again:?}"));
    }
}
