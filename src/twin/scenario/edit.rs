//! Edits: everything that changes a scenario, each with what was before, so that it can be taken back.

use super::{Entry, Heading, Scenario};

/// What somebody did; `edit-<name>` in the locales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Placed a solution.
    Place,
    /// Moved it.
    Move,
    /// Turned it.
    Turn,
    /// Changed its line or area.
    Reshape,
    /// Set a parameter.
    Set,
    /// Gave a parameter back to its rule.
    Release,
    /// Set when a solution is begun or built.
    Schedule,
    /// Took solutions away.
    Remove,
    /// Pasted copies.
    Paste,
    /// Renamed the scenario or gave it another colour or year.
    Rename,
    /// Took over what a changed file says.
    Reload,
}

impl Deed {
    /// The name in the locales and reports.
    pub fn name(self) -> &'static str {
        match self {
            Deed::Place => "place",
            Deed::Move => "move",
            Deed::Turn => "turn",
            Deed::Reshape => "reshape",
            Deed::Set => "set",
            Deed::Release => "release",
            Deed::Schedule => "schedule",
            Deed::Remove => "remove",
            Deed::Paste => "paste",
            Deed::Rename => "rename",
            Deed::Reload => "reload",
        }
    }
}

/// One thing that is different after an edit.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Name, colour, year.
    Heading {
        /// As it was.
        before: Heading,
        /// As it is.
        after: Heading,
    },
    /// What the scenario says of a key; none where it says nothing.
    Entry {
        /// The key.
        key: u32,
        /// As it was.
        before: Option<Entry>,
        /// As it is.
        after: Option<Entry>,
    },
}

impl Change {
    /// What takes it back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Change::Heading { before, after } => Change::Heading { before: after, after: before },
            Change::Entry { key, before, after } => Change::Entry { key, before: after, after: before },
        }
    }
}

/// An edit: one step of undo.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What was done.
    pub deed: Deed,
    /// What is different.
    pub changes: Vec<Change>,
}

impl Edit {
    /// The edit after which a scenario says other things of some keys; none where nothing is different.
    pub fn entries(scenario: &Scenario, deed: Deed, entries: impl IntoIterator<Item = (u32, Option<Entry>)>) -> Option<Self> {
        let change = |(key, after): (u32, Option<Entry>)| {
            let before = scenario.own.get(&key).cloned();
            (before != after).then_some(Change::Entry { key, before, after })
        };
        Self::of(deed, entries.into_iter().filter_map(change).collect())
    }

    /// The edit after which a scenario has another heading.
    pub fn heading(scenario: &Scenario, after: Heading) -> Option<Self> {
        let before = scenario.heading.clone();
        Self::of(Deed::Rename, if before == after { Vec::new() } else { vec![Change::Heading { before, after }] })
    }

    /// The edit after which a scenario says what another version of it says.
    pub fn replacement(scenario: &Scenario, other: &Scenario) -> Option<Self> {
        let keys: std::collections::BTreeSet<u32> = scenario.own.keys().chain(other.own.keys()).copied().collect();
        let heading = Self::heading(scenario, other.heading.clone());
        let entries = Self::entries(scenario, Deed::Reload, keys.into_iter().map(|key| (key, other.own.get(&key).cloned())));
        Self::of(Deed::Reload, heading.into_iter().chain(entries).flat_map(|edit| edit.changes).collect())
    }

    fn of(deed: Deed, changes: Vec<Change>) -> Option<Self> {
        (!changes.is_empty()).then_some(Self { deed, changes })
    }

    /// The keys that it is about.
    pub fn keys(&self) -> impl Iterator<Item = u32> + '_ {
        self.changes.iter().filter_map(|change| match change {
            Change::Entry { key, .. } => Some(*key),
            Change::Heading { .. } => None,
        })
    }

    /// Takes a following edit of the same deed and the same things into this one: a pull at a slider is one step.
    pub fn absorb(&mut self, next: &Edit) -> bool {
        let same = self.deed == next.deed && matches!(self.deed, Deed::Set | Deed::Move | Deed::Turn | Deed::Reshape | Deed::Schedule);
        if !same || self.changes.len() != next.changes.len() || !self.keys().eq(next.keys()) {
            return false;
        }
        for (own, next) in self.changes.iter_mut().zip(&next.changes) {
            if let (Change::Entry { after, .. }, Change::Entry { after: newer, .. }) = (own, next) {
                after.clone_from(newer);
            }
        }
        true
    }
}
