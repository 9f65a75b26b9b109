//! What a file is, by its content: names are changed, contents are not.

use super::geopackage::SQLITE_MAGIC;
use std::path::Path;

/// A kind of file that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A region package.
    Package,
    /// An OpenStreetMap extract, PBF or XML.
    Map,
    /// A `scene.ron`.
    Scene,
}

/// Bytes from the front of a file that are enough to tell.
pub const HEAD: usize = 4096;

/// The kind of a file from its first [`HEAD`] bytes, or from its name where they do not tell.
pub fn recognise(path: &Path, head: &[u8]) -> Option<FileKind> {
    if head.starts_with(SQLITE_MAGIC) {
        return Some(FileKind::Package);
    }
    if is_map_pbf(head) || is_map_xml(head) {
        return Some(FileKind::Map);
    }
    // Each kind's reader says what is wrong with a file that only bears its name.
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "gpkg" => Some(FileKind::Package),
        "pbf" | "osm" => Some(FileKind::Map),
        "ron" => Some(FileKind::Scene),
        _ => None,
    }
}

/// The first block of a PBF is a header, whose type is the first field (OpenStreetMap wiki, PBF format).
fn is_map_pbf(head: &[u8]) -> bool {
    head.get(4) == Some(&0x0A)
        && [&b"OSMHeader"[..], b"OSMData"].iter().any(|kind| head.get(6..).is_some_and(|rest| rest.starts_with(kind)))
}

fn is_map_xml(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head);
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    start.starts_with('<') && start.contains("<osm")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_counts_more_than_the_name() {
        let of = |name: &str, head: &[u8]| recognise(Path::new(name), head);
        assert_eq!(of("town.txt", b"SQLite format 3\0...."), Some(FileKind::Package));
        assert_eq!(of("town.gpkg", b"\0\0\0\x0d\x0a\x09OSMHeader"), Some(FileKind::Map));
        assert_eq!(of("town", "\u{FEFF}<?xml version='1.0'?>\n<osm version='0.6'>".as_bytes()), Some(FileKind::Map));
        assert_eq!(of("scene.ron", b"(version: 1"), Some(FileKind::Scene));
        assert_eq!(of("town.gpkg", b"PK"), Some(FileKind::Package));
        assert_eq!(of("photo.jpg", b"\xff\xd8"), None);
        assert_eq!(of("", b""), None);
    }
}
