//! `scenarios/<id>.ron`: a scenario as designers write it.

use super::placed::Placed;
use super::{COLOURS, Entry, Heading, Scenario};
use crate::record;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::local_text::LocalText;
use crate::twin::text::readable::unknown_name;
use crate::twin::text::upgrade::{Upgrade, Versioned};
use crate::twin::text::{Fault, Spot};
use std::collections::{BTreeMap, BTreeSet};

/// Code of what is said where a template is gone.
pub const SOLUTION_UNKNOWN: &str = "solution-unknown";

record! {
    /// A scenario.
    pub struct ScenarioFile in "scenario" {
        /// Version of the file's form.
        version: Spot<u32>,
        /// Short name; the file is called by it.
        id: Spot<String>,
        /// What people call it.
        name: LocalText,
        /// Which of seven colours, from 1.
        colour: Spot<u32> = Spot::new(1),
        /// The year that it is for.
        year: u32,
        /// The scenario that it follows.
        parent: Option<String>,
        /// Keys of the parent's solutions that it does without.
        without: Vec<u32> = Vec::new(),
        /// The solutions that stand in it, beside those of the parent or in their place.
        solutions: Vec<Placed> = Vec::new(),
    }
}

impl Versioned for ScenarioFile {
    const UPGRADES: &'static [Upgrade] = &[];
}

impl ScenarioFile {
    /// What the file holds of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let (mut without, mut solutions) = (Vec::new(), Vec::new());
        for (key, entry) in &scenario.own {
            match entry {
                Entry::Stands(placed) => solutions.push(placed.clone()),
                Entry::Gone => without.push(*key),
            }
        }
        Self {
            version: Spot::new(Self::VERSION),
            id: Spot::new(scenario.id.clone()),
            name: scenario.heading.name.clone(),
            colour: Spot::new(scenario.heading.colour as u32 + 1),
            year: scenario.heading.year,
            parent: scenario.parent.clone(),
            without,
            solutions,
        }
    }

    /// The scenario of a file without faults.
    pub fn scenario(self) -> Scenario {
        let gone = self.without.into_iter().map(|key| (key, Entry::Gone));
        let own: BTreeMap<u32, Entry> = gone.chain(self.solutions.into_iter().map(|placed| (placed.key, Entry::Stands(placed)))).collect();
        let heading = Heading { name: self.name, colour: (self.colour.value as usize - 1) % COLOURS.len(), year: self.year };
        Scenario { id: self.id.value, heading, parent: self.parent, own }
    }
}

/// Every fault of a scenario whose form is right. `stem` is its file's name without the extension; `templates` are known ids.
pub fn check_scenario(file: &ScenarioFile, stem: &str, templates: &[&str]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault = |span: &crate::twin::text::Span, diagnostic| faults.push(Fault { span: span.clone(), diagnostic });
    if *file.id != stem {
        fault(&file.id.span, Diagnostic::error("template-id-differs").with("id", file.id.as_str()).with("stem", stem));
    }
    if !(1..=COLOURS.len()).contains(&(file.colour.value as usize)) {
        fault(&file.colour.span, Diagnostic::error("colour-unknown").with("most", COLOURS.len()));
    }
    let mut known = BTreeSet::new();
    for placed in &file.solutions {
        if !known.insert(placed.key) {
            fault(&placed.template.span, Diagnostic::error("key-repeated").with("key", placed.key as usize));
        }
        if !templates.contains(&placed.template.as_str()) {
            let name = placed.template.as_str();
            fault(&placed.template.span, unknown_name(Diagnostic::error(SOLUTION_UNKNOWN), name, templates));
        }
    }
    faults
}
