//! Films of a flight: the eye goes on by a fixed step of time, a frame is taken once all that is in view is there, and a job puts them
//! together. However fast the machine is, the film is the same.

mod shooting;

use super::capture::{FrameDrawn, TakeFrame};
use super::command::{CommandSystems, Invoke};
use super::interface::Interface;
use super::job::Job;
use super::navigate;
use super::notice::Notices;
use super::open::Opening;
use super::overlay::Overlay;
use super::session::{Activity, Session};
use super::viewpoint::Viewpoint;
use crate::store::files;
use crate::twin::diagnostic::Diagnostic;
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use shooting::{Shooting, Step};
use std::collections::VecDeque;
use std::path::PathBuf;

/// Frames drawn until what has moved is on screen, and until commands have set off what follows from them.
const SETTLED: [u32; 2] = [2, 6];
/// Seconds after which a frame is taken though something is still on its way.
const PATIENCE: f32 = 60.0;

/// A part of a film: what is done first, where the eye flies, and how long it stays there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leg {
    /// What is done before: another scenario, another hour.
    pub commands: Vec<Invoke>,
    /// Where the eye flies; it stays where it is where none is named.
    pub target: Option<Viewpoint>,
    /// How long the flight takes [s]; without one the eye is there at once.
    pub flight: f64,
    /// How long it stays [s].
    pub rest: f64,
}

/// Asks for a film of what is on screen, credit line and all.
#[derive(Message, Clone, Debug, PartialEq)]
pub struct MakeFilm {
    /// The file to write; its ending says whether it is an animated picture or a video.
    pub path: PathBuf,
    /// Frames a second; as the form has them where none are asked for.
    pub rate: Option<f64>,
    /// Pixels across at most; as the form has them where none are asked for.
    pub width: Option<u32>,
    /// Its parts, from the view that is seen when it begins.
    pub legs: Vec<Leg>,
}

/// Tells how a film ended.
#[derive(Message, Clone, Debug, PartialEq)]
pub struct FilmMade {
    /// The file.
    pub path: PathBuf,
    /// Its frames; `film-too-long`, `film-empty`, `film-cancelled`, `film-no-h264`, `film-unwritable`, `file-unwritable` or
    /// `folder-missing` where there is none: an older file is then as it was.
    pub result: Result<u32, Diagnostic>,
}

/// Films that are asked for, shot and put together.
#[derive(Resource, Default)]
pub struct Film {
    wishes: VecDeque<MakeFilm>,
    shooting: Option<Shooting>,
    /// Films whose frames are all there.
    making: Vec<(PathBuf, Job<Result<u32, Diagnostic>>)>,
    /// Films that are not begun at all.
    refused: Vec<(PathBuf, Diagnostic)>,
}

impl Film {
    /// Whether a film is asked for and not on the disk yet.
    pub fn is_under_way(&self) -> bool {
        self.shooting.is_some() || !(self.wishes.is_empty() && self.making.is_empty() && self.refused.is_empty())
    }

    /// The time in the film that is being shot [s]: water moves by it.
    pub fn seconds(&self) -> Option<f32> {
        self.shooting.as_ref().map(|shooting| (shooting.number as f64 / shooting.rate) as f32)
    }

    /// Breaks off the films that are not on the disk yet.
    pub fn cancel(&mut self) {
        self.wishes.clear();
        if let Some(shooting) = &self.shooting {
            shooting.job.watch().cancel();
        }
        self.making.iter().for_each(|(_, job)| job.watch().cancel());
    }
}

/// Whether the eye follows a film.
pub fn is_shooting(film: Res<Film>) -> bool {
    film.shooting.is_some()
}

/// Adds the shooting.
pub fn plugin(app: &mut App) {
    app.init_resource::<Film>()
        .add_message::<MakeFilm>()
        .add_message::<FilmMade>()
        .add_systems(Update, (begin, shoot, end).chain().after(CommandSystems));
}

/// Begins the next film; the panels give way to the picture.
fn begin(
    session: Res<Session>,
    viewpoint: Res<Viewpoint>,
    mut wishes: MessageReader<MakeFilm>,
    mut film: ResMut<Film>,
    mut interface: ResMut<Interface>,
) {
    let film = film.bypass_change_detection();
    film.wishes.extend(wishes.read().cloned());
    if film.shooting.is_some() || session.region().is_none() {
        return;
    }
    let Some(wish) = film.wishes.pop_front() else { return };
    let path = wish.path.clone();
    match Shooting::new(wish, *viewpoint, interface.hidden) {
        Ok(shooting) => {
            interface.hidden = true;
            film.shooting = Some(shooting);
        }
        Err(fault) => film.refused.push((path, fault)),
    }
}

/// What has to be there before a frame is worth taking.
#[derive(SystemParam)]
struct Stage<'w> {
    session: Res<'w, Session>,
    opening: Res<'w, Opening>,
    activity: Res<'w, Activity>,
    overlay: Res<'w, Overlay>,
    time: Res<'w, Time<Real>>,
}

impl Stage<'_> {
    fn is_set(&self) -> bool {
        !self.opening.is_busy() && self.activity.is_settled() && self.overlay.is_ready()
    }
}

/// Takes the film a step on.
fn shoot(
    stage: Stage,
    mut drawn: MessageReader<FrameDrawn>,
    mut film: ResMut<Film>,
    mut viewpoint: ResMut<Viewpoint>,
    mut interface: ResMut<Interface>,
    mut invocations: MessageWriter<Invoke>,
    mut frames: MessageWriter<TakeFrame>,
) {
    let film = film.bypass_change_detection();
    let came = drawn.read().last().cloned();
    let Some(shooting) = &mut film.shooting else { return };
    let mut goes_on = shooting.job.watch().is_wanted();
    match std::mem::replace(&mut shooting.step, Step::Take) {
        _ if !goes_on => {}
        Step::Move => match shooting.go_on() {
            Some((view, commands)) => {
                shooting.step = Step::Settle(SETTLED[usize::from(!commands.is_empty())], stage.time.elapsed_secs());
                invocations.write_batch(commands);
                viewpoint.set_if_neq(stage.session.region().map_or(view, |region| navigate::above(region, &view)));
            }
            None => goes_on = false,
        },
        Step::Settle(0, _) => _ = frames.write(TakeFrame { number: shooting.number }),
        Step::Settle(left, since) => {
            let is_late = stage.time.elapsed_secs() - since > PATIENCE;
            let left = if stage.is_set() || is_late { left - 1 } else { left };
            shooting.step = Step::Settle(left, since);
        }
        Step::Take => match came.filter(|frame| frame.number == shooting.number) {
            Some(frame) => goes_on = shooting.hand(frame.image),
            None => shooting.step = Step::Take,
        },
        Step::Hand(image) => goes_on = shooting.hand(*image),
    }
    if !goes_on && let Some(Shooting { path, job, hidden, .. }) = film.shooting.take() {
        interface.hidden = hidden;
        film.making.push((path, job));
    }
}

/// Tells of films that are written, and of those that are not.
fn end(mut film: ResMut<Film>, mut made: MessageWriter<FilmMade>, mut notices: ResMut<Notices>) {
    let film = film.bypass_change_detection();
    let mut tell = |path: PathBuf, result: Result<u32, Diagnostic>| {
        let about = |frames: u32| Diagnostic::note("film-saved").with("file", files::shown(&path)).with("count", u64::from(frames));
        notices.say(result.clone().map_or_else(|fault| fault, about));
        made.write(FilmMade { path, result });
    };
    film.refused.drain(..).for_each(|(path, fault)| tell(path, Err(fault)));
    film.making.retain(|(path, job)| {
        let Some(result) = job.written(path) else { return true };
        tell(path.clone(), result);
        false
    });
}
