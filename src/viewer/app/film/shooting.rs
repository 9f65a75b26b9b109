//! A film whose frames are being taken: the course of the eye, frame by frame, and the job that puts the frames together.

use super::{Leg, MakeFilm};
use crate::publish::animation::RATES;
use crate::publish::film::{Film, Form};
use crate::store::files;
use crate::twin::diagnostic::Diagnostic;
use crate::viewer::app::command::Invoke;
use crate::viewer::app::job::{Job, Watch};
use crate::viewer::app::navigate;
use crate::viewer::app::viewpoint::Viewpoint;
use bevy::prelude::*;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

/// Frames of a leg at most: more than any film can have.
const MOST: usize = 100_000;
/// Frames that wait to be put in at most: each takes megabytes.
const WAITING: usize = 3;

impl Leg {
    /// How far the flight is at each frame, 0 to 1.
    fn moments(&self, rate: f64) -> VecDeque<f64> {
        let flying = frames(self.flight, rate);
        let flight = (1..=flying).map(|frame| frame as f64 / flying as f64);
        flight.chain(std::iter::repeat_n(1.0, frames(self.rest, rate))).collect()
    }
}

/// Frames of so many seconds.
fn frames(seconds: f64, rate: f64) -> usize {
    // What is no number is no time at all.
    ((seconds.max(0.0) * rate).round() as usize).min(MOST)
}

/// A film whose frames are being taken.
pub(super) struct Shooting {
    pub(super) path: PathBuf,
    pub(super) rate: f64,
    legs: VecDeque<Leg>,
    /// The flight of this leg, and what is left of it.
    from: Viewpoint,
    to: Viewpoint,
    moments: VecDeque<f64>,
    pub(super) step: Step,
    /// The frame that is being taken, from zero.
    pub(super) number: u64,
    frames: SyncSender<Image>,
    pub(super) job: Job<Result<u32, Diagnostic>>,
    /// Whether the panels were hidden before.
    pub(super) hidden: bool,
}

/// What is done for a frame, in this order.
pub(super) enum Step {
    /// The eye moves on.
    Move,
    /// So many frames more all has to be there; since when it is waited for [s].
    Settle(u32, f32),
    /// The picture is asked for.
    Take,
    /// The picture is there, but those who put the film together are not.
    Hand(Box<Image>),
}

impl Shooting {
    /// Begins a film at a viewpoint.
    pub(super) fn new(wish: MakeFilm, from: Viewpoint, hidden: bool) -> Result<Self, Diagnostic> {
        let form = Form::of(&wish.path)?;
        let rate = wish.rate.filter(|rate| !rate.is_nan()).unwrap_or(form.rate()).clamp(RATES[0], RATES[1]);
        let length: usize = wish.legs.iter().map(|leg| frames(leg.flight, rate) + frames(leg.rest, rate)).sum();
        if length > form.longest() {
            return Err(Diagnostic::error("film-too-long").with("count", length).with("most", form.longest()));
        }
        let (send, receive) = sync_channel(WAITING);
        let (path, width) = (wish.path.clone(), wish.width.unwrap_or(form.width()));
        let begin = move |size: (u32, u32)| Film::new(form, fitting(size, width), rate);
        let job = Job::start(move |watch| put_together(&receive, &begin, &path, watch));
        let (legs, moments) = (wish.legs.into(), VecDeque::new());
        let step = Step::Move;
        Ok(Self { path: wish.path, rate, legs, from, to: from, moments, step, number: 0, frames: send, job, hidden })
    }

    /// The next view and what is done before; none where the film is over.
    pub(super) fn go_on(&mut self) -> Option<(Viewpoint, Vec<Invoke>)> {
        let mut commands = Vec::new();
        while self.moments.is_empty() {
            let leg = self.legs.pop_front()?;
            self.from = self.to;
            self.to = leg.target.unwrap_or(self.from);
            self.moments = leg.moments(self.rate);
            commands.extend(leg.commands);
        }
        let passed = self.moments.pop_front()?;
        Some((navigate::between(&self.from, &self.to, passed), commands))
    }

    /// Hands a frame on; false where nobody takes it any more.
    pub(super) fn hand(&mut self, image: Image) -> bool {
        match self.frames.try_send(image) {
            Ok(()) => {
                self.number += 1;
                self.step = Step::Move;
            }
            Err(TrySendError::Full(image)) => self.step = Step::Hand(Box::new(image)),
            Err(TrySendError::Disconnected(_)) => return false,
        }
        true
    }
}

/// Begins a film with the size of its first picture.
type Begin<'a> = &'a dyn Fn((u32, u32)) -> Result<Film, Diagnostic>;

/// Puts frames together as they come, and writes the file once the last one is there.
fn put_together(frames: &Receiver<Image>, begin: Begin, path: &Path, watch: &Watch) -> Result<u32, Diagnostic> {
    let mut film: Option<Film> = None;
    for image in frames {
        if !watch.is_wanted() {
            break;
        }
        let picture = image.try_into_dynamic();
        let picture = picture.map_err(|error| Diagnostic::error("film-unwritable").with("reason", error.to_string()))?.to_rgba8();
        if film.is_none() {
            film = Some(begin(picture.dimensions())?);
        }
        if let Some(film) = &mut film {
            film.add(&picture)?;
        }
    }
    if !watch.is_wanted() {
        return Err(Diagnostic::note("film-cancelled"));
    }
    let film = film.ok_or_else(|| Diagnostic::warning("film-empty"))?;
    let count = film.frames();
    files::replace(path, &film.finish()?)?;
    Ok(count)
}

/// The size of a picture, smaller where it is wider than that.
fn fitting((width, height): (u32, u32), most: u32) -> [u32; 2] {
    if width <= most {
        return [width, height];
    }
    let smaller = u64::from(height) * u64::from(most) / u64::from(width);
    [most.max(1), (smaller as u32).max(1)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::math::DVec2;

    fn wish(legs: Vec<Leg>) -> MakeFilm {
        MakeFilm { path: PathBuf::from("no-such-folder/film.gif"), rate: Some(10.0), width: Some(320), legs }
    }

    #[test]
    fn a_film_flies_from_view_to_view_and_rests_there() {
        let here = Viewpoint::default();
        let there = Viewpoint { focus: DVec2::new(300.0, 0.0), ..here };
        let dusk = Invoke::with("time", "21:00");
        let legs = vec![
            Leg { rest: 0.2, ..Leg::default() },
            Leg { commands: vec![dusk.clone()], target: Some(there), flight: 0.4, rest: 0.1 },
            Leg { target: Some(here), flight: f64::NAN, ..Leg::default() },
            Leg { rest: 0.1, ..Leg::default() },
        ];
        let mut shooting = Shooting::new(wish(legs), here, false).expect("a film");
        let frames: Vec<(Viewpoint, Vec<Invoke>)> = std::iter::from_fn(|| shooting.go_on()).collect();
        let east: Vec<f64> = frames.iter().map(|(view, _)| view.focus.x.round()).collect();
        assert_eq!(east, [0.0, 0.0, 47.0, 150.0, 253.0, 300.0, 300.0, 0.0]);
        let commanded: Vec<usize> = frames.iter().map(|(_, commands)| commands.len()).collect();
        assert_eq!(commanded, [0, 0, 1, 0, 0, 0, 0, 0]);
        assert_eq!(frames[2].1, [dusk]);
    }

    #[test]
    fn endless_films_are_refused() {
        for seconds in [f64::INFINITY, 1e12, 601.0] {
            let refused = Shooting::new(wish(vec![Leg { rest: seconds, ..Leg::default() }]), Viewpoint::default(), false);
            assert_eq!(refused.err().map(|fault| fault.code), Some("film-too-long"), "{seconds}");
        }
    }

    #[test]
    fn wide_pictures_are_made_smaller_in_proportion() {
        assert_eq!(fitting((1920, 1080), 800), [800, 450]);
        assert_eq!(fitting((640, 480), 800), [640, 480]);
        assert_eq!(fitting((4000, 1), 800), [800, 1]);
    }
}
