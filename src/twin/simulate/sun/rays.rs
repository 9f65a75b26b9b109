//! A single ray of light against relief and prisms: what everything quicker is held against.

use super::fan::cross;
use super::prisms::{Prism, Prisms};
use super::relief::Ground;

/// Whether light from a direction reaches a point `[east, north, height]` [m] past a prism. `toward` is the unit vector to the sun on the
/// plane, `slope` the tangent of the sun's height.
pub fn passes(prisms: &Prisms, prism: &Prism, from: [f64; 3], toward: [f64; 2], slope: f64) -> bool {
    let mut crossings: Vec<f64> = Vec::new();
    for (a, b) in prisms.edges(prism, [from[0], from[1]]) {
        let (left, right) = (cross(toward, a), cross(toward, b));
        if (left > 0.0) != (right > 0.0) {
            let along = [b[0] - a[0], b[1] - a[1]];
            let distance = cross(a, along) / cross(toward, along);
            crossings.extend((distance > 0.0).then_some(distance));
        }
    }
    crossings.sort_by(f64::total_cmp);
    // An odd number of walls ahead: it begins within the footprint.
    let begins = (crossings.len() % 2 == 1).then_some(0.0);
    let walls: Vec<f64> = begins.into_iter().chain(crossings).collect();
    let is_inside = |pair: &[f64]| {
        let [enters, leaves] = [pair.first(), pair.last()].map(|distance| from[2] + distance.copied().unwrap_or(0.0) * slope);
        enters < prism.top && leaves > prism.base
    };
    !walls.chunks_exact(2).any(is_inside)
}

/// Whether light from a direction reaches a point past all prisms within so many metres, and past the relief where it is known.
pub fn is_lit(prisms: &Prisms, ground: Option<&dyn Ground>, from: [f64; 3], toward: [f64; 2], slope: f64, farthest: f64) -> bool {
    let at = [from[0], from[1]];
    let mut free = true;
    prisms.near(at, 0.0, from[2], slope, farthest, |_, prism| {
        free = free && passes(prisms, prism, from, toward, slope);
    });
    free && ground.is_none_or(|ground| super::relief::passes(ground, from, toward, slope))
}
