//! What the program has to say meanwhile: a few sentences that come and go.

use crate::store::complaint::Complaint;
use crate::twin::diagnostic::{Diagnostic, Severity};
use bevy::prelude::*;

/// Seconds that a note stays; warnings stay twice as long, errors until they are closed.
const STAY: f32 = 6.0;

/// One sentence and how long it still stays [s].
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What there is to say.
    pub diagnostic: Diagnostic,
    /// File, line and column that it is about; empty for none.
    pub place: String,
    /// The line of that file.
    pub excerpt: String,
    left: f32,
}

/// The sentences now on screen.
#[derive(Resource, Default, Debug)]
pub struct Notices {
    shown: Vec<Notice>,
}

impl Notices {
    /// Shows a sentence; the same one is not shown twice, and of notes of one sort the last is enough.
    pub fn say(&mut self, diagnostic: Diagnostic) {
        self.show(diagnostic, String::new(), String::new());
    }

    /// Shows what is wrong with a file that a designer writes, and where.
    pub fn complain(&mut self, complaint: &Complaint) {
        let line = complaint.place.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
        self.show(complaint.diagnostic.clone(), format!("{}{line}", complaint.file), complaint.excerpt.clone());
    }

    /// Takes the complaints about a file away: it was written anew.
    pub fn forget(&mut self, file: &str) {
        self.shown.retain(|notice| !notice.place.starts_with(file));
    }

    fn show(&mut self, diagnostic: Diagnostic, place: String, excerpt: String) {
        bevy::log::info!("{diagnostic}");
        let left = match diagnostic.severity {
            Severity::Note => STAY,
            Severity::Warning => 2.0 * STAY,
            Severity::Error => f32::INFINITY,
        };
        let is_note = diagnostic.severity == Severity::Note;
        let is_replaced = |notice: &Notice| match is_note {
            true => notice.diagnostic.code == diagnostic.code,
            false => (&notice.diagnostic, &notice.place) == (&diagnostic, &place),
        };
        self.shown.retain(|notice| !is_replaced(notice));
        self.shown.push(Notice { diagnostic, place, excerpt, left });
    }

    /// The sentences, oldest first.
    pub fn shown(&self) -> &[Notice] {
        &self.shown
    }

    /// What befell the machine itself: told even where nothing else is, as in a talk.
    pub fn of_the_machine(&self) -> impl Iterator<Item = &Diagnostic> {
        self.shown.iter().map(|notice| &notice.diagnostic).filter(|diagnostic| diagnostic.code.starts_with("device-"))
    }

    /// Takes one away.
    pub fn close(&mut self, index: usize) {
        if index < self.shown.len() {
            self.shown.remove(index);
        }
    }
}

/// Adds the sentences and their passing.
pub fn plugin(app: &mut App) {
    app.init_resource::<Notices>().add_systems(Update, pass);
}

fn pass(time: Res<Time<Real>>, mut notices: ResMut<Notices>) {
    if notices.shown.iter().any(|notice| notice.left.is_finite()) {
        notices.shown.iter_mut().for_each(|notice| notice.left -= time.delta_secs());
        notices.shown.retain(|notice| notice.left > 0.0);
    }
}
