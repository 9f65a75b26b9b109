//! The handout: everything that a reader sees, worded in one language. Documents and pages only lay it out.

pub mod change;
pub mod ground;
pub mod norm;
pub mod stop;
pub mod table;

use super::labels::labels;
use super::material::{Material, said};
use crate::twin::metrics::money::PRICE_YEAR;
use crate::twin::model::origin::Origin;
use crate::twin::scenario::Scenario;
use change::{Change, changes};
use ground::{Assumed, Made, SourceLine, assumed, made, sources};
use norm::{HeldAgainst, norms};
use serde::Serialize;
use std::collections::BTreeMap;
use stop::{StopPage, stops};
use table::{Table, table};

/// Everything that a reader sees.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Handout {
    /// Short name of the scene.
    pub scene: String,
    /// Short name of the tour.
    pub tour: String,
    /// The language, ISO 639-1.
    pub language: &'static str,
    /// Headings by their names.
    pub words: BTreeMap<&'static str, String>,
    /// The day, in words.
    pub date: String,
    /// That the region is a sketch, where it is one: stands on every page.
    pub sketch: Option<String>,
    /// The credit lines of the data, which stand on every page.
    pub credit: String,
    /// In whose prices costs are told.
    pub prices: String,
    /// What stands in front.
    pub cover: Cover,
    /// The stops, in their order.
    pub stops: Vec<StopPage>,
    /// Scenarios side by side.
    pub table: Table,
    /// What each scenario changes.
    pub changes: Vec<Change>,
    /// What the figures take for granted.
    pub assumptions: Vec<Assumed>,
    /// How the figures are made.
    pub made: Vec<Made>,
    /// Norms that proposals were held against.
    pub norms: Vec<HeldAgainst>,
    /// Where the data come from.
    pub sources: Vec<SourceLine>,
}

/// What stands in front.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cover {
    /// What the region is called.
    pub region: String,
    /// What the tour is called.
    pub tour: String,
    /// What it shows.
    pub summary: String,
    /// The scenarios of the tour.
    pub scenarios: Vec<ScenarioName>,
}

/// A scenario by its name and colour.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScenarioName {
    /// What it is called.
    pub name: String,
    /// Its colour, `#rrggbb`; none for the region as it is.
    pub colour: Option<String>,
    /// The year that it is for, where one is known.
    pub year: Option<String>,
}

impl Handout {
    /// Words all that there is.
    pub fn new(material: &Material) -> Self {
        let Material { words, tour, .. } = *material;
        let price_year = format!("{:.0}", material.assumptions.get(&PRICE_YEAR));
        Self {
            scene: material.scene.id.clone(),
            tour: tour.id.value.clone(),
            language: words.language().code(),
            words: labels(words),
            date: words.date(material.today),
            sketch: material.sketch(),
            credit: material.credit(),
            prices: words.format("handout-prices", &[("year", price_year.into())]),
            cover: cover(material),
            stops: stops(material),
            table: table(material),
            changes: changes(material),
            assumptions: assumed(material),
            made: made(material),
            norms: norms(material),
            sources: sources(material),
        }
    }
}

fn cover(material: &Material) -> Cover {
    let words = material.words;
    Cover {
        region: material.region_name(),
        tour: said(words, &material.tour.name).to_owned(),
        summary: said(words, &material.tour.summary).to_owned(),
        scenarios: material.measured().map(|scenario| ScenarioName::new(material, scenario)).collect(),
    }
}

impl ScenarioName {
    fn new(material: &Material, scenario: &Scenario) -> Self {
        Self {
            name: said(material.words, &scenario.heading.name).to_owned(),
            colour: Some(colour(scenario)),
            year: (scenario.heading.year > 0).then(|| scenario.heading.year.to_string()),
        }
    }
}

/// A scenario's colour as `#rrggbb`.
fn colour(scenario: &Scenario) -> String {
    let [red, green, blue] = scenario.rgb();
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// How far figures can be trusted, where that is the same for all of them: it is said once, else beside each.
fn common_standing(origins: &[Origin]) -> Option<Origin> {
    let first = origins.first()?;
    origins.iter().all(|origin| origin == first).then_some(*first)
}

/// Whether something is better or worse, as templates know it.
fn judgement(is_better: Option<bool>) -> Option<&'static str> {
    is_better.map(|better| if better { "better" } else { "worse" })
}
