//! What a folder holds of what the program can read: folders and files by name, size and day.

use super::files::shown;
use crate::twin::diagnostic::Diagnostic;
use etcetera::home_dir;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::fs::{DirEntry, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Endings of the names of what can be opened.
pub const OPENED: &[&str] = &["ron", "gpkg", "zip", "pbf", "osm", "xml"];
/// Endings of the names of what can be imported.
pub const IMPORTED: &[&str] = &["pbf", "osm", "xml", "hgt", "zip", "gz", "tif", "tiff", "asc", "geojson", "json", "csv", "tsv", "txt"];

/// Something in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As the folder calls it.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Bytes; none for a folder.
    pub size: Option<u64>,
    /// Day of its last change, where the system knows one.
    pub changed: Option<Date>,
}

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A folder with its content in no order.
    Folder(Vec<Entry>),
    /// A file.
    File,
}

/// The user's own folder.
pub fn home() -> PathBuf {
    home_dir().unwrap_or_else(|_| PathBuf::from("/"))
}

/// Looks where a path leads. Of a folder, what is hidden is left out, and files whose names end otherwise.
///
/// # Errors
/// `folder-gone` or `folder-unreadable`, with the path.
pub fn look(path: &Path, endings: &[&str]) -> Result<Found, Diagnostic> {
    let fail = |error: std::io::Error| unreadable(path, &error);
    if path.metadata().map_err(fail)?.is_file() {
        return Ok(Found::File);
    }
    let entries = path.read_dir().map_err(fail)?;
    Ok(Found::Folder(entries.flatten().filter_map(|entry| shown_entry(&entry, endings)).collect()))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    if error.kind() == ErrorKind::NotFound {
        return Diagnostic::error("folder-gone").with("folder", shown(path));
    }
    Diagnostic::error("folder-unreadable").with("folder", shown(path)).with("reason", error.to_string())
}

fn shown_entry(entry: &DirEntry, endings: &[&str]) -> Option<Entry> {
    let name = entry.file_name().to_string_lossy().into_owned();
    let path = entry.path();
    // Links count as what they lead to.
    let about = path.metadata().ok()?;
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let suits = about.is_dir() || ending.is_some_and(|ending| endings.contains(&ending.as_str()));
    (suits && !is_hidden(&name, &about)).then(|| Entry {
        size: about.is_file().then_some(about.len()),
        changed: about.modified().ok().and_then(|time| Timestamp::try_from(time).ok()).map(|time| time.to_zoned(TimeZone::system()).date()),
        name,
        path,
    })
}

#[cfg(not(windows))]
fn is_hidden(name: &str, _: &Metadata) -> bool {
    name.starts_with('.')
}

#[cfg(windows)]
fn is_hidden(name: &str, about: &Metadata) -> bool {
    use std::os::windows::fs::MetadataExt;
    const HIDDEN: u32 = 2;
    name.starts_with('.') || about.file_attributes() & HIDDEN != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{create_dir, write};

    #[test]
    fn a_folder_shows_what_can_be_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        create_dir(at("maps")).expect("a folder");
        create_dir(at(".hidden")).expect("a folder");
        write(at("Town.OSM.PBF"), b"12345").expect("a file");
        write(at("photo.jpg"), b"1").expect("a file");
        write(at(".town.osm"), b"1").expect("a file");
        let Ok(Found::Folder(mut entries)) = look(folder.path(), OPENED) else { panic!("not a folder") };
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        let seen: Vec<_> = entries.iter().map(|entry| (entry.name.as_str(), entry.size, entry.changed.is_some())).collect();
        assert_eq!(seen, [("Town.OSM.PBF", Some(5), true), ("maps", None, true)]);
        assert_eq!(look(&at("photo.jpg"), OPENED), Ok(Found::File));
        assert_eq!(look(&at("gone"), OPENED).map_err(|diagnostic| diagnostic.code), Err("folder-gone"));
    }
}
