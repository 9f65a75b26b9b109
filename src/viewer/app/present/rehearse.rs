//! Rehearsal: every stop is shown once, its figures are computed and kept, and what is wrong is listed, so that nothing is left to the talk.

use super::{Motion, Presenting, find, go};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::metrics::metric;
use crate::twin::text::readable::suggest;
use crate::twin::tour::{Stop, Tour};
use crate::viewer::app::comparison::Comparing;
use crate::viewer::app::notice::Notices;
use crate::viewer::app::overlay::Overlay;
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::session::{Activity, Session};
use crate::viewer::app::settings::Wording;
use crate::viewer::app::water::shown_until;
use bevy::prelude::*;
use std::sync::Arc;
use std::time::Instant;

/// Frames for which all must be there before the next stop.
const SETTLED: u32 = 3;

/// Something that is wrong with a stop.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The stop, counted from 0.
    pub stop: usize,
    /// What is wrong.
    pub diagnostic: Diagnostic,
}

/// A rehearsal, under way or done.
#[derive(Clone, Debug)]
pub struct Rehearsal {
    tour: Arc<Tour>,
    /// The stop that is rehearsed; past the last one where all are.
    at: usize,
    settled: u32,
    began: Instant,
    /// What is wrong, in the order of the stops.
    pub problems: Vec<Problem>,
    /// How long it took [s], once it is done.
    pub took: Option<f64>,
}

impl Rehearsal {
    /// Whether it is still under way.
    pub fn is_under_way(&self) -> bool {
        self.took.is_none()
    }

    /// Whether it is of a tour, by its id.
    pub fn is_of(&self, tour: &str) -> bool {
        self.tour.id.as_str() == tour
    }

    /// What is wrong with a stop of a tour.
    pub fn of(&self, tour: &str, stop: usize) -> impl Iterator<Item = &Diagnostic> {
        let is_of = self.is_of(tour);
        self.problems.iter().filter(move |problem| is_of && problem.stop == stop).map(|problem| &problem.diagnostic)
    }
}

/// Begins a rehearsal.
///
/// # Errors
/// Those of [`super::begin`].
pub fn begin(world: &mut World, id: &str) -> Result<(), Diagnostic> {
    let tour = find(world, id)?;
    super::begin(world, tour.id.as_str(), None)?;
    let rehearsal = Rehearsal { tour: tour.clone(), at: 0, settled: 0, began: Instant::now(), problems: Vec::new(), took: None };
    world.resource_mut::<Presenting>().rehearsal = Some(rehearsal);
    go(world, 0, Motion::Cut);
    Ok(())
}

/// Goes on to the next stop when all of this one is there.
pub(super) fn go_on(world: &mut World) {
    let Some(rehearsal) = world.resource::<Presenting>().rehearsal.clone().filter(Rehearsal::is_under_way) else { return };
    if !world.resource::<Presenting>().is_on() {
        world.resource_mut::<Presenting>().rehearsal = None;
        return;
    }
    let is_there = world.resource::<Activity>().is_settled()
        && world.resource::<Overlay>().is_ready()
        && super::is_ready(world.resource::<Presenting>(), world.resource::<Comparing>(), world.resource::<Proposals>());
    let settled = if is_there { rehearsal.settled + 1 } else { 0 };
    if settled < SETTLED {
        set(world, |rehearsal| rehearsal.settled = settled);
        return;
    }
    let problems = problems(world, &rehearsal.tour, rehearsal.at);
    let next = rehearsal.at + 1;
    set(world, |rehearsal| {
        rehearsal.problems.extend(problems);
        (rehearsal.at, rehearsal.settled) = (next, 0);
    });
    if next < rehearsal.tour.stops.len() {
        return go(world, next, Motion::Cut);
    }
    finish(world, &rehearsal);
}

fn set(world: &mut World, change: impl FnOnce(&mut Rehearsal)) {
    world.resource_mut::<Presenting>().rehearsal.as_mut().map(change);
}

/// What of a stop is not as it says.
fn problems(world: &World, tour: &Tour, at: usize) -> Vec<Problem> {
    let shown = world.resource::<Presenting>().talk().map(|talk| talk.notices().to_vec()).unwrap_or_default();
    let Some(stop) = tour.stops.get(at) else { return Vec::new() };
    let unknown = stop.metrics.iter().filter(|id| metric::find(id.as_str()).is_none()).map(|id| {
        let known: Vec<&str> = metric::METRICS.iter().map(|metric| metric.id).collect();
        suggest(Diagnostic::warning("metric-unknown").with("name", id.as_str()), id.as_str(), &known)
    });
    let scenario = stop.scenario_id();
    let failed = world.resource::<Comparing>().measured(scenario).is_some_and(|measured| measured.outcomes.is_empty());
    let failed = failed.then(|| Diagnostic::error("tour-figures-failed").with("name", scenario));
    let unmade = stop.overlay.is_some() && world.resource::<Overlay>().dress(0).is_none();
    let unmade = unmade.then(|| Diagnostic::warning("tour-outcome-empty"));
    let all = shown.into_iter().chain(unknown).chain(failed).chain(unmade).chain(late(world, stop));
    all.map(|diagnostic| Problem { stop: at, diagnostic }).collect()
}

/// An hour of the flood after the last of which the water is known.
fn late(world: &World, stop: &Stop) -> Option<Diagnostic> {
    let last = shown_until(world.resource::<Overlay>(), world.resource::<Comparing>(), world.resource::<Proposals>())?;
    let hour = stop.flood_hour.filter(|hour| *hour as f32 > last)?;
    Some(Diagnostic::warning("tour-flood-hour-late").with("hours", hour).with("last", f64::from(last)))
}

fn finish(world: &mut World, rehearsal: &Rehearsal) {
    let took = rehearsal.began.elapsed().as_secs_f64();
    set(world, |rehearsal| rehearsal.took = Some(took));
    let count = world.resource::<Presenting>().rehearsal().map_or(0, |rehearsal| rehearsal.problems.len());
    let name = world.resource::<Wording>().local(&rehearsal.tour.name).to_owned();
    let scene = world.resource::<Session>().scene().map(|scene| scene.id.clone()).unwrap_or_default();
    let told = if count == 0 { Diagnostic::note("tour-rehearsed") } else { Diagnostic::warning("tour-rehearsed-problems") };
    let told = told.with("tour", name).with("scene", scene).with("stops", rehearsal.tour.stops.len()).with("problems", count);
    world.resource_mut::<Notices>().say(told);
    go(world, 0, Motion::Cut);
    if let Some(talk) = world.resource_mut::<Presenting>().talk_mut() {
        talk.overview = true;
    }
}
