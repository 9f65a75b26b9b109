//! `scene.ron` as text: read, and told off with line and column.

use crate::twin::diagnostic::Diagnostic;
use crate::twin::scene::Scene;
use crate::twin::text::tree::{Node, Value};
use crate::twin::text::upgrade::read_parsed;
use crate::twin::text::{Fault, Versioned, parse};

/// What a scene's file is called in its folder.
pub const NAME: &str = "scene.ron";
/// The version of the file's form that this program writes; older ones are read too.
pub const VERSION: u32 = Scene::VERSION;

/// The scene that a text describes; `file` is for the message.
///
/// # Errors
/// The first fault of the text, with its place.
pub fn parse(text: &str, file: &str) -> Result<Scene, Diagnostic> {
    let (mut value, faults) = parse::parse(text);
    // What is wrong with the notation comes first: other faults may follow from it.
    let notation = faults.first().cloned();
    let (scene, faults) = read(value.as_mut(), faults);
    match notation.or_else(|| faults.into_iter().next()) {
        Some(fault) => Err(fault.located(text, file)),
        None => scene.ok_or_else(|| Diagnostic::error("text-empty").with("place", file)),
    }
}

/// The scene of a parsed text, and every fault in it: `scene-without-id`, `text-version-unknown`, and those of form.
pub fn read(value: Option<&mut Value>, faults: Vec<Fault>) -> (Option<Scene>, Vec<Fault>) {
    let id = value.as_deref().and_then(|value| match &value.node {
        Node::Group(group) => group.get("id").map(|id| id.span.clone()),
        _ => None,
    });
    let (scene, mut faults) = read_parsed::<Scene>(value, faults);
    if let (Some(scene), Some(span)) = (&scene, id)
        && scene.id.trim().is_empty()
    {
        faults.push(Fault { span, diagnostic: Diagnostic::error("scene-without-id") });
    }
    (scene, faults)
}
