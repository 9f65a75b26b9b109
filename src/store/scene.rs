//! Opening a scene: whatever the user names (an id, a folder, a scene's file, a package, a map) becomes a region to look at.

use super::files::{self, shown};
use super::recognise::{FileKind, HEAD, recognise};
use super::{corrections, embedded, geopackage, scene_file};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::{Inputs, NamedBytes, Progress, TableInput, assemble, proceed, sketch};
use crate::twin::model::local_text::LocalText;
use crate::twin::model::names::{Language, Name};
use crate::twin::model::region::Region;
use crate::twin::model::source::Source;
use crate::twin::scene::{Data, ImportData, Scene, TableFile};
use include_dir::Dir;
use std::path::{Path, PathBuf};

pub use super::embedded::embedded_scenes;

/// Phase of the progress while a scene's files are read.
pub const SCENE_PHASE: &str = "scene-read";

/// A scene that is open.
#[derive(Clone, Debug)]
pub struct Opened {
    /// What its file says; made up for a package or a map.
    pub scene: Scene,
    /// What is there.
    pub region: Region,
    /// The file that was opened; none for a scene that the program carries.
    pub path: Option<PathBuf>,
}

/// Opens a scene: the id of one that the program carries, a folder with `scene.ron`, such a file, a package, or a map.
///
/// # Errors
/// `scene-unknown`, `file-missing`, `file-empty`, `file-unknown`, `scene-file-missing`, `cancelled`, and
/// those of [`scene_file::parse`], of [`geopackage::read`], of [`corrections::restore`] and of the importers.
pub fn open(target: &str, progress: &dyn Progress) -> Result<Opened, Diagnostic> {
    proceed(progress, SCENE_PHASE, 0.0)?;
    let path = Path::new(target);
    let mut opened = if let Some(folder) = embedded::folder(target) {
        open_scene(Folder::Embedded(folder), None, progress)?
    } else if path.is_dir() {
        open_scene_file(&path.join(scene_file::NAME), progress)?
    } else if !path.exists() {
        return Err(unknown(target));
    } else {
        match kind_of(path)? {
            // A package holds its corrections itself.
            FileKind::Package => return open_package(path, progress),
            FileKind::Scene => open_scene_file(path, progress)?,
            FileKind::Map => open_map(path, progress)?,
        }
    };
    corrections::restore(&mut opened.region)?;
    Ok(opened)
}

/// A bare word was meant as an id, anything else as a path.
fn unknown(target: &str) -> Diagnostic {
    let is_path = target.contains(['/', '\\', '.']);
    if is_path {
        Diagnostic::error("file-missing").with("file", target)
    } else {
        Diagnostic::error("scene-unknown").with("scene", target).with("known", embedded::ids().join(", "))
    }
}

fn kind_of(path: &Path) -> Result<FileKind, Diagnostic> {
    let head = files::read_head(path, HEAD)?;
    if head.is_empty() {
        return Err(Diagnostic::error("file-empty").with("file", shown(path)));
    }
    recognise(path, &head).ok_or_else(|| Diagnostic::error("file-unknown").with("file", shown(path)))
}

fn open_scene_file(path: &Path, progress: &dyn Progress) -> Result<Opened, Diagnostic> {
    let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
    open_scene(Folder::Disk { folder, file: path.to_path_buf() }, Some(path.to_path_buf()), progress)
}

fn open_scene(folder: Folder, path: Option<PathBuf>, progress: &dyn Progress) -> Result<Opened, Diagnostic> {
    let scene = folder.scene()?;
    let mut region = match &scene.data {
        Data::Sketch(file) => sketch::region_from_sketch(file, &|name| folder.read(name), progress)?,
        Data::Package(file) => folder.package(file, progress)?,
        Data::Import(ImportData { osm, dem, gtfs, districts, tables }) => {
            let inputs = Inputs {
                osm: folder.read_all(osm)?,
                dem: folder.read_all(dem)?,
                gtfs: folder.read_all(gtfs)?,
                districts: folder.read_all(districts)?,
                tables: tables.iter().map(|table| folder.table(table)).collect::<Result<_, _>>()?,
                ..inputs_of(&scene)
            };
            assemble::import_region(&inputs, progress)?
        }
    };
    take_over(&scene, &mut region);
    Ok(Opened { scene, region, path })
}

fn inputs_of(scene: &Scene) -> Inputs {
    Inputs {
        id: scene.id.clone(),
        name: [&scene.name.kk, &scene.name.ru, &scene.name.en].map(Clone::clone),
        timezone: scene.timezone.clone(),
        origin: scene.origin,
        ..Inputs::default()
    }
}

/// What a scene says of its region counts more than what the data say of themselves.
fn take_over(scene: &Scene, region: &mut Region) {
    region.id.clone_from(&scene.id);
    let LocalText { kk, ru, en } = &scene.name;
    if [kk, ru, en].iter().any(|text| !text.is_empty()) {
        region.name = Name::of(&mut region.strings, kk, ru, en);
    }
    if !scene.timezone.is_empty() {
        region.timezone.clone_from(&scene.timezone);
    }
    // The scene's sources first; of the others those that ask for a credit or a licence of their own.
    let is_new = |source: &Source| !scene.sources.iter().any(|own| (&own.licence, &own.credit) == (&source.licence, &source.credit));
    let others: Vec<Source> = std::mem::take(&mut region.sources).into_iter().filter(is_new).collect();
    region.sources = scene.sources.iter().cloned().chain(others).collect();
}

fn open_package(path: &Path, progress: &dyn Progress) -> Result<Opened, Diagnostic> {
    let region = geopackage::read(path, progress)?;
    let scene = made_up(&region, Data::Package(file_name(path)));
    Ok(Opened { scene, region, path: Some(path.to_path_buf()) })
}

fn open_map(path: &Path, progress: &dyn Progress) -> Result<Opened, Diagnostic> {
    let name = file_name(path);
    let stem = name.split('.').next().unwrap_or_default();
    let inputs = Inputs { id: id_from(stem), osm: vec![NamedBytes { name: name.clone(), bytes: files::read(path)? }], ..Inputs::default() };
    let mut region = assemble::import_region(&inputs, progress)?;
    if region.name.is_empty() {
        region.name = Name::local(&mut region.strings, stem);
    }
    let data = Data::Import(ImportData { osm: vec![name], dem: Vec::new(), gtfs: Vec::new(), districts: Vec::new(), tables: Vec::new() });
    let scene = made_up(&region, data);
    Ok(Opened { scene, region, path: Some(path.to_path_buf()) })
}

/// The scene of a region that came without one.
fn made_up(region: &Region, data: Data) -> Scene {
    let name = |language| region.name.read(language, &region.strings).to_owned();
    Scene {
        version: scene_file::VERSION,
        id: region.id.clone(),
        name: LocalText { kk: name(Language::Kazakh), ru: name(Language::Russian), en: name(Language::English) },
        timezone: region.timezone.clone(),
        origin: Some(region.frame.origin()),
        sources: region.sources.clone(),
        data,
        view: None,
        bookmarks: Vec::new(),
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A short name out of a file's: lower case, words joined by hyphens.
fn id_from(stem: &str) -> String {
    let lower = stem.to_lowercase();
    let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "map".to_owned() } else { words.join("-") }
}

/// Where a scene's files lie.
enum Folder {
    Disk { folder: PathBuf, file: PathBuf },
    Embedded(&'static Dir<'static>),
}

impl Folder {
    /// The scene's own file, as messages name it.
    fn scene_name(&self) -> String {
        match self {
            Folder::Disk { file, .. } => shown(file),
            Folder::Embedded(folder) => shown(folder.path()),
        }
    }

    fn scene(&self) -> Result<Scene, Diagnostic> {
        let name = self.scene_name();
        let bytes = match self {
            Folder::Disk { file, .. } => files::read(file)?,
            Folder::Embedded(_) => self.read(scene_file::NAME)?,
        };
        let text = String::from_utf8(bytes).map_err(|_| Diagnostic::error("text-not-utf8").with("file", name.as_str()))?;
        scene_file::parse(&text, &name)
    }

    /// A file that the scene names.
    fn read(&self, name: &str) -> Result<Vec<u8>, Diagnostic> {
        match self {
            Folder::Disk { folder, .. } => files::read(&self.inside(folder, name)?),
            Folder::Embedded(folder) => embedded::file(folder, name).map(<[u8]>::to_vec).ok_or_else(|| self.missing(name)),
        }
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
        Ok(NamedBytes { name: file_name(Path::new(name)), bytes: self.read(name)? })
    }

    fn read_all(&self, names: &[String]) -> Result<Vec<NamedBytes>, Diagnostic> {
        names.iter().map(|name| self.read_named(name)).collect()
    }

    fn table(&self, table: &TableFile) -> Result<TableInput, Diagnostic> {
        Ok(TableInput { file: self.read_named(&table.file)?, mapping: table.mapping.clone() })
    }

    fn package(&self, name: &str, progress: &dyn Progress) -> Result<Region, Diagnostic> {
        match self {
            Folder::Disk { folder, .. } => geopackage::read(&self.inside(folder, name)?, progress),
            // A database is opened by its path: the carried one gets a path for that long.
            Folder::Embedded(_) => {
                let bytes = self.read(name)?;
                let temporary = std::env::temp_dir();
                let fail = |error: std::io::Error| files::unwritable(&temporary, &error);
                let file = tempfile::NamedTempFile::new_in(&temporary).map_err(fail)?.into_temp_path();
                std::fs::write(&file, bytes).map_err(fail)?;
                geopackage::read(&file, progress)
            }
        }
    }
}
