//! The spatial index of a feature table: SQLite's R-tree, packed at once instead of grown row by row.
//!
//! Packing (sort-tile-recursive: Leutenegger, Lopez, Edgington 1997) writes each node once, which is some ten times
//! faster than inserting. The nodes' form is that of SQLite's `rtree.c`: depth, number of cells, then the cells.

use super::failure::Failure;
use crate::twin::model::space::GeoBox;
use rusqlite::Connection;

/// The extension as the standard registers it.
pub const EXTENSION: [&str; 3] = ["gpkg_rtree_index", "http://www.geopackage.org/spec120/#extension_rtree", "write-only"];

/// Bytes before a node's cells.
const HEAD: usize = 4;
/// Bytes of a cell: row or node, and four coordinates.
const CELL: usize = 8 + 4 * 4;
/// The node that every search begins with.
const ROOT: i64 = 1;

/// Creates the index over a table's `geom`, whose row `i + 1` lies in `boxes[i]`, and the triggers that keep it.
pub fn create(connection: &Connection, table: &str, boxes: &[Option<GeoBox>]) -> Result<(), Failure> {
    let index = format!("rtree_{table}_geom");
    connection.execute_batch(&format!("CREATE VIRTUAL TABLE \"{index}\" USING rtree(id, minx, maxx, miny, maxy)"))?;
    let node_size: u32 =
        connection.query_row(&format!("SELECT length(data) FROM \"{index}_node\" WHERE nodeno = {ROOT}"), [], |row| row.get(0))?;
    let cells: Vec<Cell> = (1..).zip(boxes).filter_map(|(row, around)| around.map(|around| Cell::new(row, around))).collect();
    if !cells.is_empty() {
        Packer { connection, index: &index, node_size: node_size as usize, next_node: ROOT + 1 }.pack(cells)?;
    }
    connection.execute_batch(&triggers(table))?;
    Ok(())
}

/// A row or a node, and the box around it in the index's single precision: `[min x, max x, min y, max y]`.
#[derive(Clone, Copy)]
struct Cell {
    number: i64,
    bounds: [f32; 4],
}

impl Cell {
    fn new(number: i64, around: GeoBox) -> Self {
        let bounds = [round_down(around.west), round_up(around.east), round_down(around.south), round_up(around.north)];
        Self { number, bounds }
    }

    fn around(number: i64, cells: &[Cell]) -> Self {
        let mut bounds = [f32::INFINITY, f32::NEG_INFINITY, f32::INFINITY, f32::NEG_INFINITY];
        for cell in cells {
            for axis in [0, 2] {
                bounds[axis] = bounds[axis].min(cell.bounds[axis]);
                bounds[axis + 1] = bounds[axis + 1].max(cell.bounds[axis + 1]);
            }
        }
        Self { number, bounds }
    }

    fn middle(&self, axis: usize) -> f32 {
        self.bounds[axis * 2] + self.bounds[axis * 2 + 1]
    }
}

fn round_down(number: f64) -> f32 {
    let rounded = number as f32;
    if f64::from(rounded) > number { rounded.next_down() } else { rounded }
}

fn round_up(number: f64) -> f32 {
    let rounded = number as f32;
    if f64::from(rounded) < number { rounded.next_up() } else { rounded }
}

struct Packer<'a> {
    connection: &'a Connection,
    index: &'a str,
    node_size: usize,
    next_node: i64,
}

impl Packer<'_> {
    fn pack(&mut self, mut cells: Vec<Cell>) -> Result<(), Failure> {
        let group = group_size(cells.len(), self.capacity());
        sort_into_tiles(&mut cells, group);
        let mut depth = 0u16;
        while cells.len() > self.capacity() {
            cells = self.write_level(&cells, depth)?;
            depth += 1;
        }
        self.write_node(ROOT, depth, &cells)?;
        self.write_links(ROOT, depth, &cells)
    }

    fn capacity(&self) -> usize {
        ((self.node_size.saturating_sub(HEAD)) / CELL).max(2)
    }

    /// Writes one level of nodes and returns what the level above holds.
    fn write_level(&mut self, cells: &[Cell], depth: u16) -> Result<Vec<Cell>, Failure> {
        let mut above = Vec::new();
        for group in cells.chunks(group_size(cells.len(), self.capacity())) {
            let node = self.next_node;
            self.next_node += 1;
            // Only the root states the tree's depth.
            self.write_node(node, 0, group)?;
            self.write_links(node, depth, group)?;
            above.push(Cell::around(node, group));
        }
        Ok(above)
    }

    fn write_node(&self, node: i64, depth: u16, cells: &[Cell]) -> Result<(), Failure> {
        let mut data = Vec::with_capacity(self.node_size);
        data.extend_from_slice(&depth.to_be_bytes());
        data.extend_from_slice(&(cells.len() as u16).to_be_bytes());
        for cell in cells {
            data.extend_from_slice(&cell.number.to_be_bytes());
            cell.bounds.iter().for_each(|bound| data.extend_from_slice(&bound.to_be_bytes()));
        }
        data.resize(self.node_size, 0);
        let sql = format!("INSERT OR REPLACE INTO \"{}_node\" VALUES (?1, ?2)", self.index);
        self.connection.prepare_cached(&sql)?.execute((node, data))?;
        Ok(())
    }

    /// Notes for each row or node in which node it is.
    fn write_links(&self, node: i64, depth: u16, cells: &[Cell]) -> Result<(), Failure> {
        let kind = if depth == 0 { "rowid" } else { "parent" };
        let mut insert = self.connection.prepare_cached(&format!("INSERT INTO \"{}_{kind}\" VALUES (?1, ?2)", self.index))?;
        for cell in cells {
            insert.execute((cell.number, node))?;
        }
        Ok(())
    }
}

/// As many in each group as spread them evenly over the fewest groups.
fn group_size(count: usize, capacity: usize) -> usize {
    count.div_ceil(count.div_ceil(capacity).max(1)).max(1)
}

/// Sorts into vertical slices, and each slice from south to north, so that runs of `group` are compact.
fn sort_into_tiles(cells: &mut [Cell], group: usize) {
    let order = |axis: usize| move |a: &Cell, b: &Cell| a.middle(axis).total_cmp(&b.middle(axis)).then(a.number.cmp(&b.number));
    let groups = cells.len().div_ceil(group);
    let slice = group * (groups as f64).sqrt().ceil() as usize;
    cells.sort_unstable_by(order(0));
    cells.chunks_mut(slice.max(1)).for_each(|slice| slice.sort_unstable_by(order(1)));
}

/// The triggers of the standard (GeoPackage 1.3, annex F.3): they run where a GIS edits the table.
fn triggers(table: &str) -> String {
    let index = format!("\"rtree_{table}_geom\"");
    let full = "NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)";
    let empty = "NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)";
    let insert = format!(
        "INSERT OR REPLACE INTO {index} VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));"
    );
    let delete = format!("DELETE FROM {index} WHERE id = OLD.fid;");
    let delete_both = format!("DELETE FROM {index} WHERE id IN (OLD.fid, NEW.fid);");
    [
        ("insert", "INSERT", full.to_owned(), insert.clone()),
        ("update1", "UPDATE OF geom", format!("OLD.fid = NEW.fid AND ({full})"), insert.clone()),
        ("update2", "UPDATE OF geom", format!("OLD.fid = NEW.fid AND ({empty})"), delete.clone()),
        ("update3", "UPDATE", format!("OLD.fid != NEW.fid AND ({full})"), format!("{delete} {insert}")),
        ("update4", "UPDATE", format!("OLD.fid != NEW.fid AND ({empty})"), delete_both),
        ("delete", "DELETE", "OLD.geom NOT NULL".to_owned(), delete),
    ]
    .map(|(name, event, condition, action)| {
        format!("CREATE TRIGGER \"rtree_{table}_geom_{name}\" AFTER {event} ON \"{table}\" WHEN ({condition}) BEGIN {action} END;")
    })
    .join("\n")
}
