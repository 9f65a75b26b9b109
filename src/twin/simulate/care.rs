//! Doctors within reach: how many visits there are for each resident when all who can drive there share them, by three methods of floating
//! catchments, and who finds no appointment.

use super::access::catchment::{three_step, two_step};
use super::access::decay::Decay;
use super::assumption::AssumptionSpec;
use super::capacity::load::{LoadClass, Rule, loads};
use super::capacity::transport::Unmet;
use super::homes::OFF_ROAD;
use super::outcome::{Field, Outcome, percent};
use super::{Setting, Simulation};
use crate::twin::catalog::resource::Unit;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::amenity::{Amenity, AmenityKind};
use crate::twin::model::building::Building;
use crate::twin::model::feature::Feature;
use crate::twin::model::space::Position;

/// As far as the outermost of the bands by which ways count [s].
const FARTHEST: f64 = 1_800.0;

/// Visits a day that a thousand residents ask for.
pub static NEEDED: AssumptionSpec = AssumptionSpec::assumed("care-needed", Unit::PerDay, 36.0, 1.0, 500.0, "nine-visits");
/// Visits a day of an institution that nobody has figures of.
pub static UNKNOWN_VISITS: AssumptionSpec =
    AssumptionSpec::assumed("care-visits-unknown", Unit::PerDay, 60.0, 1.0, 5_000.0, "own-estimate");
/// Drive within which clinics count by 2SFCA, near and far alike [min].
pub static CATCHMENT: AssumptionSpec = AssumptionSpec::assumed("care-catchment", Unit::Minutes, 30.0, 5.0, 120.0, "luo-wang-2003");

/// The model.
pub static SIMULATION: Simulation = Simulation {
    id: "care",
    assumptions: &[&[&NEEDED, &UNKNOWN_VISITS, &CATCHMENT]],
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
    let (starts, ends) = (anchors(&shared.pupils.places()), anchors(&places));
    let reach = router.reach(&starts, &ends, FARTHEST);
    let (bands, catchment) = (Decay::ten_minute_bands(), 60.0 * assumptions.get(&CATCHMENT));
    // Beyond the bands clinics count by 2SFCA alone.
    let wider = (catchment > FARTHEST).then(|| router.reach(&starts, &ends, catchment));
    let Report { value: banded, notes } = two_step(&reach, &people, &visits, &bands);
    let alike = two_step(wider.as_ref().unwrap_or(&reach), &people, &visits, &Decay::Within(catchment)).value;
    let chosen = three_step(&reach, &people, &visits, &bands, &bands).value;
    for (field, metric, found) in
        [("care", "care-share", banded), ("care-2sfca", "care-share-2sfca", alike), ("care-3sfca", "care-share-3sfca", chosen)]
    {
        tell(field, metric, &found.access, &people, setting, &mut outcome);
    }
    let needed = assumptions.get(&NEEDED);
    let patients: Vec<f64> = people.iter().map(|people| people * needed / 1_000.0).collect();
    let best = loads(&reach, &patients, &visits, Rule::LeastCost { shifts: 1, unmet: Unmet::Avoided }, f64::INFINITY);
    let nearest = loads(&reach, &patients, &visits, Rule::Nearest, f64::INFINITY);
    let full = |class: LoadClass| matches!(class, LoadClass::Overloaded | LoadClass::Critical);
    outcome.set("care-unmet", best.value.assignment.unmet.iter().sum::<u64>() as f64);
    outcome.set("care-overloaded", nearest.value.institutions.iter().filter(|load| full(load.class)).count() as f64);
    // What is noticed by E2SFCA goes for 3SFCA too, and for 2SFCA with its usual drive.
    outcome.notes.extend(notes);
    // Who finds no appointment is a metric of its own.
    outcome.notes.extend(best.notes.into_iter().filter(|note| note.code != "capacity-people-without-place"));
    outcome
}

/// What a method finds: visits a day for a thousand residents at each home, and the share of residents who have enough of them.
fn tell(field: &'static str, metric: &'static str, access: &[f64], people: &[f64], setting: &Setting, outcome: &mut Outcome) {
    let Setting { assumptions, shared, .. } = setting;
    let supply: Vec<f64> = access.iter().map(|each| each * 1_000.0).collect();
    let needed = assumptions.get(&NEEDED);
    let enough = people.iter().zip(&supply).filter(|(_, supply)| **supply >= needed).map(|(people, _)| people);
    outcome.set(metric, percent(enough.sum(), people.iter().sum()));
    let zone_of = |at: [f64; 2]| shared.pupils.zone_of(at).and_then(|zone| supply.get(zone as usize));
    let values = shared.homes.all().iter().filter_map(|home| Some((home.building, *zone_of(home.at.metres())? as f32))).collect();
    outcome.fields.push(Field { id: field, unit: Unit::PerDay, layer: Building::LAYER, values, beyond: 0.0 });
}

fn is_care(kind: AmenityKind) -> bool {
    matches!(kind, AmenityKind::Hospital | AmenityKind::Polyclinic | AmenityKind::Clinic | AmenityKind::MedicalPoint)
}
