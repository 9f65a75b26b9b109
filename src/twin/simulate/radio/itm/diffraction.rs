//! Loss behind the horizon: over two knife edges and around a smooth Earth, weighed by how rough the ground is.

use super::medium::{Air, Ground};
use super::path::Path;
use super::roughness::{at_distance, deviation};

/// Four thirds of the Earth's radius [m]: what Vogler's curves are drawn for.
const FOUR_THIRDS: f64 = 4.0 / 3.0 * 6_370e3;

/// The diffraction of a path, to be asked at any distance behind its horizons.
pub(super) struct Diffraction<'a> {
    ground: &'a Ground,
    path: &'a Path,
    radius: f64,
    /// Angular distance of the part in sight [rad].
    pub in_sight: f64,
    /// Both horizons together [m].
    pub horizons: f64,
    /// Both horizons of a smooth Earth together [m].
    pub smooth: f64,
    /// What clutter adds [dB].
    clutter: f64,
    /// Share of heights in the weight.
    lift: f64,
    /// Normalized distance of both terminals.
    terminals: f64,
    /// What their heights gain [dB].
    gain: f64,
}

impl<'a> Diffraction<'a> {
    pub(super) fn new(ground: &'a Ground, air: &Air, path: &'a Path, smooth: f64) -> Self {
        let Path { heights, effective, horizons, angles, .. } = *path;
        let both = horizons[0] + horizons[1];
        let rough = deviation(at_distance(path.irregularity, smooth));
        let product = heights[0] * heights[1];
        // ERL 79-ITS 67, eq. 3.38c.
        let clutter = (5.0 * (1.0 + 1e-5 * product * ground.frequency * rough).log10()).min(15.0);
        // ERL 79-ITS 67, eq. 3.23; low antennas on known paths count as some metres higher.
        let raised = product + if path.is_measured { 10.0 } else { 0.0 };
        let lift = (1.0 + (effective[0] * effective[1] - product) / raised).sqrt();
        let ends = [0, 1].map(|end| {
            let radius = 0.5 * horizons[end] * horizons[end] / effective[end];
            normalized(ground, radius, horizons[end])
        });
        Self {
            ground,
            path,
            radius: air.radius,
            in_sight: -(angles[0] + angles[1]).max(-both / air.radius),
            horizons: both,
            smooth,
            clutter,
            lift,
            terminals: ends[0].0 + ends[1].0,
            gain: height_gain(ends[0]) + height_gain(ends[1]),
        }
    }

    /// Loss at a distance [m], in dB.
    pub(super) fn at(&self, distance: f64) -> f64 {
        let rough = at_distance(self.path.irregularity, distance);
        let q =
            (self.lift + (self.horizons - self.in_sight * self.radius) / distance) * (rough * self.ground.frequency / 47.7).min(6_283.2);
        let weight = 25.1 / (25.1 + q.max(0.0).sqrt());
        weight * self.smooth_earth(distance) + (1.0 - weight) * self.knife_edges(distance) + self.clutter
    }

    /// Two knife edges, one at each horizon (TN101, eq. I.1 and I.7).
    fn knife_edges(&self, distance: f64) -> f64 {
        let angle = distance / self.radius - self.in_sight;
        let behind = distance - self.horizons;
        let edge = |horizon: f64| fresnel(0.079_577_5 * self.ground.wave * angle * angle * horizon * behind / (behind + horizon));
        edge(self.path.horizons[0]) + edge(self.path.horizons[1])
    }

    /// Around a smooth Earth: Vogler's method of three radii.
    fn smooth_earth(&self, distance: f64) -> f64 {
        let angle = distance / self.radius - self.in_sight;
        let radius = (distance - self.horizons) / angle;
        let x = normalized(self.ground, radius, radius * angle).0 + self.terminals;
        0.05751 * x - 10.0 * x.log10() - self.gain - 20.0
    }
}

/// Vogler's normalized distance [km] of a way over an Earth of a radius, both in m, and his K.
fn normalized(ground: &Ground, radius: f64, way: f64) -> (f64, f64) {
    let ratio = (FOUR_THIRDS / radius).cbrt();
    let k = 0.017_778 * ratio / (ground.cube_root * ground.impedance_size);
    ((1.607 - k) * ratio * ratio * ground.cube_root * way / 1_000.0, k)
}

/// What the height of a terminal gains at a normalized distance and K [dB].
fn height_gain((x, k): (f64, f64)) -> f64 {
    if x < 200.0 {
        let w = -k.ln();
        if k < 1e-5 || x * w * w * w > 5_495.0 {
            return if x > 1.0 { 17.372 * x.ln() - 117.0 } else { -117.0 };
        }
        return 2.5e-5 * x * x / k - 8.686 * w - 15.0;
    }
    let logarithm = x.ln();
    let far = 0.05751 * x - 4.343 * logarithm;
    if x >= 2_000.0 {
        return far;
    }
    let weight = 0.0134 * x * (-0.005 * x).exp();
    (1.0 - weight) * far + weight * (17.372 * logarithm - 117.0)
}

/// Loss over a knife edge by the square of Fresnel's parameter [dB] (TN101, eq. III.24).
fn fresnel(square: f64) -> f64 {
    if square < 5.76 { 6.02 + 9.11 * square.max(0.0).sqrt() - 1.27 * square } else { 12.953 + 10.0 * square.log10() }
}
