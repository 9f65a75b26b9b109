//! Completes what sources do not tell of buildings: use, storeys, height, roof, each by a stated rule, seeded by the id.
//!
//! A value is missing where the use is [`BuildingUse::Unknown`], storeys or height are zero, or the roof is
//! [`Origin::Assumed`]. What is filled in is [`Origin::Inferred`]; what was observed is never touched.

use crate::twin::model::amenity::{Amenity, AmenityKind};
use crate::twin::model::building::{Building, BuildingUse, Part, RoofShape};
use crate::twin::model::cover::{Cover, CoverKind};
use crate::twin::model::feature::Decimetres;
use crate::twin::model::id::{FeatureId, mix, unit_fraction};
use crate::twin::model::layer::{Layer, Shape, ShapeKind};
use crate::twin::model::origin::{Origin, Sourced};
use crate::twin::model::quality::{Finding, Quality};
use crate::twin::model::region::Region;
use crate::twin::model::space::{Bounds, Position, ring_contains};
use rayon::prelude::*;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

/// Completes every building of a region, and counts what was inferred.
pub fn complete_buildings(region: &mut Region) {
    let surroundings = Surroundings::new(&region.buildings, &region.cover, &region.amenities);
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
    if complete.usage.value == BuildingUse::Unknown {
        let ground = surroundings.ground_use(footprint);
        complete.usage = Sourced::inferred(likely_use(&form, ground, building.id));
    }
    let storey = storey_height(complete.usage.value);
    if complete.levels.value == 0 {
        let levels = match complete.height.value.metres() {
            0.0 => surroundings
                .neighbour_levels(footprint.anchor().metres(), complete.usage.value)
                .unwrap_or_else(|| likely_levels(complete.usage.value, &form, building.id)),
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
    known: RTree<Known>,
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

impl Surroundings {
    /// Gathers them.
    pub fn new(buildings: &Layer<Building>, cover: &Layer<Cover>, amenities: &Layer<Amenity>) -> Self {
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
        let observed = buildings.iter().filter(|(building, _)| building.levels.origin == Origin::Observed && building.part != Part::Part);
        let known = observed.map(|(building, shape)| Known::new(shape.anchor().metres(), (building.usage.value, building.levels.value)));
        Self { boxes, known: RTree::bulk_load(known.collect()), grounds }
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

    /// The middle one of the storeys of the nearest known buildings of a use, within 400 m.
    fn neighbour_levels(&self, place: [f64; 2], usage: BuildingUse) -> Option<u8> {
        let near = self.known.nearest_neighbor_iter_with_distance_2(&place).take(40).take_while(|(_, square)| *square < 400.0 * 400.0);
        let mut levels: Vec<u8> = near
            .map(|(known, _)| known.data)
            .filter(|(known, _)| *known == usage || (*known == BuildingUse::Unknown && usage == BuildingUse::Apartments))
            .map(|(_, levels)| levels)
            .take(5)
            .collect();
        levels.sort_unstable();
        levels.get(levels.len() / 2).copied()
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

/// The use that footprint and ground suggest.
pub fn likely_use(form: &Form, ground: Option<BuildingUse>, id: FeatureId) -> BuildingUse {
    use BuildingUse::{Apartments, Education, Farm, Garage, Health, House, Industrial, Office, Outbuilding, Retail};
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
        Some(House) | None if slab => Apartments,
        Some(House) | None => match form.area {
            area if area < 15.0 => Outbuilding,
            area if area < 40.0 => choose(mix(id.seed()), &[(Outbuilding, 0.6), (Garage, 0.4)]).unwrap_or(Outbuilding),
            area if area < 280.0 => House,
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

/// The storeys that use and footprint suggest.
pub fn likely_levels(usage: BuildingUse, form: &Form, id: FeatureId) -> u8 {
    let seed = mix(id.seed() ^ 1);
    let options: &[(u8, f64)] = match usage {
        BuildingUse::House => &[(1, 0.55), (2, 0.45)],
        BuildingUse::Apartments if form.area < 300.0 => &[(2, 0.4), (3, 0.6)],
        BuildingUse::Apartments if form.short > 17.0 && form.slenderness() < 2.0 => &[(9, 0.7), (5, 0.2), (12, 0.1)],
        BuildingUse::Apartments => &[(5, 0.75), (4, 0.1), (9, 0.15)],
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
