//! Whether anybody still waits for what models work out: long runs look at it all the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Shared between those who wait and those who work.
#[derive(Clone, Debug, Default)]
pub struct Wanted(Arc<AtomicBool>);

impl Wanted {
    /// Whether anybody still waits.
    pub fn is_wanted(&self) -> bool {
        !self.0.load(Ordering::Relaxed)
    }

    /// Lets those who work know that nobody waits any more.
    pub fn give_up(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
