//! Arguments of the commands that draw: `view`, `shot`, `present`.

use super::QualityArgument;
use super::values::{civil_time, size};
use clap::Args;
use std::path::PathBuf;

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
