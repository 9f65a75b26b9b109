//! What an ITM path is reckoned with: frequency, ground, air, climate and how certain the answer should be; checked once.

use super::super::fault::{Quantity, within};
use crate::twin::diagnostic::Diagnostic;

/// Which way the electric field points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarization {
    /// Along the ground.
    Horizontal,
    /// Upright.
    Vertical,
}

/// The radio climate, as ITM numbers them from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Climate {
    /// Equatorial.
    Equatorial = 1,
    /// Continental subtropical.
    ContinentalSubtropical = 2,
    /// Maritime subtropical.
    MaritimeSubtropical = 3,
    /// Desert.
    Desert = 4,
    /// Continental temperate: Kazakhstan.
    ContinentalTemperate = 5,
    /// Maritime temperate, over land.
    MaritimeOverLand = 6,
    /// Maritime temperate, over sea.
    MaritimeOverSea = 7,
}

impl Climate {
    /// The climate of a number of ITM; none but 1 to 7.
    pub fn of_number(number: u8) -> Option<Self> {
        use Climate::*;
        let all =
            [Equatorial, ContinentalSubtropical, MaritimeSubtropical, Desert, ContinentalTemperate, MaritimeOverLand, MaritimeOverSea];
        all.into_iter().find(|climate| *climate as u8 == number)
    }
}

/// Which of time, place and situation vary together (Hufford 1982, mode of variability).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// One message: everything varies as the situation does.
    SingleMessage,
    /// Interference: places vary as the situation does.
    Accidental,
    /// A mobile receiver: places vary as time does.
    Mobile,
    /// Broadcast: each varies by itself.
    Broadcast,
}

/// How certain an answer should be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Certainty {
    /// What varies together.
    pub service: Service,
    /// Whether places do not vary: a receiver that stands where it was computed.
    pub fixed_place: bool,
    /// Whether situations do not vary: interference.
    pub fixed_situation: bool,
    /// Share of the time [%], between 0 and 100.
    pub time: f64,
    /// Share of the places [%], between 0 and 100.
    pub places: f64,
    /// Share of the situations [%], between 0 and 100.
    pub situations: f64,
}

impl Certainty {
    /// The middle of everything.
    pub const MEDIAN: Self =
        Self { service: Service::Broadcast, fixed_place: true, fixed_situation: false, time: 50.0, places: 50.0, situations: 50.0 };
}

/// Everything but the path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Frequency [MHz], 20 to 20,000.
    pub frequency: f64,
    /// Polarization.
    pub polarization: Polarization,
    /// Relative permittivity of the ground, at least 1.
    pub permittivity: f64,
    /// Conductivity of the ground [S/m], above zero.
    pub conductivity: f64,
    /// Refractivity of the air at sea level [N-units], 250 to 400.
    pub refractivity: f64,
    /// Radio climate.
    pub climate: Climate,
    /// How certain the answer should be.
    pub certainty: Certainty,
}

impl Terms {
    /// Average ground and air of a temperate country, at a frequency [MHz].
    pub fn temperate(frequency: f64) -> Self {
        Self {
            frequency,
            polarization: Polarization::Vertical,
            permittivity: 15.0,
            conductivity: 0.005,
            refractivity: 301.0,
            climate: Climate::ContinentalTemperate,
            certainty: Certainty::MEDIAN,
        }
    }

    /// Whether the model holds for them.
    ///
    /// # Errors
    /// `radio-value-odd` with the first quantity that is out of its bounds.
    pub fn check(&self) -> Result<(), Diagnostic> {
        let Certainty { time, places, situations, .. } = self.certainty;
        within(Quantity::Frequency, self.frequency, 20.0, 20_000.0)?;
        within(Quantity::Permittivity, self.permittivity, 1.0, 1e3)?;
        within(Quantity::Conductivity, self.conductivity, 1e-9, 1e3)?;
        within(Quantity::Refractivity, self.refractivity, 250.0, 400.0)?;
        [time, places, situations].into_iter().try_for_each(|share| within(Quantity::Share, share, 1e-6, 100.0 - 1e-6))
    }
}
