//! The sea: areas between coastlines, which have land on their left, and the edge of the extract.

use super::polygon::{Ring, area_from_rings};
use crate::twin::model::space::{Bounds, Position, signed_area};
use std::collections::BTreeMap;

/// A point in metres.
type Point = [f64; 2];

/// The rings of the sea within a box, from coastlines given as directed lists of node indices.
pub fn sea(ways: Vec<Vec<u32>>, positions: &[Position], bounds: &Bounds) -> Vec<Ring> {
    if bounds.is_empty() || ways.is_empty() {
        return Vec::new();
    }
    let mut pieces = Vec::new();
    let mut rings: Vec<Ring> = Vec::new();
    for chain in chains(ways) {
        let closed = chain.len() > 3 && chain.first() == chain.last();
        let points: Vec<Point> = chain.iter().map(|&node| positions[node as usize].metres()).collect();
        if closed && points.iter().all(|&point| bounds.contains(point)) {
            rings.push(chain.iter().map(|&node| positions[node as usize]).collect());
        } else {
            let points = if closed { started_outside(points, bounds) } else { led_out(points, bounds) };
            pieces.extend(clipped(&points, bounds));
        }
    }
    let largest = rings.iter().map(|ring| signed_area(ring)).max_by(|a, b| a.abs().total_cmp(&b.abs()));
    if pieces.is_empty() && largest.is_some_and(|area| area > 0.0) {
        // Islands only: the sea is all around them.
        rings.push(corners(bounds).map(|[east, north]| Position::from_metres(east, north)).to_vec());
    }
    rings.extend(along_the_edge(&pieces, bounds));
    area_from_rings(rings).rings
}

/// Joins coastlines end to start; their direction means something, so none is turned round.
fn chains(ways: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
    let ways: Vec<Vec<u32>> = ways.into_iter().filter(|way| way.len() > 1).collect();
    let starts: BTreeMap<u32, usize> = ways.iter().enumerate().rev().map(|(index, way)| (way[0], index)).collect();
    let ends: std::collections::BTreeSet<u32> = ways.iter().map(|way| way[way.len() - 1]).collect();
    let mut used = vec![false; ways.len()];
    let mut chains = Vec::new();
    // Chains that begin where no other ends come first: what is left after them are loops.
    let (heads, others): (Vec<usize>, Vec<usize>) = (0..ways.len()).partition(|&index| !ends.contains(&ways[index][0]));
    for start in heads.into_iter().chain(others) {
        if used[start] {
            continue;
        }
        used[start] = true;
        let mut chain = ways[start].clone();
        while let Some(&next) = starts.get(&chain[chain.len() - 1]).filter(|&&next| !used[next]) {
            used[next] = true;
            chain.extend(&ways[next][1..]);
        }
        chains.push(chain);
    }
    chains
}

/// A closed line turned so that it begins outside the box: no piece within the box is then cut at its start.
fn started_outside(mut points: Vec<Point>, bounds: &Bounds) -> Vec<Point> {
    if let Some(outside) = points.iter().position(|&point| !bounds.contains(point)) {
        points.pop();
        points.rotate_left(outside);
        points.push(points[0]);
    }
    points
}

/// The pieces of a line that lie in the box.
fn clipped(points: &[Point], bounds: &Bounds) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut open = false;
    for pair in points.windows(2) {
        let Some((start, end)) = clip_segment(pair[0], pair[1], bounds) else {
            open = false;
            continue;
        };
        match pieces.last_mut() {
            Some(piece) if open => piece.push(end),
            _ => pieces.push(vec![start, end]),
        }
        open = end == pair[1];
    }
    pieces.retain(|piece| piece.windows(2).any(|pair| pair[0] != pair[1]));
    pieces
}

/// The part of a segment in the box (Liang and Barsky 1984).
fn clip_segment(a: Point, b: Point, bounds: &Bounds) -> Option<(Point, Point)> {
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for axis in 0..2 {
        let delta = b[axis] - a[axis];
        for (distance, direction) in [(a[axis] - bounds.min[axis], -delta), (bounds.max[axis] - a[axis], delta)] {
            if direction == 0.0 {
                if distance < 0.0 {
                    return None;
                }
            } else if direction < 0.0 {
                enter = enter.max(distance / direction);
            } else {
                leave = leave.min(distance / direction);
            }
        }
    }
    let at = |t: f64| [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    (enter < leave).then(|| (if enter > 0.0 { at(enter) } else { a }, if leave < 1.0 { at(leave) } else { b }))
}

/// An open line led on straight, at both ends, until it is out of the box: extracts end somewhere along a coast.
fn led_out(mut points: Vec<Point>, bounds: &Bounds) -> Vec<Point> {
    if let Some(beyond) = beyond(points.iter().rev(), bounds) {
        points.push(beyond);
    }
    if let Some(beyond) = beyond(points.iter(), bounds) {
        points.insert(0, beyond);
    }
    points
}

/// A point out of the box, on from the first of the points in the direction that the line has over a twentieth of the box.
fn beyond<'a>(mut points: impl DoubleEndedIterator<Item = &'a Point> + Clone, bounds: &Bounds) -> Option<Point> {
    let [width, height] = bounds.size();
    let away = |a: &Point, b: &Point| (a[0] - b[0]).hypot(a[1] - b[1]);
    let end = points.next().filter(|end| bounds.contains(**end))?;
    let behind = points.clone().find(|point| away(end, point) > width.max(height) / 20.0).or_else(|| points.next_back())?;
    let reach = (width + height) / away(end, behind).max(0.01);
    Some([end[0] + (end[0] - behind[0]) * reach, end[1] + (end[1] - behind[1]) * reach])
}

/// The box's corners clockwise from the south-west.
fn corners(bounds: &Bounds) -> [Point; 4] {
    let ([west, south], [east, north]) = (bounds.min, bounds.max);
    [[west, south], [west, north], [east, north], [east, south]]
}

/// How far clockwise around the box, from the south-western corner, a point on its edge stands [m].
fn around(point: Point, bounds: &Bounds) -> f64 {
    let [width, height] = bounds.size();
    let [east, north] = [point[0] - bounds.min[0], point[1] - bounds.min[1]];
    let sides = [
        (east.abs(), north),
        ((height - north).abs(), height + east),
        ((width - east).abs(), height + width + (height - north)),
        (north.abs(), 2.0 * height + width + (width - east)),
    ];
    sides.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).map_or(0.0, |side| side.1)
}

/// Closes pieces along the edge of the box: the sea lies to the right, so the edge is followed clockwise.
fn along_the_edge(pieces: &[Vec<Point>], bounds: &Bounds) -> Vec<Ring> {
    let [width, height] = bounds.size();
    let perimeter = 2.0 * (width + height);
    let starts: Vec<f64> = pieces.iter().map(|piece| around(piece[0], bounds)).collect();
    let corner_places = [0.0, height, height + width, 2.0 * height + width];
    let mut used = vec![false; pieces.len()];
    let mut rings = Vec::new();
    for first in 0..pieces.len() {
        let mut ring: Vec<Point> = Vec::new();
        let mut current = first;
        while !used[current] {
            used[current] = true;
            ring.extend(&pieces[current]);
            let end = around(pieces[current][pieces[current].len() - 1], bounds);
            let ahead = |place: f64| (place - end).rem_euclid(perimeter);
            let waiting = (0..pieces.len()).filter(|&index| !used[index] || index == first);
            let Some(next) = waiting.min_by(|&a, &b| ahead(starts[a]).total_cmp(&ahead(starts[b]))) else { break };
            let mut passed: Vec<usize> = (0..4).filter(|&corner| ahead(corner_places[corner]) < ahead(starts[next])).collect();
            passed.sort_by(|&a, &b| ahead(corner_places[a]).total_cmp(&ahead(corner_places[b])));
            ring.extend(passed.into_iter().map(|corner| corners(bounds)[corner]));
            current = next;
        }
        if ring.len() >= 3 {
            rings.push(ring.into_iter().map(|[east, north]| Position::from_metres(east, north)).collect());
        }
    }
    rings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sea_area(ways: &[&[(f64, f64)]]) -> f64 {
        let mut positions = Vec::new();
        let mut numbered = Vec::new();
        for way in ways {
            let mut nodes = Vec::new();
            for &(east, north) in *way {
                let position = Position::from_metres(east, north);
                let node = positions.iter().position(|known| *known == position).unwrap_or_else(|| {
                    positions.push(position);
                    positions.len() - 1
                });
                nodes.push(node as u32);
            }
            numbered.push(nodes);
        }
        let bounds = Bounds { min: [0.0, 0.0], max: [100.0, 100.0] };
        sea(numbered, &positions, &bounds).iter().map(|ring| signed_area(ring)).sum::<f64>().round()
    }

    #[test]
    fn land_lies_on_the_left() {
        // From west to east: land in the north, sea in the south; and the other way round.
        assert_eq!(sea_area(&[&[(-10.0, 30.0), (50.0, 30.0)], &[(50.0, 30.0), (110.0, 30.0)]]), 3000.0);
        assert_eq!(sea_area(&[&[(110.0, 30.0), (50.0, 30.0), (-10.0, 30.0)]]), 7000.0);
    }

    #[test]
    fn islands_are_holes_and_ends_reach_the_edge() {
        let island: &[(f64, f64)] = &[(10.0, 10.0), (20.0, 10.0), (20.0, 20.0), (10.0, 20.0), (10.0, 10.0)];
        assert_eq!(sea_area(&[&[(1.0, 30.0), (99.0, 30.0)], island]), 2900.0);
        assert_eq!(sea_area(&[island]), 9900.0);
        assert_eq!(sea_area(&[]), 0.0);
    }

    #[test]
    fn a_bay_and_a_peninsula() {
        // Sea in the west and in the east of a land that runs from south to north.
        assert_eq!(sea_area(&[&[(40.0, 110.0), (40.0, -10.0)], &[(60.0, -10.0), (60.0, 110.0)]]), 8000.0);
    }
}
