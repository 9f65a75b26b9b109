//! Loss in sight: the direct ray and the one that the ground throws back, passing into diffraction.

use super::medium::{Ground, divide};
use super::path::Path;
use super::roughness::{at_distance, deviation};
use std::f64::consts::{FRAC_PI_2, PI};

/// Loss by distance behind the horizons: a straight line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slope {
    /// Loss at no distance [dB].
    pub at_start: f64,
    /// Loss on a metre [dB/m].
    pub slope: f64,
}

impl Slope {
    pub(super) fn at(&self, distance: f64) -> f64 {
        self.at_start + self.slope * distance
    }
}

/// Loss at a distance in sight [dB]. `smooth` are both horizons of a smooth Earth together [m].
pub(super) fn in_sight(ground: &Ground, path: &Path, behind: Slope, smooth: f64, distance: f64) -> f64 {
    let rough = deviation(at_distance(path.irregularity, distance));
    let both = path.effective[0] + path.effective[1];
    let sine = both / (distance * distance + both * both).sqrt();
    let [real, imaginary] = ground.impedance;
    let damping = (-(ground.wave * rough * sine).min(10.0)).exp();
    let mut reflected = divide([sine - real, -imaginary], [sine + real, imaginary]).map(|part| part * damping);
    let power = reflected[0] * reflected[0] + reflected[1] * reflected[1];
    if power < 0.25 || power < sine {
        let scale = (sine / power).sqrt();
        reflected = reflected.map(|part| part * scale);
    }
    let phase = ground.wave * 2.0 * path.effective[0] * path.effective[1] / distance;
    let phase = if phase > FRAC_PI_2 { PI - FRAC_PI_2 * FRAC_PI_2 / phase } else { phase };
    let (sin, cos) = phase.sin_cos();
    let sum = [cos + reflected[0], reflected[1] - sin];
    let two_rays = -10.0 * (sum[0] * sum[0] + sum[1] * sum[1]).log10();
    let weight = 1.0 / (1.0 + ground.frequency * path.irregularity / smooth.max(10e3));
    weight * two_rays + (1.0 - weight) * behind.at(distance)
}
