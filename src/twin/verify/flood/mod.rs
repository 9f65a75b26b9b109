//! Water over the ground: dam breaks by their formulas, channels, a plain and walls as others compute them.

pub mod dam_break;
pub mod hec_ras;
pub mod levees;
pub mod own;
pub mod plain;
pub mod steady;
pub mod swashes;

use super::check::{Case, Check, Measured};
use crate::twin::diagnostic::{Diagnostic, Severity};
use crate::twin::simulate::flood::boundary::{Edge, EdgeKind, Side};
use crate::twin::simulate::flood::case::{self, Scheme, Settings};
use crate::twin::simulate::flood::grid::{Grid, Roughness, Start};
use crate::twin::simulate::flood::result::Flood;
use crate::twin::simulate::flood::run::run;
use crate::twin::simulate::flood::source::Hydrograph;
use std::ops::Range;

/// How much water may come from nowhere, as a share of all.
const CLOSED: f64 = 1e-6;

/// How long a case may last that somebody gives [d]; floods are over long before.
const MOST_DAYS: f64 = 100.0;
/// The same [s].
const MOST_SECONDS: f64 = MOST_DAYS * 86_400.0;

/// Ground of one kind of roughness without water on it.
fn ground(columns: usize, cell: f64, elevation: Vec<f32>, roughness: f64) -> Grid {
    let rows = elevation.len().checked_div(columns).unwrap_or(0);
    Grid { columns, rows, cell, elevation, roughness: Roughness::Uniform(roughness as f32), start: Start::Dry }
}

fn edge(side: Side, cells: Range<usize>, kind: EdgeKind) -> Edge {
    Edge { side, cells, kind }
}

fn inflow(discharge: f64) -> EdgeKind {
    EdgeKind::Discharge(Hydrograph::constant(discharge))
}

fn level(metres: f64) -> EdgeKind {
    EdgeKind::Stage(Hydrograph::constant(metres))
}

/// How a run of a scheme is made that lasts so long [s].
fn lasting(scheme: Scheme, duration: f64) -> Settings {
    Settings { scheme, duration, ..Settings::default() }
}

/// Runs a case to its end. Of a run that stops before, what stopped it is the error: it says nothing of the end.
fn flood(case: case::Case, settings: &Settings) -> Result<Flood, Diagnostic> {
    let flood = run(case, settings, &|_| true)?;
    match flood.notes.last() {
        Some(stopped) if flood.seconds < settings.duration => Err(Diagnostic { severity: Severity::Error, ..stopped.clone() }),
        _ => Ok(flood),
    }
}

/// That no drop is lost.
fn closed(case: &Case, flood: &Flood) -> Check {
    case.check((Measured::Balance, ""), [0.0, flood.balance.error(), CLOSED])
}

/// Mean difference of depths from what is expected [m], and the same as a share of the mean depth [%].
fn off(depth: &[f32], expected: &[f64]) -> [f64; 2] {
    if depth.len() != expected.len() {
        return [f64::NAN; 2];
    }
    let off: f64 = depth.iter().zip(expected).map(|(depth, expected)| (f64::from(*depth) - expected).abs()).sum();
    [off / expected.len() as f64, 100.0 * off / expected.iter().sum::<f64>()]
}
