//! What people can walk to: residents who have school, clinic, shop, stop and the like within the norm's reach, along the streets.

use super::assumption::AssumptionSpec;
use super::homes::OFF_STREET;
use super::outcome::{Field, Outcome, percent};
use super::{Setting, Simulation};
use crate::twin::catalog::resource::Unit;
use crate::twin::catalog::survey::Home;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::amenity::AmenityKind::{self, *};
use crate::twin::model::building::Building;
use crate::twin::model::cover::CoverKind;
use crate::twin::model::feature::Feature;
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;

/// How far a walk is looked for [m].
const FARTHEST: f64 = 5_000.0;

/// Something that people walk to.
#[derive(Clone, Copy)]
pub struct Service {
    /// The metric that tells who can.
    pub metric: &'static str,
    /// How far is near enough.
    pub norm: &'static AssumptionSpec,
    /// Where it is.
    pub places: fn(&Region) -> Vec<Position>,
}

const fn walk(id: &'static str, metres: f64, source: &'static str) -> AssumptionSpec {
    AssumptionSpec::assumed(id, Unit::Metres, metres, 50.0, 20_000.0, source)
}

/// Walk to school.
pub static SCHOOL: AssumptionSpec = walk("walk-school", 500.0, "norm-906507363");
/// Walk to kindergarten.
pub static KINDERGARTEN: AssumptionSpec = walk("walk-kindergarten", 300.0, "norm-906507363");
/// Walk to a doctor.
pub static CLINIC: AssumptionSpec = walk("walk-clinic", 1_000.0, "norm-906507363");
/// Walk to a pharmacy.
pub static PHARMACY: AssumptionSpec = walk("walk-pharmacy", 500.0, "norm-430664441");
/// Walk to a shop.
pub static SHOP: AssumptionSpec = walk("walk-shop", 500.0, "norm-430664441");
/// Walk to a stop.
pub static STOP: AssumptionSpec = walk("walk-stop", 500.0, "norm-444707724");
/// Walk to a park.
pub static PARK: AssumptionSpec = walk("walk-park", 1_000.0, "own-estimate");
/// Walk to an IT hub.
pub static HUB: AssumptionSpec = walk("walk-hub", 2_000.0, "own-estimate");

/// Everything that people walk to.
pub const SERVICES: [Service; 8] = [
    Service { metric: "reach-school", norm: &SCHOOL, places: |region| of(region, &[School]) },
    Service { metric: "reach-kindergarten", norm: &KINDERGARTEN, places: |region| of(region, &[Kindergarten]) },
    Service { metric: "reach-clinic", norm: &CLINIC, places: |region| of(region, &[Polyclinic, Clinic, MedicalPoint, Hospital]) },
    Service { metric: "reach-pharmacy", norm: &PHARMACY, places: |region| of(region, &[Pharmacy]) },
    Service { metric: "reach-shop", norm: &SHOP, places: |region| of(region, &[Shop, Supermarket, Mall, Market]) },
    Service { metric: "reach-stop", norm: &STOP, places: |region| region.stops.iter().map(|(_, shape)| shape.anchor()).collect() },
    Service { metric: "reach-park", norm: &PARK, places: parks },
    Service { metric: "reach-hub", norm: &HUB, places: |region| of(region, &[ItHub]) },
];

/// The model.
pub static SIMULATION: Simulation = Simulation {
    id: "services",
    assumptions: &[&[&SCHOOL, &KINDERGARTEN, &CLINIC, &PHARMACY, &SHOP, &STOP, &PARK, &HUB]],
    rests_on: &["highways", "buildings", "places", "amenities", "stops", "landcover"],
    run,
};

fn run(setting: &Setting) -> Outcome {
    let Setting { region, assumptions, shared, .. } = setting;
    let Report { value: router, notes } = &*shared.foot;
    let mut outcome = Outcome { notes: notes.clone(), ..Outcome::default() };
    let homes = &shared.homes;
    if homes.off_street() > 0 {
        let note = Diagnostic::warning("places-without-street").with("count", homes.off_street()).with("all", homes.all().len());
        outcome.notes.push(note.with("metres", OFF_STREET));
    }
    let residents = homes.residents();
    for service in SERVICES {
        let norm = assumptions.get(service.norm);
        let ends = router.anchors(region, &(service.places)(region), OFF_STREET).value;
        let farthest = norm.max(FARTHEST);
        let nearest = router.nearest_of(&homes.on_foot, &ends, farthest);
        let within = |found: &Option<(u32, f64)>| found.is_some_and(|(_, metres)| metres <= norm);
        let served: f64 =
            homes.all().iter().zip(&nearest).filter(|(_, found)| within(found)).map(|(home, _)| f64::from(home.residents)).sum();
        // Where nobody knows of any, nobody knows who has none.
        outcome.set(service.metric, percent(served, residents).filter(|_| !ends.is_empty()));
        let value = |(home, found): (&Home, &Option<(u32, f64)>)| Some((home.building, found.as_ref()?.1 as f32));
        let values = homes.all().iter().zip(&nearest).filter_map(value).collect();
        outcome.fields.push(Field { id: service.metric, unit: Unit::Metres, layer: Building::LAYER, values, beyond: farthest as f32 });
    }
    outcome
}

/// Where institutions of some kinds stand.
pub fn of(region: &Region, kinds: &[AmenityKind]) -> Vec<Position> {
    region.amenities.iter().filter(|(amenity, _)| kinds.contains(&amenity.kind)).map(|(_, shape)| shape.anchor()).collect()
}

/// Parks: the corners of their edges, so that a large one is near from all sides.
fn parks(region: &Region) -> Vec<Position> {
    let covers = region.cover.iter().filter(|(cover, _)| matches!(cover.kind, CoverKind::Park | CoverKind::Garden));
    let edges = covers.flat_map(|(_, shape)| shape.first().iter().step_by(4).copied().collect::<Vec<_>>());
    edges.chain(of(region, &[Park])).collect()
}
