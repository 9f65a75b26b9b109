//! The tables that the GeoPackage standard asks for.

use super::failure::Failure;
use rusqlite::Connection;

/// The reference system of everything in a package: WGS 84 longitude and latitude.
pub const SRS: i64 = 4326;

/// `GPKG` as a number.
const APPLICATION_ID: i64 = 0x4750_4B47;
/// GeoPackage 1.3.
const USER_VERSION: i64 = 10_300;

const CORE_TABLES: &str = r#"
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
"#;

const WGS_84: &str = r#"GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]"#;
const WGS_84_3D: &str = r#"GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AXIS["Ellipsoidal height",UP],AUTHORITY["EPSG","4979"]]"#;

/// Makes an empty database a GeoPackage.
pub fn create(connection: &Connection) -> Result<(), Failure> {
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", USER_VERSION)?;
    connection.execute_batch(CORE_TABLES)?;
    let mut insert = connection.prepare("INSERT INTO gpkg_spatial_ref_sys VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    insert.execute(("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"))?;
    insert.execute(("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"))?;
    insert.execute(("WGS 84 geodetic", SRS, "EPSG", SRS, WGS_84, "longitude and latitude on the WGS 84 ellipsoid, degrees"))?;
    // Required wherever there are gridded coverages (OGC 17-066r1, requirement 4).
    insert.execute(("WGS 84 3D", 4979, "EPSG", 4979, WGS_84_3D, "longitude, latitude and height on the WGS 84 ellipsoid"))?;
    Ok(())
}

/// Whether the database has a table (no view) of that name.
pub fn has_table(connection: &Connection, name: &str) -> Result<bool, Failure> {
    Ok(connection.prepare_cached("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1")?.exists([name])?)
}

/// Names of a table's columns. What a damaged file holds instead of a name is no name that anybody asks for.
pub fn columns(connection: &Connection, table: &str) -> Result<Vec<String>, Failure> {
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| Ok(String::from_utf8_lossy(row.get_ref(0)?.as_bytes()?).into_owned()))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// A list of columns to select, in which NULL stands for those that the table lacks: an older or edited package is read too.
pub fn selection(present: &[String], wanted: impl Iterator<Item = &'static str>) -> String {
    let column = |name: &str| match present.iter().any(|other| other == name) {
        true => format!("\"{name}\""),
        false => "NULL".to_owned(),
    };
    wanted.map(column).collect::<Vec<_>>().join(", ")
}
