//! Advice before it is asked: what is short in the region, found once it is open and seen, and a scenario that mends it for whoever wants
//! one.

use super::autosave::Saving;
use super::comparison::Comparing;
use super::frames::FrameMeasurement;
use super::interface::{Interface, Side};
use super::job::{Job, Poll, aside};
use super::library::Solutions;
use super::navigate::Flight;
use super::notice::Notices;
use super::proposals::Proposals;
use super::script::Script;
use super::session::{Activity, Session};
use super::viewpoint::Viewpoint;
use crate::i18n::advice::mend_name;
use crate::twin::advise::shortfall::ranked;
use crate::twin::advise::{Answer, Shortfall, mend};
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::metrics::baseline::Baseline;
use crate::twin::scenario::{Heading, advised};
use bevy::math::DVec2;
use bevy::prelude::*;
use std::sync::Arc;

/// Seconds that a scene is seen before anybody works out what is short in it.
const AFTER: f32 = 4.0;
/// From how far what is advised is looked at [m].
const NEAR: f64 = 2_600.0;

/// What is short, and what would mend it.
#[derive(Resource, Default)]
pub struct Advice {
    /// The figures that it was found in, and what is short, the heaviest first.
    found: Option<(Arc<Baseline>, Arc<Vec<Shortfall>>)>,
    finding: Option<(Arc<Baseline>, Job<Vec<Shortfall>>)>,
    mending: Option<(Shortfall, Job<Report<Answer>>)>,
    /// The shortfall that somebody wants mended.
    wanted: Option<usize>,
    /// How long the scene has been seen [s].
    seen: f32,
    /// The scene that it was seen for, and whether its advice was offered.
    offered: Option<u64>,
}

impl Advice {
    /// What is short; none while it is worked out.
    pub fn short(&self) -> Option<&[Shortfall]> {
        self.found.as_ref().map(|(_, short)| &short[..])
    }

    /// Whether somebody is about to be told.
    pub fn is_wanted(&self, interface: &Interface) -> bool {
        interface.side == Some(Side::Advice) || self.seen >= AFTER && self.found.is_none() || self.wanted.is_some()
    }

    /// Whether a scenario is being made.
    pub fn is_mending(&self) -> bool {
        self.mending.is_some()
    }

    /// Wants a shortfall mended, by its place in the list.
    pub fn want(&mut self, place: usize) {
        self.wanted = Some(place);
    }
}

/// Adds the advice.
pub fn plugin(app: &mut App) {
    let systems = (wait, find, make).chain().after(super::comparison::MeasureSystems);
    app.init_resource::<Advice>().add_systems(Update, systems);
}

/// Waits until a scene is open and seen for a while. Whoever measures or plays a script is not disturbed.
fn wait(
    time: Res<Time<Real>>,
    session: Res<Session>,
    activity: Res<Activity>,
    interface: Res<Interface>,
    script: Option<Res<Script>>,
    frames: Option<Res<FrameMeasurement>>,
    mut advice: ResMut<Advice>,
) {
    let advice = advice.bypass_change_detection();
    if advice.offered != Some(session.opened()) {
        *advice = Advice { offered: Some(session.opened()), ..Advice::default() };
    }
    let is_quiet = activity.is_complete() && !interface.hidden && script.is_none() && frames.is_none();
    if is_quiet && advice.seen < AFTER {
        advice.seen += time.delta_secs();
    }
}

/// Ranks what is short, once the region is measured.
fn find(
    comparing: Res<Comparing>,
    solutions: Res<Solutions>,
    interface: Res<Interface>,
    mut notices: ResMut<Notices>,
    mut advice: ResMut<Advice>,
) {
    let Some(base) = comparing.base().filter(|_| advice.is_wanted(&interface)) else { return };
    let advice = advice.bypass_change_detection();
    if let Some((of, job)) = advice.finding.take() {
        match job.poll() {
            Poll::Running => advice.finding = Some((of, job)),
            Poll::Done(short) => {
                if !short.is_empty() && interface.side != Some(Side::Advice) {
                    notices.say(Diagnostic::note("advice-ready").with("count", short.len()));
                }
                advice.found = Some((of, Arc::new(short)));
            }
            Poll::Lost => advice.found = Some((of, Arc::default())),
        }
    }
    let is_known = advice.found.as_ref().is_some_and(|(of, _)| Arc::ptr_eq(of, base));
    if !is_known && advice.finding.is_none() {
        let (of, catalog) = (base.clone(), solutions.catalog.clone());
        let rank = move || ranked(&of.setting(), &catalog, &|id| of.measured().field(id));
        advice.finding = Some((base.clone(), Job::start(move |_| aside(rank))));
    }
}

/// Makes the scenario that mends a shortfall, and shows it.
#[allow(clippy::too_many_arguments)]
fn make(
    session: Res<Session>,
    solutions: Res<Solutions>,
    viewpoint: Res<Viewpoint>,
    mut advice: ResMut<Advice>,
    mut proposals: ResMut<Proposals>,
    mut saving: ResMut<Saving>,
    mut notices: ResMut<Notices>,
    mut flight: ResMut<Flight>,
) {
    let advice = advice.bypass_change_detection();
    if let (Some(place), Some((base, short))) = (advice.wanted, &advice.found) {
        advice.wanted = None;
        if let Some(shortfall) = short.get(place).cloned() {
            let (base, catalog, wanted) = (base.clone(), solutions.catalog.clone(), shortfall.clone());
            advice.mending = Some((shortfall, Job::start(move |_| aside(|| mend(&base.setting(), &catalog, &wanted)))));
        }
    }
    let Some((shortfall, job)) = advice.mending.take() else { return };
    let answer = match job.poll() {
        Poll::Running => return advice.mending = Some((shortfall, job)),
        Poll::Done(answer) => answer,
        Poll::Lost => return notices.say(Diagnostic::error("work-lost").with("target", shortfall.id)),
    };
    answer.notes.iter().for_each(|note| notices.say(note.clone()));
    let (Some(region), Some(survey)) = (session.region(), solutions.survey(&session)) else { return };
    let (Some(first), Some(settlement)) = (answer.value.advised.first(), survey.settlements().get(shortfall.settlement)) else { return };
    if let Err(refusal) = saving.begin(&mut notices) {
        return notices.say(refusal);
    }
    let name = mend_name(&shortfall, &settlement.name, &region.strings);
    let year = jiff::Zoned::now().year().try_into().unwrap_or(2026) + 1;
    let heading = Heading { name, colour: proposals.new_colour(), year };
    let sites: Vec<_> = answer.value.advised.iter().map(|advised| (advised.template.clone(), advised.site.clone())).collect();
    let id = format!("advice-{}", shortfall.id);
    let scenario = advised::scenario(&id, heading, None, proposals.all(), &sites, region);
    proposals.add(scenario);
    if let Some(at) = first.site.points.first() {
        let focus = DVec2::from_array(at.metres());
        flight.to(Viewpoint { focus, distance: NEAR, ..*viewpoint }.clamped());
    }
}
