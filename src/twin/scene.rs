//! A scene: which region, from what data, and how to look at it first. What a designer writes in `scene.ron`.

use super::diagnostic::Diagnostic;
use super::import::TableMapping;
use super::model::local_text::LocalText;
use super::model::source::Source;
use serde::{Deserialize, Serialize};

/// Where the region comes from. Paths are relative to the scene's file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Data {
    /// Facts and a seeded generator: the sketch's own file.
    Sketch(String),
    /// A region package (GeoPackage).
    Package(String),
    /// Sources to import when the scene is opened.
    Import {
        /// OpenStreetMap extracts.
        osm: Vec<String>,
        /// Elevation.
        #[serde(default)]
        dem: Vec<String>,
        /// Districts (GeoJSON).
        #[serde(default)]
        districts: Vec<String>,
        /// Own tables.
        #[serde(default)]
        tables: Vec<TableFile>,
    },
}

/// A table beside the scene, with its mapping.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableFile {
    /// The file.
    pub file: String,
    /// Which column is what.
    pub mapping: TableMapping,
}

/// Where the camera stands: it looks at a place from a distance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Longitude and latitude looked at, degrees.
    pub look_at: (f64, f64),
    /// Distance from there, metres.
    pub distance: f64,
    /// Compass direction of the look, degrees clockwise from north.
    #[serde(default)]
    pub heading: f64,
    /// Angle below the horizon, degrees: 90 looks straight down.
    #[serde(default = "straight_down")]
    pub tilt: f64,
}

fn straight_down() -> f64 {
    90.0
}

/// A view worth coming back to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bookmark {
    /// Short name, for `--camera` and scripts.
    pub id: String,
    /// What people read.
    pub name: LocalText,
    /// The view.
    pub view: View,
}

impl Bookmark {
    /// The bookmark of that id.
    ///
    /// # Errors
    /// `unknown-camera`, with the ids that there are.
    pub fn find<'a>(bookmarks: impl Iterator<Item = &'a Bookmark> + Clone, id: &str) -> Result<&'a Bookmark, Diagnostic> {
        bookmarks.clone().find(|bookmark| bookmark.id == id).ok_or_else(|| {
            let known: Vec<&str> = bookmarks.map(|bookmark| bookmark.id.as_str()).collect();
            let known = if known.is_empty() { "—".to_owned() } else { known.join(", ") };
            Diagnostic::error("unknown-camera").with("camera", id).with("known", known)
        })
    }
}

/// The content of `scene.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    /// Version of the file's form.
    pub version: u32,
    /// Short name.
    pub id: String,
    /// What people read.
    pub name: LocalText,
    /// IANA name of the civil time.
    pub timezone: String,
    /// Longitude and latitude of the plane's origin; the middle of the data where none is given.
    #[serde(default)]
    pub origin: Option<(f64, f64)>,
    /// Where the data come from.
    pub sources: Vec<Source>,
    /// The data.
    pub data: Data,
    /// The first view; the whole extent where none is given.
    #[serde(default)]
    pub view: Option<View>,
    /// Views worth coming back to.
    #[serde(default)]
    pub bookmarks: Vec<Bookmark>,
}
