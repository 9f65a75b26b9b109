//! Seeded draws: every one follows from the sketch's seed and the thing's own number, never from the order of threads.

use crate::twin::model::id::mix;

/// A stream of draws.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The stream of a thing, by its numbers.
    pub fn of(seed: u64, numbers: &[i64]) -> Self {
        Self(numbers.iter().fold(mix(seed), |state, &number| mix(state ^ (number as u64).wrapping_mul(0xD6E8_FEB8_6659_FD93))))
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.0)
    }

    /// A fraction in [0, 1).
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number in [low, high).
    pub fn range(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// Whether something of this probability happens.
    pub fn happens(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// An index below `count`; zero where there is none.
    pub fn index(&mut self, count: usize) -> usize {
        ((self.unit() * count as f64) as usize).min(count.saturating_sub(1))
    }

    /// A whole number from `low` to `high`, both possible.
    pub fn whole(&mut self, low: u32, high: u32) -> u32 {
        low + self.index((high - low + 1) as usize) as u32
    }

    /// A draw of the standard normal distribution (Box and Muller 1958).
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }
}
