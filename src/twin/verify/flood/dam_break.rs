//! A dam that breaks at once on a flat, smooth bed: Ritter's solution where it is dry beyond, Stoker's where it is wet.

use super::super::check::{Case, CaseKind, Check, Measured, Subject};
use super::{closed, flood, ground, lasting, off};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::simulate::flood::case::{self, Scheme};
use crate::twin::simulate::flood::grid::{Grid, Start};

/// Acceleration of gravity [m/s²].
const GRAVITY: f64 = 9.81;

/// How far the depths may be off on average [%].
const TOLERANCE: f64 = 3.0;

/// A dam and the water on both sides of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dam {
    /// Where it stands [m].
    pub at: f64,
    /// Depth before it [m].
    pub before: f64,
    /// Depth beyond it [m].
    pub beyond: f64,
    /// Seconds since it broke.
    pub seconds: f64,
}

/// The dam of SWASHES: 5 mm of water in the middle of 10 m, six seconds later.
const DAM: Dam = Dam { at: 5.0, before: 0.005, beyond: 0.0, seconds: 6.0 };

/// Cells, and their side [m].
const CELLS: (usize, f64) = (200, 0.05);

/// On a dry bed.
///
/// # Errors
/// What the model refuses.
pub fn ritter() -> Result<Vec<Check>, Diagnostic> {
    by_formula(DAM, Case::new(Subject::Flood, CaseKind::DamBreak, "Ritter", "Ritter, 1892"))
}

/// On a wet bed.
///
/// # Errors
/// What the model refuses.
pub fn stoker() -> Result<Vec<Check>, Diagnostic> {
    by_formula(Dam { beyond: 0.001, ..DAM }, Case::new(Subject::Flood, CaseKind::DamBreak, "Stoker", "Stoker, 1957"))
}

fn by_formula(dam: Dam, case: Case) -> Result<Vec<Check>, Diagnostic> {
    let (cells, side) = CELLS;
    let depths: Vec<f64> = (0..cells).map(|cell| dam.depth((cell as f64 + 0.5) * side)).collect();
    checks(&case, dam, side, &depths)
}

/// Lets a dam break and holds the depths against expected ones, cell by cell.
///
/// # Errors
/// What the model refuses.
pub fn checks(case: &Case, dam: Dam, side: f64, expected: &[f64]) -> Result<Vec<Check>, Diagnostic> {
    let at_first = |cell: usize| if (cell as f64 + 0.5) * side < dam.at { dam.before as f32 } else { dam.beyond as f32 };
    let start = Start::Depth((0..expected.len()).map(at_first).collect());
    let grid = Grid { start, ..ground(expected.len(), side, vec![0.0; expected.len()], 0.0) };
    let flood = flood(case::Case { grid, ..case::Case::default() }, &lasting(Scheme::FiniteVolume, dam.seconds))?;
    let [_, share] = off(&flood.depth, expected);
    Ok(vec![case.check((Measured::DepthShare, "percent"), [0.0, share, TOLERANCE]), closed(case, &flood)])
}

impl Dam {
    /// Speed of waves on the water before it [m/s].
    pub(super) fn wave(&self) -> f64 {
        (GRAVITY * self.before).sqrt()
    }

    /// The depth at a place [m].
    pub fn depth(&self, place: f64) -> f64 {
        let wave = self.wave();
        let speed = (place - self.at) / self.seconds;
        let middle = if self.beyond > 0.0 { self.middle() } else { 0.0 };
        if speed <= -wave {
            self.before
        } else if speed <= 2.0 * wave - 3.0 * middle {
            4.0 / (9.0 * GRAVITY) * (wave - speed / 2.0).powi(2)
        } else if middle > 0.0 && speed <= self.front(middle) {
            middle * middle / GRAVITY
        } else {
            self.beyond
        }
    }

    /// Speed of the front of the wave on water, of the speed of waves behind it [m/s].
    fn front(&self, middle: f64) -> f64 {
        let squared = middle * middle;
        2.0 * squared * (self.wave() - middle) / (squared - GRAVITY * self.beyond)
    }

    /// Speed of waves on the water between both fronts [m/s]: the root of `(c² − g·h)²·(c² + g·h) = 8·g·h·c²·(√(g·H) − c)²` between those of
    /// both sides, by halves.
    fn middle(&self) -> f64 {
        let (wave, still) = (self.wave(), GRAVITY * self.beyond);
        let excess = |speed: f64| {
            let squared = speed * speed;
            (squared - still).powi(2) * (squared + still) - 8.0 * still * squared * (wave - speed).powi(2)
        };
        let (mut low, mut high) = (still.sqrt(), wave);
        for _ in 0..60 {
            let half = 0.5 * (low + high);
            if excess(half) < 0.0 { low = half } else { high = half }
        }
        0.5 * (low + high)
    }
}
