//! `aimaq compare --by-year`: metrics of each scenario as years end, as tables, as CSV or as JSON.

use super::Context;
use crate::cli::columns::aligned;
use crate::cli::exit::Exit;
use crate::cli::printer;
use crate::cli::progress::Watch;
use crate::cli::task::Form;
use crate::cli::workbench::Workbench;
use crate::i18n::Words;
use crate::twin::import::Progress;
use crate::twin::metrics::baseline::Baseline;
use crate::twin::metrics::years::{MetricYears, by_year};
use crate::twin::scenario::Scenario;
use crate::twin::simulate::assumption::Assumptions;
use serde_json::{Value, json};

/// Measures scenarios year by year, and prints what comes of it.
pub fn run(bench: &Workbench, wanted: &[&Scenario], assumptions: Assumptions, form: Form, watch: &Watch, context: &Context) -> Exit {
    let words = &context.words;
    let measured = measure(bench, wanted, assumptions, watch, words);
    context.say_timings(&watch.finish());
    printer::say_once(measured.iter().flat_map(|(_, told)| &told.notes).map(|note| words.complaint(note)));
    let named: Vec<(&str, &str, &MetricYears)> =
        measured.iter().map(|(scenario, told)| (scenario.id.as_str(), words.local(&scenario.heading.name), told)).collect();
    printer::result(&match form {
        Form::Json => format!("{:#}", to_json(&named)),
        Form::Csv => words.years_csv(&named),
        Form::Text => to_text(&named, words),
    })
}

/// One after another, from the region as it is. Says what of them has no place.
fn measure<'a>(
    bench: &Workbench,
    wanted: &[&'a Scenario],
    assumptions: Assumptions,
    watch: &Watch,
    words: &Words,
) -> Vec<(&'a Scenario, MetricYears)> {
    let baseline = Baseline::new(bench.region.clone(), bench.survey.clone(), assumptions);
    let of = |(index, scenario): (usize, &&'a Scenario)| {
        let plan = bench.plan(Some(scenario));
        plan.faults.values().for_each(|fault| printer::say(&words.complaint(fault)));
        let mut proceed =
            |done: usize, all: usize| watch.report("years", (index as f32 + done as f32 / all.max(1) as f32) / wanted.len() as f32);
        Some((*scenario, by_year(&baseline, &plan, &bench.catalog, scenario.heading.year, &mut proceed)?))
    };
    wanted.iter().enumerate().filter_map(of).collect()
}

fn to_json(named: &[(&str, &str, &MetricYears)]) -> Value {
    let scenario = |(id, name, told): &(&str, &str, &MetricYears)| {
        let mut object = told.to_json();
        (object["id"], object["name"]) = (json!(id), json!(name));
        object
    };
    json!({ "scenarios": named.iter().map(scenario).collect::<Vec<_>>() })
}

/// A table a scenario: what is, and a column for the years between two steps.
fn to_text(named: &[(&str, &str, &MetricYears)], words: &Words) -> String {
    let table = |(_, name, told): &(&str, &str, &MetricYears)| {
        let spans = told.spans();
        let head = [String::new(), words.get("scenario-base").into_owned()];
        let mut rows: Vec<Vec<String>> = vec![head.into_iter().chain(spans.iter().map(|span| words.years(span))).collect()];
        for metric in told.metrics() {
            let shown = |value: Option<f64>| value.map_or_else(|| "—".to_owned(), |value| words.metric_value(metric, value));
            let base = shown(told.base.get(metric.id).copied());
            let values = told.steps.iter().map(|step| shown(step.values.get(metric.id).copied()));
            rows.push([words.metric(metric).into_owned(), base].into_iter().chain(values).collect());
        }
        format!("{name}\n{}", aligned(&rows, |column| column > 0).join("\n"))
    };
    let tables = named.iter().map(table);
    tables.chain([words.get("years-note").into_owned()]).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::metrics::years::Step;
    use crate::twin::model::names::Language;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn years_without_a_change_share_a_column() {
        let step = |from, load| Step { from, at_work: BTreeSet::new(), values: BTreeMap::from([("school-load", load)]) };
        let base = BTreeMap::from([("school-load", 120.0)]);
        let told = MetricYears { years: 2026..=2030, base, steps: vec![step(2026, 120.0), step(2029, 95.0)], notes: Vec::new() };
        let named = [("a", "Two schools", &told)];
        let text = to_text(&named, &Words::new(Language::English));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "Two schools");
        assert!(lines[1].ends_with("2026–2028  2029–2030"), "{text}");
        assert!(lines[2].ends_with("95\u{a0}%") && lines[2].matches("120\u{a0}%").count() == 2, "{text}");
        assert_eq!(to_json(&named)["scenarios"][0]["id"], "a");
    }
}
