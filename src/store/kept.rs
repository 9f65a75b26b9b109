//! Designs that a scene keeps beside its file: those that come with it, those in its folder, and the user's own, which come first.
//! Each is saved whole, its last versions kept, and never over what somebody else wrote.

use super::complaint::{Complaint, complaints_of};
use super::{data_folder, embedded, files};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::text::Fault;
use std::path::{Path, PathBuf};

/// The folder of earlier versions in that of the designs.
pub const EARLIER: &str = ".earlier";
/// Versions kept of a design.
const KEPT: usize = 10;

/// The text of a design, and where it was found.
pub struct Found {
    /// The file's name without the extension.
    pub stem: String,
    /// What it holds.
    pub text: String,
    /// Its file; none where it comes with the program.
    pub path: Option<PathBuf>,
}

impl Found {
    /// Its faults as complaints about its file.
    pub fn complaints(&self, faults: Vec<Fault>) -> Vec<Complaint> {
        let file = self.path.as_deref().map_or_else(|| self.stem.clone(), files::shown);
        complaints_of(faults, &self.text, &file)
    }
}

/// Where designs of a scene are saved: in its own folder, or in the user's where it comes with the program; `name` is the folder or the file
/// there.
///
/// # Errors
/// Those of [`data_folder::folder`].
pub fn home(scene: &str, folder: Option<&Path>, name: &str) -> Result<PathBuf, Diagnostic> {
    folder.map_or_else(|| data_folder::of_scene(scene), |folder| Ok(folder.to_path_buf())).map(|home| home.join(name))
}

/// The designs of a scene, those that count more behind those in whose place they stand, and files that cannot be read. `folder` is the
/// scene's own, where it lies on the disk.
pub fn find(scene: &str, folder: Option<&Path>, name: &str) -> (Vec<Found>, Vec<Complaint>) {
    let (mut found, mut complaints) = (Vec::new(), Vec::new());
    if folder.is_none() {
        let carried = embedded::design_texts(scene, name);
        found.extend(carried.map(|(stem, text)| Found { stem: stem.to_owned(), text: text.to_owned(), path: None }));
    }
    let Ok(home) = home(scene, folder, name) else { return (found, complaints) };
    for path in files::with_extension(&home, "ron") {
        match files::read_text(&path) {
            Ok(text) => found.push(Found { stem: files::stem(&path), text, path: Some(path) }),
            Err(diagnostic) => complaints.push(Complaint::of_file(&path, diagnostic)),
        }
    }
    (found, complaints)
}

/// Saves a design's text, which is given back. `known` is what the file should hold: if it holds anything else, somebody else changed it,
/// and it stays.
///
/// # Errors
/// `file-changed-outside`, `folder-missing`, `file-unwritable`.
pub fn save(text: String, known: &str, path: &Path) -> Result<String, Diagnostic> {
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

/// Takes a design's file away; its last version stays among the earlier ones.
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

/// Earlier versions of a design, the newest first.
pub fn earlier(path: &Path) -> Vec<PathBuf> {
    let mut found = files::with_extension(&folder_of_earlier(path), "ron");
    found.reverse();
    found
}

/// The folder of a design's earlier versions.
pub fn folder_of_earlier(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).join(EARLIER).join(files::stem(path))
}

/// Keeps a version under the time of day, and lets the oldest go.
///
/// # Errors
/// `file-unwritable`.
pub fn keep_earlier(path: &Path, text: &str) -> Result<(), Diagnostic> {
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
