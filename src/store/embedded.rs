//! Scenes that the program carries with it.

use super::scene_file;
use crate::twin::scene::Scene;
use include_dir::{Dir, include_dir};

static SCENES: Dir = include_dir!("$CARGO_MANIFEST_DIR/scenes");

/// A carried scene's folder.
pub fn folder(id: &str) -> Option<&'static Dir<'static>> {
    SCENES.get_dir(id).filter(|folder| scene_text(folder).is_some())
}

/// The carried scenes, by id. One that cannot be read is left out; a test reads them all.
pub fn embedded_scenes() -> Vec<Scene> {
    let mut scenes: Vec<Scene> =
        SCENES.dirs().filter_map(|folder| scene_file::parse(scene_text(folder)?, &folder.path().display().to_string()).ok()).collect();
    scenes.sort_by(|a, b| a.id.cmp(&b.id));
    scenes
}

/// The texts of the carried scenes.
pub fn scene_texts() -> impl Iterator<Item = &'static str> {
    SCENES.dirs().filter_map(scene_text)
}

/// Ids of the carried scenes, whether or not they can be read.
pub fn ids() -> Vec<String> {
    let mut ids: Vec<String> = SCENES.dirs().filter(|folder| scene_text(folder).is_some()).map(shown).collect();
    ids.sort();
    ids
}

/// A file of a carried scene, by its path beside `scene.ron`.
pub fn file(folder: &Dir<'static>, name: &str) -> Option<&'static [u8]> {
    SCENES.get_file(folder.path().join(name)).map(include_dir::File::contents)
}

/// The text of a folder's `scene.ron`.
fn scene_text(folder: &Dir<'static>) -> Option<&'static str> {
    std::str::from_utf8(file(folder, scene_file::NAME)?).ok()
}

fn shown(folder: &Dir<'static>) -> String {
    folder.path().display().to_string()
}

/// The designs in a folder of a carried scene, such as its scenarios: file name without extension, and text.
pub fn design_texts(scene: &str, folder: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
    let folder = SCENES.get_dir(format!("{scene}/{folder}"));
    let files = folder.map_or(&[][..], |folder| folder.entries()).iter().filter_map(|entry| entry.as_file());
    files.filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
}

/// The text of a file of a carried scene, by its path beside `scene.ron`.
pub fn text(scene: &str, name: &str) -> Option<&'static str> {
    std::str::from_utf8(file(folder(scene)?, name)?).ok()
}

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/templates");
static NORMS: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/norms");

static PICTURES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/pictures/solutions");

/// The picture of a carried solution, as PNG (`aimaq shot --solution ID` draws it).
pub fn solution_picture(id: &str) -> Option<&'static [u8]> {
    PICTURES.get_file(format!("{id}.png")).map(include_dir::File::contents)
}

/// The carried templates: file name without extension, and text.
pub fn template_texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEMPLATES.files().filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
}

/// The texts of the carried norms.
pub fn norm_texts() -> impl Iterator<Item = &'static str> {
    NORMS.files().filter_map(|file| file.contents_utf8())
}
