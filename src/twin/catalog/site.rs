//! Where a solution stands: a point with a front, a line, or an area, in the region's plane.

use crate::twin::model::space::{Position, along, centroid, length, signed_area};
use crate::{choice, readable_choices};

/// Where a solution stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// One point of a place, the points of a line, the corners of an area (not closed). Of what is pointed at, a line's points or
    /// else its middle.
    pub points: Vec<Position>,
    /// Compass direction of its front, degrees clockwise from north.
    pub bearing: f64,
}

choice! {
    /// What is drawn on the map to place a solution.
    pub enum Geometry in "drawn" {
        /// A point; it has a front.
        Point = "point",
        /// A line.
        Line = "line",
        /// An area.
        Area = "area",
        /// Nothing: something that stands is pointed at.
        Existing = "existing",
    }
}

readable_choices!(Geometry);

impl Site {
    /// The middle of it.
    pub fn anchor(&self, geometry: Geometry) -> Position {
        match geometry {
            Geometry::Line | Geometry::Existing if self.points.len() > 1 => along(&self.points, 0.5),
            Geometry::Area if self.points.len() > 2 => centroid(&self.points),
            _ => self.points.first().copied().unwrap_or_default(),
        }
    }

    /// Length [m] of the line that is drawn or pointed at; zero for what is none.
    pub fn length(&self, geometry: Geometry) -> f64 {
        if matches!(geometry, Geometry::Line | Geometry::Existing) { length(&self.points) } else { 0.0 }
    }

    /// Area [m²]; zero for what is none.
    pub fn area(&self, geometry: Geometry) -> f64 {
        if geometry == Geometry::Area { signed_area(&self.points).abs() } else { 0.0 }
    }
}

impl Geometry {
    /// Points that it takes at least.
    pub fn least_points(self) -> usize {
        match self {
            // Of what stands already, the place.
            Geometry::Point | Geometry::Existing => 1,
            Geometry::Line => 2,
            Geometry::Area => 3,
        }
    }
}
