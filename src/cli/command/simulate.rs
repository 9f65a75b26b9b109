//! `aimaq simulate`: what models say of a scenario: metrics with their units, complaints, seconds; values of single features as CSV files.

use super::Context;
use super::tables::{Sheet, sheets};
use crate::cli::exit::Exit;
use crate::cli::printer;
use crate::cli::progress::Watch;
use crate::cli::task::{Form, SimulatePlan};
use crate::cli::workbench::Workbench;
use crate::i18n::Words;
use crate::i18n::spreadsheet::{self, plain};
use crate::store::files;
use crate::twin::catalog::survey::Survey;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::metrics::{self, metric};
use crate::twin::model::change::Change;
use crate::twin::model::choice::Choice;
use crate::twin::model::feature::Feature;
use crate::twin::model::id::FeatureId;
use crate::twin::model::layer::Layer;
use crate::twin::model::names::Strings;
use crate::twin::model::region::{LayerVisitor, Region};
use crate::twin::scenario::apply::apply;
use crate::twin::simulate::assumption::{AssumptionSpec, Assumptions};
use crate::twin::simulate::outcome::{Field, Outcome};
use crate::twin::simulate::shared::Shared;
use crate::twin::simulate::table::Table;
use crate::twin::simulate::{SIMULATIONS, Setting, Simulation, simulation};
use crate::twin::text::readable::unknown_name;
use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

/// Runs models and prints what they say.
///
/// # Errors
/// What is wrong with the scene; `scenario-unknown`; `simulation-unknown`; those of [`metrics::assumptions`] and of writing files.
pub fn run(plan: &SimulatePlan, context: &Context) -> Result<Exit, Diagnostic> {
    let words = &context.words;
    let models: Vec<&'static Simulation> = match &plan.models[..] {
        [] => SIMULATIONS.to_vec(),
        ids => ids.iter().map(|id| model(id)).collect::<Result<_, _>>()?,
    };
    let watch = Watch::new(words);
    let bench = Workbench::open(&plan.scene, &watch)?;
    let scenario = plan.scenario.as_deref().map(|id| bench.scenario(id)).transpose()?;
    let assumptions = metrics::assumptions(&plan.assume)?;
    let as_it_is = Shared::new(&bench.region, &bench.survey, &assumptions);
    let region = apply(&bench.region, &bench.plan(scenario), &bench.catalog);
    let survey = Survey::new(&region);
    let shared = as_it_is.changed(&region, &survey, &assumptions, &Change::between(&bench.region, &region));
    let setting = Setting { region: &region, survey: &survey, assumptions: &assumptions, shared: &shared };
    let told: Vec<(&Simulation, Outcome, f64)> = models
        .into_iter()
        .map(|model| {
            let started = Instant::now();
            let outcome = (model.run)(&setting);
            (model, outcome, started.elapsed().as_secs_f64())
        })
        .collect();
    let before = (plan.tables && scenario.is_some()).then(|| {
        let setting = Setting { region: &bench.region, survey: &bench.survey, assumptions: &assumptions, shared: &as_it_is };
        (&*bench.region, tables_of(told.iter().map(|(model, ..)| (model.run)(&setting))))
    });
    watch.finish();
    if let Some(folder) = &plan.out {
        for (model, outcome, _) in &told {
            outcome.fields.iter().try_for_each(|field| write_field(folder, model.id, field, &region))?;
        }
    }
    if plan.tables {
        let after = (&region, tables_of(told.into_iter().map(|(_, outcome, _)| outcome)));
        return Ok(printer::result(&print(&sheets(&before.into_iter().chain([after]).collect::<Vec<_>>(), words), plan.form, words)));
    }
    Ok(printer::result(&match plan.form {
        Form::Json => format!("{:#}", to_json(&told, &assumptions, words)),
        Form::Csv => to_csv(&told),
        Form::Text => to_text(&told, words),
    }))
}

/// The tables of outcomes.
fn tables_of(outcomes: impl Iterator<Item = Outcome>) -> Vec<Table> {
    outcomes.flat_map(|outcome| outcome.tables).collect()
}

fn print(sheets: &[Sheet], form: Form, words: &Words) -> String {
    let texts = |text: &dyn Fn(&Sheet) -> String| sheets.iter().map(text).collect::<Vec<_>>().join("\n\n");
    match form {
        Form::Json => format!("{:#}", json!({ "tables": sheets.iter().map(Sheet::to_json).collect::<Vec<_>>() })),
        Form::Csv => texts(&|sheet| sheet.to_csv()),
        Form::Text if sheets.is_empty() => words.get("table-none").into_owned(),
        Form::Text => texts(&|sheet| sheet.to_text(words)),
    }
}

fn model(id: &str) -> Result<&'static Simulation, Diagnostic> {
    simulation(id).ok_or_else(|| {
        let known: Vec<&str> = SIMULATIONS.iter().map(|simulation| simulation.id).collect();
        unknown_name(Diagnostic::error("simulation-unknown"), id, &known)
    })
}

fn unit(id: &str) -> &'static str {
    metric::find(id).map_or("", |metric| metric.unit.name())
}

fn to_json(told: &[(&Simulation, Outcome, f64)], set: &Assumptions, words: &Words) -> Value {
    let model = |(model, outcome, seconds): &(&Simulation, Outcome, f64)| {
        let metrics: Vec<Value> = outcome.values.iter().map(|(id, value)| json!({ "id": id, "value": value, "unit": unit(id) })).collect();
        let diagnostics: Vec<String> = outcome.notes.iter().map(|note| words.complaint(note)).collect();
        let assumed = |spec: &AssumptionSpec| json!({ "id": spec.id, "value": set.get(spec), "unit": spec.unit.name(), "origin": spec.origin.name(), "source": words.get(&format!("source-{}", spec.source)) });
        let assumptions: Vec<Value> = model.assumptions().map(assumed).collect();
        let told = json!({ "metrics": metrics, "assumptions": assumptions, "diagnostics": diagnostics, "seconds": seconds });
        (model.id.to_owned(), told)
    };
    Value::Object(told.iter().map(model).collect::<Map<_, _>>())
}

fn to_csv(told: &[(&Simulation, Outcome, f64)]) -> String {
    let mut rows = vec![["model", "metric", "value", "unit"].map(String::from).to_vec()];
    for (model, outcome, _) in told {
        rows.extend(
            outcome.values.iter().map(|(id, value)| vec![model.id.to_owned(), (*id).to_owned(), plain(*value), unit(id).to_owned()]),
        );
    }
    spreadsheet::to_csv(rows)
}

fn to_text(told: &[(&Simulation, Outcome, f64)], words: &Words) -> String {
    let mut text = String::new();
    for (model, outcome, seconds) in told {
        let _ = writeln!(text, "{} ({})", words.get(&format!("simulation-{}", model.id)), words.measured(*seconds, 2, "seconds"));
        for (id, value) in &outcome.values {
            let Some(metric) = metric::find(id) else { continue };
            let value = value.map_or_else(|| "—".to_owned(), |value| words.metric_value(metric, value));
            let _ = writeln!(text, "  {}: {value}", words.metric(metric));
        }
        outcome.notes.iter().for_each(|note| _ = writeln!(text, "  {}", words.complaint(note)));
    }
    text.trim_end().to_owned()
}

/// Writes the values of single features as `<model>-<field>.csv`.
fn write_field(folder: &Path, model: &str, field: &Field, region: &Region) -> Result<(), Diagnostic> {
    struct Ids(&'static str, Vec<FeatureId>);
    impl LayerVisitor for Ids {
        fn visit<T: Feature>(&mut self, layer: &Layer<T>, _: &Strings) {
            if T::LAYER == self.0 {
                self.1 = layer.features.iter().map(Feature::id).collect();
            }
        }
    }
    let mut ids = Ids(field.layer, Vec::new());
    region.visit_layers(&mut ids);
    let mut text = format!("{},{}\n", field.layer, field.unit.name());
    let named = field.values.iter().filter_map(|(feature, value)| Some((ids.1.get(*feature as usize)?, value)));
    named.for_each(|(id, value)| _ = writeln!(text, "{id},{value}"));
    files::replace(&folder.join(format!("{model}-{}.csv", field.id)), text.as_bytes())
}
