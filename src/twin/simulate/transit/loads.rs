//! What vehicles carry, hour by hour: which lines overflow, at which stops and when, and who waits how long.

use super::assumption::LineAssumptions;
use super::crowding::{Assignment, Crowding, Demand, assign};
use super::ground::Ground;
use super::lines::{Operation, Service};
use super::service_graph::{ServiceGraph, ServiceLine};
use crate::twin::diagnostic::{Diagnostic, Report};

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
    /// Riders who set out in each hour.
    pub by_hour: Vec<(u8, f64)>,
    /// Riders of the day.
    pub riders: f64,
    /// Mean waiting of a rider [min].
    pub waiting: f64,
    /// Mean time of a rider from end to end, walking and waiting included [min].
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

/// From this hour on riders go back.
const NOON: u8 = 12;

/// Riders of a day from end to end of the ground (see [`Ground::ends`]), as if all of them rode before noon, and as if after.
#[derive(Clone, Copy, Debug)]
pub struct Riders<'a> {
    /// Before noon.
    pub there: &'a [Demand],
    /// After.
    pub back: &'a [Demand],
}

/// A day on services, crowding and walks included. What an hour's network and riders are faulted for is named once, for the first hour
/// that has it.
pub fn day(ground: &Ground, services: &[Service], riders: Riders, crowding: &Crowding, assumptions: &LineAssumptions) -> Report<Day> {
    let mut report = Report { value: Day { boardings: vec![0.0; services.len()], ..Day::default() }, notes: Vec::new() };
    let (mut waiting, mut total) = (0.0, 0.0);
    // Hours that are alike are reckoned once.
    let mut known: Vec<(Kind, Hour)> = Vec::new();
    for hour in assumptions.hours() {
        let before_noon = hour < NOON;
        let kind = Kind { in_peak: assumptions.in_peak(hour), before_noon };
        if !known.iter().any(|(other, _)| *other == kind) {
            let riders = if before_noon { riders.there } else { riders.back };
            known.push((kind, Hour::new(ground, services, riders, hour, crowding, assumptions, &mut report.notes)));
        }
        let Some((_, found)) = known.iter().find(|(other, _)| *other == kind) else { continue };
        waiting += found.assigned.waiting;
        total += found.minutes;
        report.value.riders += found.riders;
        report.value.by_hour.push((hour, found.riders));
        add_hour(&mut report.value, services, found, hour);
    }
    let day = &mut report.value;
    if day.riders > 0.0 {
        // What getting on is felt to take passes on no clock.
        let felt = day.boardings.iter().sum::<f64>() * assumptions.boarding;
        (day.waiting, day.time) = (waiting / day.riders, (total - felt) / day.riders);
    }
    day.operations = services.iter().zip(&day.boardings).map(|(service, riders)| service.operation(*riders, assumptions)).collect();
    report
}

/// What hours differ by.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Kind {
    in_peak: bool,
    before_noon: bool,
}

/// An hour of a day.
struct Hour {
    lines: Vec<ServiceLine>,
    graph: ServiceGraph,
    assigned: Assignment,
    /// Riders who find a way.
    riders: f64,
    /// Minutes of all of them, walking and waiting included, and what getting on is felt to take; crowding delays nobody.
    minutes: f64,
}

impl Hour {
    fn new(
        ground: &Ground,
        services: &[Service],
        demand: &[Demand],
        hour: u8,
        crowding: &Crowding,
        assumptions: &LineAssumptions,
        notes: &mut Vec<Diagnostic>,
    ) -> Self {
        let share = assumptions.share(hour);
        let riders: Vec<Demand> = demand.iter().map(|demand| Demand { riders: demand.riders * share, ..*demand }).collect();
        let lines = directions(services, hour, assumptions);
        let graph = ServiceGraph::new(ground.ends(), &lines, &ground.walks);
        let assigned = assign(&graph.value, &riders, crowding);
        for note in graph.notes.into_iter().chain(assigned.notes) {
            if !notes.iter().any(|known| known.code == note.code) {
                notes.push(note);
            }
        }
        let served = |demand: &&Demand| demand.riders.is_finite() && demand.riders > 0.0;
        let asked: f64 = riders.iter().filter(served).map(|demand| demand.riders).sum();
        let assigned = assigned.value;
        let under_way = graph.value.graph.arcs.iter().zip(&assigned.volumes).map(|(arc, riders)| arc.time * riders).sum::<f64>();
        // Where all are stranded, rounding may leave less than nobody.
        let riders = (asked - assigned.stranded).max(0.0);
        Self { lines, graph: graph.value, riders, minutes: assigned.waiting + under_way, assigned }
    }
}

/// Each service there and, where its vehicles come back the same way, back as a line of its own after it.
pub fn directions(services: &[Service], hour: u8, assumptions: &LineAssumptions) -> Vec<ServiceLine> {
    let mut lines = Vec::new();
    for service in services {
        let there = ServiceLine {
            stops: service.stops.clone(),
            times: service.minutes.clone(),
            headway: assumptions.headway(service.headway.value, hour),
            capacity: assumptions.capacity(service.mode),
            boarding: assumptions.boarding,
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

fn add_hour(day: &mut Day, services: &[Service], found: &Hour, hour: u8) {
    let Hour { lines, graph, assigned, .. } = found;
    let mut index = 0;
    for (number, service) in services.iter().enumerate() {
        let ways: &[bool] = if service.there_and_back { &[false, true] } else { &[false] };
        for &back in ways {
            let line = &lines[index];
            day.boardings[number] += graph.boardings(index, &assigned.volumes).iter().sum::<f64>();
            let loads = graph.loads(index, &assigned.volumes);
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
