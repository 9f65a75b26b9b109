//! A run: steps of their own length from the first drop to the end, each accounted for.

use super::barrier::{Axis, Crossing, Gate, crossings};
use super::basin::Basin;
use super::boundary::{Asked, Edge, EdgeKind, Outlet, asked, outlets};
use super::case::{Case, Scheme, Settings};
use super::estimate::fits;
use super::finite_volume::{self, Odd, Pace};
use super::limit::{refill, settle};
use super::local_inertial::{self, Face, Step};
use super::result::{Balance, Flood, Snapshot};
use super::scale::WALL;
use super::source::Spring;
use super::stepping::Bound;
use super::tiles::BAND;
use crate::twin::diagnostic::Diagnostic;

/// Runs a case. `watch` is told which share is done, several times a second; where it says no, the run is given up.
///
/// # Errors
/// Those of [`super::grid::Grid::check`]; `flood-too-large`; `flood-settings-odd`; `flood-cancelled`.
pub fn run(case: Case, settings: &Settings, watch: &dyn Fn(f64) -> bool) -> Result<Flood, Diagnostic> {
    let mut notes = case.grid.check()?;
    fits(&case.grid, settings)?;
    let is_good = |value: f64| value.is_finite() && value > 0.0;
    if ![settings.duration, settings.longest_step, settings.shortest_step].into_iter().all(is_good)
        || !(0.0..=1.0).contains(&settings.theta)
    {
        return Err(Diagnostic::error("flood-settings-odd").with("seconds", settings.duration));
    }
    let mut work = Work::new(case, settings, &mut notes);
    work.go(settings, watch, &mut notes)?;
    Ok(work.end(notes))
}

/// Tiles that sources feed are always looked at.
fn feed(basin: &mut Basin, springs: &[Spring]) {
    for spring in springs {
        for place in spring.places() {
            let tile = basin.tiles.of(place % basin.stride, place / basin.stride);
            basin.tiles.fed[tile] = true;
        }
        if spring.is_everywhere() {
            basin.tiles.fed.fill(true);
        }
    }
}

/// The gate of a crossing, unless there is no water on one of its sides anyway.
fn gate(basin: &Basin, crossing: Crossing) -> Option<Gate> {
    let place = basin.place(crossing.cell.0, crossing.cell.1)?;
    let before = if crossing.axis == Axis::X { place - 1 } else { place - basin.stride };
    (basin.ground[place] < WALL && basin.ground[before] < WALL).then(|| Gate::new(place, before, crossing))
}

/// A number to one decimal, for complaints.
fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// A run under way.
struct Work {
    basin: Basin,
    edges: Vec<Edge>,
    outlets: Vec<Outlet>,
    gates: Vec<Vec<Gate>>,
    odd: Odd,
    springs: Vec<Spring>,
    balance: Balance,
    /// What edges gave and took, in units.
    entered: i64,
    left: i64,
    time: f64,
    steps: u64,
    updates: u64,
    deepest: i32,
    wave: f32,
    arrives: i32,
    snapshots: Vec<Snapshot>,
}

impl Work {
    fn new(case: Case, settings: &Settings, notes: &mut Vec<Diagnostic>) -> Self {
        let Case { grid, edges, barriers, sources } = case;
        let crossings = crossings(&barriers, grid.columns, grid.rows, grid.cell, notes);
        let stages = edges.iter().filter_map(|edge| if let EdgeKind::Stage(level) = &edge.kind { Some(level.peak()) } else { None });
        let mut basin = Basin::new(grid, stages.fold(f64::NEG_INFINITY, f64::max));
        let outlets = outlets(&edges, &mut basin, notes);
        let springs: Vec<Spring> = sources.into_iter().filter_map(|source| Spring::new(source, &basin, notes)).collect();
        feed(&mut basin, &springs);
        let is_inertial = settings.scheme == Scheme::LocalInertial;
        let mut gates = vec![Vec::new(); if is_inertial { basin.tiles.bands } else { 1 }];
        for gate in crossings.into_iter().filter_map(|crossing| gate(&basin, crossing)) {
            let band = if is_inertial { gate.place / basin.stride / BAND } else { 0 };
            gates[band].push(gate);
        }
        let odd = if is_inertial { Odd::default() } else { Odd::new(std::mem::take(&mut gates).into_iter().flatten().collect(), &outlets) };
        if !is_inertial {
            basin.y_next = Vec::new();
            // Here even the thinnest water moves.
            basin.still = 0;
        }
        let arrives = basin.scale.depth(settings.arrival_depth.max(0.0));
        for (arrival, _) in basin.arrival.iter_mut().zip(&basin.depth).filter(|(_, depth)| **depth > arrives) {
            *arrival = 0.0;
        }
        let deepest = basin.depth.iter().copied().max().unwrap_or(0);
        let balance = Balance { initial: basin.volume(basin.stored()), ..Balance::default() };
        let wave = 2.0 * (super::GRAVITY * basin.scale.metres(deepest) as f32).sqrt();
        let mut work = Self {
            odd,
            basin,
            edges,
            outlets,
            gates,
            springs,
            balance,
            entered: 0,
            left: 0,
            time: 0.0,
            steps: 0,
            updates: 0,
            deepest,
            wave,
            arrives,
            snapshots: Vec::new(),
        };
        work.basin.look();
        work
    }

    fn go(&mut self, settings: &Settings, watch: &dyn Fn(f64) -> bool, notes: &mut Vec<Diagnostic>) -> Result<(), Diagnostic> {
        let mut shot = settings.snapshots.filter(|every| every.is_finite() && *every > 0.0).map(|every| (every, 0_u64));
        while self.time < settings.duration {
            if !watch(self.time / settings.duration) {
                return Err(Diagnostic::note("flood-cancelled").with("hours", tenths(self.time / 3_600.0)));
            }
            if let Some((every, count)) = &mut shot
                && self.time >= *every * *count as f64
            {
                self.snapshots.push(Snapshot::of(&self.basin, self.time));
                *count += 1;
            }
            let bound = self.bound(settings).step();
            if bound < settings.shortest_step || self.is_too_deep() {
                let said =
                    if self.is_too_deep() { Diagnostic::warning("flood-too-deep") } else { Diagnostic::warning("flood-step-vanished") };
                notes.push(self.basin.deepest_at(said).with("hours", tenths(self.time / 3_600.0)).with("seconds", bound));
                break;
            }
            let next = shot.map_or(settings.duration, |(every, count)| settings.duration.min(every * count as f64));
            // The last two steps before an event share what is left: none becomes tiny.
            let left = next - self.time;
            let seconds = if left <= bound { left } else { bound.min(left / 2.0) };
            let to = if left <= bound { next } else { self.time + seconds };
            self.step(settings, seconds, to);
        }
        for spring in &mut self.springs {
            self.balance.received -= spring.empty(&mut self.basin);
        }
        if shot.is_some() {
            self.snapshots.push(Snapshot::of(&self.basin, self.time));
        }
        Ok(())
    }

    fn bound(&self, settings: &Settings) -> Bound {
        let basin = &self.basin;
        let rates: f64 = self.springs.iter().map(|spring| spring.rate(basin, self.time)).sum();
        let flows = self.outlets.iter().filter_map(|outlet| {
            if let EdgeKind::Discharge(flow) = &self.edges[outlet.edge].kind { Some((outlet.edge, flow)) } else { None }
        });
        let mut edges: Vec<(f64, usize)> = vec![(0.0, 0); self.edges.len()];
        for (edge, flow) in flows {
            edges[edge] = (flow.at(self.time).max(flow.at(self.time + settings.longest_step)), edges[edge].1 + 1);
        }
        let widest =
            edges.iter().filter(|edge| edge.1 > 0).map(|edge| edge.0 / edge.1 as f64 / basin.cell / basin.cell).fold(0.0, f64::max);
        let stage = |outlet: &Outlet| match &self.edges[outlet.edge].kind {
            EdgeKind::Stage(level) => basin.scale.metres((basin.scale.level(level.at(self.time)) - basin.ground[outlet.inside]).max(0)),
            _ => 0.0,
        };
        let rim = self.outlets.iter().map(stage).fold(0.0, f64::max);
        let depth = basin.scale.metres(self.deepest).max(rim);
        let is_inertial = settings.scheme == Scheme::LocalInertial;
        Bound {
            cell: basin.cell,
            courant: settings.courant(),
            depth: if is_inertial { depth } else { rim },
            wave: if is_inertial { 0.0 } else { f64::from(self.wave) },
            rise: rates + widest,
            longest: settings.longest_step,
        }
    }

    fn is_too_deep(&self) -> bool {
        // Half of what can be counted: rare enough that it is then looked at closely.
        self.deepest > WALL / 8
            && self.basin.ground.iter().zip(&self.basin.depth).any(|(ground, depth)| *ground < WALL && *ground > WALL - (1 << 24) - depth)
    }

    fn step(&mut self, settings: &Settings, seconds: f64, to: f64) {
        let asked = asked(&self.edges, &self.outlets, &self.basin, self.time, to);
        for spring in &mut self.springs {
            self.balance.received += spring.pour(&mut self.basin, self.time, to);
        }
        if Basin::is_due(self.steps) {
            self.basin.look();
        }
        match settings.scheme {
            Scheme::LocalInertial => self.inertial(settings, seconds, to, &asked),
            Scheme::FiniteVolume => self.volumes(seconds, &asked),
        }
        self.time = to;
        self.steps += 1;
        let cells: usize = self
            .basin
            .tiles
            .spans
            .iter()
            .enumerate()
            .map(|(band, spans)| self.basin.lines_of(band).len() * spans.iter().map(|span| span.1 - span.0).sum::<usize>())
            .sum();
        self.updates += cells as u64;
    }

    fn inertial(&mut self, settings: &Settings, seconds: f64, to: f64, asked: &[Asked]) {
        let step = Step::new(&self.basin, seconds, settings.theta);
        let old: Vec<f32> =
            self.outlets.iter().map(|outlet| if outlet.is_x { self.basin.x[outlet.face] } else { self.basin.y[outlet.face] }).collect();
        local_inertial::flows(&mut self.basin, &mut self.gates, &step, self.time);
        for ((outlet, asked), old) in self.outlets.iter().zip(asked).zip(old) {
            let flow = match asked {
                Asked::Flow(flow) => outlet.sign * flow,
                Asked::Level(level) => outlet.sign * step.to_level(outlet.sign * old, &self.face(outlet, *level)),
            };
            *if outlet.is_x { &mut self.basin.x[outlet.face] } else { &mut self.basin.y[outlet.face] } = flow;
            self.basin.depth[outlet.rim] = step.moved(outlet.sign * flow);
        }
        let found = local_inertial::depths(&mut self.basin, &step, to, self.arrives);
        self.deepest = found.iter().map(|found| found.deepest).max().unwrap_or(0);
        let below = found.into_iter().flat_map(|found| found.below).collect();
        settle(&mut self.basin, &step, below);
        for outlet in &self.outlets {
            let moved = i64::from(std::mem::take(&mut self.basin.depth[outlet.rim]));
            *if moved > 0 { &mut self.left } else { &mut self.entered } += moved.abs();
        }
    }

    /// The face of an edge at which a level is kept, seen from inside.
    fn face(&self, outlet: &Outlet, level: i32) -> Face {
        let basin = &self.basin;
        let bottom = basin.ground[outlet.inside];
        let metres = |units: i32| basin.scale.metres(units) as f32;
        Face {
            first: metres(bottom + basin.depth[outlet.inside]),
            second: metres(level.max(bottom)),
            bottom: metres(bottom),
            friction: basin.friction[outlet.inside],
        }
    }

    fn volumes(&mut self, seconds: f64, asked: &[Asked]) {
        let pace = Pace { seconds: seconds as f32, time: self.time, arrives: self.arrives };
        let found = finite_volume::step(&mut self.basin, &self.odd, asked, &pace);
        let below: Vec<usize> = found.iter().flat_map(|found| &found.below).copied().collect();
        refill(&mut self.basin, &below);
        self.deepest = found.iter().map(|found| found.deepest).max().unwrap_or(0);
        self.wave = found.iter().map(|found| found.wave).fold(0.0, f32::max);
        for moved in found.iter().flat_map(|found| &found.left).map(|(_, moved)| i64::from(*moved)) {
            *if moved > 0 { &mut self.left } else { &mut self.entered } += moved.abs();
        }
    }

    fn end(self, mut notes: Vec<Diagnostic>) -> Flood {
        let basin = self.basin;
        let balance = Balance {
            entered: basin.volume(self.entered),
            left: basin.volume(self.left),
            stored: basin.volume(basin.stored()),
            ..self.balance
        };
        if !balance.is_closed() {
            let all = balance.initial + balance.received + balance.entered;
            notes.push(Diagnostic::error("flood-volume-open").with("volume", (balance.error() * all).round()).with("all", all.round()));
        }
        Flood {
            balance,
            snapshots: self.snapshots,
            steps: self.steps,
            updates: self.updates,
            seconds: self.time,
            notes,
            ..Flood::of(basin)
        }
    }
}
