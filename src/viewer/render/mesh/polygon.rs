//! Polygons in a tile's plane: clipping to boxes and half-planes; simplifying and triangulating are those of the model.

pub use crate::twin::model::plane::signed_area;
pub use crate::twin::model::polygon::{simplify_line, simplify_ring, triangulate};
use bevy::math::DVec2;

/// A ring in metres about the tile's centre (east, north), without a repeated last point.
pub type Ring = Vec<DVec2>;

/// The part of a ring on the side of a line where `normal · p ≤ limit` (Sutherland & Hodgman 1974, one edge).
///
/// A concave ring that falls apart stays one ring, joined along the line; filling is not harmed.
pub fn clip_half_plane(ring: &[DVec2], normal: DVec2, limit: f64) -> Ring {
    let mut kept = Vec::with_capacity(ring.len() + 4);
    let Some(&last) = ring.last() else { return kept };
    let mut previous = (last, normal.dot(last) - limit);
    for &point in ring {
        let side = normal.dot(point) - limit;
        if (side > 0.0) != (previous.1 > 0.0) {
            kept.push(previous.0.lerp(point, previous.1 / (previous.1 - side)));
        }
        if side <= 0.0 {
            kept.push(point);
        }
        previous = (point, side);
    }
    kept
}

/// The part of a ring inside the square of that half size about zero.
pub fn clip_square(ring: &[DVec2], half: f64) -> Ring {
    let inside = |point: &DVec2| point.x.abs() <= half && point.y.abs() <= half;
    if ring.iter().all(inside) {
        return ring.to_vec();
    }
    [DVec2::X, -DVec2::X, DVec2::Y, -DVec2::Y].iter().fold(ring.to_vec(), |kept, &normal| clip_half_plane(&kept, normal, half))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clipping_keeps_the_area_inside() {
        let corners = [(1.0, 1.0), (5.0, 1.0), (5.0, 5.0), (1.0, 5.0)];
        let square: Ring = corners.into_iter().map(DVec2::from).collect();
        assert!((signed_area(&clip_square(&square, 2.0)) - 1.0).abs() < 1e-9);
        assert!(clip_square(&square, 0.5).is_empty());
    }
}
