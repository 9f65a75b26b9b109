//! Light of the sky: what a clear and an overcast one give, its direct and its diffuse part, and what falls on a tilted plane.

use super::position::SunPosition;
use std::f64::consts::{FRAC_PI_2, TAU};

/// Light of the sun and the sky [W/m²].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Light {
    /// Straight from the sun, on a surface that faces it.
    pub beam: f64,
    /// From the rest of the sky, on level ground.
    pub diffuse: f64,
    /// Both on level ground.
    pub global: f64,
}

/// How a plane lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plane {
    /// Against level ground [rad].
    pub tilt: f64,
    /// Which way it faces [rad clockwise from true north].
    pub azimuth: f64,
}

/// Light beyond the air on a surface that faces the sun [W/m²], by the day of the year from 1 (Spencer 1971, 1366.1 W/m² on average).
pub fn beyond_the_air(day: f64) -> f64 {
    let angle = TAU * (day - 1.0) / 365.0;
    let shape =
        1.000_11 + 0.034_221 * angle.cos() + 0.001_28 * angle.sin() + 0.000_719 * (2.0 * angle).cos() + 0.000_077 * (2.0 * angle).sin();
    1_366.1 * shape
}

/// Air that light goes through, in that of the zenith (Kasten & Young 1989).
pub fn air_mass(elevation: f64) -> f64 {
    let degrees = elevation.to_degrees().max(0.0);
    1.0 / (degrees.to_radians().sin() + 0.505_72 * (degrees + 6.079_95).powf(-1.6364))
}

/// A clear sky: global light by Haurwitz (1945), split by Erbs et al. (1982). None below the horizon.
pub fn clear(elevation: f64, day: f64) -> Light {
    let height = elevation.sin();
    if height.is_nan() || height <= 0.0 {
        return Light::default();
    }
    let global = 1_098.0 * height * (-0.059 / height).exp();
    let clearness = (global / (beyond_the_air(day) * height)).clamp(0.0, 1.0);
    let diffuse = global * diffuse_share(clearness);
    Light { beam: (global - diffuse) / height, diffuse, global }
}

/// An overcast sky: a third of a clear one's light, all of it diffuse (Ångström's ¼ to ¾ of the light beyond the air, FAO 56).
pub fn overcast(elevation: f64, day: f64) -> Light {
    let global = clear(elevation, day).global / 3.0;
    Light { beam: 0.0, diffuse: global, global }
}

/// Share of diffuse light in the global one, by how much of the light beyond the air comes through (Erbs, Klein & Duffie 1982).
pub fn diffuse_share(clearness: f64) -> f64 {
    let k = clearness;
    if k <= 0.22 {
        1.0 - 0.09 * k
    } else if k <= 0.8 {
        0.9511 + k * (-0.1604 + k * (4.388 + k * (-16.638 + k * 12.336)))
    } else {
        0.165
    }
}

/// Clearness up to which each row of [`PEREZ`] holds; the last holds beyond.
const CLEARNESS: [f64; 7] = [1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2];
/// Brightness about the sun and at the horizon (Perez et al. 1990, all sites): F11, F12, F13, F21, F22, F23.
const PEREZ: [[f64; 6]; 8] = [
    [-0.008, 0.588, -0.062, -0.060, 0.072, -0.022],
    [0.130, 0.683, -0.151, -0.019, 0.066, -0.029],
    [0.330, 0.487, -0.221, 0.055, -0.064, -0.026],
    [0.568, 0.187, -0.295, 0.109, -0.152, -0.014],
    [0.873, -0.392, -0.362, 0.226, -0.462, 0.001],
    [1.132, -1.237, -0.412, 0.288, -0.823, 0.056],
    [1.060, -1.600, -0.359, 0.264, -1.127, 0.131],
    [0.678, -0.327, -0.250, 0.156, -1.377, 0.251],
];

/// Cosine of the angle between the sun and a plane's normal; below zero where it shines from behind.
pub fn incidence(sun: SunPosition, plane: Plane) -> f64 {
    let (up, flat) = sun.elevation.sin_cos();
    up * plane.tilt.cos() + flat * plane.tilt.sin() * (sun.azimuth - plane.azimuth).cos()
}

/// What falls on a plane [W/m²]: straight from the sun, and from sky and ground (Perez et al. 1990), of which `albedo` is the ground's share.
pub fn on_plane(light: Light, sun: SunPosition, plane: Plane, day: f64, albedo: f64) -> [f64; 2] {
    let facing = incidence(sun, plane).max(0.0);
    let ground = light.global * albedo * (1.0 - plane.tilt.cos()) / 2.0;
    if light.diffuse <= 0.0 {
        return [light.beam * facing, ground];
    }
    let zenith = FRAC_PI_2 - sun.elevation;
    let bend = 1.041 * zenith.powi(3);
    let clearness = ((light.diffuse + light.beam) / light.diffuse + bend) / (1.0 + bend);
    let row = CLEARNESS.iter().position(|edge| clearness < *edge).unwrap_or(CLEARNESS.len());
    let [f11, f12, f13, f21, f22, f23] = PEREZ.get(row).copied().unwrap_or_default();
    let brightness = light.diffuse * air_mass(sun.elevation) / beyond_the_air(day);
    let about_sun = (f11 + f12 * brightness + f13 * zenith).max(0.0);
    let at_horizon = f21 + f22 * brightness + f23 * zenith;
    let level = zenith.cos().max(85f64.to_radians().cos());
    let dome = 0.5 * (1.0 - about_sun) * (1.0 + plane.tilt.cos());
    let sky = light.diffuse * (dome + about_sun * facing / level + at_horizon * plane.tilt.sin());
    [light.beam * facing, sky.max(0.0) + ground]
}
