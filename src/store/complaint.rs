//! What is wrong with files, and where, as people are told of it.

use super::files;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::text::Fault;
use crate::twin::text::fault::Place;
use std::path::Path;

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

impl Complaint {
    /// Something wrong with a file as a whole.
    pub fn of_file(path: &Path, diagnostic: Diagnostic) -> Self {
        Self { file: files::shown(path), place: None, diagnostic, excerpt: String::new() }
    }
}

/// Faults of a text as complaints about its file.
pub fn complaints_of(faults: Vec<Fault>, text: &str, file: &str) -> Vec<Complaint> {
    let complaint = |fault: Fault| Complaint {
        file: file.to_owned(),
        place: Some(fault.place(text)),
        excerpt: fault.excerpt(text).to_owned(),
        diagnostic: fault.diagnostic,
    };
    faults.into_iter().map(complaint).collect()
}
