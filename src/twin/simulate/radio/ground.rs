//! The ground under a mast's coverage: heights and clutter on even cells of the region's plane.

use super::fault::{Quantity, within};
use super::profile::fill;
use super::sweep::Relief;
use crate::twin::diagnostic::Diagnostic;

/// Cells at most.
const MOST: usize = 100_000_000;

/// Heights on square cells, row 0 in the north; samples stand in the middle of their cells. NaN is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// Western edge [m east].
    pub west: f64,
    /// Northern edge [m north].
    pub north: f64,
    /// Side of a cell [m].
    pub cell: f64,
    /// Number of columns.
    pub columns: usize,
    /// Heights above the sea [m], row by row from the north-west.
    pub heights: Vec<f32>,
    /// What stands there, above the ground [m]; as many, or none at all.
    pub clutter: Vec<f32>,
}

impl Ground {
    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.heights.len().checked_div(self.columns).unwrap_or(0)
    }

    /// The middle of a cell: metres east and north.
    pub fn middle(&self, index: usize) -> [f64; 2] {
        let (row, column) = (index / self.columns.max(1), index % self.columns.max(1));
        [self.west + (column as f64 + 0.5) * self.cell, self.north - (row as f64 + 0.5) * self.cell]
    }

    /// Whether a place lies on it.
    pub fn contains(&self, [east, north]: [f64; 2]) -> bool {
        let (x, y) = ((east - self.west) / self.cell, (self.north - north) / self.cell);
        (0.0..=self.columns as f64).contains(&x) && (0.0..=self.rows() as f64).contains(&y)
    }

    /// Whether coverage can be computed on it.
    ///
    /// # Errors
    /// `radio-value-odd` for the cell; `radio-ground-odd` where the numbers of heights and cells do not fit, `radio-ground-small` with fewer
    /// than two columns or rows.
    pub fn check(&self) -> Result<(), Diagnostic> {
        within(Quantity::Step, self.cell, 0.1, 100_000.0)?;
        let (cells, whole) = (self.heights.len(), self.rows() * self.columns);
        let fits = cells == whole && cells <= MOST && (self.clutter.is_empty() || self.clutter.len() == cells);
        if !fits || !self.west.is_finite() || !self.north.is_finite() {
            return Err(Diagnostic::error("radio-ground-odd").with("columns", self.columns).with("cells", cells).with("most", MOST));
        }
        if self.columns < 2 || self.rows() < 2 {
            return Err(Diagnostic::error("radio-ground-small").with("columns", self.columns).with("rows", self.rows()));
        }
        Ok(())
    }

    /// Height of the ground at a place, between the middles of the cells [m]; NaN where one of them is not known.
    fn height(&self, [east, north]: [f64; 2]) -> f64 {
        let rows = self.rows();
        let x = ((east - self.west) / self.cell - 0.5).clamp(0.0, (self.columns - 1) as f64);
        let y = ((self.north - north) / self.cell - 0.5).clamp(0.0, (rows - 1) as f64);
        let (column, row) = ((x as usize).min(self.columns - 2), (y as usize).min(rows - 2));
        let (tx, ty) = (x - column as f64, y - row as f64);
        let start = row * self.columns + column;
        let pair =
            |start: usize| self.heights.get(start..start + 2).map_or([f64::NAN; 2], |pair| [0, 1].map(|index| f64::from(pair[index])));
        let ([a, b], [c, d]) = (pair(start), pair(start + self.columns));
        let (upper, lower) = (a + tx * (b - a), c + tx * (d - c));
        upper + ty * (lower - upper)
    }

    /// What stands in the cell of a place [m].
    fn clutter(&self, [east, north]: [f64; 2]) -> f64 {
        let column = (((east - self.west) / self.cell) as usize).min(self.columns - 1);
        let row = (((self.north - north) / self.cell) as usize).min(self.rows() - 1);
        let clutter = self.clutter.get(row * self.columns + column).map_or(0.0, |clutter| f64::from(*clutter));
        if clutter.is_finite() { clutter.max(0.0) } else { 0.0 }
    }
}

impl Relief for Ground {
    /// The grid must have passed [`Ground::check`].
    fn points(&self, from: [f64; 2], step: [f64; 2], count: usize) -> (Vec<f64>, Vec<f64>, usize) {
        let place = |index: usize| [0, 1].map(|axis| from[axis] + index as f64 * step[axis]);
        let mut ground: Vec<f64> = (0..count).map(|index| self.height(place(index))).collect();
        let voids = ground.iter().filter(|height| !height.is_finite()).count();
        if voids > 0 {
            fill(&mut ground);
        }
        if self.clutter.is_empty() {
            return (ground.clone(), ground, voids);
        }
        let surface =
            ground.iter().enumerate().map(|(index, height)| if index == 0 { *height } else { height + self.clutter(place(index)) });
        let surface = surface.collect();
        (ground, surface, voids)
    }
}
