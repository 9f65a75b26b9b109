//! The fourth test of the British Environment Agency: a plain is flooded through twenty metres of its edge.

use super::super::cells;
use super::super::check::{Case, CaseKind, Check, Measured, Subject};
use super::{closed, edge, flood, ground};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::simulate::flood::boundary::{EdgeKind, Side};
use crate::twin::simulate::flood::case::{self, Settings};
use crate::twin::simulate::flood::result::Flood;
use crate::twin::simulate::flood::source::Hydrograph;

const SOURCE: &str = "EA SC080035, 2010; LISFLOOD-FP 8.1, 2021";

/// How many cells the plain is wide and long, and their side [m].
const CELLS: (usize, usize, f64) = (200, 400, 5.0);

/// The inflow: second and discharge [m³/s].
const INFLOW: [(f64, f64); 4] = [(0.0, 0.0), (3_600.0, 20.0), (14_400.0, 20.0), (18_000.0, 0.0)];

/// Depths along the centre line after an hour, as LISFLOOD-FP has them: metres from the inflow, depth [m].
const DEPTHS: [(f64, f64); 7] =
    [(52.5, 0.309), (102.5, 0.248), (152.5, 0.208), (202.5, 0.177), (252.5, 0.149), (302.5, 0.120), (352.5, 0.088)];

/// How far depths may be apart [m]. Nearer to the inflow programs differ in how the water enters.
const TOLERANCE: f64 = 0.005;
const NEAREST: f64 = 12.0;

/// The depths that are published to a millimetre, and that no drop is lost.
///
/// # Errors
/// What the model refuses.
pub fn shipped() -> Result<Vec<Check>, Diagnostic> {
    let flood = after_an_hour(Hydrograph::new(INFLOW))?;
    let depth = |(place, expected): (f64, f64)| at(&flood, place, expected);
    Ok(DEPTHS.into_iter().map(depth).chain(account(&flood)).collect())
}

/// The same against a table of places and depths; told is where it is off the most. Without an inflow, the published one comes in.
///
/// # Errors
/// Tables that are none; what the model refuses.
pub fn table(text: &str, inflow: Option<Hydrograph>) -> Result<Vec<Check>, Diagnostic> {
    let rows = cells::whole(text, 2)?;
    let flood = after_an_hour(inflow.unwrap_or_else(|| Hydrograph::new(INFLOW)))?;
    let checks = rows.iter().filter(|row| row.at(0) > NEAREST).map(|row| at(&flood, row.at(0), row.at(1)));
    // What is no number is off the most.
    let off = |check: &Check| if check.difference().is_finite() { check.difference().abs() } else { f64::INFINITY };
    let furthest = checks.max_by(|one, other| off(one).total_cmp(&off(other))).ok_or_else(|| Diagnostic::error("verify-empty"))?;
    Ok(std::iter::once(furthest).chain(account(&flood)).collect())
}

/// A hydrograph of LISFLOOD-FP: a name, how many rows and the unit of time, then discharge for a metre of edge and second.
///
/// # Errors
/// A table that is none.
pub fn hydrograph(text: &str) -> Result<Hydrograph, Diagnostic> {
    let is_point = |line: &str| line.split_whitespace().all(|word| word.parse::<f64>().is_ok());
    // Lines keep their numbers, so that complaints name the right one.
    let points: Vec<&str> = text.lines().map(|line| if is_point(line) || is_numbered(line) { line } else { "" }).collect();
    let rows = cells::whole(&points.join("\n"), 2)?;
    let width = 4.0 * CELLS.2;
    Ok(Hydrograph::new(rows.iter().map(|row| (row.at(1), row.at(0) * width))))
}

/// Whether a line begins like a point, so that it is a fault where it is none.
fn is_numbered(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let begins = words.next().is_some_and(|word| word.parse::<f64>().is_ok());
    begins && words.next().is_some_and(|word| word != "seconds")
}

fn after_an_hour(inflow: Hydrograph) -> Result<Flood, Diagnostic> {
    let (columns, rows, side) = CELLS;
    let edges = vec![edge(Side::West, rows / 2 - 2..rows / 2 + 2, EdgeKind::Discharge(inflow))];
    let plain = case::Case { edges, grid: ground(columns, side, vec![0.0; columns * rows], 0.05), ..case::Case::default() };
    flood(plain, &Settings { theta: 1.0, duration: 3_600.0, ..Settings::default() })
}

fn case(kind: CaseKind, name: String) -> Case {
    Case::new(Subject::Flood, kind, name, SOURCE)
}

/// The depth at a place of the centre line, of the cell whose middle it is.
fn at(flood: &Flood, place: f64, expected: f64) -> Check {
    let (columns, rows, side) = CELLS;
    let column = (place / side) as usize;
    let depth = flood.depth.get(rows / 2 * columns + column).filter(|_| column < columns);
    case(CaseKind::Plain, place.to_string())
        .check((Measured::Depth, "metres"), [expected, depth.map_or(f64::NAN, |depth| f64::from(*depth)), TOLERANCE])
}

/// Half an hour's worth of the full inflow has come in, and all of it is there.
fn account(flood: &Flood) -> [Check; 2] {
    let case = case(CaseKind::PlainWater, String::new());
    [case.check((Measured::Volume, "cubic-metres"), [36_000.0, flood.balance.entered, 0.036]), closed(&case, flood)]
}
