//! Where the eye is: one continuous zoom from the street corner to the whole region, as pure geometry.

use crate::twin::model::region::Region;
use crate::twin::model::space::{Bounds, GeoPoint};
use crate::twin::scene::View;
pub use crate::twin::scene::{DISTANCES, TILTS};
use bevy::math::{DVec2, DVec3};
use bevy::prelude::Resource;

/// Vertical field of view [rad].
pub const FIELD_OF_VIEW: f64 = 0.70;

/// The eye looks at a place on the ground from a distance.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct Viewpoint {
    /// The place looked at [m east, m north].
    pub focus: DVec2,
    /// Its height above sea level [m].
    pub height: f64,
    /// From the eye to that place [m].
    pub distance: f64,
    /// Compass direction of the look [rad clockwise from grid north].
    pub heading: f64,
    /// Angle below the horizon [rad].
    pub tilt: f64,
}

impl Default for Viewpoint {
    fn default() -> Self {
        Self { focus: DVec2::ZERO, height: 0.0, distance: 2_000.0, heading: 0.0, tilt: 0.8 }
    }
}

impl Viewpoint {
    /// The view of a scene's file.
    pub fn from_view(view: &View, region: &Region) -> Self {
        let place = view.look_at;
        Self {
            focus: DVec2::from_array(region.frame.metres_from_geo(place)),
            height: region.terrain.height(place),
            distance: view.distance,
            heading: view.heading.to_radians(),
            tilt: view.tilt.to_radians(),
        }
        .clamped()
    }

    /// As a scene's file has it.
    pub fn to_view(&self, region: &Region) -> View {
        let place = region.frame.geo_from_metres(self.focus.to_array());
        let round = |value: f64, digits: i32| (value * 10f64.powi(digits)).round() / 10f64.powi(digits);
        View {
            look_at: GeoPoint::new(round(place.lon, 6), round(place.lat, 6)),
            distance: round(self.distance, 1),
            heading: round(self.heading.to_degrees().rem_euclid(360.0), 1),
            tilt: round(self.tilt.to_degrees(), 1),
        }
    }

    /// The view that frames a box of ground.
    pub fn framing(bounds: &Bounds, aspect: f64) -> Self {
        let [width, height] = bounds.size();
        let reach = (height / 2.0).max(width / 2.0 / aspect.max(0.1)).max(50.0);
        let distance = reach * 1.12 / (FIELD_OF_VIEW / 2.0).tan();
        Self { focus: DVec2::from_array(bounds.centre()), height: 0.0, distance, heading: 0.0, tilt: 1.15 }.clamped()
    }

    /// With distance, tilt and heading within their bounds.
    #[must_use]
    pub fn clamped(mut self) -> Self {
        self.distance = self.distance.clamp(DISTANCES[0], DISTANCES[1]);
        self.tilt = self.tilt.clamp(TILTS[0], TILTS[1]);
        self.heading = self.heading.rem_euclid(std::f64::consts::TAU);
        self
    }

    /// Whether another one looks the same: a hundredth of the distance apart at most, and a degree.
    pub fn is_near(&self, other: &Self) -> bool {
        let apart = self.focus.distance(other.focus).max((self.distance - other.distance).abs());
        let turn = (self.heading - other.heading).sin().abs().max((self.tilt - other.tilt).abs());
        apart < 0.01 * self.distance && turn < 0.02
    }

    /// Unit vectors right, up and forward of the eye, as (east, north, up).
    pub fn axes(&self) -> [DVec3; 3] {
        let ((sin_heading, cos_heading), (sin_tilt, cos_tilt)) = (self.heading.sin_cos(), self.tilt.sin_cos());
        let forward = DVec3::new(sin_heading * cos_tilt, cos_heading * cos_tilt, -sin_tilt);
        let right = DVec3::new(cos_heading, -sin_heading, 0.0);
        [right, right.cross(forward), forward]
    }

    /// The eye (east, north, metres above sea level).
    pub fn eye(&self) -> DVec3 {
        self.focus.extend(self.height) - self.axes()[2] * self.distance
    }

    /// Direction of the look through a point of the picture; x right and y up, −1 to 1.
    pub fn ray(&self, point: DVec2, aspect: f64) -> DVec3 {
        let [right, up, forward] = self.axes();
        let half = (FIELD_OF_VIEW / 2.0).tan();
        (forward + right * point.x * half * aspect + up * point.y * half).normalize()
    }

    /// Where a place (east, north, up) is in the picture, and how far in front of the eye; none behind it.
    pub fn project(&self, place: DVec3, aspect: f64) -> Option<(DVec2, f64)> {
        let [right, up, forward] = self.axes();
        let way = place - self.eye();
        let depth = forward.dot(way);
        let half = (FIELD_OF_VIEW / 2.0).tan() * depth;
        (depth > 0.1).then(|| (DVec2::new(right.dot(way) / (half * aspect), up.dot(way) / half), depth))
    }

    /// Where a ray meets the level of the place looked at (east, north); none above the horizon.
    pub fn on_level(&self, ray: DVec3) -> Option<DVec2> {
        let eye = self.eye();
        let way = (self.height - eye.z) / ray.z;
        (ray.z < -1e-4 && way > 0.0).then(|| (eye + ray * way).truncate())
    }

    /// Metres that one pixel covers at the place looked at, for a picture so many pixels high.
    pub fn metres_per_pixel(&self, pixels: f64) -> f64 {
        2.0 * self.distance * (FIELD_OF_VIEW / 2.0).tan() / pixels.max(1.0)
    }

    /// Distance at which haze takes half the view [m]: far enough that the place looked at is always clear.
    pub fn half_haze(&self) -> f64 {
        (self.distance * 7.0).max(14_000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_projected_is_found_again_by_its_ray() {
        let view = Viewpoint { focus: DVec2::new(3e5, -2e5), height: 150.0, distance: 900.0, heading: 0.7, tilt: 0.6 };
        let place = DVec3::new(3e5 + 120.0, -2e5 - 60.0, 150.0);
        let (point, depth) = view.project(place, 1.6).expect("in front");
        assert!(depth > 0.0);
        let found = view.on_level(view.ray(point, 1.6)).expect("below the horizon");
        assert!(found.distance(place.truncate()) < 1e-6);
        let (centre, _) = view.project(view.focus.extend(150.0), 1.6).expect("in front");
        assert!(centre.length() < 1e-9);
    }
}
