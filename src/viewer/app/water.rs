//! The flood's water on the map: the hour in which it is seen, and its play from the first hour to the last.

use super::command::CommandSystems;
use super::comparison::Comparing;
use super::film::Film;
use super::overlay::{Overlay, OverlaySystems};
use super::proposals::Proposals;
use super::session::Session;
use crate::twin::simulate::flood::known::Inundation;
use bevy::prelude::*;

/// Seconds that an hour of the flood takes while it plays.
const HOUR: f32 = 1.0;

/// The hour in which the flood's water is seen, and how far it is drawn.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct FloodWater {
    hour: Option<f32>,
    playing: bool,
    /// Triangles of the water that is drawn, in all views.
    pub triangles: usize,
}

impl FloodWater {
    /// Hours since the river began to rise; none for the highest water, whenever that came to each place.
    pub fn hour(&self) -> Option<f32> {
        self.hour
    }

    /// Whether it plays.
    pub fn is_playing(&self) -> bool {
        self.playing
    }

    /// Shows an hour, or the highest water.
    pub fn set(&mut self, hour: Option<f32>) {
        (self.hour, self.playing) = (hour, false);
    }

    /// Begins to play up to the last hour, from the first where it shows the highest water or stands at the end; or pauses.
    pub fn play_or_pause(&mut self, last: f32) {
        self.playing = !self.playing;
        if self.playing && self.hour.is_none_or(|hour| hour >= last) {
            self.hour = Some(0.0);
        }
    }

    /// Moves on by seconds; at the last hour it stands still.
    fn run(&mut self, seconds: f32, last: f32) {
        let next = self.hour.unwrap_or(0.0) + seconds / HOUR;
        (self.hour, self.playing) = (Some(next.min(last)), next < last);
    }
}

/// The last hour of a flood of which the water is known.
pub fn last_hour(flood: &Inundation) -> Option<f32> {
    flood.end().map(|seconds| (seconds / 3_600.0) as f32)
}

/// The last hour of the flood that is shown in the first view; none while none is.
pub fn shown_until(overlay: &Overlay, comparing: &Comparing, proposals: &Proposals) -> Option<f32> {
    let id = proposals.current().map_or("", |scenario| scenario.id.as_str());
    overlay.shown().filter(|spec| spec.is_flood()).and_then(|_| last_hour(comparing.flood(id)?))
}

/// When it is settled which water is seen.
#[derive(SystemSet, Clone, Debug, PartialEq, Eq, Hash)]
pub struct WaterSystems;

/// Adds the water's hour.
pub fn plugin(app: &mut App) {
    // Before commands: one of them may begin a talk, whose first stop has an hour of its own.
    let systems = (forget.before(CommandSystems), run.in_set(WaterSystems).after(CommandSystems).after(OverlaySystems));
    app.init_resource::<FloodWater>().add_systems(Update, systems);
}

/// Another scene begins with the highest water.
fn forget(session: Res<Session>, mut water: ResMut<FloodWater>, mut scene: Local<String>) {
    let opened = session.scene().map_or("", |scene| scene.id.as_str());
    if *scene != opened {
        opened.clone_into(&mut scene);
        water.set(None);
    }
}

/// Plays on: by the time of the film where one is shot, else by that of the clock.
fn run(
    time: Res<Time<Real>>,
    film: Res<Film>,
    (overlay, comparing, proposals): (Res<Overlay>, Res<Comparing>, Res<Proposals>),
    mut water: ResMut<FloodWater>,
    mut filmed: Local<Option<f32>>,
) {
    let now = film.seconds();
    let before = std::mem::replace(&mut *filmed, now);
    let seconds = match now {
        Some(now) => before.map_or(0.0, |before| (now - before).max(0.0)),
        None => time.delta_secs(),
    };
    if water.playing {
        match shown_until(&overlay, &comparing, &proposals) {
            Some(last) => water.run(seconds, last),
            None => water.playing = false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::simulate::flood::assumed::{HELD, RISE};
    use crate::twin::tour::check::FLOOD_HOURS;

    #[test]
    fn it_plays_from_the_first_hour_to_the_last_and_stands() {
        let mut water = FloodWater::default();
        assert_eq!((water.hour(), water.is_playing()), (None, false), "at first the highest water");
        water.play_or_pause(36.0);
        water.run(2.5 * HOUR, 36.0);
        assert_eq!((water.hour(), water.is_playing()), (Some(2.5), true));
        water.play_or_pause(36.0);
        assert_eq!((water.hour(), water.is_playing()), (Some(2.5), false), "a pause keeps its place");
        water.play_or_pause(36.0);
        water.run(99.0 * HOUR, 36.0);
        assert_eq!((water.hour(), water.is_playing()), (Some(36.0), false));
        water.play_or_pause(36.0);
        assert_eq!(water.hour(), Some(0.0), "from the end it begins anew");
        water.set(None);
        assert_eq!((water.hour(), water.is_playing()), (None, false));
    }

    #[test]
    fn a_stop_of_a_tour_may_name_any_hour_of_the_longest_flood() {
        assert_eq!(FLOOD_HOURS, [0.0, RISE.most + HELD.most]);
    }
}
