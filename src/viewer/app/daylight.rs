//! The light of the hour: the sun where the model of sun and shadow has it, and an analytic sky of our own, the same in both qualities.

use crate::twin::model::space::GeoPoint;
use crate::twin::simulate::sun::position::{julian_day, sun};
use bevy::math::Vec3;
use bevy::prelude::Resource;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// Colours are linear; vectors are in engine space (x east, y up, z south).
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct Daylight {
    /// Unit vector to the sun.
    pub toward_sun: Vec3,
    /// Light of the sun on a surface that faces it.
    pub sun: Vec3,
    /// Strength of the sun's disc and glow, 0 to 1.
    pub disc: f32,
    /// Sky overhead.
    pub zenith: Vec3,
    /// Sky at the horizon, and the haze.
    pub horizon: Vec3,
    /// Light from above in the shade.
    pub ambient_up: Vec3,
    /// Light from below.
    pub ambient_down: Vec3,
    /// Share of windows lit, 0 by day to 1 at night.
    pub lit_windows: f32,
    /// The sun's height above the horizon [rad].
    pub elevation: f32,
    /// The sun's compass direction [rad clockwise from true north].
    pub azimuth: f32,
}

impl Default for Daylight {
    fn default() -> Self {
        Self::from_sun(0.75, 2.5, 0.0)
    }
}

/// Keys of the sky: elevation of the sun [°], then sun, zenith, horizon, light from above.
const KEYS: [(f32, [Vec3; 4]); 7] = [
    (-14.0, [Vec3::ZERO, Vec3::new(0.012, 0.018, 0.042), Vec3::new(0.035, 0.045, 0.08), Vec3::new(0.05, 0.06, 0.1)]),
    (-7.0, [Vec3::ZERO, Vec3::new(0.03, 0.05, 0.12), Vec3::new(0.17, 0.14, 0.18), Vec3::new(0.11, 0.12, 0.18)]),
    (-2.0, [Vec3::new(0.1, 0.03, 0.01), Vec3::new(0.1, 0.15, 0.29), Vec3::new(0.52, 0.33, 0.26), Vec3::new(0.24, 0.24, 0.31)]),
    (3.0, [Vec3::new(0.72, 0.36, 0.15), Vec3::new(0.17, 0.27, 0.46), Vec3::new(0.74, 0.56, 0.43), Vec3::new(0.33, 0.34, 0.4)]),
    (12.0, [Vec3::new(0.98, 0.74, 0.48), Vec3::new(0.2, 0.35, 0.62), Vec3::new(0.72, 0.71, 0.68), Vec3::new(0.4, 0.43, 0.49)]),
    (30.0, [Vec3::new(0.96, 0.87, 0.73), Vec3::new(0.2, 0.38, 0.68), Vec3::new(0.68, 0.76, 0.82), Vec3::new(0.42, 0.45, 0.5)]),
    (90.0, [Vec3::new(0.9, 0.85, 0.76), Vec3::new(0.18, 0.36, 0.68), Vec3::new(0.66, 0.75, 0.83), Vec3::new(0.42, 0.45, 0.5)]),
];

impl Daylight {
    /// The light where the sun stands so high and so far round [rad], on a plane whose north is `convergence` off true north.
    pub fn from_sun(elevation: f32, azimuth: f32, convergence: f32) -> Self {
        let degrees = elevation.to_degrees();
        let after = KEYS.iter().position(|(key, _)| *key > degrees).unwrap_or(KEYS.len() - 1).max(1);
        let ((low, from), (high, to)) = (KEYS[after - 1], KEYS[after]);
        let share = ((degrees - low) / (high - low)).clamp(0.0, 1.0);
        let [sun, zenith, horizon, ambient_up] = std::array::from_fn(|index| from[index].lerp(to[index], share));
        let ((sin_up, cos_up), (sin_round, cos_round)) = (elevation.sin_cos(), (azimuth - convergence).sin_cos());
        Self {
            toward_sun: Vec3::new(sin_round * cos_up, sin_up, -cos_round * cos_up),
            sun,
            disc: ((degrees + 1.5) / 3.0).clamp(0.0, 1.0),
            zenith,
            horizon,
            ambient_up,
            ambient_down: ambient_up * Vec3::new(0.62, 0.58, 0.52) + sun * 0.05,
            lit_windows: ((4.0 - degrees) / 9.0).clamp(0.0, 1.0) * 0.75,
            elevation,
            azimuth,
        }
    }

    /// The light at a place (degrees) at a civil time of its zone. Times outside the almanac's reach show an even noon.
    pub fn at(longitude: f64, latitude: f64, time: DateTime, zone: &TimeZone, convergence: f64) -> Self {
        let Ok(moment) = zone.to_ambiguous_zoned(time).compatible() else { return Self::default() };
        // What the shadow shows is what the model counts.
        let sun = sun(GeoPoint::new(longitude, latitude), julian_day(moment.timestamp().as_millisecond()));
        sun.map_or_else(Self::default, |sun| Self::from_sun(sun.elevation as f32, sun.azimuth as f32, convergence as f32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noon_in_kostanay_at_midsummer() {
        // Declination 23.44°, latitude 53.21°: the sun culminates 60.2° high in the south.
        let zone = TimeZone::get("Asia/Qostanay").expect("bundled");
        let time: DateTime = "2026-06-21T12:47:00".parse().expect("a time");
        let day = Daylight::at(63.6246, 53.2144, time, &zone, 0.0);
        assert!((day.elevation.to_degrees() - 60.2).abs() < 0.2, "{}", day.elevation.to_degrees());
        assert!((day.azimuth.to_degrees() - 180.0).abs() < 2.0, "{}", day.azimuth.to_degrees());
        assert!(day.toward_sun.z > 0.4, "the sun stands in the south");
    }
}
