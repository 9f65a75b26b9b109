//! Traffic of the morning peak: trips from homes to work, what they are made with, and the roads that cars take.

use super::algorithm_b::Bushes;
use super::assignment::{Assignment, Goal, Principle, Problem, assign_again};
use super::cost::CostFactors;
use super::roads::Roads;
use crate::twin::catalog::resource::Unit;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::feature::Feature;
use crate::twin::model::region::Region;
use crate::twin::model::street::Street;
use crate::twin::simulate::assumption::AssumptionSpec;
use crate::twin::simulate::outcome::{Field, Outcome, percent};
use crate::twin::simulate::shared::Shared;
use crate::twin::simulate::transit::assumption::ASSUMPTIONS;
use crate::twin::simulate::trips::demand::{self, Demand};
use crate::twin::simulate::{Setting, Simulation};

/// How near to the equilibrium the assignment comes.
const GAP: f64 = 1e-4;

/// Carbon dioxide of a car on a kilometre.
pub static CAR_CARBON: AssumptionSpec = AssumptionSpec::assumed("car-carbon", Unit::GramsPerKilometre, 190.0, 0.0, 1_000.0, "fleet");

/// The model.
pub static SIMULATION: Simulation = Simulation {
    id: "traffic",
    assumptions: &[demand::ASSUMPTIONS, ASSUMPTIONS, &[&CAR_CARBON]],
    rests_on: &["highways", "buildings", "places", "stops", "lines"],
    run,
};

/// The cars of the hour on the roads, and where the assignment stands, for another one to go on from.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    /// Cars by link.
    pub assignment: Assignment,
    bushes: Bushes,
}

impl Flow {
    /// User equilibrium of the trips by car. What an earlier one on the same roads found is gone on from.
    pub fn new(roads: &Roads, demand: &Demand, earlier: Option<&Self>) -> Self {
        let mut bushes = earlier.map(|earlier| earlier.bushes.clone()).unwrap_or_default();
        let factors = CostFactors::default();
        let problem = Problem { network: &roads.network, demand: &demand.cars, factors, principle: Principle::UserEquilibrium };
        let assignment = assign_again(&problem, Goal { relative_gap: GAP, ..Goal::default() }, &mut bushes);
        Self { assignment, bushes }
    }
}

fn run(setting: &Setting) -> Outcome {
    let Shared { zones, roads, demand, flow, .. } = setting.shared;
    let mut outcome = Outcome::default();
    if zones.all.len() < 2 || roads.edges.is_empty() {
        outcome.notes.push(Diagnostic::warning("traffic-nobody-drives"));
        return outcome;
    }
    tell(roads, demand, &flow.assignment, setting, &mut outcome);
    outcome.fields.extend(flows(setting.region, roads, &flow.assignment));
    outcome.notes.extend(flow.assignment.notes.iter().cloned());
    outcome
}

/// The metrics.
fn tell(roads: &Roads, demand: &Demand, assignment: &Assignment, setting: &Setting, outcome: &mut Outcome) {
    let links = roads.network.links.iter().zip(&assignment.volumes);
    let kilometres: f64 = links.clone().map(|(link, volume)| link.length * volume).sum();
    let free: f64 = links.map(|(link, volume)| link.free_flow_time * volume).sum();
    let minutes = assignment.total_system_travel_time;
    let trips: f64 = demand.trips.iter().sum();
    let cars = demand.cars.total();
    outcome.set("trips", trips);
    outcome.set("car-share", percent(demand.by_mode[0], trips));
    outcome.set("transit-share", percent(demand.by_mode[1], trips));
    outcome.set("car-minutes", (cars > 0.0).then(|| minutes / cars));
    outcome.set("car-delay", (minutes - free) / 60.0);
    outcome.set("car-speed", (minutes > 0.0).then(|| kilometres / minutes * 60.0));
    outcome.set("car-kilometres", kilometres);
    outcome.set("car-carbon", kilometres * setting.assumptions.get(&CAR_CARBON) / 1_000.0);
}

/// Vehicles an hour on streets, both ways together, and how much longer it takes than on an empty street: of each street the fullest and
/// the slowest stretch.
fn flows(region: &Region, roads: &Roads, assignment: &Assignment) -> [Field; 2] {
    let mut of_edge = vec![(0.0, 0.0); region.network.edges.len()];
    for ((edge, link), (volume, cost)) in roads.edges.iter().zip(&roads.network.links).zip(assignment.volumes.iter().zip(&assignment.costs))
    {
        let (sum, slowest): &mut (f64, f64) = &mut of_edge[*edge as usize];
        *sum += volume;
        *slowest = slowest.max(100.0 * (cost / link.free_flow_time - 1.0));
    }
    let mut of_street = vec![(0f32, 0f32); region.streets.len()];
    for (edge, (volume, delay)) in region.network.edges.iter().zip(of_edge) {
        // A damaged stretch may be of no street.
        let Some((most, slowest)) = of_street.get_mut(edge.street as usize) else { continue };
        (*most, *slowest) = (most.max(volume as f32), slowest.max(delay as f32));
    }
    let driven = || (0..).zip(&of_street).filter(|(_, (volume, _))| *volume > 0.0);
    let field = |id: &'static str, unit: Unit, values: Vec<(u32, f32)>| Field { id, unit, layer: Street::LAYER, values, beyond: 0.0 };
    [
        field("volume", Unit::PerHour, driven().map(|(street, (volume, _))| (street, *volume)).collect()),
        field("delay", Unit::Percent, driven().map(|(street, (_, delay))| (street, *delay)).collect()),
    ]
}
