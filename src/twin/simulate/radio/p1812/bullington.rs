//! The Bullington construction: one edge in place of all obstacles (§4.3.1).

/// A ray between two antennas over a curved Earth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ray {
    /// Length [km].
    pub length: f64,
    /// Heights of transmitter and receiver above the sea or a smooth surface [m].
    pub antennas: [f64; 2],
    /// Effective radius of the Earth [km].
    pub radius: f64,
    /// Wavelength [m].
    pub wavelength: f64,
}

impl Ray {
    /// Height of the straight ray at a distance [m].
    fn height(&self, far: f64) -> f64 {
        (self.antennas[0] * (self.length - far) + self.antennas[1] * far) / self.length
    }

    /// Height of an obstacle above the chord of the curved Earth [m].
    fn bulged(&self, far: f64, height: f64) -> f64 {
        height + 500.0 * (1.0 / self.radius) * far * (self.length - far)
    }

    /// What makes the diffraction parameter of a height above the ray.
    fn scale(&self, far: f64) -> f64 {
        (0.002 * self.length / (self.wavelength * far * (self.length - far))).sqrt()
    }

    /// Diffraction loss by obstacles at distances [km] with heights [m], L_bull [dB] (21).
    pub fn bullington(&self, obstacles: impl Iterator<Item = (f64, f64)> + Clone) -> f64 {
        let parameter = self.edge(obstacles.clone()).unwrap_or_else(|| self.greatest_parameter(obstacles));
        let edge = knife_edge(parameter);
        edge + (1.0 - (-edge / 6.0).exp()) * (10.0 + 0.02 * self.length)
    }

    /// Diffraction parameter of the one edge (20); none where nothing hides the antennas from each other.
    fn edge(&self, obstacles: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
        let [sender, receiver] = self.antennas;
        let (mut ahead, mut back) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        for (far, height) in obstacles {
            let bulged = self.bulged(far, height);
            ahead = ahead.max((bulged - sender) / far);
            back = back.max((bulged - receiver) / (self.length - far));
        }
        if ahead < (receiver - sender) / self.length {
            return None;
        }
        let far = (receiver - sender + back * self.length) / (ahead + back);
        // Where the ground just touches the ray, the two slopes are opposite, and there is no edge to speak of.
        let is_between = far > 0.0 && far < self.length;
        is_between.then(|| (sender + ahead * far - self.height(far)) * self.scale(far))
    }

    /// Greatest diffraction parameter of the obstacles (15).
    fn greatest_parameter(&self, obstacles: impl Iterator<Item = (f64, f64)>) -> f64 {
        let parameter = |(far, height): (f64, f64)| (self.bulged(far, height) - self.height(far)) * self.scale(far);
        obstacles.map(parameter).fold(f64::NEG_INFINITY, f64::max)
    }
}

/// Loss by a knife edge, J(ν) [dB] (12).
fn knife_edge(parameter: f64) -> f64 {
    if parameter <= -0.78 {
        return 0.0;
    }
    let shifted = parameter - 0.1;
    6.9 + 20.0 * ((shifted * shifted + 1.0).sqrt() + shifted).log10()
}
