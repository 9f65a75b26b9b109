//! A table of residents by settlement that needs no mapping: its columns are known by their names.

use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::{NamedBytes, TableInput, TableMapping};

/// How far a settlement on the map may be from a row's coordinates [m].
const REACH: f64 = 5_000.0;

/// Names of columns and the fields that they are, in order of preference. The first row of a table has such names.
const COLUMNS: [(&str, &str); 19] = [
    ("population", "population"),
    ("residents", "population"),
    ("халық", "population"),
    ("население", "population"),
    ("id", "id"),
    ("kato", "id"),
    ("name", "name"),
    ("атауы", "name"),
    ("название", "name"),
    ("name_kk", "name_kk"),
    ("name_ru", "name_ru"),
    ("name_en", "name_en"),
    ("lon", "lon"),
    ("longitude", "lon"),
    ("lng", "lon"),
    ("lat", "lat"),
    ("latitude", "lat"),
    ("kind", "kind"),
    ("seat", "seat"),
];

/// The table with a mapping made from its header.
///
/// # Errors
/// `population-columns` where there is no column of residents, or none that tells the settlement.
pub fn table(file: NamedBytes) -> Result<TableInput, Diagnostic> {
    let columns = columns(&file.bytes);
    let has = |field: &str| columns.iter().any(|(_, known)| known == field);
    let is_placed = ["name", "name_kk", "name_ru", "name_en"].into_iter().any(has) || (has("lon") && has("lat"));
    if !has("population") || !is_placed {
        return Err(Diagnostic::error("population-columns").with("file", file.name));
    }
    let mapping = TableMapping { layer: "places".to_owned(), columns, reach: REACH, source: file.name.clone(), ..TableMapping::default() };
    Ok(TableInput { file, mapping })
}

/// Columns as they stand in the file, with the field of each that is known; no field twice.
fn columns(bytes: &[u8]) -> Vec<(String, String)> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let line = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let header = String::from_utf8_lossy(line);
    let separator = [',', ';', '\t'].into_iter().max_by_key(|mark| (header.matches(*mark).count(), *mark == ',')).unwrap_or(',');
    let names: Vec<&str> = header.split(separator).map(|name| name.trim().trim_matches('"')).collect();
    let mut columns: Vec<(String, String)> = Vec::new();
    for (known, field) in COLUMNS {
        let is_taken = columns.iter().any(|(_, taken)| taken == field);
        if let Some(name) = names.iter().find(|name| !is_taken && name.to_lowercase() == known) {
            columns.push(((*name).to_owned(), field.to_owned()));
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> NamedBytes {
        NamedBytes { name: "people.csv".into(), bytes: text.as_bytes().to_vec() }
    }

    fn pair(column: &str, field: &str) -> (String, String) {
        (column.to_owned(), field.to_owned())
    }

    #[test]
    fn columns_are_known_by_their_names() {
        let table = table(file("\u{feff}geonameid,name,lat,lon,population,timezone\n1,Rudny,52.9,63.1,124000,x")).expect("a table");
        assert_eq!(table.mapping.layer, "places");
        let expected = [pair("population", "population"), pair("name", "name"), pair("lon", "lon"), pair("lat", "lat")];
        assert_eq!(table.mapping.columns, expected);
        let other = columns("\"Название\";Население\r\nРудный;124000".as_bytes());
        assert_eq!(other, [pair("Население", "population"), pair("Название", "name")]);
    }

    #[test]
    fn a_table_without_the_needed_columns_is_named() {
        for text in ["", "name,lat,lon", "population,lat", "\0\0"] {
            assert_eq!(table(file(text)).expect_err(text).code, "population-columns");
        }
    }
}
