//! A region's lines as services: stops in order, times, intervals; and what they need and cost.

use super::assumption::LineAssumptions;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::id::FeatureId;
use crate::twin::model::layer::Shape;
use crate::twin::model::origin::{Origin, Sourced};
use crate::twin::model::region::Region;
use crate::twin::model::space::{Position, length};
use crate::twin::model::transit::{TransitLine, TransitMode};
use std::collections::{BTreeMap, HashMap};

/// Ends of two lines nearer than this are one place: the lines are two directions of one [m].
const SAME_END: f64 = 400.0;

/// A line that runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// The line, by index in the region's lines.
    pub line: u32,
    /// What it runs with.
    pub mode: TransitMode,
    /// Its stops in order, by index in the region's stops.
    pub stops: Vec<u32>,
    /// Way from each stop to the next [m].
    pub metres: Vec<f64>,
    /// Time from each stop to the next [min].
    pub minutes: Vec<f64>,
    /// Between vehicles in the peak [min].
    pub headway: Sourced<f64>,
    /// Whether its vehicles come back the same way: no other line runs there.
    pub there_and_back: bool,
}

/// What a service needs and costs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Operation {
    /// Way of all its vehicles on a day [km].
    pub kilometres: f64,
    /// Vehicles that it needs in the peak.
    pub vehicles: f64,
    /// Its cost in a year [tenge].
    pub cost: f64,
    /// What its riders pay in a year [tenge].
    pub fares: f64,
    /// What is left to pay in a year [tenge]: cost less fares; negative where it earns.
    pub subsidy: f64,
}

/// Every line of a region that can run, in the order of the layer.
///
/// Left out and named: lines with fewer than two stops that the region has (`transit-line-without-stops`). Named and
/// kept: lines without an interval, which run at the assumed one (`transit-interval-assumed`, counted), and stops of
/// lines that are not in the region (`transit-line-stop-missing`, counted).
pub fn services(region: &Region, assumptions: &LineAssumptions) -> Report<Vec<Service>> {
    let stops: HashMap<FeatureId, u32> = (0u32..).zip(&region.stops.features).map(|(index, stop)| (stop.id, index)).collect();
    let mut report = Report::<Vec<Service>>::default();
    let (mut missing, mut assumed) = (0, 0);
    for (index, (line, shape)) in (0u32..).zip(region.lines.iter()) {
        let mut calls: Vec<u32> = line.stops.0.iter().filter_map(|id| stops.get(id).copied()).collect();
        missing += line.stops.0.len() - calls.len();
        calls.dedup();
        if calls.len() < 2 {
            let name = region.strings.get(if line.reference.is_empty() { line.name.local } else { line.reference });
            report.notes.push(Diagnostic::warning("transit-line-without-stops").with("line", name).with("id", line.id.to_string()));
            continue;
        }
        assumed += usize::from(line.headway.value == 0);
        report.value.push(service(region, index, line, shape, calls, assumptions));
    }
    pair(region, &mut report.value);
    if missing > 0 {
        report.notes.push(Diagnostic::warning("transit-line-stop-missing").with("count", missing));
    }
    if assumed > 0 {
        let minutes = assumptions.default_headway;
        report.notes.push(Diagnostic::note("transit-interval-assumed").with("count", assumed).with("minutes", minutes));
    }
    report
}

fn service(region: &Region, index: u32, line: &TransitLine, shape: Shape, stops: Vec<u32>, assumptions: &LineAssumptions) -> Service {
    let metres = segments(region, shape, &stops);
    let headway = match line.headway {
        Sourced { value: 0, .. } => Sourced { value: assumptions.default_headway, origin: Origin::Assumed },
        Sourced { value, origin } => Sourced { value: f64::from(value), origin },
    };
    let minutes = metres.iter().map(|metres| metres / (assumptions.speed(line.mode, *metres) * 1_000.0 / 60.0)).collect();
    Service { line: index, mode: line.mode, stops, metres, minutes, headway, there_and_back: true }
}

/// Way between stops [m]: as the crow flies, stretched so that all together are as long as the line's course; a course
/// in pieces, or shorter than the way between its stops, says nothing of that.
fn segments(region: &Region, shape: Shape, stops: &[u32]) -> Vec<f64> {
    let at = |stop: u32| region.stops.shapes.get(stop as usize).anchor();
    let direct: Vec<f64> = stops.windows(2).map(|pair| at(pair[0]).distance(at(pair[1]))).collect();
    let sum: f64 = direct.iter().sum();
    let course = if shape.parts().len() == 1 { length(shape.first()) } else { 0.0 };
    let stretch = if sum > 0.0 { (course / sum).max(1.0) } else { 1.0 };
    direct.into_iter().map(|metres| metres * stretch).collect()
}

/// Finds the lines that run one way only: circles, and those of which another of the same mode and number runs back.
fn pair(region: &Region, services: &mut [Service]) {
    let at = |stop: Option<&u32>| stop.map_or(Position::default(), |stop| region.stops.shapes.get(*stop as usize).anchor());
    let ends = |service: &Service| [at(service.stops.first()), at(service.stops.last())];
    let near = |a: Position, b: Position| a.distance(b) <= SAME_END;
    let mut by_number: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, service) in services.iter().enumerate() {
        let reference = region.lines.features[service.line as usize].reference;
        if !reference.is_empty() {
            by_number.entry((service.mode, reference)).or_default().push(index);
        }
    }
    let mut one_way: Vec<bool> = services.iter().map(ends).map(|[first, last]| near(first, last)).collect();
    for group in by_number.values() {
        for &index in group {
            let [first, last] = ends(&services[index]);
            let back = |other: &&usize| {
                let [start, end] = ends(&services[**other]);
                **other != index && near(start, last) && near(end, first)
            };
            one_way[index] |= group.iter().any(|other| back(&other));
        }
    }
    services.iter_mut().zip(one_way).for_each(|(service, one_way)| service.there_and_back = !one_way);
}

impl Service {
    /// What it needs and costs with so many riders a day.
    pub fn operation(&self, riders: f64, assumptions: &LineAssumptions) -> Operation {
        let directions = if self.there_and_back { 2.0 } else { 1.0 };
        let way = self.metres.iter().sum::<f64>() / 1_000.0 * directions;
        let cycle = self.minutes.iter().sum::<f64>() * directions * (1.0 + assumptions.layover / 100.0);
        let departures: f64 = assumptions.hours().map(|hour| 60.0 / assumptions.headway(self.headway.value, hour)).sum();
        let kilometres = way * departures;
        let days = assumptions.days;
        let (cost, fares) = (kilometres * days * assumptions.kilometre_cost, riders * days * assumptions.fare);
        Operation { kilometres, vehicles: (cycle / self.headway.value).ceil(), cost, fares, subsidy: cost - fares }
    }
}
