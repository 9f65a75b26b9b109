//! What can go wrong with a package, and how to say it.

use crate::store::files;
use crate::twin::diagnostic::Diagnostic;
use std::io::Read;
use std::path::Path;

/// A failure on the way, before the file is known to the message.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// SQLite complained.
    #[error(transparent)]
    Database(#[from] rusqlite::Error),
    /// We did.
    #[error(transparent)]
    Said(#[from] Diagnostic),
}

impl Failure {
    /// A table that does not hold together.
    pub fn inconsistent(reason: impl Into<String>) -> Self {
        Failure::Said(Diagnostic::error("package-unreadable").with("reason", reason.into()))
    }

    /// As the reader of that package hears it.
    pub fn on_reading(self, path: &Path) -> Diagnostic {
        match self {
            Failure::Database(error) => Diagnostic::error("package-unreadable").with("reason", error.to_string()),
            Failure::Said(diagnostic) => diagnostic,
        }
        .in_file(files::shown(path))
    }

    /// As the writer of that package hears it.
    pub fn on_writing(self, path: &Path) -> Diagnostic {
        match self {
            Failure::Database(error) => Diagnostic::error("package-unwritable").with("reason", error.to_string()),
            Failure::Said(diagnostic) => diagnostic,
        }
        .in_file(files::shown(path))
    }
}

/// The first bytes of every SQLite file.
pub const SQLITE_MAGIC: &[u8] = b"SQLite format 3\0";

/// Finds out what SQLite would only stumble over later: a file that is missing, empty, something else, or cut off.
pub fn check_file(path: &Path) -> Result<(), Diagnostic> {
    let complain = |code| Err(Diagnostic::error(code).with("file", files::shown(path)));
    let fail = |error: std::io::Error| files::unreadable(path, &error);
    let file = std::fs::File::open(path).map_err(fail)?;
    let length = file.metadata().map_err(fail)?.len();
    let mut header = Vec::with_capacity(100);
    file.take(100).read_to_end(&mut header).map_err(fail)?;
    if header.is_empty() {
        return complain("file-empty");
    }
    if !header.starts_with(SQLITE_MAGIC) {
        return complain("not-a-package");
    }
    if header.len() < 100 || length < stated_length(&header) {
        return complain("package-truncated");
    }
    Ok(())
}

/// Length in bytes that the header states, where it states one (SQLite file format, 1.3.8).
fn stated_length(header: &[u8]) -> u64 {
    let number = |at: usize| header.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_be_bytes);
    let page_size = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    let is_stated = number(24) == number(92);
    if is_stated { page_size * u64::from(number(28)) } else { 0 }
}
