//! Arguments of the commands that tell figures of scenarios: `simulate`, `compare`, `roadmap`, `advise`.

use clap::Args;
use std::path::PathBuf;

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
