//! Damaged OpenStreetMap extracts in protocol buffers. Seeds: small extracts of the shared data, or `--seed-file`.

use aimaq::twin::import::Unwatched;
use aimaq::twin::import::osm::parse;
use aimaq_fuzz::{run, shared};

fn main() -> std::process::ExitCode {
    run("pbf", "extract.osm.pbf", shared("data/osm", ".osm.pbf"), |file| drop(parse(file, &Unwatched)))
}
