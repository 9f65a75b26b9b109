//! The smooth Earth that fits the ground best, and heights of antennas above it (Attachment 1, §5.6).

use super::horizon::Horizons;
use super::path::Path;

/// Smooth surfaces under a path and heights above them [m]; pairs are transmitter, receiver.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SmoothEarth {
    /// Line of least squares through the ground, at the terminals, above the sea (85), (86).
    pub fitted: [f64; 2],
    /// The same, not above the ground, for ducting: h_st, h_sr (90).
    pub ducting: [f64; 2],
    /// Below obstacles, not above the ground, for diffraction: h_std, h_srd (89).
    pub diffraction: [f64; 2],
    /// Effective heights of the antennas for ducting, h_te, h_re (92).
    pub effective: [f64; 2],
    /// Roughness of the ground between the horizons, h_m (93).
    pub roughness: f64,
}

impl SmoothEarth {
    /// That of antennas at heights above the ground [m] with these horizons.
    pub fn of(path: &Path, heights: [f64; 2], horizons: &Horizons) -> Self {
        let ends = path.ends();
        let fitted = fitted(path);
        let ducting = not_above(fitted, ends);
        Self {
            fitted,
            ducting,
            diffraction: not_above(below_obstacles(path, heights, fitted), ends),
            effective: [heights[0] + ends[0] - ducting[0], heights[1] + ends[1] - ducting[1]],
            roughness: roughness(path, ducting, horizons),
        }
    }
}

fn not_above(heights: [f64; 2], ends: [f64; 2]) -> [f64; 2] {
    [heights[0].min(ends[0]), heights[1].min(ends[1])]
}

fn fitted(path: &Path) -> [f64; 2] {
    let length = path.length();
    let (mut area, mut moment) = (0.0, 0.0);
    for ((before, low), (after, high)) in path.points().zip(path.points().skip(1)) {
        area += (after - before) * (high + low);
        moment += (after - before) * (high * (2.0 * after + before) + low * (after + 2.0 * before));
    }
    let squared = length * length;
    [(2.0 * area * length - moment) / squared, (moment - area * length) / squared]
}

/// The fitted line, lowered where the ground rises above the ray.
fn below_obstacles(path: &Path, heights: [f64; 2], fitted: [f64; 2]) -> [f64; 2] {
    let length = path.length();
    let [sender, receiver] = path.antennas(heights);
    let above = |(far, height): (f64, f64)| (far, height - (sender * (length - far) + receiver * far) / length);
    let (mut highest, mut from_sender, mut from_receiver) = (f64::NEG_INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
    for (far, above) in path.between().map(above) {
        highest = highest.max(above);
        from_sender = from_sender.max(above / far);
        from_receiver = from_receiver.max(above / (length - far));
    }
    if highest <= 0.0 {
        return fitted;
    }
    let share = from_sender / (from_sender + from_receiver);
    let other = from_receiver / (from_sender + from_receiver);
    [fitted[0] - highest * share, fitted[1] - highest * other]
}

/// How far the ground rises above the smooth surface between the horizons.
fn roughness(path: &Path, smooth: [f64; 2], horizons: &Horizons) -> f64 {
    let length = path.length();
    let rise = (smooth[1] - smooth[0]) / length;
    let [first, last] = horizons.points;
    // Rounding may swap the horizons where they are one point or neighbours.
    let between = first.min(last)..=first.max(last);
    let above = path.points().filter(|(far, _)| between.contains(far)).map(|(far, height)| height - (smooth[0] + rise * far));
    above.fold(f64::NEG_INFINITY, f64::max)
}
