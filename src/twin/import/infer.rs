//! Completes what sources do not tell of buildings: use, storeys, height, roof, each by a stated rule, seeded by the id.
//!
//! A value is missing where the use is [`BuildingUse::Unknown`], storeys or height are zero, or the roof is
//! [`Origin::Assumed`]. What is filled in is [`Origin::Inferred`]; what was observed is never touched.

use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::building::{Building, BuildingUse, Part, RoofShape};
use crate::twin::model::cover::CoverKind;
use crate::twin::model::feature::Decimetres;
use crate::twin::model::id::{FeatureId, mix, unit_fraction};
use crate::twin::model::layer::{Shape, ShapeKind};
use crate::twin::model::origin::{Origin, Sourced};
use crate::twin::model::place::{Place, PlaceKind};
use crate::twin::model::quality::{Finding, Quality};
use crate::twin::model::region::Region;
use crate::twin::model::space::{Bounds, Position, ring_contains};
use rayon::prelude::*;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

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

/// The size of a footprint, seen along its longest wall.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Area [m²].
    pub area: f64,
    /// The longer side of the box along the longest wall [m].
    pub long: f64,
    /// The shorter one [m].
    pub short: f64,
    /// Points of the outline.
    pub corners: usize,
    /// Share of that box which the footprint fills.
    pub fill: f64,
}

impl Form {
    /// Measures a footprint.
    pub fn of(footprint: Shape<'_>) -> Self {
        let ring = footprint.first();
        let area = footprint.area();
        let walls = ring.iter().zip(ring.iter().cycle().skip(1));
        let longest = walls.max_by(|a, b| a.0.distance(*a.1).total_cmp(&b.0.distance(*b.1)));
        let Some((a, b)) = longest.filter(|(a, b)| a != b) else {
            return Self { area, long: 0.0, short: 0.0, corners: ring.len(), fill: 1.0 };
        };
        let length = a.distance(*b);
        let (x, y) = ((b.east() - a.east()) / length, (b.north() - a.north()) / length);
        let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        for point in ring {
            let (east, north) = (point.east() - a.east(), point.north() - a.north());
            for (axis, value) in [east * x + north * y, north * x - east * y].into_iter().enumerate() {
                low[axis] = low[axis].min(value);
                high[axis] = high[axis].max(value);
            }
        }
        let (p, q) = (high[0] - low[0], high[1] - low[1]);
        Self { area, long: p.max(q), short: p.min(q), corners: ring.len(), fill: area / (p * q).max(0.01) }
    }

    fn slenderness(&self) -> f64 {
        self.long / self.short.max(0.1)
    }
}

/// A rectangle that stands for something by its number.
type Box = GeomWithData<Rectangle<[f64; 2]>, u32>;
/// A building with observed storeys.
type Known = GeomWithData<[f64; 2], (BuildingUse, u8)>;

/// What a building can be compared with: land use, institutions' grounds, and buildings whose storeys are known.
pub struct Surroundings {
    grounds: Vec<Ground>,
    boxes: RTree<Box>,
    housed: RTree<GeomWithData<[f64; 2], BuildingUse>>,
    known: RTree<Known>,
    settlements: Vec<(Position, f64, Settlement)>,
}

/// How densely people build around a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Settlement {
    /// Open land, villages, hamlets.
    Village,
    /// Towns, and where nothing is known.
    Town,
    /// Cities, and towns of more than 50,000.
    City,
}

impl Settlement {
    /// How dense a place is, and how far from its middle that holds [m]: by residents where they are known.
    fn of(place: &Place) -> Option<(Self, f64)> {
        let (kind, reach) = match place.kind {
            PlaceKind::City => (Settlement::City, 8_000.0),
            PlaceKind::Town => (Settlement::Town, 3_500.0),
            PlaceKind::Village | PlaceKind::Hamlet => (Settlement::Village, 1_500.0),
            _ => return None,
        };
        Some(match place.population.value.map(f64::from) {
            Some(residents) if residents > 50_000.0 => (Settlement::City, 15.0 * residents.sqrt()),
            Some(residents) if residents > 8_000.0 => (kind.max(Settlement::Town), 15.0 * residents.sqrt()),
            _ => (kind, reach),
        })
    }
}

struct Ground {
    rings: Vec<Vec<Position>>,
    area: f64,
    usage: BuildingUse,
}

/// What land use says of the buildings on it.
const COVER_USES: &[(CoverKind, BuildingUse)] = &[
    (CoverKind::Residential, BuildingUse::House),
    (CoverKind::Retail, BuildingUse::Retail),
    (CoverKind::Commercial, BuildingUse::Office),
    (CoverKind::Industrial, BuildingUse::Industrial),
    (CoverKind::Railway, BuildingUse::Transport),
    (CoverKind::Airport, BuildingUse::Transport),
    (CoverKind::Farmyard, BuildingUse::Farm),
    (CoverKind::Farmland, BuildingUse::Farm),
    (CoverKind::Meadow, BuildingUse::Farm),
    (CoverKind::Allotments, BuildingUse::Outbuilding),
    (CoverKind::Garden, BuildingUse::Outbuilding),
    (CoverKind::Cemetery, BuildingUse::Outbuilding),
    (CoverKind::Military, BuildingUse::Public),
    (CoverKind::Sport, BuildingUse::Sport),
    (CoverKind::Quarry, BuildingUse::Industrial),
];

/// What an institution says of the buildings on its ground.
const AMENITY_USES: &[(AmenityKind, BuildingUse)] = &[
    (AmenityKind::School, BuildingUse::Education),
    (AmenityKind::Kindergarten, BuildingUse::Education),
    (AmenityKind::ArtsSchool, BuildingUse::Education),
    (AmenityKind::College, BuildingUse::Education),
    (AmenityKind::University, BuildingUse::Education),
    (AmenityKind::Hospital, BuildingUse::Health),
    (AmenityKind::Polyclinic, BuildingUse::Health),
    (AmenityKind::Clinic, BuildingUse::Health),
    (AmenityKind::Administration, BuildingUse::Public),
    (AmenityKind::Culture, BuildingUse::Public),
    (AmenityKind::Museum, BuildingUse::Public),
    (AmenityKind::Market, BuildingUse::Retail),
    (AmenityKind::Supermarket, BuildingUse::Retail),
    (AmenityKind::Mall, BuildingUse::Retail),
    (AmenityKind::Sport, BuildingUse::Sport),
    (AmenityKind::Lodging, BuildingUse::Lodging),
    (AmenityKind::BusStation, BuildingUse::Transport),
    (AmenityKind::RailwayStation, BuildingUse::Transport),
];

/// What an institution that stands as a point in a building says of its use: only of those that fill a building.
const HOUSED_USES: &[(AmenityKind, BuildingUse)] = &[
    (AmenityKind::School, BuildingUse::Education),
    (AmenityKind::Kindergarten, BuildingUse::Education),
    (AmenityKind::College, BuildingUse::Education),
    (AmenityKind::University, BuildingUse::Education),
    (AmenityKind::Hospital, BuildingUse::Health),
    (AmenityKind::Polyclinic, BuildingUse::Health),
    (AmenityKind::Administration, BuildingUse::Public),
    (AmenityKind::Culture, BuildingUse::Public),
    (AmenityKind::Museum, BuildingUse::Public),
    (AmenityKind::FireStation, BuildingUse::Public),
    (AmenityKind::Police, BuildingUse::Public),
    (AmenityKind::Worship, BuildingUse::Religious),
    (AmenityKind::Mall, BuildingUse::Retail),
    (AmenityKind::Lodging, BuildingUse::Lodging),
    (AmenityKind::RailwayStation, BuildingUse::Transport),
    (AmenityKind::BusStation, BuildingUse::Transport),
];

impl Surroundings {
    /// Gathers them.
    pub fn new(region: &Region) -> Self {
        let (buildings, cover, amenities) = (&region.buildings, &region.cover, &region.amenities);
        let mut grounds = Vec::new();
        let mut add = |shape: Shape<'_>, usage: Option<BuildingUse>| {
            if let Some(usage) = usage.filter(|_| shape.kind == ShapeKind::Area) {
                grounds.push(Ground { rings: shape.parts().map(<[_]>::to_vec).collect(), area: shape.area(), usage });
            }
        };
        for (cover, shape) in cover.iter() {
            add(shape, COVER_USES.iter().find(|(kind, _)| *kind == cover.kind).map(|(_, usage)| *usage));
        }
        for (amenity, shape) in amenities.iter() {
            add(shape, AMENITY_USES.iter().find(|(kind, _)| *kind == amenity.kind).map(|(_, usage)| *usage));
        }
        let bounds = |ground: &Ground| Bounds::around(ground.rings.iter().flatten().copied());
        let boxes = grounds.iter().enumerate().map(|(index, ground)| {
            let bounds = bounds(ground);
            Box::new(Rectangle::from_corners(bounds.min, bounds.max), index as u32)
        });
        let boxes = RTree::bulk_load(boxes.collect());
        let observed = buildings
            .iter()
            .filter(|(building, _)| building.levels.origin == Origin::Observed && building.levels.value > 0 && building.part != Part::Part);
        let known = observed.map(|(building, shape)| Known::new(shape.anchor().metres(), (building.usage.value, building.levels.value)));
        let housed = amenities.iter().filter(|(_, shape)| shape.kind == ShapeKind::Point).filter_map(|(amenity, shape)| {
            let usage = HOUSED_USES.iter().find(|(kind, _)| *kind == amenity.kind)?.1;
            Some(GeomWithData::new(shape.anchor().metres(), usage))
        });
        let settlements = region.places.iter().filter_map(|(place, shape)| {
            let (settlement, reach) = Settlement::of(place)?;
            Some((shape.anchor(), reach, settlement))
        });
        Self {
            boxes,
            housed: RTree::bulk_load(housed.collect()),
            known: RTree::bulk_load(known.collect()),
            settlements: settlements.collect(),
            grounds,
        }
    }

    /// The densest settlement that reaches a place; a town where no settlement is known at all.
    fn settlement(&self, place: Position) -> Settlement {
        let reaching = self.settlements.iter().filter(|(middle, reach, _)| middle.distance(place) < *reach);
        let fallback = if self.settlements.is_empty() { Settlement::Town } else { Settlement::Village };
        reaching.map(|(_, _, settlement)| *settlement).max().unwrap_or(fallback)
    }

    /// The use of an institution that stands as a point in a footprint.
    fn housed_use(&self, footprint: Shape<'_>, form: &Form) -> Option<BuildingUse> {
        let bounds = footprint.bounds();
        let within = self.housed.locate_in_envelope(&AABB::from_corners(bounds.min, bounds.max));
        let inside = within.filter(|found| footprint.contains(Position::from_metres(found.geom()[0], found.geom()[1])));
        inside.map(|found| found.data).min().filter(|_| form.area > 60.0)
    }

    /// What the smallest ground under a footprint is used for.
    fn ground_use(&self, footprint: Shape<'_>) -> Option<BuildingUse> {
        let anchor = footprint.anchor();
        let found = self.boxes.locate_in_envelope_intersecting(&AABB::from_point(anchor.metres()));
        let under = |ground: &&Ground| ground.rings.iter().filter(|ring| ring_contains(ring, anchor)).count() % 2 == 1;
        let mut candidates: Vec<u32> = found.map(|found| found.data).collect();
        candidates.sort_by(|&a, &b| self.grounds[a as usize].area.total_cmp(&self.grounds[b as usize].area).then(a.cmp(&b)));
        candidates.into_iter().map(|index| &self.grounds[index as usize]).find(under).map(|ground| ground.usage)
    }

    /// The lower middle of the storeys of the five nearest known buildings of a use within 400 m; of fewer than
    /// three, only one within 100 m counts: a lone tower does not make a quarter of towers.
    fn neighbour_levels(&self, place: [f64; 2], usage: BuildingUse) -> Option<u8> {
        let near = self.known.nearest_neighbor_iter_with_distance_2(&place).take(40).take_while(|(_, square)| *square < 400.0 * 400.0);
        let alike = |known: BuildingUse| known == usage || (known == BuildingUse::Unknown && usage == BuildingUse::Apartments);
        let mut levels: Vec<(u8, f64)> =
            near.filter(|(known, _)| alike(known.data.0)).map(|(known, square)| (known.data.1, square)).take(5).collect();
        if levels.len() < 3 {
            return levels.first().filter(|(_, square)| *square < 100.0 * 100.0).map(|(levels, _)| *levels);
        }
        levels.sort_by_key(|(levels, _)| *levels);
        levels.get((levels.len() - 1) / 2).map(|(levels, _)| *levels)
    }
}

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
fn storey_height(usage: BuildingUse) -> f64 {
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
fn plinth(usage: BuildingUse) -> f64 {
    match usage {
        BuildingUse::Apartments => 0.8,
        BuildingUse::House | BuildingUse::Education | BuildingUse::Public | BuildingUse::Office => 0.4,
        _ => 0.0,
    }
}

/// The roof that use, storeys and footprint suggest.
fn likely_roof(building: &Building, form: &Form) -> RoofShape {
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
fn usual_roof_height(roof: RoofShape, form: &Form) -> f64 {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::id::IdKind;

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
