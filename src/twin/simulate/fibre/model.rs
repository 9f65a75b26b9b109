//! What it would take to lead fibre to every village without fast internet: kilometres, tenge, and tenge for each resident who gets it.

use super::backbone::{Net, Source, UNIT, source};
use super::steiner::{Tree, tree};
use crate::twin::catalog::resource::Unit;
use crate::twin::catalog::survey::HOUSEHOLD;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::feature::Feature;
use crate::twin::model::place::{Place, PlaceKind};
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use crate::twin::simulate::assumption::{AssumptionSpec, Assumptions};
use crate::twin::simulate::digital::GOOD_INTERNET;
use crate::twin::simulate::outcome::Outcome;
use crate::twin::simulate::table::{Cell, Column, Table};
use crate::twin::simulate::{Setting, Simulation};

/// A kilometre of line under ground, as the library's solution has it.
pub static FIBRE_KILOMETRE: AssumptionSpec =
    AssumptionSpec::assumed("fibre-kilometre", Unit::Tenge, 4_500_000.0, 100_000.0, 100_000_000.0, "own-estimate");
/// The line from the village's middle to a household: 41.4 bn for 445,000 households.
pub static LAST_MILE: AssumptionSpec =
    AssumptionSpec::assumed("fibre-last-mile", Unit::Tenge, 93_000.0, 1_000.0, 10_000_000.0, "fibre-last-mile");

/// The model. Residents are those that places tell of: dwellings that are proposed do not change where fibre goes.
pub static SIMULATION: Simulation = Simulation {
    id: "fibre",
    assumptions: &[&[&GOOD_INTERNET, &FIBRE_KILOMETRE, &LAST_MILE]],
    rests_on: &["cables", "places", "highways"],
    run,
};

const COLUMNS: &[Column] = &[
    Column { id: "residents", unit: Unit::People },
    Column { id: "fixed-speed", unit: Unit::Megabits },
    Column { id: "fibre-way", unit: Unit::Kilometres },
    Column { id: "fibre-alone", unit: Unit::Tenge },
    Column { id: "fibre-alone-resident", unit: Unit::Tenge },
];

/// A village without fast internet.
struct Short {
    place: u32,
    at: Position,
    people: f64,
    internet: Option<f64>,
}

fn run(setting: &Setting) -> Outcome {
    let Setting { region, assumptions, .. } = setting;
    let mut outcome = Outcome::default();
    // Where nobody knows of any internet, nobody knows who has none.
    if region.places.features.iter().all(|place| place.internet.value.is_none()) {
        return outcome;
    }
    let (short, Some(source)) = (short(region, assumptions.get(&GOOD_INTERNET)), source(region)) else { return outcome };
    if let Source::Hub(place) = source {
        let name = region.places.features.get(place as usize).map(|place| region.strings.get(place.name.local).to_owned());
        outcome.notes.push(Diagnostic::note("fibre-hub-assumed").with("name", name.unwrap_or_default()));
    }
    let net = Net::new(region, source, &short.iter().map(|village| village.at).collect::<Vec<_>>());
    let found = tree(net.nodes, &net.edges, &net.places);
    tell(&short, &found, assumptions, &mut outcome);
    outcome
}

/// Villages whose internet is slower than what counts as fast, or not known.
fn short(region: &Region, fast: f64) -> Vec<Short> {
    let villages = (0..).zip(region.places.iter()).filter(|(_, (place, _))| matches!(place.kind, PlaceKind::Village | PlaceKind::Hamlet));
    let all = villages.map(|(number, (place, shape))| Short {
        place: number,
        at: shape.anchor(),
        people: f64::from(place.population.value.unwrap_or(0)),
        internet: place.internet.value.map(f64::from),
    });
    all.filter(|village| village.internet.is_none_or(|internet| internet < fast)).collect()
}

fn kilometres(length: u64) -> f64 {
    length as f64 / UNIT / 1_000.0
}

fn tell(short: &[Short], found: &Tree, assumptions: &Assumptions, outcome: &mut Outcome) {
    let (a_kilometre, last_mile) = (assumptions.get(&FIBRE_KILOMETRE), assumptions.get(&LAST_MILE));
    // The first place is the source.
    let ways: Vec<(&Short, Option<u64>)> = short.iter().zip(found.alone.iter().skip(1).copied()).collect();
    let apart = ways.iter().filter(|(_, way)| way.is_none()).count();
    if apart > 0 {
        outcome.notes.push(Diagnostic::warning("fibre-villages-apart").with("count", apart).with("villages", ways.len()));
    }
    let people: f64 = ways.iter().filter(|(_, way)| way.is_some()).map(|(village, _)| village.people).sum();
    let homes = |people: f64| people / HOUSEHOLD * last_mile;
    let cost = |length: u64, people: f64| kilometres(length) * a_kilometre + homes(people);
    let whole = cost(found.length, people);
    outcome.set("fibre-kilometres", kilometres(found.length));
    outcome.set("fibre-cost", whole);
    outcome.set("fibre-cost-least", cost(found.least, people));
    outcome.set("fibre-per-covered", (people > 0.0).then(|| whole / people));
    let row = |(village, way): &(&Short, Option<u64>)| {
        let alone = way.map(|way| cost(way, village.people));
        let has_people = village.people > 0.0;
        let cells = vec![
            Cell::number(has_people.then_some(village.people)),
            Cell::number(village.internet),
            Cell::number(way.map(kilometres)),
            Cell::number(alone),
            Cell::number(alone.filter(|_| has_people).map(|alone| alone / village.people)),
        ];
        (village.place, cells)
    };
    outcome.tables.push(Table { id: "fibre", layer: Place::LAYER, columns: COLUMNS, rows: ways.iter().map(row).collect() });
}
