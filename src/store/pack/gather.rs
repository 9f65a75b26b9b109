//! What goes into a pack: the scene's file and data, scenarios, tours, roadmap, corrections, and the user's own templates and norms.

use super::manifest::MANIFEST;
use crate::store::complaint::Complaint;
use crate::store::library::read_template;
use crate::store::scene::{self, Opened, Origin};
use crate::store::{corrections, data_folder, embedded, files, library, roadmaps, scenarios, scene_file, tours};
use crate::twin::catalog::Catalog;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::Progress;
use crate::twin::scenario::file::ScenarioFile;
use crate::twin::scene::{Data, Scene};
use crate::twin::text::{Writable, read_file, write};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What a scene's data may be used for.
const LICENCE: &str = "LICENCE.txt";

/// Files by name.
pub(super) type Members = BTreeMap<String, Vec<u8>>;

/// What a pack is made of.
pub(super) struct Contents {
    /// Id of the scene.
    pub scene: String,
    /// Its files.
    pub files: Members,
    /// What is wrong with files that are left out.
    pub complaints: Vec<Complaint>,
}

/// Opens a scene, so that only what can be opened is packed, and gathers what belongs to it.
pub(super) fn gather(target: &str, progress: &dyn Progress) -> Result<Contents, Diagnostic> {
    let (opened, origin) = scene::open_with_origin(target, progress)?;
    let id = opened.scene.id.clone();
    let mut contents = Contents { scene: id.clone(), files: scene_and_data(&opened, &origin)?, complaints: Vec::new() };
    let beside = opened.path.as_deref().and_then(Path::parent).map(Path::to_path_buf);
    let layers = layers(&id, &origin, beside.clone());
    let scenarios = contents.designs(&layers, scenarios::FOLDER);
    contents.designs(&layers, tours::FOLDER);
    if let Some(text) = last(&layers, roadmaps::NAME, &mut contents.complaints) {
        contents.files.insert(roadmaps::NAME.to_owned(), text.into_bytes());
    }
    let folders = library::folders(beside.as_deref());
    let (catalog, _) = library::load(&folders, &Catalog::default());
    contents.files.extend(own_norms(&folders));
    contents.files.extend(own_templates(&folders, &used(&scenarios), &catalog));
    Ok(contents)
}

/// The scene's file and what its region is made of, with what was set right in it by hand.
fn scene_and_data(opened: &Opened, origin: &Origin) -> Result<Members, Diagnostic> {
    let mut members = Members::new();
    match origin {
        Origin::Folder(folder) => {
            for name in folder.names() {
                members.insert(name.clone(), folder.read(&name)?);
            }
            if let Some(licence) = folder.read_if_there(LICENCE)? {
                members.insert(LICENCE.to_owned(), licence);
            }
            members.insert(scene_file::NAME.to_owned(), folder.text()?.into_bytes());
        }
        Origin::File(path) => {
            members.insert(files::name(path), files::read(path)?);
            members.insert(scene_file::NAME.to_owned(), write(&named(&opened.scene).to_node()).into_bytes());
        }
    }
    let holds_its_own = matches!((origin, &opened.scene.data), (Origin::File(_), Data::Package(_)));
    let kept = if holds_its_own { None } else { corrections::kept(&opened.scene.id, opened.path.as_deref())? };
    members.insert(corrections::BESIDE.to_owned(), kept.unwrap_or_else(|| b"[]".to_vec()));
    // A list of files from an earlier unpacking is none of the scene's.
    members.remove(MANIFEST);
    Ok(members)
}

/// A scene that was made up for a file, as one that can be read: with an id, and a name in every language.
fn named(scene: &Scene) -> Scene {
    let mut scene = scene.clone();
    if scene.id.trim().is_empty() {
        "scene".clone_into(&mut scene.id);
    }
    let id = scene.id.clone();
    for name in [&mut scene.name.kk, &mut scene.name.ru, &mut scene.name.en] {
        if name.trim().is_empty() {
            name.clone_from(&id);
        }
    }
    scene
}

/// A place of a scene's designs.
enum Layer {
    /// What comes with the program, by the scene's id.
    Carried(String),
    /// A folder.
    Disk(PathBuf),
}

/// Where the designs of a scene lie; those of later places come first.
fn layers(id: &str, origin: &Origin, beside: Option<PathBuf>) -> Vec<Layer> {
    // What was made in the window for a scene without a folder of its own lies in the user's.
    let own = data_folder::of_scene(id).ok().map(Layer::Disk);
    match origin {
        Origin::Folder(folder) => match folder.on_disk() {
            Some(folder) => vec![Layer::Disk(folder.to_path_buf())],
            None => std::iter::once(Layer::Carried(id.to_owned())).chain(own).collect(),
        },
        Origin::File(_) => beside.map(Layer::Disk).into_iter().chain(own).collect(),
    }
}

impl Layer {
    /// The texts of its folder of that name, by file name.
    fn texts(&self, folder: &str, complaints: &mut Vec<Complaint>) -> BTreeMap<String, String> {
        match self {
            Layer::Carried(scene) => {
                embedded::design_texts(scene, folder).map(|(stem, text)| (format!("{stem}.ron"), text.to_owned())).collect()
            }
            Layer::Disk(home) => {
                let paths = files::with_extension(&home.join(folder), "ron");
                paths.into_iter().filter_map(|path| Some((files::name(&path), text_of(&path, complaints)?))).collect()
            }
        }
    }
}

/// The text of a file; a complaint where it cannot be read.
fn text_of(path: &Path, complaints: &mut Vec<Complaint>) -> Option<String> {
    files::read_text(path).map_err(|diagnostic| complaints.push(Complaint::of_file(path, diagnostic))).ok()
}

/// The text of a file in the last place that has it.
fn last(layers: &[Layer], name: &str, complaints: &mut Vec<Complaint>) -> Option<String> {
    let text = |layer: &Layer| match layer {
        Layer::Carried(scene) => {
            let folder = embedded::folder(scene)?;
            String::from_utf8(embedded::file(folder, name)?.to_vec()).ok()
        }
        Layer::Disk(home) => Some(home.join(name)).filter(|path| path.is_file()).and_then(|path| text_of(&path, complaints)),
    };
    layers.iter().rev().find_map(text)
}

impl Contents {
    /// Takes the designs of a folder in, as they were written, and returns their texts.
    fn designs(&mut self, layers: &[Layer], folder: &str) -> Vec<String> {
        let mut texts = BTreeMap::new();
        for layer in layers {
            texts.extend(layer.texts(folder, &mut self.complaints));
        }
        self.files.extend(texts.iter().map(|(name, text)| (format!("{folder}/{name}"), text.clone().into_bytes())));
        texts.into_values().collect()
    }
}

/// Templates that some scenarios name.
fn used(scenarios: &[String]) -> BTreeSet<String> {
    let files = scenarios.iter().filter_map(|text| read_file::<ScenarioFile>(text).0);
    files.flat_map(|file| file.solutions).map(|placed| placed.template.value).collect()
}

/// Used templates that the program does not carry as they are here.
fn own_templates(folders: &[PathBuf], used: &BTreeSet<String>, catalog: &Catalog) -> Members {
    let norms: Vec<&str> = catalog.norms.iter().map(|norm| norm.id.as_str()).collect();
    let mut own: BTreeMap<String, String> = BTreeMap::new();
    for path in folders.iter().flat_map(|folder| files::with_extension(&folder.join(library::TEMPLATES), "ron")) {
        let stem = files::stem(&path);
        let text = if used.contains(&stem) { files::read_text(&path).ok() } else { None };
        // A broken one counts for nothing: the one before it stays.
        if let Some(text) = text.filter(|text| read_template(text, &stem, &norms).0.is_some()) {
            own.insert(stem, text);
        }
    }
    for (stem, text) in embedded::template_texts() {
        if own.get(stem).is_some_and(|own| own == text) {
            own.remove(stem);
        }
    }
    own.into_iter().map(|(stem, text)| (format!("{}/{stem}.ron", library::TEMPLATES), text.into_bytes())).collect()
}

/// Norms that the program does not carry as they are here. Any of them may count for any template; later folders come first, so that where
/// several have norms their names keep them in that order.
fn own_norms(folders: &[PathBuf]) -> Members {
    let carried: Vec<&str> = embedded::norm_texts().collect();
    let counts = |text: &String| !carried.contains(&text.as_str()) && library::read_norms(text).is_ok();
    let of_folder = |folder: &PathBuf| -> Vec<(String, String)> {
        let paths = files::with_extension(&folder.join(library::NORMS), "ron");
        paths.iter().filter_map(|path| Some((files::name(path), files::read_text(path).ok().filter(counts)?))).collect()
    };
    let groups: Vec<Vec<(String, String)>> = folders.iter().map(of_folder).filter(|group| !group.is_empty()).collect();
    let several = groups.len() > 1;
    let named = |index: usize, name: String| if several { format!("{}-{name}", index + 1) } else { name };
    let files = groups.into_iter().enumerate().flat_map(|(index, group)| group.into_iter().map(move |(name, text)| (index, name, text)));
    files.map(|(index, name, text)| (format!("{}/{}", library::NORMS, named(index, name)), text.into_bytes())).collect()
}
