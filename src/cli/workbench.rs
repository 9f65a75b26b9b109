//! A scene with its library and its scenarios, for commands that look into scenarios: and what each builds.

use super::printer;
use super::progress::Watch;
use crate::i18n::Words;
use crate::store::scene::{self, Opened};
use crate::store::{library, scenarios};
use crate::twin::catalog::Catalog;
use crate::twin::catalog::survey::Survey;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::metrics::baseline::Baseline;
use crate::twin::metrics::compare::{Column, Comparison};
use crate::twin::model::region::Region;
use crate::twin::scenario::resolve::{Ground, Plan};
use crate::twin::scenario::{Scenario, family};
use crate::twin::scene::Scene;
use crate::twin::simulate::assumption::Assumptions;
use crate::twin::text::readable::unknown_name;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An opened scene with all that can be planned in it.
pub struct Workbench {
    /// Id of the scene.
    pub scene: String,
    /// What the scene's file says.
    pub file: Scene,
    /// Its folder; none where it comes with the program.
    pub folder: Option<PathBuf>,
    /// What is there.
    pub region: Arc<Region>,
    /// The library.
    pub catalog: Catalog,
    /// The scenarios, in the order of their ids.
    pub scenarios: Vec<Scenario>,
    /// What is known of its places.
    pub survey: Arc<Survey>,
}

impl Workbench {
    /// Opens a scene with its library and its scenarios.
    ///
    /// # Errors
    /// What is wrong with the scene.
    pub fn open(target: &str, watch: &Watch) -> Result<Self, Diagnostic> {
        let Opened { scene, region, path } = scene::open(target, watch)?;
        let folder = path.as_deref().and_then(Path::parent);
        let catalog = library::of_scene(folder);
        let templates: Vec<&str> = catalog.templates.iter().map(|template| template.id.as_str()).collect();
        let loaded = scenarios::load(&scene.id, folder, &templates);
        let scenarios = loaded.scenarios.into_values().map(|stored| stored.scenario).collect();
        let (survey, folder) = (Arc::new(Survey::new(&region)), folder.map(Path::to_path_buf));
        Ok(Self { scene: scene.id.clone(), file: scene, folder, survey, region: Arc::new(region), catalog, scenarios })
    }

    /// The scenario of an id.
    ///
    /// # Errors
    /// `scenario-unknown`, with the one that may be meant.
    pub fn scenario(&self, id: &str) -> Result<&Scenario, Diagnostic> {
        self.scenarios.iter().find(|scenario| scenario.id == id).ok_or_else(|| {
            let known: Vec<&str> = self.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
            unknown_name(Diagnostic::error("scenario-unknown"), id, &known)
        })
    }

    /// What a scenario builds; without one nothing.
    pub fn plan(&self, scenario: Option<&Scenario>) -> Plan {
        let standing = scenario.map(|scenario| family::standing(scenario, &self.scenarios)).unwrap_or_default();
        let ground = Ground { region: &self.region, survey: &self.survey, catalog: &self.catalog };
        Plan::new(standing, ground, &Plan::default())
    }

    /// The region as it is and scenarios, measured and laid side by side. Says what of them has no place.
    pub fn compare(&self, wanted: &[&Scenario], assumptions: &Assumptions, words: &Words) -> Comparison {
        let baseline = Baseline::new(self.region.clone(), self.survey.clone(), assumptions.clone());
        let column = |scenario: Option<&Scenario>| {
            let built = self.plan(scenario);
            built.faults.values().for_each(|fault| printer::say(&words.complaint(fault)));
            Column {
                id: scenario.map(|scenario| scenario.id.clone()).unwrap_or_default(),
                name: scenario
                    .map_or_else(|| words.get("scenario-base").into_owned(), |scenario| words.local(&scenario.heading.name).to_owned()),
                measured: Arc::new(baseline.with(&built, &self.catalog)),
            }
        };
        Comparison { columns: std::iter::once(None).chain(wanted.iter().copied().map(Some)).map(column).collect() }
    }
}
