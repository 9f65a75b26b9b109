//! A flood of somebody's own: ground, water that comes in, and levels that were measured or computed at gauges.

use super::super::Verification;
use super::super::cells::{self, Row, odd};
use super::super::check::{Case, CaseKind, Check, Measured, Subject};
use super::{MOST_DAYS, MOST_SECONDS, closed, edge};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::simulate::flood::boundary::{Edge, EdgeKind, Side};
use crate::twin::simulate::flood::case::{self, Scheme, Settings};
use crate::twin::simulate::flood::grid::{Grid, Roughness, Start};
use crate::twin::simulate::flood::result::{Flood, Snapshot};
use crate::twin::simulate::flood::run;
use crate::twin::simulate::flood::source::{Hydrograph, Source};

/// Snapshots that are taken at most: levels between two of them are on the straight line.
const MOST_SNAPSHOTS: f64 = 1_000.0;

/// Heights on the plane of their own file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ground {
    /// Number of columns.
    pub columns: usize,
    /// Side of a cell [m].
    pub cell: f64,
    /// The south-western corner of the south-western cell [m].
    pub corner: [f64; 2],
    /// Heights row by row from the south-west [m]; no number where nothing is known.
    pub heights: Vec<f32>,
}

/// The tables of a case.
pub struct Texts<'a> {
    /// What the case is called.
    pub name: &'a str,
    /// What comes in: `x, y, second, discharge [m³/s]`, for as many places as there are.
    pub inflow: &'a str,
    /// What is expected: `x, y, level [m], tolerance [m]`, and the second at which it stands so; without one it is the highest.
    pub gauges: &'a str,
    /// How it is run: `duration` [s], `roughness` (Manning's n), `scheme` (`local-inertial`, `finite-volume`), `start-level` [m],
    /// `outlet-slope` (of friction, where water leaves over the edges at normal depth; without one they are closed).
    pub settings: Option<&'a str>,
}

/// Runs a case. A gauge that is odd, lies outside or is read after the run had to stop is named, and the rest is held against what is found.
///
/// # Errors
/// Ground that is none, an odd row of what comes in or of the settings, each with the name of its table; what the model refuses.
pub fn run(ground: Ground, texts: &Texts) -> Result<Verification, Diagnostic> {
    let mut found = Verification::default();
    let mut gauges = Vec::new();
    for row in cells::rows(texts.gauges, 4) {
        match row.and_then(|row| ground.gauge(row)) {
            Ok(gauge) => gauges.push(gauge),
            Err(odd) => found.notes.push(odd.in_file("gauges.csv")),
        }
    }
    if gauges.is_empty() {
        found.notes.push(Diagnostic::error("verify-empty").in_file("gauges.csv"));
        return Ok(found);
    }
    let asked = Asked::read(texts.settings.unwrap_or_default()).map_err(|odd| odd.in_file("settings.csv"))?;
    let sources = ground.sources(texts.inflow).map_err(|odd| odd.in_file("hydrograph.csv"))?;
    let settings = asked.settings(&gauges, &sources);
    if settings.duration > MOST_SECONDS {
        // What is asked and the gauges are looked at already: it is what comes in that does not end.
        let rows = cells::whole(texts.inflow, 4)?;
        let line = rows.iter().find(|row| row.at(2) > MOST_SECONDS).map_or(1, |row| row.line);
        return Err(too_long(line).in_file("hydrograph.csv"));
    }
    let case = case::Case { edges: asked.edges(&ground), sources, grid: ground.grid(&asked), ..case::Case::default() };
    let flood = run::run(case, &settings, &|_| true)?;
    found.notes.extend(flood.notes.iter().cloned());
    let is_reached = |gauge: &Row| flood.seconds >= if gauge.at(4).is_finite() { gauge.at(4) } else { settings.duration };
    let (read, unreached): (Vec<&Row>, Vec<&Row>) = gauges.iter().partition(|gauge| is_reached(gauge));
    found.notes.extend(unreached.into_iter().map(|gauge| too_late(gauge.line, flood.seconds).in_file("gauges.csv")));
    found.checks.extend(read.into_iter().map(|gauge| ground.check(gauge, texts.name, &flood)));
    let whole = Case::new(Subject::Flood, CaseKind::GroundWater, texts.name, "gauges.csv");
    found.checks.push(closed(&whole, &flood));
    Ok(found)
}

/// What to say of a place that has no ground.
fn outside(line: usize) -> Diagnostic {
    Diagnostic::error("verify-place-outside").with("line", line)
}

/// What to say of a time that no flood lasts.
fn too_long(line: usize) -> Diagnostic {
    Diagnostic::error("verify-too-long").with("line", line).with("days", MOST_DAYS)
}

/// What to say of a gauge whose second a stopped run did not reach; the highest level is known only in the end.
fn too_late(line: usize, seconds: f64) -> Diagnostic {
    Diagnostic::error("verify-gauge-unreached").with("line", line).with("seconds", seconds.round())
}

/// How a case is to be run.
#[derive(Default)]
struct Asked {
    scheme: Scheme,
    duration: Option<f64>,
    roughness: Option<f64>,
    start_level: Option<f64>,
    outlet_slope: Option<f64>,
}

/// Where water comes in, column and row, and how much when [s, m³/s].
type Inflow = ((usize, usize), Vec<(f64, f64)>);

impl Asked {
    /// Reads rows of a word and its value.
    fn read(text: &str) -> Result<Self, Diagnostic> {
        let mut asked = Self::default();
        let rows = (1..).zip(text.lines().map(str::trim)).filter(|(_, row)| !row.is_empty() && !row.starts_with('#'));
        for (line, row) in rows {
            let (word, value) = row.split_once(',').map(|(word, value)| (word.trim(), value.trim())).ok_or_else(|| odd(line))?;
            let number = || value.parse().ok().filter(|number: &f64| number.is_finite()).map(Some).ok_or_else(|| odd(line));
            match (word, value) {
                ("scheme", "local-inertial") => asked.scheme = Scheme::LocalInertial,
                ("scheme", "finite-volume") => asked.scheme = Scheme::FiniteVolume,
                ("duration", _) => {
                    asked.duration = number()?;
                    if asked.duration.is_some_and(|seconds| seconds > MOST_SECONDS) {
                        return Err(too_long(line));
                    }
                }
                ("roughness", _) => asked.roughness = number()?,
                ("start-level", _) => asked.start_level = number()?,
                ("outlet-slope", _) => asked.outlet_slope = number()?,
                _ => return Err(Diagnostic::error("verify-name-unknown").with("line", line).with("name", row)),
            }
        }
        Ok(asked)
    }

    /// It lasts as long as is asked, else until the last gauge is read, else until nothing changes in what comes in.
    fn settings(&self, gauges: &[Row], sources: &[Source]) -> Settings {
        let times: Vec<f64> = gauges.iter().map(|gauge| gauge.at(4)).filter(|time| time.is_finite() && *time >= 0.0).collect();
        let last_gauge = times.iter().copied().reduce(f64::max);
        let last_inflow =
            sources.iter().filter_map(|source| if let Source::Inflow { discharge, .. } = source { discharge.end() } else { None });
        let duration = self.duration.or(last_gauge).or(last_inflow.reduce(f64::max)).filter(|seconds| *seconds > 0.0);
        let settings = Settings { scheme: self.scheme, ..Settings::default() };
        let duration = duration.unwrap_or(settings.duration).max(last_gauge.unwrap_or(0.0));
        // Whole seconds have a common divisor, so that snapshots are taken when gauges are read.
        let divisor = times.iter().map(|time| time.round() as u64).fold(0, divisor) as f64;
        let every = (!times.is_empty()).then(|| divisor.max(duration / MOST_SNAPSHOTS).max(1.0));
        Settings { duration, snapshots: every, ..settings }
    }

    fn edges(&self, ground: &Ground) -> Vec<Edge> {
        let rows = ground.heights.len().checked_div(ground.columns).unwrap_or(0);
        let sides = [(Side::West, rows), (Side::East, rows), (Side::South, ground.columns), (Side::North, ground.columns)];
        let open = self.outlet_slope.map(|slope| sides.map(|(side, cells)| edge(side, 0..cells, EdgeKind::Normal(slope))));
        open.map(Vec::from).unwrap_or_default()
    }
}

/// The greatest common divisor.
fn divisor(one: u64, other: u64) -> u64 {
    if other == 0 { one } else { divisor(other, one % other) }
}

impl Ground {
    fn grid(&self, asked: &Asked) -> Grid {
        let rows = self.heights.len().checked_div(self.columns).unwrap_or(0);
        let roughness = asked.roughness.map_or_else(Roughness::default, |n| Roughness::Uniform(n as f32));
        let start = asked.start_level.map_or(Start::Dry, Start::Level);
        Grid { columns: self.columns, rows, cell: self.cell, elevation: self.heights.clone(), roughness, start }
    }

    /// Column and row of a place; none outside, and where no height is known.
    fn cell(&self, x: f64, y: f64) -> Option<(usize, usize)> {
        let [column, row] = [x - self.corner[0], y - self.corner[1]].map(|metres| (metres / self.cell).floor());
        let inside = column >= 0.0 && row >= 0.0 && column < self.columns as f64;
        let (column, row) = (column as usize, row as usize);
        let height = self.heights.get(row.checked_mul(self.columns)?.checked_add(column)?)?;
        (inside && height.is_finite()).then_some((column, row))
    }

    /// A gauge that lies on the ground and is read in time.
    fn gauge(&self, row: Row) -> Result<Row, Diagnostic> {
        self.cell(row.at(0), row.at(1)).ok_or_else(|| outside(row.line))?;
        if row.at(4) > MOST_SECONDS { Err(too_long(row.line)) } else { Ok(row) }
    }

    /// What comes in, place by place.
    fn sources(&self, text: &str) -> Result<Vec<Source>, Diagnostic> {
        let mut places: Vec<Inflow> = Vec::new();
        for row in cells::whole(text, 4)? {
            let cell = self.cell(row.at(0), row.at(1)).ok_or_else(|| outside(row.line))?;
            let point = (row.at(2), row.at(3));
            match places.iter_mut().find(|(known, _)| *known == cell) {
                Some((_, points)) => points.push(point),
                None => places.push((cell, vec![point])),
            }
        }
        let source = |(cell, points): Inflow| Source::Inflow { cells: vec![cell], discharge: Hydrograph::new(points) };
        Ok(places.into_iter().map(source).collect())
    }

    /// The level at a gauge.
    fn check(&self, gauge: &Row, name: &str, flood: &Flood) -> Check {
        let seconds = gauge.at(4);
        let level = |(column, row): (usize, usize)| {
            let place = row * self.columns + column;
            let depth = if seconds.is_finite() {
                depth_at(&flood.snapshots, seconds, column, row)
            } else {
                flood.deepest.get(place).copied().map(f64::from)
            };
            Some(f64::from(*self.heights.get(place)?) + depth?)
        };
        let found = self.cell(gauge.at(0), gauge.at(1)).and_then(level).unwrap_or(f64::NAN);
        let (measured, when) =
            if seconds.is_finite() { (Measured::Level, format!(", t = {seconds} s")) } else { (Measured::HighestLevel, String::new()) };
        let case = Case::new(Subject::Flood, CaseKind::Ground, format!("{name}, {} / {}{when}", gauge.at(0), gauge.at(1)), "gauges.csv");
        case.check((measured, "metres"), [gauge.at(2), found, gauge.at(3)])
    }
}

/// The depth in a cell at a time, on the straight line between the snapshots before and after it [m].
fn depth_at(snapshots: &[Snapshot], seconds: f64, column: usize, row: usize) -> Option<f64> {
    let after = snapshots.partition_point(|snapshot| snapshot.seconds < seconds);
    let depth = |snapshot: &Snapshot| f64::from(snapshot.depth(column, row));
    let (before, after) = (after.checked_sub(1).and_then(|before| snapshots.get(before)), snapshots.get(after));
    match (before, after) {
        (Some(before), Some(after)) => {
            let share = (seconds - before.seconds) / (after.seconds - before.seconds);
            Some(depth(before) + (depth(after) - depth(before)) * share)
        }
        (None, only) | (only, None) => only.map(depth),
    }
}
