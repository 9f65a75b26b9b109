//! The package's table of contents: what each table is, and where.

use super::failure::Failure;
use super::schema::SRS;
use crate::twin::model::space::GeoBox;
use rusqlite::Connection;

/// The day that every table states as its last change: the same region makes the same file, whenever it is written.
const LAST_CHANGE: &str = "2000-01-01T00:00:00.000Z";

/// Registers a table of features or of gridded values, with the box around them where there is any.
pub fn register_spatial(connection: &Connection, table: &str, data_type: &str, extent: Option<GeoBox>) -> Result<(), Failure> {
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, min_x, min_y, max_x, max_y, srs_id)
         VALUES (?1, ?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8)",
        (
            table,
            data_type,
            LAST_CHANGE,
            extent.map(|extent| extent.west),
            extent.map(|extent| extent.south),
            extent.map(|extent| extent.east),
            extent.map(|extent| extent.north),
            SRS,
        ),
    )?;
    Ok(())
}

/// Registers a table without places.
pub fn register_attributes(connection: &Connection, table: &str, description: &str) -> Result<(), Failure> {
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
         VALUES (?1, 'attributes', ?1, ?2, ?3)",
        (table, description, LAST_CHANGE),
    )?;
    Ok(())
}

/// Registers the use of an extension.
pub fn register_extension(
    connection: &Connection,
    table: &str,
    column: Option<&str>,
    [name, definition, scope]: [&str; 3],
) -> Result<(), Failure> {
    connection.execute("INSERT INTO gpkg_extensions VALUES (?1, ?2, ?3, ?4, ?5)", (table, column, name, definition, scope))?;
    Ok(())
}
