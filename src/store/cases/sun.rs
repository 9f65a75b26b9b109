//! Cases of the sun: rows of positions, and rows of risings and settings.

use super::super::files;
use super::{entries, named, not_known, or_complaint, read};
use crate::twin::verify::{Verification, sun};
use std::path::Path;

/// How files end that hold twilights, which no model asks for.
const TWILIGHT: &str = "_civil";

pub(super) fn run(folder: &Path) -> Verification {
    let mut found = Verification::default();
    for path in entries(folder) {
        if path.extension().is_some_and(|extension| extension == "csv") && !files::stem(&path).ends_with(TWILIGHT) {
            let rows = read(&path).map(|text| sun::table(&files::stem(&path), &text));
            found.add(named(or_complaint(rows), &path));
        } else {
            found.notes.push(not_known(&path));
        }
    }
    found
}
