//! Diffraction by a smooth spherical Earth (§4.3.2, §4.3.3).

use super::link::Polarisation;
use std::f64::consts::PI;

/// Electrical properties of a ground.
#[derive(Clone, Copy)]
struct Ground {
    permittivity: f64,
    /// [S/m].
    conductivity: f64,
}

const LAND: Ground = Ground { permittivity: 22.0, conductivity: 0.003 };
const SEA: Ground = Ground { permittivity: 80.0, conductivity: 5.0 };

/// A smooth path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SmoothPath {
    /// Length [km].
    pub length: f64,
    /// Heights of transmitter and receiver above the surface [m], above zero.
    pub heights: [f64; 2],
    /// Effective radius of the Earth [km].
    pub radius: f64,
    /// Frequency [GHz].
    pub frequency: f64,
    /// Wavelength [m].
    pub wavelength: f64,
    /// Polarisation of the wave.
    pub polarisation: Polarisation,
    /// Share of the path over the sea, 0 to 1.
    pub over_sea: f64,
}

impl SmoothPath {
    /// Diffraction loss, L_dsph [dB].
    pub fn loss(&self) -> f64 {
        let [sender, receiver] = self.heights;
        let in_sight = (2.0 * self.radius).sqrt() * ((0.001 * sender).sqrt() + (0.001 * receiver).sqrt());
        if self.length >= in_sight {
            return self.first_term(self.radius);
        }
        let (clearance, required) = self.clearance();
        if clearance >= required {
            return 0.0;
        }
        // The radius at which the antennas would just see each other.
        let radius = 500.0 * (self.length / (sender.sqrt() + receiver.sqrt())).powi(2);
        (1.0 - clearance / required) * self.first_term(radius).max(0.0)
    }

    /// Smallest clearance between the ray and the Earth, and that which leaves no loss [m] (23)–(25).
    fn clearance(&self) -> (f64, f64) {
        let [sender, receiver] = self.heights;
        let (length, radius) = (self.length, self.radius);
        let unequal = (sender - receiver) / (sender + receiver);
        let bulge = 250.0 * length * length / (radius * (sender + receiver));
        let cosine = 3.0 * unequal / 2.0 * (3.0 * bulge / (bulge + 1.0).powi(3)).sqrt();
        let turn = PI / 3.0 + cosine.clamp(-1.0, 1.0).acos() / 3.0;
        let off_centre = (2.0 * ((bulge + 1.0) / (3.0 * bulge)).sqrt() * turn.cos()).clamp(-1.0, 1.0);
        let far = length / 2.0 * (1.0 + off_centre);
        let rest = length - far;
        let above = (sender - 500.0 * far * far / radius) * rest + (receiver - 500.0 * rest * rest / radius) * far;
        (above / length, 17.456 * (far * rest * self.wavelength / length).sqrt())
    }

    /// First term of the residue series over an Earth of a radius [km], by land and sea (28) [dB].
    fn first_term(&self, radius: f64) -> f64 {
        self.over_sea * self.first_term_over(SEA, radius) + (1.0 - self.over_sea) * self.first_term_over(LAND, radius)
    }

    fn first_term_over(&self, ground: Ground, radius: f64) -> f64 {
        let admittance = self.admittance(ground, radius);
        let (squared, fourth) = (admittance * admittance, admittance.powi(4));
        let beta = (1.0 + 1.6 * squared + 0.67 * fourth) / (1.0 + 4.5 * squared + 1.53 * fourth);
        let distance = 21.88 * beta * (self.frequency / (radius * radius)).cbrt() * self.length;
        let by_distance = if distance >= 1.6 {
            11.0 + 10.0 * distance.log10() - 17.6 * distance
        } else {
            -20.0 * distance.log10() - 5.6488 * distance.powf(1.425)
        };
        let gain = |height: f64| {
            let normal = 0.9575 * beta * (self.frequency * self.frequency / radius).cbrt() * height;
            height_gain(beta * normal).max(2.0 + 20.0 * admittance.log10())
        };
        -by_distance - gain(self.heights[0]) - gain(self.heights[1])
    }

    /// Normalised surface admittance, K (29).
    fn admittance(&self, ground: Ground, radius: f64) -> f64 {
        let loss = (18.0 * ground.conductivity / self.frequency).powi(2);
        let horizontal = 0.036 / (radius * self.frequency).cbrt() * ((ground.permittivity - 1.0).powi(2) + loss).powf(-0.25);
        match self.polarisation {
            Polarisation::Horizontal => horizontal,
            Polarisation::Vertical => horizontal * (ground.permittivity.powi(2) + loss).sqrt(),
        }
    }
}

/// Gain of a normalised height, G(Y) [dB] (35).
fn height_gain(height: f64) -> f64 {
    if height > 2.0 {
        17.6 * (height - 1.1).sqrt() - 5.0 * (height - 1.1).log10() - 8.0
    } else {
        20.0 * (height + 0.1 * height.powi(3)).log10()
    }
}
