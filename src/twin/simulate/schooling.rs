//! Schools: who goes where, how full each is, how many shifts it works, how far the way is, and who finds no place.

use super::assumption::AssumptionSpec;
use super::capacity::load::{LoadClass, Loads, Rule, loads};
use super::capacity::transport::Unmet;
use super::outcome::{Field, Outcome, percent};
use super::routing::reach::Reach;
use super::{Setting, Simulation};
use crate::twin::catalog::resource::Unit;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::amenity::{Amenity, AmenityKind};
use crate::twin::model::feature::Feature;
use crate::twin::model::space::Position;

/// How far a home or a school may lie from the nearest street [m].
const OFF_STREET: f64 = 1_500.0;

/// Places in a shift of a school that nobody has figures of.
pub static UNKNOWN_PLACES: AssumptionSpec =
    AssumptionSpec::assumed("school-places-unknown", Unit::Places, 300.0, 10.0, 3_000.0, "own-estimate");
/// Shifts that a school may work.
pub static SHIFTS: AssumptionSpec = AssumptionSpec::assumed("school-shifts", Unit::Count, 2.0, 1.0, 3.0, "no-third-shift");
/// Way to school from which a bus is due.
pub static BUS_FROM: AssumptionSpec = AssumptionSpec::assumed("school-bus-from", Unit::Metres, 3_000.0, 500.0, 20_000.0, "arna-news");
/// Way to school beyond which no pupil is sent.
pub static FARTHEST: AssumptionSpec =
    AssumptionSpec::assumed("school-farthest", Unit::Metres, 30_000.0, 1_000.0, 100_000.0, "own-estimate");

/// The model.
pub static SIMULATION: Simulation = Simulation {
    id: "schooling",
    assumptions: &[&[&UNKNOWN_PLACES, &SHIFTS, &BUS_FROM, &FARTHEST]],
    rests_on: &["highways", "buildings", "places", "amenities"],
    run,
};

fn run(setting: &Setting) -> Outcome {
    let Setting { region, survey, assumptions, shared } = setting;
    let mut outcome = Outcome::default();
    let schools: Vec<(u32, &Amenity, Position)> = (0..)
        .zip(region.amenities.iter())
        .filter(|(_, (amenity, _))| amenity.kind == AmenityKind::School)
        .map(|(index, (amenity, shape))| (index, amenity, shape.anchor()))
        .collect();
    let zones: Vec<_> = shared.pupils.all.iter().filter(|zone| zone.residents > 0.0).collect();
    if schools.is_empty() || zones.is_empty() {
        outcome.notes.push(Diagnostic::note("schooling-nothing-known"));
        return outcome;
    }
    let pupils: Vec<f64> = zones.iter().map(|zone| zone.residents * survey.pupils().value / 1_000.0).collect();
    let unknown = assumptions.get(&UNKNOWN_PLACES);
    let places: Vec<f64> = schools.iter().map(|(_, school, _)| school.capacity.value.map_or(unknown, f64::from)).collect();
    let reach = ways(setting, &zones.iter().map(|zone| zone.at).collect::<Vec<_>>(), &schools, &mut outcome);
    let bus_from = assumptions.get(&BUS_FROM);
    let shifts = assumptions.get(&SHIFTS).round() as u32;
    let nearest = loads(&reach, &pupils, &places, Rule::Nearest, bus_from);
    let best = loads(&reach, &pupils, &places, Rule::LeastCost { shifts, unmet: Unmet::Avoided }, bus_from);
    tell(&nearest.value, &best.value, &pupils, &places, &mut outcome);
    let load = |((index, ..), load): (&(u32, &Amenity, Position), &super::capacity::load::Load)| {
        (*index, (100.0 * load.people as f64 / load.places.max(1) as f64) as f32)
    };
    let values = schools.iter().zip(&best.value.institutions).map(load).collect();
    outcome.fields.push(Field { id: "school-load", unit: Unit::Percent, layer: Amenity::LAYER, values, beyond: 0.0 });
    outcome.notes.extend(best.notes);
    outcome
}

/// Metres along the streets from homes to schools.
fn ways(setting: &Setting, homes: &[Position], schools: &[(u32, &Amenity, Position)], outcome: &mut Outcome) -> Reach {
    let router = &setting.shared.foot.value;
    let starts = router.anchors(setting.region, homes, OFF_STREET);
    let places: Vec<Position> = schools.iter().map(|(_, _, at)| *at).collect();
    let ends = router.anchors(setting.region, &places, OFF_STREET);
    outcome.notes.extend(starts.notes.into_iter().chain(ends.notes));
    router.reach(&starts.value, &ends.value, setting.assumptions.get(&FARTHEST))
}

fn tell(nearest: &Loads, best: &Loads, pupils: &[f64], places: &[f64], outcome: &mut Outcome) {
    let all: f64 = pupils.iter().sum();
    let without: u64 = best.assignment.unmet.iter().sum();
    let full = |class: LoadClass| matches!(class, LoadClass::Overloaded | LoadClass::Critical);
    outcome.set("school-load", percent(all, places.iter().sum()));
    outcome.set("school-third-shift", nearest.institutions.iter().filter(|load| load.is_failure()).count() as f64);
    outcome.set("school-overloaded", best.institutions.iter().filter(|load| full(load.class)).count() as f64);
    outcome.set("pupils-without-place", without as f64);
    // Where no pupil gets to any school there is no way, not one of no length.
    let placed: u64 = best.assignment.load.iter().sum();
    outcome.set("school-way", (placed > 0).then_some(best.mean));
    outcome.set("pupils-by-bus", best.bus as f64);
}
