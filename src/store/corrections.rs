//! Values set right by hand, kept where they are found again: in the package that is open, beside a scene that came in a pack, else in a file a scene in the settings' folder.

use super::{data_folder, files, geopackage, scene_file, settings};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::{Unwatched, corrections};
use crate::twin::model::correction::Correction;
use crate::twin::model::region::Region;
use crate::twin::notation;
use std::path::{Path, PathBuf};

/// What the file of corrections is called that travels with a scene.
pub const BESIDE: &str = "corrections.ron";

/// Keeps a region's corrections. `opened` is the file that the region came from, if any.
///
/// # Errors
/// `settings-no-folder`, `folder-missing`, `file-unwritable`; an older file is then as it was.
pub fn keep(region: &Region, opened: Option<&Path>) -> Result<(), Diagnostic> {
    if let Some(package) = opened.filter(|path| is_package(path)) {
        return geopackage::write(region, package, &Unwatched);
    }
    let path = file_of(&region.id, opened)?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| files::unwritable(folder, &error))?;
    }
    let text = ron::ser::to_string_pretty(&region.corrections, ron::ser::PrettyConfig::default())
        .map_err(|error| Diagnostic::error("file-unwritable").with("file", files::shown(&path)).with("reason", error.to_string()))?;
    files::replace(&path, text.as_bytes())
}

/// The file of kept corrections of a scene, if there is one. `opened` is the file that it came from.
///
/// # Errors
/// `file-unreadable`.
pub fn kept(id: &str, opened: Option<&Path>) -> Result<Option<Vec<u8>>, Diagnostic> {
    // Where the system names no folder, nothing was ever kept.
    match file_of(id, opened) {
        Ok(path) if path.exists() => files::read(&path).map(Some),
        _ => Ok(None),
    }
}

/// Puts kept corrections back onto a region that was made anew from its sources. `opened` is the file that it came from.
///
/// # Errors
/// `file-unreadable` and `ron-syntax`: a correction that cannot be read is not passed over in silence.
pub fn restore(region: &mut Region, opened: Option<&Path>) -> Result<(), Diagnostic> {
    // Where the system names no folder, nothing was ever kept.
    let Ok(path) = file_of(&region.id, opened) else { return Ok(()) };
    if let Some(text) = kept(&region.id, opened)? {
        let kept: Vec<Correction> = notation::parse(&String::from_utf8_lossy(&text), &files::shown(&path))?;
        region.corrections.extend(kept);
        corrections::apply(region);
    }
    Ok(())
}

fn is_package(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gpkg"))
}

/// A scene that brought its corrections with it keeps them beside it: those of a scene of the same id at home are none of its own.
fn file_of(id: &str, opened: Option<&Path>) -> Result<PathBuf, Diagnostic> {
    let scene = opened.filter(|path| path.file_name().is_some_and(|name| name == scene_file::NAME));
    let beside = scene.map(|scene| scene.with_file_name(BESIDE)).filter(|path| path.is_file());
    beside.map_or_else(|| Ok(settings::folder()?.join("corrections").join(format!("{}.ron", data_folder::file_name(id)))), Ok)
}
