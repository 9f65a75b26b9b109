//! The ground's height: rasters of geographic cells, the finest that covers a place wins.

use super::space::{GeoBox, GeoPoint};
use std::sync::Arc;

/// Heights on a regular grid of longitudes and latitudes, row 0 in the north. Samples stand at cell *centres*:
/// column `c`, row `r` is at `west + (c + ½)·cell_lon`, `north − (r + ½)·cell_lat`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Raster {
    /// Western edge of the western column, degrees.
    pub west: f64,
    /// Northern edge of the northern row, degrees.
    pub north: f64,
    /// Width of a cell, degrees.
    pub cell_lon: f64,
    /// Height of a cell, degrees.
    pub cell_lat: f64,
    /// Number of columns.
    pub columns: usize,
    /// Heights above sea level in metres, row by row from the north-west; NaN is unknown.
    pub heights: Vec<f32>,
}

impl Raster {
    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.heights.len().checked_div(self.columns).unwrap_or(0)
    }

    /// What it covers, edge to edge.
    pub fn extent(&self) -> GeoBox {
        GeoBox {
            west: self.west,
            north: self.north,
            east: self.west + self.cell_lon * self.columns as f64,
            south: self.north - self.cell_lat * self.rows() as f64,
        }
    }

    /// Height at a place [m], bilinear between the four nearest samples; none outside or where one is unknown.
    pub fn sample(&self, point: GeoPoint) -> Option<f64> {
        self.sample_within(point, 0.5)
    }

    /// As [`Raster::sample`], for places up to so many cells (½: to the outer cells' edges) beyond the outermost samples.
    fn sample_within(&self, point: GeoPoint, beyond: f64) -> Option<f64> {
        let (columns, rows) = (self.columns, self.rows());
        let x = (point.lon - self.west) / self.cell_lon - 0.5;
        let y = (self.north - point.lat) / self.cell_lat - 0.5;
        let beyond = beyond + 1e-6;
        let inside = |value: f64, count: usize| (-beyond..=count as f64 - 1.0 + beyond).contains(&value);
        if columns == 0 || !inside(x, columns) || !inside(y, rows) {
            return None;
        }
        let (x, y) = (x.clamp(0.0, (columns - 1) as f64), y.clamp(0.0, (rows - 1) as f64));
        let (c, r) = ((x as usize).min(columns.saturating_sub(2)), (y as usize).min(rows.saturating_sub(2)));
        let (right, below) = ((c + 1).min(columns - 1), (r + 1).min(rows - 1));
        let (tx, ty) = (x - c as f64, y - r as f64);
        let at = |column: usize, row: usize| f64::from(self.heights[row * columns + column]);
        let north = at(c, r) + tx * (at(right, r) - at(c, r));
        let south = at(c, below) + tx * (at(right, below) - at(c, below));
        let height = north + ty * (south - north);
        height.is_finite().then_some(height)
    }
}

/// The ground of a region.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terrain {
    /// Rasters, finest first; shared between regions that stand on the same ground.
    pub rasters: Vec<Arc<Raster>>,
}

impl Terrain {
    /// The ground from rasters in any order.
    pub fn new(mut rasters: Vec<Raster>) -> Self {
        rasters.sort_by(|a, b| a.cell_lat.total_cmp(&b.cell_lat));
        Self { rasters: rasters.into_iter().map(Arc::new).collect() }
    }

    /// Height above sea level at a place [m]; zero where nothing is known.
    pub fn height(&self, point: GeoPoint) -> f64 {
        self.known_height(point).unwrap_or(0.0)
    }

    /// Height above sea level at a place [m], where it is known.
    pub fn known_height(&self, point: GeoPoint) -> Option<f64> {
        // First where the place lies among the samples: the half cell beyond them belongs to an adjoining tile, if there is one.
        let sample = |beyond| self.rasters.iter().find_map(|raster| raster.sample_within(point, beyond));
        sample(0.0).or_else(|| sample(0.5))
    }

    /// Whether any height is known at all.
    pub fn is_known(&self) -> bool {
        !self.rasters.is_empty()
    }
}
