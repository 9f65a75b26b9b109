//! The lines of a region as riders find them in the peak: how long it takes from zone to zone, waiting and walking included.

use super::assumption::LineAssumptions;
use super::frequency::{Strategy, optimal_strategy};
use super::ground::Ground;
use super::lines::{Service, services};
use super::loads::directions;
use super::service_graph::ServiceGraph;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use rayon::prelude::*;

/// What a way counts as that takes longer without a car [min]: somebody must drive.
pub const WITHOUT: f64 = 180.0;

/// Lines with the ground that they serve.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Supply {
    /// Every line that runs.
    pub services: Vec<Service>,
    /// Stops, zones and walks.
    pub ground: Ground,
    /// From zone to zone in the peak, row by row [min], with the minutes that getting on is felt to take; infinite where nobody rides.
    pub minutes: Vec<f64>,
    /// The same where people walk if that is sooner, and [`WITHOUT`] where neither is any good: a value for every pair.
    pub felt: Vec<f64>,
    /// What was noticed about the lines.
    pub notes: Vec<Diagnostic>,
}

impl Supply {
    /// The lines of a region with zones at some places.
    pub fn new(region: &Region, zones: &[Position], assumptions: &LineAssumptions) -> Self {
        let found = services(region, assumptions);
        let ground = Ground::new(region, zones, assumptions);
        let pairs = pairs(&found.value, &ground, zones, assumptions);
        // Who would be there sooner on foot does not ride.
        let minutes = pairs.iter().map(|(ride, walk)| if ride < walk { *ride } else { f64::INFINITY }).collect();
        let felt = pairs.iter().map(|(ride, walk)| ride.min(*walk).min(WITHOUT)).collect();
        Self { services: found.value, ground, minutes, felt, notes: found.notes }
    }

    /// Whether any line is known.
    pub fn is_known(&self) -> bool {
        !self.services.is_empty()
    }
}

/// The lines in an hour of the peak, and the strategies to each zone.
pub fn strategies(services: &[Service], ground: &Ground, assumptions: &LineAssumptions) -> (ServiceGraph, Vec<Strategy>) {
    let peak = assumptions.morning_peak as u8;
    let lines = directions(services, peak, assumptions);
    let graph = ServiceGraph::new(ground.ends(), &lines, &ground.walks).value;
    let times: Vec<f64> = graph.graph.arcs.iter().map(|arc| arc.time).collect();
    let to = |zone: u32| optimal_strategy(&graph.graph, &times, ground.end(zone));
    let strategies = (0..ground.zones).into_par_iter().map(to).collect();
    (graph, strategies)
}

/// Minutes by ride and on foot of every pair of zones, row by row.
fn pairs(services: &[Service], ground: &Ground, zones: &[Position], assumptions: &LineAssumptions) -> Vec<(f64, f64)> {
    let (_, strategies) = strategies(services, ground, assumptions);
    let of_pair = |from: usize, to: usize| {
        let ride = strategies[to].time[ground.start(from as u32) as usize];
        (ride, zones[from].distance(zones[to]) / assumptions.walk_per_minute())
    };
    (0..zones.len()).flat_map(|from| (0..zones.len()).map(move |to| (from, to))).map(|(from, to)| of_pair(from, to)).collect()
}
