//! Metres between shapes, and whether they touch.

use crate::twin::model::layer::{Shape, ShapeKind};
use crate::twin::model::space::{Bounds, Position};

/// Metres from a place to a shape; zero within an area, infinite where there is no shape.
pub fn distance(shape: &Shape, at: Position) -> f64 {
    if shape.contains(at) {
        return 0.0;
    }
    let nearest = |distances: &mut dyn Iterator<Item = f64>| distances.fold(f64::INFINITY, f64::min);
    match shape.kind {
        ShapeKind::Point => nearest(&mut shape.points().iter().map(|point| point.distance(at))),
        ShapeKind::Line => nearest(&mut shape.parts().map(|line| distance_to_line(line, at))),
        ShapeKind::Area => nearest(&mut shape.parts().map(|ring| distance_to_ring(ring, at))),
    }
}

/// Metres from a place to a line of one or more points.
pub fn distance_to_line(line: &[Position], at: Position) -> f64 {
    match line {
        [only] => only.distance(at),
        line => line.windows(2).map(|pair| distance_to_segment(pair[0], pair[1], at)).fold(f64::INFINITY, f64::min),
    }
}

fn distance_to_ring(ring: &[Position], at: Position) -> f64 {
    let closing = ring.last().zip(ring.first()).map(|(last, first)| distance_to_segment(*last, *first, at));
    closing.map_or(f64::INFINITY, |closing| closing.min(distance_to_line(ring, at)))
}

fn distance_to_segment(from: Position, to: Position, at: Position) -> f64 {
    let [x, y] = [to.east() - from.east(), to.north() - from.north()];
    let [px, py] = [at.east() - from.east(), at.north() - from.north()];
    let length_2 = x * x + y * y;
    let along = if length_2 > 0.0 { ((px * x + py * y) / length_2).clamp(0.0, 1.0) } else { 0.0 };
    (px - along * x).hypot(py - along * y)
}

/// Metres between two shapes; zero where they touch.
pub fn gap(a: &Shape, b: &Shape) -> f64 {
    if touch(a, b) {
        return 0.0;
    }
    let from = |a: &Shape, b: &Shape| a.points().iter().map(|point| distance(b, *point)).fold(f64::INFINITY, f64::min);
    from(a, b).min(from(b, a))
}

/// Whether two shapes share a place: one lies within the other, or their edges cross.
pub fn touch(a: &Shape, b: &Shape) -> bool {
    let (around_a, around_b) = (a.bounds(), b.bounds());
    if !around_a.intersects(&around_b) {
        return false;
    }
    let within = |points: &[Position], bounds: &Bounds, shape: &Shape| {
        points.iter().any(|point| bounds.contains(point.metres()) && shape.contains(*point))
    };
    // Of a long shape only the edges about the other one matter.
    within(a.points(), &around_b, b) || within(b.points(), &around_a, a) || {
        let near: Vec<_> = edges(b).filter(|edge| Bounds::around(*edge).intersects(&around_a)).collect();
        edges(a).any(|[from, to]| near.iter().any(|edge| cross([from, to], *edge)))
    }
}

/// The edges of lines and rings.
fn edges<'a>(shape: &Shape<'a>) -> impl Iterator<Item = [Position; 2]> + use<'a> {
    let closed = shape.kind == ShapeKind::Area;
    let has_edges = shape.kind != ShapeKind::Point;
    shape.parts().filter(move |_| has_edges).flat_map(move |part| {
        let closing = part.last().zip(part.first()).filter(|_| closed).map(|(last, first)| [*last, *first]);
        part.windows(2).map(|pair| [pair[0], pair[1]]).chain(closing)
    })
}

/// Whether two edges have a point in common. Whole millimetres make the sides exact.
fn cross([a, b]: [Position; 2], [c, d]: [Position; 2]) -> bool {
    let side = |from: Position, to: Position, at: Position| {
        let of = |p: Position| (i128::from(p.east_mm), i128::from(p.north_mm));
        let ((fx, fy), (tx, ty), (x, y)) = (of(from), of(to), of(at));
        ((tx - fx) * (y - fy) - (ty - fy) * (x - fx)).signum()
    };
    side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0 && Bounds::around([a, b]).intersects(&Bounds::around([c, d]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::layer::Shapes;

    fn shapes(shapes: &[(ShapeKind, &[[f64; 2]])]) -> Shapes {
        let mut made = Shapes::default();
        for (kind, points) in shapes {
            let points: Vec<Position> = points.iter().map(|point| Position::from_metres(point[0], point[1])).collect();
            made.push(*kind, [&points[..]]);
        }
        made
    }

    const SQUARE: &[[f64; 2]] = &[[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]];

    #[test]
    fn distances_are_those_to_the_shape_itself() {
        let shapes = shapes(&[
            (ShapeKind::Area, SQUARE),
            (ShapeKind::Line, &[[20.0, 0.0], [20.0, 50.0], [90.0, 50.0]]),
            (ShapeKind::Point, &[[0.0, 30.0]]),
        ]);
        for (feature, place, expected) in [
            (0, [5.0, 5.0], 0.0),
            (0, [-3.0, 5.0], 3.0),
            (0, [13.0, 14.0], 5.0),
            (1, [26.0, 25.0], 6.0),
            (1, [60.0, 47.0], 3.0),
            (2, [3.0, 34.0], 5.0),
        ] {
            assert_eq!(distance(&shapes.get(feature), Position::from_metres(place[0], place[1])), expected, "{feature} {place:?}");
        }
    }

    #[test]
    fn shapes_that_share_a_place_touch() {
        for (points, kind, expected) in [
            (&[[4.0, 4.0], [6.0, 4.0], [5.0, 6.0]][..], ShapeKind::Area, 0.0),
            // Straight through, with no corner inside.
            (&[[-5.0, 5.0], [15.0, 5.0]], ShapeKind::Line, 0.0),
            (&[[-5.0, -1.0], [15.0, -1.0], [15.0, 40.0]], ShapeKind::Line, 1.0),
            (&[[13.0, 14.0], [20.0, 14.0], [20.0, 20.0]], ShapeKind::Area, 5.0),
            (&[[5.0, 5.0]], ShapeKind::Point, 0.0),
            (&[[5.0, 12.0]], ShapeKind::Point, 2.0),
            // Around all of it.
            (&[[-9.0, -9.0], [19.0, -9.0], [19.0, 19.0], [-9.0, 19.0]], ShapeKind::Area, 0.0),
        ] {
            let shapes = shapes(&[(ShapeKind::Area, SQUARE), (kind, points)]);
            let (square, other) = (shapes.get(0), shapes.get(1));
            assert_eq!([gap(&square, &other), gap(&other, &square)], [expected; 2], "{points:?}");
            assert_eq!(touch(&square, &other), expected == 0.0, "{points:?}");
        }
    }
}
