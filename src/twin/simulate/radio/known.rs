//! What was worked out of a network of masts, by place: where neither the masts nor a place are others, it is the same.

use super::exposure::Exposures;
use super::service::Heards;
use super::station::Station;
use crate::twin::simulate::assumption::Assumptions;
use crate::twin::simulate::remembered::Remembered;

/// The masts of a region, and what is assumed of them.
pub type Masts = (Vec<Station>, Assumptions);

/// What was worked out of networks.
pub type Networks = Remembered<Masts, Known>;

/// What was worked out of a network.
#[derive(Debug)]
pub struct Known {
    /// What is heard where.
    pub(super) heard: Heards,
    /// How strong the field is at which homes.
    pub(super) exposures: Exposures,
}
