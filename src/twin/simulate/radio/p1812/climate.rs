//! What the air does to a path: the effective radius of the Earth and how often there are ducts (§3.5–3.7).

use super::fault::{Fault, Quantity};
use super::section::Sections;

/// Radius of the Earth [km].
const EARTH: f64 = 6371.0;

/// The air over a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Climate {
    /// Median effective radius of the Earth, a_e [km].
    pub median_radius: f64,
    /// Effective radius exceeded for β₀ of the time, a_β [km].
    pub ducting_radius: f64,
    /// Share of time in which refractivity falls by more than 100 N-units/km near the ground, β₀ [%].
    pub ducting: f64,
    /// How much of an inland path there is, τ, 0 to 1.
    pub inland: f64,
}

impl Climate {
    /// The air at a lapse rate [N-units/km] and a latitude [°] over a path of these sections.
    pub fn new(lapse_rate: f64, latitude: f64, sections: &Sections) -> Self {
        let inland = 1.0 - (-4.12e-4 * sections.longest_inland.powf(2.41)).exp();
        Self {
            median_radius: EARTH * (157.0 / (157.0 - lapse_rate)),
            ducting_radius: EARTH * 3.0,
            ducting: ducting(latitude.abs(), sections.longest_land, inland),
            inland,
        }
    }
}

/// β₀ by equations (2)–(5).
fn ducting(latitude: f64, longest_land: f64, inland: f64) -> f64 {
    let land = 10f64.powf(-longest_land / (16.0 - 6.6 * inland)) + 10f64.powf(-5.0 * (0.496 + 0.354 * inland));
    let land = land.powf(0.2).min(1.0);
    if latitude <= 70.0 {
        let by_latitude = land.powf(-0.935 + 0.0176 * latitude);
        10f64.powf(-0.015 * latitude + 1.67) * land * by_latitude
    } else {
        4.17 * land * land.powf(0.3)
    }
}

/// Latitude [°] halfway along a path of a length [km], on the great circle from a transmitter towards a receiver at (latitude, longitude) [°]
/// (Recommendation ITU-R P.2001, Attachment H).
///
/// # Errors
/// [`Fault::OutOfRange`] for a coordinate or the length.
pub fn centre_latitude(transmitter: [f64; 2], receiver: [f64; 2], length: f64) -> Result<f64, Fault> {
    Quantity::Length.check(length)?;
    for [latitude, longitude] in [transmitter, receiver] {
        Quantity::Latitude.check(latitude)?;
        Quantity::Longitude.check(longitude)?;
    }
    let [from, to] = [transmitter[0].to_radians(), receiver[0].to_radians()];
    let across = (receiver[1] - transmitter[1]).to_radians();
    let cosine = from.sin() * to.sin() + from.cos() * to.cos() * across.cos();
    let north = to.sin() - cosine * from.sin();
    let east = from.cos() * to.cos() * across.sin();
    let bearing = east.atan2(north);
    let angle = 0.5 * length / EARTH;
    let sine = from.sin() * angle.cos() + from.cos() * angle.sin() * bearing.cos();
    Ok(sine.clamp(-1.0, 1.0).asin().to_degrees())
}
