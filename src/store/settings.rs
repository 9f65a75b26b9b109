//! What the program remembers of its user: language, looks, recent scenes, own views.

use super::files;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::names::Language;
use crate::twin::notation;
use crate::twin::scene::Bookmark;
use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The version of the file's form.
pub const VERSION: u32 = 1;
/// The file's name in the settings' folder.
pub const NAME: &str = "settings.ron";
/// Names another folder for the settings, for tests and for portable copies.
pub const FOLDER_VARIABLE: &str = "AIMAQ_CONFIG_DIR";

/// How many scenes are remembered.
const RECENT: usize = 10;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How much the picture may cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DrawingQuality {
    /// As the machine can.
    #[default]
    Auto,
    /// Quick on weak machines.
    Lite,
    /// With shadows and fine materials.
    Full,
}

/// How a layer is shown.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LayerLook {
    /// Whether it is shown at all.
    pub visible: bool,
    /// 0 is not to be seen, 1 hides what is behind.
    pub opacity: f32,
}

impl Default for LayerLook {
    fn default() -> Self {
        Self { visible: true, opacity: 1.0 }
    }
}

/// The settings. What a file does not say is as it was at the beginning; what this version does not know is passed over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Version of the file's form.
    pub version: u32,
    /// Language of the interface; that of the system where none is chosen.
    #[serde(with = "language_code")]
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// Size of texts, 1 is the usual one.
    pub text_scale: f32,
    /// How much the picture may cost.
    pub quality: DrawingQuality,
    /// Scenes opened last, the newest first, as they were named.
    pub recent_scenes: Vec<String>,
    /// Own views, by the scene's id.
    pub bookmarks: BTreeMap<String, Vec<Bookmark>>,
    /// How layers are shown, by name; those that are not here are shown as usual.
    pub layers: BTreeMap<String, LayerLook>,
    /// Ids of templates that are at hand at the top of the library.
    pub favourites: BTreeSet<String>,
    /// Width and height of the window in points.
    pub window: Option<(u32, u32)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: VERSION,
            language: None,
            theme: Theme::default(),
            text_scale: 1.0,
            quality: DrawingQuality::default(),
            recent_scenes: Vec::new(),
            bookmarks: BTreeMap::new(),
            layers: BTreeMap::new(),
            favourites: BTreeSet::new(),
            window: None,
        }
    }
}

/// The folder for the settings: that of [`FOLDER_VARIABLE`], or the user's.
///
/// # Errors
/// `settings-no-folder` where the system names no home.
pub fn folder() -> Result<PathBuf, Diagnostic> {
    if let Some(folder) = std::env::var_os(FOLDER_VARIABLE).filter(|folder| !folder.is_empty()) {
        return Ok(PathBuf::from(folder));
    }
    match etcetera::choose_base_strategy() {
        Ok(strategy) => Ok(strategy.config_dir().join("aimaq")),
        Err(_) => Err(Diagnostic::error("settings-no-folder").with("variable", FOLDER_VARIABLE)),
    }
}

impl Settings {
    /// Reads the settings of a folder. A file that cannot be read is moved aside, and the notes say so.
    pub fn load(folder: &Path) -> Report<Self> {
        let path = folder.join(NAME);
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Report::default(),
            Err(error) => {
                let note = Diagnostic { severity: crate::twin::diagnostic::Severity::Warning, ..files::unreadable(&path, &error) };
                return Report { value: Self::default(), notes: vec![note] };
            }
        };
        let parsed = notation::parse::<Self>(&String::from_utf8_lossy(&bytes), &files::shown(&path));
        match parsed {
            Ok(settings) if settings.version > VERSION => settings.keep_newer(&path),
            Ok(settings) => Report { value: settings.in_bounds(), notes: Vec::new() },
            Err(error) => Report { value: Self::default(), notes: vec![put_aside(&path, error)] },
        }
    }

    /// Writes the settings to a folder, which is made where there is none.
    ///
    /// # Errors
    /// `file-unwritable`; the old file is then as it was.
    pub fn save(&self, folder: &Path) -> Result<(), Diagnostic> {
        let path = folder.join(NAME);
        std::fs::create_dir_all(folder).map_err(|error| files::unwritable(folder, &error))?;
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
            .map_err(|error| Diagnostic::error("file-unwritable").with("file", files::shown(&path)).with("reason", error.to_string()))?;
        files::replace(&path, text.as_bytes())
    }

    /// Puts a scene at the head of the recent ones.
    pub fn remember_scene(&mut self, target: &str) {
        self.recent_scenes.retain(|other| other != target);
        self.recent_scenes.insert(0, target.to_owned());
        self.recent_scenes.truncate(RECENT);
    }

    /// How a layer is shown.
    pub fn look(&self, layer: &str) -> LayerLook {
        self.layers.get(layer).copied().unwrap_or_default()
    }

    /// Numbers that a hand may have written: kept to what can be shown.
    fn in_bounds(mut self) -> Self {
        let between = |value: f32, least: f32, most: f32| if value.is_finite() { value.clamp(least, most) } else { 1.0 };
        self.version = VERSION;
        self.text_scale = between(self.text_scale, 0.5, 3.0);
        self.recent_scenes.truncate(RECENT);
        self.layers.values_mut().for_each(|look| look.opacity = between(look.opacity, 0.0, 1.0));
        self.window = self.window.map(|(width, height)| (width.clamp(320, 16_384), height.clamp(240, 16_384)));
        self
    }

    /// What a newer version wrote would be lost at the next saving: a copy stays.
    fn keep_newer(self, path: &Path) -> Report<Self> {
        let copy = path.with_file_name(format!("settings.version-{}.ron", self.version));
        let copied = copy.exists() || std::fs::copy(path, &copy).is_ok();
        let note = Diagnostic::warning("settings-newer")
            .with("file", files::shown(path))
            .with("version", f64::from(self.version))
            .with("copy", if copied { files::shown(&copy) } else { String::new() });
        Report { value: self.in_bounds(), notes: vec![note] }
    }
}

/// Moves a broken file to the first free name, so that nothing that somebody wrote is lost.
fn put_aside(path: &Path, error: Diagnostic) -> Diagnostic {
    let free = (1..1000).map(|number| path.with_file_name(format!("settings.broken-{number}.ron"))).find(|aside| !aside.exists());
    let moved = free.filter(|aside| std::fs::rename(path, aside).is_ok());
    let mut note = Diagnostic::warning("settings-broken");
    note.args = error.args;
    note.with("moved", moved.map(|aside| files::shown(&aside)).unwrap_or_default())
}

/// A language as its code; one that this version does not have is none.
mod language_code {
    use super::Language;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
    pub fn serialize<S: Serializer>(language: &Option<Language>, serializer: S) -> Result<S::Ok, S::Error> {
        language.map(Language::code).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Language>, D::Error> {
        let code: Option<String> = Option::deserialize(deserializer)?;
        Ok(code.as_deref().and_then(Language::from_code))
    }
}
