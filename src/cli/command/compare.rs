//! `aimaq compare`: metrics of scenarios side by side, as a table, as CSV or as JSON.

use super::Context;
use crate::cli::exit::Exit;
use crate::cli::printer;
use crate::cli::progress::Watch;
use crate::cli::task::{ComparePlan, Form};
use crate::cli::workbench::Workbench;
use crate::i18n::Words;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::metrics::Measured;
use crate::twin::metrics::compare::{Cell, Column, Comparison};
use crate::twin::metrics::metric::Metric;
use crate::twin::model::choice::Choice;
use crate::twin::scenario::Scenario;
use crate::twin::simulate::assumption::Assumptions;
use serde_json::{Value, json};
use std::sync::Arc;

/// Measures the region as it is and scenarios, and prints them side by side.
///
/// # Errors
/// What is wrong with the scene; `scenario-unknown`.
pub fn run(plan: &ComparePlan, context: &Context) -> Result<Exit, Diagnostic> {
    let words = &context.words;
    let watch = Watch::new(words);
    let bench = Workbench::open(&plan.scene, &watch)?;
    let wanted: Vec<&Scenario> = match &plan.scenarios[..] {
        [] => bench.scenarios.iter().collect(),
        ids => ids.iter().map(|id| bench.scenario(id)).collect::<Result<_, _>>()?,
    };
    let column = |scenario: Option<&Scenario>| {
        let (built, region) = bench.changed(scenario);
        built.faults.values().for_each(|fault| printer::say(&words.complaint(fault)));
        Column {
            id: scenario.map(|scenario| scenario.id.clone()).unwrap_or_default(),
            name: scenario
                .map_or_else(|| words.get("scenario-base").into_owned(), |scenario| words.local(&scenario.heading.name).to_owned()),
            measured: Arc::new(Measured::new(&region, &built, &bench.catalog, &Assumptions::default())),
        }
    };
    let columns = std::iter::once(None).chain(wanted.into_iter().map(Some)).map(column).collect();
    let comparison = Comparison { columns };
    let timings = watch.finish();
    if context.timings {
        printer::say(&timings.to_text(words));
    }
    comparison.columns.iter().flat_map(|column| column.measured.notes()).for_each(|note| printer::say(&words.complaint(note)));
    Ok(printer::result(&match plan.form {
        Form::Json => format!("{:#}", to_json(&comparison)),
        Form::Csv => to_csv(&comparison, words),
        Form::Text => to_text(&comparison, words),
    }))
}

fn to_json(comparison: &Comparison) -> Value {
    let rows = comparison.rows();
    let metrics = |column: usize| -> Vec<Value> {
        let cell = |(metric, cells): &(&Metric, Vec<Cell>)| {
            let Cell { value, delta, is_better, is_best } = cells[column];
            json!({ "id": metric.id, "value": value, "unit": metric.unit.name(), "delta": delta, "better": metric.better.name(),
                "is_better": is_better, "is_best": is_best })
        };
        rows.iter().map(cell).collect()
    };
    let scenario = |(index, column): (usize, &Column)| json!({ "id": column.id, "name": column.name, "metrics": metrics(index) });
    json!({ "scenarios": comparison.columns.iter().enumerate().map(scenario).collect::<Vec<_>>() })
}

/// A row a metric: id, name, unit, then value and difference of each scenario, as plain numbers.
fn to_csv(comparison: &Comparison, words: &Words) -> String {
    let plain = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let mut head: Vec<String> = ["id", "metric", "unit"].map(String::from).to_vec();
    for (index, column) in comparison.columns.iter().enumerate() {
        head.push(column.name.clone());
        head.extend((index > 0).then(|| format!("Δ {}", column.name)));
    }
    let row = |(metric, cells): &(&Metric, Vec<Cell>)| {
        let mut row = vec![metric.id.to_owned(), words.metric(metric).into_owned(), metric.unit.name().to_owned()];
        for (index, cell) in cells.iter().enumerate() {
            row.push(plain(cell.value));
            row.extend((index > 0).then(|| plain(cell.delta)));
        }
        row
    };
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(comparison.rows().iter().map(row)).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory fails for rows of different lengths only, and these are alike.
    rows.iter().for_each(|row| _ = writer.write_record(row));
    writer.into_inner().map(|bytes| String::from_utf8_lossy(&bytes).trim_end().to_owned()).unwrap_or_default()
}

fn to_text(comparison: &Comparison, words: &Words) -> String {
    let shown = |metric: &Metric, value: f64| words.metric_value(metric, value);
    let cell = |metric: &Metric, cell: &Cell| {
        let Some(value) = cell.value else { return "—".to_owned() };
        let sign = |delta: f64| if delta > 0.0 { "+" } else { "−" };
        let delta = cell.delta.filter(|delta| *delta != 0.0).map(|delta| format!(" ({}{})", sign(delta), shown(metric, delta.abs())));
        format!("{}{}{}", shown(metric, value), delta.unwrap_or_default(), if cell.is_best { " ★" } else { "" })
    };
    let mut table =
        vec![std::iter::once(String::new()).chain(comparison.columns.iter().map(|column| column.name.clone())).collect::<Vec<_>>()];
    for (metric, cells) in comparison.rows() {
        table.push(std::iter::once(words.metric(metric).into_owned()).chain(cells.iter().map(|found| cell(metric, found))).collect());
    }
    aligned(&table)
}

/// Columns under one another; the first to the left, the others to the right.
fn aligned(table: &[Vec<String>]) -> String {
    let width = |column: usize| table.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..table.first().map_or(0, Vec::len)).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(index, (cell, width))| match index {
            0 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    table.iter().map(line).collect::<Vec<_>>().join("\n")
}
