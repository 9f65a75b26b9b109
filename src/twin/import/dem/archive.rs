//! Elevation files inside zip and gzip: unpacked in memory, up to a bound.

use super::super::NamedBytes;
use super::{ascii_grid, geotiff, hgt};
use crate::twin::diagnostic::Diagnostic;
use flate2::read::MultiGzDecoder;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most bytes that one archive may unpack to: 1 GiB. (Deflate packs at most 1 : 1032, so a small file cannot even reach it.)
const MOST_BYTES: u64 = 1 << 30;

/// Whether the content is a zip archive.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Whether the content is packed with gzip.
pub(super) fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x1F\x8B")
}

/// The elevation files in a zip archive, in its order. Others (notes, licences) are passed over.
pub(super) fn unzip(file: &NamedBytes) -> Result<Vec<NamedBytes>, Diagnostic> {
    let broken = || Diagnostic::error("dem-archive-broken").with("file", file.name.as_str());
    let mut archive = ZipArchive::new(Cursor::new(file.bytes.as_slice())).map_err(|_| broken())?;
    let mut members = Vec::new();
    let mut left = MOST_BYTES;
    for index in 0..archive.len() {
        let member = archive.by_index(index).map_err(|_| broken())?;
        if !member.is_file() {
            continue;
        }
        let name = member_name(member.name(), &file.name);
        let Some(bytes) = read_bounded(member, left).map_err(|_| broken())? else { return Err(too_large(file)) };
        if geotiff::is_tiff(&bytes) || ascii_grid::is_ascii_grid(&bytes) || hgt::has_extension(&name) {
            left -= bytes.len() as u64;
            members.push(NamedBytes { name, bytes });
        }
    }
    if members.is_empty() {
        return Err(Diagnostic::error("dem-archive-empty").with("file", file.name.as_str()));
    }
    Ok(members)
}

/// The content of a gzip file, under its name without `.gz`.
pub(super) fn gunzip(file: &NamedBytes) -> Result<NamedBytes, Diagnostic> {
    let unpacked = read_bounded(MultiGzDecoder::new(file.bytes.as_slice()), MOST_BYTES);
    let bytes = unpacked.map_err(|_| Diagnostic::error("dem-archive-broken").with("file", file.name.as_str()))?;
    let name = file.name.strip_suffix(".gz").or_else(|| file.name.strip_suffix(".GZ")).unwrap_or(&file.name);
    bytes.map(|bytes| NamedBytes { name: name.to_owned(), bytes }).ok_or_else(|| too_large(file))
}

/// All that a reader yields, or none if that is more than so many bytes.
fn read_bounded(reader: impl Read, most: u64) -> std::io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let read = reader.take(most + 1).read_to_end(&mut bytes)?;
    Ok((read as u64 <= most).then_some(bytes))
}

fn too_large(file: &NamedBytes) -> Diagnostic {
    Diagnostic::error("dem-archive-too-large").with("file", file.name.as_str()).with("megabytes", MOST_BYTES >> 20)
}

/// A tile whose own name was lost in packing takes that of its archive (`N47E009.hgt.zip` with `data.hgt` in it).
fn member_name(member: &str, archive: &str) -> String {
    if hgt::has_extension(member) && hgt::south_west_corner(member).is_none() && hgt::south_west_corner(archive).is_some() {
        format!("{archive}.hgt")
    } else {
        member.to_owned()
    }
}
