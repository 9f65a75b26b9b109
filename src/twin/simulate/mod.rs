//! What happens in a region: models of the literature, checked against published answers. They know regions, not scenarios.

pub mod access;
pub mod assumption;
pub mod capacity;
pub mod care;
pub mod cells;
pub mod digital;
pub mod fibre;
pub mod flood;
pub mod homes;
pub mod outcome;
pub mod population;
pub mod radio;
pub mod remembered;
pub mod rescue;
pub mod routing;
pub mod schooling;
pub mod services;
pub mod shared;
pub mod sheet;
pub mod sun;
pub mod table;
pub mod traffic;
pub mod transit;
pub mod trips;
pub mod wanted;
pub mod zones;

use crate::twin::catalog::survey::Survey;
use crate::twin::model::region::Region;
use assumption::{AssumptionSpec, Assumptions};
use outcome::Outcome;
use rayon::prelude::*;
use shared::Shared;

/// What a simulation looks at.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The region, with all that is built in it.
    pub region: &'a Region,
    /// What is known of its places.
    pub survey: &'a Survey,
    /// What is assumed.
    pub assumptions: &'a Assumptions,
    /// What several models need.
    pub shared: &'a Shared,
}

/// A model: what it assumes, and how it is run.
pub struct Simulation {
    /// Short name in files and arguments; `simulation-<id>` in the locales.
    pub id: &'static str,
    /// Everything that it takes for granted, group by group.
    pub assumptions: &'static [&'static [&'static AssumptionSpec]],
    /// Layers that its outcome depends on: where none of them is different, neither is the outcome.
    pub rests_on: &'static [&'static str],
    /// Runs it.
    pub run: fn(&Setting) -> Outcome,
}

impl Simulation {
    /// Everything that it takes for granted.
    pub fn assumptions(&self) -> impl Iterator<Item = &'static AssumptionSpec> + use<> {
        self.assumptions.iter().flat_map(|group| group.iter().copied())
    }
}

/// Every model, in the order of reports.
pub static SIMULATIONS: &[&Simulation] = &[
    &population::SIMULATION,
    &services::SIMULATION,
    &schooling::SIMULATION,
    &care::SIMULATION,
    &traffic::peak::SIMULATION,
    &transit::model::SIMULATION,
    &rescue::SIMULATION,
    &digital::SIMULATION,
    &radio::model::SIMULATION,
    &fibre::model::SIMULATION,
    &flood::model::SIMULATION,
    &sun::model::SIMULATION,
];

/// The model of an id.
pub fn simulation(id: &str) -> Option<&'static Simulation> {
    SIMULATIONS.iter().copied().find(|simulation| simulation.id == id)
}

/// Runs some models beside one another; the outcomes stand in the order of the models.
pub fn run(simulations: &[&'static Simulation], setting: &Setting) -> Vec<Outcome> {
    simulations.par_iter().map(|simulation| (simulation.run)(setting)).collect()
}
