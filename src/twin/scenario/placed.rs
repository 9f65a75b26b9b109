//! A solution that stands somewhere: what a scenario's file holds of it.

use super::month::Month;
use crate::record;
use crate::twin::catalog::site::Site;
use crate::twin::model::region::Region;
use crate::twin::model::space::GeoPoint;
use crate::twin::text::Spot;
use std::collections::BTreeMap;

record! {
    /// A solution that stands somewhere.
    pub struct Placed in "placed" {
        /// Number by which the scenario and those that follow it know it.
        key: u32,
        /// Id of the template.
        template: Spot<String>,
        /// Longitude and latitude: one place, the points of a line, the corners of an area.
        points: Vec<GeoPoint> = Vec::new(),
        /// Compass direction of its front, degrees clockwise from north.
        bearing: f64 = 0.0,
        /// Parameters that somebody set by hand.
        set: BTreeMap<String, f64> = BTreeMap::new(),
        /// What it changes: layer and id of something that stands.
        on: Option<String>,
        /// The month in which its design begins; January of the scenario's year where none is set.
        from: Option<Month>,
        /// The month in which its works begin at the earliest; right after the consents where none is set.
        builds_from: Option<Month>,
    }
}

impl Placed {
    /// Where it stands in a region's plane.
    pub fn site(&self, region: &Region) -> Site {
        let points = self.points.iter().map(|&point| region.frame.position_from_geo(point)).collect();
        Site { points, bearing: self.bearing }
    }
}
