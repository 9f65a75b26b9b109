//! `aimaq verify`: how true the models are, case by case, against what was published.

use super::Context;
use crate::cli::columns::aligned;
use crate::cli::exit::Exit;
use crate::cli::printer;
use crate::cli::progress::Watch;
use crate::cli::task::VerifyPlan;
use crate::i18n::Words;
use crate::i18n::verify::COLUMNS;
use crate::store::cases;
use crate::twin::diagnostic::{Arg, Diagnostic, Severity};
use crate::twin::import::proceed;
use crate::twin::model::choice::Choice;
use crate::twin::verify::{Check, Subject, Verification, shipped};
use serde_json::{Map, Value, json};

/// Runs the cases that are carried along, and those of a folder, and prints a table a model. Ends with an error where a check does not hold, or
/// a case could not be run.
///
/// # Errors
/// A folder that is not there.
pub fn run(plan: &VerifyPlan, context: &Context) -> Result<Exit, Diagnostic> {
    let watch = Watch::new(&context.words);
    let found = verify(plan, &watch);
    let timings = watch.finish();
    let found = found?;
    let words = &context.words;
    let printed = if plan.json {
        let mut object = to_json(&found, words);
        context.add_timings(&timings, &mut object);
        printer::result(&format!("{:#}", Value::Object(object)))
    } else {
        found.notes.iter().for_each(|note| printer::say(&said(note, words)));
        context.say_timings(&timings);
        printer::result(&to_text(&found, words))
    };
    Ok(if found.holds() { printed } else { Exit::Input })
}

fn verify(plan: &VerifyPlan, watch: &Watch) -> Result<Verification, Diagnostic> {
    // The folder first: whoever mistypes it should not have to wait.
    let more = plan.cases.as_deref().map(|folder| cases::run(folder, &|share| proceed(watch, "verify-folder", share))).transpose()?;
    let mut found = shipped(&|share| proceed(watch, "verify-shipped", share))?;
    found.add(more.unwrap_or_default());
    Ok(found)
}

/// A complaint in words, with its file also where it is the model that complains.
fn said(note: &Diagnostic, words: &Words) -> String {
    let said = words.complaint(note);
    match note.text("file") {
        Some(file) if !said.contains(file) => format!("{file}: {said}"),
        _ => said,
    }
}

/// What goes before the columns of a row.
fn mark(check: &Check) -> &'static str {
    if check.holds() { "✓" } else { "✗" }
}

/// A table a model, then how many checks hold.
fn to_text(found: &Verification, words: &Words) -> String {
    let of = |subject: Subject| found.checks.iter().filter(move |check| check.case.subject == subject);
    let subjects = Subject::ALL.iter().filter(|subject| of(**subject).next().is_some());
    let tables = subjects.map(|subject| format!("{}\n{}\n", words.choice(*subject), table(of(*subject), words)));
    let counts = [("held", Arg::from(found.held())), ("count", Arg::from(found.checks.len()))];
    tables.chain([words.format("verify-held", &counts)]).collect::<Vec<_>>().join("\n")
}

fn table<'a>(checks: impl Iterator<Item = &'a Check>, words: &Words) -> String {
    let marked = |check: &Check| {
        let mut row = words.verify_row(check);
        row[0].insert_str(0, &format!("{} ", mark(check)));
        row
    };
    let head = COLUMNS.map(|key| words.get(key).into_owned());
    let rows: Vec<[String; 7]> = std::iter::once(head).chain(checks.map(marked)).collect();
    let lines = aligned(&rows, |column| (2..6).contains(&column));
    lines.iter().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

/// The object that scripts read; values that are no number are null.
fn to_json(found: &Verification, words: &Words) -> Map<String, Value> {
    let check = |check: &Check| {
        json!({
            "model": check.case.subject.name(),
            "kind": check.case.kind.name(),
            "case": words.verify_case(&check.case),
            "source": check.case.source,
            "quantity": check.measured.name(),
            "unit": check.unit,
            "expected": check.expected,
            "found": check.found,
            "difference": check.difference(),
            "tolerance": check.tolerance,
            "holds": check.holds(),
        })
    };
    let severity = |note: &Diagnostic| match note.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let note = |note: &Diagnostic| json!({ "severity": severity(note), "code": note.code, "message": said(note, words) });
    let mut object = Map::new();
    object.insert("holds".to_owned(), json!(found.holds()));
    object.insert("held".to_owned(), json!(found.held()));
    object.insert("count".to_owned(), json!(found.checks.len()));
    object.insert("checks".to_owned(), found.checks.iter().map(check).collect());
    object.insert("diagnostics".to_owned(), found.notes.iter().map(note).collect());
    object
}
