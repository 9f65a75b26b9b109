//! Riders to many destinations on crowded vehicles: strategies and times in balance.
//!
//! Time in a vehicle grows with its load as on a road (Bureau of Public Roads, 1964); riders take the optimal strategies
//! of those times, averaged successively (method of successive averages; Spiess and Florian 1989, section 5) until
//! nobody could save more than a small share of the time of all.

use super::frequency::optimal_strategy;
use super::service_graph::ServiceGraph;
use crate::twin::diagnostic::{Diagnostic, Report};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Destinations that are worked on at a time: bounds memory, and leaves the order of sums as it is.
const BATCH: usize = 32;

/// How crowding is reckoned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crowding {
    /// Share by which a vehicle as full as its capacity feels slower; zero: crowding does not matter.
    pub alpha: f64,
    /// How steeply that grows.
    pub beta: f64,
    /// The relative gap to reach.
    pub gap: f64,
    /// After how many rounds to stop all the same.
    pub rounds: usize,
}

impl Default for Crowding {
    fn default() -> Self {
        Self { alpha: 0.15, beta: 4.0, gap: 1e-4, rounds: 200 }
    }
}

/// Riders an hour from one stop to another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Demand {
    /// Where they start, by index.
    pub origin: u32,
    /// Where they go, by index.
    pub destination: u32,
    /// How many [1/h].
    pub riders: f64,
}

/// Who rides where.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assignment {
    /// Riders of each arc [1/h].
    pub volumes: Vec<f64>,
    /// Time on each arc with that load [min].
    pub times: Vec<f64>,
    /// Waiting of all [min/h].
    pub waiting: f64,
    /// Time of all, waiting included [min/h].
    pub total: f64,
    /// What all could still save, as a share of the least time (Cominetti and Correa 2001; Wu, Florian and Marcotte 1994).
    pub gap: f64,
    /// Rounds until then.
    pub rounds: usize,
    /// Riders for whom there is no way [1/h].
    pub stranded: f64,
}

/// Riders of every arc, when strategies and crowded times are in balance.
///
/// Riders that are no positive number, or of stops that are not there, are left out (`transit-demand-odd`); those without
/// a way are counted (`transit-riders-stranded`); a balance that was not reached is named (`transit-not-balanced`).
pub fn assign(service: &ServiceGraph, demand: &[Demand], crowding: &Crowding) -> Report<Assignment> {
    let mut notes = Vec::new();
    let by_destination = by_destination(service, demand, &mut notes);
    let free: Vec<f64> = service.graph.arcs.iter().map(|arc| arc.time).collect();
    let Response { volumes, waiting, stranded, .. } = respond(service, &free, &by_destination);
    let mut found = Assignment { volumes, waiting, stranded, times: free, ..Assignment::default() };
    loop {
        found.rounds += 1;
        found.times = crowded(service, &found.volumes, crowding);
        let response = respond(service, &found.times, &by_destination);
        found.total = found.waiting + found.volumes.iter().zip(&found.times).map(|(riders, time)| riders * time).sum::<f64>();
        found.gap = if response.least > 0.0 { ((found.total - response.least) / response.least).max(0.0) } else { 0.0 };
        if found.gap <= crowding.gap || found.rounds >= crowding.rounds {
            break;
        }
        let step = 1.0 / (found.rounds + 1) as f64;
        found.waiting += step * (response.waiting - found.waiting);
        found.volumes.iter_mut().zip(&response.volumes).for_each(|(volume, target)| *volume += step * (target - *volume));
    }
    if found.stranded > 0.0 {
        notes.push(Diagnostic::warning("transit-riders-stranded").with("riders", found.stranded));
    }
    if found.gap > crowding.gap {
        notes.push(Diagnostic::warning("transit-not-balanced").with("rounds", found.rounds).with("gap", found.gap));
    }
    Report { value: found, notes }
}

type ByDestination = Vec<(u32, Vec<(u32, f64)>)>;

fn by_destination(service: &ServiceGraph, demand: &[Demand], notes: &mut Vec<Diagnostic>) -> ByDestination {
    let usable = |demand: &&Demand| {
        let known = |stop: u32| (stop as usize) < service.stops;
        known(demand.origin) && known(demand.destination) && demand.riders >= 0.0 && demand.riders.is_finite()
    };
    let mut grouped: BTreeMap<u32, Vec<(u32, f64)>> = BTreeMap::new();
    let mut used = 0;
    for Demand { origin, destination, riders } in demand.iter().filter(usable) {
        grouped.entry(*destination).or_default().push((*origin, *riders));
        used += 1;
    }
    if used < demand.len() {
        notes.push(Diagnostic::warning("transit-demand-odd").with("count", demand.len() - used));
    }
    grouped.into_iter().collect()
}

/// What all riders would do at given times.
struct Response {
    volumes: Vec<f64>,
    waiting: f64,
    /// Their time altogether.
    least: f64,
    stranded: f64,
}

fn respond(service: &ServiceGraph, times: &[f64], demand: &ByDestination) -> Response {
    let mut sum = Response { volumes: vec![0.0; times.len()], waiting: 0.0, least: 0.0, stranded: 0.0 };
    for batch in demand.chunks(BATCH) {
        let responses: Vec<Response> =
            batch.par_iter().map(|(destination, origins)| to_one(service, times, *destination, origins)).collect();
        for response in responses {
            sum.volumes.iter_mut().zip(&response.volumes).for_each(|(sum, volume)| *sum += volume);
            sum.waiting += response.waiting;
            sum.least += response.least;
            sum.stranded += response.stranded;
        }
    }
    sum
}

fn to_one(service: &ServiceGraph, times: &[f64], destination: u32, origins: &[(u32, f64)]) -> Response {
    let strategy = optimal_strategy(&service.graph, times, destination);
    let mut response = Response { volumes: vec![0.0; times.len()], waiting: 0.0, least: 0.0, stranded: 0.0 };
    let mut riders = vec![0.0; service.graph.nodes()];
    for &(origin, count) in origins {
        let time = strategy.time[origin as usize];
        if time.is_finite() {
            riders[origin as usize] += count;
            response.least += count * time;
        } else {
            response.stranded += count;
        }
    }
    response.waiting = strategy.load(&service.graph, riders, &mut response.volumes);
    response
}

/// Time on each arc with a load [min]; BPR (Bureau of Public Roads, 1964).
fn crowded(service: &ServiceGraph, volumes: &[f64], crowding: &Crowding) -> Vec<f64> {
    let slower = |volume: f64, capacity: f64| if capacity.is_finite() { (volume / capacity).powf(crowding.beta) } else { 0.0 };
    let arcs = service.graph.arcs.iter().zip(volumes.iter().zip(&service.capacity));
    arcs.map(|(arc, (volume, capacity))| arc.time * (1.0 + crowding.alpha * slower(*volume, *capacity))).collect()
}
