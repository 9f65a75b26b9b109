//! Rings into areas: cleaned, untangled where they cross, nested by geometry and turned the way the model wants them.

use crate::twin::model::space::{Bounds, Position, ring_contains, signed_area};
use i_overlay::core::fill_rule::FillRule;
use i_overlay::float::simplify::SimplifyShape;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A ring without a repeated last point.
pub type Ring = Vec<Position>;

/// Least area of a ring worth keeping [m²].
const LEAST_AREA: f64 = 0.05;

/// An area as layers hold it: outer rings turn left, each followed by its holes, which turn right.
#[derive(Clone, Debug, Default)]
pub struct Area {
    /// The rings; none where nothing could be made of the input.
    pub rings: Vec<Ring>,
    /// Whether an outline crossed itself or another and was untangled.
    pub crossing: bool,
}

/// The area that rings enclose, whatever their direction, order and declared roles.
pub fn area_from_rings(rings: impl IntoIterator<Item = Ring>) -> Area {
    let mut area = Area::default();
    for ring in rings {
        let ring = cleaned(ring);
        if crosses(&[&ring]) {
            area.crossing = true;
            area.rings.extend(untangled(&[ring], FillRule::EvenOdd));
        } else if signed_area(&ring).abs() >= LEAST_AREA {
            area.rings.push(ring);
        }
    }
    nest(&mut area.rings);
    if area.rings.len() > 1 && crosses(&area.rings.iter().map(Vec::as_slice).collect::<Vec<_>>()) {
        area.crossing = true;
        area.rings = untangled(&area.rings, FillRule::NonZero);
        nest(&mut area.rings);
    }
    area
}

/// Without a repeated last point, repeated points, and spikes that go out and come back the same way.
fn cleaned(ring: Ring) -> Ring {
    let mut clean: Ring = Vec::with_capacity(ring.len());
    for point in ring {
        if clean.last() == Some(&point) {
            continue;
        }
        if clean.len() >= 2 && clean[clean.len() - 2] == point {
            clean.pop();
        } else {
            clean.push(point);
        }
    }
    while clean.len() > 1 && (clean.first() == clean.last() || clean.get(1) == clean.last()) {
        if clean.first() != clean.last() {
            clean.remove(0);
        } else {
            clean.pop();
        }
    }
    clean
}

/// Twice the signed area of a triangle, exact.
fn turn(a: Position, b: Position, c: Position) -> i128 {
    let difference = |p: i32, q: i32| i128::from(p) - i128::from(q);
    difference(b.east_mm, a.east_mm) * difference(c.north_mm, a.north_mm)
        - difference(b.north_mm, a.north_mm) * difference(c.east_mm, a.east_mm)
}

/// How many pairs of edges are looked at before an outline is taken as it is.
const PAIR_LIMIT: usize = 20_000_000;

/// Whether two edges of the rings cross, each in its inside; touching is allowed.
fn crosses(rings: &[&[Position]]) -> bool {
    let mut edges: Vec<(Position, Position)> = Vec::new();
    for ring in rings {
        edges.extend(ring.iter().zip(ring.iter().cycle().skip(1)).map(|(&a, &b)| if a.east_mm <= b.east_mm { (a, b) } else { (b, a) }));
    }
    if edges.len() < 4 {
        return false;
    }
    edges.sort_unstable();
    let mut pairs = 0;
    for (index, &(a, b)) in edges.iter().enumerate() {
        let (low, high) = (a.north_mm.min(b.north_mm), a.north_mm.max(b.north_mm));
        for &(c, d) in &edges[index + 1..] {
            if c.east_mm > b.east_mm {
                break;
            }
            pairs += 1;
            if c.north_mm.max(d.north_mm) < low || c.north_mm.min(d.north_mm) > high {
                continue;
            }
            let apart = |p: i128, q: i128| (p > 0 && q < 0) || (p < 0 && q > 0);
            if apart(turn(a, b, c), turn(a, b, d)) && apart(turn(c, d, a), turn(c, d, b)) {
                return true;
            }
        }
        if pairs > PAIR_LIMIT {
            return false;
        }
    }
    false
}

/// Rings that cross nowhere and enclose what these do; the input where the overlay fails.
fn untangled(rings: &[Ring], rule: FillRule) -> Vec<Ring> {
    let shape: Vec<Vec<[f64; 2]>> = rings.iter().map(|ring| ring.iter().map(|p| p.metres()).collect()).collect();
    let result = catch_unwind(AssertUnwindSafe(|| shape.simplify_shape_as::<i64>(rule)));
    let Ok(shapes) = result else { return rings.to_vec() };
    let back = |ring: Vec<[f64; 2]>| cleaned(ring.into_iter().map(|[east, north]| Position::from_metres(east, north)).collect());
    shapes.into_iter().flatten().map(back).filter(|ring| signed_area(ring).abs() >= LEAST_AREA).collect()
}

/// Puts every hole after its outer ring, and turns both the right way; a ring inside a hole is an outer ring again.
fn nest(rings: &mut Vec<Ring>) {
    if let [ring] = &mut rings[..] {
        orient(ring, true);
        return;
    }
    let mut sorted: Vec<(f64, Bounds, Ring)> =
        std::mem::take(rings).into_iter().map(|ring| (signed_area(&ring).abs(), Bounds::around(ring.iter().copied()), ring)).collect();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    // For each ring: how deep it lies, and which outer ring it belongs to.
    let mut depth = vec![0_usize; sorted.len()];
    let mut outer: Vec<usize> = (0..sorted.len()).collect();
    for inner in 1..sorted.len() {
        let probe = inside_point(&sorted[inner].2);
        for (candidate, (_, bounds, ring)) in sorted[..inner].iter().enumerate() {
            if bounds.contains(probe.metres()) && ring_contains(ring, probe) {
                depth[inner] += 1;
                outer[inner] = candidate;
            }
        }
        if depth[inner].is_multiple_of(2) {
            outer[inner] = inner;
        }
    }
    let mut order: Vec<usize> = (0..sorted.len()).collect();
    order.sort_by_key(|&index| (outer[index], index));
    for index in order {
        let mut ring = std::mem::take(&mut sorted[index].2);
        orient(&mut ring, depth[index].is_multiple_of(2));
        rings.push(ring);
    }
}

fn orient(ring: &mut Ring, left: bool) {
    if (signed_area(ring) > 0.0) != left {
        ring.reverse();
    }
}

/// A point inside a ring: halfway between the first two crossings of a level line between its points.
pub fn inside_point(ring: &[Position]) -> Position {
    let mut norths: Vec<i32> = ring.iter().map(|point| point.north_mm).collect();
    norths.sort_unstable();
    norths.dedup();
    // The widest gap between levels keeps the line away from the ring's points.
    let Some(level) = norths.windows(2).max_by_key(|pair| i64::from(pair[1]) - i64::from(pair[0])) else {
        return ring.first().copied().unwrap_or_default();
    };
    let north = (f64::from(level[0]) + f64::from(level[1])) / 2000.0;
    let mut crossings: Vec<f64> = ring
        .iter()
        .zip(ring.iter().cycle().skip(1))
        .filter(|(a, b)| (a.north() > north) != (b.north() > north))
        .map(|(a, b)| a.east() + (north - a.north()) / (b.north() - a.north()) * (b.east() - a.east()))
        .collect();
    crossings.sort_by(f64::total_cmp);
    match crossings[..] {
        [first, second, ..] => Position::from_metres((first + second) / 2.0, north),
        _ => ring.first().copied().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Ring {
        points.iter().map(|&(east, north)| Position::from_metres(east, north)).collect()
    }

    fn square(west: f64, south: f64, side: f64) -> Ring {
        ring(&[(west, south), (west, south + side), (west + side, south + side), (west + side, south), (west, south)])
    }

    #[test]
    fn a_ring_turns_left_and_is_not_closed_twice() {
        let area = area_from_rings([square(0.0, 0.0, 10.0)]);
        assert_eq!(area.rings.len(), 1);
        assert_eq!(area.rings[0].len(), 4);
        assert!(signed_area(&area.rings[0]) > 99.9 && !area.crossing);
    }

    #[test]
    fn islands_in_holes_are_outer_rings() {
        let area = area_from_rings([square(4.0, 4.0, 2.0), square(0.0, 0.0, 10.0), square(2.0, 2.0, 6.0), square(20.0, 0.0, 5.0)]);
        let areas: Vec<f64> = area.rings.iter().map(|ring| signed_area(ring).round()).collect();
        assert_eq!(areas, [100.0, -36.0, 25.0, 4.0]);
    }

    #[test]
    fn a_bow_tie_becomes_two_triangles() {
        let area = area_from_rings([ring(&[(0.0, 0.0), (10.0, 10.0), (10.0, 0.0), (0.0, 10.0)])]);
        assert!(area.crossing);
        assert_eq!(area.rings.len(), 2);
        assert!(area.rings.iter().all(|ring| (signed_area(ring) - 25.0).abs() < 0.1));
    }

    #[test]
    fn overlapping_outer_rings_are_united() {
        let area = area_from_rings([square(0.0, 0.0, 10.0), square(5.0, 5.0, 10.0)]);
        assert!(area.crossing);
        assert!((area.rings.iter().map(|ring| signed_area(ring)).sum::<f64>() - 175.0).abs() < 0.1);
    }

    #[test]
    fn spikes_and_specks_go() {
        let area = area_from_rings([ring(&[(0.0, 0.0), (10.0, 0.0), (20.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)])]);
        assert_eq!(area.rings[0].len(), 4);
        assert!(area_from_rings([ring(&[(0.0, 0.0), (1.0, 0.0)])]).rings.is_empty());
        assert!(area_from_rings([square(0.0, 0.0, 0.01)]).rings.is_empty());
    }
}
