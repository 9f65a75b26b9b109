//! Points and rings of GeoJSON geometries, repaired or left out.

use crate::twin::model::quality::{Finding, Quality};
use crate::twin::model::space::GeoPoint;
use geojson::{GeometryValue, Position};

/// The areas of a geometry: polygons of rings, the outline first, no ring repeating its first point.
///
/// Open rings are closed, points off the globe and rings of fewer than three points left out, all counted with `place`.
pub(super) fn polygons(geometry: &GeometryValue, place: &str, quality: &mut Quality) -> Vec<Vec<Vec<GeoPoint>>> {
    match geometry {
        GeometryValue::Polygon { coordinates } => polygon(coordinates, place, quality).into_iter().collect(),
        GeometryValue::MultiPolygon { coordinates } => coordinates.iter().filter_map(|rings| polygon(rings, place, quality)).collect(),
        GeometryValue::GeometryCollection { geometries } => {
            geometries.iter().flat_map(|geometry| polygons(&geometry.value, place, quality)).collect()
        }
        _ => Vec::new(),
    }
}

/// A polygon whose outline is usable, with those of its holes that are.
fn polygon(rings: &[Vec<Position>], place: &str, quality: &mut Quality) -> Option<Vec<Vec<GeoPoint>>> {
    let mut rings = rings.iter().map(|points| ring(points, place, quality));
    let outline = rings.next()??;
    Some(std::iter::once(outline).chain(rings.flatten()).collect())
}

fn ring(points: &[Position], place: &str, quality: &mut Quality) -> Option<Vec<GeoPoint>> {
    let mut ring = positions(points, place, quality);
    ring.dedup();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    } else {
        quality.note(Finding::OpenRings, place);
    }
    if ring.len() < 3 {
        quality.note(Finding::TooFewPoints, place);
        return None;
    }
    Some(ring)
}

/// The points that lie on the globe.
pub(super) fn positions(points: &[Position], place: &str, quality: &mut Quality) -> Vec<GeoPoint> {
    let mut found = Vec::with_capacity(points.len());
    for point in points {
        match *point.as_slice() {
            [lon, lat, ..] if GeoPoint::new(lon, lat).is_valid() => found.push(GeoPoint::new(lon, lat)),
            _ => quality.note(Finding::CoordinatesOutOfRange, place),
        }
    }
    found
}
