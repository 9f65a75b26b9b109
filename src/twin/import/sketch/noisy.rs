//! Smooth noise for outlines, courses and relief.

use noise::{NoiseFn, Perlin};

/// Noise of several octaves, about −1 to 1, by place.
pub struct Noise {
    octaves: Vec<Perlin>,
}

impl Noise {
    /// Noise of a seed with so many octaves, each half as strong and twice as fine as the one before.
    pub fn new(seed: u64, octaves: u32) -> Self {
        Self { octaves: (0..octaves).map(|octave| Perlin::new((seed as u32).wrapping_add(octave))).collect() }
    }

    /// The value at a place; `x` and `y` in units of the coarsest octave.
    pub fn at(&self, x: f64, y: f64) -> f64 {
        let (mut sum, mut strength, mut fine) = (0.0, 1.0, 1.0);
        for octave in &self.octaves {
            sum += strength * octave.get([x * fine + 0.37, y * fine + 0.71]);
            strength *= 0.5;
            fine *= 2.03;
        }
        sum
    }
}
