//! `aimaq pack`: a scene with its data, scenarios, tours and the user's own solutions in one file, for a machine without a network.

use super::Context;
use super::check::to_text;
use crate::cli::exit::Exit;
use crate::cli::printer;
use crate::cli::progress::Watch;
use crate::cli::task::PackPlan;
use crate::store::files::shown;
use crate::store::pack::{self, Packed};
use crate::twin::diagnostic::Diagnostic;
use serde_json::json;

/// Packs the scene and says what is in the file. What is wrong with files that are left out is said beside it.
///
/// # Errors
/// Those of [`pack::write`].
pub fn run(plan: &PackPlan, context: &Context) -> Result<Exit, Diagnostic> {
    let words = &context.words;
    let watch = Watch::new(words);
    let packed = pack::write(&plan.scene, &plan.out, jiff::Zoned::now().date(), &watch);
    let timings = watch.finish();
    let Packed { manifest, bytes, complaints } = packed?;
    context.say_timings(&timings);
    complaints.iter().for_each(|complaint| printer::say(&to_text(complaint, words)));
    let out = shown(&plan.out);
    if plan.json {
        let object = json!({ "out": out, "bytes": bytes, "left_out": complaints.len(), "manifest": manifest });
        return Ok(printer::result(&format!("{object:#}")));
    }
    let args = [("file", out.into()), ("files", manifest.files.len().into()), ("size", words.file_size(bytes).into())];
    Ok(printer::result(&words.format("cli-packed", &args)))
}
