//! What receivers hear of the masts around them, remembered: where neither the masts nor a receiver's place are others, it is the same.

use super::service::Heard;
use super::station::Station;
use crate::twin::simulate::assumption::Assumptions;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Networks that are remembered at most.
const MOST: usize = 4;

/// What is heard at places, by the bits of their metres east and north.
pub(super) type Heards = BTreeMap<[u64; 2], Heard>;

/// Networks on one ground, and what is heard of each.
#[derive(Debug, Default)]
pub struct Hearings(Mutex<Vec<Known>>);

/// The masts, what is assumed of them, and what is heard of them.
type Known = (Vec<Station>, Assumptions, Arc<Heards>);

impl Hearings {
    /// What is known of masts; nothing of masts that nobody asked for before.
    pub(super) fn of(&self, stations: &[Station], assumptions: &Assumptions) -> Arc<Heards> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = known.iter().find(|(other, before, _)| other == stations && before == assumptions);
        found.map(|(.., heards)| heards.clone()).unwrap_or_default()
    }

    /// Remembers what is heard of masts that nobody asked for before.
    pub(super) fn keep(&self, stations: &[Station], assumptions: &Assumptions, heards: Heards) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.iter().any(|(other, before, _)| other == stations && before == assumptions) {
            return;
        }
        // The first is that of the region as it is: it is always wanted again.
        if known.len() >= MOST {
            known.remove(1);
        }
        known.push((stations.to_vec(), assumptions.clone(), Arc::new(heards)));
    }
}
