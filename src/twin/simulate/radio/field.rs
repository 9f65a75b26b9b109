//! The field around antennas: power density on the ground and at each storey, summed over all of them, against the limit.

use super::antenna::{Pattern, bearing};
use super::fault::{Quantity, within};
use crate::twin::diagnostic::Diagnostic;
use std::f64::consts::PI;

/// Limit for the population from 0.3 to 300 GHz [µW/cm²].
pub const LIMIT: f64 = 10.0;
/// One W/m² in µW/cm².
const MICROWATTS: f64 = 100.0;
/// Nearer than this an antenna is no point [m].
const NEAREST: f64 = 1.0;
/// From the floor of a storey to the head of who stands on it [m].
pub(super) const HEAD: f64 = 1.8;

/// An antenna that sends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Emitter {
    /// Metres east, north and above the sea.
    pub at: [f64; 3],
    /// Power that a round antenna would need to be as strong in the main direction (EIRP) [W].
    pub power: f64,
    /// How it spreads it.
    pub pattern: Pattern,
}

impl Emitter {
    /// Whether it can be.
    ///
    /// # Errors
    /// `radio-value-odd` for its power, its height or its beam.
    pub fn check(&self) -> Result<(), Diagnostic> {
        within(Quantity::Power, self.power, 0.0, 1e9)?;
        within(Quantity::AntennaHeight, self.at[2], -500.0, 12_000.0)?;
        self.pattern.check()
    }

    /// Power density at a place [µW/cm²], as in free space; twice a field that is thrown back whole would be four times that.
    pub fn density(&self, place: [f64; 3]) -> f64 {
        let [east, north, up] = [0, 1, 2].map(|axis| place[axis] - self.at[axis]);
        let (azimuth, along) = bearing([east, north]);
        let distance = along.hypot(up).max(NEAREST);
        let gain = self.pattern.gain(azimuth, up.atan2(along).to_degrees());
        MICROWATTS * self.power * 10f64.powf(gain / 10.0) / (4.0 * PI * distance * distance)
    }

    /// How far the main beam reaches a limit [m].
    pub fn ring(&self, limit: f64) -> f64 {
        if limit > 0.0 && self.power > 0.0 { (MICROWATTS * self.power / (4.0 * PI * limit)).sqrt() } else { 0.0 }
    }
}

/// Power density of several antennas at a place [µW/cm²], in the order of the list.
pub fn density(emitters: &[Emitter], place: [f64; 3]) -> f64 {
    emitters.iter().map(|emitter| emitter.density(place)).sum()
}

/// The strongest field at a building with so many storeys [µW/cm²], and on which storey, counted from 1. `place` is its middle, on the ground;
/// `storey` the height of a storey [m].
pub fn strongest(emitters: &[Emitter], place: [f64; 3], storeys: u32, storey: f64) -> (f64, u32) {
    let at = |number: u32| density(emitters, [place[0], place[1], place[2] + f64::from(number - 1) * storey + HEAD]);
    (1..=storeys.max(1)).map(|number| (at(number), number)).fold((0.0, 1), |most, found| if found.0 > most.0 { found } else { most })
}
