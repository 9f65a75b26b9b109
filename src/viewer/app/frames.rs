//! Measures frames on a fixed path of the camera, the same on every machine.

use super::open::Opening;
use super::quality::Quality;
use super::session::{Activity, Session};
use super::settings::Wording;
use super::viewpoint::Viewpoint;
use crate::cli::{machine, printer};
use bevy::math::DVec2;
use bevy::prelude::*;
use std::time::Instant;

/// A measurement under way; there only where one was asked for.
#[derive(Resource)]
pub struct FrameMeasurement {
    /// Frames to measure.
    pub frames: u32,
    /// Whether the result is a JSON object.
    pub json: bool,
    started: Instant,
    first_picture: Option<f64>,
    origin: Option<Viewpoint>,
    last: Option<Instant>,
    times: Vec<f64>,
}

impl FrameMeasurement {
    /// Measures so many frames, counting the first picture from `started`.
    pub fn new(frames: u32, json: bool, started: Instant) -> Self {
        Self { frames: frames.max(1), json, started, first_picture: None, origin: None, last: None, times: Vec::new() }
    }
}

/// Adds the measuring.
pub fn plugin(app: &mut App) {
    app.add_systems(Last, measure.run_if(resource_exists::<FrameMeasurement>));
}

/// The path: a quarter turn, a way forward and back, in and out, about where the scene begins.
pub fn path(origin: &Viewpoint, share: f64) -> Viewpoint {
    let wave = (share * std::f64::consts::TAU).sin();
    let (sin, cos) = origin.heading.sin_cos();
    Viewpoint {
        focus: origin.focus + DVec2::new(sin, cos) * wave * origin.distance * 0.35,
        heading: origin.heading + share * std::f64::consts::FRAC_PI_2,
        distance: origin.distance * (1.0 + 0.25 * (share * 2.0 * std::f64::consts::TAU).sin()),
        ..*origin
    }
    .clamped()
}

#[allow(clippy::too_many_arguments)]
fn measure(
    mut measurement: ResMut<FrameMeasurement>,
    activity: Res<Activity>,
    session: Res<Session>,
    quality: Res<Quality>,
    opening: Res<Opening>,
    wording: Res<Wording>,
    mut viewpoint: ResMut<Viewpoint>,
    mut exit: MessageWriter<AppExit>,
) {
    let now = Instant::now();
    if let (None, Some(failure)) = (session.region(), opening.failure()) {
        printer::say(&wording.diagnostic(failure));
        exit.write(AppExit::error());
        return;
    }
    if measurement.first_picture.is_none() {
        if activity.is_complete() {
            measurement.first_picture = Some((now - measurement.started).as_secs_f64());
            measurement.origin = Some(*viewpoint);
        }
        return;
    }
    let Some(origin) = measurement.origin else { return };
    if let Some(last) = measurement.last.replace(now) {
        measurement.times.push((now - last).as_secs_f64() * 1000.0);
    }
    let done = measurement.times.len() as f64 / f64::from(measurement.frames);
    if done >= 1.0 {
        print(&measurement, &session, &activity, *quality);
        measurement.first_picture = None;
        measurement.frames = u32::MAX;
        exit.write(AppExit::Success);
        return;
    }
    *viewpoint = path(&origin, done);
}

fn print(measurement: &FrameMeasurement, session: &Session, activity: &Activity, quality: Quality) {
    let mut times = measurement.times.clone();
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    let buildings = session.region().map_or(0, |region| region.buildings.len());
    let first = measurement.first_picture.unwrap_or_default();
    if measurement.json {
        let result = serde_json::json!({
            "frames": times.len(), "median_ms": at(0.5), "p95_ms": at(0.95), "first_picture_s": first,
            "peak_memory_bytes": machine::peak_memory(), "buildings": buildings, "quality": quality.name(),
            "tiles": activity.tiles_shown, "triangles": activity.triangles,
        });
        printer::result(&result.to_string());
    } else {
        let memory = machine::peak_memory().unwrap_or(0) as f64 / 1e6;
        printer::result(&format!(
            "{} frames, {}: median {:.1} ms ({:.1}/s), 95 % below {:.1} ms; first picture {first:.2} s; {memory:.0} MB; {buildings} buildings",
            times.len(),
            quality.name(),
            at(0.5),
            1000.0 / at(0.5),
            at(0.95),
        ));
    }
}
