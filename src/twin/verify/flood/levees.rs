//! Walls that are overtopped, as HEC-RAS computes them, and the law of the weir that they follow.

use super::super::check::{Case, CaseKind, Check, Measured, Subject};
use super::{closed, edge, flood, ground, inflow, lasting};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::simulate::flood::barrier::Barrier;
use crate::twin::simulate::flood::boundary::{EdgeKind, Side};
use crate::twin::simulate::flood::case::{self, Scheme};
use crate::twin::simulate::flood::result::Flood;
use crate::twin::simulate::flood::source::Hydrograph;
use crate::twin::simulate::flood::weir;

const SOURCE: &str = "HEC-RAS 4; ANUGA, 2015";

/// Side of a cell, width and length of the plane [m], and its slope down the length.
const SIDE: f64 = 5.0;
const WIDTH: f64 = 40.0;
const LENGTH: f64 = 1_000.0;
const SLOPE: f64 = 0.003;

/// Final levels by station (metres before the end): in the middle, on the right, on the left [m].
const LEVELS: [(f64, [f64; 3]); 3] = [(300.0, [-1.55, -1.57, -1.77]), (500.0, [-0.95, -0.97, -1.17]), (800.0, [0.04, -0.23, -0.57])];

/// The channels: what they are called, and where across the plane their middle is [m].
const CHANNELS: [(CaseKind, f64); 3] = [(CaseKind::Middle, 20.0), (CaseKind::Right, 35.0), (CaseKind::Left, 5.0)];

/// Three channels between two walls, of which the middle one runs over; after twelve hours nothing changes any more.
///
/// # Errors
/// What the model refuses.
pub fn shipped() -> Result<Vec<Check>, Diagnostic> {
    let flood = flood(plane(), &lasting(Scheme::LocalInertial, 12.0 * 3_600.0))?;
    let case = |kind: CaseKind, name: String| Case::new(Subject::Flood, kind, name, SOURCE);
    let level = |station: f64, (kind, across): (CaseKind, f64), expected: f64| {
        let found = level(&flood, station, across);
        case(kind, station.to_string()).check((Measured::Level, "metres"), [expected, found, 0.1])
    };
    let of_station = |(station, expected): (f64, [f64; 3])| {
        let pairs = CHANNELS.into_iter().zip(expected);
        pairs.map(|(channel, expected)| level(station, channel, expected)).collect::<Vec<_>>()
    };
    Ok(LEVELS.into_iter().flat_map(of_station).chain([closed(&case(CaseKind::Levees, String::new()), &flood)]).collect())
}

/// Height of the bed in the middle of a row [m].
fn bed(row: usize) -> f64 {
    -SLOPE * (row as f64 + 0.5) * SIDE
}

/// The plane with its walls and what comes in; it leaves at normal depth.
fn plane() -> case::Case {
    let (columns, rows) = ((WIDTH / SIDE) as usize, (LENGTH / SIDE) as usize);
    let heights: Vec<f32> = (0..columns * rows).map(|place| bed(place / columns) as f32).collect();
    let middle = [(0.0, 1.0), (1.0, 1.0), (2.0, 5.0), (3.0, 9.0), (4.0, 13.0), (5.0, 17.0), (6.0, 21.0)];
    let middle = EdgeKind::Discharge(Hydrograph::new(middle.map(|(hour, flow)| (hour * 3_600.0, flow))));
    let part = |from: f64, to: f64, kind| edge(Side::South, (from / SIDE) as usize..(to / SIDE) as usize, kind);
    let edges = vec![
        part(0.0, 10.0, inflow(0.1)),
        part(10.0, 30.0, middle),
        part(30.0, 40.0, inflow(0.1)),
        edge(Side::North, 0..columns, EdgeKind::Normal(SLOPE)),
    ];
    let barriers = vec![wall(30.0, [201.0, 399.0], [-0.1, -0.7]), wall(10.0, [301.0, 499.0], [-0.4, -1.0])];
    case::Case { edges, barriers, grid: ground(columns, SIDE, heights, 0.03), ..case::Case::default() }
}

/// A wall along the plane whose crest falls between two places; elsewhere nothing gets over.
fn wall(across: f64, [from, to]: [f64; 2], [first, last]: [f64; 2]) -> Barrier {
    Barrier {
        line: [0.0, from - 0.01, from, to, to + 0.01, LENGTH].map(|along| [across, along]).to_vec(),
        crest: vec![100.0, 100.0, first, last, 100.0, 100.0],
        coefficient: 1.1,
        ..Barrier::default()
    }
}

/// Level at a station, between the two rows that meet there [m].
fn level(flood: &Flood, station: f64, across: f64) -> f64 {
    let row = ((LENGTH - station) / SIDE) as usize;
    let of_row = |row: usize| {
        let depth = flood.depth.get(row * flood.columns + (across / SIDE) as usize);
        depth.map_or(f64::NAN, |depth| f64::from(*depth) + bed(row))
    };
    (of_row(row) + of_row(row.saturating_sub(1))) / 2.0
}

/// A metre of water over a weir with C = 1.7: free, and drowned to a half, 1.7·(1 − 0.5^1.5)^0.385.
///
/// # Errors
/// None; it is a runner like others.
pub fn weir() -> Result<Vec<Check>, Diagnostic> {
    let case = |name: &str| Case::new(Subject::Flood, CaseKind::Weir, name, "Villemonte, 1947");
    let check = |(name, beyond, expected): (&str, f32, f64)| {
        let found = f64::from(weir::discharge(2.0, beyond, 1.0, 1.7));
        case(name).check((Measured::Discharge, ""), [expected, found, 1e-4])
    };
    Ok([("H₂ = 0", 0.5, 1.7), ("H₂ = H₁ / 2", 1.5, 1.437_16)].map(check).to_vec())
}
