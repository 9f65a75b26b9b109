//! What regions of 10 thousand to a million buildings cost: import, package, loading, memory, frames. Prints one table.
//!
//! `cargo bench --bench scale [-- 10000 50000]`; frames are measured where there is a display.

use aimaq::store::geopackage;
use aimaq::twin::import::{Inputs, NamedBytes, Unwatched, assemble, synthetic};
use aimaq::twin::model::region::Region;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![10_000, 50_000, 200_000, 1_000_000] } else { asked };
    let folder = tempfile::tempdir().expect("a folder for packages");
    eprintln!("| buildings | import s | package MB | load s | bytes a building in memory | frame ms (median) |");
    eprintln!("|---|---|---|---|---|---|");
    for size in sizes {
        eprintln!("{}", row(size, &folder.path().join(format!("{size}.gpkg"))));
    }
}

fn row(size: usize, path: &Path) -> String {
    let file = NamedBytes { name: format!("{size}.osm"), bytes: osm_xml(&synthetic::region(size)).into_bytes() };
    let inputs = Inputs { id: "synthetic".into(), osm: vec![file], ..Inputs::default() };
    let started = Instant::now();
    let region = assemble::import_region(&inputs, &Unwatched).expect("a whole file");
    let import = started.elapsed().as_secs_f64();
    geopackage::write(&region, path, &Unwatched).expect("room for a package");
    let megabytes = std::fs::metadata(path).map_or(0.0, |file| file.len() as f64 / 1e6);
    drop(region);
    let started = Instant::now();
    let region = geopackage::read(path, &Unwatched).expect("our own package");
    let load = started.elapsed().as_secs_f64();
    let each = region.buildings.bytes() / region.buildings.len().max(1);
    let frame = frame_milliseconds(path).map_or("–".to_owned(), |median| format!("{median:.1}"));
    format!("| {} | {import:.2} | {megabytes:.1} | {load:.2} | {each} | {frame} |", region.buildings.len())
}

/// The median of the program's own measurement, in its window.
fn frame_milliseconds(path: &Path) -> Option<f64> {
    let output = Command::new(env!("CARGO_BIN_EXE_aimaq"))
        .arg("view")
        .arg(path)
        .args(["--frames", "100", "--quality", "lite", "--json"])
        .output()
        .ok()?;
    let result: serde_json::Value = serde_json::from_slice(&output.stdout).ok()?;
    result["median_ms"].as_f64()
}

/// The region's buildings and streets as an OpenStreetMap file.
fn osm_xml(region: &Region) -> String {
    let (mut nodes, mut ways, mut number) = (String::new(), String::new(), 0u64);
    let mut add = |points: &[aimaq::twin::model::space::Position], closed: bool, tag: (&str, &str)| {
        let first = number + 1;
        for point in points {
            number += 1;
            let place = region.frame.geo_from_position(*point);
            let _ = writeln!(nodes, "<node id=\"{number}\" lon=\"{:.7}\" lat=\"{:.7}\"/>", place.lon, place.lat);
        }
        let _ = write!(ways, "<way id=\"{first}\">");
        let references = (first..=number).chain(closed.then_some(first));
        references.for_each(|reference| _ = write!(ways, "<nd ref=\"{reference}\"/>"));
        let _ = writeln!(ways, "<tag k=\"{}\" v=\"{}\"/></way>", tag.0, tag.1);
    };
    for (_, shape) in region.buildings.iter() {
        add(shape.first(), true, ("building", "house"));
    }
    for (_, shape) in region.streets.iter() {
        add(shape.first(), false, ("highway", "residential"));
    }
    format!("<osm version=\"0.6\">\n{nodes}{ways}</osm>\n")
}
