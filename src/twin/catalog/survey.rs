//! What is known of every place of a region, gathered once, so that a template can be fitted while it is being moved.

use super::index::Index;
use super::kind::quarter::FLOOR_PER_HOME;
use super::territory::{Fact, Territory};
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::building::{Building, BuildingUse, Part};
use crate::twin::model::choice::Choice;
use crate::twin::model::connectivity::{Cable, CableKind, Mast};
use crate::twin::model::cover::CoverKind;
use crate::twin::model::feature::Feature;
use crate::twin::model::id::IdKind;
use crate::twin::model::layer::{Layer, Shape};
use crate::twin::model::names::Name;
use crate::twin::model::origin::{Origin, Sourced};
use crate::twin::model::place::{Place, PlaceKind};
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use crate::twin::model::street::Street;
use crate::twin::model::transit::TransitStop;
use crate::twin::model::water::Water;
use rayon::prelude::*;
use rstar::RTree;
use rstar::primitives::GeomWithData;
use std::collections::HashMap;
use std::sync::Arc;

/// Side of a cell in which residents are counted [m].
const CELL: f64 = 250.0;
/// What counts as near [m].
const NEAR: f64 = 1_500.0;
/// Pupils in a thousand residents where the region's schools do not tell: the region's figure of 2025.
const PUPILS: f64 = 136.0;
/// Children of kindergarten age in a thousand residents: the middle of the norm of 50 to 57 places.
pub const CHILDREN: f64 = 53.5;
/// Residents of a home.
pub const HOUSEHOLD: f64 = 2.9;
/// Step for measuring the slope [m].
const SLOPE_STEP: f64 = 40.0;
/// Residents on a square metre of a settlement: how far its reach is taken to go.
const SETTLED: f64 = 0.002;
/// Settlements that are asked whether a place lies in their reach.
const ASKED: usize = 8;

/// A settlement and what belongs to it: all that lies nearer to it than to others, weighed by how far it reaches.
#[derive(Clone, Debug)]
pub struct Settlement {
    /// Its number in the layer of places.
    pub place: u32,
    /// What it is called.
    pub name: Name,
    /// What it is.
    pub kind: PlaceKind,
    /// Its middle.
    pub at: Position,
    /// Residents; zero where nobody knows.
    pub population: f64,
    /// Internet that reaches it [Mbit/s], where that is known.
    pub internet: Option<u32>,
    /// Whether it is the seat of its district or of a greater territory.
    pub seat: bool,
    /// Its institutions and services, by their numbers in the layer.
    pub amenities: Vec<u32>,
    /// Its masts, by their numbers in the layer.
    pub masts: Vec<u32>,
    /// Its parks and gardens, by their numbers in the layer of cover.
    pub parks: Vec<u32>,
}

/// A dwelling and who lives there.
#[derive(Clone, Copy, Debug)]
pub struct Home {
    /// Its middle.
    pub at: Position,
    /// Its number in the layer of buildings.
    pub building: u32,
    /// The settlement that it belongs to.
    pub settlement: u32,
    /// Residents, as the settlement's are spread over the floors of its dwellings.
    pub residents: f32,
}

type Points<T> = RTree<GeomWithData<[f64; 2], T>>;

/// A building that is lived in, and where it belongs.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Dwelling {
    building: u32,
    settlement: u32,
    at: Position,
    /// All its floors together [m²].
    floor: f64,
}

/// The same region as it was surveyed before, and the layers that are different now.
type Earlier<'a> = (&'a Survey, &'a [&'a str]);

/// What an earlier survey of the same layer has, else what is made anew.
fn kept<T>(earlier: Option<Earlier>, layer: &str, part: fn(&Survey) -> &Arc<T>, new: impl FnOnce() -> T) -> Arc<T> {
    let same = earlier.filter(|(_, differs)| !differs.contains(&layer));
    same.map_or_else(|| Arc::new(new()), |(survey, _)| part(survey).clone())
}

/// What is known of the places of a region.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    settlements: Vec<Settlement>,
    /// Where they are, each with its index.
    by_place: Points<usize>,
    residents: Arc<HashMap<[i32; 2], f64>>,
    /// In the order of the buildings.
    dwellings: Arc<Vec<Dwelling>>,
    homes: Arc<Points<Home>>,
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
    pub fn changed(&self, region: &Region, differs: &[&str]) -> Self {
        Self::of(region, Some((self, differs)))
    }

    fn of(region: &Region, earlier: Option<Earlier>) -> Self {
        let settlements = settlements(region);
        let population: f64 = settlements.iter().map(|settlement| settlement.population).sum();
        let of_kind_of_cable =
            |kind: CableKind| Index::new(&region.cables.shapes, |cable| region.cables.features[cable].kind.value == kind);
        let cables = |kind: CableKind, part: fn(&Self) -> &Arc<Index>| kept(earlier, Cable::LAYER, part, || of_kind_of_cable(kind));
        let mut survey = Self {
            pupils: pupils(region, population),
            residents: Arc::default(),
            dwellings: Arc::default(),
            homes: Arc::default(),
            by_place: RTree::bulk_load(
                settlements.iter().enumerate().map(|(index, settlement)| GeomWithData::new(settlement.at.metres(), index)).collect(),
            ),
            amenities: AmenityKind::ALL.iter().map(|kind| of_kind(region, *kind)).collect(),
            stops: kept(earlier, TransitStop::LAYER, |survey| &survey.stops, || Index::new(&region.stops.shapes, |_| true)),
            buildings: kept(
                earlier,
                Building::LAYER,
                |survey| &survey.buildings,
                || Index::new(&region.buildings.shapes, |building| region.buildings.features[building].part != Part::Part),
            ),
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
        survey.belong(region);
        // Where settlements lie differently, so do those who live in them.
        survey.spread(region, earlier.filter(|(_, differs)| !differs.contains(&Place::LAYER)).map(|(survey, _)| survey));
        survey
    }

    /// Gives every settlement what belongs to it.
    fn belong(&mut self, region: &Region) {
        let amenities = self.owners(&region.amenities, |_| true);
        let masts = self.owners(&region.masts, |_| true);
        let parks = self.owners(&region.cover, |cover| matches!(cover.kind, CoverKind::Park | CoverKind::Garden));
        amenities.into_iter().for_each(|(settlement, amenity)| self.settlements[settlement].amenities.push(amenity));
        masts.into_iter().for_each(|(settlement, mast)| self.settlements[settlement].masts.push(mast));
        parks.into_iter().for_each(|(settlement, park)| self.settlements[settlement].parks.push(park));
    }

    /// The wanted features of a layer, each with its settlement.
    fn owners<T: Feature>(&self, layer: &Layer<T>, wanted: impl Fn(&T) -> bool) -> Vec<(usize, u32)> {
        let features = layer.iter().enumerate().filter(|(_, (feature, _))| wanted(feature));
        features.filter_map(|(index, (_, shape))| Some((self.settlement_index(shape.anchor())?, index as u32))).collect()
    }

    /// Spreads the residents of settlements over their dwellings. What an earlier survey with the same settlements knows is taken over.
    fn spread(&mut self, region: &Region, earlier: Option<&Self>) {
        let dwellings = self.dwellings_of(region, earlier);
        if let Some(earlier) = earlier.filter(|earlier| *earlier.dwellings == dwellings) {
            self.residents = earlier.residents.clone();
            self.homes = earlier.homes.clone();
            self.dwellings = earlier.dwellings.clone();
            self.settlements.iter_mut().zip(&earlier.settlements).for_each(|(new, old)| new.population = old.population);
            return;
        }
        let is_new = |dwelling: &Dwelling| region.buildings.features[dwelling.building as usize].id.kind() == IdKind::Proposal;
        let mut floors = vec![0.0; self.settlements.len()];
        dwellings.iter().filter(|home| !is_new(home)).for_each(|home| floors[home.settlement as usize] += home.floor);
        let mut arriving = vec![0.0; self.settlements.len()];
        let mut residents = HashMap::<[i32; 2], f64>::new();
        let mut points = Vec::with_capacity(dwellings.len());
        for dwelling in dwellings.iter().filter(|dwelling| dwelling.floor > 0.0) {
            let Dwelling { building, settlement, at, floor } = *dwelling;
            let people = if is_new(dwelling) {
                let people = floor / FLOOR_PER_HOME * HOUSEHOLD;
                arriving[settlement as usize] += people;
                people
            } else {
                self.settlements[settlement as usize].population * floor / floors[settlement as usize]
            };
            *residents.entry(cell(at)).or_default() += people;
            points.push(GeomWithData::new(at.metres(), Home { at, building, settlement, residents: people as f32 }));
        }
        self.homes = Arc::new(RTree::bulk_load(points));
        (self.residents, self.dwellings) = (Arc::new(residents), Arc::new(dwellings));
        self.settlements.iter_mut().zip(arriving).for_each(|(settlement, arriving)| settlement.population += arriving);
    }

    /// Every building that is lived in.
    fn dwellings_of(&self, region: &Region, earlier: Option<&Self>) -> Vec<Dwelling> {
        let buildings = &region.buildings;
        // The settlement of a place is looked for only where no dwelling stood there before.
        let known = |building: u32, at: Position| {
            let known = &earlier?.dwellings;
            let place = known.binary_search_by_key(&building, |dwelling| dwelling.building).ok()?;
            (known[place].at == at).then_some(known[place].settlement)
        };
        let dwelling = |index: usize| {
            let building = &buildings.features[index];
            let lived_in = matches!(building.usage.value, BuildingUse::House | BuildingUse::Apartments);
            if !lived_in || building.part == Part::Outline {
                return None;
            }
            let (shape, index) = (buildings.shapes.get(index), index as u32);
            let at = shape.anchor();
            let settlement = known(index, at).or_else(|| Some(self.settlement_index(at)? as u32))?;
            Some(Dwelling { building: index, settlement, at, floor: shape.area() * f64::from(building.levels.value.max(1)) })
        };
        (0..buildings.len()).into_par_iter().filter_map(dwelling).collect()
    }

    /// Residents of all settlements and of what is proposed.
    pub fn residents(&self) -> f64 {
        self.settlements.iter().map(|settlement| settlement.population).sum()
    }

    /// Every home, in no order that means anything.
    pub fn all_homes(&self) -> impl Iterator<Item = &Home> {
        self.homes.iter().map(|home| &home.data)
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
        let found = self.homes.locate_within_distance(at.metres(), reach * reach);
        found.map(move |home| (home.data, home.data.at.distance(at)))
    }

    /// The home whose middle is nearest to a place.
    pub fn nearest_home(&self, at: Position) -> Option<Home> {
        self.homes.nearest_neighbor(&at.metres()).map(|home| home.data)
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

/// Kilometres to a tenth.
fn kilometres(metres: f64) -> f64 {
    (metres / 100.0).round() / 10.0
}

impl Settlement {
    /// How far from its middle it is taken to go [m].
    pub fn reach(&self) -> f64 {
        (self.population / SETTLED / std::f64::consts::PI).sqrt().max(1.0)
    }
}

fn settlements(region: &Region) -> Vec<Settlement> {
    let places = (0..).zip(region.places.iter()).filter(|(_, (place, _))| place.kind.is_settlement());
    let settlement = |(number, (place, shape)): (u32, (&Place, Shape))| Settlement {
        place: number,
        name: place.name,
        kind: place.kind,
        at: shape.anchor(),
        population: f64::from(place.population.value.unwrap_or(0)),
        internet: place.internet.value,
        seat: place.seat,
        amenities: Vec::new(),
        masts: Vec::new(),
        parks: Vec::new(),
    };
    places.map(settlement).collect()
}

/// Pupils in a thousand residents: those of the region's schools, else the figure that is known.
fn pupils(region: &Region, population: f64) -> Sourced<f64> {
    let schools = region.amenities.features.iter().filter(|amenity| amenity.kind == AmenityKind::School);
    let pupils: f64 = schools.filter_map(|school| school.enrolled.value).map(f64::from).sum();
    if pupils > 0.0 && population > 0.0 {
        Sourced { value: pupils / population * 1_000.0, origin: Origin::Inferred }
    } else {
        Sourced::observed(PUPILS)
    }
}

fn of_kind(region: &Region, kind: AmenityKind) -> Points<u32> {
    let amenities = region.amenities.iter().enumerate().filter(|(_, (amenity, _))| amenity.kind == kind);
    RTree::bulk_load(amenities.map(|(index, (_, shape))| GeomWithData::new(shape.anchor().metres(), index as u32)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::id::FeatureId;
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
        region.buildings.push(house, ShapeKind::Area, [&corners[..]]);
        let (anew, after) = (Survey::new(&region), survey.changed(&region, &[Building::LAYER]));
        let homes = |survey: &Survey| {
            let mut homes: Vec<_> = survey.all_homes().map(|home| (home.building, home.settlement, home.residents.to_bits())).collect();
            homes.sort_unstable();
            homes
        };
        assert_eq!((homes(&after), homes(&after).len()), (homes(&anew), 4));
        assert_eq!(after.residents(), anew.residents());
        assert!(anew.residents() > survey.residents() && Arc::ptr_eq(&after.stops, &survey.stops));
        let same = after.changed(&region, &[Building::LAYER]);
        assert_eq!((homes(&same), same.residents()), (homes(&anew), anew.residents()));
        assert!(Arc::ptr_eq(&same.homes, &after.homes), "nobody moved");
    }
}
