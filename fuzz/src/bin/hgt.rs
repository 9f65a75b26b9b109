//! Damaged HGT tiles.

use aimaq::twin::import::dem::raster_from_bytes;
use aimaq::twin::model::quality::Quality;
use aimaq_fuzz::{run, seeds};

fn main() -> std::process::ExitCode {
    run("hgt", "N53E063.hgt", seeds::hgt(), |file| drop(raster_from_bytes(file, &mut Quality::default())))
}
