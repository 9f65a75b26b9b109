//! A draft: everything of one settlement, made apart from the others and put into the region afterwards.

use super::chance::Chance;
use super::facts::Facts;
use super::obstacles::Obstacles;
use super::occupancy::Occupancy;
use super::plane::{Oblong, P, positions, turning_left};
use super::rails::Rails;
use super::settlements::Settlement;
use super::waters::Waters;
use crate::twin::model::amenity::{Amenity, AmenityKind};
use crate::twin::model::building::{Building, BuildingUse, RoofShape};
use crate::twin::model::cover::{Cover, CoverKind};
use crate::twin::model::feature::Decimetres;
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::{Layer, ShapeKind};
use crate::twin::model::names::{Name, Strings, TextId};
use crate::twin::model::origin::Sourced;
use crate::twin::model::space::Position;
use crate::twin::model::street::{Direction, Street, StreetClass, Surface};
use crate::twin::model::tree::{Tree, TreeKind};

/// Texts that drafts use, interned before they are made.
pub struct Lexicon {
    /// House numbers from 1.
    pub numbers: Vec<TextId>,
    /// Names for streets.
    pub streets: Vec<Name>,
    /// Names of the avenues of each of the sketch's towns.
    pub avenues: Vec<Vec<Name>>,
    /// Names of the known services, in their order.
    pub services: Vec<Name>,
}

impl Lexicon {
    pub fn new(facts: &Facts, strings: &mut Strings) -> Self {
        let sketch = &facts.sketch;
        let service = |strings: &mut Strings, name: &str| if name.is_empty() { Name::default() } else { Name::local(strings, name) };
        Self {
            numbers: (1..=420).map(|number| strings.intern(&number.to_string())).collect(),
            streets: sketch.street_names.iter().map(|words| words.name(strings)).collect(),
            avenues: (sketch.towns.iter())
                .map(|town| town.plan.iter().flat_map(|plan| &plan.avenues).map(|avenue| avenue.name.name(strings)).collect())
                .collect(),
            services: facts.services.iter().map(|known| service(strings, &known.name)).collect(),
        }
    }
}

/// What all drafts stand on.
pub struct Ground<'a> {
    pub facts: &'a Facts,
    pub waters: &'a Waters,
    pub rails: &'a Rails,
    pub lexicon: &'a Lexicon,
    pub obstacles: &'a Obstacles,
}

/// How a building is to look.
#[derive(Clone, Copy)]
pub struct Look {
    pub usage: BuildingUse,
    pub levels: u8,
    pub storey: f64,
    pub roof: RoofShape,
    pub roof_height: f64,
    pub angled: bool,
}

impl Look {
    /// A flat-roofed block.
    pub fn block(usage: BuildingUse, levels: u8, storey: f64) -> Self {
        Self { usage, levels, storey, roof: RoofShape::Flat, roof_height: 0.0, angled: false }
    }
}

/// A street before it is entered.
#[derive(Clone)]
pub struct Way {
    pub points: Vec<P>,
    pub class: StreetClass,
    pub lanes: u8,
    pub width: f64,
    pub name: Name,
    pub paved: bool,
    pub bridge: bool,
}

impl Way {
    pub fn new(points: Vec<P>, class: StreetClass, lanes: u8, width: f64) -> Self {
        Self { points, class, lanes, width, name: Name::default(), paved: true, bridge: false }
    }

    pub fn named(self, name: Name) -> Self {
        Self { name, ..self }
    }
}

/// Numbers of what belongs to no settlement start here, a block for each kind of thing.
pub const APART: i64 = 1 << 20;

/// Everything of one settlement.
pub struct Draft {
    pub number: i64,
    next: i64,
    pub residents: u32,
    pub buildings: Layer<Building>,
    pub streets: Layer<Street>,
    pub cover: Layer<Cover>,
    pub trees: Layer<Tree>,
    pub amenities: Layer<Amenity>,
    pub occupancy: Occupancy,
    pub chance: Chance,
}

impl Draft {
    pub fn new(number: i64, settlement: &Settlement, radius: f64, seed: u64) -> Self {
        Self {
            number,
            next: 0,
            residents: settlement.population.value,
            buildings: Layer::default(),
            streets: Layer::default(),
            cover: Layer::default(),
            trees: Layer::default(),
            amenities: Layer::default(),
            occupancy: Occupancy::new(settlement.at, radius),
            chance: Chance::of(seed, &[23, number]),
        }
    }

    pub fn id(&mut self) -> FeatureId {
        self.next += 1;
        FeatureId::new(IdKind::Sketch, (self.number << 24) | self.next)
    }

    /// Adds a street and takes its ground.
    pub fn street(&mut self, way: &Way) {
        let street = street(self.id(), way);
        self.streets.push(street, ShapeKind::Line, [&positions(&way.points)[..]]);
        self.occupancy.take_line(&way.points, way.width);
    }

    /// Adds a building on an oblong, whose ground it takes.
    pub fn building(&mut self, ground: Oblong, look: Look) -> usize {
        let outline = if look.angled { angled(&ground, self.chance.happens(0.5)) } else { ground.corners().to_vec() };
        let outline: Vec<Position> = positions(&outline);
        let height = f64::from(look.levels) * look.storey + look.roof_height;
        let building = Building {
            id: self.id(),
            usage: Sourced::assumed(look.usage),
            levels: Sourced::assumed(look.levels),
            height: Sourced::assumed(Decimetres::from_metres(height)),
            roof: Sourced::assumed(look.roof),
            roof_height: Decimetres::from_metres(look.roof_height),
            ..Default::default()
        };
        self.occupancy.take(ground);
        self.buildings.push(building, ShapeKind::Area, [&outline[..]])
    }

    pub fn cover(&mut self, kind: CoverKind, ring: Vec<P>) {
        let cover = Cover { id: self.id(), kind, name: Name::default() };
        self.cover.push(cover, ShapeKind::Area, [&positions(&turning_left(ring))[..]]);
    }

    pub fn tree(&mut self, p: P) {
        let (needles, height) = (self.chance.happens(0.12), self.chance.range(5.0, 14.0));
        let kind = if needles { TreeKind::Needleleaved } else { TreeKind::Broadleaved };
        let tree = Tree {
            id: self.id(),
            kind: Sourced::assumed(kind),
            height: Sourced::assumed(Decimetres::from_metres(height)),
            name: Name::default(),
        };
        self.trees.push_point(tree, super::plane::position(p));
    }

    pub fn amenity(&mut self, kind: AmenityKind, name: Name, p: P) {
        let amenity = Amenity { id: self.id(), kind, name, ..Default::default() };
        self.amenities.push_point(amenity, super::plane::position(p));
    }
}

/// A street of the region.
pub fn street(id: FeatureId, way: &Way) -> Street {
    Street {
        id,
        name: way.name,
        class: way.class,
        lanes: Sourced::assumed(way.lanes),
        speed: Sourced::assumed(speed_of(way.class)),
        width: Sourced::assumed(Decimetres::from_metres(way.width)),
        direction: Direction::Both,
        surface: Sourced::assumed(if way.paved { Surface::Asphalt } else { Surface::Gravel }),
        bridge: way.bridge,
        level: i8::from(way.bridge),
        ..Default::default()
    }
}

/// The speed limit in settlements, km/h.
fn speed_of(class: StreetClass) -> u8 {
    use StreetClass::{Footway, LivingStreet, Path, Pedestrian, Primary, Secondary, Service, Tertiary, Track, Trunk};
    match class {
        Trunk | Primary | Secondary | Tertiary => 60,
        Service | LivingStreet => 20,
        Footway | Path | Pedestrian | Track => 0,
        _ => 40,
    }
}

/// An angled outline within an oblong: one quarter is left open.
fn angled(ground: &Oblong, mirrored: bool) -> Vec<P> {
    let side = if mirrored { -1.0 } else { 1.0 };
    let corners = [(-1.0, -1.0), (1.0, -1.0), (1.0, 0.1), (0.15, 0.1), (0.15, 1.0), (-1.0, 1.0)];
    let ring = corners.iter().map(|&(x, y)| ground.at(x, side * y)).collect();
    turning_left(ring)
}
