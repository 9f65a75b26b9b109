//! How much of each cell lies within areas and along lines.

use crate::twin::model::layer::{Shape, ShapeKind};
use crate::twin::model::plane::Position;
use crate::twin::simulate::cells::Cells;

/// Lines across a cell along which areas are measured.
const LINES: usize = 4;

impl Cells {
    /// Adds to each cell the share of it that lies within an area: along a few lines from west to east, by the even–odd rule.
    pub fn cover(&self, shape: Shape, shares: &mut [f32]) {
        if shape.kind != ShapeKind::Area {
            return;
        }
        let pitch = self.side / LINES as f64;
        let mut cuts: Vec<Vec<f64>> = vec![Vec::new(); self.rows * LINES];
        for ring in shape.parts() {
            for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                self.cut(*a, *b, pitch, &mut cuts);
            }
        }
        for (line, cuts) in cuts.iter_mut().enumerate().filter(|(_, cuts)| !cuts.is_empty()) {
            cuts.sort_by(f64::total_cmp);
            let row = &mut shares[line / LINES * self.columns..][..self.columns];
            for pair in cuts.chunks_exact(2) {
                fill(row, pair[0], pair[1]);
            }
        }
    }

    /// Where an edge of a ring cuts the lines, in cells from the western edge.
    fn cut(&self, a: Position, b: Position, pitch: f64, cuts: &mut [Vec<f64>]) {
        let place = |point: Position| (point.north() - self.origin[1]) / pitch - 0.5;
        let (from, to) = (place(a), place(b));
        let first = from.min(to).ceil().clamp(0.0, cuts.len() as f64) as usize;
        let end = from.max(to).ceil().clamp(0.0, cuts.len() as f64) as usize;
        for (line, cuts) in cuts.iter_mut().enumerate().take(end).skip(first) {
            let part = (line as f64 - from) / (to - from);
            cuts.push((a.east() + (b.east() - a.east()) * part - self.origin[0]) / self.side);
        }
    }

    /// Raises each cell's share to that which a line of a width covers where it runs through.
    pub fn along(&self, line: &[Position], width: f64, shares: &mut [f32]) {
        let share = (width / self.side).clamp(0.0, 1.0) as f32;
        for pair in line.windows(2) {
            let steps = (pair[0].distance(pair[1]) / self.side * 2.0).ceil().clamp(1.0, 1e6);
            for step in 0..=steps as usize {
                let part = step as f64 / steps;
                let at = [0, 1].map(|axis| {
                    let (a, b) = (pair[0].metres()[axis], pair[1].metres()[axis]);
                    a + (b - a) * part
                });
                if let Some(known) = self.index(at).and_then(|index| shares.get_mut(index)) {
                    *known = known.max(share);
                }
            }
        }
    }
}

/// Adds a part of a line, in cells, to the shares of a row.
fn fill(row: &mut [f32], from: f64, to: f64) {
    let most = row.len() as f64;
    let (from, to) = (from.clamp(0.0, most), to.clamp(0.0, most));
    for (column, share) in row.iter_mut().enumerate().take(to.ceil() as usize).skip(from as usize) {
        let covered = (to.min(column as f64 + 1.0) - from.max(column as f64)).max(0.0);
        *share += covered as f32 / LINES as f32;
    }
}
