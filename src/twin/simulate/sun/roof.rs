//! Roofs that carry solar modules: how a roof's sunny side lies, and how large it is.

use super::prisms::{Prism, Prisms};
use super::sky::Plane;
use crate::twin::model::building::RoofShape;
use crate::twin::model::space::Position;
use std::f64::consts::{FRAC_PI_2, PI, TAU};

/// Steps in which roofs are told apart [rad].
const TILT: f64 = 5.0 * PI / 180.0;
const AZIMUTH: f64 = 10.0 * PI / 180.0;
/// A roof is not steeper than this [rad].
const STEEPEST: f64 = 60.0 * PI / 180.0;

/// A kind of roof: its tilt and its azimuth in steps of five and ten degrees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lie {
    tilt: u8,
    azimuth: u8,
}

impl Lie {
    /// The nearest lie to a plane.
    pub fn new(plane: Plane) -> Self {
        let steps = (TAU / AZIMUTH).round();
        let azimuth = (plane.azimuth.rem_euclid(TAU) / AZIMUTH).round().rem_euclid(steps);
        Self { tilt: (plane.tilt.clamp(0.0, STEEPEST) / TILT).round() as u8, azimuth: azimuth as u8 }
    }

    /// How it lies.
    pub fn plane(self) -> Plane {
        Plane { tilt: f64::from(self.tilt) * TILT, azimuth: f64::from(self.azimuth) * AZIMUTH }
    }
}

/// How modules lie on a roof. On flat ones they stand in rows at `tilt`, and face the equator; on others they lie on the sunnier slope.
/// `turned` is what the plane's north is off true north [rad].
pub fn plane(ring: &[Position], roof: RoofShape, rise: f64, across: bool, tilt: f64, is_north: bool, turned: f64) -> Plane {
    let sunny = if is_north { PI } else { 0.0 };
    let flat = Plane { tilt, azimuth: sunny };
    let Some((along, size)) = sides(ring).filter(|_| roof != RoofShape::Flat && rise > 0.0) else { return flat };
    // The ridge runs along the longer side, or across it.
    let is_long = size[0] >= size[1];
    let (ridge, width) = if is_long != across { (along, size[1]) } else { (along + FRAC_PI_2, size[0]) };
    let run = if roof == RoofShape::Skillion { width } else { width / 2.0 };
    if run <= 0.0 {
        return flat;
    }
    let slopes = [ridge + FRAC_PI_2 + turned, ridge - FRAC_PI_2 + turned];
    let off = |azimuth: f64| -(azimuth - sunny).cos();
    let azimuth = if off(slopes[0]) <= off(slopes[1]) { slopes[0] } else { slopes[1] };
    Plane { tilt: (rise / run).atan().min(STEEPEST), azimuth }
}

/// The direction of a footprint's longest wall [rad clockwise from the plane's north], and how far it goes along and across that [m].
fn sides(ring: &[Position]) -> Option<(f64, [f64; 2])> {
    let edges = ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| [b.east() - a.east(), b.north() - a.north()]);
    let [east, north] = edges.max_by(|a, b| a[0].hypot(a[1]).total_cmp(&b[0].hypot(b[1])))?;
    let length = east.hypot(north);
    if length <= 0.0 {
        return None;
    }
    let span = |axis: [f64; 2]| {
        let places = ring.iter().map(|point| point.east() * axis[0] + point.north() * axis[1]);
        let (low, high) = places.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), place| (low.min(place), high.max(place)));
        high - low
    };
    let along = [east / length, north / length];
    Some((east.atan2(north), [span(along), span([-along[1], along[0]])]))
}

/// Area of a footprint [m²], holes taken off.
pub fn area(prisms: &Prisms, prism: &Prism) -> f64 {
    prisms.rings(prism).map(crate::twin::model::space::signed_area).sum::<f64>().max(0.0)
}
