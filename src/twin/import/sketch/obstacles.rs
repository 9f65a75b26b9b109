//! What roads lead round and fields leave free: airports and quarries.

use super::facts::{Facts, PatchKind};
use super::lakes::Blob;
use super::plane::P;
use crate::twin::model::id::hash_text;

/// Ground that is neither settled nor ploughed nor crossed.
pub struct Obstacles {
    /// Quarries, in the order of the sketch's patches.
    pub pits: Vec<Blob>,
    airports: Vec<Blob>,
}

impl Obstacles {
    pub fn new(facts: &Facts) -> Self {
        let pit = |fact: &super::facts::PatchFact| {
            Blob::new(facts.at(fact.at), fact.size, fact.heading, 0.3, facts.sketch.seed ^ hash_text(&fact.name.2))
        };
        let airport = |fact: &super::facts::AirportFact| Blob::new(facts.at(fact.at), (fact.length + 700.0, 1500.0), fact.heading, 0.0, 0);
        Self {
            pits: facts.sketch.patches.iter().filter(|fact| fact.kind == PatchKind::Quarry).map(pit).collect(),
            airports: facts.sketch.airports.iter().map(airport).collect(),
        }
    }

    pub fn all(&self) -> impl Iterator<Item = &Blob> {
        self.pits.iter().chain(&self.airports)
    }

    /// Distance to the nearest one, metres; 10 km where none is near.
    pub fn clearance(&self, p: P) -> f64 {
        self.all().map(|blob| blob.clearance(p)).fold(10_000.0, f64::min)
    }
}
