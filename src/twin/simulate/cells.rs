//! Square cells of ground, on which models lay what has no features: water, signals, fields.

use crate::twin::model::plane::Bounds;

/// Square cells from a south-western corner, in metres of the region's plane; numbered row by row from there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cells {
    /// The corner.
    pub origin: [f64; 2],
    /// Number of columns.
    pub columns: usize,
    /// Number of rows.
    pub rows: usize,
    /// Side of a cell [m].
    pub side: f64,
}

impl Cells {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.columns * self.rows
    }

    /// The cell of a place: column and row.
    pub fn of(&self, at: [f64; 2]) -> Option<(usize, usize)> {
        let [x, y] = [0, 1].map(|axis| ((at[axis] - self.origin[axis]) / self.side).floor());
        let inside = |value: f64, count: usize| (0.0..count as f64).contains(&value);
        (inside(x, self.columns) && inside(y, self.rows)).then_some((x as usize, y as usize))
    }

    /// The number of the cell of a place.
    pub fn index(&self, at: [f64; 2]) -> Option<usize> {
        self.of(at).map(|(column, row)| row * self.columns + column)
    }

    /// The middle of a cell.
    pub fn middle(&self, index: usize) -> [f64; 2] {
        let (column, row) = (index % self.columns.max(1), index / self.columns.max(1));
        [self.origin[0] + (column as f64 + 0.5) * self.side, self.origin[1] + (row as f64 + 0.5) * self.side]
    }

    /// All of them.
    pub fn bounds(&self) -> Bounds {
        let size = [self.columns, self.rows].map(|count| count as f64 * self.side);
        Bounds { min: self.origin, max: [self.origin[0] + size[0], self.origin[1] + size[1]] }
    }
}
