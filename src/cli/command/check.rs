//! `aimaq check`: what is wrong with files that designers write, all at once.

use super::Context;
use crate::cli::exit::Exit;
use crate::cli::printer;
use crate::cli::task::CheckPlan;
use crate::i18n::Words;
use crate::store::complaint::Complaint;
use crate::store::design;
use crate::twin::diagnostic::{Arg, Diagnostic};
use serde_json::{Value, json};

/// Checks the files and prints a line a complaint: `file:line:column: message`.
///
/// # Errors
/// A path that cannot be read.
pub fn run(plan: &CheckPlan, context: &Context) -> Result<Exit, Diagnostic> {
    let (words, files) = (&context.words, design::find(&plan.paths)?);
    let complaints = design::check(&files);
    if plan.json {
        let listed: Vec<Value> = complaints.iter().map(|complaint| to_json(complaint, words)).collect();
        let object = json!({ "files": files.len(), "errors": complaints.len(), "diagnostics": listed });
        printer::result(&format!("{object:#}"));
    } else {
        let lines: Vec<String> = complaints.iter().map(|complaint| to_text(complaint, words)).collect();
        let counts = [("files", Arg::from(files.len())), ("errors", Arg::from(complaints.len()))];
        printer::result(&lines.into_iter().chain([words.format("cli-checked", &counts)]).collect::<Vec<_>>().join("\n"));
    }
    Ok(if complaints.is_empty() { Exit::Done } else { Exit::Input })
}

/// A complaint as a line that editors know: `file:line:column: what`, and the line of the file.
pub fn to_text(complaint: &Complaint, words: &Words) -> String {
    let place = complaint.place.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
    let text = format!("{}{place}: {}", complaint.file, words.complaint(&complaint.diagnostic));
    if complaint.excerpt.is_empty() { text } else { format!("{text}\n    {}", complaint.excerpt) }
}

fn to_json(complaint: &Complaint, words: &Words) -> Value {
    json!({
        "file": complaint.file,
        "line": complaint.place.map(|place| place.line),
        "column": complaint.place.map(|place| place.column),
        "severity": "error",
        "code": complaint.diagnostic.code,
        "message": words.diagnostic(&complaint.diagnostic),
        "suggestion": complaint.diagnostic.text("suggestion"),
    })
}
