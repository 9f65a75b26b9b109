//! Polygons in the plane: clipping to boxes and half-planes, simplifying, triangulating.

use bevy::math::DVec2;
use geo::{Coord, LineString, SimplifyIdx};

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

/// Drops the points that a ring can do without and stay within `tolerance` (Ramer 1972, Douglas & Peucker 1973).
pub fn simplify_ring(ring: &mut Ring, tolerance: f64) {
    let Some(&first) = ring.first() else { return };
    ring.push(first);
    simplify_line(ring, tolerance);
    ring.pop();
}

/// Drops the inner points that a line can do without and stay within `tolerance`; the ends stay, so that lines still meet.
pub fn simplify_line(line: &mut Vec<DVec2>, tolerance: f64) {
    if line.len() > 2 {
        let whole = LineString::from_iter(line.iter().map(|point| Coord { x: point.x, y: point.y }));
        let kept = whole.simplify_idx(tolerance);
        *line = kept.into_iter().map(|index| line[index]).collect();
    }
}

/// Area of a ring, positive where it turns left.
pub fn signed_area(ring: &[DVec2]) -> f64 {
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| a.perp_dot(*b)).sum::<f64>() / 2.0
}

/// Triangulates rings where each outer ring (turning left) is followed by its holes (turning right); calls back
/// once a polygon with its points and its triangles' indices.
pub fn triangulate(rings: &[Ring], mut take: impl FnMut(&[DVec2], &[u32])) {
    let mut points: Vec<DVec2> = Vec::new();
    let mut holes: Vec<u32> = Vec::new();
    let mut flush = |points: &mut Vec<DVec2>, holes: &mut Vec<u32>| {
        if points.len() >= 3 {
            let mut indices: Vec<u32> = Vec::new();
            earcut::Earcut::new().earcut(points.iter().map(|point| [point.x, point.y]), holes, &mut indices);
            take(points, &indices);
        }
        points.clear();
        holes.clear();
    };
    for ring in rings.iter().filter(|ring| ring.len() >= 3) {
        if signed_area(ring) >= 0.0 {
            flush(&mut points, &mut holes);
        } else if points.is_empty() {
            continue;
        } else {
            holes.push(points.len() as u32);
        }
        points.extend_from_slice(ring);
    }
    flush(&mut points, &mut holes);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(half: f64) -> Ring {
        vec![DVec2::new(-half, -half), DVec2::new(half, -half), DVec2::new(half, half), DVec2::new(-half, half)]
    }

    fn triangulated_area(rings: &[Ring]) -> f64 {
        let mut area = 0.0;
        triangulate(rings, |points, indices| {
            for t in indices.chunks(3) {
                let [a, b, c] = [0, 1, 2].map(|corner| points[t[corner] as usize]);
                area += ((b - a).perp_dot(c - a) / 2.0).abs();
            }
        });
        area
    }

    #[test]
    fn holes_are_left_open() {
        let hole: Ring = square(1.0).into_iter().rev().collect();
        assert!((triangulated_area(&[square(3.0), hole]) - 32.0).abs() < 1e-9);
    }

    #[test]
    fn clipping_keeps_the_area_inside() {
        let moved: Ring = square(2.0).into_iter().map(|point| point + DVec2::new(3.0, 3.0)).collect();
        assert!((signed_area(&clip_square(&moved, 2.0)) - 1.0).abs() < 1e-9);
        assert!(clip_square(&moved, 0.5).is_empty());
    }

    #[test]
    fn simplifying_keeps_ends_and_stays_within_the_tolerance() {
        let mut line: Vec<DVec2> = (0..=100).map(|at| DVec2::new(f64::from(at), (f64::from(at) * 0.7).sin() * 0.2)).collect();
        let (first, last) = (line[0], line[100]);
        simplify_line(&mut line, 0.5);
        assert_eq!(line, [first, last]);
        let mut ring: Ring = square(10.0).into_iter().flat_map(|corner| [corner, corner * 0.999]).collect();
        simplify_ring(&mut ring, 0.1);
        assert!(ring.len() <= 5 && (signed_area(&ring) - 400.0).abs() < 2.0, "{ring:?}");
    }
}
