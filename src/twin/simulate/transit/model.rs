//! The model of public transport: a working day's riders on the lines of the region, how full vehicles get, who waits how long, and what
//! it costs.

use super::assumption::{ASSUMPTIONS, LineAssumptions};
use super::crowding::{Crowding, Demand};
use super::loads::{Day, Load, Riders, day};
use super::supply::WITHOUT;
use crate::twin::catalog::resource::Unit;
use crate::twin::catalog::survey::Home;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::building::Building;
use crate::twin::model::feature::Feature;
use crate::twin::model::transit::TransitLine;
use crate::twin::simulate::outcome::{Field, Outcome, Series};
use crate::twin::simulate::trips::demand;
use crate::twin::simulate::{Setting, Simulation};
use std::collections::BTreeSet;

/// How near riders and crowding come to a balance, and after how many rounds they are left as they are: riders do not know more either.
const BALANCE: (f64, usize) = (5e-3, 6);
/// The model.
pub static SIMULATION: Simulation = Simulation {
    id: "transit",
    assumptions: &[demand::ASSUMPTIONS, ASSUMPTIONS],
    rests_on: &["highways", "buildings", "places", "stops", "lines"],
    run,
};

fn run(setting: &Setting) -> Outcome {
    let supply = &setting.shared.supply;
    let mut outcome = Outcome { notes: supply.notes.clone(), ..Outcome::default() };
    if !supply.is_known() {
        outcome.notes.push(Diagnostic::note("transit-no-lines"));
        return outcome;
    }
    let assumptions = LineAssumptions::of(setting.assumptions);
    let [there, back] = riders(setting, &assumptions);
    let (gap, rounds) = BALANCE;
    let crowding = Crowding { gap, rounds, ..assumptions.crowding() };
    let found = day(&supply.ground, &supply.services, Riders { there: &there, back: &back }, &crowding, &assumptions);
    tell(&found.value, &mut outcome);
    outcome.series.extend(by_hour(&found.value));
    outcome.fields.extend([line_loads(setting, &found.value), minutes(setting)]);
    // How near the balance came is said by the model's own description; riders are not stranded who had no way to begin with.
    outcome.notes.extend(found.notes.into_iter().filter(|note| note.code != "transit-not-balanced"));
    outcome
}

/// Riders of a day as they ride in the morning, and as they ride back.
fn riders(setting: &Setting, assumptions: &LineAssumptions) -> [Vec<Demand>; 2] {
    let ground = &setting.shared.supply.ground;
    // The hour's trips are one peak hour's share of the day.
    let days = 100.0 / assumptions.peak_share;
    let ride = |from: u32, to: u32, people: f64| Demand { origin: ground.start(from), destination: ground.end(to), riders: people * days };
    let trips = &setting.shared.demand.riders;
    [
        trips.iter().map(|&(from, to, people)| ride(from, to, people)).collect(),
        trips.iter().map(|&(from, to, people)| ride(to, from, people)).collect(),
    ]
}

fn tell(day: &Day, outcome: &mut Outcome) {
    let boardings: f64 = day.boardings.iter().sum();
    let sum = |value: &dyn Fn(&super::lines::Operation) -> f64| day.operations.iter().map(value).sum::<f64>();
    let full: BTreeSet<(u32, bool, u8)> = day.overflows().iter().map(|load| (load.service, load.back, load.hour)).collect();
    outcome.set("transit-rides", boardings);
    outcome.set("transit-wait", (day.riders > 0.0).then_some(day.waiting));
    outcome.set("transit-wait-hours", day.waiting * day.riders / 60.0);
    outcome.set("transit-time", (day.riders > 0.0).then_some(day.time));
    outcome.set("transit-overload", full.len() as f64);
    outcome.set("transit-kilometres", sum(&|operation| operation.kilometres));
    outcome.set("transit-vehicles", sum(&|operation| operation.vehicles));
    outcome.set("transit-cost", sum(&|operation| operation.cost));
    outcome.set("transit-subsidy", day.subsidy());
}

/// Riders, and lines that carry more than they have places for, hour by hour.
fn by_hour(day: &Day) -> [Series; 2] {
    let full: BTreeSet<(u8, u32, bool)> = day.overflows().iter().map(|load| (load.hour, load.service, load.back)).collect();
    let overloaded = |hour: u8| full.range((hour, 0, false)..=(hour, u32::MAX, true)).count() as f64;
    let lines = day.by_hour.iter().map(|(hour, _)| (*hour, overloaded(*hour))).collect();
    [Series { id: "riders", values: day.by_hour.clone() }, Series { id: "overloaded-lines", values: lines }]
}

/// How full the vehicles of each line get at most on the day.
fn line_loads(setting: &Setting, day: &Day) -> Field {
    let mut fullest = vec![None::<f32>; setting.region.lines.len()];
    for Load { service, passengers, capacity, .. } in &day.loads {
        let line = &mut fullest[setting.shared.supply.services[*service as usize].line as usize];
        *line = Some(line.unwrap_or_default().max((100.0 * passengers / capacity) as f32));
    }
    let values = (0..).zip(fullest).filter_map(|(line, load)| Some((line, load?))).collect();
    Field { id: "line-load", unit: Unit::Percent, layer: TransitLine::LAYER, values, beyond: 0.0 }
}

/// How long it takes without a car from each home to where its people go, over all their trips.
fn minutes(setting: &Setting) -> Field {
    let shared = setting.shared;
    let (zones, usual) = (shared.zones.all.len(), shared.usual.len().isqrt());
    let mean = |zone: usize| {
        // New zones have no usual trips: theirs are taken as they will be.
        let trips = |to: usize| if zone < usual { shared.usual[zone * usual + to] } else { shared.demand.trips[zone * zones + to] };
        let pairs = (0..usual).map(|to| (trips(to), shared.supply.felt[zone * zones + to]));
        let (sum, all) = pairs.fold((0.0, 0.0), |(sum, all), (trips, minutes)| (sum + trips * minutes, all + trips));
        (all > 0.0).then(|| (sum / all) as f32)
    };
    let of_zone: Vec<Option<f32>> = (0..zones).map(mean).collect();
    let value = |home: &Home| Some((home.building, of_zone[shared.zones.zone_of(home.at.metres())? as usize]?));
    let values = shared.homes.all().iter().filter_map(value).collect();
    Field { id: "transit-minutes", unit: Unit::Minutes, layer: Building::LAYER, values, beyond: WITHOUT as f32 }
}
