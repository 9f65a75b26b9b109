//! Coverage of a mast: the loss to every cell around it, radial by radial.

use super::fault::{Quantity, within};
use super::ground::Ground;
use super::path::{PathModel, Radial};
use crate::twin::diagnostic::{Diagnostic, Report};
use rayon::prelude::*;
use std::f64::consts::TAU;

/// A mast and the receivers around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Site {
    /// Metres east and north.
    pub at: [f64; 2],
    /// Height of the antenna above the ground [m].
    pub height: f64,
    /// Height of the receivers above the ground [m].
    pub receiver: f64,
    /// Receivers farther away are left out [m].
    pub reach: f64,
}

/// Loss to every cell of a ground.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// Basic transmission loss [dB], cell by cell as the ground's; infinite beyond reach and where the model has no answer.
    pub losses: Vec<f32>,
    /// Angle at which a cell's receiver is seen from the antenna [°, above level].
    pub elevations: Vec<f32>,
}

/// What a radial answers, in the order of its cells: losses and elevations; how many points had no known ground, and how many were asked.
struct Answered {
    cells: Vec<(f32, f32)>,
    voids: usize,
    points: usize,
}

/// The loss from a mast to every cell of a ground. A cell takes the answer of the radial and of the step nearest to it: at most half a cell
/// beside. The same to the bit on any number of threads. Notes: `radio-ground-voids`, `radio-cells-unanswered`.
///
/// # Errors
/// `radio-value-odd` for a height or the reach; `radio-mast-outside`; those of [`Ground::check`].
pub fn coverage(ground: &Ground, site: &Site, model: &dyn PathModel) -> Result<Report<Coverage>, Diagnostic> {
    ground.check()?;
    [site.height, site.receiver].into_iter().try_for_each(|height| within(Quantity::AntennaHeight, height, 0.5, 3_000.0))?;
    within(Quantity::Distance, site.reach / 1_000.0, 0.001, 1_000.0)?;
    if !ground.contains(site.at) {
        let [east, north] = site.at.map(f64::round);
        return Err(Diagnostic::error("radio-mast-outside").with("east", east).with("north", north));
    }
    let radials = Radials::new(ground, site);
    let answers: Vec<Answered> = (0..radials.count).into_par_iter().map(|radial| radials.answer(radial, model)).collect();
    let cells = ground.heights.len();
    let mut coverage = Coverage { losses: vec![f32::INFINITY; cells], elevations: vec![0.0; cells] };
    let answered = answers.iter().flat_map(|answered| &answered.cells);
    for ((_, cell), (loss, elevation)) in radials.order.iter().zip(answered) {
        (coverage.losses[*cell as usize], coverage.elevations[*cell as usize]) = (*loss, *elevation);
    }
    let unanswered = answers.iter().flat_map(|answered| &answered.cells).filter(|(loss, _)| !loss.is_finite()).count();
    let (voids, points) = answers.iter().fold((0, 0), |sum, answered| (sum.0 + answered.voids, sum.1 + answered.points));
    let mut notes = Vec::new();
    let mut note = |count: usize, note: Diagnostic| notes.extend((count > 0).then(|| note.with("count", count)));
    note(voids, Diagnostic::warning("radio-ground-voids").with("points", points));
    note(unanswered, Diagnostic::warning("radio-cells-unanswered").with("cells", radials.order.len()));
    Ok(Report { value: coverage, notes })
}

/// Radials around a mast, and which cells belong to each.
struct Radials<'a> {
    ground: &'a Ground,
    site: &'a Site,
    count: usize,
    /// Step along a radial and cell, radial by radial, from the mast outwards.
    order: Vec<(u32, u32)>,
    /// Where in the order a radial begins.
    starts: Vec<usize>,
}

impl<'a> Radials<'a> {
    fn new(ground: &'a Ground, site: &'a Site) -> Self {
        let reach = site.reach.min(farthest(ground, site.at));
        // As many as lie a cell apart at the far end.
        let count = ((TAU * reach / ground.cell).ceil() as usize).max(8);
        let place = |cell: usize| {
            let [east, north] = ground.middle(cell);
            let (east, north) = (east - site.at[0], north - site.at[1]);
            let distance = east.hypot(north);
            let radial = (east.atan2(north).rem_euclid(TAU) / TAU * count as f64).round() as usize % count;
            (distance <= reach).then(|| (radial as u32, (distance / ground.cell).round().max(1.0) as u32))
        };
        let places: Vec<Option<(u32, u32)>> = (0..ground.heights.len()).into_par_iter().map(place).collect();
        let (order, starts) = grouped(&places, count);
        Self { ground, site, count, order, starts }
    }

    fn answer(&self, radial: usize, model: &dyn PathModel) -> Answered {
        let cells = &self.order[self.starts[radial]..self.starts[radial + 1]];
        let Some((farthest, _)) = cells.last() else { return Answered { cells: Vec::new(), voids: 0, points: 0 } };
        let (sin, cos) = (TAU * radial as f64 / self.count as f64).sin_cos();
        let (Site { at, height, receiver, .. }, step) = (*self.site, self.ground.cell);
        let count = *farthest as usize + 1;
        let (ground, surface, voids) = self.ground.points(at, [step * sin, step * cos], count);
        // Cells at the same step have the same answer.
        let mut points: Vec<usize> = cells.iter().map(|(step, _)| *step as usize).collect();
        points.dedup();
        let losses = model.along([height, receiver], &Radial { step, ground: &ground, surface: &surface }, &points);
        let mut answers = points.iter().zip(losses).peekable();
        let mut cells_answered = Vec::with_capacity(cells.len());
        for (point, _) in cells {
            let point = *point as usize;
            while answers.peek().is_some_and(|(known, _)| **known < point) {
                answers.next();
            }
            let loss = answers.peek().and_then(|(_, loss)| *loss).map_or(f32::INFINITY, |loss| loss as f32);
            let rise = ground[point] + receiver - ground[0] - height;
            cells_answered.push((loss, (rise / (point as f64 * step)).atan().to_degrees() as f32));
        }
        Answered { cells: cells_answered, voids, points: count }
    }
}

/// From a place to the farthest corner of a ground [m].
fn farthest(ground: &Ground, [east, north]: [f64; 2]) -> f64 {
    let (columns, rows) = (ground.columns as f64 * ground.cell, ground.rows() as f64 * ground.cell);
    let wide = (ground.west - east).abs().max((ground.west + columns - east).abs());
    let high = (ground.north - north).abs().max((ground.north - rows - north).abs());
    wide.hypot(high)
}

/// Step and cell of every cell that lies on one of so many radials, radial by radial and from the mast outwards; and where each radial begins.
fn grouped(places: &[Option<(u32, u32)>], count: usize) -> (Vec<(u32, u32)>, Vec<usize>) {
    let mut starts = vec![0; count + 1];
    places.iter().flatten().for_each(|(radial, _)| starts[*radial as usize + 1] += 1);
    for radial in 0..count {
        starts[radial + 1] += starts[radial];
    }
    let mut order = vec![(0, 0); starts[count]];
    let mut next = starts.clone();
    for (cell, (radial, step)) in places.iter().enumerate().filter_map(|(cell, place)| Some((cell, (*place)?))) {
        let place = &mut next[radial as usize];
        order[*place] = (step, cell as u32);
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
