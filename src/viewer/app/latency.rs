//! How long an edit takes until all of it is on screen, and how long frames take: measured in every session, told by a script's report.

use super::proposals::Proposals;
use super::rest::Pace;
use super::session::Activity;
use bevy::prelude::*;
use std::collections::VecDeque;
use std::time::Instant;

/// The edits so far.
#[derive(Resource, Default)]
pub struct Latency {
    revision: u64,
    since: Option<Instant>,
    /// Milliseconds from an edit until it was drawn.
    edits: Vec<f64>,
    /// When the last frames ended that followed others at once, and how long each took.
    frames: VecDeque<(Instant, f64)>,
    last: Option<Instant>,
}

/// Seconds for which frames are remembered.
const REMEMBERED: f64 = 3.0;

impl Latency {
    /// Milliseconds from an edit until it is drawn: the median of those so far.
    pub fn median(&self) -> Option<f64> {
        let mut edits = self.edits.clone();
        edits.sort_by(f64::total_cmp);
        edits.get(edits.len() / 2).copied()
    }
}

impl Latency {
    /// Milliseconds of the frames of the last three seconds: the median and the longest.
    pub fn frames(&self) -> Option<(f64, f64)> {
        let mut times: Vec<f64> = self.frames.iter().map(|(_, time)| *time).collect();
        times.sort_by(f64::total_cmp);
        Some((*times.get(times.len() / 2)?, *times.last()?))
    }
}

/// When frames are measured.
#[derive(SystemSet, Clone, Debug, PartialEq, Eq, Hash)]
pub struct LatencySystems;

/// Adds the measuring.
pub fn plugin(app: &mut App) {
    app.init_resource::<Latency>().add_systems(Last, (measure, count_frames).in_set(LatencySystems));
}

fn count_frames(pace: Res<Pace>, mut latency: ResMut<Latency>) {
    let now = Instant::now();
    let latency = latency.bypass_change_detection();
    // A frame after a rest took as long as the rest.
    let took = latency.last.replace(now).filter(|_| pace.is_moving()).map(|last| now.duration_since(last));
    latency.frames.extend(took.map(|took| (now, took.as_secs_f64() * 1_000.0)));
    while latency.frames.front().is_some_and(|(frame, _)| now.duration_since(*frame).as_secs_f64() > REMEMBERED) {
        latency.frames.pop_front();
    }
}

fn measure(proposals: Res<Proposals>, activity: Res<Activity>, mut latency: ResMut<Latency>) {
    if proposals.revision() != latency.revision {
        latency.revision = proposals.revision();
        latency.since = Some(Instant::now());
    } else if activity.is_complete()
        && let Some(since) = latency.since.take()
    {
        latency.edits.push(since.elapsed().as_secs_f64() * 1000.0);
    }
}
