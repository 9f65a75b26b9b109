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

/// The names of a table's columns, from its first bytes; none where it has no header.
pub fn header(head: &[u8]) -> Vec<String> {
    // What is cut off within a letter would look like another encoding.
    let whole = head.iter().rposition(|byte| *byte == b'\n').map_or(head, |end| &head[..end]);
    let text = decode(whole);
    let (text, delimiter, _) = delimiter(&text);
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(Trim::All).from_reader(text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    header.iter().map(str::to_owned).collect()
}

fn read_rows(region: &mut Region, text: &str, file: &str, mapping: &TableMapping) -> Result<Vec<Row>, Diagnostic> {
    let (text, delimiter, skipped) = delimiter(text);
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(Trim::All).from_reader(text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    if header.iter().all(str::is_empty) {
        return Err(Diagnostic::error("table-empty").with("file", file));
    }
    let indices = column_indices(&header, file, mapping)?;
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    let mut lines = Lines { text, at: 0, line: 1 + skipped };
    loop {
        let start = reader.position().byte() as usize;
        let read = reader.read_record(&mut record);
        let place = |lines: &mut Lines| format!("{file}:{}", lines.of(start));
        match read {
            Ok(false) => return Ok(rows),
            Ok(true) if record.iter().all(str::is_empty) => {}
            Ok(true) if fits(&record, header.len()) => {
                let cells = indices.iter().map(|&index| record.get(index).unwrap_or_default().to_owned()).collect();
                rows.push(Row { place: place(&mut lines), cells, shape: None });
            }
            Ok(true) | Err(_) => region.quality.note(Finding::BadRows, place(&mut lines)),
        }
    }
}

/// Numbers of lines as an editor shows them, asked for in ascending order.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of the first text at or after a byte: the reader stops within the line end of the row before.
    fn of(&mut self, byte: usize) -> usize {
        let rest = self.text.as_bytes().get(byte..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = self.text.as_bytes().get(self.at..byte + blank).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.at = self.at.max(byte + blank);
        self.line
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

/// The table's text, its delimiter, and the lines left out before it: as a first line `sep=;` says, else the delimiter
/// that the header has most of outside quotes.
fn delimiter(text: &str) -> (&str, u8, usize) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(&[delimiter]) = first.strip_prefix("sep=").map(|rest| rest.trim_end().as_bytes())
        && delimiter.is_ascii()
    {
        let rest = &text[first.len()..];
        return (rest.strip_prefix('\r').unwrap_or(rest).strip_prefix('\n').unwrap_or_default(), delimiter, 1);
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
    (text, best, 0)
}
