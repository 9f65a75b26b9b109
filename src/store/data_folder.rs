//! The user's own folder of work: scenarios, templates, norms and words that come before those the program carries.

use super::settings::FOLDER_VARIABLE;
use crate::twin::diagnostic::Diagnostic;
use etcetera::BaseStrategy;
use std::path::PathBuf;

/// The folder: `data` in that of [`FOLDER_VARIABLE`], or the user's.
///
/// # Errors
/// `settings-no-folder` where the system names no home.
pub fn folder() -> Result<PathBuf, Diagnostic> {
    if let Some(folder) = std::env::var_os(FOLDER_VARIABLE).filter(|folder| !folder.is_empty()) {
        return Ok(PathBuf::from(folder).join("data"));
    }
    match etcetera::choose_base_strategy() {
        Ok(strategy) => Ok(strategy.data_dir().join("aimaq")),
        Err(_) => Err(Diagnostic::error("settings-no-folder").with("variable", FOLDER_VARIABLE)),
    }
}

/// The folder of a scene's work. What a file's name cannot hold is left out of the id.
///
/// # Errors
/// Those of [`folder`].
pub fn of_scene(id: &str) -> Result<PathBuf, Diagnostic> {
    Ok(folder()?.join("scenes").join(file_name(id)))
}

/// An id as a file's name: people write ids.
pub fn file_name(id: &str) -> String {
    id.chars().map(|letter| if letter.is_alphanumeric() || "-_".contains(letter) { letter } else { '_' }).collect()
}
