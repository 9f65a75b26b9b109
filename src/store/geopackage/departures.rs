//! Exact departures as a table without geometry: a row a line, whose trips are packed into few bytes.

use super::contents::register_attributes;
use super::departure_code::{decode, encode};
use super::failure::Failure;
use super::schema;
use crate::twin::model::departures::LineDepartures;
use crate::twin::model::id::FeatureId;
use crate::twin::model::quality::Finding;
use crate::twin::model::region::Region;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use std::collections::BTreeSet;

const NAME: &str = "line_departures";
const TABLE: &str = "
CREATE TABLE line_departures (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  line TEXT NOT NULL,
  headway INTEGER NOT NULL,
  stops TEXT NOT NULL,
  trips BLOB NOT NULL
);
";

/// Writes the departures, by line.
pub fn write(connection: &Connection, region: &Region) -> Result<(), Failure> {
    connection.execute_batch(TABLE)?;
    let about =
        "exact departures of lines on a working day, packed; line and stops are ids of features, headway (minutes) is what they hold for";
    register_attributes(connection, NAME, about)?;
    let mut insert = connection.prepare("INSERT INTO line_departures (line, headway, stops, trips) VALUES (?1, ?2, ?3, ?4)")?;
    for (line, departures) in region.departures.iter() {
        let (stops, trips) = encode(departures);
        let stops: Vec<String> = stops.iter().map(ToString::to_string).collect();
        insert.execute((line.to_string(), departures.headway, stops.join(" "), trips))?;
    }
    Ok(())
}

/// Reads the departures; a package of an earlier version has none. Rows that are damaged, and those of lines that are no longer there, are
/// left out and counted: such a line runs at its interval.
pub fn read(connection: &Connection, region: &mut Region) -> Result<(), Failure> {
    if !schema::has_table(connection, NAME)? {
        return Ok(());
    }
    let present = schema::columns(connection, NAME)?;
    let columns = schema::selection(&present, ["line", "headway", "stops", "trips"].into_iter());
    let mut statement = connection.prepare(&format!("SELECT {columns}, rowid FROM {NAME} ORDER BY rowid"))?;
    let mut rows = statement.query([])?;
    let lines: BTreeSet<FeatureId> = region.lines.features.iter().map(|line| line.id).collect();
    while let Some(row) = rows.next()? {
        let finding = match read_row(row)? {
            Some((line, departures)) if lines.contains(&line) => {
                region.departures.set(line, departures);
                continue;
            }
            Some(_) => Finding::MissingMembers,
            None => Finding::BrokenBlocks,
        };
        region.quality.note(finding, format_args!("{NAME}:{}", row.get::<_, i64>(4)?));
    }
    Ok(())
}

/// A line and its departures; none where the row is damaged.
fn read_row(row: &Row) -> Result<Option<(FeatureId, LineDepartures)>, Failure> {
    let cells = (row.get_ref(0)?, row.get_ref(1)?, row.get_ref(2)?, row.get_ref(3)?);
    let (ValueRef::Text(line), ValueRef::Integer(headway), ValueRef::Text(stops), ValueRef::Blob(trips)) = cells else { return Ok(None) };
    let read = || {
        let line = std::str::from_utf8(line).ok()?.parse().ok()?;
        let stops = std::str::from_utf8(stops).ok()?.split_whitespace().map(str::parse).collect::<Result<Vec<FeatureId>, ()>>().ok()?;
        Some((line, decode(u16::try_from(headway).ok()?, &stops, trips)?))
    };
    Ok(read())
}
