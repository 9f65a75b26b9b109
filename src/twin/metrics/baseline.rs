//! A region as it is, measured: what every scenario is held against, and where all that a scenario leaves alone is taken from.

use super::shift::shifts;
use super::{Measured, money, per_covered};
use crate::twin::catalog::Catalog;
use crate::twin::catalog::survey::Survey;
use crate::twin::model::change::Change;
use crate::twin::model::region::Region;
use crate::twin::scenario::apply::apply;
use crate::twin::scenario::resolve::Plan;
use crate::twin::simulate::assumption::Assumptions;
use crate::twin::simulate::outcome::Outcome;
use crate::twin::simulate::shared::Shared;
use crate::twin::simulate::wanted::Wanted;
use crate::twin::simulate::{self, SIMULATIONS, Setting, Simulation};
use std::sync::Arc;

/// A region with all that is built in it, ready for models and for whoever asks what is reached from where.
#[derive(Clone, Debug)]
pub struct Built {
    region: Arc<Region>,
    survey: Arc<Survey>,
    assumptions: Arc<Assumptions>,
    shared: Shared,
}

impl Built {
    /// What models look at.
    pub fn setting(&self) -> Setting<'_> {
        Setting { region: &self.region, survey: &self.survey, assumptions: &self.assumptions, shared: &self.shared }
    }

    /// Runs models on it, and takes their outcomes into what is measured.
    fn measure(&self, models: &[&'static Simulation], measured: &mut Measured) {
        let outcomes = simulate::run(models, &self.setting()).into_iter().map(Arc::new);
        models.iter().zip(outcomes).for_each(|(simulation, outcome)| measured.take_outcome(simulation.id, outcome));
    }
}

/// A region as it is, measured.
#[derive(Clone, Debug)]
pub struct Baseline {
    built: Arc<Built>,
    measured: Arc<Measured>,
}

impl Baseline {
    /// Runs every model on a region.
    pub fn new(region: Arc<Region>, survey: Arc<Survey>, assumptions: Assumptions) -> Self {
        Self::while_wanted(region, survey, assumptions, &Wanted::default())
    }

    /// The same. Once nobody waits any more, long runs are broken off, and what is measured is worth nothing.
    pub fn while_wanted(region: Arc<Region>, survey: Arc<Survey>, assumptions: Assumptions, wanted: &Wanted) -> Self {
        let mut shared = Shared::new(&region, &survey, &assumptions);
        shared.wanted = wanted.clone();
        let mut built = Built { region, survey, assumptions: Arc::new(assumptions), shared };
        let mut measured = Measured::default();
        built.measure(SIMULATIONS, &mut measured);
        // Others ask it, too.
        built.shared.wanted = Wanted::default();
        measured.take(money::values(&Plan::default(), &Catalog::default(), &built.survey, &built.assumptions));
        Self { built: Arc::new(built), measured: Arc::new(measured) }
    }

    /// What is measured of the region as it is.
    pub fn measured(&self) -> &Arc<Measured> {
        &self.measured
    }

    /// The region as it is.
    pub fn built(&self) -> &Arc<Built> {
        &self.built
    }

    /// What models look at, for others that look at the same.
    pub fn setting(&self) -> Setting<'_> {
        self.built.setting()
    }

    /// What is measured when a plan is built.
    pub fn with(&self, plan: &Plan, catalog: &Catalog) -> Measured {
        self.build(plan, catalog).0
    }

    /// The same, and the region with the plan built. Models that rest on nothing that the plan changes are not run again; a region in
    /// which no model sees a difference is the one as it is.
    pub fn build(&self, plan: &Plan, catalog: &Catalog) -> (Measured, Arc<Built>) {
        self.build_while_wanted(plan, catalog, &Wanted::default())
    }

    /// The same. Once nobody waits any more, long runs are broken off, and what is measured is worth nothing.
    pub fn build_while_wanted(&self, plan: &Plan, catalog: &Catalog, wanted: &Wanted) -> (Measured, Arc<Built>) {
        if plan.solutions.is_empty() {
            return ((*self.measured).clone(), self.built.clone());
        }
        let Built { region: base, survey, assumptions, shared } = &*self.built;
        let region = apply(base, plan, catalog);
        let change = Change::between(base, &region);
        let mut measured = Measured::default();
        let (anew, kept): (Vec<&'static Simulation>, Vec<&'static Simulation>) =
            SIMULATIONS.iter().partition(|simulation| change.touches(simulation.rests_on));
        for simulation in kept {
            let known: Option<&Arc<Outcome>> = self.measured.outcomes.get(simulation.id);
            known.into_iter().for_each(|outcome| measured.take_outcome(simulation.id, outcome.clone()));
        }
        let new_survey = if change.is_none() { survey.clone() } else { Arc::new(survey.changed(&region, &change)) };
        let built = if anew.is_empty() {
            self.built.clone()
        } else {
            let mut shared = shared.changed(&region, &new_survey, assumptions, &change);
            shared.wanted = wanted.clone();
            let (region, survey, assumptions) = (Arc::new(region), new_survey.clone(), assumptions.clone());
            let mut built = Built { region, survey, assumptions, shared };
            built.measure(&anew, &mut measured);
            built.shared.wanted = Wanted::default();
            Arc::new(built)
        };
        measured.take(money::values(plan, catalog, &new_survey, assumptions));
        let per_covered = per_covered::value(plan, catalog, assumptions, &self.measured, &measured);
        measured.take([per_covered]);
        measured.shifts = shifts(&self.measured, &measured, survey);
        (measured, built)
    }
}
