//! Elevation: bytes of HGT, GeoTIFF and ESRI ASCII grids, zipped or not, in; the region's ground out.

mod archive;
mod ascii_grid;
mod coordinate_system;
mod fill;
pub mod flat;
mod geotiff;
mod grid;
mod hgt;
mod place;
mod seam;

use super::{NamedBytes, Progress, proceed};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::quality::{Finding, Quality};
use crate::twin::model::terrain::{Raster, Terrain};
use grid::Grid;

/// The most samples that one raster may hold: what a third of a degree at one metre needs, 800 MB in memory.
const MOST_SAMPLES: usize = 200_000_000;

/// The ground made of elevation files in any order. Tiles that adjoin share their edge's samples.
///
/// Fails on the first file that cannot be read at all, naming it; what is merely incomplete is counted in `quality`.
pub fn terrain_from_files(files: &[NamedBytes], quality: &mut Quality, progress: &dyn Progress) -> Result<Terrain, Diagnostic> {
    let mut grids = Vec::new();
    for (index, file) in files.iter().enumerate() {
        proceed(progress, "elevation", index as f32 / files.len() as f32 * 0.5)?;
        grids.extend(grids_from_bytes(file, quality)?.into_iter().map(|grid| (file, grid)));
    }
    seam::share_known(&mut grids);
    let count = grids.len();
    for (index, (file, grid)) in grids.iter_mut().enumerate() {
        proceed(progress, "elevation", 0.5 + index as f32 / count as f32 * 0.25)?;
        fill_voids(&file.name, grid, quality);
    }
    seam::agree(&mut grids);
    let mut rasters = Vec::new();
    for (index, (file, grid)) in grids.into_iter().enumerate() {
        proceed(progress, "elevation", 0.75 + index as f32 / count as f32 * 0.25)?;
        rasters.extend(place::raster_from_grid(grid, &file.name, quality)?);
    }
    Ok(Terrain::new(rasters))
}

/// The rasters of one file: several if it is an archive of several, none if no height in it is known.
///
/// The format is told by the content; an HGT tile by its size and its name, which alone says where it lies.
pub fn raster_from_bytes(file: &NamedBytes, quality: &mut Quality) -> Result<Vec<Raster>, Diagnostic> {
    let mut rasters = Vec::new();
    for mut grid in grids_from_bytes(file, quality)? {
        fill_voids(&file.name, &mut grid, quality);
        rasters.extend(place::raster_from_grid(grid, &file.name, quality)?);
    }
    Ok(rasters)
}

fn grids_from_bytes(file: &NamedBytes, quality: &mut Quality) -> Result<Vec<Grid>, Diagnostic> {
    let read = if hgt::is_tile(&file.name, &file.bytes) {
        hgt::grid_from_bytes(&file.name, &file.bytes).map(|grid| vec![grid])
    } else if archive::is_zip(&file.bytes) {
        archive::unzip(file).and_then(|members| members.iter().map(|member| grid_from_bytes(member, quality)).collect())
    } else if archive::is_gzip(&file.bytes) {
        archive::gunzip(file).and_then(|content| grid_from_bytes(&content, quality)).map(|grid| vec![grid])
    } else {
        grid_from_bytes(file, quality).map(|grid| vec![grid])
    };
    read.map_err(|diagnostic| diagnostic.in_file(file.name.as_str()))
}

fn grid_from_bytes(file: &NamedBytes, quality: &mut Quality) -> Result<Grid, Diagnostic> {
    if geotiff::is_tiff(&file.bytes) {
        geotiff::grid_from_bytes(&file.name, &file.bytes, quality)
    } else if ascii_grid::is_ascii_grid(&file.bytes) {
        ascii_grid::grid_from_bytes(&file.name, &file.bytes)
    } else if hgt::is_tile(&file.name, &file.bytes) || hgt::has_extension(&file.name) {
        hgt::grid_from_bytes(&file.name, &file.bytes)
    } else if hgt::has_tile_size(&file.bytes) {
        Err(Diagnostic::error("dem-hgt-name").with("file", file.name.as_str()))
    } else {
        Err(Diagnostic::error("dem-unknown-format").with("file", file.name.as_str()))
    }
}

/// Fills what is unknown as far as its neighbours tell, and counts both what was filled and what was not.
fn fill_voids(file: &str, grid: &mut Grid, quality: &mut Quality) {
    let filled = fill::fill_voids(grid.columns, &mut grid.heights);
    for (finding, count) in [(Finding::ElevationVoids, filled.filled), (Finding::NoElevation, filled.left)] {
        if count > 0 {
            quality.note(finding, file);
            quality.count(finding, count as u64 - 1);
        }
    }
}
