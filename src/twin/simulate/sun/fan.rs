//! Directions about a point in clockwise order: which of them an edge of a wall crosses, and how far away.

use std::ops::Range;

/// Directions in clockwise order, as unit vectors [east, north].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fan {
    toward: Vec<[f64; 2]>,
    turns: Vec<f64>,
}

/// How far round a direction [east, north] lies: 0 in the north, 1 in the east, less than 4; grows clockwise as the angle does, but
/// costs one division.
pub fn turn([east, north]: [f64; 2]) -> f64 {
    let turn = if east >= 0.0 {
        if north > 0.0 { east / (east + north) } else { 1.0 - north / (east - north) }
    } else if north < 0.0 {
        2.0 + east / (east + north)
    } else {
        3.0 + north / (north - east)
    };
    // Of no direction at all: any.
    if turn.is_nan() { 0.0 } else { turn }
}

/// Twice the area that two vectors span: positive where the second is counter-clockwise of the first.
pub fn cross(a: [f64; 2], b: [f64; 2]) -> f64 {
    a[0] * b[1] - a[1] * b[0]
}

impl Fan {
    /// The fan of unit vectors in any order, and for each of its directions the place that it had.
    pub fn new(toward: &[[f64; 2]]) -> (Self, Vec<u32>) {
        let mut order: Vec<(f64, u32)> = (0u32..).zip(toward).map(|(place, toward)| (turn(*toward), place)).collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let places: Vec<u32> = order.iter().map(|(_, place)| *place).collect();
        let sorted = places.iter().filter_map(|place| toward.get(*place as usize).copied()).collect();
        (Self { toward: sorted, turns: order.into_iter().map(|(turn, _)| turn).collect() }, places)
    }

    /// How many directions there are.
    pub fn len(&self) -> usize {
        self.toward.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.toward.is_empty()
    }

    /// The directions.
    pub fn toward(&self) -> &[[f64; 2]] {
        &self.toward
    }

    /// Those from one turn clockwise to another: one stretch, or two where it leads over north.
    pub fn between(&self, from: f64, to: f64) -> [Range<usize>; 2] {
        let at = |turn: f64| self.turns.partition_point(|known| *known < turn);
        let (first, last) = (at(from), self.turns.partition_point(|known| *known <= to));
        if from <= to { [first..last.max(first), 0..0] } else { [first..self.len(), 0..last] }
    }

    /// Calls `hit` with every direction within a stretch that crosses the edge from `a` to `b`, both seen from the point, and how far away
    /// it does. Edges that are seen from behind or end on are left out: what they bound is on their left.
    pub fn cross(&self, a: [f64; 2], b: [f64; 2], within: &Range<usize>, mut hit: impl FnMut(usize, f64)) {
        let span = cross(a, b);
        // Seen from outside the edge leads clockwise.
        if span >= 0.0 {
            return;
        }
        let along = [b[0] - a[0], b[1] - a[1]];
        for stretch in self.between(turn(a), turn(b)) {
            let (first, last) = (stretch.start.max(within.start), stretch.end.min(within.end));
            let Some(crossing) = self.toward.get(first..last.max(first)) else { continue };
            for (index, toward) in (first..).zip(crossing) {
                // At the edge's very ends rounding may lead past it.
                let distance = span / cross(*toward, along);
                if (0.0..f64::INFINITY).contains(&distance) {
                    hit(index, distance);
                }
            }
        }
    }
}
