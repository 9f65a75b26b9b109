//! Keeps values that were set right by hand, one job at a time; the end of the program waits for it.

use super::job::{Job, Poll};
use super::notice::Notices;
use super::session::Session;
use crate::store::corrections;
use crate::twin::diagnostic::Diagnostic;
use bevy::prelude::*;
use std::time::Duration;

/// What is being kept.
#[derive(Resource, Default)]
pub struct Keeping {
    job: Option<Job<Result<(), Diagnostic>>>,
    /// Whether there is more to keep than the job knows of.
    changed: bool,
}

impl Keeping {
    /// Keeps the corrections of what is open.
    pub fn corrections_changed(&mut self) {
        self.changed = true;
    }
}

/// Adds the keeping.
pub fn plugin(app: &mut App) {
    app.init_resource::<Keeping>().add_systems(Last, keep);
}

fn keep(session: Res<Session>, mut keeping: ResMut<Keeping>, mut notices: ResMut<Notices>, mut exits: MessageReader<AppExit>) {
    let ending = exits.read().next().is_some();
    loop {
        if let Some(job) = keeping.job.take() {
            match job.poll() {
                Poll::Running => keeping.job = Some(job),
                Poll::Done(Ok(())) => {}
                Poll::Done(Err(diagnostic)) => notices.say(diagnostic),
                Poll::Lost => notices.say(Diagnostic::error("work-lost").with("target", "corrections")),
            }
        }
        if keeping.job.is_none() && std::mem::take(&mut keeping.changed) {
            let (region, path) = (session.region().cloned(), session.path().map(ToOwned::to_owned));
            keeping.job = region.map(|region| Job::start(move |_| corrections::keep(&region, path.as_deref())));
        }
        if !ending || keeping.job.is_none() {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}
