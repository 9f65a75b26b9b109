//! `aimaq compare`: metrics of scenarios side by side, or by year, as a table, as CSV or as JSON.

use super::{Context, by_year};
use crate::cli::columns::aligned;
use crate::cli::exit::Exit;
use crate::cli::printer;
use crate::cli::progress::Watch;
use crate::cli::task::{ComparePlan, Form};
use crate::cli::workbench::Workbench;
use crate::i18n::Words;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::metrics;
use crate::twin::metrics::compare::{Cell, Comparison};
use crate::twin::metrics::metric::Metric;
use crate::twin::scenario::Scenario;

/// Measures the region as it is and scenarios, and prints them side by side, or year by year.
///
/// # Errors
/// What is wrong with the scene; `scenario-unknown`; those of [`metrics::assumptions`].
pub fn run(plan: &ComparePlan, context: &Context) -> Result<Exit, Diagnostic> {
    let words = &context.words;
    let watch = Watch::new(words);
    let bench = Workbench::open(&plan.scene, &watch)?;
    let wanted: Vec<&Scenario> = match &plan.scenarios[..] {
        [] => bench.scenarios.iter().collect(),
        ids => ids.iter().map(|id| bench.scenario(id)).collect::<Result<_, _>>()?,
    };
    let assumptions = metrics::assumptions(&plan.assume)?;
    if plan.by_year {
        return Ok(by_year::run(&bench, &wanted, assumptions, plan.form, &watch, context));
    }
    let comparison = bench.compare(&wanted, &assumptions, words);
    context.say_timings(&watch.finish());
    printer::say_once(comparison.columns.iter().flat_map(|column| column.measured.notes()).map(|note| words.complaint(note)));
    Ok(printer::result(&match plan.form {
        Form::Json => format!("{:#}", comparison.to_json()),
        Form::Csv => words.comparison_csv(&comparison),
        Form::Text => to_text(&comparison, words),
    }))
}

fn to_text(comparison: &Comparison, words: &Words) -> String {
    let shown = |metric: &Metric, value: f64| words.metric_value(metric, value);
    let cell = |metric: &Metric, cell: &Cell| {
        let Some(value) = cell.value else { return "—".to_owned() };
        let delta = cell.delta.and_then(|delta| words.metric_change(metric, delta)).map(|change| format!(" ({change})"));
        format!("{}{}{}", shown(metric, value), delta.unwrap_or_default(), if cell.is_best { " ★" } else { "" })
    };
    let mut table =
        vec![std::iter::once(String::new()).chain(comparison.columns.iter().map(|column| column.name.clone())).collect::<Vec<_>>()];
    for (metric, cells) in comparison.rows() {
        table.push(std::iter::once(words.metric(metric).into_owned()).chain(cells.iter().map(|found| cell(metric, found))).collect());
    }
    aligned(&table, |column| column > 0).join("\n")
}
