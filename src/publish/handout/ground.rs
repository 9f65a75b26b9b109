//! What the figures stand on: what is assumed, how each is made, where the data come from.

use super::super::material::Material;
use crate::twin::metrics::metric::Metric;
use crate::twin::model::source::Source;
use crate::twin::simulate::assumption::AssumptionSpec;
use serde::Serialize;

/// Something that is taken for granted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assumed {
    /// What it is called.
    pub name: String,
    /// The value in force, with its unit.
    pub value: String,
    /// How far it can be trusted.
    pub status: String,
    /// Where it comes from.
    pub source: String,
}

/// How a figure is made.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Made {
    /// What it is called.
    pub name: String,
    /// Inputs, model, and what is assumed.
    pub text: String,
}

/// Where data come from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceLine {
    /// What it is.
    pub name: String,
    /// Under which licence.
    pub licence: String,
    /// The line that has to stand wherever it is shown.
    pub credit: String,
    /// As of when.
    pub date: String,
}

/// What the models behind the shown figures take for granted, each once.
pub fn assumed(material: &Material) -> Vec<Assumed> {
    let mut specs: Vec<&'static AssumptionSpec> = Vec::new();
    for spec in shown(material).flat_map(Metric::assumptions) {
        if specs.iter().all(|known| known.id != spec.id) {
            specs.push(spec);
        }
    }
    let words = material.words;
    let line = |spec: &'static AssumptionSpec| Assumed {
        name: words.get(&format!("assume-{}", spec.id)).into_owned(),
        value: words.assumption_value(spec, material.assumptions.get(spec)),
        status: words.choice(spec.origin).to_lowercase(),
        source: words.get(&format!("source-{}", spec.source)).into_owned(),
    };
    specs.into_iter().map(line).collect()
}

/// How each of the shown figures is made.
pub fn made(material: &Material) -> Vec<Made> {
    let words = material.words;
    let line = |metric: &'static Metric| Made { name: words.metric(metric).into_owned(), text: words.metric_made(metric).into_owned() };
    shown(material).map(line).collect()
}

/// The metrics of the table.
fn shown(material: &Material) -> impl Iterator<Item = &'static Metric> + use<> {
    material.comparison.rows().into_iter().map(|(metric, _)| metric)
}

/// Where the data come from.
pub fn sources(material: &Material) -> Vec<SourceLine> {
    let line = |source: &Source| SourceLine {
        name: source.name.clone(),
        licence: source.licence.clone(),
        credit: source.credit.clone(),
        date: source.date.clone(),
    };
    material.region.sources.iter().map(line).collect()
}
