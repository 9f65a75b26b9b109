//! Whole files, read and replaced: a file is either the old one or the new one, never half of either.

use crate::twin::diagnostic::Diagnostic;
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// Bytes that a file which people write may have.
pub const LONGEST_TEXT: u64 = 4_000_000;

/// All bytes of a file.
///
/// # Errors
/// `file-missing` or `file-unreadable`, with the file.
pub fn read(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    std::fs::read(path).map_err(|error| unreadable(path, &error))
}

/// The first bytes of a file, at most so many.
///
/// # Errors
/// `file-missing` or `file-unreadable`, with the file.
pub fn read_head(path: &Path, most: usize) -> Result<Vec<u8>, Diagnostic> {
    let mut head = Vec::new();
    File::open(path).and_then(|file| file.take(most as u64).read_to_end(&mut head)).map_err(|error| unreadable(path, &error))?;
    Ok(head)
}

/// A file that people write, as text.
///
/// # Errors
/// `text-too-long`, `text-not-utf8`, and those of [`read`].
pub fn read_text(path: &Path) -> Result<String, Diagnostic> {
    let size = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?.len();
    if size > LONGEST_TEXT {
        return Err(Diagnostic::error("text-too-long").with("file", shown(path)).with("most", LONGEST_TEXT));
    }
    String::from_utf8(read(path)?).map_err(|_| Diagnostic::error("text-not-utf8").with("file", shown(path)))
}

/// The files of a folder whose names end so, by name; none where there is no such folder.
pub fn with_extension(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|own| own == extension)).collect();
    found.sort();
    found
}

/// Puts a file in the place of another one, or of none, with that content.
///
/// # Errors
/// Those of [`unwritable`]; the old file is then as it was.
pub fn replace(path: &Path, content: &[u8]) -> Result<(), Diagnostic> {
    replace_with(path, |temporary| {
        let mut file = File::create(temporary).map_err(|error| unwritable(path, &error))?;
        file.write_all(content).map_err(|error| unwritable(path, &error))
    })
}

/// Puts the file that `fill` makes in the place of another one, or of none.
///
/// `fill` gets the path of an empty file in the same folder. Only once all of it is on the disk does it take the
/// name; where anything fails, it is removed and the old file stays.
///
/// # Errors
/// Those of `fill` and of [`unwritable`].
pub fn replace_with(path: &Path, fill: impl FnOnce(&Path) -> Result<(), Diagnostic>) -> Result<(), Diagnostic> {
    let fail = |error: &std::io::Error| unwritable(path, error);
    // A link stays a link: the file behind it is replaced.
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = folder_of(&target);
    let temporary = temporary_in(&folder).map_err(|error| fail(&error))?;
    fill(&temporary)?;
    File::options().write(true).open(&temporary).and_then(|file| file.sync_all()).map_err(|error| fail(&error))?;
    temporary.persist(&target).map_err(|error| fail(&error.error))?;
    sync_folder(&folder);
    Ok(())
}

/// What to say of a file that cannot be read.
pub fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    if error.kind() == ErrorKind::NotFound {
        Diagnostic::error("file-missing").with("file", shown(path))
    } else {
        Diagnostic::error("file-unreadable").with("file", shown(path)).with("reason", error.to_string())
    }
}

/// Makes a folder, and those above it, where there is none.
///
/// # Errors
/// `folder-is-file` where a file stands in its place, and those of [`unwritable`].
pub fn make_folder(folder: &Path) -> Result<(), Diagnostic> {
    std::fs::create_dir_all(folder).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => Diagnostic::error("folder-is-file").with("folder", shown(folder)),
        _ => unwritable(folder, &error),
    })
}

/// What to say of a file that cannot be written: `folder-missing`, `disk-full`, `file-forbidden`, else `file-unwritable` with the system's
/// reason.
pub fn unwritable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let said = match error.kind() {
        ErrorKind::NotFound => Diagnostic::error("folder-missing"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Diagnostic::error("disk-full"),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Diagnostic::error("file-forbidden"),
        _ => Diagnostic::error("file-unwritable").with("reason", error.to_string()),
    };
    said.with("file", shown(path))
}

/// A file's name without the extension: the id of the design that it holds.
pub fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What a path leads to, without the folders before it.
pub fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A path as messages name it.
pub fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// An empty file with the permissions of any other new file (temporary ones are private by themselves).
fn temporary_in(folder: &Path) -> std::io::Result<tempfile::TempPath> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".aimaq-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    Ok(builder.tempfile_in(folder)?.into_temp_path())
}

/// Lets a rename survive a power cut. Where the system cannot sync folders, the file itself is safe nevertheless.
fn sync_folder(folder: &Path) {
    if let Ok(opened) = File::open(folder) {
        let _ = opened.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_has_its_sentence() {
        let said = |kind: ErrorKind| unwritable(Path::new("a.pdf"), &kind.into()).code;
        assert_eq!(said(ErrorKind::StorageFull), "disk-full");
        assert_eq!(said(ErrorKind::ReadOnlyFilesystem), "file-forbidden");
        assert_eq!(said(ErrorKind::NotFound), "folder-missing");
        assert_eq!(said(ErrorKind::TimedOut), "file-unwritable");
    }

    #[test]
    fn a_file_in_the_place_of_a_folder_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("out");
        std::fs::write(&file, b"1").expect("a file");
        for path in [file.clone(), file.join("deeper")] {
            assert_eq!(make_folder(&path).map_err(|error| error.code), Err("folder-is-file"));
        }
        assert_eq!(make_folder(&folder.path().join("a/b")), Ok(()));
        assert_eq!(make_folder(&folder.path().join("a/b")), Ok(()), "one that is there is fine");
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_without_permission_is_named_and_nothing_is_left_in_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let kept = folder.path().join("kept.csv");
        std::fs::write(&kept, b"old").expect("a file");
        let allow = |mode: u32| std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(mode)).expect("permissions");
        allow(0o555);
        if File::create(folder.path().join("probe")).is_ok() {
            eprintln!("skipped: nothing is forbidden to this user");
            return;
        }
        let failed = [kept.clone(), folder.path().join("new.csv")].map(|path| replace(&path, b"new").map_err(|error| error.code));
        allow(0o755);
        assert_eq!(failed, [Err("file-forbidden"); 2]);
        assert_eq!(read(&kept), Ok(b"old".to_vec()));
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }
}
