//! Damaged GeoJSON, as districts, as clip and as a table.

use aimaq::twin::import::geojson_file::{add_districts, add_table, read_clip};
use aimaq::twin::import::{TableInput, TableMapping};
use aimaq::twin::model::region::Region;
use aimaq_fuzz::{run, seeds};

fn main() -> std::process::ExitCode {
    let columns = vec![("seats".to_owned(), "capacity".to_owned())];
    let mapping = TableMapping { layer: "amenities".to_owned(), columns, reach: 100.0, ..TableMapping::default() };
    run("geojson", "area.geojson", seeds::geojson(), |file| {
        let mut region = Region::default();
        drop(add_districts(&mut region, file));
        drop(read_clip(file));
        drop(add_table(&mut region, &TableInput { file: file.clone(), mapping: mapping.clone() }));
    })
}
