//! All water of the region as one question: how far is it from here?

use super::cells::{Cell, Cells};
use super::lakes::Lake;
use super::plane::{P, crossing, from_segment};
use super::rivers::Course;

/// Size of a cell of the index, metres.
const CELL: f64 = 1000.0;
/// Farther than this, water counts as far away, metres.
pub const FAR: f64 = 1000.0;

/// Rivers and lakes with an index by place.
pub struct Waters {
    pub courses: Vec<Course>,
    pub lakes: Vec<Lake>,
    pieces: Vec<(P, P, f64)>,
    pieces_by_cell: Cells<Vec<u32>>,
    lakes_by_cell: Cells<Vec<u32>>,
}

fn cell(p: P) -> Cell {
    ((p[0] / CELL).floor() as i32, (p[1] / CELL).floor() as i32)
}

/// Calls for each cell that a box touches.
fn each_cell(low: P, high: P, mut then: impl FnMut(Cell)) {
    let (from, to) = (cell(low), cell(high));
    for x in from.0..=to.0 {
        for y in from.1..=to.1 {
            then((x, y));
        }
    }
}

impl Waters {
    pub fn new(courses: Vec<Course>, lakes: Vec<Lake>) -> Self {
        let pieces: Vec<(P, P, f64)> = courses.iter().flat_map(|course| course.pieces(1).map(|(a, b, half, ..)| (a, b, half))).collect();
        let mut pieces_by_cell: Cells<Vec<u32>> = Cells::default();
        for (index, &(a, b, half)) in pieces.iter().enumerate() {
            let grow = half + FAR;
            let low = [a[0].min(b[0]) - grow, a[1].min(b[1]) - grow];
            let high = [a[0].max(b[0]) + grow, a[1].max(b[1]) + grow];
            each_cell(low, high, |cell| pieces_by_cell.entry(cell).or_default().push(index as u32));
        }
        let mut lakes_by_cell: Cells<Vec<u32>> = Cells::default();
        for (index, lake) in lakes.iter().enumerate() {
            let (centre, grow) = (lake.blob.centre, lake.blob.greatest + FAR);
            let corner = |sign: f64| [centre[0] + sign * grow, centre[1] + sign * grow];
            each_cell(corner(-1.0), corner(1.0), |cell| lakes_by_cell.entry(cell).or_default().push(index as u32));
        }
        Self { courses, lakes, pieces, pieces_by_cell, lakes_by_cell }
    }

    /// Distance to the nearest bank, metres: negative in the water, [`FAR`] where there is none about.
    pub fn clearance(&self, p: P) -> f64 {
        let cell = cell(p);
        let rivers = self.pieces_by_cell.get(&cell).into_iter().flatten().map(|&index| {
            let (a, b, half) = self.pieces[index as usize];
            from_segment(p, a, b).0 - half
        });
        rivers.chain(self.lakes_near(p).map(|lake| lake.blob.clearance(p))).fold(FAR, f64::min)
    }

    /// Lakes that may be within [`FAR`] of a place.
    pub fn lakes_near(&self, p: P) -> impl Iterator<Item = &Lake> {
        self.lakes_by_cell.get(&cell(p)).into_iter().flatten().map(|&index| &self.lakes[index as usize])
    }

    /// Where a segment (up to a kilometre long) crosses rivers: fraction along it, and half the water's width along it.
    pub fn crossings(&self, a: P, b: P) -> Vec<(f64, f64)> {
        let mut found: Vec<(f64, f64)> = Vec::new();
        let length = super::plane::dist(a, b).max(1e-6);
        for &index in self.pieces_by_cell.get(&cell(a)).into_iter().flatten() {
            let (c, d, half) = self.pieces[index as usize];
            if let Some((t, _)) = crossing(a, b, c, d) {
                let (u, v) = (super::plane::unit(super::plane::sub(b, a)), super::plane::unit(super::plane::sub(d, c)));
                let sine = super::plane::cross(u, v).abs().max(0.25);
                found.push((t, half / sine / length));
            }
        }
        found.sort_by(|x, y| x.0.total_cmp(&y.0));
        found.dedup_by(|x, y| (x.0 - y.0).abs() * length < 1.0);
        found
    }
}
