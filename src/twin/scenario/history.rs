//! What was done to a scenario, step by step, and how far of it is taken back. There is no limit.

use super::Scenario;
use super::edit::Edit;

/// The steps of a scenario.
#[derive(Clone, Debug, Default)]
pub struct History {
    edits: Vec<Edit>,
    /// How many of them hold.
    done: usize,
    /// Whether the last one is still being made, and takes in those that follow.
    open: bool,
}

impl History {
    /// Carries out an edit. What was taken back before it can no longer be done again.
    pub fn make(&mut self, scenario: &mut Scenario, edit: Edit) {
        scenario.change(&edit);
        self.edits.truncate(self.done);
        let absorbed = self.open && self.edits.last_mut().is_some_and(|last| last.absorb(&edit));
        if !absorbed {
            self.edits.push(edit);
        }
        self.done = self.edits.len();
        self.open = true;
    }

    /// Ends the step that is being made: the next edit is one of its own.
    pub fn close(&mut self) {
        self.open = false;
    }

    /// Takes the last step back.
    pub fn undo(&mut self, scenario: &mut Scenario) -> Option<&Edit> {
        self.done = self.done.checked_sub(1)?;
        self.open = false;
        let edit = &self.edits[self.done];
        scenario.change_back(edit);
        Some(edit)
    }

    /// Does the step again that was taken back last.
    pub fn redo(&mut self, scenario: &mut Scenario) -> Option<&Edit> {
        let edit = self.edits.get(self.done)?;
        self.done += 1;
        self.open = false;
        scenario.change(edit);
        Some(edit)
    }

    /// The step that [`History::undo`] would take back.
    pub fn last(&self) -> Option<&Edit> {
        self.done.checked_sub(1).map(|last| &self.edits[last])
    }

    /// The step that [`History::redo`] would do again.
    pub fn next(&self) -> Option<&Edit> {
        self.edits.get(self.done)
    }

    /// How many steps hold.
    pub fn len(&self) -> usize {
        self.done
    }

    /// Whether nothing was done.
    pub fn is_empty(&self) -> bool {
        self.done == 0
    }
}
