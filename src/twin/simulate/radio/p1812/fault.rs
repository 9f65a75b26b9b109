//! What the method cannot work with: profiles that are none, and values beyond those that it holds for.

use crate::twin::diagnostic::Diagnostic;
use std::fmt;

/// A value that has bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Frequency [MHz].
    Frequency,
    /// Share of time [%].
    Time,
    /// Share of locations [%].
    Locations,
    /// Standard deviation among locations [dB].
    Deviation,
    /// Height of an antenna above the ground [m].
    AntennaHeight,
    /// Length of the path [km].
    Length,
    /// Height of the ground above the sea [m].
    Ground,
    /// Height of clutter above the ground [m].
    Clutter,
    /// Way over land to the coast [km].
    Coast,
    /// Lapse rate of refractivity [N-units/km].
    LapseRate,
    /// Refractivity at sea level [N-units].
    Refractivity,
    /// Latitude [°].
    Latitude,
    /// Longitude [°].
    Longitude,
    /// Width of the squares among which locations vary [m].
    Width,
}

impl Quantity {
    /// Least and greatest value that the method holds for.
    pub fn bounds(self) -> (f64, f64) {
        match self {
            Self::Frequency => (30.0, 6000.0),
            Self::Time => (1.0, 50.0),
            Self::Locations => (1.0, 99.0),
            Self::Deviation => (0.0, 100.0),
            Self::AntennaHeight => (1.0, 3000.0),
            Self::Length => (0.25, 3000.0),
            Self::Ground => (-500.0, 9000.0),
            Self::Clutter => (0.0, 1000.0),
            Self::Coast => (0.0, 20_000.0),
            Self::LapseRate => (1.0, 150.0),
            Self::Refractivity => (200.0, 500.0),
            Self::Latitude => (-90.0, 90.0),
            Self::Longitude => (-360.0, 360.0),
            Self::Width => (1.0, 10_000.0),
        }
    }

    /// Its name in messages.
    fn name(self) -> &'static str {
        match self {
            Self::Frequency => "frequency",
            Self::Time => "time",
            Self::Locations => "locations",
            Self::Deviation => "deviation",
            Self::AntennaHeight => "antenna-height",
            Self::Length => "length",
            Self::Ground => "ground",
            Self::Clutter => "clutter",
            Self::Coast => "coast",
            Self::LapseRate => "lapse-rate",
            Self::Refractivity => "refractivity",
            Self::Latitude => "latitude",
            Self::Longitude => "longitude",
            Self::Width => "width",
        }
    }

    /// Whether a value lies within the bounds; no number does not.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`].
    pub fn check(self, value: f64) -> Result<(), Fault> {
        let (least, most) = self.bounds();
        if (least..=most).contains(&value) { Ok(()) } else { Err(Fault::OutOfRange { quantity: self, value }) }
    }
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// The profile has fewer points than [`super::path::LEAST_POINTS`].
    TooFewPoints {
        /// How many it has.
        points: usize,
    },
    /// Lists of a profile differ in length.
    Lengths {
        /// Distances.
        distances: usize,
        /// Values of the list that differs.
        values: usize,
    },
    /// A distance is no number, or does not lie beyond the one before; the first must be zero.
    NotRising {
        /// Its number, from zero.
        point: usize,
    },
    /// A value is no number or out of [`Quantity::bounds`].
    OutOfRange {
        /// Which.
        quantity: Quantity,
        /// What was given.
        value: f64,
    },
}

impl From<Fault> for Diagnostic {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::TooFewPoints { points } => {
                Diagnostic::error("p1812-profile-short").with("points", points).with("least", super::path::LEAST_POINTS)
            }
            Fault::Lengths { distances, values } => {
                Diagnostic::error("p1812-profile-uneven").with("points", distances).with("values", values)
            }
            Fault::NotRising { point } => Diagnostic::error("p1812-profile-unsorted").with("point", point + 1),
            Fault::OutOfRange { quantity, value } => {
                let (least, most) = quantity.bounds();
                let odd = Diagnostic::error("p1812-value-odd").with("quantity", quantity.name());
                // What is no number has no place in a message as one.
                let odd = if value.is_finite() { odd.with("value", value) } else { odd.with("value", "?") };
                odd.with("least", least).with("most", most)
            }
        }
    }
}

/// For logs and tests; people read the worded [`Diagnostic`].
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Diagnostic::from(*self).fmt(f)
    }
}

impl std::error::Error for Fault {}
