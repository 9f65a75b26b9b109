//! Elevation as tiled gridded coverages (OGC 17-066r1): one table per raster, tiles of 16-bit PNG.

use super::contents::{register_extension, register_spatial};
use super::coverage_tile::{TILE, Tile, VOID, unpack};
use super::failure::Failure;
use super::schema::{SRS, has_table};
use super::{READ_PHASE, WRITE_PHASE};
use crate::twin::import::{Progress, proceed};
use crate::twin::model::terrain::{Raster, Terrain};
use rayon::prelude::*;
use rusqlite::Connection;
use std::sync::Arc;

const TABLES: &str = "
CREATE TABLE gpkg_tile_matrix_set (
  table_name TEXT NOT NULL PRIMARY KEY,
  srs_id INTEGER NOT NULL,
  min_x DOUBLE NOT NULL,
  min_y DOUBLE NOT NULL,
  max_x DOUBLE NOT NULL,
  max_y DOUBLE NOT NULL,
  CONSTRAINT fk_gtms_table_name FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gtms_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_tile_matrix (
  table_name TEXT NOT NULL,
  zoom_level INTEGER NOT NULL,
  matrix_width INTEGER NOT NULL,
  matrix_height INTEGER NOT NULL,
  tile_width INTEGER NOT NULL,
  tile_height INTEGER NOT NULL,
  pixel_x_size DOUBLE NOT NULL,
  pixel_y_size DOUBLE NOT NULL,
  CONSTRAINT pk_ttm PRIMARY KEY (table_name, zoom_level),
  CONSTRAINT fk_tmm_table_name FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name)
);
CREATE TABLE gpkg_2d_gridded_coverage_ancillary (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  tile_matrix_set_name TEXT NOT NULL UNIQUE,
  datatype TEXT NOT NULL DEFAULT 'integer',
  scale REAL NOT NULL DEFAULT 1.0,
  offset REAL NOT NULL DEFAULT 0.0,
  precision REAL DEFAULT 1.0,
  data_null REAL,
  grid_cell_encoding TEXT DEFAULT 'grid-value-is-center',
  uom TEXT,
  field_name TEXT DEFAULT 'Height',
  quantity_definition TEXT DEFAULT 'Height',
  CONSTRAINT fk_g2dgtct_name FOREIGN KEY (tile_matrix_set_name) REFERENCES gpkg_tile_matrix_set (table_name),
  CHECK (datatype in ('integer','float'))
);
CREATE TABLE gpkg_2d_gridded_tile_ancillary (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  tpudt_name TEXT NOT NULL,
  tpudt_id INTEGER NOT NULL,
  scale REAL NOT NULL DEFAULT 1.0,
  offset REAL NOT NULL DEFAULT 0.0,
  min REAL DEFAULT NULL,
  max REAL DEFAULT NULL,
  mean REAL DEFAULT NULL,
  std_dev REAL DEFAULT NULL,
  CONSTRAINT fk_g2dgtat_name FOREIGN KEY (tpudt_name) REFERENCES gpkg_contents(table_name),
  UNIQUE (tpudt_name, tpudt_id)
);
";

const EXTENSION: [&str; 3] = ["gpkg_2d_gridded_coverage", "http://docs.opengeospatial.org/is/17-066r1/17-066r1.html", "read-write"];

/// Writes the rasters in their order; a region without elevation gets no such tables.
pub fn write(connection: &Connection, terrain: &Terrain, progress: &dyn Progress) -> Result<(), Failure> {
    if terrain.rasters.is_empty() {
        return Ok(());
    }
    connection.execute_batch(TABLES)?;
    for table in ["gpkg_2d_gridded_coverage_ancillary", "gpkg_2d_gridded_tile_ancillary"] {
        register_extension(connection, table, None, EXTENSION)?;
    }
    for (number, raster) in terrain.rasters.iter().filter(|raster| raster.rows() > 0).enumerate() {
        proceed(progress, WRITE_PHASE, 0.9 + 0.1 * number as f32 / terrain.rasters.len() as f32)?;
        let table = format!("elevation_{number}");
        create(connection, &table, raster)?;
        write_tiles(connection, &table, raster, progress)?;
    }
    Ok(())
}

fn create(connection: &Connection, table: &str, raster: &Raster) -> Result<(), Failure> {
    connection.execute_batch(&format!(
        "CREATE TABLE \"{table}\" (
           id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
           zoom_level INTEGER NOT NULL,
           tile_column INTEGER NOT NULL,
           tile_row INTEGER NOT NULL,
           tile_data BLOB NOT NULL,
           UNIQUE (zoom_level, tile_column, tile_row))"
    ))?;
    register_spatial(connection, table, "2d-gridded-coverage", Some(raster.extent()))?;
    register_extension(connection, table, Some("tile_data"), EXTENSION)?;
    let [columns, rows] = matrix(raster);
    let east = raster.west + raster.cell_lon * (columns * TILE) as f64;
    let south = raster.north - raster.cell_lat * (rows * TILE) as f64;
    connection.execute(
        "INSERT INTO gpkg_tile_matrix_set VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (table, SRS, raster.west, south, east, raster.north),
    )?;
    connection.execute(
        "INSERT INTO gpkg_tile_matrix VALUES (?1, 0, ?2, ?3, ?4, ?4, ?5, ?6)",
        (table, columns as i64, rows as i64, TILE as i64, raster.cell_lon, raster.cell_lat),
    )?;
    connection.execute(
        "INSERT INTO gpkg_2d_gridded_coverage_ancillary (tile_matrix_set_name, datatype, data_null, uom) VALUES (?1, 'integer', ?2, 'm')",
        (table, f64::from(VOID)),
    )?;
    Ok(())
}

/// Columns and rows of tiles.
fn matrix(raster: &Raster) -> [usize; 2] {
    [raster.columns.div_ceil(TILE), raster.rows().div_ceil(TILE)]
}

fn write_tiles(connection: &Connection, table: &str, raster: &Raster, progress: &dyn Progress) -> Result<(), Failure> {
    let [columns, rows] = matrix(raster);
    let mut insert =
        connection.prepare(&format!("INSERT INTO \"{table}\" (zoom_level, tile_column, tile_row, tile_data) VALUES (0, ?1, ?2, ?3)"))?;
    let mut describe = connection.prepare(
        "INSERT INTO gpkg_2d_gridded_tile_ancillary (tpudt_name, tpudt_id, scale, offset, min, max, mean, std_dev)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    let mut finest = 1.0f64;
    for row in 0..rows {
        proceed(progress, WRITE_PHASE, 0.9)?;
        let tiles: Vec<_> = (0..columns).into_par_iter().map(|column| Tile::pack(&cut(raster, column, row))).collect();
        for (column, tile) in tiles.into_iter().enumerate() {
            let tile = tile.map_err(|error| Failure::inconsistent(error.to_string()))?;
            let id = insert.insert((column as i64, row as i64, &tile.png))?;
            let [low, high, mean, deviation] = tile.statistics.map_or([None; 4], |numbers| numbers.map(Some));
            describe.execute((table, id, tile.scale, tile.offset, low, high, mean, deviation))?;
            finest = finest.min(tile.scale);
        }
    }
    // Readers round to the precision, which is a whole metre unless stated.
    connection.execute("UPDATE gpkg_2d_gridded_coverage_ancillary SET precision = ?2 WHERE tile_matrix_set_name = ?1", (table, finest))?;
    Ok(())
}

/// The heights of one tile; unknown beyond the raster's edge.
fn cut(raster: &Raster, column: usize, row: usize) -> Vec<f32> {
    let mut heights = vec![f32::NAN; TILE * TILE];
    let left = column * TILE;
    let width = TILE.min(raster.columns - left);
    for (line, target) in heights.chunks_exact_mut(TILE).enumerate().take(raster.rows() - row * TILE) {
        let start = (row * TILE + line) * raster.columns + left;
        target[..width].copy_from_slice(&raster.heights[start..start + width]);
    }
    heights
}

/// Reads the rasters that [`write`] wrote.
pub fn read(connection: &Connection, progress: &dyn Progress) -> Result<Terrain, Failure> {
    let mut terrain = Terrain::default();
    if !has_table(connection, "gpkg_2d_gridded_coverage_ancillary")? {
        return Ok(terrain);
    }
    for number in 0.. {
        let table = format!("elevation_{number}");
        if !has_table(connection, &table)? {
            break;
        }
        proceed(progress, READ_PHASE, 0.9)?;
        terrain.rasters.push(Arc::new(read_raster(connection, &table)?));
    }
    Ok(terrain)
}

fn read_raster(connection: &Connection, table: &str) -> Result<Raster, Failure> {
    let mut raster = read_frame(connection, table)?;
    let sql = format!(
        "SELECT tile.tile_column, tile.tile_row, tile.tile_data, described.scale, described.offset FROM \"{table}\" tile
         JOIN gpkg_2d_gridded_tile_ancillary described ON described.tpudt_name = ?1 AND described.tpudt_id = tile.id
         WHERE tile.zoom_level = 0 ORDER BY tile.id"
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([table])?;
    while let Some(row) = rows.next()? {
        let (column, line): (i64, i64) = (row.get(0)?, row.get(1)?);
        let heights = row.get_ref(2)?.as_blob().ok().and_then(|png| unpack(png, row.get(3).ok()?, row.get(4).ok()?));
        let heights = heights.ok_or_else(|| Failure::inconsistent(format!("table {table}: tile {column}/{line} is broken")))?;
        paste(&mut raster, &heights, column, line);
    }
    Ok(raster)
}

/// Bytes that even the emptiest tile takes.
const LEAST_TILE: f64 = 64.0;

/// The raster's place and size, with unknown heights: no larger than there are tiles for.
fn read_frame(connection: &Connection, table: &str) -> Result<Raster, Failure> {
    let (tiles, bytes): (i64, i64) =
        connection.query_row(&format!("SELECT count(*), coalesce(sum(length(tile_data)), 0) FROM \"{table}\""), [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let there_are = (tiles as f64).min(bytes as f64 / LEAST_TILE);
    let sql = "SELECT pixel_x_size, pixel_y_size, tile_width, tile_height, contents.min_x, contents.max_y, contents.max_x, contents.min_y
         FROM gpkg_tile_matrix matrix JOIN gpkg_contents contents ON contents.table_name = matrix.table_name
         WHERE matrix.table_name = ?1 AND matrix.zoom_level = 0";
    let (raster, size, [columns, rows]) = connection.query_row(sql, [table], |row| {
        let (cell_lon, cell_lat): (f64, f64) = (row.get(0)?, row.get(1)?);
        let (west, north): (f64, f64) = (row.get(4)?, row.get(5)?);
        let columns = ((row.get::<_, f64>(6)? - west) / cell_lon).round();
        let rows = ((north - row.get::<_, f64>(7)?) / cell_lat).round();
        let size: (usize, usize) = (row.get::<_, i64>(2)? as usize, row.get::<_, i64>(3)? as usize);
        Ok((Raster { west, north, cell_lon, cell_lat, ..Raster::default() }, size, [columns, rows]))
    })?;
    let is_whole = |count: f64| count >= 1.0 && count <= f64::from(i32::MAX);
    let needed = (columns / TILE as f64).ceil() * (rows / TILE as f64).ceil();
    if size != (TILE, TILE) || !is_whole(columns) || !is_whole(rows) || needed > there_are || raster.cell_lon <= 0.0 {
        return Err(Failure::inconsistent(format!("table {table}: its tiles do not cover what it says")));
    }
    let columns = columns as usize;
    Ok(Raster { columns, heights: vec![f32::NAN; columns * rows as usize], ..raster })
}

/// Puts a tile's heights in their place; what lies beyond the raster's edge is filling.
fn paste(raster: &mut Raster, heights: &[f32], column: i64, line: i64) {
    let (Ok(column), Ok(line)) = (usize::try_from(column), usize::try_from(line)) else { return };
    let (left, top) = (column.saturating_mul(TILE), line.saturating_mul(TILE));
    if left >= raster.columns || top >= raster.rows() {
        return;
    }
    let width = TILE.min(raster.columns - left);
    for (source, row) in heights.chunks_exact(TILE).zip(top..raster.rows()) {
        let start = row * raster.columns + left;
        raster.heights[start..start + width].copy_from_slice(&source[..width]);
    }
}
