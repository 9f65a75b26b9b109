//! The list in a pack: which program made it, of which scene, and what is in it.

use super::MOST_BYTES;
use super::gather::Members;
use crate::store::{data_folder, scene_file};
use crate::twin::diagnostic::Diagnostic;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What the list is called in the archive.
pub const MANIFEST: &str = "pack.json";
/// The version of its form.
pub(super) const VERSION: u32 = 1;
/// Characters of a scene's id in the name of a folder.
const LONGEST_ID: usize = 60;
/// Signs of the content's digest in the name of a folder.
const DIGEST: usize = 16;

/// A file in a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedFile {
    /// Its path beside the list, with `/` between folders.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 of its content (FIPS 180-4), in hexadecimal digits.
    pub sha256: String,
}

/// The list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the form.
    pub pack: u32,
    /// Version of the program that packed it.
    pub program: String,
    /// Id of the scene.
    pub scene: String,
    /// ISO date of the day on which it was packed.
    pub date: String,
    /// The files, by name.
    pub files: Vec<PackedFile>,
}

impl Manifest {
    /// The list of some files.
    pub(super) fn new(scene: &str, date: jiff::civil::Date, members: &Members) -> Self {
        let file = |(name, bytes): (&String, &Vec<u8>)| PackedFile {
            name: name.clone(),
            bytes: bytes.len() as u64,
            sha256: hexadecimal(&Sha256::digest(bytes)),
        };
        Self {
            pack: VERSION,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            scene: scene.to_owned(),
            date: date.to_string(),
            files: members.iter().map(file).collect(),
        }
    }

    /// As it stands in the archive.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        // A list of texts and numbers can always be written.
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }

    /// The list of a text; `file` is for the message.
    pub(super) fn parse(bytes: &[u8], file: &str) -> Result<Self, Diagnostic> {
        let odd = |error: serde_json::Error| {
            let place = Diagnostic::error("pack-manifest-odd").with("file", file);
            place.with("line", error.line()).with("column", error.column())
        };
        let manifest: Self = serde_json::from_slice(bytes).map_err(odd)?;
        if manifest.pack > VERSION {
            return Err(Diagnostic::error("pack-newer").with("file", file).with("program", manifest.program));
        }
        manifest.check(file)?;
        Ok(manifest)
    }

    /// Whether it can be unpacked anywhere: plain names, a scene, and no more than a disk may be asked to take.
    pub(super) fn check(&self, file: &str) -> Result<(), Diagnostic> {
        if let Some(odd) = self.files.iter().find(|packed| !is_plain(&packed.name)) {
            return Err(Diagnostic::error("pack-name-odd").with("file", file).with("name", odd.name.as_str()));
        }
        if !self.files.iter().any(|packed| packed.name == scene_file::NAME) {
            return Err(Diagnostic::error("pack-without-scene").with("file", file));
        }
        let total = self.files.iter().fold(0u64, |total, packed| total.saturating_add(packed.bytes));
        if total > MOST_BYTES {
            return Err(Diagnostic::error("pack-too-large").with("file", file).with("megabytes", MOST_BYTES >> 20));
        }
        Ok(())
    }

    /// The name of the folder that it is unpacked into: another one for any other content.
    pub(super) fn folder_name(&self) -> String {
        let mut content = Sha256::new();
        for packed in &self.files {
            content.update(format!("{} {} {}\n", packed.sha256, packed.bytes, packed.name));
        }
        let id: String = data_folder::file_name(&self.scene).chars().take(LONGEST_ID).collect();
        format!("{id}-{}", &hexadecimal(&content.finalize())[..DIGEST])
    }
}

/// A digest as digits.
pub(super) fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a name leads to a place below the folder that it is read in, on every system.
pub(super) fn is_plain(name: &str) -> bool {
    let is_odd = |letter: char| letter.is_control() || "\\:*?\"<>|".contains(letter);
    let part = |part: &str| !part.is_empty() && !part.ends_with(['.', ' ']) && !part.contains(is_odd);
    name.len() < 1_000 && name.split('/').all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members() -> Members {
        Members::from([("scene.ron".to_owned(), b"()".to_vec()), ("scenarios/a.ron".to_owned(), b"abc".to_vec())])
    }

    fn manifest() -> Manifest {
        Manifest::new("town", jiff::civil::date(2026, 6, 21), &members())
    }

    #[test]
    fn a_list_comes_back() {
        let manifest = manifest();
        assert_eq!(Manifest::parse(&manifest.to_bytes(), "a.zip"), Ok(manifest.clone()));
        assert_eq!((manifest.date.as_str(), manifest.files[0].name.as_str()), ("2026-06-21", "scenarios/a.ron"));
        // FIPS 180-2, appendix B.1.
        assert_eq!(manifest.files[0].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_folder_is_called_by_the_content_alone() {
        let later = Manifest { date: "2027-01-01".into(), program: "9.0.0".into(), ..manifest() };
        assert_eq!(later.folder_name(), manifest().folder_name());
        let mut changed = members();
        changed.insert("scenarios/a.ron".into(), b"abd".to_vec());
        let changed = Manifest::new("town", jiff::civil::date(2026, 6, 21), &changed);
        assert_ne!(changed.folder_name(), manifest().folder_name());
        let odd = Manifest { scene: "../up".repeat(100), ..manifest() };
        assert!(is_plain(&odd.folder_name()) && !odd.folder_name().contains('.') && odd.folder_name().len() < 90);
    }

    #[test]
    fn what_is_wrong_with_a_list_is_told() {
        let code = |change: &dyn Fn(&mut Manifest)| {
            let mut manifest = manifest();
            change(&mut manifest);
            Manifest::parse(&manifest.to_bytes(), "a.zip").map_err(|diagnostic| diagnostic.code).err()
        };
        assert_eq!(code(&|_| {}), None);
        assert_eq!(code(&|manifest| manifest.pack = 2), Some("pack-newer"));
        assert_eq!(code(&|manifest| manifest.files[1].name = "other.ron".into()), Some("pack-without-scene"));
        assert_eq!(code(&|manifest| manifest.files[0].bytes = u64::MAX), Some("pack-too-large"));
        for name in ["../a", "a/../../b", "/etc/a", "C:\\a", "a\\b", "", "a//b", "a/", "a\0", "a/.", "con."] {
            assert_eq!(code(&|manifest| manifest.files[0].name = name.into()), Some("pack-name-odd"), "{name:?}");
        }
        let odd = Manifest::parse(b"{\n\"pack\": one", "a.zip").expect_err("odd").to_string();
        assert!(odd.starts_with("pack-manifest-odd file=a.zip line=2 column="), "{odd}");
    }
}
