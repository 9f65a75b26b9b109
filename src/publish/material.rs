//! What a handout is made from: a scene, a tour through it, what was measured and drawn, and whose words it is told in.

use super::imprint;
use crate::i18n::Words;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::survey::Survey;
use crate::twin::metrics::compare::Comparison;
use crate::twin::model::local_text::LocalText;
use crate::twin::model::region::Region;
use crate::twin::scenario::resolve::{Ground, Plan};
use crate::twin::scenario::{Scenario, family};
use crate::twin::scene::{Scene, View};
use crate::twin::simulate::assumption::Assumptions;
use crate::twin::tour::figure::mentioned;
use crate::twin::tour::{Stop, Tour};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Everything that a handout is made from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// The reader's language.
    pub words: &'a Words,
    /// The day that stands on every page.
    pub today: Date,
    /// What the scene's file says.
    pub scene: &'a Scene,
    /// The region as it is.
    pub region: &'a Region,
    /// What is known of its places.
    pub survey: &'a Survey,
    /// The library.
    pub catalog: &'a Catalog,
    /// Every scenario of the scene: some follow others.
    pub scenarios: &'a [Scenario],
    /// The tour.
    pub tour: &'a Tour,
    /// What is assumed for the figures.
    pub assumptions: &'a Assumptions,
    /// The region as it is, then the tour's scenarios in the order of [`scenarios_of`], measured.
    pub comparison: &'a Comparison,
    /// PNG of each stop that was drawn, by its id.
    pub pictures: &'a BTreeMap<String, Vec<u8>>,
}

impl<'a> Material<'a> {
    /// The scenario of an id.
    pub fn scenario(&self, id: &str) -> Option<&'a Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == id)
    }

    /// The scenarios that were measured, in the order of the table.
    pub fn measured(&self) -> impl Iterator<Item = &'a Scenario> + use<'a> {
        let scenarios = self.scenarios;
        self.comparison.columns.iter().filter_map(move |column| scenarios.iter().find(|scenario| scenario.id == column.id))
    }

    /// What a scenario builds.
    pub fn plan(&self, scenario: &Scenario) -> Plan {
        let ground = Ground { region: self.region, survey: self.survey, catalog: self.catalog };
        Plan::new(family::standing(scenario, self.scenarios), ground, &Plan::default())
    }

    /// A value that was measured; the empty id stands for the region as it is.
    pub fn value(&self, scenario: &str, metric: &str) -> Option<f64> {
        self.comparison.columns.iter().find(|column| column.id == scenario)?.measured.values.get(metric).copied()
    }

    /// What the region is called.
    pub fn region_name(&self) -> String {
        imprint::region_name(self.words, self.scene, self.region)
    }

    /// That the region is a sketch, where it is one.
    pub fn sketch(&self) -> Option<String> {
        imprint::sketch(self.words, self.region)
    }

    /// The credit lines of the data, in one line.
    pub fn credit(&self) -> String {
        self.region.credits().join(" · ")
    }

    /// Where each stop is looked at from: its own camera, else that of the stop before.
    pub fn views(&self) -> Vec<View> {
        let mut last = self.scene.view.unwrap_or_else(|| self.whole_region());
        let view = |stop: &Stop| {
            last = stop.view(self.scene).unwrap_or(last);
            last
        };
        self.tour.stops.iter().map(view).collect()
    }

    fn whole_region(&self) -> View {
        let extent = self.region.extent;
        if extent.is_empty() {
            return View { look_at: self.region.frame.origin(), distance: 1_000.0, heading: 0.0, tilt: 90.0 };
        }
        let [width, height] = extent.size();
        View { look_at: self.region.frame.geo_from_metres(extent.centre()), distance: width.max(height), heading: 0.0, tilt: 90.0 }
    }
}

/// The scenarios that a tour shows, holds against others or speaks of, each once, in the order in which they come.
pub fn scenarios_of(tour: &Tour) -> Vec<&str> {
    let mut known: Vec<&str> = Vec::new();
    for stop in &tour.stops {
        let figures = [&stop.text.kk, &stop.text.ru, &stop.text.en].into_iter().flat_map(|text| mentioned(text, ""));
        for id in stop.scenarios().chain(figures.map(|(scenario, _)| scenario)) {
            if !id.is_empty() && !known.contains(&id) {
                known.push(id);
            }
        }
    }
    known
}

/// A text in the language of some words; where a designer left that empty, in the first of the three that says something.
pub fn said<'a>(words: &Words, text: &'a LocalText) -> &'a str {
    [words.local(text), text.kk.as_str(), text.ru.as_str(), text.en.as_str()].into_iter().find(|said| !said.trim().is_empty()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::read_file;

    #[test]
    fn a_tour_uses_what_it_shows_and_what_it_speaks_of() {
        let text = r#"(
            version: 1,
            id: "t",
            name: (kk: "а", ru: "б", en: "c"),
            stops: [
                (id: "one", title: (kk: "а", ru: "б", en: "c")),
                (id: "two", title: (kk: "а", ru: "б", en: "c"), scenario: Some("b"), against: ["", "a"]),
                (id: "three", title: (kk: "а", ru: "б", en: "c"),
                 text: (kk: "{c.trips}", ru: "{base.trips} {trips}", en: "{v1.2.trips} {a.trips} {change.trips} {"), scenario: Some("b")),
            ],
        )"#;
        let (tour, faults) = read_file::<Tour>(text);
        assert_eq!(faults, []);
        assert_eq!(scenarios_of(&tour.expect("a tour")), ["b", "a", "c", "v1.2"]);
    }
}
