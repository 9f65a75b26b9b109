//! The arguments as typed: names, values and their bounds. What they mean stands in `plan`, their words in the locales.

mod drawn;
mod figures;
mod files;
mod models;
mod values;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
pub use drawn::{PresentArguments, ShotArguments, ViewArguments};
pub use figures::{AdviseArguments, CompareArguments, FigureArguments, RoadmapArguments, SimulateArguments};
pub use files::{CheckArguments, ExplainArguments, ImportArguments, InfoArguments, NewArguments, PackArguments};
pub use models::{AssignArguments, VerifyArguments};

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
