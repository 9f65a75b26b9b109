//! When frames are drawn: one after another while something moves, else only when somebody does something, work is done, or a look at the
//! clock is due. A window at rest leaves the processors to the work behind it.

use super::film::Film;
use super::frames::FrameMeasurement;
use super::job;
use super::latency::Latency;
use super::navigate::Flight;
use super::open::Opening;
use super::present::Presenting;
use super::quality::Quality;
use super::script::Script;
use super::session::{Activity, Session};
use super::timeline::Timeline;
use super::viewpoint::Viewpoint;
use super::water::FloodWater;
use bevy::prelude::*;
use bevy::window::WindowEvent;
use bevy::winit::{EventLoopProxy, EventLoopProxyWrapper, UpdateMode, WinitSettings, WinitUserEvent};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Frames after something happened: what it set off may take a few until it is on screen.
const TAIL: u32 = 2;
/// Between frames at rest: notices that end, pauses that are over.
const HEARTBEAT: Duration = Duration::from_millis(500);
/// Between frames while something is opened or drawn: frames would take from it.
const LOOK: Duration = Duration::from_millis(100);
/// Between such frames at least, as a multiple of what one costs, and at most.
const SPARING: f64 = 2.5;
const LONGEST: Duration = Duration::from_millis(300);
/// Between frames where water moves.
const WAVES: Duration = Duration::from_millis(33);

static WAKER: OnceLock<EventLoopProxy<WinitUserEvent>> = OnceLock::new();
static WOKEN: AtomicBool = AtomicBool::new(false);

/// Wakes the window, from any thread: there is something to show.
pub fn wake() {
    WOKEN.store(true, Ordering::Relaxed);
    // A window that is closed wakes no more.
    let _ = WAKER.get().map(|waker| waker.send_event(WinitUserEvent::WakeUp));
}

/// Whether frames follow one another, and how many more will.
#[derive(Resource, Default)]
pub struct Pace {
    left: u32,
}

impl Pace {
    /// Whether somebody does something, or something moves: the frame that follows comes at once.
    pub fn is_moving(&self) -> bool {
        self.left > 0
    }
}

/// Adds the pace.
pub fn plugin(app: &mut App) {
    app.init_resource::<Pace>().add_systems(Startup, hold_waker).add_systems(Last, keep_pace.after(super::latency::LatencySystems));
}

fn hold_waker(proxy: Option<Res<EventLoopProxyWrapper>>) {
    if let Some(proxy) = proxy {
        let _ = WAKER.set((**proxy).clone());
    }
}

/// What may move by itself.
#[derive(bevy::ecs::system::SystemParam)]
struct Moving<'w> {
    opening: Res<'w, Opening>,
    presenting: Res<'w, Presenting>,
    quality: Res<'w, Quality>,
    session: Res<'w, Session>,
    activity: Res<'w, Activity>,
    flight: Res<'w, Flight>,
    latency: Res<'w, Latency>,
    timeline: Res<'w, Timeline>,
    water: Res<'w, FloodWater>,
    keys: Res<'w, ButtonInput<KeyCode>>,
    measurement: Option<Res<'w, FrameMeasurement>>,
    script: Option<Res<'w, Script>>,
    film: Res<'w, Film>,
}

impl Moving<'_> {
    fn is_moving(&self) -> bool {
        let is_played = self.script.as_ref().is_some_and(|script| !script.is_pausing());
        let passes = self.timeline.playing || self.water.is_playing();
        let is_asked_for = self.measurement.is_some() || is_played || self.film.is_under_way() || passes || self.presenting.is_rehearsing();
        is_asked_for || self.flight.is_flying() || self.keys.get_pressed().len() > 0 || job::is_soon_done()
    }

    /// How long between looks: a frame that costs much comes less often.
    fn look(&self) -> Duration {
        let cost = self.latency.frames().map_or(0.0, |(median, _)| median / 1_000.0);
        LOOK.max(Duration::from_secs_f64(cost * SPARING)).min(LONGEST)
    }

    /// How long a frame is waited for where nothing moves.
    fn wait(&self) -> Duration {
        let is_drawing = self.session.region().is_some() && !self.activity.is_complete();
        match *self.quality {
            _ if self.opening.is_busy() || is_drawing => self.look(),
            Quality::Full => WAVES,
            Quality::Lite => HEARTBEAT,
        }
    }
}

fn keep_pace(
    moving: Moving,
    viewpoint: Res<Viewpoint>,
    mut events: MessageReader<WindowEvent>,
    mut pace: ResMut<Pace>,
    mut seen: Local<Viewpoint>,
    settings: Option<ResMut<WinitSettings>>,
) {
    let has_moved = std::mem::replace(&mut *seen, *viewpoint) != *viewpoint;
    let was_told = events.read().count() > 0;
    pace.left = if has_moved || was_told || moving.is_moving() { TAIL } else { pace.left.saturating_sub(1) };
    // What a job brought is on screen with this frame or the next.
    pace.left = pace.left.max(u32::from(WOKEN.swap(false, Ordering::Relaxed)));
    let wait = moving.wait();
    let mode = if pace.is_moving() { UpdateMode::Continuous } else { UpdateMode::reactive_low_power(wait) };
    let Some(mut settings) = settings.filter(|settings| settings.focused_mode != mode) else { return };
    (settings.focused_mode, settings.unfocused_mode) = (mode, mode);
}
