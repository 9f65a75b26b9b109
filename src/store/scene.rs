//! Opening a scene: whatever the user names (an id, a folder, a scene's file, a package, a map) becomes a region to look at.

use super::files::{self, shown};
use super::recognise::{FileKind, HEAD, recognise};
use super::scene_folder::SceneFolder;
use super::{corrections, embedded, geopackage, pack, scene_file};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::{Inputs, NamedBytes, Progress, assemble, proceed, sketch};
use crate::twin::model::local_text::LocalText;
use crate::twin::model::names::{Language, Name};
use crate::twin::model::region::Region;
use crate::twin::model::source::Source;
use crate::twin::scene::{Data, ImportData, Scene};
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

/// Where the files of an opened scene are.
pub(super) enum Origin {
    /// A scene's folder.
    Folder(SceneFolder),
    /// A package or a map by itself.
    File(PathBuf),
}

/// Opens a scene: the id of one that the program carries, a folder with `scene.ron`, such a file, a package, a map, or a pack.
///
/// # Errors
/// `scene-unknown`, `file-missing`, `file-empty`, `file-unknown`, `scene-file-missing`, `cancelled`, and
/// those of [`scene_file::parse`], of [`geopackage::read`], of [`corrections::restore`], of [`pack::unpack`] and of the importers.
pub fn open(target: &str, progress: &dyn Progress) -> Result<Opened, Diagnostic> {
    open_with_origin(target, progress).map(|(opened, _)| opened)
}

/// The same, with where its files are.
pub(super) fn open_with_origin(target: &str, progress: &dyn Progress) -> Result<(Opened, Origin), Diagnostic> {
    proceed(progress, SCENE_PHASE, 0.0)?;
    let path = Path::new(target);
    let alone = || Origin::File(path.to_path_buf());
    let (mut opened, origin) = if let Some(folder) = embedded::folder(target) {
        open_scene(SceneFolder::embedded(folder), None, progress)?
    } else if path.is_dir() {
        open_scene_file(&path.join(scene_file::NAME), progress)?
    } else if !path.exists() {
        return Err(unknown(target));
    } else {
        match kind_of(path)? {
            // A package holds its corrections itself.
            FileKind::Package => return Ok((open_package(path, progress)?, alone())),
            FileKind::Scene => open_scene_file(path, progress)?,
            FileKind::Map => (open_map(path, progress)?, alone()),
            FileKind::Pack => open_scene_file(&pack::unpack(path, progress)?, progress)?,
        }
    };
    corrections::restore(&mut opened.region, opened.path.as_deref())?;
    Ok((opened, origin))
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

fn open_scene_file(path: &Path, progress: &dyn Progress) -> Result<(Opened, Origin), Diagnostic> {
    open_scene(SceneFolder::of_file(path), Some(path.to_path_buf()), progress)
}

fn open_scene(folder: SceneFolder, path: Option<PathBuf>, progress: &dyn Progress) -> Result<(Opened, Origin), Diagnostic> {
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
    Ok((Opened { scene, region, path }, Origin::Folder(folder)))
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
    let scene = made_up(&region, Data::Package(files::name(path)));
    Ok(Opened { scene, region, path: Some(path.to_path_buf()) })
}

fn open_map(path: &Path, progress: &dyn Progress) -> Result<Opened, Diagnostic> {
    let name = files::name(path);
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

/// A short name out of a file's: lower case, words joined by hyphens.
fn id_from(stem: &str) -> String {
    let lower = stem.to_lowercase();
    let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "map".to_owned() } else { words.join("-") }
}
