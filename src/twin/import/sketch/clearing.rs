//! Leaves out buildings that a road between settlements, drawn after them, runs through.

use super::cells::Cells;
use super::plane::{Oblong, P, densified};
use crate::twin::model::building::Building;
use crate::twin::model::layer::{Layer, Shape};
use crate::twin::model::space::Position;
use crate::twin::model::street::Street;

const CELL: f64 = 120.0;

/// Stretches of roads by cell: both ends and half the width.
type Stretches = Cells<Vec<(P, P, f64)>>;

/// Roads by place.
pub struct Clearing {
    cells: Stretches,
}

fn cell(p: P) -> (i32, i32) {
    ((p[0] / CELL).floor() as i32, (p[1] / CELL).floor() as i32)
}

impl Clearing {
    pub fn of(roads: &Layer<Street>) -> Self {
        let mut cells = Stretches::default();
        for (road, shape) in roads.iter() {
            let line: Vec<P> = shape.first().iter().map(|p| p.metres()).collect();
            for pair in densified(&line, CELL).windows(2) {
                let (a, b) = (cell(pair[0]), cell(pair[1]));
                for x in a.0.min(b.0)..=a.0.max(b.0) {
                    for y in a.1.min(b.1)..=a.1.max(b.1) {
                        cells.entry((x, y)).or_default().push((pair[0], pair[1], road.width.value.metres() / 2.0));
                    }
                }
            }
        }
        Self { cells }
    }

    /// Whether no road runs over a footprint.
    fn is_free(&self, shape: Shape<'_>) -> bool {
        let bounds = shape.bounds();
        let (low, high) = (cell(bounds.min.map(|low| low - 10.0)), cell(bounds.max.map(|high| high + 10.0)));
        let mut cells = (low.0..=high.0).flat_map(|x| (low.1..=high.1).map(move |y| (x, y)));
        // Nearly every building stands far from such roads: its real outline is looked at only where one is near.
        cells.all(|cell| self.cells.get(&cell).is_none_or(|roads| roads.iter().all(|&(a, b, half)| is_clear(shape.first(), a, b, half))))
    }

    /// Adds the buildings that no road runs over.
    pub fn append(&self, to: &mut Layer<Building>, from: &Layer<Building>) {
        for (building, shape) in from.iter().filter(|(_, shape)| self.is_free(*shape)) {
            to.push(building.clone(), shape.kind, shape.parts());
        }
    }
}

/// Whether a road of that half width keeps off the oblong about a footprint's first side.
fn is_clear(ring: &[Position], a: P, b: P, half: f64) -> bool {
    let [first, second, ..] = ring else { return true };
    let along = super::plane::unit(super::plane::sub(second.metres(), first.metres()));
    let across = super::plane::left(along);
    let range = |axis: P| {
        let values = ring.iter().map(|p| super::plane::dot(p.metres(), axis));
        values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)))
    };
    let ((u0, u1), (v0, v1)) = (range(along), range(across));
    let centre = super::plane::add(super::plane::scale(along, (u0 + u1) / 2.0), super::plane::scale(across, (v0 + v1) / 2.0));
    !Oblong::new(centre, along, u1 - u0, v1 - v0).near_segment(a, b, half + 0.5)
}
