//! Variability among locations, and the normal distribution that it follows (§4.7, Attachment 2).

use super::fault::{Fault, Quantity};

/// Standard deviation of outdoor losses among locations [dB], at a frequency [MHz] for squares of a width [m], with a receiver so high above
/// the ground among clutter of a representative height [m]. Above clutter there is less of it, ten metres above none.
///
/// # Errors
/// [`Fault::OutOfRange`] for any of them.
pub fn deviation(frequency: f64, width: f64, height: f64, clutter: f64) -> Result<f64, Fault> {
    Quantity::Frequency.check(frequency)?;
    Quantity::Width.check(width)?;
    Quantity::AntennaHeight.check(height)?;
    Quantity::Clutter.check(clutter)?;
    let amid = (0.52 + 0.024 * frequency / 1000.0) * width.powf(0.28);
    Ok(amid * (1.0 - (height - clutter) / 10.0).clamp(0.0, 1.0))
}

/// Inverse complementary cumulative normal distribution, I(x), approximated for 0.000001 ≤ x ≤ 0.999999; beyond, the value at the bound.
pub(super) fn inverse_normal(share: f64) -> f64 {
    let share = share.clamp(0.000_001, 0.999_999);
    if share <= 0.5 { tail(share) } else { -tail(1.0 - share) }
}

fn tail(share: f64) -> f64 {
    let root = (-2.0 * share.ln()).sqrt();
    let above = (0.010_328 * root + 0.802_853) * root + 2.515_516_698;
    let below = ((0.001_308 * root + 0.189_269) * root + 1.432_788) * root + 1.0;
    root - above / below
}
