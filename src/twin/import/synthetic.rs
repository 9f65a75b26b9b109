//! A town of any size on a plain grid, to measure with: the same cost drivers as a real one, nothing else.

use crate::twin::model::building::{Building, BuildingUse, RoofShape};
use crate::twin::model::cover::{Cover, CoverKind};
use crate::twin::model::feature::Decimetres;
use crate::twin::model::id::{FeatureId, IdKind, mix, unit_fraction};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::names::Name;
use crate::twin::model::network::Edge;
use crate::twin::model::origin::Sourced;
use crate::twin::model::place::{Place, PlaceKind};
use crate::twin::model::region::{Region, Standing};
use crate::twin::model::space::{Bounds, GeoPoint, LocalFrame, Position};
use crate::twin::model::street::{Street, StreetClass};

/// Side of a block, street included [m].
const BLOCK: f64 = 90.0;
/// Buildings a block.
const PER_BLOCK: usize = 8;

/// A square town of so many buildings about 63.6° E, 53.2° N.
pub fn region(buildings: usize) -> Region {
    let side = (buildings.div_ceil(PER_BLOCK) as f64).sqrt().ceil() as usize;
    let mut region =
        Region { id: format!("synthetic-{buildings}"), standing: Standing::Sketch, timezone: "UTC".into(), ..Region::default() };
    region.frame = LocalFrame::new(GeoPoint::new(63.6, 53.2));
    region.name = Name::local(&mut region.strings, &format!("Synthetic {buildings}"));
    let half = side as f64 * BLOCK / 2.0;
    region.extent = Bounds { min: [-half, -half], max: [half, half] };
    for index in 0..buildings {
        let block = index / PER_BLOCK;
        let corner = [(block % side) as f64 * BLOCK - half, (block / side) as f64 * BLOCK - half];
        add_building(&mut region, corner, index);
    }
    add_streets(&mut region, side, half);
    add_ground(&mut region, half);
    region.shrink();
    region
}

fn id(kind: u64, index: usize) -> FeatureId {
    FeatureId::new(IdKind::Sketch, (kind << 32 | index as u64) as i64)
}

fn add_building(region: &mut Region, [east, north]: [f64; 2], index: usize) {
    let id = id(1, index);
    let seed = id.seed();
    let (column, row) = (index % PER_BLOCK % 4, index % PER_BLOCK / 4);
    let (x, y) = (east + 12.0 + column as f64 * 18.0, north + 14.0 + row as f64 * 38.0);
    let (wide, deep) = (9.0 + 5.0 * unit_fraction(seed), 10.0 + 12.0 * unit_fraction(mix(seed)));
    let levels = 1 + (unit_fraction(seed ^ 3).powi(3) * 9.0) as u8;
    let gabled = levels < 3;
    let rise = if gabled { 2.4 } else { 0.0 };
    let ring = [(x, y), (x + wide, y), (x + wide, y + deep), (x, y + deep)].map(|(x, y)| Position::from_metres(x, y));
    let building = Building {
        id,
        usage: Sourced::assumed(if gabled { BuildingUse::House } else { BuildingUse::Apartments }),
        levels: Sourced::assumed(levels),
        height: Sourced::assumed(Decimetres::from_metres(f64::from(levels) * 3.0 + rise)),
        roof: Sourced::assumed(if gabled { RoofShape::Gabled } else { RoofShape::Flat }),
        roof_height: Decimetres::from_metres(rise),
        ..Building::default()
    };
    region.buildings.push(building, ShapeKind::Area, [&ring[..]]);
}

/// Streets along both directions of the grid, one a line of blocks, joined at every crossing.
fn add_streets(region: &mut Region, side: usize, half: f64) {
    let at = |index: usize| index as f64 * BLOCK - half;
    for row in 0..=side {
        region.network.nodes.extend((0..=side).map(|column| Position::from_metres(at(column), at(row))));
    }
    for index in 0..2 * (side + 1) {
        let (along, line) = (index % 2, index / 2);
        let point = |step: usize| if along == 0 { [at(step), at(line)] } else { [at(line), at(step)] };
        let points: Vec<Position> = (0..=side).map(|step| Position::from_metres(point(step)[0], point(step)[1])).collect();
        let class = if line.is_multiple_of(5) { StreetClass::Secondary } else { StreetClass::Residential };
        let (lanes, width) = if class == StreetClass::Secondary { (4, 14.0) } else { (2, 7.0) };
        let street = Street {
            id: id(2, index),
            class,
            lanes: Sourced::assumed(lanes),
            speed: Sourced::assumed(60),
            width: Sourced::assumed(Decimetres::from_metres(width)),
            ..Street::default()
        };
        let number = region.streets.push(street, ShapeKind::Line, [&points[..]]) as u32;
        let node = |step: usize| (if along == 0 { line * (side + 1) + step } else { step * (side + 1) + line }) as u32;
        region.network.edges.extend((0..side).map(|step| Edge {
            from: node(step),
            to: node(step + 1),
            street: number,
            first_point: step as u16,
            last_point: step as u16 + 1,
            length: BLOCK as f32,
        }));
    }
}

fn add_ground(region: &mut Region, half: f64) {
    let ring = [(-half, -half), (half, -half), (half, half), (-half, half)].map(|(x, y)| Position::from_metres(x, y));
    let cover = Cover { id: id(3, 0), kind: CoverKind::Residential, ..Cover::default() };
    region.cover.push(cover, ShapeKind::Area, [&ring[..]]);
    let name = region.name;
    region.places.push_point(Place { id: id(4, 0), name, kind: PlaceKind::Town, ..Place::default() }, Position::default());
}
