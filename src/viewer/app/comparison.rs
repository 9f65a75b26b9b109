//! What is measured of scenarios: of all while they lie side by side, of those in view while an outcome is on the map; by one job after
//! another, anew where something changed.

use super::advice::Advice;
use super::interface::{Interface, Sheet};
use super::job::{Job, Poll, aside};
use super::library::Solutions;
use super::notice::Notices;
use super::overlay::Overlay;
use super::present::Presenting;
use super::proposals::Proposals;
use super::reach::Reach;
use super::roadmap::Roadmaps;
use super::session::Session;
use super::settings::Wording;
use super::timeline::Timeline;
use super::views::Views;
use super::yearly::Yearly;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::survey::Survey;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::metrics::Measured;
use crate::twin::metrics::baseline::{Baseline, Built};
use crate::twin::metrics::compare::{Column, Comparison};
use crate::twin::model::names::Language;
use crate::twin::model::region::Region;
use crate::twin::scenario::family;
use crate::twin::scenario::placed::Placed;
use crate::twin::scenario::resolve::{self, Plan};
use crate::twin::simulate::assumption::Assumptions;
use crate::twin::simulate::flood::known::Inundation;
use crate::twin::simulate::radio::station::Network;
use crate::twin::simulate::wanted::Wanted;
use bevy::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

/// What stands in a scenario.
type Standing = BTreeMap<u32, Placed>;

/// What was measured of a scenario, what stood in it, the water that was run for it, and the mobile network on its masts.
#[derive(Default)]
struct Known {
    standing: Standing,
    measured: Arc<Measured>,
    flood: Option<Arc<Inundation>>,
    network: Option<Arc<Report<Network>>>,
}

/// A job: the scenario, what stands in it, and what comes of it.
struct Working {
    id: String,
    standing: Standing,
    job: Job<Answer>,
    since: Instant,
}

/// What a job brings.
enum Answer {
    /// The region as it is.
    Base(Box<Baseline>),
    /// A scenario.
    Scenario(Box<Measured>, Arc<Built>),
}

/// What figures are of: region, library, how often assumptions were changed.
pub(super) type Ground = (u64, u64, u64);

/// Scenarios measured.
#[derive(Resource, Default)]
pub struct Comparing {
    base: Option<Arc<Baseline>>,
    /// The scenario that is shown, built, where somebody asks about places in it; nothing where that failed.
    built: Option<(String, Standing, Option<Arc<Built>>)>,
    /// The scenario in which somebody asks about places.
    asked: Option<String>,
    /// By the scenario's id; empty for the region as it is.
    known: BTreeMap<String, Known>,
    working: Option<Working>,
    /// Whether the region as it is could not be measured: then nothing can.
    has_failed: bool,
    of: Ground,
    assumptions: Assumptions,
    assumed: u64,
    /// Scenarios that have yet to be measured, or measured anew.
    missing: Vec<(String, Standing)>,
    table: Comparison,
    /// What missing scenarios and table were found for.
    found_for: Option<Found>,
    /// How long the last scenario took, from the start of its job to its figures [ms].
    took: Option<f64>,
}

/// What missing scenarios and table depend on.
#[derive(Clone, PartialEq)]
struct Found {
    of: Ground,
    revision: u64,
    language: Language,
    wanted: Vec<String>,
    asked: Option<String>,
    /// Answers so far.
    known: usize,
}

impl Comparing {
    /// The scenarios as far as they are measured, the region as it is first.
    pub fn table(&self) -> &Comparison {
        &self.table
    }

    /// How many scenarios have yet to be measured, or measured anew.
    pub fn missing(&self) -> usize {
        self.missing.len()
    }

    /// What was measured of a scenario, perhaps before its last change; empty for the region as it is.
    pub fn measured(&self, id: &str) -> Option<&Arc<Measured>> {
        self.known.get(id).map(|known| &known.measured)
    }

    /// The flood in a scenario, perhaps before its last change; empty for the region as it is. None where none could be run.
    pub fn flood(&self, id: &str) -> Option<&Arc<Inundation>> {
        self.known.get(id)?.flood.as_ref()
    }

    /// The mobile network in a scenario, perhaps before its last change; empty for the region as it is.
    pub fn network(&self, id: &str) -> Option<&Arc<Report<Network>>> {
        self.known.get(id)?.network.as_ref()
    }

    /// Whether the figures of a scenario are of what stood in it before its last change.
    pub fn is_out_of_date(&self, id: &str) -> bool {
        self.missing.iter().any(|(missing, _)| missing == id)
    }

    /// The region as it is, once it is measured.
    pub fn base(&self) -> Option<&Arc<Baseline>> {
        self.base.as_ref()
    }

    /// A scenario as it stands, built, where somebody asked about places in it; empty for the region as it is.
    pub fn built(&self, id: &str) -> Option<&Arc<Built>> {
        match id {
            "" => self.base.as_ref().map(|base| base.built()),
            id => self.built.as_ref().filter(|(known, ..)| known == id && !self.is_out_of_date(id)).and_then(|(.., built)| built.as_ref()),
        }
    }

    /// What all that is known is of.
    pub(super) fn ground(&self) -> Ground {
        self.of
    }

    /// Whether all that is known is of the region that is open.
    pub fn is_of(&self, session: &Session) -> bool {
        self.of.0 == session.generation()
    }

    /// Whether the region as it is could not be measured, and so nothing can.
    pub fn has_failed(&self) -> bool {
        self.has_failed
    }

    /// What is assumed.
    pub fn assumptions(&self) -> &Assumptions {
        &self.assumptions
    }

    /// Sets what is assumed: everything is measured anew.
    pub fn assume(&mut self, assumptions: Assumptions) {
        if assumptions != self.assumptions {
            self.assumptions = assumptions;
            self.assumed += 1;
        }
    }

    /// How long the last scenario took, from the start of its job to its figures [ms].
    pub fn took(&self) -> Option<f64> {
        self.took
    }
}

/// When figures are brought up to date.
#[derive(SystemSet, Clone, Debug, PartialEq, Eq, Hash)]
pub struct MeasureSystems;

/// Adds the measuring.
pub fn plugin(app: &mut App) {
    app.init_resource::<Comparing>().add_systems(Update, measure.in_set(MeasureSystems).after(super::proposals::ProposalSystems));
}

#[allow(clippy::too_many_arguments)]
fn measure(
    session: Res<Session>,
    solutions: Res<Solutions>,
    proposals: Res<Proposals>,
    interface: Res<Interface>,
    overlay: Res<Overlay>,
    views: Res<Views>,
    (advice, reach, presenting, roadmaps): (Res<Advice>, Res<Reach>, Res<Presenting>, Res<Roadmaps>),
    (timeline, yearly): (Res<Timeline>, Res<Yearly>),
    wording: Res<Wording>,
    mut notices: ResMut<Notices>,
    mut comparing: ResMut<Comparing>,
) {
    let comparing = comparing.bypass_change_detection();
    comparing.start_over((session.generation(), solutions.generation(), comparing.assumed));
    let (Some(region), Some(survey)) = (session.region(), solutions.survey(&session)) else { return };
    let current = || proposals.current().map(|scenario| scenario.id.clone()).unwrap_or_default();
    comparing.asked = reach.asked().is_some().then(current);
    if comparing.asked.is_none() {
        comparing.built = None;
    }
    let mut wanted = wanted(&interface, &overlay, &views, advice.is_wanted(&interface), comparing.asked.as_deref(), &proposals);
    // What a talk shows is computed before it is shown, and what stands nowhere any more is not.
    wanted.extend(presenting.needed(&proposals).cloned());
    if interface.sheet == Some(Sheet::Roadmap) && roadmaps.roadmap().is_some() {
        wanted.extend(std::iter::once(String::new()).chain(roadmaps.scenarios()));
    }
    // Metrics by year are measured from the region as it is.
    wanted.extend(yearly.is_wanted(&timeline, &proposals).then(String::new));
    wanted.sort();
    wanted.dedup();
    if wanted.is_empty() && comparing.working.is_none() {
        return;
    }
    comparing.take_answer(&mut notices);
    let known = comparing.known.len() + usize::from(comparing.base.is_some());
    let found = Found {
        of: comparing.of,
        revision: proposals.revision(),
        language: wording.language(),
        wanted,
        asked: comparing.asked.clone(),
        known,
    };
    if comparing.found_for.as_ref() != Some(&found) {
        comparing.find(&proposals, &wording, &found);
        comparing.found_for = Some(found);
    }
    if comparing.working.is_none() {
        comparing.begin(region, survey, &solutions.catalog);
    }
}

/// Scenarios whose figures somebody looks at; empty for the region as it is.
fn wanted(
    interface: &Interface,
    overlay: &Overlay,
    views: &Views,
    base_is_asked_for: bool,
    asked: Option<&str>,
    proposals: &Proposals,
) -> Vec<String> {
    let all = || proposals.all().iter().map(|scenario| scenario.id.clone());
    if interface.sheet == Some(Sheet::Compare) {
        return std::iter::once(String::new()).chain(all()).collect();
    }
    let base = (base_is_asked_for || asked.is_some() || overlay.shown().is_some()).then(String::new);
    let seen = || proposals.current().map(|scenario| scenario.id.clone()).into_iter().chain(views.others.iter().cloned());
    let seen = overlay.shown().map(|_| seen()).into_iter().flatten();
    let mut ids: Vec<String> = base.into_iter().chain(asked.map(str::to_owned)).chain(seen).collect();
    ids.sort();
    ids.dedup();
    ids
}

impl Comparing {
    fn start_over(&mut self, of: Ground) {
        if self.of != of {
            let (assumptions, assumed) = (std::mem::take(&mut self.assumptions), self.assumed);
            *self = Self { of, assumptions, assumed, ..Self::default() };
        }
    }

    fn take_answer(&mut self, notices: &mut Notices) {
        let Some(working) = self.working.take() else { return };
        match working.job.poll() {
            Poll::Running => self.working = Some(working),
            Poll::Done(answer) => {
                let (measured, built) = match answer {
                    Answer::Base(base) => {
                        let base = self.base.insert(Arc::new(*base));
                        (base.measured().clone(), base.built().clone())
                    }
                    Answer::Scenario(measured, built) => {
                        self.keep_built(&working.id, &working.standing, Some(built.clone()));
                        (Arc::new(*measured), built)
                    }
                };
                // Of what was built these are small enough to be kept.
                let shared = built.setting().shared;
                let (flood, network) = (shared.known_flood(), shared.known_network());
                self.took = Some(working.since.elapsed().as_secs_f64() * 1_000.0);
                self.known.insert(working.id, Known { standing: working.standing, measured, flood, network });
                self.found_for = None;
            }
            Poll::Lost => {
                self.has_failed |= working.id.is_empty();
                notices.say(Diagnostic::error("work-lost").with("target", working.id.as_str()));
                // Not tried again until something changes.
                self.keep_built(&working.id, &working.standing, None);
                self.known.insert(working.id, Known { standing: working.standing, ..Known::default() });
                self.found_for = None;
            }
        }
    }

    /// Keeps a scenario that was built: one beside the region as it is, and only while it is asked for. They are large.
    fn keep_built(&mut self, id: &str, standing: &Standing, built: Option<Arc<Built>>) {
        if self.asked.as_deref() == Some(id) {
            self.built = Some((id.to_owned(), standing.clone(), built));
        }
    }

    /// Finds the scenarios that are not measured as they stand, and lays the table.
    fn find(&mut self, proposals: &Proposals, wording: &Wording, found: &Found) {
        let stands = |id: &str| proposals.find(id).map(|scenario| family::standing(scenario, proposals.all())).unwrap_or_default();
        let missing = |id: &String| {
            let standing = stands(id);
            let is_measured = self.known.get(id).is_some_and(|known| known.standing == standing);
            let is_built = self.built.as_ref().is_some_and(|(known, of, _)| known == id && *of == standing);
            let is_enough = is_measured && (is_built || id.is_empty() || self.asked.as_ref() != Some(id));
            (!is_enough).then(|| (id.clone(), standing))
        };
        self.missing = found.wanted.iter().filter_map(missing).collect();
        let name = |id: &str| match proposals.find(id) {
            Some(scenario) => wording.local(&scenario.heading.name).to_owned(),
            None => wording.get("scenario-base").into_owned(),
        };
        let ids = std::iter::once(String::new()).chain(proposals.all().iter().map(|scenario| scenario.id.clone()));
        let column = |id: String| Some(Column { name: name(&id), measured: self.known.get(&id)?.measured.clone(), id });
        self.table = Comparison { columns: ids.filter_map(column).collect() };
    }

    /// Starts on the next scenario: the region as it is before all others.
    fn begin(&mut self, region: &Arc<Region>, survey: &Arc<Survey>, catalog: &Arc<Catalog>) {
        if self.missing.is_empty() || self.has_failed {
            return;
        }
        let (region, survey, catalog) = (region.clone(), survey.clone(), catalog.clone());
        let since = Instant::now();
        let Some(base) = self.base.clone() else {
            let assumptions = self.assumptions.clone();
            let job = Job::start(move |watch| {
                aside(|| Answer::Base(Box::new(Baseline::while_wanted(region, survey, assumptions, watch.wanted()))))
            });
            self.working = Some(Working { id: String::new(), standing: Standing::new(), job, since });
            return;
        };
        let Some((id, standing)) = self.missing.first().cloned() else { return };
        let planned = standing.clone();
        let measure = move |wanted: &Wanted| {
            let plan = Plan::new(planned, resolve::Ground { region: &region, survey: &survey, catalog: &catalog }, &Plan::default());
            let (measured, built) = base.build_while_wanted(&plan, &catalog, wanted);
            Answer::Scenario(Box::new(measured), built)
        };
        let job = Job::start(move |watch| aside(|| measure(watch.wanted())));
        self.working = Some(Working { id, standing, job, since });
    }
}
