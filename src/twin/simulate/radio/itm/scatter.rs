//! Loss far behind the horizon: what the troposphere scatters.

use super::medium::{Air, Ground};
use super::path::Path;
use std::f64::consts::SQRT_2;

/// Curves of H₀ by r (Algorithm, 6.13), for a scattering efficiency of 1 to 5.
const CURVES: [[f64; 2]; 5] = [[25.0, 24.0], [80.0, 45.0], [177.0, 68.0], [395.0, 80.0], [705.0, 105.0]];

/// The frequency gain H₀ that was found at the farther distance, for the nearer one.
pub(super) type Gain = Option<f64>;

/// Loss at a distance [m] in dB and the frequency gain; none where it is not defined. `in_sight` is the angular distance in sight.
pub(super) fn scatter(ground: &Ground, air: &Air, path: &Path, in_sight: f64, distance: f64, farther: Gain) -> Option<(f64, f64)> {
    let gain = match farther.filter(|gain| *gain > 15.0) {
        Some(gain) => gain,
        None => frequency_gain(ground, air, path, distance, farther)?,
    };
    let angle = distance / air.radius - in_sight;
    let square = angle * angle;
    let loss = attenuation(angle * distance) + 10.0 * (ground.frequency * square * square).log10()
        - 0.1 * (air.refractivity - 301.0) * (-angle * distance / 40e3).exp()
        + gain;
    Some((loss, gain))
}

/// F(θd) in dB (Algorithm, 6.9).
fn attenuation(product: f64) -> f64 {
    let (a, b, c) = if product <= 10e3 {
        (133.4, 0.332e-3, -10.0)
    } else if product <= 70e3 {
        (104.6, 0.212e-3, -2.5)
    } else {
        (71.8, 0.157e-3, 5.0)
    };
    a + b * product + c * product.log10()
}

/// H₀ in dB (TN101, chapter 9).
fn frequency_gain(ground: &Ground, air: &Air, path: &Path, distance: f64, farther: Gain) -> Option<f64> {
    let Path { effective, horizons, angles, .. } = *path;
    let (apart, ratio) = (horizons[0] - horizons[1], effective[1] / effective[0]);
    let (apart, ratio) = if apart < 0.0 { (-apart, 1.0 / ratio) } else { (apart, ratio) };
    let angle = angles[0] + angles[1] + distance / air.radius;
    let r = effective.map(|height| 2.0 * ground.wave * angle * height);
    if r[0] < 0.2 && r[1] < 0.2 {
        return None;
    }
    let asymmetry = (distance - apart) / (distance + apart);
    let q = (ratio / asymmetry).clamp(0.1, 10.0);
    let asymmetry = asymmetry.max(0.1);
    let crossing = (distance - apart) * (distance + apart) * angle * 0.25 / distance;
    let efficiency = efficiency(crossing, air.refractivity);
    let mean = (curve(r[0], efficiency) + curve(r[1], efficiency)) / 2.0;
    let shift = 6.0 * (0.6 - efficiency.max(1.0).log10()) * asymmetry.log10() * q.log10();
    let mut gain = (mean + shift.min(mean)).max(0.0);
    if efficiency < 1.0 {
        let both = (1.0 + SQRT_2 / r[0]) * (1.0 + SQRT_2 / r[1]);
        let none = 10.0 * (both * both * (r[0] + r[1]) / (r[0] + r[1] + 2.0 * SQRT_2)).log10();
        gain = efficiency * gain + (1.0 - efficiency) * none;
    }
    // More than 15 dB at the nearer distance: what it was at the farther one.
    Some(farther.filter(|_| gain > 15.0).unwrap_or(gain))
}

/// Scattering efficiency at the height where the rays cross [m] (TN101, eq. 9.3a).
fn efficiency(crossing: f64, refractivity: f64) -> f64 {
    let cube = (crossing / 8e3).min(1.7).powi(3);
    crossing / 1_755.6 * (1.0 + (0.031 - refractivity * 2.32e-3 + refractivity * refractivity * 5.67e-6) * (-cube * cube).exp())
}

/// H₀ at r for an efficiency, between the curves [dB].
fn curve(r: f64, efficiency: f64) -> f64 {
    let efficiency = efficiency.clamp(1.0, 5.0);
    let lower = efficiency as usize;
    let share = efficiency - lower as f64;
    let inverse = 1.0 / (r * r);
    let of = |number: usize| {
        let [a, b] = CURVES[number.min(4)];
        10.0 * (1.0 + (a * inverse + b) * inverse).log10()
    };
    let value = of(lower - 1);
    if share == 0.0 { value } else { (1.0 - share) * value + share * of(lower) }
}
