//! Unpacks a pack into the user's folder, safely: what it says of itself is checked, and it is there whole or not at all.

use super::UNPACK_PHASE;
use super::manifest::{MANIFEST, Manifest, PackedFile, hexadecimal, is_plain};
use crate::store::files::{self, shown};
use crate::store::{data_folder, scene_file};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::{Progress, proceed};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufReader, Read, Seek, Write};
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// Folder of unpacked scenes in that of the user's work.
const FOLDER: &str = "packs";
/// Files that an archive may list.
const MOST_FILES: usize = 100_000;
/// Bytes that are unpacked at once.
const CHUNK: usize = 1 << 16;

/// Whether a file is a pack: a zip archive with a manifest.
pub fn is_pack(content: impl Read + Seek) -> bool {
    ZipArchive::new(content).is_ok_and(|archive| archive.index_for_name(MANIFEST).is_some())
}

/// Unpacks a pack into the user's folder and returns the path of its scene. What was unpacked before is opened as it is now.
///
/// # Errors
/// Those of [`unpack_into`] and of [`data_folder::folder`].
pub fn unpack(path: &Path, progress: &dyn Progress) -> Result<PathBuf, Diagnostic> {
    unpack_into(path, &data_folder::folder()?.join(FOLDER), progress)
}

/// The same into any folder, which is made where it is missing.
///
/// # Errors
/// `file-missing`, `file-unreadable`, `pack-broken`, `pack-without-manifest`, `pack-manifest-odd`, `pack-newer`, `pack-name-odd`,
/// `pack-without-scene`, `pack-too-large`, `pack-file-missing`, `pack-file-damaged`, `file-unwritable`, `cancelled`: then nothing is there.
pub fn unpack_into(path: &Path, home: &Path, progress: &dyn Progress) -> Result<PathBuf, Diagnostic> {
    proceed(progress, UNPACK_PHASE, 0.0)?;
    let file = File::open(path).map_err(|error| files::unreadable(path, &error))?;
    let mut pack = Pack::open(path, BufReader::new(file))?;
    let manifest = pack.manifest()?;
    let folder = home.join(manifest.folder_name());
    let scene = folder.join(scene_file::NAME);
    if scene.is_file() {
        return Ok(scene);
    }
    let fail = |error: std::io::Error| files::unwritable(&folder, &error);
    std::fs::create_dir_all(home).map_err(fail)?;
    // Taken away again where anything fails.
    let temporary = tempfile::Builder::new().prefix(".aimaq-").tempdir_in(home).map_err(fail)?;
    for (index, packed) in manifest.files.iter().enumerate() {
        proceed(progress, UNPACK_PHASE, index as f32 / manifest.files.len() as f32)?;
        pack.extract(packed, temporary.path())?;
    }
    std::fs::write(temporary.path().join(MANIFEST), manifest.to_bytes()).map_err(fail)?;
    match std::fs::rename(temporary.path(), &folder) {
        Ok(()) => Ok(scene),
        // Another window was faster.
        Err(_) if scene.is_file() => Ok(scene),
        Err(error) => Err(fail(error)),
    }
}

/// An opened archive, and what messages call it.
struct Pack {
    name: String,
    archive: ZipArchive<BufReader<File>>,
}

impl Pack {
    fn open(path: &Path, content: BufReader<File>) -> Result<Self, Diagnostic> {
        let name = shown(path);
        let broken = || Diagnostic::error("pack-broken").with("file", name.as_str());
        let archive = ZipArchive::new(content).map_err(|_| broken())?;
        if archive.len() > MOST_FILES {
            return Err(broken());
        }
        // Names that lead elsewhere are in no archive by accident. Folders end in a slash.
        let odd = archive.file_names().find(|name| !is_plain(name.strip_suffix('/').unwrap_or(name))).map(str::to_owned);
        match odd {
            Some(odd) => Err(Diagnostic::error("pack-name-odd").with("file", name).with("name", odd)),
            None => Ok(Self { name, archive }),
        }
    }

    fn manifest(&mut self) -> Result<Manifest, Diagnostic> {
        if self.archive.index_for_name(MANIFEST).is_none() {
            return Err(Diagnostic::error("pack-without-manifest").with("file", self.name.as_str()));
        }
        let mut bytes = Vec::new();
        let read = self.archive.by_name(MANIFEST).map(|member| member.take(files::LONGEST_TEXT).read_to_end(&mut bytes));
        if !matches!(read, Ok(Ok(_))) {
            return Err(Diagnostic::error("pack-broken").with("file", self.name.as_str()));
        }
        Manifest::parse(&bytes, &self.name)
    }

    /// Unpacks a file below a folder. It has to be what the list says of it; no more than that is ever written.
    fn extract(&mut self, packed: &PackedFile, folder: &Path) -> Result<(), Diagnostic> {
        let about = |complaint: Diagnostic| complaint.with("file", self.name.as_str()).with("name", packed.name.as_str());
        let (missing, damaged) = (about(Diagnostic::error("pack-file-missing")), about(Diagnostic::error("pack-file-damaged")));
        let target = folder.join(&packed.name);
        let fail = |error: std::io::Error| files::unwritable(&target, &error);
        std::fs::create_dir_all(target.parent().unwrap_or(folder)).map_err(fail)?;
        let mut file = File::create(&target).map_err(fail)?;
        let member = self.archive.by_name(&packed.name).map_err(|_| missing)?;
        let mut member = member.take(packed.bytes.saturating_add(1));
        let (mut digest, mut bytes, mut chunk) = (Sha256::new(), 0u64, vec![0u8; CHUNK]);
        loop {
            // The archive checks its own sum at the end of each file.
            let count = member.read(&mut chunk).map_err(|_| damaged.clone())?;
            if count == 0 {
                break;
            }
            bytes += count as u64;
            digest.update(&chunk[..count]);
            file.write_all(&chunk[..count]).map_err(fail)?;
        }
        if bytes != packed.bytes || hexadecimal(&digest.finalize()) != packed.sha256 {
            return Err(damaged);
        }
        file.sync_all().map_err(fail)
    }
}
