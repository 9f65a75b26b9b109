//! Scenarios of a scene, and the texts that they were read from.

use super::complaint::Complaint;
use super::kept::{self, Found};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::scenario::Scenario;
use crate::twin::scenario::file::{SOLUTION_UNKNOWN, ScenarioFile, check_scenario};
use crate::twin::text;
use crate::twin::text::update::update;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use super::kept::{earlier, remove};

/// The folder of scenarios in a scene's.
pub const FOLDER: &str = "scenarios";

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
/// Those of [`kept::home`].
pub fn home(scene: &str, folder: Option<&Path>) -> Result<PathBuf, Diagnostic> {
    kept::home(scene, folder, FOLDER)
}

/// Reads the scenarios of a scene. `folder` is the scene's own, where it lies on the disk.
pub fn load(scene: &str, folder: Option<&Path>, templates: &[&str]) -> Loaded {
    let (all, complaints) = kept::find(scene, folder, FOLDER);
    let mut loaded = Loaded { scenarios: BTreeMap::new(), complaints };
    for found in all {
        let (scenario, faults) = read(&found.stem, &found.text, templates);
        if !faults.is_empty() {
            loaded.complaints.extend(found.complaints(faults));
        }
        if let Some(scenario) = scenario {
            let Found { stem, text, path } = found;
            loaded.scenarios.insert(stem, Stored { scenario, text, path });
        }
    }
    loaded
}

/// The scenario of a text; `stem` is its file's name without the extension.
///
/// # Errors
/// All that is wrong with it.
pub fn parse(stem: &str, text: &str, templates: &[&str]) -> Result<Scenario, Vec<text::Fault>> {
    let (scenario, faults) = read(stem, text, templates);
    scenario.filter(|_| faults.is_empty()).ok_or(faults)
}

/// The scenario of a text and all that is wrong with it. One that only has solutions of templates that are gone is there all the same: it
/// shows what it can, and its file keeps them.
fn read(stem: &str, text: &str, templates: &[&str]) -> (Option<Scenario>, Vec<text::Fault>) {
    let (file, mut faults) = text::read_file::<ScenarioFile>(text);
    if let Some(file) = file.as_ref().filter(|_| faults.is_empty()) {
        faults = check_scenario(file, stem, templates);
    }
    let can_be_shown = faults.iter().all(|fault| fault.diagnostic.code == SOLUTION_UNKNOWN);
    (file.filter(|_| can_be_shown).map(ScenarioFile::scenario), faults)
}

/// A scenario as text: of what it was read from, everything that still holds stays as it was written.
pub fn to_text(scenario: &Scenario, earlier: &str) -> String {
    update(earlier, &ScenarioFile::of(scenario))
}

/// Saves a scenario and returns its text. `known` is what the file should hold.
///
/// # Errors
/// Those of [`kept::save`].
pub fn save(scenario: &Scenario, known: &str, path: &Path) -> Result<String, Diagnostic> {
    kept::save(to_text(scenario, known), known, path)
}

/// Keeps a version that was not saved among the earlier ones, so that it can be had back.
///
/// # Errors
/// Those of [`kept::keep_earlier`].
pub fn set_aside(scenario: &Scenario, known: &str, path: &Path) -> Result<(), Diagnostic> {
    kept::keep_earlier(path, &to_text(scenario, known))
}
