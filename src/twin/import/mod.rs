//! How it got there: bytes of any source in, a region with its quality report out.
//!
//! Dirty content is repaired or dropped, counted and named; `Err` stands only where a file cannot be read at all.

pub mod assemble;
pub mod clip;
pub mod corrections;
pub mod csv_table;
pub mod dem;
pub mod geojson_file;
pub mod grade;
pub mod gtfs;
pub mod infer;
pub mod osm;
pub mod sketch;
pub mod synthetic;
pub mod table_fields;

mod field_value;
mod table_rows;
mod text_encoding;

pub use assemble::import_region;

use super::diagnostic::Diagnostic;
use super::model::correction::Correction;
use super::model::space::GeoPoint;
use serde::{Deserialize, Serialize};

/// A file's name, for messages, and its content.
#[derive(Clone, Debug)]
pub struct NamedBytes {
    /// As the user knows it.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// A table of one's own and how its columns are to be read.
#[derive(Clone, Debug)]
pub struct TableInput {
    /// The file: CSV or GeoJSON.
    pub file: NamedBytes,
    /// Which column is what.
    pub mapping: TableMapping,
}

/// How the columns of a table map to the attributes of a layer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TableMapping {
    /// The layer that it describes: `amenities`, `places`, `buildings`.
    pub layer: String,
    /// What the rows are, where the table holds one kind only: `(field, value)` pairs, such as `("kind", "school")`.
    pub constants: Vec<(String, String)>,
    /// `(column, field)`: fields are the attributes of the layer, or `id`, `name`, `name_kk`, `name_ru`, `name_en`, `lon`, `lat`.
    pub columns: Vec<(String, String)>,
    /// How far an existing feature may be from a row's coordinates to be the same [m].
    pub reach: f64,
    /// What it is, for the sources.
    pub source: String,
    /// As of when, ISO date or year.
    pub date: String,
}

/// Everything that an import may be made of.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// Short name of the region.
    pub id: String,
    /// Names in Kazakh, Russian, English; empty ones are taken from the data.
    pub name: [String; 3],
    /// IANA time zone; empty is guessed as UTC.
    pub timezone: String,
    /// Origin of the plane; the middle of the data where none is given.
    pub origin: Option<GeoPoint>,
    /// OpenStreetMap extracts, PBF or XML, told apart by content.
    pub osm: Vec<NamedBytes>,
    /// Elevation: HGT (zipped or not; its name gives the place), GeoTIFF, ESRI ASCII (gzipped or not).
    pub dem: Vec<NamedBytes>,
    /// Timetables: GTFS in zip archives.
    pub gtfs: Vec<NamedBytes>,
    /// Districts as GeoJSON.
    pub districts: Vec<NamedBytes>,
    /// Tables of one's own.
    pub tables: Vec<TableInput>,
    /// Only what lies in these polygons (GeoJSON).
    pub clip: Option<NamedBytes>,
    /// Values set right by hand earlier.
    pub corrections: Vec<Correction>,
}

/// Where long work stands, and whether it should go on.
pub trait Progress: Sync {
    /// Tells that a phase (a key of the locales, `phase-<name>`) has come so far, 0 to 1. False asks the work to stop.
    fn report(&self, phase: &'static str, fraction: f32) -> bool;
}

/// Work that nobody watches.
pub struct Unwatched;

impl Progress for Unwatched {
    fn report(&self, _: &'static str, _: f32) -> bool {
        true
    }
}

/// Reports progress, and ends the work with the diagnostic `cancelled` where the watcher asks for it.
pub fn proceed(progress: &dyn Progress, phase: &'static str, fraction: f32) -> Result<(), Diagnostic> {
    if progress.report(phase, fraction) { Ok(()) } else { Err(Diagnostic::error("cancelled")) }
}
