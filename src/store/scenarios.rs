//! Scenarios of a scene: those that come with it, those in its folder, and the user's own, which come first. Each is saved whole, its last versions kept.

use super::design::{Complaint, complaints_of};
use super::{data_folder, embedded, files};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::scenario::Scenario;
use crate::twin::scenario::file::{ScenarioFile, check_scenario};
use crate::twin::text;
use crate::twin::text::update::update;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The folder of scenarios in a scene's.
pub const FOLDER: &str = "scenarios";
/// The folder of earlier versions in that of scenarios.
const EARLIER: &str = ".earlier";
/// Versions kept of a scenario.
const KEPT: usize = 10;

/// A scenario and the text that it was read from.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The scenario.
    pub scenario: Scenario,
    /// Its text, comments and all.
    pub text: String,
    /// Its file; none where it comes with the program.
    pub path: Option<PathBuf>,
}

/// The scenarios of a scene, and what is wrong with others.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// By id.
    pub scenarios: BTreeMap<String, Stored>,
    /// Faults of files that are left out.
    pub complaints: Vec<Complaint>,
}

/// Where the scenarios of a scene are saved: in its own folder, or in the user's where it comes with the program.
///
/// # Errors
/// Those of [`data_folder::folder`].
pub fn home(scene: &str, folder: Option<&Path>) -> Result<PathBuf, Diagnostic> {
    folder.map_or_else(|| data_folder::of_scene(scene), |folder| Ok(folder.to_path_buf())).map(|home| home.join(FOLDER))
}

/// Reads the scenarios of a scene. `folder` is the scene's own, where it lies on the disk.
pub fn load(scene: &str, folder: Option<&Path>, templates: &[&str]) -> Loaded {
    let mut loaded = Loaded::default();
    if folder.is_none() {
        for (stem, text) in embedded::scenario_texts(scene) {
            loaded.take(stem, text.to_owned(), None, templates);
        }
    }
    let Ok(home) = home(scene, folder) else { return loaded };
    for path in files::with_extension(&home, "ron") {
        match files::read_text(&path) {
            Ok(text) => loaded.take(&stem(&path), text, Some(path), templates),
            Err(diagnostic) => loaded.complaints.push(Complaint::of_file(&path, diagnostic)),
        }
    }
    loaded
}

impl Loaded {
    fn take(&mut self, stem: &str, text: String, path: Option<PathBuf>, templates: &[&str]) {
        match parse(stem, &text, templates) {
            Ok(scenario) => _ = self.scenarios.insert(stem.to_owned(), Stored { scenario, text, path }),
            Err(faults) => {
                let file = path.as_deref().map_or_else(|| stem.to_owned(), files::shown);
                self.complaints.extend(complaints_of(faults, &text, &file));
            }
        }
    }
}

/// The scenario of a text; `stem` is its file's name without the extension.
///
/// # Errors
/// All that is wrong with it.
pub fn parse(stem: &str, text: &str, templates: &[&str]) -> Result<Scenario, Vec<text::Fault>> {
    let (file, mut faults) = text::read_file::<ScenarioFile>(text);
    if let Some(file) = file.as_ref().filter(|_| faults.is_empty()) {
        faults = check_scenario(file, stem, templates);
    }
    file.filter(|_| faults.is_empty()).map(ScenarioFile::scenario).ok_or(faults)
}

/// A scenario as text: of what it was read from, everything that still holds stays as it was written.
pub fn to_text(scenario: &Scenario, earlier: &str) -> String {
    update(earlier, &ScenarioFile::of(scenario))
}

/// Saves a scenario and returns its text. `known` is what the file should hold: if it holds anything else, somebody
/// else changed it, and it stays.
///
/// # Errors
/// `file-changed-outside`, `folder-missing`, `file-unwritable`.
pub fn save(scenario: &Scenario, known: &str, path: &Path) -> Result<String, Diagnostic> {
    let text = to_text(scenario, known);
    if let Ok(found) = files::read_text(path) {
        if found == text {
            return Ok(text);
        }
        if found != known {
            return Err(Diagnostic::warning("file-changed-outside").with("file", files::shown(path)));
        }
        keep_earlier(path, &found)?;
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| files::unwritable(folder, &error))?;
    }
    files::replace(path, text.as_bytes())?;
    Ok(text)
}

/// Takes a scenario's file away; its last version stays among the earlier ones.
///
/// # Errors
/// `file-unwritable`.
pub fn remove(path: &Path) -> Result<(), Diagnostic> {
    if let Ok(text) = files::read_text(path) {
        keep_earlier(path, &text)?;
    }
    std::fs::remove_file(path).or_else(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Ok(()),
        _ => Err(files::unwritable(path, &error)),
    })
}

/// Earlier versions of a scenario, the newest first.
pub fn earlier(path: &Path) -> Vec<PathBuf> {
    let mut found = files::with_extension(&folder_of_earlier(path), "ron");
    found.reverse();
    found
}

fn folder_of_earlier(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).join(EARLIER).join(stem(path))
}

/// Keeps a version that was not saved among the earlier ones, so that it can be had back.
///
/// # Errors
/// `file-unwritable`.
pub fn set_aside(scenario: &Scenario, known: &str, path: &Path) -> Result<(), Diagnostic> {
    keep_earlier(path, &to_text(scenario, known))
}

/// Keeps a version under the time of day, and lets the oldest go.
fn keep_earlier(path: &Path, text: &str) -> Result<(), Diagnostic> {
    let folder = folder_of_earlier(path);
    std::fs::create_dir_all(&folder).map_err(|error| files::unwritable(&folder, &error))?;
    let now = jiff::Zoned::now();
    let name = format!("{}-{:03}.ron", now.strftime("%Y%m%d-%H%M%S"), now.millisecond());
    files::replace(&folder.join(name), text.as_bytes())?;
    for old in earlier(path).into_iter().skip(KEPT) {
        // One that stays is only one too many.
        let _ = std::fs::remove_file(old);
    }
    Ok(())
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
