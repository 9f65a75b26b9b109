//! Coverage of a mast: the loss to every cell around it, radial by radial.

use super::fault::{Quantity, within};
use super::ground::Ground;
use super::path::PathModel;
use super::sweep::{Answered, Sweep};
use crate::twin::diagnostic::{Diagnostic, Report};
use rayon::prelude::*;

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
    let cells: Vec<u32> = (0..ground.heights.len() as u32).collect();
    let reach = site.reach.min(farthest(ground, site.at));
    let sweep = Sweep::new(site.at, reach, [ground.cell; 2], &cells, |cell| ground.middle(cell as usize));
    let answer = |radial: usize| sweep.answer(radial, [site.height, site.receiver], ground, &[model]);
    let answers: Vec<Answered> = (0..sweep.count()).into_par_iter().map(answer).collect();
    let mut coverage = Coverage { losses: vec![f32::INFINITY; cells.len()], elevations: vec![0.0; cells.len()] };
    let losses = || answers.iter().flat_map(|answered| answered.losses.iter().flatten());
    let elevations = answers.iter().flat_map(|answered| &answered.elevations);
    for ((cell, loss), elevation) in sweep.cells().zip(losses()).zip(elevations) {
        (coverage.losses[cell as usize], coverage.elevations[cell as usize]) = (*loss, *elevation);
    }
    let unanswered = losses().filter(|loss| !loss.is_finite()).count();
    let (voids, points) = answers.iter().fold((0, 0), |sum, answered| (sum.0 + answered.voids, sum.1 + answered.points));
    let mut notes = Vec::new();
    let mut note = |count: usize, note: Diagnostic| notes.extend((count > 0).then(|| note.with("count", count)));
    note(voids, Diagnostic::warning("radio-ground-voids").with("points", points));
    note(unanswered, Diagnostic::warning("radio-cells-unanswered").with("cells", sweep.cells().count()));
    Ok(Report { value: coverage, notes })
}

/// From a place to the farthest corner of a ground [m].
fn farthest(ground: &Ground, [east, north]: [f64; 2]) -> f64 {
    let (columns, rows) = (ground.columns as f64 * ground.cell, ground.rows() as f64 * ground.cell);
    let wide = (ground.west - east).abs().max((ground.west + columns - east).abs());
    let high = (ground.north - north).abs().max((ground.north - rows - north).abs());
    wide.hypot(high)
}
