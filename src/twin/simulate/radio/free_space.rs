//! Loss in free space.

/// Nearer than this an antenna is no point [m].
const NEAREST: f64 = 1.0;
/// Of 1 MHz over 1 km [dB]: 20 log(4π · 10⁹ / c).
const UNIT: f64 = 32.447_783;

/// Loss over a distance [m] at a frequency [MHz], in dB.
pub fn free_space(frequency: f64, distance: f64) -> f64 {
    UNIT + 20.0 * (frequency * distance.max(NEAREST) / 1_000.0).log10()
}
