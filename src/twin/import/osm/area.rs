//! Objects that are areas: to which layers they belong.

use super::builder::{Builder, Object};
use super::building::part_of;
use super::ground::{is_territory, water_kind};
use super::polygon::Ring;
use super::tables::{AMENITIES, COVERS, PLACES};
use super::tags::Tags;
use crate::twin::model::space::{Position, centroid, signed_area};

/// Whether tags on a closed line make it an area of some layer.
pub fn is_area_feature(tags: Tags<'_>) -> bool {
    if tags.is("area", "no") {
        return false;
    }
    let is_line = tags.has("highway") || tags.has("barrier") || matches!(tags.get("natural"), Some("coastline" | "tree_row" | "cliff"));
    tags.yes("building")
        || tags.yes("building:part")
        || tags.yes("area")
        || (!is_line && (water_kind(tags).is_some_and(|_| !is_course(tags)) || is_ground(tags)))
}

/// A closed line tagged only as a course of water is a course.
fn is_course(tags: Tags<'_>) -> bool {
    matches!(tags.get("waterway"), Some("river" | "canal")) && !tags.has("natural") && !tags.has("landuse")
}

fn is_ground(tags: Tags<'_>) -> bool {
    tags.look_up(COVERS).is_some() || tags.look_up(AMENITIES).is_some() || tags.look_up(PLACES).is_some() || is_territory(tags)
}

impl Builder<'_> {
    /// Adds an area to every layer that its tags name.
    pub fn add_area(&mut self, object: &Object<'_>, rings: &[Ring]) {
        let tags = object.tags;
        if rings.is_empty() {
            return;
        }
        let anchor = anchor(rings);
        if let Some(part) = part_of(object) {
            self.add_building(object, part, rings);
        } else if let Some(kind) = water_kind(tags) {
            self.add_water_area(object, kind, rings);
        } else if tags.has("highway") {
            self.add_street_area(object, rings);
        } else {
            self.add_cover(object, rings);
        }
        if is_territory(tags) {
            self.add_boundary(object, rings);
        }
        self.add_amenity_area(object, rings);
        self.add_place(object, anchor, true);
        self.add_stop(object, anchor);
        self.add_mast(object, anchor);
    }
}

/// Where a pin on an area stands: the centroid of its largest ring.
fn anchor(rings: &[Ring]) -> Position {
    rings.iter().max_by(|a, b| signed_area(a).total_cmp(&signed_area(b))).map(|ring| centroid(ring)).unwrap_or_default()
}
