//! The sun in a region, worked out when it is asked for the first time.

use super::assumption::SunAssumptions;
use super::insolation::Insolation;
use crate::twin::model::change::Kept;
use crate::twin::simulate::Setting;
use std::sync::{Arc, OnceLock};

/// The sun in a region, worked out when it is asked for the first time.
#[derive(Debug, Default)]
pub struct Sunlight {
    known: OnceLock<Arc<Insolation>>,
    /// That of the region as it was, and which of its buildings are the same.
    earlier: Option<(Arc<Self>, Kept)>,
}

impl Sunlight {
    /// In a region that was built in: what is known of the region as it was is taken over, as far as it holds.
    pub fn after(earlier: Arc<Self>, buildings: Kept) -> Self {
        Self { known: OnceLock::new(), earlier: Some((earlier, buildings)) }
    }

    /// What there is of it in a setting that it belongs to.
    pub fn of(&self, setting: &Setting) -> Arc<Insolation> {
        // Nobody waits for anybody: a thread that waits while others work in its pool may be the one that they wait for.
        if let Some(known) = self.known.get() {
            return known.clone();
        }
        let earlier = self.earlier.as_ref().and_then(|(earlier, kept)| Some((&**earlier.known.get()?, kept)));
        let assumptions = SunAssumptions::of(setting.assumptions);
        let new = Arc::new(Insolation::new(setting.region, setting.shared.homes.all(), assumptions, earlier));
        // Of what is built nobody asks twice: only the region as it is is worth the memory.
        if self.earlier.is_none() {
            let _ = self.known.set(new.clone());
        }
        new
    }
}
