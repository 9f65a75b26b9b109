//! The roadmap of a scene: projects with their indicators, deadlines, owners and money. What people write in `roadmap.ron`.

pub mod change;
pub mod check;
pub mod table;

use crate::twin::catalog::resource::Unit;
use crate::twin::catalog::template::{Basis, Direction, Sphere};
use crate::twin::model::local_text::LocalText;
use crate::twin::scenario::month::Month;
use crate::twin::text::Spot;
use crate::twin::text::upgrade::{Upgrade, Versioned};
use crate::{choice, readable_choices, record};

choice! {
    /// The level at which a project is run.
    pub enum Level in "level" {
        /// It changes how things are done.
        Strategic = "strategic",
        /// It makes what there is run better.
        Operational = "operational",
    }
}

choice! {
    /// Who pays.
    pub enum Payer in "payer" {
        /// The state's budgets.
        Budget = "budget",
        /// Public–private partnership.
        Partnership = "partnership",
        /// Private money alone.
        Private = "private",
    }
}

readable_choices!(Level, Payer);

record! {
    /// The roadmap of a scene.
    pub struct Roadmap in "roadmap" {
        /// Version of the file's form.
        version: Spot<u32>,
        /// What the budget can give, year by year.
        budget: Vec<Outlay> = Vec::new(),
        /// Where the figures of the budget come from.
        budget_basis: Option<Basis>,
        /// The projects, in the order in which they are shown.
        projects: Vec<Project> = Vec::new(),
    }
}

impl Versioned for Roadmap {
    const UPGRADES: &'static [Upgrade] = &[];
}

record! {
    /// A sum of a year.
    pub struct Outlay in "outlay" {
        /// The year.
        year: Spot<u32>,
        /// How much [tenge].
        sum: f64,
    }
}

record! {
    /// A project.
    pub struct Project in "project" {
        /// Short name within the roadmap.
        id: Spot<String>,
        /// What people call it.
        name: LocalText,
        /// The scenario that models it; none where nothing of it stands on the map.
        scenario: Option<Spot<String>>,
        /// Keys of the scenario's solutions that belong to it; all where none is named.
        solutions: Vec<Spot<u32>> = Vec::new(),
        /// Direction of the strategy; none for a purely physical project.
        direction: Option<Direction>,
        /// Sphere of the smart-city standard.
        sphere: Sphere,
        /// Indicators.
        kpis: Vec<Kpi> = Vec::new(),
        /// The month by whose end it is to be done.
        deadline: Spot<Month>,
        /// Who answers for it.
        owner: LocalText,
        /// The level at which it is run.
        level: Level,
        /// Whether it is one of those that lead the way.
        flagship: bool = false,
        /// Who pays which part; the budget pays all where nothing is said.
        funding: Vec<Funding> = Vec::new(),
        /// What it costs year by year; what its solutions cost where nothing is said.
        costs: Vec<Outlay> = Vec::new(),
        /// Where deadline and costs come from.
        basis: Option<Basis>,
    }
}

record! {
    /// An indicator of a project.
    pub struct Kpi in "kpi" {
        /// The metric that models it, by its id.
        metric: Option<Spot<String>>,
        /// What people call it, where it is no metric.
        name: Option<LocalText>,
        /// What it is counted in, where it is no metric.
        unit: Option<Unit>,
        /// Its value before; what is measured of the region as it is where none is named.
        baseline: Option<f64>,
        /// The year of the baseline.
        since: Option<u32>,
        /// Its value at the end.
        target: f64,
        /// The year by whose end the target is to be reached.
        year: u32,
        /// Where baseline and target come from.
        basis: Option<Basis>,
    }
}

record! {
    /// A part of the money.
    pub struct Funding in "funding" {
        /// Who pays it.
        payer: Payer,
        /// How much of the whole [percent].
        share: Spot<f64>,
    }
}

impl Project {
    /// The part that the budget pays, 0 to 1.
    pub fn budget_share(&self) -> f64 {
        if self.funding.is_empty() {
            return 1.0;
        }
        let budget = self.funding.iter().filter(|part| part.payer == Payer::Budget);
        budget.map(|part| part.share.value / 100.0).sum::<f64>().clamp(0.0, 1.0)
    }
}
