//! Tables of one's own as text: any usual delimiter, encoding and way to write numbers.

use super::table_rows::{Row, add_rows};
use super::text_encoding::decode;
use super::{TableInput, TableMapping, geojson_file};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::quality::Finding;
use crate::twin::model::region::Region;
use csv::{ReaderBuilder, StringRecord, Trim};

/// Adds what a table says to the region, by its mapping; a table that is GeoJSON is handed on.
///
/// Rows that cannot be read are left out and counted with `file:line`. Fails only where the file is no table, or the
/// mapping names a column, field or layer that does not exist.
pub fn add_table(region: &mut Region, table: &TableInput) -> Result<(), Diagnostic> {
    let text = decode(&table.file.bytes);
    if text.trim_start().starts_with('{') {
        return geojson_file::add_table(region, table);
    }
    let rows = read_rows(region, &text, &table.file.name, &table.mapping)?;
    add_rows(region, &table.mapping, &table.file.name, rows)
}

fn read_rows(region: &mut Region, text: &str, file: &str, mapping: &TableMapping) -> Result<Vec<Row>, Diagnostic> {
    let (text, delimiter) = delimiter(text);
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(Trim::All).from_reader(text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    if header.iter().all(str::is_empty) {
        return Err(Diagnostic::error("table-empty").with("file", file));
    }
    let indices = column_indices(&header, file, mapping)?;
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    loop {
        let line = reader.position().line();
        match reader.read_record(&mut record) {
            Ok(false) => return Ok(rows),
            Ok(true) if record.iter().all(str::is_empty) => {}
            Ok(true) => {
                let line = record.position().map_or(line, csv::Position::line);
                let place = format!("{file}:{line}");
                if fits(&record, header.len()) {
                    let cells = indices.iter().map(|&index| record.get(index).unwrap_or_default().to_owned()).collect();
                    rows.push(Row { place, cells, shape: None });
                } else {
                    region.quality.note(Finding::BadRows, place);
                }
            }
            Err(_) => region.quality.note(Finding::BadRows, format!("{file}:{line}")),
        }
    }
}

/// Whether a row has a cell for each column, and nothing beyond them.
fn fits(record: &StringRecord, columns: usize) -> bool {
    record.len() >= columns && record.iter().skip(columns).all(str::is_empty)
}

/// Where the mapping's columns stand.
fn column_indices(header: &StringRecord, file: &str, mapping: &TableMapping) -> Result<Vec<usize>, Diagnostic> {
    let index = |column: &str| header.iter().position(|name| name.trim().to_lowercase() == column.trim().to_lowercase());
    let missing = |column: &str| Diagnostic::error("table-column-missing").with("file", file).with("column", column);
    mapping.columns.iter().map(|(column, _)| index(column).ok_or_else(|| missing(column))).collect()
}

/// The table's text and delimiter: as a first line `sep=;` says, else the one that the header has most of outside quotes.
fn delimiter(text: &str) -> (&str, u8) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(&[delimiter]) = first.strip_prefix("sep=").map(|rest| rest.trim_end().as_bytes())
        && delimiter.is_ascii()
    {
        return (text[first.len()..].trim_start_matches(['\r', '\n']), delimiter);
    }
    let count = |delimiter: u8| {
        let mut quoted = false;
        let outside = |byte: &u8| {
            quoted ^= *byte == b'"';
            !quoted && *byte == delimiter
        };
        first.bytes().filter(outside).count()
    };
    let mut best = b',';
    for candidate in [b';', b'\t'] {
        if count(candidate) > count(best) {
            best = candidate;
        }
    }
    (text, best)
}
