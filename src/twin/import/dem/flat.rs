//! Heights on the plane of their own file, for whoever reckons in its metres and not on the globe.

use super::grid::CoordinateSystem;
use super::grids_from_bytes;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::NamedBytes;
use crate::twin::model::quality::Quality;

/// How far the sides of a cell may differ, as a share.
const SQUARE: f64 = 1e-6;

/// Heights on square cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlatGrid {
    /// Number of columns.
    pub columns: usize,
    /// Side of a cell, in the unit of the file.
    pub cell: f64,
    /// The south-western corner of the south-western cell, east before north.
    pub corner: [f64; 2],
    /// Heights row by row from the south-west [m]; NaN is unknown.
    pub heights: Vec<f32>,
}

/// Reads an ESRI ASCII grid or a GeoTIFF as it is, without laying it on longitudes and latitudes.
///
/// # Errors
/// Those of the file, and `dem-not-flat` where it holds several grids, degrees, or cells that are no squares with north above.
pub fn flat_from_bytes(file: &NamedBytes) -> Result<FlatGrid, Diagnostic> {
    let not_flat = || Diagnostic::error("dem-not-flat").with("file", file.name.as_str());
    let grids = grids_from_bytes(file, &mut Quality::default())?;
    let [grid] = grids.as_slice() else { return Err(not_flat()) };
    let (placement, rows) = (grid.placement, grid.rows());
    let (width, height) = (placement.column[0], -placement.row[1]);
    let is_straight = placement.column[1] == 0.0 && placement.row[0] == 0.0;
    let is_square = width > 0.0 && height > 0.0 && (width - height).abs() <= SQUARE * width;
    if !placement.is_sound() || !is_straight || !is_square || grid.system == CoordinateSystem::Degrees || rows == 0 {
        return Err(not_flat());
    }
    let corner = [placement.first[0] - width / 2.0, placement.first[1] - (rows as f64 - 0.5) * height];
    let heights = grid.heights.chunks(grid.columns).rev().flatten().copied().collect();
    Ok(FlatGrid { columns: grid.columns, cell: width, corner, heights })
}
