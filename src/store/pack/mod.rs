//! One file to carry: a scene with its data, scenarios, tours and the user's own solutions in a zip archive that opens on another machine.
//!
//! A region travels as what it was made of: that is smaller than a package of it, and the same program makes the same region of it to the
//! bit. A region that came as a package travels as that package.

mod gather;
mod manifest;
mod unpack;

use super::complaint::Complaint;
use super::files;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::{Progress, proceed};
use gather::Contents;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

pub use manifest::{MANIFEST, Manifest, PackedFile};
pub use unpack::{is_pack, unpack, unpack_into};

/// Phase of the progress while a pack is written.
pub const PACK_PHASE: &str = "pack-write";
/// Phase of the progress while a pack is unpacked.
pub const UNPACK_PHASE: &str = "pack-read";

/// Bytes that the files of a pack may have together: what a zip archive can say of a file.
const MOST_BYTES: u64 = u32::MAX as u64;

/// What was packed.
#[derive(Clone, Debug)]
pub struct Packed {
    /// The list in the pack.
    pub manifest: Manifest,
    /// Bytes of the pack.
    pub bytes: u64,
    /// What is wrong with files that were left out.
    pub complaints: Vec<Complaint>,
}

/// Packs a scene, whatever names it, into a file. The same content and date give the same bytes.
///
/// # Errors
/// Those of opening the scene; `pack-name-odd`, `pack-too-large`, `folder-missing`, `file-unwritable`; a file that stood there before is
/// then untouched.
pub fn write(target: &str, out: &Path, date: jiff::civil::Date, progress: &dyn Progress) -> Result<Packed, Diagnostic> {
    let Contents { scene, files: members, complaints } = gather::gather(target, progress)?;
    proceed(progress, PACK_PHASE, 0.0)?;
    let manifest = Manifest::new(&scene, date, &members);
    manifest.check(&files::shown(out))?;
    files::replace_with(out, |temporary| {
        let written = File::create(temporary).map_err(Into::into).and_then(|file| fill(file, &manifest, &members));
        written.map_err(|error| files::unwritable(out, &error.into()))
    })?;
    // It is done: too late to stop.
    progress.report(PACK_PHASE, 1.0);
    let bytes = std::fs::metadata(out).map_err(|error| files::unreadable(out, &error))?.len();
    Ok(Packed { manifest, bytes, complaints })
}

/// Writes the archive: the manifest first, by which it is known, then the files in the order of their names.
fn fill(file: File, manifest: &Manifest, members: &gather::Members) -> ZipResult<()> {
    // Nothing of the machine and of the hour: the same content gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(BufWriter::new(file));
    archive.start_file(MANIFEST, options)?;
    archive.write_all(&manifest.to_bytes())?;
    for (name, bytes) in members {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(bytes)?;
    }
    archive.finish()?.flush()?;
    Ok(())
}
