//! What was worked out of something, remembered: whoever asks for the same again need not wait again.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What is remembered at most.
const MOST: usize = 6;

/// What was worked out, with what it was worked out of.
#[derive(Debug)]
pub struct Remembered<K, V>(Mutex<Vec<(K, Arc<V>)>>);

impl<K, V> Default for Remembered<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K, V> Remembered<K, V> {
    /// What was worked out of the same.
    pub fn find(&self, is_same: impl Fn(&K) -> bool) -> Option<Arc<V>> {
        self.all().iter().find(|(of, _)| is_same(of)).map(|(_, found)| found.clone())
    }

    /// Remembers what was worked out, in the place of what was asked for the longest ago.
    pub fn keep(&self, of: K, found: Arc<V>) {
        let mut all = self.all();
        // The first is that of the region as it is: it is always wanted again.
        if all.len() >= MOST {
            all.remove(1);
        }
        all.push((of, found));
    }

    fn all(&self) -> MutexGuard<'_, Vec<(K, Arc<V>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
