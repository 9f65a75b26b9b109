//! The cells around a mast, swept radial by radial: what a map costs is the ground along the radials, which many cells share.

use super::path::{PathModel, Radial};
use rayon::prelude::*;
use std::f64::consts::TAU;

/// Heights of the ground along a line.
pub(super) trait Relief: Sync {
    /// Ground and surface [m above the sea] from a place on, so many points by a step east and north [m]; where the ground is not known it
    /// goes on in a straight line. Also how many points were not known.
    fn points(&self, from: [f64; 2], step: [f64; 2], count: usize) -> (Vec<f64>, Vec<f64>, usize);
}

/// Cells about a mast, each at the radial and the step that lie nearest to its middle.
pub(super) struct Sweep {
    at: [f64; 2],
    /// Along a radial [m].
    step: f64,
    count: usize,
    /// Step along a radial and cell, radial by radial, from the mast outwards.
    order: Vec<(u32, u32)>,
    /// Where in the order a radial begins.
    starts: Vec<usize>,
}

/// What a radial answers, in the order of its cells.
#[derive(Default)]
pub(super) struct Answered {
    /// Losses by model [dB]; infinite where a model has no answer.
    pub losses: Vec<Vec<f32>>,
    /// Angles at which the receivers are seen from the antenna [°, above level].
    pub elevations: Vec<f32>,
    /// Points without known ground.
    pub voids: usize,
    /// All points.
    pub points: usize,
}

impl Sweep {
    /// Of cells whose middles are told, as far as they are within reach [m] of a place: with radials that lie a pitch apart at the far end,
    /// and points at a step along them [m].
    pub fn new(at: [f64; 2], reach: f64, [pitch, step]: [f64; 2], cells: &[u32], middle: impl Fn(u32) -> [f64; 2] + Sync) -> Self {
        let count = ((TAU * reach / pitch).ceil() as usize).max(8);
        let place = |cell: &u32| {
            let [east, north] = middle(*cell);
            let (east, north) = (east - at[0], north - at[1]);
            let distance = east.hypot(north);
            let radial = (east.atan2(north).rem_euclid(TAU) / TAU * count as f64).round() as usize % count;
            (distance <= reach).then(|| (radial as u32, (distance / step).round().max(1.0) as u32))
        };
        let places: Vec<Option<(u32, u32)>> = cells.par_iter().map(place).collect();
        let (order, starts) = grouped(cells, &places, count);
        Self { at, step, count, order, starts }
    }

    /// How many radials there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The cells, in the order in which the radials answer them.
    pub fn cells(&self) -> impl Iterator<Item = u32> {
        self.order.iter().map(|(_, cell)| *cell)
    }

    /// The losses along a radial by each of some models, for antenna and receivers at heights above the ground [m].
    pub fn answer(&self, radial: usize, heights: [f64; 2], relief: &dyn Relief, models: &[&dyn PathModel]) -> Answered {
        let cells = &self.order[self.starts[radial]..self.starts[radial + 1]];
        let Some((farthest, _)) = cells.last() else {
            return Answered { losses: vec![Vec::new(); models.len()], ..Answered::default() };
        };
        let (sin, cos) = (TAU * radial as f64 / self.count as f64).sin_cos();
        let count = *farthest as usize + 1;
        let (ground, surface, voids) = relief.points(self.at, [self.step * sin, self.step * cos], count);
        let mut points: Vec<usize> = cells.iter().map(|(step, _)| *step as usize).collect();
        points.dedup();
        let along = Radial { step: self.step, ground: &ground, surface: &surface };
        let losses = models.iter().map(|model| by_cell(cells, &points, &model.along(heights, &along, &points))).collect();
        let elevation = |(step, _): &(u32, u32)| {
            let rise = ground[*step as usize] + heights[1] - ground[0] - heights[0];
            (rise / (f64::from(*step) * self.step)).atan().to_degrees() as f32
        };
        Answered { losses, elevations: cells.iter().map(elevation).collect(), voids, points: count }
    }
}

/// The losses of cells by those of points: cells at the same step have the same answer.
fn by_cell(cells: &[(u32, u32)], points: &[usize], losses: &[Option<f64>]) -> Vec<f32> {
    let mut next = 0;
    let loss = |(step, _): &(u32, u32)| {
        while points.get(next).is_some_and(|point| *point < *step as usize) {
            next += 1;
        }
        losses.get(next).copied().flatten().map_or(f32::INFINITY, |loss| loss as f32)
    };
    cells.iter().map(loss).collect()
}

/// Step and cell of every cell that lies on one of so many radials, radial by radial and from the mast outwards; and where each radial begins.
fn grouped(cells: &[u32], places: &[Option<(u32, u32)>], count: usize) -> (Vec<(u32, u32)>, Vec<usize>) {
    let mut starts = vec![0; count + 1];
    places.iter().flatten().for_each(|(radial, _)| starts[*radial as usize + 1] += 1);
    for radial in 0..count {
        starts[radial + 1] += starts[radial];
    }
    let mut order = vec![(0, 0); starts[count]];
    let mut next = starts.clone();
    for (cell, (radial, step)) in cells.iter().zip(places).filter_map(|(cell, place)| Some((*cell, (*place)?))) {
        let place = &mut next[radial as usize];
        order[*place] = (step, cell);
        *place += 1;
    }
    let mut rest = &mut order[..];
    for ends in starts.windows(2) {
        let (own, others) = rest.split_at_mut(ends[1] - ends[0]);
        own.sort_unstable();
        rest = others;
    }
    (order, starts)
}
