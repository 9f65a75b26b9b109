//! The river that floods: its course through the square that is looked at, from where it enters to where it leaves.

use crate::twin::model::layer::ShapeKind;
use crate::twin::model::plane::{Bounds, Position};
use crate::twin::model::region::Region;
use crate::twin::model::water::WaterKind;

/// How far a river may be from the settlement that is looked at [m].
const NEAR: f64 = 5_000.0;
/// Ends of lines that are not farther apart are one place [m].
const JOINED: f64 = 30.0;
/// Ends that differ by less lie level [m]: the map's own direction counts.
const LEVEL: f64 = 0.2;

/// A river through a square.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// The square.
    pub square: Bounds,
    /// Its line within the square, downstream.
    pub line: Vec<[f64; 2]>,
    /// How much the ground falls along it, as a share of its length.
    pub slope: f64,
}

/// Lines of rivers.
fn rivers(region: &Region) -> Vec<&[Position]> {
    let lines =
        region.water.iter().filter(|(water, shape)| water.kind == WaterKind::River && shape.kind == ShapeKind::Line && !water.covered);
    lines.flat_map(|(_, shape)| shape.parts()).filter(|line| line.len() > 1).collect()
}

/// The point of a line that is nearest to a place: its distance and number.
fn nearest(line: &[Position], at: Position) -> Option<(f64, usize)> {
    line.iter().enumerate().map(|(number, point)| (point.distance(at), number)).min_by(|a, b| a.0.total_cmp(&b.0))
}

impl Course {
    /// The river at the greatest settlement that has one near, in a square with a side [m] about it. None where no settlement has one.
    pub fn find(region: &Region, reach: f64) -> Option<Self> {
        let rivers = rivers(region);
        let mut places: Vec<_> = region.places.iter().filter(|(place, _)| place.kind.is_settlement()).collect();
        places.sort_by_key(|(place, shape)| (std::cmp::Reverse(place.population.value.unwrap_or(0)), shape.anchor()));
        let near = |at: Position| {
            let points = rivers.iter().enumerate().filter_map(|(river, line)| nearest(line, at).map(|(far, point)| (far, river, point)));
            points.min_by(|a, b| a.0.total_cmp(&b.0)).filter(|found| found.0 < NEAR)
        };
        let (_, river, point) = places.iter().find_map(|(_, shape)| near(shape.anchor()))?;
        let middle = rivers[river][point].metres();
        let square = Bounds { min: middle.map(|at| at - reach / 2.0), max: middle.map(|at| at + reach / 2.0) };
        let mut used = vec![false; rivers.len()];
        used[river] = true;
        let up: Vec<Position> = rivers[river][..=point].iter().rev().copied().collect();
        let mut line = walk(&rivers, &mut used, &square, up);
        line.reverse();
        line.pop();
        line.extend(walk(&rivers, &mut used, &square, rivers[river][point..].to_vec()));
        Self { square, line, slope: 0.0 }.downstream(region)
    }

    /// The same, turned so that it runs downhill, with its slope.
    fn downstream(mut self, region: &Region) -> Option<Self> {
        let height = |at: &[f64; 2]| region.terrain.known_height(region.frame.geo_from_metres(*at));
        let (first, last) = (height(self.line.first()?)?, height(self.line.last()?)?);
        if last - first > LEVEL {
            self.line.reverse();
        }
        let length: f64 = self.line.windows(2).map(|pair| (pair[1][0] - pair[0][0]).hypot(pair[1][1] - pair[0][1])).sum();
        self.slope = (first - last).abs() / length.max(1.0);
        (self.line.len() > 1).then_some(self)
    }
}

/// Along a line as long as it lies in the square, and on along whatever begins where it ends.
fn walk(rivers: &[&[Position]], used: &mut [bool], square: &Bounds, start: Vec<Position>) -> Vec<[f64; 2]> {
    let mut line: Vec<[f64; 2]> = Vec::new();
    let mut next = Some(start);
    while let Some(part) = next.take() {
        for point in &part {
            if !square.contains(point.metres()) {
                line.extend(line.last().copied().and_then(|last| leaves(last, point.metres(), square)));
                return line;
            }
            line.push(point.metres());
        }
        let end = part.last().copied().unwrap_or_default();
        let goes_on = |line: &[Position]| {
            let ends = [line.first(), line.last()].map(|point| point.map_or(f64::INFINITY, |point| point.distance(end)));
            (ends[0].min(ends[1]) < JOINED).then_some(ends[1] < ends[0])
        };
        let found = (0..rivers.len()).filter(|river| !used[*river]).find_map(|river| Some((river, goes_on(rivers[river])?)));
        if let Some((river, turned)) = found {
            used[river] = true;
            next = Some(if turned { rivers[river].iter().rev().copied().collect() } else { rivers[river].to_vec() });
        }
    }
    line
}

/// Where a stretch from a place inside leaves the square, a hand's breadth within it.
fn leaves(inside: [f64; 2], outside: [f64; 2], square: &Bounds) -> Option<[f64; 2]> {
    let share = (0..2).map(|axis| {
        let way = outside[axis] - inside[axis];
        let edge = if way > 0.0 { square.max[axis] } else { square.min[axis] };
        if way == 0.0 { 1.0 } else { ((edge - inside[axis]) / way).clamp(0.0, 1.0) }
    });
    let share = 0.999 * share.fold(1.0, f64::min);
    let at = [0, 1].map(|axis| inside[axis] + share * (outside[axis] - inside[axis]));
    square.contains(at).then_some(at)
}
