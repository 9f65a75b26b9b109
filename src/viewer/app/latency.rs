//! How long an edit takes until all of it is on screen: measured in every session, told by a script's report.

use super::proposals::Proposals;
use super::session::Activity;
use bevy::prelude::*;
use std::time::Instant;

/// The edits so far.
#[derive(Resource, Default)]
pub struct Latency {
    revision: u64,
    since: Option<Instant>,
    /// Milliseconds from an edit until it was drawn.
    edits: Vec<f64>,
}

impl Latency {
    /// Milliseconds from an edit until it is drawn: the median of those so far.
    pub fn median(&self) -> Option<f64> {
        let mut edits = self.edits.clone();
        edits.sort_by(f64::total_cmp);
        edits.get(edits.len() / 2).copied()
    }
}

/// Adds the measuring.
pub fn plugin(app: &mut App) {
    app.init_resource::<Latency>().add_systems(Last, measure);
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
