//! Lines with their intervals as arcs: boarding, riding, getting off, and walking between stops.

use super::frequency::{Arc, Graph};
use crate::twin::diagnostic::{Diagnostic, Report};

/// A line in one direction.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceLine {
    /// Its stops in order, by index.
    pub stops: Vec<u32>,
    /// Time from each stop to the next [min].
    pub times: Vec<f64>,
    /// Between vehicles [min].
    pub headway: f64,
    /// Passengers that one vehicle carries; zero is without bound.
    pub capacity: f64,
    /// Minutes that getting on is felt to take, waiting apart.
    pub boarding: f64,
}

/// A walk between two stops: from, to, minutes.
pub type WalkBetween = (u32, u32, f64);

/// The arcs of lines.
#[derive(Clone, Debug, Default)]
pub struct ServiceGraph {
    /// The graph; its first nodes are the stops.
    pub graph: Graph,
    /// Passengers that an arc carries in an hour without getting crowded; infinite for all but rides.
    pub capacity: Vec<f64>,
    /// How many nodes are stops.
    pub stops: usize,
    /// The first arc of each line, by index; none where the line was left out.
    first_arc: Vec<Option<u32>>,
    lengths: Vec<usize>,
}

impl ServiceGraph {
    /// The arcs of lines and walks among so many stops. A line is left out, and named by its index, where its interval is
    /// no positive number (`transit-line-interval-odd`), or where it has too few stops, times that are no numbers or a
    /// stop that is not there (`transit-line-odd`). Walks without a time, or to stops that are not there, are left out and
    /// counted (`transit-walk-odd`).
    pub fn new(stops: usize, lines: &[ServiceLine], walks: &[WalkBetween]) -> Report<Self> {
        let mut built = Self { stops, ..Self::default() };
        let mut arcs = Vec::new();
        let mut nodes = stops as u32;
        let mut notes = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let fault = fault(line, stops);
            built.first_arc.push(fault.is_none().then_some(arcs.len() as u32));
            built.lengths.push(line.times.len());
            match fault {
                Some(fault) => notes.push(fault.with("line", index)),
                None => built.push(line, &mut nodes, &mut arcs),
            }
        }
        let usable = |walk: &&WalkBetween| (walk.0.max(walk.1) as usize) < stops && walk.2.is_finite() && walk.2 >= 0.0;
        let lines_end = arcs.len();
        let walk = |&(from, to, time): &WalkBetween| Arc { from, to, time, frequency: f64::INFINITY };
        arcs.extend(walks.iter().filter(usable).map(walk));
        let odd = walks.len() - (arcs.len() - lines_end);
        if odd > 0 {
            notes.push(Diagnostic::warning("transit-walk-odd").with("count", odd));
        }
        built.capacity.resize(arcs.len(), f64::INFINITY);
        built.graph = Graph::new(nodes as usize, arcs);
        Report { value: built, notes }
    }

    /// Three arcs a stop: board, get off, and ride on, which the last stop lacks.
    fn push(&mut self, line: &ServiceLine, nodes: &mut u32, arcs: &mut Vec<Arc>) {
        let hourly = if line.capacity > 0.0 { line.capacity * 60.0 / line.headway } else { f64::INFINITY };
        for (position, &stop) in line.stops.iter().enumerate() {
            let node = *nodes + position as u32;
            arcs.push(Arc { from: stop, to: node, time: line.boarding, frequency: 2.0 / line.headway });
            arcs.push(Arc { from: node, to: stop, time: 0.0, frequency: f64::INFINITY });
            self.capacity.extend([f64::INFINITY; 2]);
            if let Some(&time) = line.times.get(position) {
                arcs.push(Arc { from: node, to: node + 1, time, frequency: f64::INFINITY });
                self.capacity.push(hourly);
            }
        }
        *nodes += line.stops.len() as u32;
    }

    /// What a line's vehicles carry from each stop to the next, out of the riders of each arc; zero where it was left out.
    pub fn loads(&self, line: usize, volumes: &[f64]) -> Vec<f64> {
        self.of_line(line, 2, volumes)
    }

    /// The arcs by which a line is boarded, stop by stop but for its last; none where it was left out.
    pub fn boarding_arcs(&self, line: usize) -> Vec<u32> {
        let first = self.first_arc.get(line).copied().flatten();
        let length = self.lengths.get(line).copied().unwrap_or_default() as u32;
        first.into_iter().flat_map(|first| (0..length).map(move |segment| first + 3 * segment)).collect()
    }

    /// How many board a line at each stop but its last, out of the riders of each arc.
    pub fn boardings(&self, line: usize, volumes: &[f64]) -> Vec<f64> {
        self.of_line(line, 0, volumes)
    }

    fn of_line(&self, line: usize, which: u32, volumes: &[f64]) -> Vec<f64> {
        let first = self.first_arc.get(line).copied().flatten();
        let length = self.lengths.get(line).copied().unwrap_or_default();
        (0..length as u32).map(|segment| first.map_or(0.0, |first| volumes[(first + 3 * segment + which) as usize])).collect()
    }
}

fn fault(line: &ServiceLine, stops: usize) -> Option<Diagnostic> {
    let whole = line.stops.len() >= 2 && line.times.len() + 1 == line.stops.len();
    let known = line.stops.iter().all(|stop| (*stop as usize) < stops);
    let timed = line.times.iter().chain([&line.boarding]).all(|time| time.is_finite() && *time >= 0.0);
    if !(line.headway > 0.0 && line.headway.is_finite()) {
        Some(Diagnostic::warning("transit-line-interval-odd"))
    } else if !(whole && known && timed) {
        Some(Diagnostic::warning("transit-line-odd"))
    } else {
        None
    }
}
