//! Whether it is better: what is measured of a region with a scenario, and scenarios side by side.

pub mod compare;
pub mod metric;
pub mod money;

use crate::twin::catalog::Catalog;
use crate::twin::catalog::survey::Survey;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::region::Region;
use crate::twin::scenario::resolve::Plan;
use crate::twin::simulate::assumption::Assumptions;
use crate::twin::simulate::outcome::Outcome;
use crate::twin::simulate::{self, SIMULATIONS, Setting, Simulation};
use std::collections::BTreeMap;

/// Everything measured of a region with a scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// Values by the id of their metric. What nobody can know is not there.
    pub values: BTreeMap<&'static str, f64>,
    /// What each model said, by its id.
    pub outcomes: BTreeMap<&'static str, Outcome>,
}

impl Measured {
    /// Runs every model on a region in which a plan is built, and adds what the plan costs.
    pub fn new(region: &Region, plan: &Plan, catalog: &Catalog, assumptions: &Assumptions) -> Self {
        let survey = Survey::new(region);
        let setting = Setting { region, survey: &survey, assumptions };
        let mut measured = Self::of(SIMULATIONS, &setting);
        measured.take(money::values(plan, catalog, &survey, assumptions));
        measured
    }

    /// What some models say.
    pub fn of(simulations: &[&'static Simulation], setting: &Setting) -> Self {
        let outcomes = simulate::run(simulations, setting);
        let mut measured = Self::default();
        for (simulation, outcome) in simulations.iter().zip(outcomes) {
            measured.take(outcome.values.clone());
            measured.outcomes.insert(simulation.id, outcome);
        }
        measured
    }

    fn take(&mut self, values: impl IntoIterator<Item = (&'static str, Option<f64>)>) {
        self.values.extend(values.into_iter().filter_map(|(id, value)| Some((id, value?))));
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
