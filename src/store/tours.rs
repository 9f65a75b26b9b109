//! Tours of a scene, the texts that they were read from, and what the scene has for them to name.

use super::complaint::Complaint;
use super::kept::{self, Found};
use super::{data_folder, embedded, files, scenarios, scene_file};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::metrics::metric::METRICS;
use crate::twin::model::region::Region;
use crate::twin::text::update::update;
use crate::twin::text::{Fault, read_file};
use crate::twin::tour::Tour;
use crate::twin::tour::check::check_tour;
use crate::twin::tour::names::{LAYERS, OVERLAYS};
use crate::twin::tour::notices::{Known, Notice, notices};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use super::kept::{earlier, remove};

/// The folder of tours in a scene's.
pub const FOLDER: &str = "tours";

/// A tour and the text that it was read from.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The tour.
    pub tour: Tour,
    /// Its text, comments and all.
    pub text: String,
    /// Its file; none where it comes with the program, or was not saved yet.
    pub path: Option<PathBuf>,
}

/// The tours of a scene, and what is wrong with others.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// By id.
    pub tours: BTreeMap<String, Stored>,
    /// Faults of files that are left out.
    pub complaints: Vec<Complaint>,
}

/// Where the tours of a scene are saved: in its own folder, or in the user's where it comes with the program.
///
/// # Errors
/// Those of [`kept::home`].
pub fn home(scene: &str, folder: Option<&Path>) -> Result<PathBuf, Diagnostic> {
    kept::home(scene, folder, FOLDER)
}

/// Reads the tours of a scene. `folder` is the scene's own, where it lies on the disk. What a tour names that is not there keeps it from
/// nothing: [`missing`] tells of it.
pub fn load(scene: &str, folder: Option<&Path>) -> Loaded {
    let (all, complaints) = kept::find(scene, folder, FOLDER);
    let mut loaded = Loaded { tours: BTreeMap::new(), complaints };
    for found in all {
        match parse(&found.stem, &found.text) {
            Ok(tour) => {
                let Found { stem, text, path } = found;
                loaded.tours.insert(stem, Stored { tour, text, path });
            }
            Err(faults) => loaded.complaints.extend(found.complaints(faults)),
        }
    }
    loaded
}

/// The tour of a text; `stem` is its file's name without the extension.
///
/// # Errors
/// All for which it cannot be played.
pub fn parse(stem: &str, text: &str) -> Result<Tour, Vec<Fault>> {
    let (tour, mut faults) = read_file::<Tour>(text);
    if let Some(tour) = tour.as_ref().filter(|_| faults.is_empty()) {
        faults = check_tour(tour, stem, text);
    }
    tour.filter(|_| faults.is_empty()).ok_or(faults)
}

/// A tour as text: of what it was read from, everything that still holds stays as it was written.
pub fn to_text(tour: &Tour, earlier: &str) -> String {
    update(earlier, tour)
}

/// Saves a tour and returns its text. `known` is what the file should hold.
///
/// # Errors
/// Those of [`kept::save`].
pub fn save(tour: &Tour, known: &str, path: &Path) -> Result<String, Diagnostic> {
    kept::save(to_text(tour, known), known, path)
}

/// What a scene has for its tours to name.
#[derive(Clone, Copy, Default)]
pub struct Around<'a> {
    /// Ids of its scenarios; none where nobody knows which there are.
    pub scenarios: Option<&'a [&'a str]>,
    /// Ids of its bookmarks; none where nobody knows.
    pub bookmarks: Option<&'a [&'a str]>,
    /// Its region, where it is open.
    pub region: Option<&'a Region>,
}

/// What a tour names that is not there, and cameras from which nothing can be seen: it is played nevertheless.
pub fn missing(tour: &Tour, text: &str, around: Around) -> Vec<Notice> {
    let metrics: Vec<&str> = METRICS.iter().map(|metric| metric.id).collect();
    let Around { scenarios, bookmarks, region } = around;
    notices(tour, text, &Known { scenarios, bookmarks, overlays: OVERLAYS, layers: LAYERS, metrics: &metrics, region })
}

/// Everything that is wrong with a tour whose form is right, what it can be played with and without. What it may name is found out from
/// where its file lies; of a file that belongs to no scene, scenarios and bookmarks are not looked at.
pub fn check(tour: &Tour, path: &Path, text: &str) -> Vec<Fault> {
    let (scenarios, bookmarks) = names_around(path).unzip();
    let (scenarios, bookmarks) = (scenarios.as_deref().map(borrowed), bookmarks.as_deref().map(borrowed));
    let around = Around { scenarios: scenarios.as_deref(), bookmarks: bookmarks.as_deref(), region: None };
    let mut faults = check_tour(tour, &files::stem(path), text);
    faults.extend(missing(tour, text, around).into_iter().map(|notice| notice.fault));
    faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    faults
}

fn borrowed(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}

/// Ids of the scenarios and of the bookmarks of the scene that a tour's file belongs to: one whose folder it lies in, or one that comes with
/// the program, of which the user's folder is called by its id.
fn names_around(path: &Path) -> Option<(Vec<String>, Vec<String>)> {
    let whole = std::fs::canonicalize(path).ok()?;
    let tours = whole.parent().filter(|folder| folder.file_name().is_some_and(|name| name == FOLDER))?;
    let folder = tours.parent()?;
    let own = files::with_extension(&folder.join(scenarios::FOLDER), "ron").into_iter().map(|path| files::stem(&path));
    let file = folder.join(scene_file::NAME);
    let (scene, carried) = if file.is_file() {
        (scene_file::parse(&files::read_text(&file).ok()?, &files::shown(&file)).ok()?, Vec::new())
    } else {
        let name = folder.file_name()?.to_string_lossy();
        let scene = embedded::embedded_scenes().into_iter().find(|scene| data_folder::file_name(&scene.id) == name)?;
        let carried: Vec<String> = embedded::design_texts(&scene.id, scenarios::FOLDER).map(|(stem, _)| stem.to_owned()).collect();
        (scene, carried)
    };
    let bookmarks = scene.bookmarks.into_iter().map(|bookmark| bookmark.id).collect();
    Some((own.chain(carried).collect(), bookmarks))
}
