//! Files that designers write: found, recognised by where they stand, read and checked.

use super::complaint::{Complaint, complaints_of};
use super::library::template_faults;
use super::{embedded, files, kept, roadmaps, scenarios, scene_file, tours};
use crate::twin::catalog::Catalog;
use crate::twin::catalog::check::check_norms;
use crate::twin::catalog::norm::Norms;
use crate::twin::catalog::template::Template;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::roadmap::Roadmap;
use crate::twin::roadmap::check::check_roadmap;
use crate::twin::scenario::file::{ScenarioFile, check_scenario};
use crate::twin::text::parse::parse;
use crate::twin::text::tree::{Node, Value};
use crate::twin::text::upgrade::read_parsed;
use crate::twin::text::{Fault, read_file};
use crate::twin::tour::Tour;
use std::path::{Path, PathBuf};

/// Folders that may stand within one another.
const DEEPEST: usize = 16;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DesignKind {
    /// A scene.
    Scene,
    /// A template of a solution.
    Template,
    /// Norms.
    Norms,
    /// A scenario.
    Scenario,
    /// A tour.
    Tour,
    /// A roadmap.
    Roadmap,
    /// Something else in RON, of which only the notation is checked.
    Other,
}

/// What a file holds, by its name and its folder, else by fields that no other kind has.
pub fn kind_of(path: &Path, value: Option<&Value>) -> DesignKind {
    let whole = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    match (files::name(&whole).as_str(), whole.parent().map(files::name).unwrap_or_default().as_str()) {
        (scene_file::NAME, _) => return DesignKind::Scene,
        (roadmaps::NAME, _) => return DesignKind::Roadmap,
        (_, "templates") => return DesignKind::Template,
        (_, "norms") => return DesignKind::Norms,
        (_, scenarios::FOLDER) => return DesignKind::Scenario,
        (_, tours::FOLDER) => return DesignKind::Tour,
        _ => {}
    }
    let Some(Value { node: Node::Group(group), .. }) = value else { return DesignKind::Other };
    let has = |name: &str| group.get(name).is_some();
    match () {
        () if has("sphere") && has("phases") => DesignKind::Template,
        () if has("norms") && has("version") => DesignKind::Norms,
        () if has("projects") => DesignKind::Roadmap,
        () if has("solutions") || has("parent") => DesignKind::Scenario,
        () if has("stops") => DesignKind::Tour,
        () => DesignKind::Other,
    }
}

/// The RON files at some paths, folders with all that they hold but for earlier versions, in order. Links to folders are not followed.
///
/// # Errors
/// `file-missing`, `file-unreadable`.
pub fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Diagnostic> {
    let mut found = Vec::new();
    for path in paths {
        if std::fs::metadata(path).map_err(|error| files::unreadable(path, &error))?.is_dir() {
            find_in(path, 0, &mut found)?;
        } else {
            found.push(path.clone());
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

fn find_in(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), Diagnostic> {
    let unreadable = |error: &std::io::Error| files::unreadable(folder, error);
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(&error))? {
        let entry = entry.map_err(|error| unreadable(&error))?;
        let (kind, path) = (entry.file_type().map_err(|error| unreadable(&error))?, entry.path());
        let is_looked_into = depth < DEEPEST && files::name(&path) != kept::EARLIER;
        if kind.is_dir() && is_looked_into {
            find_in(&path, depth + 1, found)?;
        } else if !kind.is_dir() && path.extension().is_some_and(|extension| extension == "ron") {
            found.push(path);
        }
    }
    Ok(())
}

/// Everything that is wrong with some files. Templates may name the program's own norms and those among the files,
/// scenarios the program's own templates and those among the files, tours what their scene has, roadmaps the scenarios beside them and
/// those among the files.
pub fn check(paths: &[PathBuf]) -> Vec<Complaint> {
    let designs: Vec<(&PathBuf, Result<Design, Diagnostic>)> = paths.iter().map(|path| (path, Design::read(path))).collect();
    let own = designs.iter().filter_map(|(_, design)| match design {
        Ok(Design { content: Content::Norms(norms), .. }) => Some(norms),
        _ => None,
    });
    let carried: Vec<Norms> = embedded::norm_texts().filter_map(|text| read_file(text).0).collect();
    let norms: Vec<&str> = carried.iter().chain(own).flat_map(|norms| &norms.norms).map(|norm| norm.id.as_str()).collect();
    let own = designs.iter().filter_map(|(_, design)| match design {
        Ok(Design { content: Content::Template(template), .. }) => Some(template.id.as_str()),
        _ => None,
    });
    let templates: Vec<&str> = embedded::template_texts().map(|(stem, _)| stem).chain(own).collect();
    let scenarios: Vec<&str> = designs
        .iter()
        .filter_map(|(_, design)| match design {
            Ok(Design { content: Content::Scenario(scenario), .. }) => Some(scenario.id.as_str()),
            _ => None,
        })
        .collect();
    let known = Known { norms: &norms, templates: &templates, scenarios: &scenarios };
    let complaints = |(path, design): &(&PathBuf, Result<Design, Diagnostic>)| match design {
        Ok(design) => design.complaints(path, &known),
        Err(diagnostic) => vec![Complaint::of_file(path, diagnostic.clone())],
    };
    designs.iter().flat_map(complaints).collect()
}

/// Ids that files may name.
struct Known<'a> {
    norms: &'a [&'a str],
    templates: &'a [&'a str],
    scenarios: &'a [&'a str],
}

/// A file that has been read.
struct Design {
    text: String,
    content: Content,
    /// What is wrong with its form.
    faults: Vec<Fault>,
}

/// What could be read of a file.
enum Content {
    Template(Box<Template>),
    Norms(Norms),
    Scenario(ScenarioFile),
    Tour(Tour),
    Roadmap(Roadmap),
    /// A scene, something else, or nothing: there is no more to check.
    Other,
}

impl Design {
    fn read(path: &Path) -> Result<Self, Diagnostic> {
        let text = files::read_text(path)?;
        let (mut value, faults) = parse(&text);
        let kind = kind_of(path, value.as_ref());
        let value = value.as_mut();
        let (content, faults) = match kind {
            DesignKind::Template => {
                let (template, faults) = read_parsed(value, faults);
                (template.map(|template| Content::Template(Box::new(template))), faults)
            }
            DesignKind::Norms => {
                let (norms, faults) = read_parsed(value, faults);
                (norms.map(Content::Norms), faults)
            }
            DesignKind::Scenario => {
                let (scenario, faults) = read_parsed(value, faults);
                (scenario.map(Content::Scenario), faults)
            }
            DesignKind::Tour => {
                let (tour, faults) = read_parsed(value, faults);
                (tour.map(Content::Tour), faults)
            }
            DesignKind::Roadmap => {
                let (roadmap, faults) = read_parsed(value, faults);
                (roadmap.map(Content::Roadmap), faults)
            }
            DesignKind::Scene => (None, scene_file::read(value, faults).1),
            DesignKind::Other => (None, faults),
        };
        Ok(Self { text, content: content.unwrap_or(Content::Other), faults })
    }

    fn complaints(&self, path: &Path, known: &Known) -> Vec<Complaint> {
        let further = match &self.content {
            // What follows from a fault of form is none of its own.
            _ if !self.faults.is_empty() => Vec::new(),
            Content::Template(template) => template_faults(template, &files::stem(path), known.norms),
            Content::Norms(norms) => check_norms(norms),
            Content::Scenario(scenario) => check_scenario(scenario, &files::stem(path), known.templates),
            Content::Roadmap(roadmap) => roadmap_faults(roadmap, path, known.scenarios),
            Content::Tour(tour) => tours::check(tour, path, &self.text),
            Content::Other => Vec::new(),
        };
        let faults = self.faults.iter().cloned().chain(further).collect();
        complaints_of(faults, &self.text, &files::shown(path))
    }
}

/// A roadmap names the scenarios of its scene, which stand beside it; those that come with the program are known everywhere.
fn roadmap_faults(roadmap: &Roadmap, path: &Path, scenarios: &[&str]) -> Vec<Fault> {
    let beside = path.parent().map(|folder| files::with_extension(&folder.join(scenarios::FOLDER), "ron")).unwrap_or_default();
    let beside: Vec<String> = beside.iter().map(|path| files::stem(path)).collect();
    let scenes = embedded::ids();
    let carried = scenes.iter().flat_map(|scene| embedded::design_texts(scene, scenarios::FOLDER)).map(|(stem, _)| stem);
    let mut known: Vec<&str> = beside.iter().map(String::as_str).chain(carried).chain(scenarios.iter().copied()).collect();
    known.sort_unstable();
    known.dedup();
    check_roadmap(roadmap, &known)
}

/// The program's own library. What cannot be read is left out; a test reads all of it.
pub fn embedded_catalog() -> Catalog {
    super::library::load(&[], &Catalog::default()).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn earlier_versions_are_not_looked_at() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("tour.ron");
        std::fs::write(&path, "()").expect("written");
        kept::keep_earlier(&path, "(1)").expect("kept");
        assert_eq!(find(&[folder.path().to_path_buf()]), Ok(vec![path]));
    }
}
