//! The arguments as typed: names, values and their bounds. What they mean stands in `plan`, their words in the locales.

use super::task::Start;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// All arguments.
#[derive(Debug, Parser)]
#[command(name = "aimaq", version, disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub struct Arguments {
    /// Language of all words.
    #[arg(long, global = true, value_name = "kk|ru|en", hide_possible_values = true)]
    pub lang: Option<LanguageArgument>,
    /// Adds seconds a phase and peak memory.
    #[arg(long, global = true)]
    pub timings: bool,
    /// Shows the help.
    #[arg(short, long, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
    /// Shows the version.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    pub version: Option<bool>,
    /// What to do; opens the default scene where nothing is said.
    #[command(subcommand)]
    pub command: Option<CommandArgument>,
}

/// A command with its own arguments.
#[derive(Debug, Subcommand)]
pub enum CommandArgument {
    /// Opens a scene in a window.
    View(ViewArguments),
    /// Builds a region package.
    Import(ImportArguments),
    /// Says what a scene or a package holds.
    Info(InfoArguments),
    /// Draws a picture without a display.
    Shot(ShotArguments),
    /// Runs models.
    Simulate(SimulateArguments),
    /// Lays scenarios side by side.
    Compare(CompareArguments),
    /// Tells of projects with their deadlines and money.
    Roadmap(RoadmapArguments),
    /// Plays a tour, or writes it as what is handed out.
    Present(PresentArguments),
    /// Says what is short and where it would be mended.
    Advise(AdviseArguments),
    /// Says what is wrong with files that designers write.
    Check(CheckArguments),
    /// Writes a commented file to start from.
    New(NewArguments),
    /// Says what a field means.
    Explain(ExplainArguments),
    /// Assigns trips to roads.
    Assign(AssignArguments),
    /// Puts a scene with all that belongs to it into one file.
    Pack(PackArguments),
    /// Says how true the models are.
    Verify(VerifyArguments),
    /// Says what this machine has.
    Doctor(DoctorArguments),
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

/// Arguments of `simulate`.
#[derive(Debug, Args)]
pub struct SimulateArguments {
    /// Id or path of the scene.
    #[arg(value_name = "SCENE")]
    pub scene: String,
    /// Scenario; the region as it is where none is named.
    #[arg(long, value_name = "S")]
    pub scenario: Option<String>,
    /// Models; all where none is named.
    #[arg(long, value_name = "ID[,ID]", value_delimiter = ',')]
    pub model: Vec<String>,
    /// Folder for the values of single features.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Prints the models' tables of single features, as the region is and with the scenario.
    #[arg(long)]
    pub tables: bool,
    /// How it is told, and what is assumed.
    #[command(flatten)]
    pub figures: FigureArguments,
}

/// How figures are told, and what is assumed for them.
#[derive(Debug, Args)]
pub struct FigureArguments {
    /// Prints one JSON object.
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Prints rows for spreadsheets.
    #[arg(long)]
    pub csv: bool,
    /// Assumptions set by hand.
    #[arg(long, value_name = "ID=VALUE")]
    pub assume: Vec<String>,
}

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub struct CompareArguments {
    /// Id or path of the scene.
    #[arg(value_name = "SCENE")]
    pub scene: String,
    /// Scenarios; all where none is named.
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<String>,
    /// Tells each scenario year by year instead of all side by side.
    #[arg(long)]
    pub by_year: bool,
    /// How it is told, and what is assumed.
    #[command(flatten)]
    pub figures: FigureArguments,
}

/// Arguments of `roadmap`.
#[derive(Debug, Args)]
pub struct RoadmapArguments {
    /// Id or path of the scene.
    #[arg(value_name = "SCENE")]
    pub scene: String,
    /// A printed table to write.
    #[arg(id = "roadmap-pdf", long = "pdf", value_name = "F.pdf")]
    pub pdf: Option<PathBuf>,
    /// A page to write.
    #[arg(id = "roadmap-html", long = "html", value_name = "F.html")]
    pub html: Option<PathBuf>,
    /// How it is told, and what is assumed.
    #[command(flatten)]
    pub figures: FigureArguments,
}

/// Arguments of `present`.
#[derive(Debug, Args)]
pub struct PresentArguments {
    /// Id or path of the scene.
    #[arg(value_name = "SCENE")]
    pub scene: String,
    /// Id of the tour.
    #[arg(value_name = "TOUR")]
    pub tour: String,
    /// Folder to write into; without it the tour is played in a window.
    #[arg(id = "handout", long = "out", value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// A picture of each stop.
    #[arg(long, requires = "handout")]
    pub png: bool,
    /// A document.
    #[arg(long, requires = "handout")]
    pub pdf: bool,
    /// A page that holds everything.
    #[arg(long, requires = "handout")]
    pub html: bool,
    /// The figures for spreadsheets.
    #[arg(id = "figures-file", long = "csv", requires = "handout")]
    pub csv: bool,
    /// The proposals.
    #[arg(long, requires = "handout")]
    pub geojson: bool,
    /// What is in view at each stop, in three dimensions.
    #[arg(long, requires = "handout")]
    pub gltf: bool,
    /// The flight from stop to stop.
    #[arg(long, requires = "handout")]
    pub gif: bool,
    /// The same as a video.
    #[arg(long, requires = "handout")]
    pub mp4: bool,
    /// The first stop that shows a scenario, at three hours on the solstices and equinoxes.
    #[arg(long, requires = "handout")]
    pub sun: bool,
    /// Size of the pictures.
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub size: Option<(u32, u32)>,
    /// Quality of the pictures.
    #[arg(long, value_name = "lite|full", hide_possible_values = true)]
    pub quality: Option<QualityArgument>,
    /// Prints one JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `advise`.
#[derive(Debug, Args)]
pub struct AdviseArguments {
    /// Id or path of the scene.
    #[arg(value_name = "SCENE")]
    pub scene: String,
    /// What to find places for; without it, what is short is listed.
    #[arg(id = "for", long = "for", value_name = "KIND")]
    pub kind: Option<String>,
    /// How many new ones.
    #[arg(long, value_name = "N", requires = "for", value_parser = clap::value_parser!(u16).range(1..=100))]
    pub count: Option<u16>,
    /// Looks for the least way of all instead of the most people within reach.
    #[arg(long, requires = "for")]
    pub least_way: bool,
    /// Looks for as few as bring everybody within reach.
    #[arg(long, requires = "for", conflicts_with_all = ["least_way", "count"])]
    pub everybody: bool,
    /// District whose people are asked for; the whole region where none is named.
    #[arg(long, value_name = "NAME", requires = "for")]
    pub district: Option<String>,
    /// Scenario to build on; the region as it is where none is named.
    #[arg(long, value_name = "S")]
    pub scenario: Option<String>,
    /// Saves the answer as a scenario.
    #[arg(long, requires = "for")]
    pub save: bool,
    /// How many shortfalls are listed at most.
    #[arg(long, value_name = "N", conflicts_with = "for", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub most: Option<u32>,
    /// How it is told, and what is assumed.
    #[command(flatten)]
    pub figures: FigureArguments,
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

/// Arguments of `view`.
#[derive(Debug, Args)]
pub struct ViewArguments {
    /// Id of a scene, or path of a scene or package.
    #[arg(value_name = "SCENE")]
    pub scene: Option<String>,
    /// Commands to play.
    #[arg(long, value_name = "F.ron")]
    pub script: Option<PathBuf>,
    /// Frames to measure on a fixed path.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub frames: Option<u32>,
    /// Prints one JSON object.
    #[arg(long)]
    pub json: bool,
    /// Quality of the picture.
    #[arg(long, value_name = "lite|full", hide_possible_values = true)]
    pub quality: Option<QualityArgument>,
    /// Size of the window.
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub size: Option<(u32, u32)>,
}

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

/// Arguments of `shot`.
#[derive(Debug, Args)]
pub struct ShotArguments {
    /// Id of a scene, or path of a scene or package.
    #[arg(value_name = "SCENE")]
    pub scene: Option<String>,
    /// A scenario of the scene.
    #[arg(long, value_name = "S")]
    pub scenario: Option<String>,
    /// A solution of the library, drawn by itself instead of a scene.
    #[arg(long, value_name = "ID")]
    pub solution: Option<String>,
    /// A bookmark of the scene.
    #[arg(long, value_name = "C")]
    pub camera: Option<String>,
    /// Civil time in the scene's zone.
    #[arg(long, value_name = "2026-06-21T12:00", value_parser = civil_time)]
    pub at: Option<jiff::civil::DateTime>,
    /// Size of the picture.
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub size: Option<(u32, u32)>,
    /// Quality of the picture.
    #[arg(long, value_name = "lite|full", hide_possible_values = true)]
    pub quality: Option<QualityArgument>,
    /// The picture to write.
    #[arg(id = "picture", long = "out", value_name = "F.png", required = true)]
    pub out: PathBuf,
}

/// Arguments of `assign`.
#[derive(Debug, Args)]
pub struct AssignArguments {
    /// The network.
    #[arg(value_name = "NET.tntp")]
    pub network: PathBuf,
    /// The trips.
    #[arg(value_name = "TRIPS.tntp")]
    pub trips: PathBuf,
    /// Time that a unit of toll is worth.
    #[arg(long, value_name = "X", value_parser = factor)]
    pub toll_factor: Option<f64>,
    /// Time that a unit of length is worth.
    #[arg(long, value_name = "X", value_parser = factor)]
    pub distance_factor: Option<f64>,
    /// What is the least for all together, instead of what each finds for itself.
    #[arg(long)]
    pub optimum: bool,
    /// Links to close, by their nodes.
    #[arg(long, value_name = "FROM-TO", value_parser = link)]
    pub close: Vec<(u32, u32)>,
    /// Relative gap at which to end.
    #[arg(long, value_name = "1e-6", value_parser = gap)]
    pub gap: Option<f64>,
    /// Threads to use.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    /// Volumes to write.
    #[arg(long, value_name = "F.csv")]
    pub flows: Option<PathBuf>,
    /// Prints one JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// A folder of published cases.
    #[arg(long, value_name = "DIR")]
    pub cases: Option<PathBuf>,
    /// Prints one JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `doctor`.
#[derive(Debug, Args)]
pub struct DoctorArguments {
    /// Prints one JSON object.
    #[arg(long)]
    pub json: bool,
}

/// A language.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LanguageArgument {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

/// How much the picture may cost.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum QualityArgument {
    /// For weak machines.
    Lite,
    /// Everything.
    Full,
}

/// Sides of a picture or a window [pixels].
const SIDES: std::ops::RangeInclusive<u32> = 16..=16_384;

/// The reasons are not read: the words of a bad value name what is expected.
fn size(text: &str) -> Result<(u32, u32), &'static str> {
    let (width, height) = text.split_once(['x', 'X', '×', 'х']).ok_or("no x")?;
    let side = |text: &str| text.parse().ok().filter(|side| SIDES.contains(side)).ok_or("not a side");
    Ok((side(width)?, side(height)?))
}

fn civil_time(text: &str) -> Result<jiff::civil::DateTime, &'static str> {
    text.parse().map_err(|_| "not a time")
}

fn factor(text: &str) -> Result<f64, &'static str> {
    text.parse().ok().filter(|factor: &f64| factor.is_finite() && *factor >= 0.0).ok_or("not a factor")
}

fn gap(text: &str) -> Result<f64, &'static str> {
    text.parse().ok().filter(|gap| (0.0..1.0).contains(gap)).ok_or("not a gap")
}

/// Nodes are counted from 1 wherever people write them.
fn link(text: &str) -> Result<(u32, u32), &'static str> {
    let (from, to) = text.split_once('-').ok_or("no hyphen")?;
    let node = |text: &str| text.parse::<u32>().ok().and_then(|node| node.checked_sub(1)).ok_or("not a node");
    Ok((node(from)?, node(to)?))
}
