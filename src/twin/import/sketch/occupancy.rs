//! What ground is taken already: streets, tracks, buildings and grounds of one settlement.

use super::plane::{Oblong, P, densified, from_segment};

/// Size of a cell, metres.
const CELL: f64 = 48.0;

#[derive(Clone, Copy)]
enum Item {
    /// A stretch of a street or track with half its width.
    Strip(P, P, f64),
    Ground(Oblong),
}

/// Taken ground, with an index by place.
pub struct Occupancy {
    low: P,
    columns: usize,
    rows: usize,
    items: Vec<Item>,
    cells: Vec<Vec<u32>>,
}

impl Occupancy {
    /// Free ground about a middle.
    pub fn new(centre: P, radius: f64) -> Self {
        let count = (2.0 * radius / CELL).ceil().max(1.0) as usize;
        Self {
            low: [centre[0] - radius, centre[1] - radius],
            columns: count,
            rows: count,
            items: Vec::new(),
            cells: vec![Vec::new(); count * count],
        }
    }

    /// Cells that a box touches.
    fn cells(&self, low: P, high: P) -> impl Iterator<Item = usize> + use<> {
        let index = |value: f64, count: usize| ((value / CELL).floor().max(0.0) as usize).min(count - 1);
        let (c0, c1) = (index(low[0] - self.low[0], self.columns), index(high[0] - self.low[0], self.columns));
        let (r0, r1) = (index(low[1] - self.low[1], self.rows), index(high[1] - self.low[1], self.rows));
        let columns = self.columns;
        (r0..=r1).flat_map(move |r| (c0..=c1).map(move |c| r * columns + c))
    }

    /// Takes the ground of a line so many metres wide.
    pub fn take_line(&mut self, line: &[P], width: f64) {
        let half = width / 2.0;
        for pair in line.windows(2) {
            for piece in densified(pair, CELL).windows(2) {
                let [a, b] = [piece[0], piece[1]];
                let index = self.items.len() as u32;
                self.items.push(Item::Strip(a, b, half));
                let low = [a[0].min(b[0]) - half, a[1].min(b[1]) - half];
                let high = [a[0].max(b[0]) + half, a[1].max(b[1]) + half];
                for cell in self.cells(low, high) {
                    self.cells[cell].push(index);
                }
            }
        }
    }

    /// Takes the ground of an oblong.
    pub fn take(&mut self, ground: Oblong) {
        let index = self.items.len() as u32;
        self.items.push(Item::Ground(ground));
        let (c, r) = (ground.centre, ground.reach());
        for cell in self.cells([c[0] - r[0], c[1] - r[1]], [c[0] + r[0], c[1] + r[1]]) {
            self.cells[cell].push(index);
        }
    }

    /// Whether an oblong is free, `apart` metres from other grounds and from the edges of streets.
    pub fn is_free(&self, ground: &Oblong, apart: f64) -> bool {
        let grown = ground.grown(apart);
        let (c, r) = (grown.centre, grown.reach());
        self.cells([c[0] - r[0], c[1] - r[1]], [c[0] + r[0], c[1] + r[1]]).all(|cell| {
            self.cells[cell].iter().all(|&index| match self.items[index as usize] {
                Item::Strip(a, b, half) => !ground.near_segment(a, b, half + apart),
                Item::Ground(ref other) => !grown.overlaps(other),
            })
        })
    }

    /// Whether a point is at least `apart` metres from everything.
    pub fn is_point_free(&self, p: P, apart: f64) -> bool {
        self.cells([p[0] - apart, p[1] - apart], [p[0] + apart, p[1] + apart]).all(|cell| {
            self.cells[cell].iter().all(|&index| match self.items[index as usize] {
                Item::Strip(a, b, half) => from_segment(p, a, b).0 > half + apart,
                Item::Ground(ref ground) => !ground.grown(apart).contains(p),
            })
        })
    }
}
