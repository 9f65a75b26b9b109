//! What a region says of itself, as tables: identity, sources, quality, corrections.

use super::contents::register_attributes;
use super::failure::Failure;
use super::{VERSION, schema};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::choice::Choice;
use crate::twin::model::correction::Correction;
use crate::twin::model::names::{Name, TextId};
use crate::twin::model::quality::{Finding, LayerQuality, Quality, QualityEntry};
use crate::twin::model::region::Region;
use crate::twin::model::source::Source;
use crate::twin::model::space::{Bounds, GeoPoint, LocalFrame};
use rusqlite::{Connection, Row};

const TABLES: [(&str, &str, &str); 5] = [
    (
        "aimaq_region",
        "what the region is, its plane and what to frame (metres in that plane)",
        "version INTEGER NOT NULL, id TEXT, name TEXT, name_kk TEXT, name_ru TEXT, name_en TEXT, standing TEXT, timezone TEXT,
         origin_lon DOUBLE, origin_lat DOUBLE, min_east DOUBLE, min_north DOUBLE, max_east DOUBLE, max_north DOUBLE, grade TEXT",
    ),
    ("aimaq_sources", "where the data come from, and under which licence", "name TEXT, licence TEXT, credit TEXT, date TEXT"),
    (
        "aimaq_quality",
        "what was found in the data, and what was done about it; examples are a JSON list",
        "finding TEXT NOT NULL, treatment TEXT, count INTEGER NOT NULL, examples TEXT",
    ),
    (
        "aimaq_quality_layers",
        "completeness by layer",
        "layer TEXT NOT NULL, found INTEGER NOT NULL, kept INTEGER NOT NULL, observed_share DOUBLE NOT NULL",
    ),
    (
        "aimaq_corrections",
        "values set right by hand",
        "layer TEXT NOT NULL, feature TEXT NOT NULL, field TEXT NOT NULL, value TEXT, source TEXT, date TEXT",
    ),
];

/// Writes the tables.
pub fn write(connection: &Connection, region: &Region) -> Result<(), Failure> {
    for (table, description, columns) in TABLES {
        connection.execute_batch(&format!("CREATE TABLE {table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {columns})"))?;
        register_attributes(connection, table, description)?;
    }
    write_identity(connection, region)?;
    let mut insert = connection.prepare("INSERT INTO aimaq_sources (name, licence, credit, date) VALUES (?1, ?2, ?3, ?4)")?;
    for source in &region.sources {
        insert.execute((&source.name, &source.licence, &source.credit, &source.date))?;
    }
    write_quality(connection, &region.quality)?;
    let mut insert =
        connection.prepare("INSERT INTO aimaq_corrections (layer, feature, field, value, source, date) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for made in &region.corrections {
        insert.execute((&made.layer, &made.feature, &made.field, &made.value, &made.source, &made.date))?;
    }
    Ok(())
}

fn write_identity(connection: &Connection, region: &Region) -> Result<(), Failure> {
    let name = |text: TextId| (!text.is_empty()).then(|| region.strings.get(text));
    let Name { local, by_language: [kk, ru, en] } = region.name;
    let origin = region.frame.origin();
    // An empty extent has no numbers.
    let metres = |number: f64| number.is_finite().then_some(number);
    connection.execute(
        "INSERT INTO aimaq_region (version, id, name, name_kk, name_ru, name_en, standing, timezone,
           origin_lon, origin_lat, min_east, min_north, max_east, max_north, grade)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        rusqlite::params![
            VERSION,
            region.id,
            name(local),
            name(kk),
            name(ru),
            name(en),
            region.standing.name(),
            region.timezone,
            origin.lon,
            origin.lat,
            metres(region.extent.min[0]),
            metres(region.extent.min[1]),
            metres(region.extent.max[0]),
            metres(region.extent.max[1]),
            region.quality.grade.name(),
        ],
    )?;
    Ok(())
}

fn write_quality(connection: &Connection, quality: &Quality) -> Result<(), Failure> {
    let mut insert = connection.prepare("INSERT INTO aimaq_quality (finding, treatment, count, examples) VALUES (?1, ?2, ?3, ?4)")?;
    for entry in &quality.entries {
        let examples = serde_json::Value::from(entry.examples.clone()).to_string();
        insert.execute((entry.finding.name(), entry.finding.treatment().name(), to_count(entry.count), examples))?;
    }
    let mut insert = connection.prepare("INSERT INTO aimaq_quality_layers (layer, found, kept, observed_share) VALUES (?1, ?2, ?3, ?4)")?;
    for layer in &quality.layers {
        insert.execute((&layer.layer, to_count(layer.found), to_count(layer.kept), layer.observed_share))?;
    }
    Ok(())
}

/// The version of our tables, if we can read it.
///
/// # Errors
/// `package-foreign` where there are none, `package-newer`.
pub fn check_version(connection: &Connection) -> Result<(), Failure> {
    if !schema::has_table(connection, "aimaq_region")? {
        return Err(Diagnostic::error("package-foreign").into());
    }
    let version: i64 = connection.query_row("SELECT version FROM aimaq_region ORDER BY fid LIMIT 1", [], |row| row.get(0))?;
    if version > VERSION {
        let newer = Diagnostic::error("package-newer").with("version", version as f64).with("known", VERSION as f64);
        return Err(newer.into());
    }
    Ok(())
}

/// A region with everything but its layers, network and terrain.
pub fn read(connection: &Connection) -> Result<Region, Failure> {
    check_version(connection)?;
    let mut region = read_identity(connection)?;
    region.sources = read_rows(connection, "aimaq_sources", "name, licence, credit, date", |row| {
        Ok(Source { name: text(row, 0)?, licence: text(row, 1)?, credit: text(row, 2)?, date: text(row, 3)? })
    })?;
    region.quality.layers = read_rows(connection, "aimaq_quality_layers", "layer, found, kept, observed_share", |row| {
        Ok(LayerQuality { layer: text(row, 0)?, found: count(row, 1)?, kept: count(row, 2)?, observed_share: row.get(3)? })
    })?;
    let entries =
        read_rows(connection, "aimaq_quality", "finding, count, examples", |row| Ok((text(row, 0)?, count(row, 1)?, text(row, 2)?)))?;
    region.quality.entries = entries.into_iter().filter_map(quality_entry).collect();
    // Counting on relies on their order.
    region.quality.entries.sort_by_key(|entry| entry.finding);
    region.quality.entries.dedup_by_key(|entry| entry.finding);
    region.corrections = read_corrections(connection)?;
    Ok(region)
}

/// The values set right by hand.
pub fn read_corrections(connection: &Connection) -> Result<Vec<Correction>, Failure> {
    read_rows(connection, "aimaq_corrections", "layer, feature, field, value, source, date", |row| {
        Ok(Correction {
            layer: text(row, 0)?,
            feature: text(row, 1)?,
            field: text(row, 2)?,
            value: text(row, 3)?,
            source: text(row, 4)?,
            date: text(row, 5)?,
        })
    })
}

fn read_identity(connection: &Connection) -> Result<Region, Failure> {
    let sql = "SELECT id, name, name_kk, name_ru, name_en, standing, timezone,
        origin_lon, origin_lat, min_east, min_north, max_east, max_north, grade FROM aimaq_region ORDER BY fid LIMIT 1";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let row = rows.next()?.ok_or_else(|| Failure::inconsistent("table aimaq_region is empty"))?;
    let origin = GeoPoint::new(row.get(7)?, row.get(8)?);
    if !origin.is_valid() {
        return Err(Failure::inconsistent("the origin of the plane is not on the globe"));
    }
    let mut region = Region {
        id: text(row, 0)?,
        standing: Choice::from_name(&text(row, 5)?).unwrap_or_default(),
        timezone: text(row, 6)?,
        frame: LocalFrame::new(origin),
        extent: read_extent(row)?,
        ..Region::default()
    };
    region.quality.grade = Choice::from_name(&text(row, 13)?).unwrap_or_default();
    let mut name = |column| -> rusqlite::Result<TextId> { Ok(region.strings.intern(&text(row, column)?)) };
    region.name = Name { local: name(1)?, by_language: [name(2)?, name(3)?, name(4)?] };
    Ok(region)
}

fn read_extent(row: &Row) -> Result<Bounds, Failure> {
    let [west, south, east, north]: [Option<f64>; 4] = [row.get(9)?, row.get(10)?, row.get(11)?, row.get(12)?];
    Ok(match (west, south, east, north) {
        (Some(west), Some(south), Some(east), Some(north)) => Bounds { min: [west, south], max: [east, north] },
        _ => Bounds::default(),
    })
}

/// An entry whose finding this version does not know is left out.
fn quality_entry((finding, count, examples): (String, u64, String)) -> Option<QualityEntry> {
    let finding = Finding::from_name(&finding)?;
    Some(QualityEntry { finding, count, examples: serde_json::from_str(&examples).unwrap_or_default() })
}

/// Rows of one of our tables in their order; none where somebody removed it.
fn read_rows<T>(
    connection: &Connection,
    table: &str,
    columns: &str,
    read: impl FnMut(&Row) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Failure> {
    if !schema::has_table(connection, table)? {
        return Ok(Vec::new());
    }
    let mut statement = connection.prepare(&format!("SELECT {columns} FROM {table} ORDER BY fid"))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn text(row: &Row, column: usize) -> rusqlite::Result<String> {
    Ok(row.get::<_, Option<String>>(column)?.unwrap_or_default())
}

fn count(row: &Row, column: usize) -> rusqlite::Result<u64> {
    Ok(row.get::<_, i64>(column)?.max(0) as u64)
}

/// SQLite's numbers are signed.
fn to_count(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
