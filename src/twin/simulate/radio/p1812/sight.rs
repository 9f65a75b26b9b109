//! Propagation in line of sight, with what multipath and focusing add for short times (§4.2).

use super::analysis::Analysis;

/// Basic losses in line of sight [dB].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// Free space, L_bfs (8).
    pub free_space: f64,
    /// Not exceeded for p of the time, L_b0p (10).
    pub at_time: f64,
    /// Not exceeded for β₀ of the time, L_b0β (11).
    pub at_ducting: f64,
}

impl Sight {
    /// Those of a path at a frequency [GHz], for a share of time [%].
    pub fn of(analysis: &Analysis, frequency: f64, time: f64) -> Self {
        let Analysis { length, antennas, horizons, climate, .. } = analysis;
        let higher = (antennas[0] - antennas[1]) / 1000.0;
        let free_space = 92.4 + 20.0 * frequency.log10() + 10.0 * (length * length + higher * higher).log10();
        let reach = 1.0 - (-0.1 * (horizons.distances[0] + horizons.distances[1])).exp();
        let enhanced = |share: f64| free_space + 2.6 * reach * (share / 50.0).log10();
        Self { free_space, at_time: enhanced(time), at_ducting: enhanced(climate.ducting) }
    }
}
