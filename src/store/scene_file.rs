//! `scene.ron` as text: read, and told off with line and column.

use crate::twin::diagnostic::Diagnostic;
use crate::twin::notation;
use crate::twin::scene::Scene;

/// What a scene's file is called in its folder.
pub const NAME: &str = "scene.ron";
/// The version of the file's form that this program writes; older ones are read too.
pub const VERSION: u32 = 1;

/// The scene that a text describes; `file` is for the message.
///
/// # Errors
/// `ron-syntax` with file, line, column and reason; `scene-newer`; `scene-without-id`.
pub fn parse(text: &str, file: &str) -> Result<Scene, Diagnostic> {
    let scene: Scene = notation::parse(text, file)?;
    if scene.version > VERSION {
        let newer = Diagnostic::error("scene-newer").with("version", f64::from(scene.version)).with("known", f64::from(VERSION));
        return Err(newer.with("file", file));
    }
    if scene.id.trim().is_empty() {
        return Err(Diagnostic::error("scene-without-id").with("file", file));
    }
    Ok(scene)
}
