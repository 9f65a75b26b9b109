//! The tables in a feed's zip archive, unpacked in memory up to a bound.

use super::super::NamedBytes;
use super::super::text_encoding::decode;
use crate::twin::diagnostic::Diagnostic;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most bytes that one feed may unpack to: 1 GiB.
const MOST_BYTES: u64 = 1 << 30;

/// The texts of a feed by their names without `.txt`.
pub(super) type Archive = BTreeMap<String, String>;

/// Unpacks every table of a feed; one in a folder counts by its own name. A table that cannot be unpacked is left out,
/// as if it were missing.
pub(super) fn open(file: &NamedBytes) -> Result<Archive, Diagnostic> {
    let broken = |_| Diagnostic::error("gtfs-archive-broken").with("file", file.name.as_str());
    let mut zip = ZipArchive::new(Cursor::new(file.bytes.as_slice())).map_err(broken)?;
    let mut tables = Archive::new();
    let mut left = MOST_BYTES;
    for index in 0..zip.len() {
        let Ok(member) = zip.by_index(index) else { continue };
        let name = member.name().rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
        let Some(table) = name.strip_suffix(".txt").map(str::to_owned) else { continue };
        let mut bytes = Vec::new();
        let read = member.take(left + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > left {
            let megabytes = MOST_BYTES >> 20;
            return Err(Diagnostic::error("gtfs-archive-too-large").with("file", file.name.as_str()).with("megabytes", megabytes));
        }
        left -= bytes.len() as u64;
        if read.is_ok() {
            tables.entry(table).or_insert_with(|| decode(&bytes).into_owned());
        }
    }
    Ok(tables)
}
