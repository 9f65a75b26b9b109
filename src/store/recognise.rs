//! What a file is, by its content: names are changed, contents are not.

use super::geopackage::SQLITE_MAGIC;
use super::pack;
use crate::twin::import::gtfs;
use std::fs::File;
use std::io::BufReader;
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
    /// A scene with all that belongs to it in one file.
    Pack,
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
    if is_pack(path, head) {
        return Some(FileKind::Pack);
    }
    // Each kind's reader says what is wrong with a file that only bears its name.
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "gpkg" => Some(FileKind::Package),
        "pbf" | "osm" => Some(FileKind::Map),
        "ron" => Some(FileKind::Scene),
        "zip" => Some(FileKind::Pack),
        _ => None,
    }
}

/// How a zip archive begins that holds anything.
const ZIP_MAGIC: &[u8] = b"PK\x03\x04";

/// What a file is to an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// An OpenStreetMap extract, PBF or XML.
    Map,
    /// Elevation: HGT, GeoTIFF, ESRI ASCII, packed or not.
    Elevation,
    /// Timetables: GTFS in a zip archive.
    Timetables,
    /// Districts as GeoJSON.
    Districts,
    /// A table of one's own.
    Table,
}

/// What a file is to an import, from its first [`HEAD`] bytes, or from its name where they do not tell.
/// A zip archive is opened: what it holds stands at its end.
pub fn source_kind(path: &Path, head: &[u8]) -> Option<SourceKind> {
    if recognise(path, head) == Some(FileKind::Map) {
        return Some(SourceKind::Map);
    }
    if head.starts_with(ZIP_MAGIC) && File::open(path).is_ok_and(|file| gtfs::is_feed(BufReader::new(file))) {
        return Some(SourceKind::Timetables);
    }
    let packed: [&[u8]; 4] = [ZIP_MAGIC, b"\x1f\x8b", b"II", b"MM"];
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let is_grid = text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("ncols"));
    if text.starts_with('{') {
        return Some(SourceKind::Districts);
    }
    if is_grid || packed.iter().any(|magic| head.starts_with(magic)) {
        return Some(SourceKind::Elevation);
    }
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "hgt" | "tif" | "tiff" | "asc" => Some(SourceKind::Elevation),
        "csv" | "tsv" | "txt" => Some(SourceKind::Table),
        _ => None,
    }
}

/// The first block of a PBF is a header, whose type is the first field (OpenStreetMap wiki, PBF format).
fn is_map_pbf(head: &[u8]) -> bool {
    head.get(4) == Some(&0x0A)
        && [&b"OSMHeader"[..], b"OSMData"].iter().any(|kind| head.get(6..).is_some_and(|rest| rest.starts_with(kind)))
}

/// Timetables and elevation come as zip archives too: a pack is known by its manifest. A whole one has it in front, where it is found
/// though the rest is cut off; one that somebody packed again has it anywhere.
fn is_pack(path: &Path, head: &[u8]) -> bool {
    // The name of the first member stands after 30 bytes, its length at the 26th (PKWARE, APPNOTE 4.3.7).
    let leads = || head.get(30..).is_some_and(|rest| rest.starts_with(pack::MANIFEST.as_bytes())) && head[26..28] == [9, 0];
    head.starts_with(ZIP_MAGIC) && (leads() || File::open(path).is_ok_and(|file| pack::is_pack(BufReader::new(file))))
}

fn is_map_xml(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head);
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    start.starts_with('<') && start.contains("<osm")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::files::read_head;
    use std::path::PathBuf;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    #[test]
    fn sources_are_told_apart() {
        let of = |name: &str, head: &[u8]| source_kind(Path::new(name), head);
        assert_eq!(of("a.bin", b"\0\0\0\x0d\x0a\x09OSMHeader"), Some(SourceKind::Map));
        assert_eq!(of("N53E063.hgt", b"\0\xb4\0\xb5"), Some(SourceKind::Elevation));
        assert_eq!(of("grid.txt", b"NCOLS 12\nNROWS 3"), Some(SourceKind::Elevation));
        assert_eq!(of("tile", b"II*\0"), Some(SourceKind::Elevation));
        assert_eq!(of("areas.json", "\u{FEFF} {\"type\"".as_bytes()), Some(SourceKind::Districts));
        assert_eq!(of("schools.CSV", b"name;lon;lat"), Some(SourceKind::Table));
        assert_eq!(of("photo.jpg", b"\xff\xd8"), None);
    }

    /// An archive of empty members in a folder, and how it begins.
    fn archive(folder: &Path, name: &str, members: &[&str]) -> (PathBuf, Vec<u8>) {
        let path = folder.join(name);
        let mut archive = ZipWriter::new(File::create(&path).expect("a file"));
        for member in members {
            archive.start_file(*member, SimpleFileOptions::default()).expect("a member");
        }
        archive.finish().expect("an archive");
        let head = read_head(&path, HEAD).expect("its head");
        (path, head)
    }

    #[test]
    fn an_archive_is_what_it_holds() {
        let folder = tempfile::tempdir().expect("a folder");
        let of = |name: &str, members: &[&str]| {
            let (path, head) = archive(folder.path(), name, members);
            source_kind(&path, &head)
        };
        assert_eq!(of("buses.zip", &["agency.txt", "routes.txt", "stops.txt"]), Some(SourceKind::Timetables));
        assert_eq!(of("N53E063", &["feed/Stops.TXT"]), Some(SourceKind::Timetables));
        assert_eq!(of("stops.txt.zip", &["N53E063.hgt", "bus-stops.txt"]), Some(SourceKind::Elevation));
        assert_eq!(of("empty.zip", &[]), None);
        // What cannot be opened is told by the reader of elevation.
        assert_eq!(source_kind(Path::new("cut.zip"), ZIP_MAGIC), Some(SourceKind::Elevation));
    }

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

    #[test]
    fn a_pack_is_known_by_its_manifest() {
        let folder = tempfile::tempdir().expect("a folder");
        let of = |name: &str, members: &[&str]| {
            let (path, head) = archive(folder.path(), name, members);
            (recognise(&path, &head), source_kind(&path, &head))
        };
        assert_eq!(of("town", &["pack.json", "scene.ron"]).0, Some(FileKind::Pack));
        assert_eq!(of("again", &["scene.ron", "pack.json"]).0, Some(FileKind::Pack));
        assert_eq!(of("buses", &["stops.txt"]), (None, Some(SourceKind::Timetables)));
        // Its reader says what is wrong with it.
        assert_eq!(of("buses.zip", &["stops.txt"]), (Some(FileKind::Pack), Some(SourceKind::Timetables)));
        // The end, where a zip archive lists what it holds, was cut off.
        let mut cut = b"PK\x03\x04".to_vec();
        cut.resize(26, 0);
        cut.extend(b"\x09\0\0\0pack.json{");
        assert_eq!(recognise(Path::new("cut"), &cut), Some(FileKind::Pack));
    }
}
