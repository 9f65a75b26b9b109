//! The library of solutions and norms: what the program carries, and what lies in folders, which comes first.

use super::complaint::{Complaint, complaints_of};
use super::{embedded, files};
use crate::twin::catalog::Catalog;
use crate::twin::catalog::check::{NORM_UNKNOWN, check_norms, check_template};
use crate::twin::catalog::norm::{Norm, Norms};
use crate::twin::catalog::template::Template;
use crate::twin::text::{Fault, read_file};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Folder of templates in a folder of designs.
pub const TEMPLATES: &str = "templates";
/// Folder of norms.
pub const NORMS: &str = "norms";

/// The library of some folders, later ones first, and what is wrong with files that are left out. Of a broken file the
/// version of `earlier` stays.
pub fn load(folders: &[PathBuf], earlier: &Catalog) -> (Catalog, Vec<Complaint>) {
    let mut complaints = Vec::new();
    let norms = norms(folders, earlier, &mut complaints);
    let ids: Vec<&str> = norms.iter().map(|norm| norm.id.as_str()).collect();
    let mut templates: BTreeMap<String, Template> = BTreeMap::new();
    for (stem, text) in embedded::template_texts() {
        if let Some(template) = read_template(text, stem, &ids).0 {
            templates.insert(stem.to_owned(), template);
        }
    }
    for (path, text) in texts(folders, TEMPLATES, &mut complaints) {
        let stem = files::stem(&path);
        let (template, faults) = read_template(&text, &stem, &ids);
        complaints.extend(complaints_of(faults, &text, &files::shown(&path)));
        if let Some(template) = template.or_else(|| earlier.template(&stem).cloned()) {
            templates.insert(stem, template);
        }
    }
    (Catalog { templates: templates.into_values().collect(), norms }, complaints)
}

/// Norms by id: those of folders before those that the program carries.
fn norms(folders: &[PathBuf], earlier: &Catalog, complaints: &mut Vec<Complaint>) -> Vec<Norm> {
    let mut norms: BTreeMap<String, Norm> = BTreeMap::new();
    let mut take = |all: Vec<Norm>| all.into_iter().for_each(|norm| _ = norms.insert(norm.id.value.clone(), norm));
    embedded::norm_texts().filter_map(|text| read_file::<Norms>(text).0).for_each(|file| take(file.norms));
    for (path, text) in texts(folders, NORMS, complaints) {
        match read_norms(&text) {
            Ok(file) => take(file.norms),
            Err(faults) => {
                complaints.extend(complaints_of(faults, &text, &files::shown(&path)));
                take(earlier.norms.clone());
            }
        }
    }
    norms.into_values().collect()
}

/// A template and all that is wrong with its text; `stem` is its file's name without the extension. One that only names norms that are
/// gone is there all the same, and is judged by the others.
pub fn read_template(text: &str, stem: &str, norms: &[&str]) -> (Option<Template>, Vec<Fault>) {
    let (template, mut faults) = read_file::<Template>(text);
    if let Some(template) = template.as_ref().filter(|_| faults.is_empty()) {
        faults = template_faults(template, stem, norms);
    }
    let can_be_used = faults.iter().all(|fault| fault.diagnostic.code == NORM_UNKNOWN);
    (template.filter(|_| can_be_used), faults)
}

/// All that is wrong with a template whose form is right, in the order in which it stands.
pub(super) fn template_faults(template: &Template, stem: &str, norms: &[&str]) -> Vec<Fault> {
    let mut faults = check_template(template, stem, norms);
    faults.sort_by_key(|fault| fault.span.start);
    faults
}

/// The norms of a text.
///
/// # Errors
/// All that is wrong with it.
pub(super) fn read_norms(text: &str) -> Result<Norms, Vec<Fault>> {
    let (norms, faults) = read_file::<Norms>(text);
    let faults = if faults.is_empty() { norms.as_ref().map(check_norms).unwrap_or_default() } else { faults };
    norms.filter(|_| faults.is_empty()).ok_or(faults)
}

fn texts(folders: &[PathBuf], name: &str, complaints: &mut Vec<Complaint>) -> Vec<(PathBuf, String)> {
    let paths = folders.iter().flat_map(|folder| files::with_extension(&folder.join(name), "ron"));
    let read = |path: PathBuf| match files::read_text(&path) {
        Ok(text) => Some((path, text)),
        Err(diagnostic) => {
            complaints.push(Complaint::of_file(&path, diagnostic));
            None
        }
    };
    paths.filter_map(read).collect()
}

/// The folders whose designs count for a scene: a checkout's `assets` in the current folder, the user's own, the scene's.
pub fn folders(scene: Option<&Path>) -> Vec<PathBuf> {
    let assets = PathBuf::from("assets");
    let own = super::data_folder::folder().ok();
    let is_checkout = assets.join(TEMPLATES).is_dir();
    is_checkout.then_some(assets).into_iter().chain(own).chain(scene.map(Path::to_path_buf)).collect()
}

/// The library that counts for a scene, without what is wrong with it.
pub fn of_scene(scene: Option<&Path>) -> Catalog {
    load(&folders(scene), &Catalog::default()).0
}
