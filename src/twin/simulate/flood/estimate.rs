//! What a run will cost, before it is begun.

use super::GRAVITY;
use super::basin::BYTES;
use super::case::Settings;
use super::grid::Grid;
use crate::twin::diagnostic::Diagnostic;

/// What a run costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Number of cells.
    pub cells: usize,
    /// Memory at work [bytes].
    pub bytes: usize,
    /// Number of steps.
    pub steps: f64,
    /// Time that it takes [s].
    pub seconds: f64,
}

/// Cells that two cores move on by a step in a second (measured; `benches/flood.rs`).
const SPEED: f64 = 1.5e8;
/// Time of a step that has nothing to do [s].
const IDLE: f64 = 2e-5;

/// What a run over a grid costs with water so deep [m] on such a share of the cells.
pub fn estimate(grid: &Grid, settings: &Settings, depth: f64, share: f64) -> Estimate {
    let cells = grid.columns.saturating_mul(grid.rows);
    let step = (settings.courant() * grid.cell / (f64::from(GRAVITY) * depth.max(0.01)).sqrt()).min(settings.longest_step);
    let steps = (settings.duration / step).ceil();
    Estimate { cells, bytes: cells.saturating_mul(BYTES), steps, seconds: steps * (IDLE + cells as f64 * share.clamp(0.0, 1.0) / SPEED) }
}

/// Refuses what does not fit into memory.
///
/// # Errors
/// `flood-too-large` with the side of cells that would fit.
pub fn fits(grid: &Grid, settings: &Settings) -> Result<(), Diagnostic> {
    let bytes = grid.columns.saturating_mul(grid.rows).saturating_mul(BYTES);
    if bytes <= settings.most_bytes {
        return Ok(());
    }
    let side = grid.cell * (bytes as f64 / settings.most_bytes.max(1) as f64).sqrt();
    let cells = grid.columns.saturating_mul(grid.rows);
    Err(Diagnostic::error("flood-too-large")
        .with("cells", cells)
        .with("gigabytes", (bytes as f64 / 1e9).ceil())
        .with("metres", side.ceil()))
}
