//! A lock by which two windows do not overwrite each other. The system takes it back even from a program that crashed.

use super::files;
use crate::twin::diagnostic::Diagnostic;
use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

/// What the lock's file holds while work is under way; after a crash it still does.
const WORKING: &[u8] = b"working";

/// A folder's lock, held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
    /// Whether the one who held it last did not end as it should.
    pub crashed: bool,
}

impl Lock {
    /// Locks a folder, which is made where it is missing.
    ///
    /// # Errors
    /// `scene-locked` where another window holds it; `folder-missing`, `file-unwritable`.
    pub fn take(folder: &Path) -> Result<Self, Diagnostic> {
        let path = folder.join("lock");
        let fail = |error: &std::io::Error| files::unwritable(&path, error);
        std::fs::create_dir_all(folder).map_err(|error| fail(&error))?;
        let mut file = File::options().read(true).write(true).create(true).truncate(false).open(&path).map_err(|error| fail(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Diagnostic::warning("scene-locked").with("file", files::shown(&path))),
            Err(TryLockError::Error(error)) => return Err(fail(&error)),
        }
        let mut content = Vec::new();
        file.read_to_end(&mut content).map_err(|error| fail(&error))?;
        let mut lock = Self { file, crashed: content == WORKING };
        lock.write(WORKING).map_err(|error| fail(&error))?;
        Ok(lock)
    }

    fn write(&mut self, content: &[u8]) -> std::io::Result<()> {
        self.file.set_len(0)?;
        self.file.rewind()?;
        self.file.write_all(content)?;
        self.file.sync_all()
    }
}

impl Drop for Lock {
    /// Ends as it should; a lock that cannot say so is taken for a crash, which offers what is there anyway.
    fn drop(&mut self) {
        let _ = self.write(b"");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_held_once_and_tells_of_a_crash() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = Lock::take(folder.path()).expect("free");
        assert!(!first.crashed);
        assert_eq!(Lock::take(folder.path()).expect_err("held").code, "scene-locked");
        // As a crash leaves it: the system gives the lock back, nobody empties the file.
        let Lock { file, .. } = &first;
        file.unlock().expect("given back");
        let second = Lock::take(folder.path()).expect("free again");
        assert!(second.crashed);
        std::mem::forget(first);
        drop(second);
        assert!(!Lock::take(folder.path()).expect("free").crashed);
    }
}
