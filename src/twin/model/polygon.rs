//! Lines and rings made simpler, and areas made of triangles: for points of any form that gives metres east and north.

use super::plane::signed_area;
use geo::{Coord, LineString, SimplifyIdx};

/// Drops the points that a ring can do without and stay within `tolerance` (Ramer 1972, Douglas & Peucker 1973).
pub fn simplify_ring<P: Copy + Into<[f64; 2]>>(ring: &mut Vec<P>, tolerance: f64) {
    let Some(&first) = ring.first() else { return };
    ring.push(first);
    simplify_line(ring, tolerance);
    ring.pop();
}

/// Drops the inner points that a line can do without and stay within `tolerance`; the ends stay, so that lines still meet.
pub fn simplify_line<P: Copy + Into<[f64; 2]>>(line: &mut Vec<P>, tolerance: f64) {
    if line.len() > 2 {
        let whole = LineString::from_iter(line.iter().map(|&point| {
            let [x, y] = point.into();
            Coord { x, y }
        }));
        let kept = whole.simplify_idx(tolerance);
        *line = kept.into_iter().map(|index| line[index]).collect();
    }
}

/// Triangulates rings where each outer ring (turning left) is followed by its holes (turning right); calls back
/// once a polygon with its points and its triangles' indices.
pub fn triangulate<P: Copy + Into<[f64; 2]>>(rings: &[Vec<P>], mut take: impl FnMut(&[P], &[u32])) {
    let mut points: Vec<P> = Vec::new();
    let mut holes: Vec<u32> = Vec::new();
    let mut flush = |points: &mut Vec<P>, holes: &mut Vec<u32>| {
        if points.len() >= 3 {
            let mut indices: Vec<u32> = Vec::new();
            earcut::Earcut::new().earcut(points.iter().map(|&point| point.into()), holes, &mut indices);
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

    fn square(half: f64) -> Vec<[f64; 2]> {
        vec![[-half, -half], [half, -half], [half, half], [-half, half]]
    }

    #[test]
    fn holes_are_left_open() {
        let hole = square(1.0).into_iter().rev().collect();
        let mut area = 0.0;
        triangulate(&[square(3.0), hole], |points, indices| {
            area += indices.chunks(3).map(|t| signed_area(&[0, 1, 2].map(|corner| points[t[corner] as usize])).abs()).sum::<f64>();
        });
        assert!((area - 32.0).abs() < 1e-9, "{area}");
    }

    #[test]
    fn simplifying_keeps_ends_and_stays_within_the_tolerance() {
        let mut line: Vec<[f64; 2]> = (0..=100).map(|at| [f64::from(at), (f64::from(at) * 0.7).sin() * 0.2]).collect();
        let (first, last) = (line[0], line[100]);
        simplify_line(&mut line, 0.5);
        assert_eq!(line, [first, last]);
        let mut ring: Vec<[f64; 2]> = square(10.0).into_iter().flat_map(|[x, y]| [[x, y], [x * 0.999, y * 0.999]]).collect();
        simplify_ring(&mut ring, 0.1);
        assert!(ring.len() <= 5 && (signed_area(&ring) - 400.0).abs() < 2.0, "{ring:?}");
    }
}
