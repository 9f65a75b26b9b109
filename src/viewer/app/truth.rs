//! How true the models are: the published cases that are carried along, run once when somebody asks, and the models whose cases are seen.

use super::command::CommandSystems;
use super::interface::{Interface, Sheet};
use super::job::{Job, Poll, aside};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::proceed;
use crate::twin::verify::{Subject, Verification, shipped};
use bevy::prelude::*;

/// What came of the cases. They rest on nothing that is open, so that they are run once.
#[derive(Resource, Default)]
pub struct Truth {
    found: Option<Verification>,
    running: Option<Job<Result<Verification, Diagnostic>>>,
    lost: bool,
    /// The models whose cases are seen; all where none is named.
    only: Vec<Subject>,
}

impl Truth {
    /// What came of them; none while they run.
    pub fn found(&self) -> Option<&Verification> {
        self.found.as_ref()
    }

    /// How far they have come, 0 to 1.
    pub fn progress(&self) -> f32 {
        self.running.as_ref().map_or(0.0, |job| job.watch().phase().1)
    }

    /// Whether the work broke off.
    pub fn is_lost(&self) -> bool {
        self.lost
    }

    /// The models whose cases are seen; all where none is named.
    pub fn only(&self) -> &[Subject] {
        &self.only
    }

    /// Whether cases of a model are seen.
    pub fn shows(&self, subject: Subject) -> bool {
        self.only.is_empty() || self.only.contains(&subject)
    }

    /// Shows the cases of these models; of all where none is named.
    pub fn choose(&mut self, only: &[Subject]) {
        self.only = only.to_vec();
    }
}

/// Adds the running of the cases.
pub fn plugin(app: &mut App) {
    app.init_resource::<Truth>().add_systems(Update, run.after(CommandSystems));
}

/// Runs the cases once their sheet is open. Where the work breaks off, it begins anew when the sheet is opened again.
fn run(interface: Res<Interface>, mut truth: ResMut<Truth>) {
    let truth = truth.bypass_change_detection();
    if let Some(job) = truth.running.take() {
        match job.poll() {
            Poll::Running => truth.running = Some(job),
            Poll::Done(Ok(found)) => truth.found = Some(found),
            Poll::Done(Err(_)) | Poll::Lost => truth.lost = true,
        }
    }
    let is_open = interface.sheet == Some(Sheet::Truth);
    truth.lost &= is_open;
    if is_open && truth.found.is_none() && truth.running.is_none() && !truth.lost {
        truth.running = Some(Job::start(|watch| aside(|| shipped(&|share| proceed(watch, "verify-shipped", share)))));
    }
}
