//! Where a scene's files lie, on the disk or in the program; it keeps in mind which of them were read.

use super::files::{self, shown};
use super::{embedded, geopackage, scene_file};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::{NamedBytes, Progress, TableInput};
use crate::twin::model::region::Region;
use crate::twin::scene::{Scene, TableFile};
use include_dir::Dir;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where the files are.
enum Place {
    Disk { folder: PathBuf, file: PathBuf },
    Embedded(&'static Dir<'static>),
}

/// The folder of a scene.
pub(super) struct SceneFolder {
    place: Place,
    /// Files that the scene named and that were read.
    read: RefCell<BTreeSet<String>>,
}

impl SceneFolder {
    /// The folder that a scene's file lies in.
    pub fn of_file(file: &Path) -> Self {
        let folder = file.parent().unwrap_or(Path::new("")).to_path_buf();
        Self { place: Place::Disk { folder, file: file.to_path_buf() }, read: RefCell::default() }
    }

    /// The folder of a scene that the program carries.
    pub fn embedded(folder: &'static Dir<'static>) -> Self {
        Self { place: Place::Embedded(folder), read: RefCell::default() }
    }

    /// The folder, where it lies on the disk.
    pub fn on_disk(&self) -> Option<&Path> {
        match &self.place {
            Place::Disk { folder, .. } => Some(folder),
            Place::Embedded(_) => None,
        }
    }

    /// Names of the files that were read, as the scene writes them.
    pub fn names(&self) -> BTreeSet<String> {
        self.read.borrow().clone()
    }

    /// The scene's own file, as messages name it.
    pub fn scene_name(&self) -> String {
        match &self.place {
            Place::Disk { file, .. } => shown(file),
            Place::Embedded(folder) => shown(folder.path()),
        }
    }

    /// The text of the scene's own file.
    pub fn text(&self) -> Result<String, Diagnostic> {
        let bytes = match &self.place {
            Place::Disk { file, .. } => files::read(file)?,
            Place::Embedded(folder) => embedded::file(folder, scene_file::NAME).map(<[u8]>::to_vec).unwrap_or_default(),
        };
        String::from_utf8(bytes).map_err(|_| Diagnostic::error("text-not-utf8").with("file", self.scene_name()))
    }

    /// What its file says.
    pub fn scene(&self) -> Result<Scene, Diagnostic> {
        scene_file::parse(&self.text()?, &self.scene_name())
    }

    /// A file that the scene names.
    pub fn read(&self, name: &str) -> Result<Vec<u8>, Diagnostic> {
        let bytes = match &self.place {
            Place::Disk { folder, .. } => files::read(&self.inside(folder, name)?)?,
            Place::Embedded(folder) => embedded::file(folder, name).map(<[u8]>::to_vec).ok_or_else(|| self.missing(name))?,
        };
        self.read.borrow_mut().insert(name.to_owned());
        Ok(bytes)
    }

    /// A file that may lie there, though no scene has to name it.
    pub fn read_if_there(&self, name: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
        match &self.place {
            Place::Disk { folder, .. } => {
                let path = folder.join(name);
                if path.is_file() { files::read(&path).map(Some) } else { Ok(None) }
            }
            Place::Embedded(folder) => Ok(embedded::file(folder, name).map(<[u8]>::to_vec)),
        }
    }

    /// Files that the scene names.
    pub fn read_all(&self, names: &[String]) -> Result<Vec<NamedBytes>, Diagnostic> {
        names.iter().map(|name| self.read_named(name)).collect()
    }

    /// A table with its mapping.
    pub fn table(&self, table: &TableFile) -> Result<TableInput, Diagnostic> {
        Ok(TableInput { file: self.read_named(&table.file)?, mapping: table.mapping.clone() })
    }

    /// The region of a package that the scene names.
    pub fn package(&self, name: &str, progress: &dyn Progress) -> Result<Region, Diagnostic> {
        let region = match &self.place {
            Place::Disk { folder, .. } => geopackage::read(&self.inside(folder, name)?, progress)?,
            // A database is opened by its path: the carried one gets a path for that long.
            Place::Embedded(_) => {
                let bytes = self.read(name)?;
                let temporary = std::env::temp_dir();
                let fail = |error: std::io::Error| files::unwritable(&temporary, &error);
                let file = tempfile::NamedTempFile::new_in(&temporary).map_err(fail)?.into_temp_path();
                std::fs::write(&file, bytes).map_err(fail)?;
                geopackage::read(&file, progress)?
            }
        };
        self.read.borrow_mut().insert(name.to_owned());
        Ok(region)
    }

    /// The path of a file that the scene names: it has to lie in the scene's folder, by whatever way the path goes.
    fn inside(&self, folder: &Path, name: &str) -> Result<PathBuf, Diagnostic> {
        let whole = |path: &Path| std::fs::canonicalize(path).map_err(|_| self.missing(name));
        let (folder, path) = (if folder.as_os_str().is_empty() { Path::new(".") } else { folder }, folder.join(name));
        if whole(&path)?.starts_with(whole(folder)?) {
            return Ok(path);
        }
        Err(Diagnostic::error("path-outside").with("scene", self.scene_name()).with("file", name))
    }

    fn missing(&self, name: &str) -> Diagnostic {
        Diagnostic::error("scene-file-missing").with("scene", self.scene_name()).with("file", name)
    }

    fn read_named(&self, name: &str) -> Result<NamedBytes, Diagnostic> {
        // Elevation files say by their own name where they are, and stops are known by their feed's, so no folder stands before it.
        Ok(NamedBytes { name: files::name(Path::new(name)), bytes: self.read(name)? })
    }
}
