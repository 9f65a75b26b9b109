//! Damaged tables.

use aimaq::twin::import::csv_table::add_table;
use aimaq::twin::import::{TableInput, TableMapping};
use aimaq::twin::model::region::Region;
use aimaq_fuzz::{run, seeds};

fn main() -> std::process::ExitCode {
    let columns = [("id", "id"), ("name", "name"), ("lon", "lon"), ("lat", "lat"), ("seats", "capacity")];
    let columns = columns.map(|(column, field)| (column.to_owned(), field.to_owned())).to_vec();
    let mapping = TableMapping { layer: "amenities".to_owned(), columns, reach: 100.0, ..TableMapping::default() };
    run("csv", "table.csv", seeds::csv(), |file| {
        drop(add_table(&mut Region::default(), &TableInput { file: file.clone(), mapping: mapping.clone() }));
    })
}
