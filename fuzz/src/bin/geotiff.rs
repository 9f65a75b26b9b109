//! Damaged GeoTIFFs.

use aimaq::twin::import::dem::raster_from_bytes;
use aimaq::twin::model::quality::Quality;
use aimaq_fuzz::{fixtures, run, seeds};

fn main() -> std::process::ExitCode {
    run("geotiff", "dem.tif", seeds::geotiff(&fixtures()), |file| drop(raster_from_bytes(file, &mut Quality::default())))
}
