//! `aimaq info`: what a scene or a package holds.

use super::Context;
use crate::cli::exit::Exit;
use crate::cli::progress::Watch;
use crate::cli::task::InfoPlan;
use crate::cli::{printer, summary};
use crate::store::scene;
use crate::twin::diagnostic::Diagnostic;
use serde_json::Value;

/// Opens the scene and prints what it holds.
///
/// # Errors
/// What is wrong with the scene.
pub fn run(plan: &InfoPlan, context: &Context) -> Result<Exit, Diagnostic> {
    let words = &context.words;
    if plan.instead_of_window {
        printer::say(&words.get("cli-no-display"));
    }
    let watch = Watch::new(words);
    let opened = scene::open(&plan.scene, &watch);
    let timings = watch.finish();
    let region = opened?.region;
    if plan.json {
        let mut object = summary::to_json(&region, words);
        context.add_timings(&timings, &mut object);
        return Ok(printer::result(&format!("{:#}", Value::Object(object))));
    }
    context.say_timings(&timings);
    Ok(printer::result(&summary::to_text(&region, words)))
}
