//! Whether it is better: what is measured of a region with a scenario, and scenarios side by side.

pub mod baseline;
pub mod compare;
pub mod metric;
pub mod money;
pub mod per_covered;
pub mod shift;
pub mod spending;
pub mod years;

use crate::twin::diagnostic::Diagnostic;
use crate::twin::simulate::SIMULATIONS;
use crate::twin::simulate::assumption::{AssumptionSpec, Assumptions};
use crate::twin::simulate::outcome::{Field, Outcome, Series};
use crate::twin::text::readable::unknown_name;
use shift::Shift;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything measured of a region with a scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// Values by the id of their metric. What nobody can know is not there.
    pub values: BTreeMap<&'static str, f64>,
    /// What each model said, by its id.
    pub outcomes: BTreeMap<&'static str, Arc<Outcome>>,
    /// Who is better and who worse off than in the region as it is.
    pub shifts: Vec<Shift>,
}

impl Measured {
    /// Adds what a model said.
    fn take_outcome(&mut self, simulation: &'static str, outcome: Arc<Outcome>) {
        self.take(outcome.values.iter().copied());
        self.outcomes.insert(simulation, outcome);
    }

    /// Adds values of metrics.
    fn take(&mut self, values: impl IntoIterator<Item = (&'static str, Option<f64>)>) {
        self.values.extend(values.into_iter().filter_map(|(id, value)| Some((id, value?))));
    }

    /// The field of an id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.outcomes.values().flat_map(|outcome| &outcome.fields).find(|field| field.id == id)
    }

    /// The series of an id.
    pub fn series(&self, id: &str) -> Option<&Series> {
        self.outcomes.values().flat_map(|outcome| &outcome.series).find(|series| series.id == id)
    }

    /// What models complained about, each complaint once.
    pub fn notes(&self) -> Vec<&Diagnostic> {
        let mut notes: Vec<&Diagnostic> = Vec::new();
        for note in self.outcomes.values().flat_map(|outcome| &outcome.notes) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
    }
}

/// Everything that models and money take for granted, each once, in the order of the models.
pub fn assumption_specs() -> Vec<&'static AssumptionSpec> {
    let mut specs: Vec<&'static AssumptionSpec> = Vec::new();
    let of_money = money::ASSUMPTIONS.iter().chain(spending::ASSUMPTIONS).copied();
    for spec in SIMULATIONS.iter().flat_map(|simulation| simulation.assumptions()).chain(of_money) {
        if specs.iter().all(|known| known.id != spec.id) {
            specs.push(spec);
        }
    }
    specs
}

/// The assumption of an id.
///
/// # Errors
/// `assumption-unknown` with the one that may be meant.
pub fn known_assumption(id: &str) -> Result<&'static AssumptionSpec, Diagnostic> {
    let specs = assumption_specs();
    specs.iter().find(|spec| spec.id == id).copied().ok_or_else(|| {
        let known: Vec<&str> = specs.iter().map(|spec| spec.id).collect();
        unknown_name(Diagnostic::error("assumption-unknown"), id, &known)
    })
}

/// The assumptions with some set by hand, each written as `id=value`.
///
/// # Errors
/// `assumption-unreadable`; `assumption-unknown` with the one that may be meant; `assumption-out-of-bounds` with the bounds.
pub fn assumptions(set: &[String]) -> Result<Assumptions, Diagnostic> {
    let mut assumptions = Assumptions::default();
    for text in set {
        let unreadable = || Diagnostic::error("assumption-unreadable").with("text", text.as_str());
        let (id, value) = text.split_once('=').ok_or_else(unreadable)?;
        let (id, value) = (id.trim(), value.trim().parse::<f64>().map_err(|_| unreadable())?);
        let spec = known_assumption(id)?;
        if !(spec.least..=spec.most).contains(&value) {
            return Err(Diagnostic::error("assumption-out-of-bounds").with("name", id).with("least", spec.least).with("most", spec.most));
        }
        assumptions.0.insert(id.to_owned(), value);
    }
    Ok(assumptions)
}
