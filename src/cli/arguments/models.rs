//! Arguments of the commands that run models by themselves, without a scene: `assign`, `verify`.

use super::values::{factor, gap, link};
use clap::Args;
use std::path::PathBuf;

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
