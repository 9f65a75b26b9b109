//! Okumura–Hata (1980) and its extension to 2 GHz (COST 231, 1991): loss by distance alone, for what stands around.

use super::fault::{Quantity, within};
use super::free_space::free_space;
use crate::twin::diagnostic::{Diagnostic, Report};

/// Where Hata's formula ends and that of COST 231 begins [MHz].
const EXTENDED: f64 = 1_500.0;

/// What stands around the receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surroundings {
    /// The middle of a large city.
    LargeCity,
    /// A town, or a city of a middling size.
    Town,
    /// Low houses among gardens.
    Suburb,
    /// Open country.
    Open,
}

/// Loss by distance, for a frequency, heights and surroundings: a straight line by the logarithm of the distance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hata {
    frequency: f64,
    at_kilometre: f64,
    slope: f64,
}

impl Hata {
    /// For a frequency [MHz], heights of the base station and of the receiver above the ground [m] and surroundings. Note, where it is used
    /// beyond 150–2,000 MHz, 30–200 m or 1–10 m: `radio-hata-beyond`.
    ///
    /// # Errors
    /// `radio-value-odd` for what no formula can take.
    pub fn new(frequency: f64, base: f64, receiver: f64, surroundings: Surroundings) -> Result<Report<Self>, Diagnostic> {
        within(Quantity::Frequency, frequency, 20.0, 20_000.0)?;
        [base, receiver].into_iter().try_for_each(|height| within(Quantity::AntennaHeight, height, 0.5, 3_000.0))?;
        let (f, hb) = (frequency.log10(), base.log10());
        let of_receiver = match surroundings {
            // COST 231 has one formula for all places.
            Surroundings::LargeCity if (300.0..=EXTENDED).contains(&frequency) => 3.2 * (11.75 * receiver).log10().powi(2) - 4.97,
            Surroundings::LargeCity if frequency < 300.0 => 8.29 * (1.54 * receiver).log10().powi(2) - 1.1,
            _ => (1.1 * f - 0.7) * receiver - (1.56 * f - 0.8),
        };
        let (constant, by_frequency) = if frequency <= EXTENDED { (69.55, 26.16) } else { (46.3, 33.9) };
        let of_place = match surroundings {
            Surroundings::LargeCity if frequency > EXTENDED => 3.0,
            Surroundings::LargeCity | Surroundings::Town => 0.0,
            Surroundings::Suburb => -2.0 * (frequency / 28.0).log10().powi(2) - 5.4,
            Surroundings::Open => -4.78 * f * f + 18.33 * f - 40.94,
        };
        let at_kilometre = constant + by_frequency * f - 13.82 * hb - of_receiver + of_place;
        let holds = (150.0..=2_000.0).contains(&frequency) && (30.0..=200.0).contains(&base) && (1.0..=10.0).contains(&receiver);
        let note = || Diagnostic::note("radio-hata-beyond").with("frequency", frequency).with("base", base).with("receiver", receiver);
        let notes = if holds { Vec::new() } else { vec![note()] };
        Ok(Report { value: Self { frequency, at_kilometre, slope: 44.9 - 6.55 * hb }, notes })
    }

    /// Loss over a distance [m], in dB; never less than in free space.
    pub fn at(&self, distance: f64) -> f64 {
        let kilometres = (distance / 1_000.0).max(1e-3);
        (self.at_kilometre + self.slope * kilometres.log10()).max(free_space(self.frequency, distance))
    }
}
