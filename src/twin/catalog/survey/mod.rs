//! What is known of every place of a region, gathered once, so that a template can be fitted while it is being moved.

mod housing;
mod settlement;

use super::index::Index;
use super::territory::{Fact, Territory};
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::building::Part;
use crate::twin::model::change::Change;
use crate::twin::model::choice::Choice;
use crate::twin::model::connectivity::{Cable, CableKind, Mast};
use crate::twin::model::cover::{Cover, CoverKind};
use crate::twin::model::feature::Feature;
use crate::twin::model::layer::Layer;
use crate::twin::model::origin::Sourced;
use crate::twin::model::place::{Place, PlaceKind};
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use crate::twin::model::street::Street;
use crate::twin::model::transit::TransitStop;
use crate::twin::model::water::Water;
use rstar::RTree;
use rstar::primitives::GeomWithData;
use settlement::{pupils, settlements};
use std::sync::Arc;

pub use housing::{Home, Housing};
pub use settlement::Settlement;

/// What counts as near [m].
const NEAR: f64 = 1_500.0;
/// Children of kindergarten age in a thousand residents: the middle of the norm of 50 to 57 places.
pub const CHILDREN: f64 = 53.5;
/// Residents of a home.
pub const HOUSEHOLD: f64 = 2.9;
/// Step for measuring the slope [m].
const SLOPE_STEP: f64 = 40.0;
/// Settlements that are asked whether a place lies in their reach.
const ASKED: usize = 8;

type Points<T> = RTree<GeomWithData<[f64; 2], T>>;

/// The same region as it was surveyed before, and what differs now.
type Earlier<'a> = (&'a Survey, &'a Change);

/// What an earlier survey of the same layer has, else what is made anew.
fn kept<T>(earlier: Option<Earlier>, layer: &str, part: fn(&Survey) -> &Arc<T>, new: impl FnOnce() -> T) -> Arc<T> {
    let same = earlier.filter(|(_, change)| !change.touches(&[layer]));
    same.map_or_else(|| Arc::new(new()), |(survey, _)| part(survey).clone())
}

/// What is known of the places of a region.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    settlements: Vec<Settlement>,
    /// Where they are, each with its index.
    by_place: Points<usize>,
    housing: Arc<Housing>,
    /// Institutions and services by their kind.
    amenities: Vec<Points<u32>>,
    pupils: Sourced<f64>,
    /// Stops of public transport.
    pub stops: Arc<Index>,
    /// Buildings.
    pub buildings: Arc<Index>,
    /// Streets for motor vehicles.
    pub streets: Arc<Index>,
    /// Water that lies or flows open.
    pub water: Arc<Index>,
    /// Fibre.
    pub fibre: Arc<Index>,
    /// Overhead power lines.
    pub power_lines: Arc<Index>,
    /// Pipes.
    pub pipes: Arc<Index>,
    /// Masts.
    pub masts: Arc<Index>,
}

impl Survey {
    /// Surveys a region. Residents of a settlement are spread over the floors of the dwellings that belong to it; who will live in
    /// dwellings that are proposed comes in addition.
    pub fn new(region: &Region) -> Self {
        Self::of(region, None)
    }

    /// Surveys the same region with something built in it: what lies in none of the layers that are different is taken over.
    #[must_use]
    pub fn changed(&self, region: &Region, change: &Change) -> Self {
        Self::of(region, Some((self, change)))
    }

    fn of(region: &Region, earlier: Option<Earlier>) -> Self {
        let settlements = settlements(region);
        // Where settlements lie differently, so does all that belongs to them.
        let settled = earlier.filter(|(_, change)| !change.touches(&[Place::LAYER]));
        let population: f64 = settlements.iter().map(|settlement| settlement.population).sum();
        let of_kind_of_cable =
            |kind: CableKind| Index::new(&region.cables.shapes, |cable| region.cables.features[cable].kind.value == kind);
        let cables = |kind: CableKind, part: fn(&Self) -> &Arc<Index>| kept(earlier, Cable::LAYER, part, || of_kind_of_cable(kind));
        let mut survey = Self {
            pupils: pupils(region, population),
            housing: Arc::default(),
            by_place: RTree::bulk_load(
                settlements.iter().enumerate().map(|(index, settlement)| GeomWithData::new(settlement.at.metres(), index)).collect(),
            ),
            amenities: by_kind(region),
            stops: kept(earlier, TransitStop::LAYER, |survey| &survey.stops, || Index::new(&region.stops.shapes, |_| true)),
            buildings: buildings(region, earlier),
            streets: kept(
                earlier,
                Street::LAYER,
                |survey| &survey.streets,
                || Index::new(&region.streets.shapes, |street| region.streets.features[street].class.is_drivable()),
            ),
            water: kept(
                earlier,
                Water::LAYER,
                |survey| &survey.water,
                || Index::new(&region.water.shapes, |water| !region.water.features[water].covered),
            ),
            fibre: cables(CableKind::Fibre, |survey| &survey.fibre),
            power_lines: cables(CableKind::PowerLine, |survey| &survey.power_lines),
            pipes: cables(CableKind::Pipeline, |survey| &survey.pipes),
            masts: kept(earlier, Mast::LAYER, |survey| &survey.masts, || Index::new(&region.masts.shapes, |_| true)),
            settlements,
        };
        survey.belong(region, settled);
        survey.house(region, settled);
        survey
    }

    /// Gives every settlement what belongs to it.
    fn belong(&mut self, region: &Region, earlier: Option<Earlier>) {
        for (new, old) in self.settlements.iter_mut().zip(earlier.into_iter().flat_map(|(survey, _)| &survey.settlements)) {
            (new.amenities, new.masts, new.parks) = (old.amenities.clone(), old.masts.clone(), old.parks.clone());
        }
        let change = earlier.map(|(_, change)| change);
        let is_park = |cover: &Cover| matches!(cover.kind, CoverKind::Park | CoverKind::Garden);
        self.give(&region.amenities, change, |settlement| &mut settlement.amenities, |_| true);
        self.give(&region.masts, change, |settlement| &mut settlement.masts, |_| true);
        self.give(&region.cover, change, |settlement| &mut settlement.parks, is_park);
    }

    /// Gives settlements the wanted features of a layer that belong to them; they have those that were there before.
    fn give<T: Feature>(
        &mut self,
        layer: &Layer<T>,
        change: Option<&Change>,
        part: fn(&mut Settlement) -> &mut Vec<u32>,
        wanted: impl Fn(&T) -> bool,
    ) {
        let kept = change.map(|change| change.kept(layer)).unwrap_or_default();
        self.settlements.iter_mut().for_each(|settlement| part(settlement).retain(|feature| kept.has(*feature as usize)));
        for index in kept.others(layer.len()).filter(|index| wanted(&layer.features[*index])) {
            if let Some(settlement) = self.settlement_index(layer.shapes.get(index).anchor()) {
                let of = part(&mut self.settlements[settlement]);
                of.insert(of.partition_point(|other| *other < index as u32), index as u32);
            }
        }
    }

    /// Finds who lives where. What an earlier survey with the same settlements knows is taken over.
    fn house(&mut self, region: &Region, earlier: Option<Earlier>) {
        let kept = earlier.map(|(_, change)| change.kept(&region.buildings)).unwrap_or_default();
        let known = earlier.map(|(survey, _)| &*survey.housing);
        let dwellings = housing::dwellings(region, known, &kept, |at| Some(self.settlement_index(at)? as u32));
        let same = earlier.map(|(survey, _)| &survey.housing).filter(|housing| housing.is_of(&dwellings));
        self.housing = same.map_or_else(|| Arc::new(Housing::new(region, &self.settlements, dwellings)), Arc::clone);
        self.settlements.iter_mut().zip(&self.housing.populations).for_each(|(settlement, people)| settlement.population = *people);
    }

    /// Residents of all settlements and of what is proposed.
    pub fn residents(&self) -> f64 {
        self.settlements.iter().map(|settlement| settlement.population).sum()
    }

    /// Who lives where.
    pub fn housing(&self) -> &Arc<Housing> {
        &self.housing
    }

    /// Every home, in the order of the buildings.
    pub fn all_homes(&self) -> impl Iterator<Item = &Home> {
        self.housing.homes.iter()
    }

    /// Every settlement.
    pub fn settlements(&self) -> &[Settlement] {
        &self.settlements
    }

    /// Pupils in a thousand residents.
    pub fn pupils(&self) -> Sourced<f64> {
        self.pupils
    }

    /// The settlement that a place belongs to, by its index: the one in whose reach it lies deepest, else the nearest.
    pub fn settlement_index(&self, at: Position) -> Option<usize> {
        let near = || self.by_place.nearest_neighbor_iter(&at.metres()).take(ASKED).map(|found| found.data);
        let depth = |index: &usize| self.settlements[*index].at.distance(at) / self.settlements[*index].reach();
        let within = near().map(|index| (index, depth(&index))).filter(|(_, depth)| *depth <= 1.0);
        within.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index).or_else(|| near().next())
    }

    /// The settlement that a place belongs to.
    pub fn settlement(&self, at: Position) -> Option<&Settlement> {
        self.settlement_index(at).map(|index| &self.settlements[index])
    }

    /// Homes whose middle is within so many metres of a place, each with how far away it is [m].
    pub fn homes(&self, at: Position, reach: f64) -> impl Iterator<Item = (Home, f64)> {
        let found = self.housing.by_place.locate_within_distance(at.metres(), reach * reach);
        found.map(move |home| (home.data, home.data.at.distance(at)))
    }

    /// The home whose middle is nearest to a place.
    pub fn nearest_home(&self, at: Position) -> Option<Home> {
        self.housing.by_place.nearest_neighbor(&at.metres()).map(|home| home.data)
    }

    /// The institution of one of some kinds that is nearest to a place, by its number, and how far away it is [m].
    pub fn nearest_amenity(&self, kinds: &[AmenityKind], at: Position) -> Option<(u32, f64)> {
        let nearest = kinds.iter().filter_map(|kind| {
            let (found, distance_2) = self.amenities.get(*kind as usize)?.nearest_neighbor_iter_with_distance_2(&at.metres()).next()?;
            Some((found.data, distance_2.sqrt()))
        });
        nearest.min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)))
    }

    /// Institutions of some kinds within so many metres of a place, nearest first.
    pub fn amenities_near(&self, kinds: &[AmenityKind], at: Position, reach: f64) -> Vec<(u32, Position)> {
        let of_kinds = kinds.iter().filter_map(|kind| self.amenities.get(*kind as usize));
        let found = of_kinds.flat_map(|points| points.locate_within_distance(at.metres(), reach * reach));
        let mut found: Vec<(u32, Position)> =
            found.map(|amenity| (amenity.data, Position::from_metres(amenity.geom()[0], amenity.geom()[1]))).collect();
        found.sort_by(|a, b| a.1.distance(at).total_cmp(&b.1.distance(at)).then(a.0.cmp(&b.0)));
        found
    }

    /// What is known of a place, where something of that length [m] and area [m²] was drawn.
    pub fn territory(&self, region: &Region, at: Position, length: f64, area: f64) -> Territory {
        let settlement = self.settlement(at);
        let truth = |truth: bool| f64::from(u8::from(truth));
        let kind = settlement.map(|settlement| settlement.kind);
        let near = self.housing.near(at, NEAR);
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
            (Fact::PupilsPer1000, Some(self.pupils.value.round())),
            (Fact::ChildrenPer1000, Some(CHILDREN)),
            (Fact::DistanceToCentre, seats.map(|seat| seat.distance(at)).min_by(f64::total_cmp).map(kilometres)),
            (Fact::DistanceToHospital, self.nearest_amenity(&[AmenityKind::Hospital], at).map(|(_, metres)| kilometres(metres))),
            (Fact::DistanceToFibre, self.fibre.nearest(&region.cables.shapes, at).map(|(_, metres)| kilometres(metres))),
            (Fact::Internet, settlement.and_then(|settlement| settlement.internet).map(f64::from)),
            (Fact::Slope, region.terrain.is_known().then_some(slope)),
            (Fact::Length, Some(length)),
            (Fact::Area, Some(area)),
        ];
        Territory::new(&known.into_iter().filter_map(|(fact, value)| Some((fact, value?))).collect::<Vec<_>>())
    }
}

/// Kilometres to a tenth.
fn kilometres(metres: f64) -> f64 {
    (metres / 100.0).round() / 10.0
}

/// Where buildings are.
fn buildings(region: &Region, earlier: Option<Earlier>) -> Arc<Index> {
    let Layer { features, shapes } = &region.buildings;
    let wanted = |building: usize| features[building].part != Part::Part;
    Arc::new(match earlier {
        Some((survey, change)) => Index::changed(&survey.buildings, change.kept(&region.buildings), shapes, wanted),
        None => Index::new(shapes, wanted),
    })
}

/// Institutions and services by their kind.
fn by_kind(region: &Region) -> Vec<Points<u32>> {
    let mut kinds = vec![Vec::new(); AmenityKind::ALL.len()];
    for (index, (amenity, shape)) in region.amenities.iter().enumerate() {
        kinds[amenity.kind as usize].push(GeomWithData::new(shape.anchor().metres(), index as u32));
    }
    kinds.into_iter().map(RTree::bulk_load).collect()
}

#[cfg(test)]
mod tests {
    use super::settlement::PUPILS;
    use super::*;
    use crate::twin::model::building::{Building, BuildingUse};
    use crate::twin::model::id::{FeatureId, IdKind};
    use crate::twin::model::layer::ShapeKind;

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
        // A house that is proposed: what is taken over from the earlier survey is as if it were surveyed anew.
        let corners = [(0.0, 40.0), (20.0, 40.0), (20.0, 60.0), (0.0, 60.0)].map(|(x, y)| Position::from_metres(x, y));
        let id = FeatureId::keyed(IdKind::Proposal, "house");
        let house = Building { id, usage: Sourced::observed(BuildingUse::Apartments), ..Building::default() };
        let before = region.clone();
        region.buildings.push(house, ShapeKind::Area, [&corners[..]]);
        let (anew, after) = (Survey::new(&region), survey.changed(&region, &Change::between(&before, &region)));
        let homes =
            |survey: &Survey| survey.all_homes().map(|home| (home.building, home.settlement, home.residents.to_bits())).collect::<Vec<_>>();
        assert_eq!((homes(&after), homes(&after).len()), (homes(&anew), 4));
        assert_eq!(after.residents(), anew.residents());
        assert!(anew.residents() > survey.residents() && Arc::ptr_eq(&after.stops, &survey.stops));
        let same = after.changed(&region, &Change::between(&before, &region));
        assert_eq!((homes(&same), same.residents()), (homes(&anew), anew.residents()));
        assert!(Arc::ptr_eq(&same.housing, &after.housing), "nobody moved");
    }
}
