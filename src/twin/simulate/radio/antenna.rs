//! How an antenna spreads its power: all around, or in a sector after 3GPP TR 36.814 (table A.2.1.1-2).

use super::fault::{Quantity, within};
use crate::twin::diagnostic::Diagnostic;

/// The pattern of an antenna.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pattern {
    /// The same all around, in the vertical as the beam of a sector.
    Round(Beam),
    /// A sector that looks to an azimuth [°, clockwise from north].
    Sector {
        /// Where it looks [°].
        azimuth: f64,
        /// Across.
        across: Beam,
        /// Up and down; its tilt is below the horizon.
        upright: Beam,
    },
}

/// A beam in a plane: a parabola in dB, down to a floor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beam {
    /// Between the directions of half the power [°].
    pub width: f64,
    /// By how much it is tilted down [°].
    pub tilt: f64,
    /// What is lost outside of the beam at most [dB].
    pub floor: f64,
}

impl Beam {
    /// Across a sector of TR 36.814.
    pub const ACROSS: Self = Self { width: 70.0, tilt: 0.0, floor: 25.0 };
    /// Up and down of TR 36.814, tilted for open country.
    pub const UPRIGHT: Self = Self { width: 10.0, tilt: 2.0, floor: 20.0 };

    /// Gain beside the middle of the beam [dB], at most zero, for an angle from level [°].
    fn gain(&self, angle: f64) -> f64 {
        let off = (angle + self.tilt) / self.width;
        -(12.0 * off * off).min(self.floor)
    }

    fn check(&self) -> Result<(), Diagnostic> {
        within(Quantity::Beamwidth, self.width, 0.1, 360.0)?;
        within(Quantity::Beamwidth, self.tilt, -90.0, 90.0)
    }
}

impl Pattern {
    /// So many sectors all around, the first to the north; one is round.
    pub fn sectors(count: usize, across: Beam, upright: Beam) -> Vec<Self> {
        if count <= 1 {
            return vec![Pattern::Round(upright)];
        }
        let turn = 360.0 / count as f64;
        (0..count).map(|sector| Pattern::Sector { azimuth: turn * sector as f64, across, upright }).collect()
    }

    /// The same, tilted down by so much [°].
    pub fn tilted(self, tilt: f64) -> Self {
        match self {
            Pattern::Round(upright) => Pattern::Round(Beam { tilt, ..upright }),
            Pattern::Sector { azimuth, across, upright } => Pattern::Sector { azimuth, across, upright: Beam { tilt, ..upright } },
        }
    }

    /// Gain beside that of the main direction [dB], at most zero. `azimuth` is that of the receiver as seen from the antenna [°, clockwise
    /// from north], `elevation` the angle at which it is seen [°, above level].
    pub fn gain(&self, azimuth: f64, elevation: f64) -> f64 {
        match self {
            Pattern::Round(upright) => upright.gain(elevation),
            Pattern::Sector { azimuth: own, across, upright } => {
                let turn = (azimuth - own + 180.0).rem_euclid(360.0) - 180.0;
                (across.gain(turn) + upright.gain(elevation)).max(-across.floor)
            }
        }
    }

    /// Whether its beams are beams.
    ///
    /// # Errors
    /// `radio-value-odd` for a width or a tilt.
    pub fn check(&self) -> Result<(), Diagnostic> {
        match self {
            Pattern::Round(upright) => upright.check(),
            Pattern::Sector { across, upright, .. } => across.check().and_then(|()| upright.check()),
        }
    }
}

/// Azimuth [°, clockwise from north] and distance [m] of an offset east and north [m].
pub fn bearing([east, north]: [f64; 2]) -> (f64, f64) {
    (east.atan2(north).to_degrees().rem_euclid(360.0), east.hypot(north))
}
