//! What ITM warns of: bits as NTIA numbers them.

use std::fmt;

/// A set of warnings. The bits are those of NTIA's implementation.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Warnings(u16);

impl Warnings {
    /// The sender stands very low or very high.
    pub const SENDER_HEIGHT: Self = Self(0x0001);
    /// The receiver stands very low or very high.
    pub const RECEIVER_HEIGHT: Self = Self(0x0002);
    /// The frequency is near the ends of what the model holds for.
    pub const FREQUENCY: Self = Self(0x0004);
    /// Longer than 1,000 km.
    pub const LONG: Self = Self(0x0008);
    /// Longer than 2,000 km.
    pub const VERY_LONG: Self = Self(0x0010);
    /// Shorter than the difference of the heights allows.
    pub const STEEP: Self = Self(0x0020);
    /// Shorter than 1 km.
    pub const SHORT: Self = Self(0x0040);
    /// Horizon angles too great for small-angle formulas: that of the sender, that of the receiver.
    pub const HORIZON_ANGLE: [Self; 2] = [Self(0x0080), Self(0x0100)];
    /// Horizons nearer than a tenth of that of a smooth Earth.
    pub const HORIZON_NEAR: [Self; 2] = [Self(0x0200), Self(0x0400)];
    /// Horizons farther than three times that of a smooth Earth.
    pub const HORIZON_FAR: [Self; 2] = [Self(0x0800), Self(0x1000)];
    /// A share far in the tail of its distribution.
    pub const EXTREME_SHARE: Self = Self(0x2000);
    /// Air thinner than the model was fitted to.
    pub const THIN_AIR: Self = Self(0x4000);

    /// Adds a warning where something is so.
    pub(super) fn add(&mut self, warning: Self, is_so: bool) {
        self.0 |= if is_so { warning.0 } else { 0 };
    }

    /// Everything that either warns of.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a warning is among them.
    pub fn has(self, warning: Self) -> bool {
        self.0 & warning.0 == warning.0
    }

    /// The bits.
    pub fn bits(self) -> u16 {
        self.0
    }
}

impl fmt::Debug for Warnings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#06x}", self.0)
    }
}
