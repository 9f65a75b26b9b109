//! What is asked of a path: frequency, antennas, shares of time and locations, and the air in between (§3.1).

use super::fault::{Fault, Quantity};

/// A way to the coast that is far [km]: what is given where there is no sea.
pub const FAR_FROM_COAST: f64 = 500.0;

/// How the field swings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarisation {
    /// Along the ground.
    Horizontal,
    /// Across it.
    Vertical,
}

/// A link over a path; pairs are transmitter, receiver.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Frequency [MHz], 30–6000.
    pub frequency: f64,
    /// Polarisation of the wave.
    pub polarisation: Polarisation,
    /// Heights of the antennas above the ground [m], 1–3000.
    pub heights: [f64; 2],
    /// Share of an average year for which the loss is not exceeded, p [%], 1–50.
    pub time: f64,
    /// Share of locations for which the loss is not exceeded, pL [%], 1–99.
    pub locations: f64,
    /// Standard deviation among locations [dB]: that of `location::deviation`, 5.5 for digital television, zero for none.
    pub deviation: f64,
    /// Way over land from each terminal to the coast along the path [km]; [`FAR_FROM_COAST`] where there is none. A terminal at sea is taken
    /// as at zero whatever stands here.
    pub coast: [f64; 2],
    /// Average lapse rate of refractivity in the lowest kilometre at the middle of the path, ΔN [N-units/km], a positive number.
    pub lapse_rate: f64,
    /// Refractivity at sea level at the middle of the path, N0 [N-units].
    pub refractivity: f64,
    /// Latitude of the middle of the path [°]: `climate::centre_latitude`.
    pub latitude: f64,
}

impl Link {
    /// Frequency [GHz], which the equations use.
    pub(super) fn gigahertz(&self) -> f64 {
        self.frequency / 1000.0
    }

    /// Wavelength [m].
    pub(super) fn wavelength(&self) -> f64 {
        0.2998 / self.gigahertz()
    }

    /// Whether everything lies within the bounds of the method.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] for the first value that does not.
    pub fn check(&self) -> Result<(), Fault> {
        Quantity::Frequency.check(self.frequency)?;
        self.heights.iter().try_for_each(|height| Quantity::AntennaHeight.check(*height))?;
        Quantity::Time.check(self.time)?;
        Quantity::Locations.check(self.locations)?;
        Quantity::Deviation.check(self.deviation)?;
        self.coast.iter().try_for_each(|coast| Quantity::Coast.check(*coast))?;
        Quantity::LapseRate.check(self.lapse_rate)?;
        Quantity::Refractivity.check(self.refractivity)?;
        Quantity::Latitude.check(self.latitude)
    }
}
