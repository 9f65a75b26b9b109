//! Arguments of the commands about files: `import`, `info`, `pack`, `check`, `new`, `explain`.

use crate::cli::task::Start;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// OpenStreetMap extracts.
    #[arg(long, value_name = "F", num_args = 1.., required = true)]
    pub osm: Vec<PathBuf>,
    /// Elevation.
    #[arg(long, value_name = "F", num_args = 1..)]
    pub dem: Vec<PathBuf>,
    /// Timetables.
    #[arg(long, value_name = "F.zip", num_args = 1..)]
    pub gtfs: Vec<PathBuf>,
    /// Districts.
    #[arg(long, value_name = "F.geojson", num_args = 1..)]
    pub districts: Vec<PathBuf>,
    /// Tables of one's own, each with a mapping.
    #[arg(long, value_name = "F", num_args = 1..)]
    pub table: Vec<PathBuf>,
    /// Mappings of the tables, in their order.
    #[arg(long, value_name = "F.ron", num_args = 1..)]
    pub mapping: Vec<PathBuf>,
    /// Residents by settlement.
    #[arg(long, value_name = "F.csv")]
    pub population: Option<PathBuf>,
    /// Keeps only what lies inside.
    #[arg(long, value_name = "F.geojson")]
    pub clip: Option<PathBuf>,
    /// The package to write.
    #[arg(id = "package", long = "out", value_name = "F.gpkg", required = true)]
    pub out: PathBuf,
    /// Short name of the region.
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// IANA name of the civil time.
    #[arg(long, value_name = "Asia/Qostanay")]
    pub timezone: Option<String>,
    /// Prints one JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `info`.
#[derive(Debug, Args)]
pub struct InfoArguments {
    /// Id of a scene, or path of a scene or package.
    #[arg(value_name = "SCENE")]
    pub scene: Option<String>,
    /// Prints one JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `pack`.
#[derive(Debug, Args)]
pub struct PackArguments {
    /// Id or path of the scene.
    #[arg(value_name = "SCENE")]
    pub scene: String,
    /// The file to write.
    #[arg(id = "pack", long = "out", value_name = "F.zip", required = true)]
    pub out: PathBuf,
    /// Prints one JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// Files, and folders with all that they hold.
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Prints one JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
pub struct NewArguments {
    /// What kind of file.
    #[arg(value_name = "KIND", value_enum)]
    pub start: Start,
    /// The file, or a scene's folder.
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// A field, a record, `record.field`, or a solution; without it all that can be explained is listed.
    #[arg(value_name = "FIELD")]
    pub field: Option<String>,
}
