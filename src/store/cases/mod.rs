//! Collections of published cases in a folder: what of it is known is run, and everything else is named.
//!
//! The layout: `radio/itm`, `radio/p1812/{profiles,results}`, `flood` with `swashes`, `traffic` with networks in TNTP.

mod flood;
mod radio;
mod traffic;

use super::files;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::verify::{Check, Verification};
use std::path::{Path, PathBuf};

/// Runs what of a folder, and which entries of it are looked at.
type Known = (&'static str, fn(&Path) -> Verification);

/// The folders that are known.
const KNOWN: [Known; 3] = [("radio", radio::run), ("flood", flood::run), ("traffic", traffic::run)];

/// Runs every case of a folder. What cannot be read or run is among the notes, each with its file; the rest is run. `watch` is told which share
/// is done; where it fails, so does this.
///
/// # Errors
/// `verify-folder-missing` where there is no such folder, and those of `watch`.
pub fn run(folder: &Path, watch: &dyn Fn(f32) -> Result<(), Diagnostic>) -> Result<Verification, Diagnostic> {
    if !folder.is_dir() {
        return Err(Diagnostic::error("verify-folder-missing").with("folder", files::shown(folder)));
    }
    let mut found = Verification { checks: Vec::new(), notes: unknown(folder, &KNOWN.map(|(name, _)| name)) };
    for (number, (name, run)) in KNOWN.iter().enumerate() {
        watch(number as f32 / KNOWN.len() as f32)?;
        let inside = folder.join(name);
        if inside.is_dir() {
            found.add(run(&inside));
        }
    }
    if found.checks.is_empty() {
        found.notes.push(Diagnostic::error("verify-nothing").with("folder", files::shown(folder)));
    }
    Ok(found)
}

/// What a folder holds, by name.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    entries
}

/// A note for each entry of a folder that has none of these names; hidden ones are nobody's business.
fn unknown(folder: &Path, known: &[&str]) -> Vec<Diagnostic> {
    let strange = entries(folder).into_iter().filter(|path| {
        let name = files::name(path);
        !known.contains(&name.as_str()) && !name.starts_with('.')
    });
    strange.map(|path| not_known(&path)).collect()
}

/// What to say of a file or folder for which there is no model to run.
fn not_known(path: &Path) -> Diagnostic {
    Diagnostic::note("verify-unknown").with("file", files::shown(path))
}

/// The text of a file; tables of research may be longer than texts that people write.
fn read(path: &Path) -> Result<String, Diagnostic> {
    String::from_utf8(files::read(path)?).map_err(|_| Diagnostic::error("text-not-utf8").with("file", files::shown(path)))
}

/// The checks of a file; a complaint names the file.
fn checks_of(path: &Path, run: impl FnOnce(&str) -> Result<Vec<Check>, Diagnostic>) -> Verification {
    let mut found = Verification::default();
    found.add_case(read(path).and_then(|text| run(&text)).map_err(|odd| odd.in_file(files::shown(path))));
    found
}

/// Complaints about what was read of a file name it.
fn named(mut found: Verification, path: &Path) -> Verification {
    found.notes = found.notes.into_iter().map(|note| note.in_file(files::shown(path))).collect();
    found
}

/// What was found, or the complaint that there is nothing.
fn or_complaint(found: Result<Verification, Diagnostic>) -> Verification {
    found.unwrap_or_else(|diagnostic| Verification { checks: Vec::new(), notes: vec![diagnostic] })
}
