//! A region as it is, measured: what every scenario is held against, and where all that a scenario leaves alone is taken from.

use super::shift::shifts;
use super::{Measured, money};
use crate::twin::catalog::Catalog;
use crate::twin::catalog::survey::Survey;
use crate::twin::model::region::Region;
use crate::twin::scenario::apply::apply;
use crate::twin::scenario::resolve::Plan;
use crate::twin::simulate::assumption::Assumptions;
use crate::twin::simulate::outcome::Outcome;
use crate::twin::simulate::shared::Shared;
use crate::twin::simulate::{self, SIMULATIONS, Setting, Simulation};
use std::sync::Arc;

/// A region as it is, measured.
#[derive(Clone, Debug)]
pub struct Baseline {
    region: Arc<Region>,
    survey: Arc<Survey>,
    assumptions: Assumptions,
    shared: Shared,
    measured: Arc<Measured>,
}

impl Baseline {
    /// Runs every model on a region.
    pub fn new(region: Arc<Region>, survey: Arc<Survey>, assumptions: Assumptions) -> Self {
        let shared = Shared::new(&region, &survey, &assumptions);
        let setting = Setting { region: &region, survey: &survey, assumptions: &assumptions, shared: &shared };
        let mut measured = Measured::default();
        let outcomes = simulate::run(SIMULATIONS, &setting).into_iter().map(Arc::new);
        SIMULATIONS.iter().zip(outcomes).for_each(|(simulation, outcome)| measured.take_outcome(simulation.id, outcome));
        measured.take(money::values(&Plan::default(), &Catalog::default(), &survey, &assumptions));
        Self { region, survey, assumptions, shared, measured: Arc::new(measured) }
    }

    /// What is measured of the region as it is.
    pub fn measured(&self) -> &Arc<Measured> {
        &self.measured
    }

    /// What models look at, for others that look at the same.
    pub fn setting(&self) -> Setting<'_> {
        Setting { region: &self.region, survey: &self.survey, assumptions: &self.assumptions, shared: &self.shared }
    }

    /// What is measured when a plan is built. Models that rest on nothing that the plan changes are not run again.
    pub fn with(&self, plan: &Plan, catalog: &Catalog) -> Measured {
        if plan.solutions.is_empty() {
            return (*self.measured).clone();
        }
        let region = apply(&self.region, plan, catalog);
        let differs = self.region.differing_layers(&region);
        let mut measured = Measured::default();
        let (anew, kept): (Vec<&'static Simulation>, Vec<&'static Simulation>) =
            SIMULATIONS.iter().partition(|simulation| simulation.rests_on.iter().any(|layer| differs.contains(layer)));
        for simulation in kept {
            let known: Option<&Arc<Outcome>> = self.measured.outcomes.get(simulation.id);
            known.into_iter().for_each(|outcome| measured.take_outcome(simulation.id, outcome.clone()));
        }
        let new_survey;
        let survey = if differs.is_empty() {
            &*self.survey
        } else {
            new_survey = self.survey.changed(&region, &differs);
            &new_survey
        };
        if !anew.is_empty() {
            let shared = self.shared.changed(&region, survey, &self.assumptions, &differs);
            let setting = Setting { region: &region, survey, assumptions: &self.assumptions, shared: &shared };
            let outcomes = simulate::run(&anew, &setting).into_iter().map(Arc::new);
            anew.iter().zip(outcomes).for_each(|(simulation, outcome)| measured.take_outcome(simulation.id, outcome));
        }
        measured.take(money::values(plan, catalog, survey, &self.assumptions));
        measured.shifts = shifts(&self.measured, &measured, &self.survey);
        measured
    }
}
