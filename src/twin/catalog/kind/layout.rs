//! The plan of a quarter: a grid of streets over the drawn area, and plots along them for as many homes as are wanted.

use super::drawn_area::DrawnArea;
use crate::twin::model::vector::{Axis, Oblong, P};

/// From the middle of a street to the plots beside it [m].
pub const VERGE: f64 = 8.0;
/// From the outline to the plots within [m].
const MARGIN: f64 = 3.0;
/// A stretch of street that is worth building [m].
const SHORTEST: f64 = 20.0;
/// An area so deep has a street of its own [m].
const DEEP: f64 = 60.0;

/// How a quarter might be laid out.
#[derive(Clone, Copy, Debug)]
pub struct Pattern {
    /// Along the street and away from it [m].
    pub plot: [f64; 2],
    /// Between two plots of a row [m].
    pub gap: f64,
    /// Between two rows that stand back to back, at least [m].
    pub yard: f64,
    /// From one street to the next, across the axis and along it [m].
    pub blocks: [f64; 2],
    /// Homes on a plot.
    pub homes: f64,
}

/// A plot on a street.
#[derive(Clone, Copy, Debug)]
pub struct Plot {
    /// Its ground.
    pub ground: Oblong,
    /// The direction of its street.
    pub street: P,
}

/// A plan.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Streets, each with its points.
    pub streets: Vec<Vec<P>>,
    /// Plots, row by row.
    pub plots: Vec<Plot>,
    /// What lies between the rows of plots: rings, not yet cut to the area.
    pub yards: Vec<[P; 4]>,
}

/// The places of streets across an extent, so that those between are about as wide as wanted; at least so many.
fn divided([low, high]: [f64; 2], block: f64, least: usize) -> Vec<f64> {
    let count = ((high - low) / block).round().max(least as f64 + 1.0);
    (1..count as usize).map(|line| low + (high - low) * line as f64 / count).collect()
}

impl Plan {
    /// The plan of an area by a pattern.
    pub fn new(area: &DrawnArea, axis: Axis, pattern: &Pattern) -> Self {
        let [extent_along, extent_across] = area.extent(axis);
        let rows = divided(extent_across, pattern.blocks[0], usize::from(extent_across[1] - extent_across[0] >= DEEP));
        // A shallow area has no street along it, but one across.
        let across = usize::from(rows.is_empty() && extent_along[1] - extent_along[0] >= 2.0 * DEEP);
        let columns = columns(area, axis, &rows, divided(extent_along, pattern.blocks[1], across));
        let mut plan = Self { streets: streets(area, axis, &rows, &columns), ..Self::default() };
        let edges: Vec<f64> = std::iter::once(extent_across[0]).chain(rows).chain([extent_across[1]]).collect();
        for (index, edge) in edges.windows(2).enumerate() {
            let set_back = |is_street: bool| if is_street { VERGE } else { MARGIN };
            let low = edge[0] + set_back(index > 0);
            let high = edge[1] - set_back(index + 2 < edges.len());
            plan.fill(area, axis, [low, high], &columns, pattern);
        }
        plan
    }

    /// Homes that its plots have room for.
    pub fn homes(&self, pattern: &Pattern) -> f64 {
        self.plots.len() as f64 * pattern.homes
    }

    /// Whether one gets from any of its streets to any other.
    pub fn is_joined(&self) -> bool {
        let mut reached: Vec<&Vec<P>> = self.streets.first().into_iter().collect();
        let mut left: Vec<&Vec<P>> = self.streets.iter().skip(1).collect();
        while let Some(next) = left.iter().position(|street| street.iter().any(|point| reached.iter().any(|other| other.contains(point)))) {
            reached.push(left.swap_remove(next));
        }
        left.is_empty()
    }

    /// Fills the ground between two streets: a row along each, if both have room, and a yard between.
    fn fill(&mut self, area: &DrawnArea, axis: Axis, [low, high]: [f64; 2], columns: &[f64], pattern: &Pattern) {
        let depth = pattern.plot[1];
        let streets = [-1.0, 1.0].map(|side| axis_right(axis, side));
        if high - low >= 2.0 * depth + pattern.yard {
            self.row(area, axis, [low, low + depth], columns, pattern, streets[0]);
            self.row(area, axis, [high - depth, high], columns, pattern, streets[1]);
            if high - low > 2.0 * depth + 2.0 * MARGIN {
                self.lay_yards(area, axis, [low + depth + MARGIN, high - depth - MARGIN], columns);
            }
        } else if high - low >= depth {
            self.row(area, axis, [low, low + depth], columns, pattern, streets[0]);
        }
    }

    fn row(&mut self, area: &DrawnArea, axis: Axis, [low, high]: [f64; 2], columns: &[f64], pattern: &Pattern, street: P) {
        let [length, depth] = pattern.plot;
        for [from, to] in area.strips(axis, low, high).into_iter().flat_map(|strip| parted(strip, columns)) {
            let count = ((to - from + pattern.gap) / (length + pattern.gap)).floor().max(0.0);
            let pitch = (to - from) / count.max(1.0);
            let centre = |plot: usize| axis.world(from + (plot as f64 + 0.5) * pitch, (low + high) / 2.0);
            let plot = |plot| Plot { ground: Oblong::new(centre(plot), axis.along, length, depth), street };
            self.plots.extend((0..count as usize).map(plot));
        }
    }

    fn lay_yards(&mut self, area: &DrawnArea, axis: Axis, [low, high]: [f64; 2], columns: &[f64]) {
        let [extent, _] = area.extent(axis);
        for [from, to] in parted(extent, columns) {
            self.yards.push([[from, low], [to, low], [to, high], [from, high]].map(|[along, across]| axis.world(along, across)));
        }
    }
}

/// The direction across an axis: to the right, or to the left for a negative side.
fn axis_right(axis: Axis, side: f64) -> P {
    [axis.along[1] * side, -axis.along[0] * side]
}

/// What streets across a stretch leave of it, plots' margins off.
fn parted([from, to]: [f64; 2], columns: &[f64]) -> Vec<[f64; 2]> {
    let mut stretches = Vec::new();
    let mut start = from + MARGIN;
    for column in columns.iter().filter(|column| (from - VERGE..=to + VERGE).contains(*column)) {
        stretches.push([start, (column - VERGE).min(to - MARGIN)]);
        start = start.max(column + VERGE);
    }
    stretches.push([start, to - MARGIN]);
    stretches.retain(|[from, to]| to > from);
    stretches
}

/// The streets across the axis: those of the grid, and one from every street along it that would meet none.
fn columns(area: &DrawnArea, axis: Axis, rows: &[f64], mut columns: Vec<f64>) -> Vec<f64> {
    let strips: Vec<[f64; 2]> = rows.iter().flat_map(|row| area.strips(axis, *row, *row)).filter(is_long).collect();
    for [from, to] in strips.iter().filter(|_| strips.len() != 1) {
        if !columns.iter().any(|column| (from + 1.0..to - 1.0).contains(column)) {
            columns.push((from + to) / 2.0);
        }
    }
    columns.sort_by(f64::total_cmp);
    columns
}

/// Whether a stretch of street is worth building.
fn is_long([from, to]: &[f64; 2]) -> bool {
    to - from >= SHORTEST
}

/// Streets from outline to outline, with a point wherever they meet.
fn streets(area: &DrawnArea, axis: Axis, rows: &[f64], columns: &[f64]) -> Vec<Vec<P>> {
    // Across the axis: what runs along this one lies at minus its distance to the right.
    let across = Axis { origin: axis.origin, along: axis_right(axis, 1.0) };
    let strips = |axis: Axis, at: f64| area.strips(axis, at, at).into_iter().filter(is_long).collect::<Vec<_>>();
    let along_rows: Vec<(f64, Vec<[f64; 2]>)> = rows.iter().map(|row| (*row, strips(axis, *row))).collect();
    let along_columns: Vec<(f64, Vec<[f64; 2]>)> = columns.iter().map(|column| (*column, strips(across, -column))).collect();
    let lines = |own: &[(f64, Vec<[f64; 2]>)], others: &[(f64, Vec<[f64; 2]>)], world: &dyn Fn(f64, f64) -> P| {
        let mut lines = Vec::new();
        for (at, strip) in own.iter().flat_map(|(at, strips)| strips.iter().map(move |strip| (*at, *strip))) {
            let met = |(other, strips): &&(f64, Vec<[f64; 2]>)| {
                (strip[0] + 1.0..strip[1] - 1.0).contains(other) && strips.iter().any(|[from, to]| (from + 1.0..to - 1.0).contains(&at))
            };
            let middle = others.iter().filter(met).map(|(other, _)| *other);
            lines.push(std::iter::once(strip[0]).chain(middle).chain([strip[1]]).map(|place| world(place, at)).collect());
        }
        lines
    };
    let mut streets: Vec<Vec<P>> = lines(&along_rows, &along_columns, &|place, row| axis.world(place, row));
    streets.extend(lines(&along_columns, &along_rows, &|place, column| axis.world(column, place)));
    streets
}
