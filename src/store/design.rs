//! Files that designers write: found, recognised by where they stand, read and checked.

use super::{embedded, files, scene_file};
use crate::twin::catalog::Catalog;
use crate::twin::catalog::check::{check_norms, check_template};
use crate::twin::catalog::norm::{Norm, Norms};
use crate::twin::catalog::template::Template;
use crate::twin::diagnostic::{Arg, Diagnostic};
use crate::twin::text::fault::Place;
use crate::twin::text::tree::{Node, Value};
use crate::twin::text::{self, Fault};
use std::path::{Path, PathBuf};

/// Bytes that a file may have.
const LARGEST: u64 = 4_000_000;
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
    /// Something else in RON, of which only the notation is checked.
    Other,
}

/// Something wrong with a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Complaint {
    /// The file as messages name it.
    pub file: String,
    /// Where; none where the file as a whole is meant.
    pub place: Option<Place>,
    /// What.
    pub diagnostic: Diagnostic,
    /// The line that it is on.
    pub excerpt: String,
}

/// What a file holds, by its name and its folder, else by fields that no other kind has.
pub fn kind_of(path: &Path, text: &str) -> DesignKind {
    let whole = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let name = |path: Option<&Path>| path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match (name(Some(&whole)).as_str(), name(whole.parent()).as_str()) {
        (scene_file::NAME, _) => return DesignKind::Scene,
        (_, "templates") => return DesignKind::Template,
        (_, "norms") => return DesignKind::Norms,
        _ => {}
    }
    let Some(Value { node: Node::Group(group), .. }) = text::parse::parse(text).0 else { return DesignKind::Other };
    let has = |name: &str| group.fields.iter().any(|(word, _)| word.text == name);
    match () {
        () if has("sphere") && has("phases") => DesignKind::Template,
        () if has("norms") && has("version") => DesignKind::Norms,
        () => DesignKind::Other,
    }
}

/// The RON files at some paths, folders with all that they hold, in order. Links to folders are not followed.
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
        if kind.is_dir() && depth < DEEPEST {
            find_in(&path, depth + 1, found)?;
        } else if !kind.is_dir() && path.extension().is_some_and(|extension| extension == "ron") {
            found.push(path);
        }
    }
    Ok(())
}

/// Everything that is wrong with some files. Templates may name the program's own norms and those among the files.
pub fn check(paths: &[PathBuf]) -> Vec<Complaint> {
    let read: Vec<(&PathBuf, Result<String, Diagnostic>)> = paths.iter().map(|path| (path, read_text(path))).collect();
    let norms: Vec<String> = embedded::norm_texts()
        .map(str::to_owned)
        .chain(read.iter().filter_map(|(path, text)| text.as_ref().ok().filter(|text| kind_of(path, text) == DesignKind::Norms).cloned()))
        .filter_map(|text| text::read::<Norms>(&text).0)
        .flat_map(|norms| norms.norms.into_iter().map(|norm| norm.id.value))
        .collect();
    let norms: Vec<&str> = norms.iter().map(String::as_str).collect();
    read.into_iter()
        .flat_map(|(path, text)| match text {
            Ok(text) => complaints(path, &text, &norms),
            Err(diagnostic) => vec![Complaint { file: files::shown(path), place: None, diagnostic, excerpt: String::new() }],
        })
        .collect()
}

fn read_text(path: &Path) -> Result<String, Diagnostic> {
    let size = std::fs::metadata(path).map_err(|error| files::unreadable(path, &error))?.len();
    if size > LARGEST {
        return Err(Diagnostic::error("text-too-long").with("file", files::shown(path)).with("most", LARGEST));
    }
    String::from_utf8(files::read(path)?).map_err(|_| Diagnostic::error("text-not-utf8").with("file", files::shown(path)))
}

fn complaints(path: &Path, text: &str, norms: &[&str]) -> Vec<Complaint> {
    let file = files::shown(path);
    let complaint = |fault: Fault| Complaint {
        file: file.clone(),
        place: Some(fault.place(text)),
        excerpt: fault.excerpt(text).to_owned(),
        diagnostic: fault.diagnostic,
    };
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let kind = kind_of(path, text);
    let faults = match kind {
        DesignKind::Template => read_template(text, &stem, norms).1,
        DesignKind::Norms => {
            let (norms, faults) = text::read::<Norms>(text);
            norms.filter(|_| faults.is_empty()).map_or(faults, |norms| check_norms(&norms))
        }
        DesignKind::Scene | DesignKind::Other => text::parse::parse(text).1,
    };
    if faults.is_empty() && kind == DesignKind::Scene {
        return scene_file::parse(text, &file).err().map(|diagnostic| whole(&file, text, diagnostic)).into_iter().collect();
    }
    faults.into_iter().map(complaint).collect()
}

/// A template and all that is wrong with its text; `stem` is its file's name without the extension.
pub fn read_template(text: &str, stem: &str, norms: &[&str]) -> (Option<Template>, Vec<Fault>) {
    let (template, mut faults) = text::read::<Template>(text);
    if let Some(template) = template.as_ref().filter(|_| faults.is_empty()) {
        faults = check_template(template, stem, norms);
        faults.sort_by_key(|fault| fault.span.start);
    }
    (template.filter(|_| faults.is_empty()), faults)
}

/// A complaint out of a diagnostic that names line and column itself.
fn whole(file: &str, text: &str, diagnostic: Diagnostic) -> Complaint {
    let number = |name: &str| {
        diagnostic.args.iter().find_map(|(known, value)| match value {
            Arg::Number(number) if *known == name => Some(*number as usize),
            _ => None,
        })
    };
    let place = number("line").zip(number("column")).map(|(line, column)| Place { line, column });
    let excerpt = place.and_then(|place| text.lines().nth(place.line - 1)).unwrap_or("").trim().to_owned();
    Complaint { file: file.to_owned(), place, diagnostic, excerpt }
}

/// The program's own library. What cannot be read is left out; a test reads all of it.
pub fn embedded_catalog() -> Catalog {
    let norms: Vec<Norm> = embedded::norm_texts().filter_map(|text| text::read::<Norms>(text).0).flat_map(|norms| norms.norms).collect();
    let ids: Vec<&str> = norms.iter().map(|norm| norm.id.as_str()).collect();
    let mut templates: Vec<Template> = embedded::template_texts().filter_map(|(stem, text)| read_template(text, stem, &ids).0).collect();
    templates.sort_by(|a, b| a.id.cmp(&b.id));
    Catalog { templates, norms }
}
