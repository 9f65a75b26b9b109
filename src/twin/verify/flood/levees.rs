//! Walls that are overtopped, as HEC-RAS computes them, and the law of the weir that they follow.

use super::super::cells::odd;
use super::super::check::{Case, CaseKind, Check, Measured, Subject};
use super::{closed, edge, flood, ground, lasting};
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

/// What comes into the middle channel: hour and discharge [m³/s]; a little runs in those beside it.
const INFLOW: [(f64, f64); 7] = [(0.0, 1.0), (1.0, 1.0), (2.0, 5.0), (3.0, 9.0), (4.0, 13.0), (5.0, 17.0), (6.0, 21.0)];
const BESIDE: f64 = 0.1;

/// How long it runs where nobody says: then nothing changes any more [h].
const HOURS: f64 = 12.0;

/// How far levels may be apart [m].
const TOLERANCE: f64 = 0.1;

/// Three channels between two walls, of which the middle one runs over; after twelve hours nothing changes any more.
///
/// # Errors
/// What the model refuses.
pub fn shipped() -> Result<Vec<Check>, Diagnostic> {
    let levels = LEVELS
        .into_iter()
        .flat_map(|(station, levels)| CHANNELS.into_iter().zip(levels).map(move |(channel, level)| (station, channel, level)));
    against(levels.collect(), &Inflow::default(), HOURS)
}

/// The same against the table of stages that HEC-RAS gives: its first row names channel and station, and the last one holds the final levels.
/// Without an inflow of its own, the published one comes in.
///
/// # Errors
/// `verify-empty` for a table without a channel and station that are known; what the model refuses.
pub fn gauges(text: &str, inflow: Option<&Inflow>) -> Result<Vec<Check>, Diagnostic> {
    let mut lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let (_, head) = lines.next().ok_or_else(|| Diagnostic::error("verify-empty"))?;
    let (line, last) = lines.last().ok_or_else(|| Diagnostic::error("verify-empty"))?;
    let mut levels = Vec::new();
    for (name, level) in head.split(',').zip(last.split(',')) {
        let Some((station, channel)) = gauge(name) else { continue };
        levels.push((station, channel, level.trim().parse().ok().filter(|level: &f64| level.is_finite()).ok_or_else(|| odd(line))?));
    }
    if levels.is_empty() {
        return Err(Diagnostic::error("verify-empty"));
    }
    let published = Inflow::default();
    let inflow = inflow.unwrap_or(&published);
    against(levels, inflow, inflow.hours().max(HOURS))
}

/// Station and channel of `THREERIVERS MIDDLE 300.*`. At their ends channels stand as the programs make them.
fn gauge(name: &str) -> Option<(f64, (CaseKind, f64))> {
    let mut words = name.split_whitespace().rev();
    let station = words.next()?.trim_end_matches(".*").parse().ok().filter(|station| *station > 0.0 && *station < LENGTH)?;
    let channel = words.next()?;
    let place = ["MIDDLE", "RIGHT", "LEFT"].iter().position(|name| name.eq_ignore_ascii_case(channel))?;
    Some((station, *CHANNELS.get(place)?))
}

/// Runs it, and holds levels against what is expected.
fn against(levels: Vec<(f64, (CaseKind, f64), f64)>, inflow: &Inflow, hours: f64) -> Result<Vec<Check>, Diagnostic> {
    let flood = flood(plane(inflow), &lasting(Scheme::LocalInertial, hours * 3_600.0))?;
    let case = |kind: CaseKind, name: String| Case::new(Subject::Flood, kind, name, SOURCE);
    let check = |(station, (kind, across), expected): (f64, (CaseKind, f64), f64)| {
        let found = level(&flood, station, across);
        case(kind, station.to_string()).check((Measured::Level, "metres"), [expected, found, TOLERANCE])
    };
    Ok(levels.into_iter().map(check).chain([closed(&case(CaseKind::Levees, String::new()), &flood)]).collect())
}

/// What comes into the channels, in the middle, on the right, on the left: hour and discharge [m³/s].
#[derive(Clone, Debug, PartialEq)]
pub struct Inflow(pub [Vec<(f64, f64)>; 3]);

impl Default for Inflow {
    fn default() -> Self {
        Self([INFLOW.to_vec(), vec![(0.0, BESIDE)], vec![(0.0, BESIDE)]])
    }
}

impl Inflow {
    /// The hourly hydrographs of a HEC-RAS flow file for the upper ends of the channels; those that it does not name are the published ones.
    ///
    /// # Errors
    /// `verify-row-odd` for a value that is no number, `verify-field-missing` where the interval is no hour.
    pub fn read(text: &str) -> Result<Self, Diagnostic> {
        let mut inflow = Self::default();
        let (mut channel, mut left) = (None, 0_usize);
        for (line, row) in (1..).zip(text.lines()) {
            let known = channel.and_then(|channel: usize| inflow.0.get_mut(channel));
            if let Some(location) = row.strip_prefix("Boundary Location=") {
                let name = location.split(',').nth(1).unwrap_or_default().trim();
                channel = ["middle", "right", "left"].iter().position(|known| known.eq_ignore_ascii_case(name));
                left = 0;
            } else if let Some(interval) = row.strip_prefix("Interval=") {
                if interval.trim() != "1HOUR" {
                    return Err(Diagnostic::error("verify-field-missing").with("field", "Interval=1HOUR"));
                }
            } else if let Some(count) = row.strip_prefix("Flow Hydrograph=") {
                left = count.trim().parse().map_err(|_| odd(line))?;
                known.into_iter().for_each(Vec::clear);
            } else if let (Some(factor), Some(points)) = (row.strip_prefix("Flow Hydrograph QMult="), known) {
                let factor: f64 = factor.trim().parse().map_err(|_| odd(line))?;
                points.iter_mut().for_each(|point| point.1 *= factor);
            } else if left > 0 {
                let values: Vec<f64> = row.split_whitespace().map(str::parse).collect::<Result<_, _>>().map_err(|_| odd(line))?;
                left = left.saturating_sub(values.len());
                let Some(points) = channel.and_then(|channel| inflow.0.get_mut(channel)) else { continue };
                values.into_iter().for_each(|value| points.push((points.len() as f64, value)));
            }
        }
        Ok(inflow)
    }

    /// The hour of the last point.
    fn hours(&self) -> f64 {
        self.0.iter().flatten().map(|point| point.0).fold(0.0, f64::max)
    }

    /// What comes into a channel.
    fn of(&self, channel: usize) -> EdgeKind {
        let points = self.0.get(channel).map(Vec::as_slice).unwrap_or_default();
        EdgeKind::Discharge(Hydrograph::new(points.iter().map(|(hour, flow)| (hour * 3_600.0, *flow))))
    }
}

/// Height of the bed in the middle of a row [m].
fn bed(row: usize) -> f64 {
    -SLOPE * (row as f64 + 0.5) * SIDE
}

/// The plane with its walls and what comes in; it leaves at normal depth.
fn plane(inflow: &Inflow) -> case::Case {
    let (columns, rows) = ((WIDTH / SIDE) as usize, (LENGTH / SIDE) as usize);
    let heights: Vec<f32> = (0..columns * rows).map(|place| bed(place / columns) as f32).collect();
    let part = |from: f64, to: f64, channel| edge(Side::South, (from / SIDE) as usize..(to / SIDE) as usize, inflow.of(channel));
    let edges = vec![part(0.0, 10.0, 2), part(10.0, 30.0, 0), part(30.0, 40.0, 1), edge(Side::North, 0..columns, EdgeKind::Normal(SLOPE))];
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
