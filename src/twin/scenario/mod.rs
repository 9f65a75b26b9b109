//! What is proposed: solutions that stand in a scenario, and the edits that put them there.

pub mod advised;
pub mod apply;
pub mod difference;
pub mod edit;
pub mod family;
pub mod file;
pub mod history;
pub mod month;
pub mod placed;
pub mod resolve;
pub mod schedule;

use crate::twin::model::local_text::LocalText;
use edit::{Change, Edit};
use placed::Placed;
use std::collections::BTreeMap;

/// Colours that scenarios are told apart by; safe for colour-blind eyes (Okabe and Ito 2008).
pub const COLOURS: [[u8; 3]; 7] =
    [[230, 159, 0], [0, 114, 178], [204, 121, 167], [0, 158, 115], [213, 94, 0], [86, 180, 233], [117, 112, 179]];

/// What a scenario is called and shown as.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heading {
    /// What people call it.
    pub name: LocalText,
    /// Which of [`COLOURS`].
    pub colour: usize,
    /// The year that it is for.
    pub year: u32,
}

/// What a scenario says of a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A solution stands there.
    Stands(Placed),
    /// What the parent has there is taken away.
    Gone,
}

/// A scenario: what it says itself. What stands in it follows from its family ([`family::standing`]).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    /// Short name; the file is called by it.
    pub id: String,
    /// Name, colour, year.
    pub heading: Heading,
    /// The scenario that it follows.
    pub parent: Option<String>,
    /// What it says, by key. Keys that are not here are as the parent has them.
    pub own: BTreeMap<u32, Entry>,
}

impl Scenario {
    /// The colour that it is told apart by, sRGB.
    pub fn rgb(&self) -> [u8; 3] {
        COLOURS[self.heading.colour % COLOURS.len()]
    }

    /// Carries out an edit.
    pub fn change(&mut self, edit: &Edit) {
        edit.changes.iter().for_each(|change| self.take(change));
    }

    /// Takes an edit back.
    pub fn change_back(&mut self, edit: &Edit) {
        edit.changes.iter().rev().for_each(|change| self.take(&change.inverse()));
    }

    fn take(&mut self, change: &Change) {
        match change {
            Change::Heading { after, .. } => self.heading.clone_from(after),
            Change::Entry { key, after: Some(entry), .. } => _ = self.own.insert(*key, entry.clone()),
            Change::Entry { key, after: None, .. } => _ = self.own.remove(key),
        }
    }
}
