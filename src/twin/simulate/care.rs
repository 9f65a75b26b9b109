//! Doctors within reach: how many visits there are for each resident when all who can drive there share them, and who finds no appointment.

use super::access::catchment::two_step;
use super::access::decay::Decay;
use super::assumption::AssumptionSpec;
use super::capacity::load::{LoadClass, Rule, loads};
use super::capacity::transport::Unmet;
use super::homes::OFF_ROAD;
use super::outcome::{Field, Outcome, percent};
use super::{Setting, Simulation};
use crate::twin::catalog::resource::Unit;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::amenity::{Amenity, AmenityKind};
use crate::twin::model::building::Building;
use crate::twin::model::feature::Feature;
use crate::twin::model::origin::Origin;
use crate::twin::model::space::Position;

/// As far as the outermost of the bands by which ways count [s].
const FARTHEST: f64 = 1_800.0;

/// Visits a day that a thousand residents ask for.
pub static NEEDED: AssumptionSpec = AssumptionSpec {
    id: "care-needed",
    unit: Unit::PerDay,
    value: 36.0,
    least: 1.0,
    most: 500.0,
    origin: Origin::Assumed,
    source: "nine-visits",
};
/// Visits a day of an institution that nobody has figures of.
pub static UNKNOWN_VISITS: AssumptionSpec = AssumptionSpec {
    id: "care-visits-unknown",
    unit: Unit::PerDay,
    value: 60.0,
    least: 1.0,
    most: 5_000.0,
    origin: Origin::Assumed,
    source: "own-estimate",
};

/// The model.
pub static SIMULATION: Simulation = Simulation {
    id: "care",
    assumptions: &[&[&NEEDED, &UNKNOWN_VISITS]],
    rests_on: &["highways", "buildings", "places", "amenities"],
    run,
};

fn run(setting: &Setting) -> Outcome {
    let Setting { region, assumptions, shared, .. } = setting;
    let mut outcome = Outcome::default();
    let clinics: Vec<(&Amenity, Position)> =
        region.amenities.iter().filter(|(amenity, _)| is_care(amenity.kind)).map(|(amenity, shape)| (amenity, shape.anchor())).collect();
    let zones = &shared.pupils.all;
    if clinics.is_empty() || zones.is_empty() {
        outcome.notes.push(Diagnostic::note("care-nothing-known"));
        return outcome;
    }
    let unknown = assumptions.get(&UNKNOWN_VISITS);
    let visits: Vec<f64> = clinics.iter().map(|(clinic, _)| clinic.capacity.value.map_or(unknown, f64::from)).collect();
    let people: Vec<f64> = zones.iter().map(|zone| zone.residents).collect();
    let router = &shared.drive.value;
    let anchors = |places: &[Position]| router.anchors(region, places, OFF_ROAD).value;
    let places: Vec<Position> = clinics.iter().map(|(_, at)| *at).collect();
    let reach = router.reach(&anchors(&shared.pupils.places()), &anchors(&places), FARTHEST);
    let access = two_step(&reach, &people, &visits, &Decay::ten_minute_bands());
    // Visits a day for a thousand residents.
    let supply: Vec<f64> = access.value.access.iter().map(|each| each * 1_000.0).collect();
    let needed = assumptions.get(&NEEDED);
    let enough: f64 = people.iter().zip(&supply).filter(|(_, supply)| **supply >= needed).map(|(people, _)| people).sum();
    let patients: Vec<f64> = people.iter().map(|people| people * needed / 1_000.0).collect();
    let best = loads(&reach, &patients, &visits, Rule::LeastCost { shifts: 1, unmet: Unmet::Avoided }, f64::INFINITY);
    let nearest = loads(&reach, &patients, &visits, Rule::Nearest, f64::INFINITY);
    let full = |class: LoadClass| matches!(class, LoadClass::Overloaded | LoadClass::Critical);
    outcome.set("care-share", percent(enough, people.iter().sum()));
    outcome.set("care-unmet", best.value.assignment.unmet.iter().sum::<u64>() as f64);
    outcome.set("care-overloaded", nearest.value.institutions.iter().filter(|load| full(load.class)).count() as f64);
    let zone_of = |at: [f64; 2]| shared.pupils.zone_of(at).and_then(|zone| supply.get(zone as usize));
    let values = shared.homes.all.iter().filter_map(|home| Some((home.building, *zone_of(home.at.metres())? as f32))).collect();
    outcome.fields.push(Field { id: "care", unit: Unit::PerDay, layer: Building::LAYER, values, beyond: 0.0 });
    outcome.notes.extend(access.notes);
    // Who finds no appointment is a metric of its own.
    outcome.notes.extend(best.notes.into_iter().filter(|note| note.code != "capacity-people-without-place"));
    outcome
}

fn is_care(kind: AmenityKind) -> bool {
    matches!(kind, AmenityKind::Hospital | AmenityKind::Polyclinic | AmenityKind::Clinic | AmenityKind::MedicalPoint)
}
