//! The digital village: which settlements have internet, telemedicine and public services in reach.

use super::assumption::AssumptionSpec;
use super::outcome::{Outcome, percent};
use super::{Setting, Simulation};
use crate::twin::catalog::resource::Unit;
use crate::twin::catalog::survey::Settlement;
use crate::twin::model::amenity::{Amenity, AmenityKind};
use crate::twin::model::origin::Origin;
use crate::twin::model::place::PlaceKind;
use crate::twin::model::region::Region;

/// Internet that a settlement must have to count as connected.
pub static GOOD_INTERNET: AssumptionSpec = AssumptionSpec {
    id: "good-internet",
    unit: Unit::Megabits,
    value: 100.0,
    least: 1.0,
    most: 10_000.0,
    origin: Origin::Assumed,
    source: "fast-access",
};
/// Internet that a video consultation takes at the institution.
pub static VIDEO_CALL: AssumptionSpec = AssumptionSpec {
    id: "video-call",
    unit: Unit::Megabits,
    value: 4.0,
    least: 0.5,
    most: 100.0,
    origin: Origin::Assumed,
    source: "own-estimate",
};

/// The model.
pub static SIMULATION: Simulation =
    Simulation { id: "digital", assumptions: &[&[&GOOD_INTERNET, &VIDEO_CALL]], rests_on: &["buildings", "places", "amenities"], run };

fn run(setting: &Setting) -> Outcome {
    let Setting { region, survey, assumptions, .. } = setting;
    let (good, video) = (assumptions.get(&GOOD_INTERNET), assumptions.get(&VIDEO_CALL));
    let settlements = survey.settlements();
    let internet = |settlement: &Settlement| settlement.internet.map(f64::from);
    let people = |wanted: &dyn Fn(&Settlement) -> bool| -> f64 {
        settlements.iter().filter(|settlement| wanted(settlement)).map(|settlement| settlement.population).sum()
    };
    let villages = || settlements.iter().filter(|settlement| matches!(settlement.kind, PlaceKind::Village | PlaceKind::Hamlet));
    let has_telemedicine = |settlement: &Settlement| {
        let carries = |amenity: &Amenity| amenity.internet.value.map(f64::from).or(internet(settlement)).is_some_and(|rate| rate >= video);
        amenities(region, settlement).any(|amenity| is_medical(amenity.kind) && carries(amenity))
    };
    let is_served = |settlement: &Settlement| amenities(region, settlement).any(|amenity| amenity.kind == AmenityKind::Administration);
    let known = settlements.iter().any(|settlement| settlement.internet.is_some());
    let mut outcome = Outcome::default();
    // Where nobody knows of any internet, "none" is not the answer.
    let mut medical = region.amenities.features.iter().filter(|amenity| is_medical(amenity.kind));
    let is_told = known || medical.any(|amenity| amenity.internet.value.is_some());
    let count = villages().filter(|settlement| has_telemedicine(settlement)).count() as f64;
    outcome.set("villages-telemedicine", is_told.then_some(count));
    outcome.set(
        "internet-share",
        percent(people(&|settlement| internet(settlement).is_some_and(|rate| rate >= good)), people(&|_| true)).filter(|_| known),
    );
    outcome.set("services-share", percent(people(&is_served), people(&|_| true)));
    outcome
}

/// The institutions of a settlement.
fn amenities<'a>(region: &'a Region, settlement: &'a Settlement) -> impl Iterator<Item = &'a Amenity> {
    settlement.amenities.iter().map(|index| &region.amenities.features[*index as usize])
}

fn is_medical(kind: AmenityKind) -> bool {
    matches!(kind, AmenityKind::Hospital | AmenityKind::Polyclinic | AmenityKind::Clinic | AmenityKind::MedicalPoint)
}
