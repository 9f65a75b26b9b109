//! Lays a grid of any coordinate system on longitudes and latitudes.

use super::MOST_SAMPLES;
use super::coordinate_system::{Projection, guess};
use super::grid::{CoordinateSystem, Grid};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::quality::{Finding, Quality};
use crate::twin::model::space::{GeoBox, GeoPoint};
use crate::twin::model::terrain::Raster;
use rayon::prelude::*;

/// The raster of a grid: as it is where it lies along degrees, else resampled bilinearly at about its own cell size.
/// None where no height is known.
pub(super) fn raster_from_grid(mut grid: Grid, file: &str, quality: &mut Quality) -> Result<Option<Raster>, Diagnostic> {
    if grid.heights.iter().all(|height| height.is_nan()) {
        return Ok(None);
    }
    let outside = || Diagnostic::error("dem-outside").with("file", file);
    if !grid.placement.is_sound() {
        return Err(outside());
    }
    if grid.system == CoordinateSystem::Unstated {
        let extent = own_extent(&grid);
        let [west, south, ..] = extent.map(|number| number.round());
        grid.system =
            guess(extent).ok_or_else(|| Diagnostic::error("dem-crs-missing").with("file", file).with("x", west).with("y", south))?;
        quality.note(Finding::ElevationWithoutCrs, file);
    }
    let lies_along = grid.system == CoordinateSystem::Degrees && grid.placement.column[1] == 0.0 && grid.placement.row[0] == 0.0;
    let raster = if lies_along && grid.placement.column[0] > 0.0 {
        along_degrees(grid)
    } else {
        let projection = Projection::new(grid.system).map_err(|diagnostic| diagnostic.in_file(file))?;
        resampled(&grid, &projection).ok_or_else(outside)?
    };
    let GeoBox { west, south, east, north } = raster.extent();
    let on_globe = west >= -181.0 && east <= 361.0 && south >= -91.0 && north <= 91.0;
    if on_globe && raster.cell_lon > 0.0 && raster.cell_lat > 0.0 { Ok(Some(raster)) } else { Err(outside()) }
}

/// The extent `[west, south, east, north]` of the samples in the file's own numbers.
fn own_extent(grid: &Grid) -> [f64; 4] {
    let (right, bottom) = ((grid.columns - 1) as f64, (grid.rows() - 1) as f64);
    let corners = [(0.0, 0.0), (right, 0.0), (0.0, bottom), (right, bottom)].map(|(column, row)| grid.placement.at(column, row));
    corners.iter().fold([f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY], |sum, &[x, y]| {
        [sum[0].min(x), sum[1].min(y), sum[2].max(x), sum[3].max(y)]
    })
}

/// A grid whose rows run along parallels, taken sample by sample.
fn along_degrees(mut grid: Grid) -> Raster {
    let (columns, rows) = (grid.columns, grid.rows());
    let cell_lat = grid.placement.row[1].abs();
    if grid.placement.row[1] > 0.0 {
        grid.placement.first = grid.placement.at(0.0, (rows - 1) as f64);
        grid.heights = grid.heights.chunks(columns).rev().flatten().copied().collect();
    }
    let cell_lon = grid.placement.column[0];
    let mut west = grid.placement.first[0] - cell_lon / 2.0;
    // Some files count longitudes from 0 to 360.
    if west >= 179.99 {
        west -= 360.0;
    }
    Raster { west, north: grid.placement.first[1] + cell_lat / 2.0, cell_lon, cell_lat, columns, heights: grid.heights }
}

/// A grid in another system, sampled at the centres of a raster that covers it.
fn resampled(grid: &Grid, projection: &Projection) -> Option<Raster> {
    let extent = geo_extent(grid, projection)?;
    let (columns, rows) = dimensions(grid, projection, extent)?;
    let (cell_lon, cell_lat) = ((extent.east - extent.west) / columns as f64, (extent.north - extent.south) / rows as f64);
    let mut heights = vec![f32::NAN; columns * rows];
    heights.par_chunks_mut(columns).enumerate().for_each(|(row, heights)| {
        let lat = extent.north - (row as f64 + 0.5) * cell_lat;
        for (column, height) in heights.iter_mut().enumerate() {
            let point = GeoPoint::new(extent.west + (column as f64 + 0.5) * cell_lon, lat);
            if let Some(own) = projection.own_from_geo(point) {
                *height = grid.sample(grid.placement.index_of(own));
            }
        }
    });
    Some(Raster { west: extent.west, north: extent.north, cell_lon, cell_lat, columns, heights })
}

/// The geographic box around a grid, from points along its outer edges; none where one is not on the globe.
fn geo_extent(grid: &Grid, projection: &Projection) -> Option<GeoBox> {
    const STEPS: usize = 32;
    let (width, height) = (grid.columns as f64, grid.rows() as f64);
    let mut extent = GeoBox { west: 180.0, south: 90.0, east: -180.0, north: -90.0 };
    for step in 0..=STEPS {
        let (x, y) = (step as f64 / STEPS as f64 * width - 0.5, step as f64 / STEPS as f64 * height - 0.5);
        for (column, row) in [(x, -0.5), (x, height - 0.5), (-0.5, y), (width - 0.5, y)] {
            let point = projection.geo_from_own(grid.placement.at(column, row)).filter(|point| point.is_valid())?;
            extent.west = extent.west.min(point.lon);
            extent.east = extent.east.max(point.lon);
            extent.south = extent.south.min(point.lat);
            extent.north = extent.north.max(point.lat);
        }
    }
    (extent.west < extent.east && extent.south < extent.north).then_some(extent)
}

/// Columns and rows of about the grid's own cell size in its middle; at most four times as many samples as the grid has.
fn dimensions(grid: &Grid, projection: &Projection, extent: GeoBox) -> Option<(usize, usize)> {
    let (column, row) = ((grid.columns - 1) as f64 / 2.0, (grid.rows() - 1) as f64 / 2.0);
    let middle = projection.geo_from_own(grid.placement.at(column, row))?;
    let shrink = middle.lat.to_radians().cos();
    let step = |column: f64, row: f64| {
        let point = projection.geo_from_own(grid.placement.at(column, row))?;
        Some(((point.lon - middle.lon) * shrink).hypot(point.lat - middle.lat)).filter(|step| *step > 0.0)
    };
    let (width, height) = (step(column + 1.0, row)?, step(column, row + 1.0)?);
    let columns = (extent.east - extent.west) * shrink / width;
    let rows = (extent.north - extent.south) / height;
    let most = (4.0 * grid.heights.len() as f64 + 64.0).min(MOST_SAMPLES as f64);
    let scale = (columns * rows / most).max(1.0).sqrt();
    let count = |value: f64| (value / scale).round().clamp(1.0, most) as usize;
    let (columns, rows) = (count(columns), count(rows));
    (columns.checked_mul(rows)? <= 2 * most as usize).then_some((columns, rows))
}
