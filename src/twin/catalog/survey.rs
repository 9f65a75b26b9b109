//! What is known of every place of a region, gathered once, so that a template can be fitted while it is being moved.

use super::territory::{Fact, Territory};
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::building::{BuildingUse, Part};
use crate::twin::model::connectivity::CableKind;
use crate::twin::model::names::Name;
use crate::twin::model::place::PlaceKind;
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use rayon::prelude::*;
use rstar::RTree;
use rstar::primitives::GeomWithData;
use std::collections::HashMap;

/// Side of a cell in which residents are counted [m].
const CELL: f64 = 250.0;
/// What counts as near [m].
const NEAR: f64 = 1_500.0;
/// Pupils in a thousand residents where the region's schools do not tell: the region's figure of 2025.
const PUPILS: f64 = 136.0;
/// Children of kindergarten age in a thousand residents: the middle of the norm of 50 to 57 places.
const CHILDREN: f64 = 53.5;
/// Step for measuring the slope [m].
const SLOPE_STEP: f64 = 40.0;

/// A settlement.
#[derive(Clone, Debug)]
pub struct Settlement {
    /// What it is called.
    pub name: Name,
    kind: PlaceKind,
    at: Position,
    population: f64,
    internet: Option<u32>,
    seat: bool,
}

/// What is known of the places of a region.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    settlements: Vec<Settlement>,
    /// Where they are, each with its index.
    by_place: RTree<GeomWithData<[f64; 2], usize>>,
    residents: HashMap<[i32; 2], f64>,
    hospitals: Vec<Position>,
    fibre: Vec<Position>,
    pupils: f64,
}

impl Survey {
    /// Surveys a region. Residents of a settlement are spread over the floors of the dwellings nearest to it.
    pub fn new(region: &Region) -> Self {
        let settlements: Vec<Settlement> = region
            .places
            .iter()
            .filter(|(place, _)| place.kind.is_settlement())
            .map(|(place, shape)| Settlement {
                name: place.name,
                kind: place.kind,
                at: shape.anchor(),
                population: f64::from(place.population.value.unwrap_or(0)),
                internet: place.internet.value,
                seat: place.seat,
            })
            .collect();
        let of_kind = |kind: AmenityKind| region.amenities.iter().filter(move |(amenity, _)| amenity.kind == kind);
        let pupils: f64 = of_kind(AmenityKind::School).filter_map(|(school, _)| school.enrolled.value).map(f64::from).sum();
        let population: f64 = settlements.iter().map(|settlement| settlement.population).sum();
        let fibre = region.cables.iter().filter(|(cable, _)| cable.kind.value == CableKind::Fibre);
        let mut survey = Self {
            hospitals: of_kind(AmenityKind::Hospital).map(|(_, shape)| shape.anchor()).collect(),
            fibre: fibre.flat_map(|(_, shape)| shape.points().to_vec()).collect(),
            pupils: if pupils > 0.0 && population > 0.0 { pupils / population * 1_000.0 } else { PUPILS },
            residents: HashMap::new(),
            by_place: RTree::bulk_load(
                settlements.iter().enumerate().map(|(index, settlement)| GeomWithData::new(settlement.at.metres(), index)).collect(),
            ),
            settlements,
        };
        survey.spread(region);
        survey
    }

    fn spread(&mut self, region: &Region) {
        let buildings = &region.buildings;
        let homes: Vec<(usize, Position, f64)> = (0..buildings.len())
            .into_par_iter()
            .filter_map(|index| {
                let building = &buildings.features[index];
                let lived_in = matches!(building.usage.value, BuildingUse::House | BuildingUse::Apartments);
                let shape = buildings.shapes.get(index);
                let floor = shape.area() * f64::from(building.levels.value.max(1));
                let at = shape.anchor();
                let settlement = (lived_in && building.part != Part::Outline).then(|| self.nearest(at)).flatten()?;
                Some((settlement, at, floor))
            })
            .collect();
        let mut floors = vec![0.0; self.settlements.len()];
        homes.iter().for_each(|(settlement, _, floor)| floors[*settlement] += floor);
        for (settlement, at, floor) in homes {
            if floors[settlement] > 0.0 {
                *self.residents.entry(cell(at)).or_default() += self.settlements[settlement].population * floor / floors[settlement];
            }
        }
    }

    fn nearest(&self, at: Position) -> Option<usize> {
        self.by_place.nearest_neighbor(&at.metres()).map(|found| found.data)
    }

    /// The settlement nearest to a place.
    pub fn settlement(&self, at: Position) -> Option<&Settlement> {
        self.nearest(at).map(|index| &self.settlements[index])
    }

    /// What is known of a place, where something of that length [m] and area [m²] was drawn.
    pub fn territory(&self, region: &Region, at: Position, length: f64, area: f64) -> Territory {
        let settlement = self.settlement(at);
        let truth = |truth: bool| f64::from(u8::from(truth));
        let kind = settlement.map(|settlement| settlement.kind);
        let near = self.near(at);
        let seats = self.settlements.iter().filter(|settlement| settlement.seat).map(|settlement| settlement.at);
        let height = |east: f64, north: f64| region.terrain.height(region.frame.geo_from_metres([at.east() + east, at.north() + north]));
        let rise = |east: f64, north: f64| (height(east, north) - height(-east, -north)) / (2.0 * SLOPE_STEP);
        let slope = rise(SLOPE_STEP, 0.0).hypot(rise(0.0, SLOPE_STEP)) * 100.0;
        let known = [
            (Fact::Population, settlement.map(|settlement| settlement.population).filter(|population| *population > 0.0)),
            (Fact::PopulationNear, Some(near.round())),
            (Fact::Density, Some((near / (std::f64::consts::PI * (NEAR / 1_000.0).powi(2))).round())),
            (Fact::IsCity, kind.map(|kind| truth(matches!(kind, PlaceKind::City | PlaceKind::Town)))),
            (Fact::IsVillage, kind.map(|kind| truth(matches!(kind, PlaceKind::Village | PlaceKind::Hamlet | PlaceKind::Farm)))),
            (Fact::PupilsPer1000, Some(self.pupils.round())),
            (Fact::ChildrenPer1000, Some(CHILDREN)),
            (Fact::DistanceToCentre, kilometres(at, seats)),
            (Fact::DistanceToHospital, kilometres(at, self.hospitals.iter().copied())),
            (Fact::DistanceToFibre, kilometres(at, self.fibre.iter().copied())),
            (Fact::Internet, settlement.and_then(|settlement| settlement.internet).map(f64::from)),
            (Fact::Slope, region.terrain.is_known().then_some(slope)),
            (Fact::Length, Some(length)),
            (Fact::Area, Some(area)),
        ];
        Territory::new(&known.into_iter().filter_map(|(fact, value)| Some((fact, value?))).collect::<Vec<_>>())
    }

    /// Residents in the cells whose middle is near.
    fn near(&self, at: Position) -> f64 {
        let [column, row] = cell(at);
        let reach = (NEAR / CELL).ceil() as i32;
        let around = (-reach..=reach).flat_map(|east| (-reach..=reach).map(move |north| [column + east, row + north]));
        let middle = |[column, row]: [i32; 2]| Position::from_metres((f64::from(column) + 0.5) * CELL, (f64::from(row) + 0.5) * CELL);
        around.filter(|cell| middle(*cell).distance(at) <= NEAR).filter_map(|cell| self.residents.get(&cell)).sum()
    }
}

fn cell(at: Position) -> [i32; 2] {
    at.metres().map(|value| (value / CELL).floor() as i32)
}

/// Kilometres to the nearest of some places, to a tenth; none where there is none.
fn kilometres(at: Position, places: impl Iterator<Item = Position>) -> Option<f64> {
    let nearest = places.map(|place| place.distance(at)).min_by(f64::total_cmp);
    nearest.map(|metres| (metres / 100.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::building::Building;
    use crate::twin::model::layer::ShapeKind;
    use crate::twin::model::origin::Sourced;
    use crate::twin::model::place::Place;

    #[test]
    fn residents_live_in_the_dwellings_of_their_settlement() {
        let mut region = Region::default();
        let at = |east: f64| Position::from_metres(east, 10.0);
        for (east, kind, population) in [(0.0, PlaceKind::Village, 900), (20_000.0, PlaceKind::Town, 30_000)] {
            let place = Place { kind, population: Sourced::observed(Some(population)), seat: east > 0.0, ..Place::default() };
            region.places.push_point(place, at(east));
        }
        for (east, levels) in [(100.0, 1), (5_000.0, 2), (20_100.0, 5)] {
            let corners = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)].map(|(x, y)| Position::from_metres(east + x, y));
            let building =
                Building { usage: Sourced::observed(BuildingUse::House), levels: Sourced::observed(levels), ..Building::default() };
            region.buildings.push(building, ShapeKind::Area, [&corners[..]]);
        }
        let survey = Survey::new(&region);
        let village = survey.territory(&region, at(200.0), 0.0, 0.0);
        let facts =
            |territory: &Territory, facts: &[Fact]| facts.iter().map(|fact| territory.get(*fact).expect("known")).collect::<Vec<_>>();
        // The house of one storey has a third of the floors.
        assert_eq!(
            facts(&village, &[Fact::Population, Fact::PopulationNear, Fact::IsVillage, Fact::IsCity, Fact::DistanceToCentre]),
            [900.0, 300.0, 1.0, 0.0, 19.8]
        );
        let town = survey.territory(&region, at(20_000.0), 0.0, 0.0);
        assert_eq!((town.get(Fact::Internet), town.get(Fact::DistanceToFibre)), (None, None), "what nobody knows is not zero");
        assert_eq!(facts(&town, &[Fact::PopulationNear, Fact::IsCity, Fact::PupilsPer1000]), [30_000.0, 1.0, PUPILS]);
    }
}
