//! Horizons of the antennas: how high and how far, and whether one sees the other (Attachment 1, §4).

use super::path::Path;

/// Horizons of a path over the median Earth; pairs are transmitter, receiver.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Horizons {
    /// Whether the ground hides the antennas from one another.
    pub hidden: bool,
    /// Distances to the horizons, d_lt and d_lr [km]; where the antennas see each other, to the point that comes nearest to the ray.
    pub distances: [f64; 2],
    /// The same points by their distances from the transmitter [km], exactly as the profile has them.
    pub points: [f64; 2],
    /// Elevations, θ_t and θ_r [mrad].
    pub elevations: [f64; 2],
    /// Angular distance of the path, θ [mrad].
    pub angle: f64,
}

impl Horizons {
    /// Those of antennas at heights above the sea [m] over an Earth of a radius [km], at a wavelength [m].
    pub fn of(path: &Path, antennas: [f64; 2], radius: f64, wavelength: f64) -> Self {
        let length = path.length();
        let [sender, receiver] = antennas;
        let direct = [slope(receiver - sender, length, radius), slope(sender - receiver, length, radius)];
        // Of several points the one nearest to the antenna is its horizon.
        let ahead = highest(path.between().map(|(far, height)| (slope(height - sender, far, radius), far)), |new, best| new > best);
        let back = path.between().map(|(far, height)| (slope(height - receiver, length - far, radius), far));
        let back = highest(back, |new, best| new >= best);
        let hidden = ahead.0 > direct[0];
        let (slopes, points) =
            if hidden { ([ahead.0, back.0], [ahead.1, back.1]) } else { (direct, [nearest_to_ray(path, antennas, radius, wavelength); 2]) };
        let elevations = slopes.map(|slope| 1000.0 * slope.atan());
        let angle = 1000.0 * length / radius + elevations[0] + elevations[1];
        Self { hidden, distances: [points[0], length - points[1]], points, elevations, angle }
    }
}

/// Slope above the horizontal of a point that is higher by so much [m] and so far [km] on a curved Earth.
fn slope(higher: f64, far: f64, radius: f64) -> f64 {
    higher / (1000.0 * far) - far / (2.0 * radius)
}

/// The value that beats all others, and what comes with it.
fn highest(values: impl Iterator<Item = (f64, f64)>, beats: impl Fn(f64, f64) -> bool) -> (f64, f64) {
    values.fold((f64::NEG_INFINITY, 0.0), |best, new| if beats(new.0, best.0) { new } else { best })
}

/// Distance [km] of the point with the greatest diffraction parameter, the last of several.
fn nearest_to_ray(path: &Path, [sender, receiver]: [f64; 2], radius: f64, wavelength: f64) -> f64 {
    let length = path.length();
    let parameter = |(far, height): (f64, f64)| {
        let rest = length - far;
        let above = height + 500.0 * (1.0 / radius) * far * rest - (sender * rest + receiver * far) / length;
        (above * (0.002 * length / (wavelength * far * rest)).sqrt(), far)
    };
    highest(path.between().map(parameter), |new, best| new >= best).1
}
