//! What vehicles carry, hour by hour: which lines overflow, at which stops and when, and who waits how long.

use super::assumption::Assumptions;
use super::crowding::{Assignment, Demand, assign};
use super::lines::{Operation, Service};
use super::service_graph::{ServiceGraph, ServiceLine, WalkBetween};
use crate::twin::diagnostic::Report;
use crate::twin::model::region::Region;
use rstar::RTree;
use rstar::primitives::GeomWithData;

/// A vehicle of a line as it leaves a stop in an hour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Load {
    /// The service, by index.
    pub service: u32,
    /// Whether it is on its way back.
    pub back: bool,
    /// Position of the stop among the service's stops.
    pub position: u32,
    /// The stop, by index in the region's stops.
    pub stop: u32,
    /// The hour, 0 to 23.
    pub hour: u8,
    /// Passengers on one vehicle, on average.
    pub passengers: f64,
    /// Passengers that it carries.
    pub capacity: f64,
}

/// A day of services.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Day {
    /// Every service, direction, stop but the last, and hour.
    pub loads: Vec<Load>,
    /// Riders that board each service on the day.
    pub boardings: Vec<f64>,
    /// What each service needs and costs.
    pub operations: Vec<Operation>,
    /// Riders of the day.
    pub riders: f64,
    /// Mean waiting of a rider [min].
    pub waiting: f64,
    /// Mean time of a rider from stop to stop, waiting included [min].
    pub time: f64,
}

impl Day {
    /// Vehicles with more passengers than they carry, the fullest first.
    pub fn overflows(&self) -> Vec<Load> {
        let mut full: Vec<Load> = self.loads.iter().copied().filter(|load| load.passengers > load.capacity).collect();
        let fullness = |load: &Load| load.passengers / load.capacity;
        let place = |load: &Load| (load.service, load.back, load.position, load.hour);
        full.sort_by(|a, b| fullness(b).total_cmp(&fullness(a)).then(place(a).cmp(&place(b))));
        full
    }

    /// What is left to pay for all services in a year [tenge].
    pub fn subsidy(&self) -> f64 {
        self.operations.iter().map(|operation| operation.subsidy).sum()
    }
}

/// A day on a region's services with so many riders a day from stop to stop, crowding and walks between near stops
/// included. What an hour's network and riders are faulted for is named once, for the first hour that has it.
pub fn day(region: &Region, services: &[Service], demand: &[Demand], assumptions: &Assumptions) -> Report<Day> {
    let walks = walks(region, assumptions);
    let mut report = Report { value: Day { boardings: vec![0.0; services.len()], ..Day::default() }, notes: Vec::new() };
    let (mut waiting, mut total) = (0.0, 0.0);
    for hour in assumptions.hours() {
        let share = assumptions.share(hour);
        let riders: Vec<Demand> = demand.iter().map(|demand| Demand { riders: demand.riders * share, ..*demand }).collect();
        let lines = directions(services, hour, assumptions);
        let graph = ServiceGraph::new(region.stops.len(), &lines, &walks);
        let assigned = assign(&graph.value, &riders, &assumptions.crowding());
        for note in graph.notes.into_iter().chain(assigned.notes) {
            if !report.notes.iter().any(|known| known.code == note.code) {
                report.notes.push(note);
            }
        }
        let found = assigned.value;
        waiting += found.waiting;
        total += found.total;
        let served = |demand: &&Demand| demand.riders.is_finite() && demand.riders > 0.0;
        report.value.riders += riders.iter().filter(served).map(|demand| demand.riders).sum::<f64>() - found.stranded;
        add_hour(&mut report.value, services, &lines, &graph.value, &found, hour);
    }
    let day = &mut report.value;
    if day.riders > 0.0 {
        (day.waiting, day.time) = (waiting / day.riders, total / day.riders);
    }
    day.operations = services.iter().zip(&day.boardings).map(|(service, riders)| service.operation(*riders, assumptions)).collect();
    report
}

/// Each service there and, where its vehicles come back the same way, back as a line of its own after it.
fn directions(services: &[Service], hour: u8, assumptions: &Assumptions) -> Vec<ServiceLine> {
    let mut lines = Vec::new();
    for service in services {
        let there = ServiceLine {
            stops: service.stops.clone(),
            times: service.minutes.clone(),
            headway: assumptions.headway(service.headway.value, hour),
            capacity: assumptions.capacity(service.mode),
        };
        let reversed = |line: &ServiceLine| ServiceLine {
            stops: line.stops.iter().rev().copied().collect(),
            times: line.times.iter().rev().copied().collect(),
            ..*line
        };
        let back = service.there_and_back.then(|| reversed(&there));
        lines.push(there);
        lines.extend(back);
    }
    lines
}

fn add_hour(day: &mut Day, services: &[Service], lines: &[ServiceLine], graph: &ServiceGraph, found: &Assignment, hour: u8) {
    let mut index = 0;
    for (number, service) in services.iter().enumerate() {
        let ways: &[bool] = if service.there_and_back { &[false, true] } else { &[false] };
        for &back in ways {
            let line = &lines[index];
            day.boardings[number] += graph.boardings(index, &found.volumes).iter().sum::<f64>();
            let loads = graph.loads(index, &found.volumes);
            day.loads.extend((0u32..).zip(loads).zip(&line.stops).map(|((position, hourly), &stop)| Load {
                service: number as u32,
                back,
                position,
                stop,
                hour,
                passengers: hourly * line.headway / 60.0,
                capacity: line.capacity,
            }));
            index += 1;
        }
    }
}

/// Walks between stops that lie near one another.
fn walks(region: &Region, assumptions: &Assumptions) -> Vec<WalkBetween> {
    let places = (0u32..).zip(region.stops.iter()).map(|(index, (_, shape))| GeomWithData::new(shape.anchor().metres(), index));
    let tree = RTree::bulk_load(places.collect());
    let (reach, per_minute) = (assumptions.walk_reach.value, assumptions.walk_speed.value * 1_000.0 / 60.0);
    let mut walks = Vec::new();
    for stop in &tree {
        let near = tree.nearest_neighbor_iter_with_distance_2(stop.geom()).take_while(|near| near.1 <= reach * reach);
        walks.extend(near.filter(|near| near.0.data != stop.data).map(|near| (stop.data, near.0.data, near.1.sqrt() / per_minute)));
    }
    walks.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
    walks
}
