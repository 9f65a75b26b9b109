//! The routable graph as two tables without geometry: nodes with their coordinates, edges between them.

use super::contents::register_attributes;
use super::failure::Failure;
use super::schema;
use crate::twin::model::network::{Edge, Network};
use crate::twin::model::quality::Finding;
use crate::twin::model::region::Region;
use crate::twin::model::space::{GeoPoint, Position};
use rusqlite::{Connection, Row};

const TABLES: &str = "
CREATE TABLE network_nodes (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, lon DOUBLE NOT NULL, lat DOUBLE NOT NULL);
CREATE TABLE network_edges (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  from_node INTEGER NOT NULL,
  to_node INTEGER NOT NULL,
  street INTEGER NOT NULL,
  first_point INTEGER NOT NULL,
  last_point INTEGER NOT NULL,
  length DOUBLE NOT NULL
);
";

/// Writes the graph. Nodes and streets are named by their row numbers.
pub fn write(connection: &Connection, region: &Region) -> Result<(), Failure> {
    connection.execute_batch(TABLES)?;
    register_attributes(connection, "network_nodes", "street network: where streets meet or end")?;
    register_attributes(connection, "network_edges", "street network: stretches between nodes; street is the fid in highways")?;
    let mut insert = connection.prepare("INSERT INTO network_nodes (lon, lat) VALUES (?1, ?2)")?;
    for &node in &region.network.nodes {
        let point = region.frame.geo_from_position(node);
        insert.execute((point.lon, point.lat))?;
    }
    let mut insert = connection.prepare(
        "INSERT INTO network_edges (from_node, to_node, street, first_point, last_point, length) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let row = |index: u32| i64::from(index) + 1;
    for edge in &region.network.edges {
        insert.execute((row(edge.from), row(edge.to), row(edge.street), edge.first_point, edge.last_point, f64::from(edge.length)))?;
    }
    Ok(())
}

/// Reads the graph. Edges of streets or points that are no longer there are left out and counted.
pub fn read(connection: &Connection, region: &mut Region, street_rows: &[i64]) -> Result<(), Failure> {
    if !schema::has_table(connection, "network_nodes")? || !schema::has_table(connection, "network_edges")? {
        return Ok(());
    }
    let (nodes, node_rows) = read_nodes(connection, region)?;
    let mut statement =
        connection.prepare("SELECT from_node, to_node, street, first_point, last_point, length, fid FROM network_edges ORDER BY fid")?;
    let mut rows = statement.query([])?;
    let mut edges = Vec::new();
    while let Some(row) = rows.next()? {
        match read_edge(row, &node_rows, street_rows)?.filter(|edge| fits(edge, region)) {
            Some(edge) => edges.push(edge),
            None => region.quality.note(Finding::MissingMembers, format_args!("network_edges:{}", row.get::<_, i64>(6)?)),
        }
    }
    region.network = Network { nodes, edges };
    Ok(())
}

fn read_nodes(connection: &Connection, region: &Region) -> Result<(Vec<Position>, Vec<i64>), Failure> {
    let (mut nodes, mut numbers) = (Vec::new(), Vec::new());
    let mut statement = connection.prepare("SELECT fid, lon, lat FROM network_nodes ORDER BY fid")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let point = GeoPoint::new(row.get(1)?, row.get(2)?);
        if point.is_valid() {
            numbers.push(row.get(0)?);
            nodes.push(region.frame.position_from_geo(point));
        }
    }
    Ok((nodes, numbers))
}

fn read_edge(row: &Row, node_rows: &[i64], street_rows: &[i64]) -> Result<Option<Edge>, Failure> {
    let (from, to, street) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let (first_point, last_point): (i64, i64) = (row.get(3)?, row.get(4)?);
    let length = row.get::<_, f64>(5)? as f32;
    let edge = || {
        Some(Edge {
            from: index_of(node_rows, from)?,
            to: index_of(node_rows, to)?,
            street: index_of(street_rows, street)?,
            first_point: first_point.try_into().ok()?,
            last_point: last_point.try_into().ok()?,
            length,
        })
    };
    Ok(edge())
}

/// Where a row number stands among ascending ones. In an unedited package that is one less than the number.
fn index_of(rows: &[i64], row: i64) -> Option<u32> {
    let guess = usize::try_from(row.checked_sub(1)?).ok()?;
    let index = if rows.get(guess) == Some(&row) { guess } else { rows.binary_search(&row).ok()? };
    u32::try_from(index).ok()
}

fn fits(edge: &Edge, region: &Region) -> bool {
    let points = region.streets.shapes.get(edge.street as usize).first().len();
    usize::from(edge.first_point.max(edge.last_point)) < points && edge.length.is_finite() && edge.length >= 0.0
}
