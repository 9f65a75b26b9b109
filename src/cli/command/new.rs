//! `aimaq new`: a commented file to start from, which passes the check.

use super::Context;
use crate::cli::exit::Exit;
use crate::cli::printer;
use crate::cli::task::{NewPlan, Start};
use crate::store::{files, roadmaps, scene_file};
use crate::twin::diagnostic::Diagnostic;
use std::path::{Path, PathBuf};

/// Writes the file. A scene is a folder with `scene.ron` unless the path names a file, and a roadmap is `roadmap.ron` in one.
///
/// # Errors
/// `start-exists` where there is something already; `file-unwritable`.
pub fn run(plan: &NewPlan, context: &Context) -> Result<Exit, Diagnostic> {
    let is_file = plan.path.extension().is_some_and(|extension| extension == "ron");
    let path = match plan.start {
        Start::Scene if !is_file => plan.path.join(scene_file::NAME),
        Start::Roadmap if !is_file => plan.path.join(roadmaps::NAME),
        _ if is_file => plan.path.clone(),
        _ => plan.path.with_extension("ron"),
    };
    if path.exists() {
        return Err(Diagnostic::error("start-exists").with("file", files::shown(&path)));
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|error| files::unwritable(folder, &error))?;
    }
    let (text, carried) = start_of(plan.start);
    let named = match carried {
        Some(carried) => text.replacen(&format!("id: \"{carried}\""), &format!("id: \"{}\"", id(&path)), 1),
        None => text.to_owned(),
    };
    files::replace(&path, named.as_bytes())?;
    Ok(printer::result(&context.words.format("cli-started", &[("file", files::shown(&path).into())])))
}

/// The text to start from, and the id in it that gives way to the file's name; a roadmap has none.
pub fn start_of(start: Start) -> (&'static str, Option<&'static str>) {
    match start {
        Start::Scene => (include_str!("../../../assets/starts/scene.ron"), Some("scene")),
        Start::Scenario => (include_str!("../../../assets/starts/scenario.ron"), Some("scenario")),
        Start::Template => (include_str!("../../../assets/starts/template.ron"), Some("template")),
        Start::Tour => (include_str!("../../../assets/starts/tour.ron"), Some("tour")),
        Start::Roadmap => (include_str!("../../../assets/starts/roadmap.ron"), None),
    }
}

/// The short name that goes with a path: that of the file, or of a scene's folder.
fn id(path: &Path) -> String {
    let is_scene = path.file_name().is_some_and(|name| name == scene_file::NAME);
    let named = if is_scene { path.parent().map(Path::to_path_buf).unwrap_or_default() } else { PathBuf::from(path) };
    named.file_stem().map(|stem| stem.to_string_lossy().into_owned()).filter(|stem| !stem.is_empty()).unwrap_or_else(|| "new".into())
}
