//! Ground and air as ITM sees them: the impedance of the ground and the powers of the frequency once for all paths, the Earth's curvature for
//! each.

use super::terms::{Polarization, Terms};
use std::f64::consts::SQRT_2;

/// Curvature of the Earth [1/m].
const EARTH: f64 = 157e-9;
/// Height over which refractivity falls to its e-th part [m] (TN101, eq. 4.3).
const SCALE_HEIGHT: f64 = 9_460.0;

/// What follows from the terms alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground {
    /// Frequency [MHz].
    pub frequency: f64,
    /// Wave number [1/m].
    pub wave: f64,
    /// Cube root of the frequency.
    pub cube_root: f64,
    /// Transfer impedance of the ground, real and imaginary.
    pub impedance: [f64; 2],
    /// Its size.
    pub impedance_size: f64,
}

impl Ground {
    pub(super) fn new(terms: &Terms) -> Self {
        let (real, imaginary) = (terms.permittivity, 18_000.0 * terms.conductivity / terms.frequency);
        let root = square_root([real - 1.0, imaginary]);
        let impedance = match terms.polarization {
            Polarization::Horizontal => root,
            Polarization::Vertical => divide(root, [real, imaginary]),
        };
        Self {
            frequency: terms.frequency,
            wave: terms.frequency / 47.7,
            cube_root: terms.frequency.cbrt(),
            impedance,
            impedance_size: impedance[0].hypot(impedance[1]),
        }
    }
}

/// The air over a path.
#[derive(Clone, Copy, Debug)]
pub(super) struct Air {
    /// Refractivity at the ground [N-units].
    pub refractivity: f64,
    /// Radius of the Earth over which rays are straight [m].
    pub radius: f64,
}

impl Air {
    /// Of a path at a mean height [m], with a refractivity at sea level.
    pub(super) fn new(refractivity: f64, height: f64) -> Self {
        let refractivity = if height == 0.0 { refractivity } else { refractivity * (-height / SCALE_HEIGHT).exp() };
        // TN101, eq. 4.4.
        let curvature = EARTH * (1.0 - 0.04665 * (refractivity / 179.3).exp());
        Self { refractivity, radius: 1.0 / curvature }
    }
}

/// The root with a positive real part of a number with one.
fn square_root([real, imaginary]: [f64; 2]) -> [f64; 2] {
    let root = (real.hypot(imaginary) + real).sqrt();
    if root > 0.0 { [root / SQRT_2, imaginary / (SQRT_2 * root)] } else { [0.0, 0.0] }
}

/// A quotient of complex numbers.
pub(super) fn divide([a, b]: [f64; 2], [c, d]: [f64; 2]) -> [f64; 2] {
    let size = c * c + d * d;
    [(a * c + b * d) / size, (b * c - a * d) / size]
}
