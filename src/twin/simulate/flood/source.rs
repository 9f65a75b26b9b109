//! Where water comes from: a river's hydrograph, rain, and snow that melts by degree-days.

use super::basin::Basin;
use super::scale::WALL;
use super::tiles::BAND;
use crate::twin::diagnostic::Diagnostic;
use rayon::prelude::*;

/// A value over time: straight between points, held before the first and after the last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hydrograph {
    /// Seconds and values, in the order of time.
    points: Vec<(f64, f64)>,
}

impl Hydrograph {
    /// A value over time; points without a number are left out, those out of order are put into it.
    pub fn new(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let mut points: Vec<_> = points.into_iter().filter(|(time, value)| time.is_finite() && value.is_finite()).collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        Self { points }
    }

    /// The same value at all times.
    pub fn constant(value: f64) -> Self {
        Self::new([(0.0, value)])
    }

    /// Its greatest value; zero where it has none.
    pub fn peak(&self) -> f64 {
        self.points.iter().map(|point| point.1).reduce(f64::max).unwrap_or(0.0)
    }

    /// When its last point is [s]; none without points.
    pub fn end(&self) -> Option<f64> {
        self.points.last().map(|point| point.0)
    }

    /// The value at a time [s].
    pub fn at(&self, time: f64) -> f64 {
        let after = self.points.partition_point(|point| point.0 <= time);
        match (after.checked_sub(1).and_then(|before| self.points.get(before)), self.points.get(after)) {
            (Some(a), Some(b)) => a.1 + (b.1 - a.1) * (time - a.0) / (b.0 - a.0),
            (Some(only), None) | (None, Some(only)) => only.1,
            (None, None) => 0.0,
        }
    }

    /// The sum from one time to another [value · s].
    pub fn sum(&self, from: f64, to: f64) -> f64 {
        let between = self.points.iter().map(|point| point.0).filter(|time| (from..to).contains(time));
        let times: Vec<f64> = std::iter::once(from).chain(between).chain([to]).collect();
        times.windows(2).map(|pair| (self.at(pair[0]) + self.at(pair[1])) / 2.0 * (pair[1] - pair[0])).sum()
    }
}

/// Where water comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// A river, shared out evenly among cells (column, row) [m³/s].
    Inflow {
        /// The cells.
        cells: Vec<(usize, usize)>,
        /// How much comes.
        discharge: Hydrograph,
    },
    /// Rain on every cell, less what seeps away [mm/h].
    Rain(Hydrograph),
    /// Snow on every cell, that melts.
    Melt(SnowMelt),
}

/// Snow that melts by degree-days.
#[derive(Clone, Debug, PartialEq)]
pub struct SnowMelt {
    /// Temperature of the air [°C].
    pub temperature: Hydrograph,
    /// Water of the snow [mm].
    pub store: f64,
    /// What melts of it in a day for each degree [mm/(°C·d)].
    pub degree_day: f64,
    /// Above which temperature [°C].
    pub threshold: f64,
    /// Share of the melt that runs off, and does not seep away.
    pub runoff: f64,
}

/// Units by which a cell is raised in a step at most.
const MOST: i32 = 1 << 28;

/// A source at work.
#[derive(Clone, Debug)]
pub struct Spring {
    source: Source,
    places: Vec<usize>,
    /// Units that are too few to be shared out, kept for the next step.
    carry: f64,
    /// Snow that is left [mm].
    store: f64,
}

impl Spring {
    /// A source in a basin. Cells outside are left out, and told of; none is left where all are.
    pub fn new(source: Source, basin: &Basin, notes: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut places = Vec::new();
        if let Source::Inflow { cells, .. } = &source {
            let inside = |&(column, row): &(usize, usize)| basin.place(column, row).filter(|place| basin.ground[*place] < WALL);
            places.extend(cells.iter().filter_map(inside));
            if places.len() < cells.len() || cells.is_empty() {
                notes.push(
                    Diagnostic::warning("flood-inflow-outside").with("outside", cells.len() - places.len()).with("cells", cells.len()),
                );
            }
            if places.is_empty() {
                return None;
            }
        }
        let store = if let Source::Melt(melt) = &source { melt.store.max(0.0) } else { 0.0 };
        Some(Self { source, places, carry: 0.0, store })
    }

    /// The cells that it feeds; none where it feeds all.
    pub fn places(&self) -> &[usize] {
        &self.places
    }

    /// Whether it feeds every cell.
    pub fn is_everywhere(&self) -> bool {
        !matches!(self.source, Source::Inflow { .. })
    }

    /// Depth by which it raises its cells, from one time to another [m].
    fn depth(&self, basin: &Basin, from: f64, to: f64) -> f64 {
        let depth = match &self.source {
            Source::Inflow { discharge, .. } => discharge.sum(from, to) / (self.places.len() as f64 * basin.cell * basin.cell),
            Source::Rain(rate) => rate.sum(from, to) / 3.6e6,
            Source::Melt(melt) => self.melted(melt, from, to) * melt.runoff.clamp(0.0, 1.0) / 1_000.0,
        };
        if depth.is_finite() { depth.max(0.0) } else { 0.0 }
    }

    /// Snow that melts [mm].
    fn melted(&self, melt: &SnowMelt, from: f64, to: f64) -> f64 {
        let degrees = (melt.temperature.at((from + to) / 2.0) - melt.threshold).max(0.0);
        (melt.degree_day.max(0.0) * degrees * (to - from) / 86_400.0).min(self.store)
    }

    /// How fast it raises its cells [m/s].
    pub fn rate(&self, basin: &Basin, time: f64) -> f64 {
        self.depth(basin, time, time + 1.0)
    }

    /// Pours what comes from one time to another into the basin; returns how much it was, by the source's own account [m³].
    pub fn pour(&mut self, basin: &mut Basin, from: f64, to: f64) -> f64 {
        let depth = self.depth(basin, from, to);
        if let Source::Melt(melt) = &self.source {
            self.store -= self.melted(melt, from, to);
        }
        let cells = if self.is_everywhere() { basin.open as f64 } else { self.places.len() as f64 };
        let units = depth / basin.scale.unit * cells + self.carry;
        let each = (units / cells).floor().clamp(0.0, f64::from(MOST));
        self.carry = units - each * cells;
        if self.is_everywhere() {
            everywhere(basin, each as i32);
        } else {
            for place in &self.places {
                basin.depth[*place] += each as i32;
            }
        }
        depth * basin.cell * basin.cell * cells
    }

    /// Pours what was kept until now, a unit a cell; returns what is still less than that [m³].
    pub fn empty(&mut self, basin: &mut Basin) -> f64 {
        let kept = (self.carry.floor().max(0.0) as usize).min(basin.open);
        self.carry -= kept as f64;
        if self.is_everywhere() {
            let open = basin.depth.iter_mut().zip(&basin.ground).filter(|(_, ground)| **ground < WALL);
            open.take(kept).for_each(|(depth, _)| *depth += 1);
        } else {
            self.places.iter().take(kept).for_each(|place| basin.depth[*place] += 1);
        }
        self.carry * basin.scale.unit * basin.cell * basin.cell
    }
}

/// Raises every cell.
fn everywhere(basin: &mut Basin, units: i32) {
    let size = BAND * basin.stride;
    let bands = basin.depth.par_chunks_mut(size).zip(basin.ground.par_chunks(size));
    bands.filter(|_| units > 0).for_each(|(depth, ground)| {
        let open = depth.iter_mut().zip(ground).filter(|(_, ground)| **ground < WALL);
        open.for_each(|(depth, _)| *depth += units);
    });
}
