//! How true the models are: published cases are run again, and what is found is held against what was published.
//!
//! What can be typed in by hand is carried along ([`SHIPPED`]); the modules also read the texts of whole collections of cases, which `store`
//! finds in folders.

pub mod access;
pub mod cells;
pub mod check;
pub mod costs;
pub mod flood;
pub mod itm;
pub mod p1812;
pub mod radio;
pub mod sun;
pub mod traffic;
pub mod transit;

use super::diagnostic::{Diagnostic, Severity};
pub use check::{Case, CaseKind, Check, Measured, Subject};

/// What came of checks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verification {
    /// The checks, in the order in which they were made.
    pub checks: Vec<Check>,
    /// What could not be read or run, and what was left out.
    pub notes: Vec<Diagnostic>,
}

impl Verification {
    /// Takes over what another one found.
    pub fn add(&mut self, other: Self) {
        self.checks.extend(other.checks);
        self.notes.extend(other.notes);
    }

    /// Takes over the checks of a case, or why there are none.
    pub fn add_case(&mut self, case: Result<Vec<Check>, Diagnostic>) {
        match case {
            Ok(checks) => self.checks.extend(checks),
            Err(diagnostic) => self.notes.push(diagnostic),
        }
    }

    /// Whether there are checks, each of them holds, and no case was lost by an error.
    pub fn holds(&self) -> bool {
        let is_whole = self.notes.iter().all(|note| note.severity < Severity::Error);
        is_whole && !self.checks.is_empty() && self.checks.iter().all(Check::holds)
    }

    /// Checks that hold.
    pub fn held(&self) -> usize {
        self.checks.iter().filter(|check| check.holds()).count()
    }
}

/// Runs a case, and makes checks of it; fails where the model refuses it.
pub type Runner = fn() -> Result<Vec<Check>, Diagnostic>;

/// The cases that are carried along.
pub const SHIPPED: [Runner; 14] = [
    radio::free_space,
    radio::hata,
    itm::shipped,
    p1812::shipped,
    flood::dam_break::ritter,
    flood::dam_break::stoker,
    flood::plain::shipped,
    flood::levees::shipped,
    flood::levees::weir,
    traffic::braess,
    transit::spiess_florian,
    access::hospitals,
    sun::position,
    sun::almanac,
];

/// Runs all that is carried along. `watch` is told which share is done; where it fails, so does this.
///
/// # Errors
/// Those of `watch` only; what a model refuses is among the notes.
pub fn shipped(watch: &dyn Fn(f32) -> Result<(), Diagnostic>) -> Result<Verification, Diagnostic> {
    let mut found = Verification::default();
    for (number, run) in SHIPPED.iter().enumerate() {
        watch(number as f32 / SHIPPED.len() as f32)?;
        found.add_case(run());
    }
    Ok(found)
}
