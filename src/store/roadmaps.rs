//! The roadmap of a scene: `roadmap.ron` beside its `scene.ron`, or in the user's folder where the scene comes with the program.

use super::complaint::{Complaint, complaints_of};
use super::{embedded, files, kept};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::roadmap::Roadmap;
use crate::twin::roadmap::check::check_roadmap;
use crate::twin::text::update::update;
use crate::twin::text::{self, Fault};
use std::path::{Path, PathBuf};

/// What a roadmap's file is called.
pub const NAME: &str = "roadmap.ron";

/// A roadmap and the text that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The roadmap.
    pub roadmap: Roadmap,
    /// Its text, comments and all.
    pub text: String,
    /// Whether its file does not exist yet: it comes with the program.
    pub is_carried: bool,
}

/// Where the roadmap of a scene is saved: in its own folder, or in the user's where it comes with the program.
///
/// # Errors
/// Those of [`kept::home`].
pub fn path(scene: &str, folder: Option<&Path>) -> Result<PathBuf, Diagnostic> {
    kept::home(scene, folder, NAME)
}

/// Reads the roadmap of a scene; none where it has none. `folder` is the scene's own, where it lies on the disk; `scenarios` are
/// known ids.
///
/// # Errors
/// All that is wrong with its file.
pub fn load(scene: &str, folder: Option<&Path>, scenarios: &[&str]) -> Result<Option<Stored>, Vec<Complaint>> {
    let whole = |path: &Path, diagnostic| vec![Complaint::of_file(path, diagnostic)];
    let own = path(scene, folder).ok().filter(|path| path.exists());
    let (text, name) = match &own {
        Some(path) => (files::read_text(path).map_err(|fault| whole(path, fault))?, files::shown(path)),
        None => match embedded::text(scene, NAME).filter(|_| folder.is_none()) {
            Some(text) => (text.to_owned(), NAME.to_owned()),
            None => return Ok(None),
        },
    };
    let roadmap = parse(&text, scenarios).map_err(|faults| complaints_of(faults, &text, &name))?;
    Ok(Some(Stored { roadmap, text, is_carried: own.is_none() }))
}

/// The texts of the roadmaps that come with the program.
pub fn carried() -> impl Iterator<Item = &'static str> {
    embedded::ids().into_iter().filter_map(|scene| embedded::text(&scene, NAME))
}

/// The roadmap of a text.
///
/// # Errors
/// All that is wrong with it.
pub fn parse(text: &str, scenarios: &[&str]) -> Result<Roadmap, Vec<Fault>> {
    let (roadmap, mut faults) = text::read_file::<Roadmap>(text);
    if let Some(roadmap) = roadmap.as_ref().filter(|_| faults.is_empty()) {
        faults = check_roadmap(roadmap, scenarios);
    }
    roadmap.filter(|_| faults.is_empty()).ok_or(faults)
}

/// Saves a roadmap and returns its text. `known` is what the file should hold.
///
/// # Errors
/// Those of [`kept::save`].
pub fn save(roadmap: &Roadmap, known: &str, path: &Path) -> Result<String, Diagnostic> {
    kept::save(update(known, roadmap), known, path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::roadmap::Level;

    const TEXT: &str = "(
    version: 1,
    // What the region gives.
    budget: [(year: 2026, sum: 1.50e9)],
    projects: [
        (
            id: \"a\", // the first
            name: (kk: \"A\", ru: \"A\", en: \"A\"),
            sphere: social,
            deadline: \"2027-12\",
            owner: (kk: \"A\", ru: \"A\", en: \"A\"),
            level: strategic,
        ),
    ],
)
";

    #[test]
    fn what_is_not_edited_stays_as_it_was_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = path("any", Some(folder.path())).expect("a path");
        std::fs::write(&path, TEXT).expect("written");
        let mut stored = load("any", Some(folder.path()), &[]).expect("no faults").expect("a roadmap");
        assert!(!stored.is_carried);
        stored.roadmap.projects[0].level = Level::Operational;
        let saved = save(&stored.roadmap, &stored.text, &path).expect("saved");
        assert_eq!(saved, TEXT.replace("strategic", "operational"));
        assert_eq!(std::fs::read_to_string(&path).expect("read"), saved);
        assert_eq!(kept::earlier(&path).len(), 1);
    }

    #[test]
    fn what_somebody_else_wrote_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        std::fs::write(&path, "(version: 1)").expect("written");
        let roadmap = parse(TEXT, &[]).expect("a roadmap");
        let refused = save(&roadmap, TEXT, &path).expect_err("refused");
        assert_eq!(refused.code, "file-changed-outside");
        assert_eq!(std::fs::read_to_string(&path).expect("read"), "(version: 1)");
    }

    #[test]
    fn a_scene_without_one_has_none_and_a_broken_one_is_told_of() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(load("any", Some(folder.path()), &[]).expect("no faults"), None);
        std::fs::write(folder.path().join(NAME), TEXT.replace("2027-12", "soon")).expect("written");
        let complaints = load("any", Some(folder.path()), &[]).expect_err("a fault");
        assert_eq!(complaints.len(), 1);
        assert_eq!((complaints[0].diagnostic.code, complaints[0].place.map(|place| place.line)), ("not-a-month", Some(10)));
    }
}
