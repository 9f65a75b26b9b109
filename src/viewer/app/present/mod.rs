//! Presenter mode: a tour that is being shown, stop by stop, and what the presenter has on top of it.

mod before;
pub mod keys;
mod rehearse;
mod stop;
pub mod talk;

use super::command::Invoke;
use super::comparison::Comparing;
use super::film::Leg;
use super::navigate::Flight;
use super::proposals::Proposals;
use super::session::Session;
use super::tours::Tours;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::tour::{Stop, Tour};
use before::Before;
use bevy::prelude::*;
pub use rehearse::{Problem, Rehearsal, begin as begin_rehearsal};
use std::sync::Arc;
use std::time::Instant;
pub use stop::{Motion, Seen};
use talk::Talk;

/// The talk that is under way, if any, and how the last rehearsal went.
#[derive(Resource, Default)]
pub struct Presenting {
    talk: Option<Box<Running>>,
    rehearsal: Option<Rehearsal>,
    /// Scenarios of the tours that were shown or rehearsed: their figures are kept up to date, so that none is missing in a talk.
    needed: Vec<String>,
    /// The tour that is shown as soon as a scene is open.
    wanted: Option<String>,
}

/// A talk under way.
struct Running {
    talk: Talk,
    /// What was seen before, and is seen again afterwards.
    before: Before,
    /// The tours as they were when this one was taken over.
    generation: u64,
}

impl Presenting {
    /// Nothing yet, but a tour as soon as a scene is open.
    pub fn with(tour: &str) -> Self {
        Self { wanted: Some(tour.to_owned()), ..Self::default() }
    }

    /// The talk that is under way.
    pub fn talk(&self) -> Option<&Talk> {
        self.talk.as_ref().map(|running| &running.talk)
    }

    /// The same, to be changed.
    pub fn talk_mut(&mut self) -> Option<&mut Talk> {
        self.talk.as_mut().map(|running| &mut running.talk)
    }

    /// Whether a tour is shown.
    pub fn is_on(&self) -> bool {
        self.talk.is_some()
    }

    /// How the last rehearsal went, or goes.
    pub fn rehearsal(&self) -> Option<&Rehearsal> {
        self.rehearsal.as_ref()
    }

    /// Whether a rehearsal is under way.
    pub fn is_rehearsing(&self) -> bool {
        self.rehearsal.as_ref().is_some_and(Rehearsal::is_under_way)
    }

    /// Scenarios whose figures must be there, by id, empty for the region as it is; none where nobody presents. Of a scenario that is
    /// gone there can be none.
    pub fn needed(&self, proposals: &Proposals) -> impl Iterator<Item = &String> {
        self.needed.iter().filter(move |id| id.is_empty() || proposals.find(id).is_some())
    }

    fn need(&mut self, tour: &Tour) {
        let seen = tour.scenarios().into_iter().map(str::to_owned);
        let told = tour.stops.iter().flat_map(|stop| stop.needs()).map(|(scenario, _)| scenario);
        let mut needed: Vec<String> = std::iter::once(String::new()).chain(seen).chain(told).collect();
        needed.sort();
        needed.dedup();
        self.needed = needed;
    }
}

/// When stops are brought up to date.
#[derive(SystemSet, Clone, Debug, PartialEq, Eq, Hash)]
pub struct PresentSystems;

/// Adds presenter mode.
pub fn plugin(app: &mut App) {
    let systems = (leave_with_scene, follow_tour, go_on_by_itself, rehearse::go_on).chain();
    app.init_resource::<Presenting>().add_systems(Update, systems.in_set(PresentSystems).after(super::command::CommandSystems));
}

/// Begins a talk: at its first stop, or at the one of an id.
///
/// # Errors
/// `tour-unknown`, `tour-stop-unknown`.
pub fn begin(world: &mut World, id: &str, first: Option<&str>) -> Result<(), Diagnostic> {
    let tour = find(world, id)?;
    let place = match first {
        Some(stop) => tour.place(stop)?,
        None => 0,
    };
    let generation = world.resource::<Tours>().generation();
    if !world.resource::<Presenting>().is_on() {
        let before = Before::of(world);
        Before::make_room(world);
        let running = Running { talk: Talk::new(tour.clone()), before, generation };
        world.resource_mut::<Presenting>().talk = Some(Box::new(running));
    } else if let Some(running) = &mut world.resource_mut::<Presenting>().talk {
        (running.talk, running.generation) = (Talk::new(tour.clone()), generation);
    }
    world.resource_mut::<Presenting>().need(&tour);
    go(world, place, Motion::Glide);
    Ok(())
}

/// A tour by its id; without one the first that there is.
///
/// # Errors
/// `tour-none`, `tour-unknown`.
pub fn find(world: &World, id: &str) -> Result<Arc<Tour>, Diagnostic> {
    let tours = world.resource::<Tours>();
    let known: Vec<&str> = tours.names().map(|(id, _)| id).collect();
    let id = if id.is_empty() { known.first().copied().unwrap_or_default() } else { id };
    let tour = tours.get(id).map(|stored| Arc::new(stored.tour.clone())).filter(|tour| !tour.stops.is_empty());
    tour.ok_or_else(|| {
        if known.is_empty() {
            return Diagnostic::warning("tour-none");
        }
        crate::twin::tour::unknown(id, &known)
    })
}

/// Ends the talk: everything is again as it was before.
pub fn end(world: &mut World) {
    let Some(running) = world.resource_mut::<Presenting>().talk.take() else { return };
    running.before.restore(world);
}

/// Goes to a stop by its place.
pub fn go(world: &mut World, place: usize, motion: Motion) {
    let Some(tour) = world.resource::<Presenting>().talk().map(|talk| talk.tour().clone()) else { return };
    let place = place.min(tour.stops.len() - 1);
    let seen = stop::show(world, &tour, place, motion);
    if let Some(talk) = world.resource_mut::<Presenting>().talk_mut() {
        talk.arrive(place, seen);
    }
}

/// Seconds that a stop is seen in a film, where the presenter decides in a talk.
const LINGER: f64 = 3.0;

/// The talk as the parts of a film: each stop set up, then flown to, then seen for a while.
///
/// # Errors
/// `tour-not-shown`.
pub fn legs(world: &World) -> Result<Vec<Leg>, Diagnostic> {
    let talk = world.resource::<Presenting>().talk().ok_or_else(|| Diagnostic::warning("tour-not-shown"))?;
    let leg = |(place, stop): (usize, &Stop)| Leg {
        commands: vec![Invoke::with("stop-set-up", stop.id.as_str())],
        target: stop::camera(world, talk.tour(), place, &mut Vec::new()),
        flight: if place == 0 { 0.0 } else { stop.flight },
        rest: stop.seconds.unwrap_or(LINGER),
    };
    Ok(talk.tour().stops.iter().enumerate().map(leg).collect())
}

/// Another scene ends the talk; the first may begin the one that was asked for.
fn leave_with_scene(
    session: Res<Session>,
    mut presenting: ResMut<Presenting>,
    mut invocations: MessageWriter<Invoke>,
    mut opened: Local<Option<String>>,
) {
    let scene = session.scene().map(|scene| scene.id.clone());
    if *opened == scene {
        return;
    }
    *opened = scene;
    match presenting.wanted.take().filter(|_| opened.is_some()) {
        Some(tour) => _ = invocations.write(Invoke::with("present", tour)),
        None => presenting.forget(),
    }
}

impl Presenting {
    /// Forgets the talk, its rehearsal and what it needed.
    fn forget(&mut self) {
        if self.talk.is_some() || self.rehearsal.is_some() || !self.needed.is_empty() {
            *self = Self::default();
        }
    }
}

/// A tour that is written while it is shown is shown as it is written.
fn follow_tour(world: &mut World) {
    let generation = world.resource::<Tours>().generation();
    let presenting = world.resource::<Presenting>();
    let Some(running) = presenting.talk.as_ref().filter(|running| running.generation != generation) else { return };
    let (tour, place) = (running.talk.tour().clone(), running.talk.number());
    let now = find(world, tour.id.as_str()).ok().filter(|now| *now != tour);
    if let Some(running) = &mut world.resource_mut::<Presenting>().talk {
        running.generation = generation;
    }
    let Some(now) = now else { return };
    world.resource_mut::<Presenting>().need(&now);
    let stop = tour.stops.get(place).map(|stop| stop.id.value.clone()).unwrap_or_default();
    let place = now.place(&stop).unwrap_or(place);
    if let Some(talk) = world.resource_mut::<Presenting>().talk_mut() {
        talk.rewrite(now);
    }
    go(world, place, Motion::Cut);
}

/// Stops that last for some seconds give way to the next.
fn go_on_by_itself(world: &mut World) {
    let flying = world.resource::<Flight>().is_flying();
    let Some(talk) = world.resource_mut::<Presenting>().into_inner().talk_mut() else { return };
    if talk.is_over(flying, Instant::now()) {
        let next = talk.number() + 1;
        go(world, next, Motion::Glide);
    }
}

/// Whether all figures of the talk are there that there can be.
pub fn is_ready(presenting: &Presenting, comparing: &Comparing, proposals: &Proposals) -> bool {
    presenting.needed(proposals).all(|id| comparing.measured(id).is_some() && !comparing.is_out_of_date(id))
}
