//! Metrics of the scenario that is shown, year by year: measured by a job while the timeline shows one of them, and anew where something
//! changed.

use super::comparison::{Comparing, Ground, MeasureSystems};
use super::job::{Job, Poll, aside};
use super::library::Solutions;
use super::notice::Notices;
use super::proposals::Proposals;
use super::session::Session;
use super::timeline::Timeline;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::survey::Survey;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::Progress;
use crate::twin::metrics::baseline::Baseline;
use crate::twin::metrics::metric::Metric;
use crate::twin::metrics::years::{MetricYears, by_year};
use crate::twin::model::region::Region;
use crate::twin::scenario::family;
use crate::twin::scenario::placed::Placed;
use crate::twin::scenario::resolve::{self, Plan};
use bevy::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What figures are of.
#[derive(Clone, Debug, PartialEq)]
struct Of {
    ground: Ground,
    scenario: String,
    /// The year that the scenario is for.
    year: u32,
    standing: BTreeMap<u32, Placed>,
}

/// A job: what its figures will be of, and what comes of it; nothing where it was told to stop.
struct Working {
    of: Of,
    job: Job<Option<MetricYears>>,
}

/// Metrics by year of the scenario that is shown.
#[derive(Resource, Default)]
pub struct Yearly {
    metric: Option<&'static Metric>,
    /// By the scenario's id, perhaps of what stood in it before its last change.
    known: BTreeMap<String, (Of, Arc<MetricYears>)>,
    /// What figures are wanted of; none while nobody looks.
    wanted: Option<Of>,
    /// Ground and revision of the scenarios for which that was found.
    found_for: Option<(Ground, u64)>,
    working: Option<Working>,
    /// What could not be measured: not tried again until something changes.
    lost: Option<Of>,
    /// Whether figures are still to come.
    is_working: bool,
}

impl Yearly {
    /// The metric that is shown by year.
    pub fn metric(&self) -> Option<&'static Metric> {
        self.metric
    }

    /// Shows a metric; without one nothing is worked out.
    pub fn choose(&mut self, metric: Option<&'static Metric>) {
        self.metric = metric;
    }

    /// Whether somebody looks at figures by year.
    pub fn is_wanted(&self, timeline: &Timeline, proposals: &Proposals) -> bool {
        self.metric.is_some() && timeline.open && proposals.current().is_some()
    }

    /// What was measured of the scenario that is shown, perhaps before its last change.
    pub fn figures(&self) -> Option<&Arc<MetricYears>> {
        self.known_of_wanted().map(|(_, figures)| figures)
    }

    /// Whether these figures are of what was there before a change.
    pub fn is_out_of_date(&self) -> bool {
        self.known_of_wanted().is_some_and(|(of, _)| Some(of) != self.wanted.as_ref())
    }

    /// Whether figures are still to come.
    pub fn is_working(&self) -> bool {
        self.is_working
    }

    /// Whether they could not be worked out.
    pub fn has_failed(&self) -> bool {
        self.wanted.is_some() && self.lost == self.wanted
    }

    /// How far the work on them has come, 0 to 1.
    pub fn progress(&self) -> f32 {
        let working = self.working.as_ref().filter(|working| Some(&working.of) == self.wanted.as_ref());
        working.map_or(0.0, |working| working.job.watch().phase().1)
    }

    fn known_of_wanted(&self) -> Option<&(Of, Arc<MetricYears>)> {
        self.known.get(&self.wanted.as_ref()?.scenario)
    }

    fn is_known(&self) -> bool {
        self.known_of_wanted().is_some() && !self.is_out_of_date()
    }
}

/// Adds the measuring.
pub fn plugin(app: &mut App) {
    app.init_resource::<Yearly>().add_systems(Update, keep_up.after(MeasureSystems));
}

/// Lets one job after another measure what is looked at. One that nobody waits for any more is told to stop.
fn keep_up(
    session: Res<Session>,
    solutions: Res<Solutions>,
    proposals: Res<Proposals>,
    timeline: Res<Timeline>,
    comparing: Res<Comparing>,
    mut notices: ResMut<Notices>,
    mut yearly: ResMut<Yearly>,
) {
    let yearly = yearly.bypass_change_detection();
    if let Some(fault) = yearly.take_answer() {
        notices.say(fault);
    }
    yearly.find(comparing.ground(), &timeline, &proposals);
    if let Some(working) = yearly.working.as_ref().filter(|working| Some(&working.of) != yearly.wanted.as_ref()) {
        working.job.watch().cancel();
    }
    // Scenarios side by side come first: both at once would take twice the memory.
    let base = comparing.base().filter(|_| comparing.missing() == 0);
    if let (Some(region), Some(survey), Some(base)) = (session.region(), solutions.survey(&session), base) {
        yearly.begin(region, survey, &solutions.catalog, base);
    }
    let can_be_known = !comparing.has_failed() && !yearly.has_failed();
    yearly.is_working = yearly.wanted.is_some() && !yearly.is_known() && can_be_known;
}

impl Yearly {
    /// Takes what the job brings; says where it broke off.
    fn take_answer(&mut self) -> Option<Diagnostic> {
        let Working { of, job } = self.working.take()?;
        match job.poll() {
            Poll::Running => self.working = Some(Working { of, job }),
            Poll::Done(Some(figures)) => _ = self.known.insert(of.scenario.clone(), (of, Arc::new(figures))),
            // It was told to stop.
            Poll::Done(None) => {}
            Poll::Lost => return Some(Diagnostic::error("work-lost").with("target", self.lost.insert(of).scenario.as_str())),
        }
        None
    }

    /// Finds what figures are wanted of, where that may have changed.
    fn find(&mut self, ground: Ground, timeline: &Timeline, proposals: &Proposals) {
        let found_for = self.is_wanted(timeline, proposals).then(|| (ground, proposals.revision()));
        if self.found_for == found_for {
            return;
        }
        self.found_for = found_for;
        self.wanted = found_for.and(proposals.current()).map(|scenario| Of {
            ground,
            scenario: scenario.id.clone(),
            year: scenario.heading.year,
            standing: family::standing(scenario, proposals.all()),
        });
        // Nothing is held against figures of another region. Those of other assumptions are out of date, and say so.
        self.known.retain(|_, (of, _)| of.ground.0 == ground.0);
    }

    /// Starts on what is wanted, once the job before has ended.
    fn begin(&mut self, region: &Arc<Region>, survey: &Arc<Survey>, catalog: &Arc<Catalog>, base: &Arc<Baseline>) {
        if self.working.is_some() || self.is_known() || self.has_failed() {
            return;
        }
        let Some(of) = self.wanted.clone() else { return };
        let (region, survey, catalog, base) = (region.clone(), survey.clone(), catalog.clone(), base.clone());
        let (standing, year) = (of.standing.clone(), of.year);
        let job = Job::start(move |watch| {
            let measure = || {
                let ground = resolve::Ground { region: &region, survey: &survey, catalog: &catalog };
                let plan = Plan::new(standing, ground, &Plan::default());
                by_year(&base, &plan, &catalog, year, &mut |done: usize, all: usize| watch.report("years", done as f32 / all.max(1) as f32))
            };
            aside(measure)
        });
        self.working = Some(Working { of, job });
    }
}
