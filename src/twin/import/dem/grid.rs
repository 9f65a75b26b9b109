//! Samples as an elevation file holds them, before they are laid on longitudes and latitudes.

use super::MOST_SAMPLES;
use crate::twin::diagnostic::Diagnostic;

/// What the coordinates of a grid are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CoordinateSystem {
    /// WGS 84 longitude and latitude, or a datum within a few metres of it.
    Degrees,
    /// A system of the EPSG registry.
    Epsg(u16),
    /// The file says nothing about it.
    Unstated,
}

/// Where the samples stand: sample (c, r) at `first + c · column + r · row`, easting (or longitude) before northing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placement {
    /// The first sample.
    pub first: [f64; 2],
    /// From a sample to the one right of it.
    pub column: [f64; 2],
    /// From a sample to the one below it.
    pub row: [f64; 2],
}

impl Placement {
    /// North-up, from the place of the first sample and the distances between samples.
    pub fn north_up(first: [f64; 2], width: f64, height: f64) -> Self {
        Self { first, column: [width, 0.0], row: [0.0, -height] }
    }

    /// The place at so many columns and rows from the first sample.
    pub fn at(&self, column: f64, row: f64) -> [f64; 2] {
        [0, 1].map(|axis| self.first[axis] + column * self.column[axis] + row * self.row[axis])
    }

    /// Columns and rows from the first sample to a place; not finite where the grid has no area.
    pub fn index_of(&self, place: [f64; 2]) -> [f64; 2] {
        let (x, y) = (place[0] - self.first[0], place[1] - self.first[1]);
        let area = self.area();
        [(x * self.row[1] - y * self.row[0]) / area, (y * self.column[0] - x * self.column[1]) / area]
    }

    /// Signed area of a cell.
    fn area(&self) -> f64 {
        self.column[0] * self.row[1] - self.column[1] * self.row[0]
    }

    /// Whether every number is finite and cells have an area.
    pub fn is_sound(&self) -> bool {
        self.first.iter().chain(&self.column).chain(&self.row).all(|number| number.is_finite()) && self.area().abs().is_normal()
    }
}

/// Heights with their place in the file's own coordinates.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    /// Number of columns.
    pub columns: usize,
    /// Heights above sea level [m], row by row; NaN is unknown.
    pub heights: Vec<f32>,
    /// Where the samples stand.
    pub placement: Placement,
    /// In which coordinates.
    pub system: CoordinateSystem,
}

impl Grid {
    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.heights.len().checked_div(self.columns).unwrap_or(0)
    }

    /// Height at so many columns and rows from the first sample, bilinear; NaN more than half a cell outside, and where unknown.
    pub fn sample(&self, [x, y]: [f64; 2]) -> f32 {
        let (columns, rows) = (self.columns, self.rows());
        let inside = |value: f64, count: usize| (-0.5..=count as f64 - 0.5).contains(&value);
        if columns == 0 || rows == 0 || !inside(x, columns) || !inside(y, rows) {
            return f32::NAN;
        }
        let (x, y) = (x.clamp(0.0, (columns - 1) as f64), y.clamp(0.0, (rows - 1) as f64));
        let (c, r) = (x as usize, y as usize);
        let (right, below) = ((c + 1).min(columns - 1), (r + 1).min(rows - 1));
        let (tx, ty) = ((x - c as f64) as f32, (y - r as f64) as f32);
        let at = |column: usize, row: usize| self.heights[row * columns + column];
        let north = between(at(c, r), at(right, r), tx);
        let south = between(at(c, below), at(right, below), tx);
        between(north, south, ty)
    }
}

/// A fraction of the way from one height to another; an end with no weight may be unknown.
fn between(from: f32, to: f32, fraction: f32) -> f32 {
    if fraction == 0.0 { from } else { from + fraction * (to - from) }
}

/// How many samples a grid of these dimensions holds, if it has any and is not too large.
pub(super) fn sample_count(columns: u64, rows: u64) -> Result<usize, Diagnostic> {
    let count = columns.checked_mul(rows).and_then(|count| usize::try_from(count).ok()).filter(|&count| count <= MOST_SAMPLES);
    match count {
        Some(count) if count > 0 => Ok(count),
        Some(_) => Err(Diagnostic::error("dem-no-samples")),
        None => Err(Diagnostic::error("dem-too-large").with("columns", columns).with("rows", rows).with("most", MOST_SAMPLES)),
    }
}

/// The file says that it holds more than its bytes can.
pub(super) fn cut_short(columns: u64, rows: u64) -> Diagnostic {
    Diagnostic::error("dem-cut-short").with("columns", columns).with("rows", rows)
}

/// A height that the Earth's surface can have, or NaN.
///
/// Mount Everest is 8,849 m. The floor of the range lies above −9,999, which many files use for "unknown" without saying so.
pub(super) fn plausible(height: f32) -> f32 {
    if (-9_990.0..=9_000.0).contains(&height) { height } else { f32::NAN }
}
