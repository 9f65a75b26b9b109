//! Traffic of the morning peak: trips from homes to work, what they are made with, and the roads that cars take.

use super::assignment::{Assignment, Goal, Principle, Problem, assign};
use super::cost::CostFactors;
use super::demand::TripTable;
use super::graph::Graph;
use super::roads::Roads;
use super::shortest::ShortestRoutes;
use crate::twin::catalog::resource::Unit;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::feature::Feature;
use crate::twin::model::origin::Origin;
use crate::twin::model::region::Region;
use crate::twin::model::street::Street;
use crate::twin::simulate::assumption::AssumptionSpec;
use crate::twin::simulate::outcome::{Field, Outcome, percent};
use crate::twin::simulate::trips::{gravity, split};
use crate::twin::simulate::zones::{Zone, zones};
use crate::twin::simulate::{Setting, Simulation};
use rayon::prelude::*;

/// Zones at most.
const ZONES: usize = 240;
/// How near to the equilibrium the assignment comes.
const GAP: f64 = 1e-4;
/// Trips of a pair of zones that are not worth a route.
const FEW: f64 = 0.01;

const fn assumed(id: &'static str, unit: Unit, value: f64, least: f64, most: f64, source: &'static str) -> AssumptionSpec {
    AssumptionSpec { id, unit, value, least, most, origin: Origin::Assumed, source }
}

/// Trips of a resident in the hour of the morning peak.
pub static PEAK_TRIPS: AssumptionSpec = assumed("peak-trips", Unit::Count, 0.22, 0.0, 2.0, "travel-surveys");
/// Trips that a resident draws, for school, shop and errands, against those that a work place draws [percent].
pub static RESIDENT_PULL: AssumptionSpec = assumed("resident-pull", Unit::Percent, 35.0, 0.0, 500.0, "own-estimate");
/// How much a minute of driving deters from a destination [percent].
pub static DETERRENCE: AssumptionSpec = assumed("deterrence", Unit::Percent, 8.0, 0.1, 100.0, "travel-surveys");
/// Residents who can take a car.
pub static CAR_ACCESS: AssumptionSpec = assumed("car-access", Unit::Percent, 55.0, 0.0, 100.0, "own-estimate");
/// People in a car.
pub static OCCUPANCY: AssumptionSpec = assumed("car-occupancy", Unit::People, 1.3, 1.0, 5.0, "travel-surveys");
/// Waiting and walking of a journey by bus.
pub static BUS_ACCESS: AssumptionSpec = assumed("bus-access", Unit::Minutes, 14.0, 0.0, 120.0, "own-estimate");
/// Speed of buses, stops included.
pub static BUS_SPEED: AssumptionSpec = assumed("bus-speed", Unit::KilometresPerHour, 18.0, 3.0, 80.0, "own-estimate");
/// How much a minute counts in the choice [percent].
pub static CHOICE_SCALE: AssumptionSpec = assumed("choice-scale", Unit::Percent, 6.0, 0.1, 100.0, "travel-surveys");
/// Carbon dioxide of a car on a kilometre.
pub static CAR_CARBON: AssumptionSpec = assumed("car-carbon", Unit::GramsPerKilometre, 190.0, 0.0, 1_000.0, "fleet");

/// The model.
pub static SIMULATION: Simulation = Simulation {
    id: "traffic",
    assumptions: &[&PEAK_TRIPS, &RESIDENT_PULL, &DETERRENCE, &CAR_ACCESS, &OCCUPANCY, &BUS_ACCESS, &BUS_SPEED, &CHOICE_SCALE, &CAR_CARBON],
    run,
};

/// On foot [km/min].
const WALKING: f64 = 5.0 / 60.0;
/// Looking for a place to park and walking from it [min].
const PARKING: f64 = 4.0;

fn run(setting: &Setting) -> Outcome {
    let zones = zones(setting, ZONES);
    let roads = Roads::new(setting.region, &zones);
    let mut outcome = Outcome::default();
    if zones.len() < 2 || roads.edges.is_empty() {
        outcome.notes.push(Diagnostic::warning("traffic-nobody-drives"));
        return outcome;
    }
    let ways = Ways::new(&roads);
    let demand = Demand::new(setting, &zones, &ways);
    let problem =
        Problem { network: &roads.network, demand: &demand.cars, factors: CostFactors::default(), principle: Principle::UserEquilibrium };
    let assignment = assign(&problem, Goal { relative_gap: GAP, ..Goal::default() });
    tell(&roads, &demand, &assignment, setting, &mut outcome);
    outcome.fields.push(volumes(setting.region, &roads, &assignment));
    outcome.notes.extend(assignment.notes);
    outcome
}

/// Minutes and kilometres on empty roads, from zone to zone.
struct Ways {
    minutes: Vec<f64>,
    kilometres: Vec<f64>,
}

impl Ways {
    fn new(roads: &Roads) -> Self {
        let graph = Graph::new(&roads.network, CostFactors::default());
        let costs: Vec<f64> = graph.cost.iter().map(|cost| cost.at(0.0)).collect();
        let zones = roads.network.zones;
        let rows = (0..zones as u32).into_par_iter().map_init(ShortestRoutes::default, |routes, origin| {
            routes.find(&graph, &costs, origin);
            let kilometres = |zone: usize| {
                let (mut node, mut sum) = (zone, 0.0);
                while let Some(arc) = graph.link.get(routes.arc[node] as usize).map(|_| routes.arc[node] as usize) {
                    sum += roads.network.links[graph.link[arc] as usize].length;
                    node = graph.tail[arc] as usize;
                }
                sum
            };
            (routes.cost[..zones].to_vec(), (0..zones).map(kilometres).collect::<Vec<_>>())
        });
        let (minutes, kilometres): (Vec<Vec<f64>>, Vec<Vec<f64>>) = rows.unzip();
        let mut ways = Self { minutes: minutes.concat(), kilometres: kilometres.concat() };
        (0..zones).for_each(|zone| ways.stay(zone, zones));
        ways
    }
}

impl Ways {
    /// Trips within a zone go half as far as to the nearest other one, as is usual.
    fn stay(&mut self, zone: usize, zones: usize) {
        let row = zone * zones;
        let others = (0..zones).filter(|other| *other != zone).map(|other| row + other);
        let nearest = others.min_by(|a, b| self.minutes[*a].total_cmp(&self.minutes[*b]));
        if let Some(nearest) = nearest.filter(|nearest| self.minutes[*nearest].is_finite()) {
            self.minutes[row + zone] = self.minutes[nearest] / 2.0;
            self.kilometres[row + zone] = self.kilometres[nearest] / 2.0;
        }
    }
}

/// Who goes where with what.
struct Demand {
    cars: TripTable,
    /// Trips of people by car, by bus, on foot.
    by_mode: [f64; 3],
}

impl Demand {
    fn new(setting: &Setting, zones: &[Zone], ways: &Ways) -> Self {
        let of = |spec: &AssumptionSpec| setting.assumptions.get(spec);
        let productions: Vec<f64> = zones.iter().map(|zone| zone.residents * of(&PEAK_TRIPS)).collect();
        let pull = of(&RESIDENT_PULL) / 100.0;
        let attractions: Vec<f64> = zones.iter().map(|zone| zone.jobs + pull * zone.residents).collect();
        let per_minute = of(&DETERRENCE) / 100.0;
        let deterrence: Vec<f64> =
            ways.minutes.iter().map(|minutes| if minutes.is_finite() { (-per_minute * minutes).exp() } else { 0.0 }).collect();
        let trips = gravity::distribute(&productions, &attractions, &deterrence);
        let (scale, access) = (of(&CHOICE_SCALE) / 100.0, of(&CAR_ACCESS) / 100.0);
        let (mut by_mode, mut cars) = ([0.0; 3], Vec::new());
        for (pair, &count) in trips.iter().enumerate().filter(|(_, count)| **count > 0.0) {
            let (kilometres, minutes) = (ways.kilometres[pair], ways.minutes[pair]);
            let bus = of(&BUS_ACCESS) + kilometres / of(&BUS_SPEED) * 60.0;
            let walk = kilometres / WALKING;
            let with_car = split::shares([minutes + PARKING, bus, walk], scale);
            let without = split::shares([f64::INFINITY, bus, walk], scale);
            let split: [f64; 3] = std::array::from_fn(|mode| count * (access * with_car[mode] + (1.0 - access) * without[mode]));
            (0..3).for_each(|mode| by_mode[mode] += split[mode]);
            if split[0] > FEW {
                cars.push(((pair / zones.len()) as u32, (pair % zones.len()) as u32, split[0] / of(&OCCUPANCY)));
            }
        }
        Self { cars: TripTable::new(cars), by_mode }
    }
}

/// The metrics.
fn tell(roads: &Roads, demand: &Demand, assignment: &Assignment, setting: &Setting, outcome: &mut Outcome) {
    let links = roads.network.links.iter().zip(&assignment.volumes);
    let kilometres: f64 = links.clone().map(|(link, volume)| link.length * volume).sum();
    let free: f64 = links.map(|(link, volume)| link.free_flow_time * volume).sum();
    let minutes = assignment.total_system_travel_time;
    let trips: f64 = demand.by_mode.iter().sum();
    let cars = demand.cars.total();
    outcome.set("car-share", percent(demand.by_mode[0], trips));
    outcome.set("car-minutes", (cars > 0.0).then(|| minutes / cars));
    outcome.set("car-delay", (minutes - free) / 60.0);
    outcome.set("car-speed", (minutes > 0.0).then(|| kilometres / minutes * 60.0));
    outcome.set("car-kilometres", kilometres);
    outcome.set("car-carbon", kilometres * setting.assumptions.get(&CAR_CARBON) / 1_000.0);
}

/// Vehicles an hour on streets: of each the fullest stretch, both ways together.
fn volumes(region: &Region, roads: &Roads, assignment: &Assignment) -> Field {
    let mut of_edge = vec![0.0; region.network.edges.len()];
    roads.edges.iter().zip(&assignment.volumes).for_each(|(edge, volume)| of_edge[*edge as usize] += volume);
    let mut of_street = vec![0f32; region.streets.len()];
    for (edge, volume) in region.network.edges.iter().zip(of_edge) {
        let street = &mut of_street[edge.street as usize];
        *street = street.max(volume as f32);
    }
    let values = (0..).zip(of_street).filter(|(_, volume)| *volume > 0.0).collect();
    Field { id: "volume", unit: Unit::PerHour, layer: Street::LAYER, values }
}
