//! A scene: which region, from what data, and how to look at it first. What a designer writes in `scene.ron`.

use super::diagnostic::Diagnostic;
use super::import::TableMapping;
use super::model::local_text::LocalText;
use super::model::source::Source;
use super::model::space::GeoPoint;
use super::text::Versioned;
use super::text::upgrade::Upgrade;
use crate::{record, variants};
use serde::{Deserialize, Serialize};

record! {
    /// The content of `scene.ron`.
    pub struct Scene in "scene" {
        /// Version of the file's form.
        version: u32,
        /// Short name.
        id: String,
        /// What people read.
        name: LocalText,
        /// IANA name of the civil time.
        timezone: String,
        /// The plane's origin; the middle of the data where none is given.
        origin: Option<GeoPoint>,
        /// Where the data come from.
        sources: Vec<Source>,
        /// The data.
        data: Data,
        /// The first view; the whole extent where none is given.
        view: Option<View>,
        /// Views worth coming back to.
        bookmarks: Vec<Bookmark> = Vec::new(),
    }
}

impl Versioned for Scene {
    const UPGRADES: &'static [Upgrade] = &[];
}

variants! {
    /// Where the region comes from. Paths are relative to the scene's file.
    pub enum Data in "data" {
        /// Facts and a seeded generator: the sketch's own file.
        Sketch(String),
        /// A region package (GeoPackage).
        Package(String),
        /// Sources to import when the scene is opened.
        Import(ImportData),
    }
}

record! {
    /// Sources to import.
    pub struct ImportData in "import" {
        /// OpenStreetMap extracts.
        osm: Vec<String>,
        /// Elevation.
        dem: Vec<String> = Vec::new(),
        /// Timetables (GTFS).
        gtfs: Vec<String> = Vec::new(),
        /// Districts (GeoJSON).
        districts: Vec<String> = Vec::new(),
        /// Own tables.
        tables: Vec<TableFile> = Vec::new(),
    }
}

record! {
    /// A table beside the scene, with its mapping.
    pub struct TableFile in "table" {
        /// The file.
        file: String,
        /// Which column is what.
        mapping: TableMapping,
    }
}

record! {
    impl TableMapping in "mapping" {
        layer: String = String::new(),
        constants: Vec<(String, String)> = Vec::new(),
        columns: Vec<(String, String)> = Vec::new(),
        reach: f64 = 0.0,
        source: String = String::new(),
        date: String = String::new(),
    }
}

record! {
    impl Source in "source" {
        name: String,
        licence: String,
        credit: String,
        date: String = String::new(),
    }
}

/// Nearest and farthest distance of a camera from the place looked at [m].
pub const DISTANCES: [f64; 2] = [8.0, 2_500_000.0];
/// Least and greatest angle of a camera's look below the horizon [rad].
pub const TILTS: [f64; 2] = [0.035, std::f64::consts::FRAC_PI_2];

record! {
    /// Where the camera stands: it looks at a place from a distance.
    #[derive(Copy, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct View in "view" {
        /// The place looked at.
        look_at: GeoPoint,
        /// Distance from there, metres.
        distance: f64,
        /// Compass direction of the look, degrees clockwise from north.
        #[serde(default)]
        heading: f64 = 0.0,
        /// Angle below the horizon, degrees: 90 looks straight down.
        #[serde(default = "straight_down")]
        tilt: f64 = straight_down(),
    }
}

fn straight_down() -> f64 {
    90.0
}

record! {
    /// A view worth coming back to.
    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct Bookmark in "bookmark" {
        /// Short name, for `--camera` and scripts.
        id: String,
        /// What people read.
        name: LocalText,
        /// The view.
        view: View,
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::{Writable, read_file, update, write};

    const TEXT: &str = "// A town.
(
    version: 1,
    id: \"town\",
    name: (kk: \"Қала\", ru: \"Город\", en: \"Town\"),
    timezone: \"Asia/Qostanay\",
    origin: Some((63.60, 53.2)),
    sources: [
        // From the office.
        (name: \"census\", licence: \"CC0-1.0\", credit: \"\", date: \"2024\"),
    ],
    data: Import(osm: [\"town.osm\"], gtfs: [\"buses.zip\"], tables: [(file: \"schools.csv\", mapping: (layer: \"amenities\", constants: [(\"kind\", \"school\")]))]),
    view: Some((look_at: (63.6, 53.2), distance: 1500.0, heading: 0.0)), // the square
)
";

    #[test]
    fn a_scene_comes_back() {
        let (scene, faults) = read_file::<Scene>(TEXT);
        assert_eq!(faults, []);
        let scene = scene.expect("a scene");
        assert_eq!(scene.origin, Some(GeoPoint::new(63.6, 53.2)));
        assert_eq!(scene.view.map(|view| (view.heading, view.tilt)), Some((0.0, 90.0)));
        assert_eq!(read_file::<Scene>(&write(&scene.to_node())), (Some(scene.clone()), Vec::new()));
        assert_eq!(update(TEXT, &scene), TEXT);
        let moved = Scene { view: scene.view.map(|view| View { heading: 12.5, ..view }), ..scene };
        assert_eq!(update(TEXT, &moved), TEXT.replace("heading: 0.0", "heading: 12.5"));
    }

    #[test]
    fn all_faults_of_a_scene_are_told_at_once() {
        let broken = TEXT.replace("timezone", "timezon").replace("(63.6, 53.2)", "(53.2, 163.6)").replace("licence:", "license:");
        let broken = broken.replace("Import(", "Imports(").replace("1500.0", "far");
        let told: Vec<String> = read_file::<Scene>(&broken)
            .1
            .iter()
            .map(|fault| {
                format!("{} {} {:?}", fault.place(&broken).line, fault.diagnostic.code, fault.diagnostic.args.last().map(|(name, _)| *name))
            })
            .collect();
        let expected = [
            "6 text-field-unknown Some(\"suggestion\")",
            "10 text-field-unknown Some(\"suggestion\")",
            "12 text-name-unknown Some(\"suggestion\")",
            "13 text-place-outside None",
            "13 text-value-wanted Some(\"form\")",
        ];
        assert_eq!(told, expected);
    }
}
