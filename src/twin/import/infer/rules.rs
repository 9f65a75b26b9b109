//! The rules by which a building's use, storeys and roof follow from its form and what stands around it.

use super::form::Form;
use super::surroundings::Settlement;
use crate::twin::model::building::{Building, BuildingUse, Part, RoofShape};
use crate::twin::model::id::{FeatureId, mix, unit_fraction};

/// One of several, by weight and seed.
fn choose<T: Copy>(seed: u64, options: &[(T, f64)]) -> Option<T> {
    let mut left = unit_fraction(seed) * options.iter().map(|option| option.1).sum::<f64>();
    for (value, weight) in options {
        left -= weight;
        if left < 0.0 {
            return Some(*value);
        }
    }
    options.last().map(|option| option.0)
}

/// The use that footprint, ground and settlement suggest.
pub fn likely_use(form: &Form, ground: Option<BuildingUse>, settlement: Settlement, id: FeatureId) -> BuildingUse {
    use BuildingUse::{Apartments, Education, Farm, Garage, Health, House, Industrial, Office, Outbuilding, Public, Retail, Storage};
    let row_of_garages = form.short < 8.0 && form.slenderness() > 3.5 && form.area > 40.0;
    let slab = form.slenderness() > 2.2 && (9.0..=24.0).contains(&form.short) && form.area > 350.0;
    match ground {
        Some(usage @ (Education | Health)) => {
            if form.area > 120.0 {
                usage
            } else {
                Outbuilding
            }
        }
        Some(Outbuilding) => {
            if form.area > 90.0 {
                House
            } else {
                Outbuilding
            }
        }
        Some(Farm) => {
            if form.area > 180.0 {
                Farm
            } else if form.area > 60.0 {
                House
            } else {
                Outbuilding
            }
        }
        Some(House | Industrial) | None if row_of_garages && form.area < 1200.0 => Garage,
        Some(House) | None if slab && settlement > Settlement::Village => Apartments,
        Some(House) | None => match form.area {
            area if area < 15.0 => Outbuilding,
            area if area < 40.0 => choose(mix(id.seed()), &[(Outbuilding, 0.6), (Garage, 0.4)]).unwrap_or(Outbuilding),
            area if area < 280.0 => House,
            _ if settlement == Settlement::Village => {
                let options = if ground.is_some() {
                    [(House, 0.3), (Apartments, 0.4), (Public, 0.3)]
                } else {
                    [(Farm, 0.5), (Storage, 0.2), (Apartments, 0.3)]
                };
                choose(mix(id.seed() ^ 3), &options).unwrap_or(House)
            }
            area if ground.is_some() || area < 700.0 => Apartments,
            area if area < 3000.0 => Retail,
            _ => Industrial,
        },
        Some(usage) if form.area > 40.0 => {
            if slab && usage == Office && form.corners < 7 {
                Apartments
            } else {
                usage
            }
        }
        Some(_) => Outbuilding,
    }
}

/// The storeys that use, footprint and settlement suggest.
pub fn likely_levels(usage: BuildingUse, form: &Form, settlement: Settlement, id: FeatureId) -> u8 {
    let seed = mix(id.seed() ^ 1);
    let options: &[(u8, f64)] = match usage {
        BuildingUse::House => &[(1, 0.55), (2, 0.45)],
        BuildingUse::Apartments if form.area < 300.0 => &[(2, 0.4), (3, 0.6)],
        BuildingUse::Apartments if settlement == Settlement::Village => &[(2, 0.75), (3, 0.25)],
        BuildingUse::Apartments if settlement == Settlement::Town => &[(3, 0.35), (4, 0.15), (5, 0.5)],
        BuildingUse::Apartments if form.short > 17.0 && form.slenderness() < 2.0 => &[(5, 0.55), (9, 0.35), (4, 0.1)],
        BuildingUse::Apartments => &[(5, 0.75), (4, 0.1), (9, 0.15)],
        BuildingUse::Office | BuildingUse::Education | BuildingUse::Health | BuildingUse::Lodging if settlement == Settlement::Village => {
            &[(1, 0.5), (2, 0.5)]
        }
        BuildingUse::Office if form.area > 250.0 => &[(2, 0.35), (3, 0.4), (4, 0.25)],
        BuildingUse::Education if form.area > 500.0 => &[(2, 0.4), (3, 0.6)],
        BuildingUse::Health if form.area > 500.0 => &[(2, 0.3), (3, 0.4), (4, 0.3)],
        BuildingUse::Lodging => &[(3, 0.5), (4, 0.3), (2, 0.2)],
        BuildingUse::Office | BuildingUse::Education | BuildingUse::Health | BuildingUse::Public => &[(1, 0.4), (2, 0.6)],
        BuildingUse::Garage if form.area > 1500.0 && form.slenderness() < 3.0 => &[(3, 1.0)],
        _ => &[(1, 1.0)],
    };
    choose(seed, options).unwrap_or(1)
}

/// Height of a storey [m].
pub(super) fn storey_height(usage: BuildingUse) -> f64 {
    match usage {
        BuildingUse::House | BuildingUse::Apartments => 2.8,
        BuildingUse::Garage | BuildingUse::Outbuilding => 2.5,
        BuildingUse::Industrial | BuildingUse::Storage | BuildingUse::Sport => 6.0,
        BuildingUse::Retail | BuildingUse::Transport | BuildingUse::Farm => 4.2,
        BuildingUse::Roof | BuildingUse::Greenhouse => 3.2,
        BuildingUse::Unknown => 3.0,
        _ => 3.4,
    }
}

/// How far the ground floor stands above the ground [m].
pub(super) fn plinth(usage: BuildingUse) -> f64 {
    match usage {
        BuildingUse::Apartments => 0.8,
        BuildingUse::House | BuildingUse::Education | BuildingUse::Public | BuildingUse::Office => 0.4,
        _ => 0.0,
    }
}

/// The roof that use, storeys and footprint suggest.
pub(super) fn likely_roof(building: &Building, form: &Form) -> RoofShape {
    use RoofShape::{Flat, Gabled, Hipped, Pyramidal, Skillion};
    let simple = form.corners <= 6 && form.fill > 0.8;
    let seed = mix(building.id.seed() ^ 2);
    let options: &[(RoofShape, f64)] = match building.usage.value {
        _ if building.part == Part::Part => &[(Flat, 1.0)],
        BuildingUse::House if !simple && form.area > 220.0 => &[(Hipped, 0.7), (Flat, 0.3)],
        BuildingUse::House if form.slenderness() < 1.15 => &[(Hipped, 0.4), (Gabled, 0.45), (Pyramidal, 0.15)],
        BuildingUse::House => &[(Gabled, 0.7), (Hipped, 0.3)],
        BuildingUse::Apartments if building.levels.value <= 3 && form.short < 16.0 => &[(Gabled, 0.55), (Hipped, 0.45)],
        BuildingUse::Religious => &[(Gabled, 1.0)],
        BuildingUse::Farm | BuildingUse::Greenhouse if form.short < 30.0 => &[(Gabled, 1.0)],
        BuildingUse::Outbuilding => &[(Skillion, 0.5), (Gabled, 0.3), (Flat, 0.2)],
        BuildingUse::Lodging | BuildingUse::Public if simple && form.area < 500.0 => &[(Hipped, 0.5), (Gabled, 0.2), (Flat, 0.3)],
        BuildingUse::Storage if form.short < 25.0 && simple => &[(Gabled, 0.6), (Flat, 0.4)],
        _ => &[(Flat, 1.0)],
    };
    choose(seed, options).unwrap_or_default()
}

/// From the eaves to the top, by the roof's span [m].
pub(super) fn usual_roof_height(roof: RoofShape, form: &Form) -> f64 {
    let span = form.short;
    match roof {
        RoofShape::Flat => 0.0,
        RoofShape::Gabled => (span / 2.0 * 0.75).clamp(0.5, 5.0),
        RoofShape::Hipped => (span / 2.0 * 0.6).clamp(0.5, 4.5),
        RoofShape::Pyramidal => (span / 2.0 * 0.8).clamp(0.5, 8.0),
        RoofShape::Skillion => (span * 0.12).clamp(0.2, 2.0),
        RoofShape::Dome => (span / 2.0).clamp(0.5, 20.0),
    }
}
