//! What a radio model complains of: a quantity outside of what it holds for, named.

use crate::twin::diagnostic::Diagnostic;

/// A quantity that can be odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Frequency [MHz].
    Frequency,
    /// Height of an antenna above the ground [m].
    AntennaHeight,
    /// Distance [km].
    Distance,
    /// Bandwidth [MHz].
    Bandwidth,
    /// Power [W or dBm].
    Power,
    /// Relative permittivity.
    Permittivity,
    /// Conductivity [S/m].
    Conductivity,
    /// Refractivity [N-units].
    Refractivity,
    /// A share [%].
    Share,
    /// Terrain irregularity [m].
    Irregularity,
    /// Mean height of a path above the sea [m].
    MeanHeight,
    /// Distance between points of a profile, or side of a cell [m].
    Step,
    /// Beamwidth [°].
    Beamwidth,
    /// Number of antennas, sectors or receivers.
    Number,
}

impl Quantity {
    /// Its name in messages.
    fn name(self) -> &'static str {
        match self {
            Quantity::Frequency => "frequency",
            Quantity::AntennaHeight => "antenna-height",
            Quantity::Distance => "distance",
            Quantity::Bandwidth => "bandwidth",
            Quantity::Power => "power",
            Quantity::Permittivity => "permittivity",
            Quantity::Conductivity => "conductivity",
            Quantity::Refractivity => "refractivity",
            Quantity::Share => "share",
            Quantity::Irregularity => "irregularity",
            Quantity::MeanHeight => "mean-height",
            Quantity::Step => "step",
            Quantity::Beamwidth => "beamwidth",
            Quantity::Number => "number",
        }
    }

    /// The complaint that a value lies outside of bounds.
    pub fn odd(self, value: f64, least: f64, most: f64) -> Diagnostic {
        let odd = Diagnostic::error("radio-value-odd").with("quantity", self.name());
        // What is no number is said in words: a number that is none has no place in a message.
        let odd = if value.is_finite() { odd.with("value", value) } else { odd.with("value", "?") };
        odd.with("least", least).with("most", most)
    }
}

/// Whether a value lies within bounds.
///
/// # Errors
/// `radio-value-odd` with the quantity, its value and the bounds.
pub fn within(quantity: Quantity, value: f64, least: f64, most: f64) -> Result<(), Diagnostic> {
    if (least..=most).contains(&value) { Ok(()) } else { Err(quantity.odd(value, least, most)) }
}
