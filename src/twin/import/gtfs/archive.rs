//! The tables in a feed's zip archive, unpacked in memory up to a bound.

use super::super::NamedBytes;
use super::super::text_encoding::decode;
use crate::twin::diagnostic::Diagnostic;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};
use zip::ZipArchive;

/// The most bytes that one feed may unpack to: 1 GiB.
const MOST_BYTES: u64 = 1 << 30;

/// The texts of a feed by their names without `.txt`.
pub(super) type Archive = BTreeMap<String, String>;

/// Whether a file is a feed: a zip archive that holds `stops.txt`.
pub fn is_feed(content: impl Read + Seek) -> bool {
    ZipArchive::new(content).is_ok_and(|zip| zip.file_names().any(|member| table_name(member).as_deref() == Some("stops")))
}

/// The table that a member of an archive holds, by its name without `.txt`; one in a folder counts by its own name.
fn table_name(member: &str) -> Option<String> {
    let name = member.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    name.strip_suffix(".txt").map(str::to_owned)
}

/// Unpacks every table of a feed. A table that cannot be unpacked is left out, as if it were missing.
pub(super) fn open(file: &NamedBytes) -> Result<Archive, Diagnostic> {
    let broken = |_| Diagnostic::error("gtfs-archive-broken").with("file", file.name.as_str());
    let mut zip = ZipArchive::new(Cursor::new(file.bytes.as_slice())).map_err(broken)?;
    let mut tables = Archive::new();
    let mut left = MOST_BYTES;
    for index in 0..zip.len() {
        let Ok(member) = zip.by_index(index) else { continue };
        let Some(table) = table_name(member.name()) else { continue };
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
