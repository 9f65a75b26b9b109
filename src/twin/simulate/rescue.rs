//! Who gets help in time: residents whom an ambulance or a fire engine reaches within minutes, along the streets.

use super::assumption::AssumptionSpec;
use super::homes::OFF_ROAD;
use super::outcome::{Field, Outcome, percent};
use super::services::of;
use super::{Setting, Simulation};
use crate::twin::catalog::resource::Unit;
use crate::twin::diagnostic::Report;
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::building::Building;
use crate::twin::model::feature::Feature;
use crate::twin::model::origin::Origin;

/// How long ways are looked for [min].
const LONGEST: f64 = 90.0;

const fn within(id: &'static str, minutes: f64) -> AssumptionSpec {
    AssumptionSpec { id, unit: Unit::Minutes, value: minutes, least: 1.0, most: 90.0, origin: Origin::Assumed, source: "own-estimate" }
}

/// How soon an ambulance should be there.
pub static AMBULANCE: AssumptionSpec = within("ambulance-minutes", 15.0);
/// How soon a fire engine should be there.
pub static FIRE: AssumptionSpec = within("fire-minutes", 10.0);

/// Help, what tells who gets it in time, and where it comes from.
pub type Help = (&'static str, &'static AssumptionSpec, &'static [AmenityKind]);

/// All help that comes by car.
pub const HELP: [Help; 2] = [
    ("ambulance-share", &AMBULANCE, &[AmenityKind::AmbulanceStation, AmenityKind::Hospital]),
    ("fire-share", &FIRE, &[AmenityKind::FireStation]),
];

/// The model.
pub static SIMULATION: Simulation =
    Simulation { id: "rescue", assumptions: &[&[&AMBULANCE, &FIRE]], rests_on: &["highways", "buildings", "places", "amenities"], run };

fn run(setting: &Setting) -> Outcome {
    let Setting { region, assumptions, shared, .. } = setting;
    let Report { value: router, notes } = &*shared.drive;
    let mut outcome = Outcome { notes: notes.clone(), ..Outcome::default() };
    let homes = &shared.homes;
    let residents = homes.residents();
    for (metric, norm, kinds) in HELP {
        let stations = of(region, kinds);
        let ends = router.anchors(region, &stations, OFF_ROAD).value;
        // The way there is taken to be as long as the way back.
        let found = router.nearest_of(&homes.by_car, &ends, LONGEST * 60.0);
        let minutes: Vec<Option<f64>> = found.into_iter().map(|found| Some(found?.1 / 60.0)).collect();
        let in_time = |minutes: &Option<f64>| minutes.is_some_and(|minutes| minutes <= assumptions.get(norm));
        let helped: f64 =
            homes.all().iter().zip(&minutes).filter(|(_, found)| in_time(found)).map(|(home, _)| f64::from(home.residents)).sum();
        // Where nobody knows of any station, nobody knows who is without help.
        outcome.set(metric, percent(helped, residents).filter(|_| !stations.is_empty()));
        let values = homes
            .all()
            .iter()
            .zip(&minutes)
            .filter_map(|(home, minutes)| Some((home.building, minutes.as_ref().copied()? as f32)))
            .collect();
        outcome.fields.push(Field { id: metric, unit: Unit::Minutes, layer: Building::LAYER, values, beyond: LONGEST as f32 });
    }
    outcome
}
