//! Damaged ESRI ASCII grids, packed with gzip or not.

use aimaq::twin::import::dem::raster_from_bytes;
use aimaq::twin::model::quality::Quality;
use aimaq_fuzz::{run, seeds};

fn main() -> std::process::ExitCode {
    run("asc", "dem.asc", seeds::ascii_grid(), |file| drop(raster_from_bytes(file, &mut Quality::default())))
}
