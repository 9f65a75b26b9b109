//! Whether a mast would carry mobile internet to a place: what is asked while its place is being chosen.

use super::antenna::{Beam, Pattern};
use super::assumption::{BANDWIDTH, ENOUGH, FREQUENCY, MAST_HEIGHT, RECEIVER_HEIGHT};
use super::profile::Profile;
use super::relief::way;
use super::station::Band;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::region::Region;
use crate::twin::simulate::assumption::Assumptions;

/// A mast of the fourth generation that looks to whoever is asked for, and that nothing disturbs.
pub struct Reaching {
    band: Band,
    beam: Pattern,
    heights: [f64; 2],
    enough: f64,
}

impl Reaching {
    /// With what is assumed of masts and receivers, over the ground of a region.
    ///
    /// # Errors
    /// `radio-value-odd` and `p1812-value-odd` where an assumption is none that the model holds for.
    pub fn new(region: &Region, assumptions: &Assumptions) -> Result<Self, Diagnostic> {
        let band = Band::new(region, assumptions, [&FREQUENCY, &BANDWIDTH])?.value;
        let heights = [&MAST_HEIGHT, &RECEIVER_HEIGHT].map(|spec| assumptions.get(spec));
        Ok(Self { band, beam: Pattern::Round(Beam::UPRIGHT), heights, enough: assumptions.get(&ENOUGH) })
    }

    /// Whether somebody alone would have enough from a mast at a place of a region; both are metres east and north.
    pub fn covers(&self, region: &Region, mast: [f64; 2], receiver: [f64; 2]) -> bool {
        let way = way(region, mast, receiver);
        let Ok(profile) = Profile::new(way.step, &way.heights) else { return false };
        let profile = profile.value;
        let ground = profile.ground();
        let rise = ground[ground.len() - 1] + self.heights[1] - ground[0] - self.heights[0];
        let elevation = rise.atan2(profile.length()).to_degrees();
        let Ok(loss) = self.band.model.loss(self.heights, &profile) else { return false };
        let link = self.band.channel.link(&[self.band.power + self.beam.gain(0.0, elevation) - loss]);
        link.is_some_and(|link| link.alone >= self.enough)
    }
}
