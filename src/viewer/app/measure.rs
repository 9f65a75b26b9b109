//! Measuring on the ground: a line's length and, once it closes, its area, on the ellipsoid.

use crate::twin::model::region::Region;
use crate::twin::model::space::{geodesic_area, geodesic_distance};
use bevy::math::DVec2;
use bevy::prelude::*;

/// The line being measured.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Measure {
    /// Whether clicks add points.
    pub active: bool,
    /// Its points [m east, m north].
    pub points: Vec<DVec2>,
}

impl Measure {
    /// Length of the line [m].
    pub fn length(&self, region: &Region) -> f64 {
        let geo: Vec<_> = self.points.iter().map(|point| region.frame.geo_from_metres(point.to_array())).collect();
        geo.windows(2).map(|pair| geodesic_distance(pair[0], pair[1])).sum()
    }

    /// Area of the ring that the line makes when it is closed [m²]; none below three points.
    pub fn area(&self, region: &Region) -> Option<f64> {
        let geo: Vec<_> = self.points.iter().map(|point| region.frame.geo_from_metres(point.to_array())).collect();
        (geo.len() >= 3).then(|| geodesic_area(&geo))
    }
}

/// Adds measuring.
pub fn plugin(app: &mut App) {
    app.init_resource::<Measure>();
}
