//! Water that has come to rest or runs steadily: lakes, channels with friction, a bump.

use super::super::check::{Case, CaseKind, Check, Measured, Subject};
use super::{closed, edge, flood, ground, inflow, lasting, level, off};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::simulate::flood::boundary::Side;
use crate::twin::simulate::flood::case::{self, Scheme};
use crate::twin::simulate::flood::grid::{Grid, Start};

/// A bed of cells in a row, and the depths that are published for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bed {
    /// Its own name.
    pub name: String,
    /// Side of a cell [m].
    pub side: f64,
    /// Heights of the cells [m].
    pub heights: Vec<f32>,
    /// The depths [m].
    pub depths: Vec<f64>,
}

/// What runs through a channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stream {
    /// Flow that comes in, for a metre of width [m²/s].
    pub flow: f64,
    /// Depth at its end [m].
    pub depth: f64,
    /// Manning's n [s/m^⅓].
    pub roughness: f64,
}

impl Bed {
    fn grid(&self, start: Start, roughness: f64) -> Grid {
        Grid { start, ..ground(self.heights.len(), self.side, self.heights.clone(), roughness) }
    }

    /// Level at the end of the bed, half a cell beyond the middle of the last one, with so much water on it [m].
    fn end(&self, depth: f64) -> f64 {
        let [.., before, last] = self.heights.as_slice() else { return depth };
        let (before, last) = (f64::from(*before), f64::from(*last));
        last + 0.5 * (last - before) + depth
    }
}

/// A lake at rest stays so, by both schemes: no flow, and the same depths.
///
/// # Errors
/// What the model refuses.
pub fn lake(bed: &Bed, surface: f64) -> Result<Vec<Check>, Diagnostic> {
    let mut checks = Vec::new();
    for (scheme, name) in [(Scheme::LocalInertial, "Bates 2010"), (Scheme::FiniteVolume, "HLL")] {
        let case = Case::new(Subject::Flood, CaseKind::Lake, format!("{}, {name}", bed.name), "SWASHES: Delestre et al., 2013");
        let still = case::Case { grid: bed.grid(Start::Level(surface), 0.03), ..case::Case::default() };
        let flood = flood(still, &lasting(scheme, 100.0))?;
        let most = flood.east.iter().map(|flow| f64::from(flow.abs())).fold(0.0, f64::max);
        checks.push(case.check((Measured::Flow, ""), [0.0, most, 1e-10]));
        checks.push(case.check((Measured::DepthOff, "metres"), [0.0, off(&flood.depth, &bed.depths)[0], 1e-6]));
        checks.push(closed(&case, &flood));
    }
    Ok(checks)
}

/// A long channel with friction, after six hours.
///
/// # Errors
/// What the model refuses.
pub fn channel(bed: &Bed, stream: Stream) -> Result<Vec<Check>, Diagnostic> {
    let case = Case::new(Subject::Flood, CaseKind::Channel, bed.name.as_str(), "MacDonald et al., 1997");
    let edges = vec![edge(Side::West, 0..1, inflow(stream.flow * bed.side)), edge(Side::East, 0..1, level(bed.end(stream.depth)))];
    let running = case::Case { edges, grid: bed.grid(Start::Dry, stream.roughness), ..case::Case::default() };
    let flood = flood(running, &lasting(Scheme::LocalInertial, 6.0 * 3_600.0))?;
    let mean = off(&flood.depth, &bed.depths)[0];
    Ok(vec![case.check((Measured::DepthOff, "metres"), [0.0, mean, 0.02]), closed(&case, &flood)])
}

/// Water dips over a bump, after two hundred seconds, beginning level.
///
/// # Errors
/// What the model refuses.
pub fn bump(bed: &Bed, stream: Stream, surface: f64) -> Result<Vec<Check>, Diagnostic> {
    let case = Case::new(Subject::Flood, CaseKind::Bump, bed.name.as_str(), "SWASHES: Delestre et al., 2013");
    let edges = vec![edge(Side::West, 0..1, inflow(stream.flow * bed.side)), edge(Side::East, 0..1, level(bed.end(stream.depth)))];
    let running = case::Case { edges, grid: bed.grid(Start::Level(surface), stream.roughness), ..case::Case::default() };
    let flood = flood(running, &lasting(Scheme::FiniteVolume, 200.0))?;
    let share = off(&flood.depth, &bed.depths)[1];
    Ok(vec![case.check((Measured::DepthShare, "percent"), [0.0, share, 1.0]), closed(&case, &flood)])
}
