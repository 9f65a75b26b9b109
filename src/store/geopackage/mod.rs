//! The region package: an OGC GeoPackage that holds a whole region, and that every GIS opens.
//!
//! One feature table per layer, made from the same list of attributes that people see; elevation as gridded
//! coverages; the network, exact departures, sources, quality and corrections as attribute tables. See <https://www.geopackage.org/spec130/>.

mod contents;
mod coverage;
mod coverage_tile;
mod departure_code;
mod departures;
mod failure;
mod layer_read;
mod layer_write;
mod network;
mod region_table;
mod schema;
mod spatial_index;
mod wkb_read;
mod wkb_write;

use super::files;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::{Progress, proceed};
use crate::twin::model::correction::Correction;
use crate::twin::model::region::Region;
use failure::Failure;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

pub use failure::SQLITE_MAGIC;
pub use wkb_read::{GeoShapes, WkbFlaw};

/// Version of the tables that are our own.
pub const VERSION: i64 = 1;

/// Phase of the progress while a package is written.
pub const WRITE_PHASE: &str = "package-write";
/// Phase of the progress while a package is read.
pub const READ_PHASE: &str = "package-read";

/// Writes a region as a package: in one piece, or not at all.
///
/// # Errors
/// `file-unwritable`, `package-unwritable`, `cancelled`; a file that stood there before is then untouched.
pub fn write(region: &Region, path: &Path, progress: &dyn Progress) -> Result<(), Diagnostic> {
    proceed(progress, WRITE_PHASE, 0.0)?;
    files::replace_with(path, |temporary| fill(region, temporary, progress).map_err(|failure| failure.on_writing(path)))?;
    // It is done: too late to stop.
    progress.report(WRITE_PHASE, 1.0);
    Ok(())
}

/// Reads a package: everything that [`write`] put there, and what a GIS changed since.
///
/// Rows whose geometry cannot be read are left out and counted in the region's quality.
///
/// # Errors
/// `file-missing`, `file-empty`, `not-a-package`, `package-truncated`, `package-foreign`, `package-newer`,
/// `package-unreadable`, `cancelled`, each with the file.
pub fn read(path: &Path, progress: &dyn Progress) -> Result<Region, Diagnostic> {
    proceed(progress, READ_PHASE, 0.0)?;
    failure::check_file(path)?;
    let region = load(path, progress).map_err(|failure| failure.on_reading(path))?;
    proceed(progress, READ_PHASE, 1.0)?;
    Ok(region)
}

/// The values set right by hand in a package that is about to be made anew; none where there is no file yet.
///
/// # Errors
/// Those of [`read`]: corrections are somebody's work, so a package that cannot be read is not taken for an empty one.
pub fn read_corrections(path: &Path) -> Result<Vec<Correction>, Diagnostic> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    failure::check_file(path)?;
    let corrections = || -> Result<_, Failure> {
        let connection = open(path)?;
        region_table::check_version(&connection)?;
        region_table::read_corrections(&connection)
    };
    corrections().map_err(|failure| failure.on_reading(path))
}

fn fill(region: &Region, path: &Path, progress: &dyn Progress) -> Result<(), Failure> {
    let connection = Connection::open(path)?;
    // The file is nobody's until it is renamed: no journal, no syncing before the end.
    connection.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536;",
    )?;
    connection.execute_batch("BEGIN")?;
    schema::create(&connection)?;
    region_table::write(&connection, region)?;
    layer_write::write_layers(&connection, region, progress)?;
    network::write(&connection, region)?;
    departures::write(&connection, region)?;
    coverage::write(&connection, &region.terrain, progress)?;
    connection.execute_batch("COMMIT")?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(())
}

fn load(path: &Path, progress: &dyn Progress) -> Result<Region, Failure> {
    let connection = open(path)?;
    let mut region = region_table::read(&connection)?;
    let street_rows = layer_read::read_layers(&connection, &mut region, progress)?;
    network::read(&connection, &mut region, &street_rows)?;
    departures::read(&connection, &mut region)?;
    region.terrain = coverage::read(&connection, progress)?;
    region.shrink();
    Ok(region)
}

fn open(path: &Path) -> Result<Connection, Failure> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // What a stranger's file defines (views, triggers) gets no rights.
    connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536;")?;
    Ok(connection)
}
