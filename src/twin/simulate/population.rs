//! Who lives where: residents of dwellings, floors, green ground and work places.

use super::assumption::{AssumptionSpec, Assumptions};
use super::outcome::{Field, Outcome};
use super::{Setting, Simulation};
use crate::twin::catalog::resource::Unit;
use crate::twin::model::building::{Building, BuildingUse, Part};
use crate::twin::model::cover::CoverKind;
use crate::twin::model::feature::Feature;
use crate::twin::model::origin::Origin;
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;

/// Square metres of floor for one work place, over all branches.
pub static FLOOR_PER_JOB: AssumptionSpec = AssumptionSpec {
    id: "floor-per-job",
    unit: Unit::SquareMetres,
    value: 45.0,
    least: 10.0,
    most: 400.0,
    origin: Origin::Assumed,
    source: "own-estimate",
};

/// The model.
pub static SIMULATION: Simulation =
    Simulation { id: "population", assumptions: &[&[&FLOOR_PER_JOB]], rests_on: &["buildings", "places", "landcover"], run };

fn run(setting: &Setting) -> Outcome {
    let Setting { region, survey, assumptions, .. } = setting;
    let mut outcome = Outcome::default();
    let homes: Vec<(u32, f32)> = survey.all_homes().map(|home| (home.building, home.residents)).collect();
    // Settlements without a known dwelling still have their people.
    let residents = survey.residents();
    let housed: f64 = homes.iter().map(|(_, residents)| f64::from(*residents)).sum();
    let lived_in: f64 = homes.iter().map(|(building, _)| floor(region, *building as usize)).sum();
    let work_places: f64 = work_places(region, assumptions).iter().map(|(_, places)| places).sum();
    let green = region.cover.iter().filter(|(cover, _)| is_green(cover.kind)).map(|(_, shape)| shape.area()).sum::<f64>();
    outcome.set("residents", (residents > 0.0).then_some(residents));
    outcome.set("floor-per-resident", (housed > 0.0).then(|| lived_in / housed));
    outcome.set("work-places", work_places);
    outcome.set("green-per-resident", (residents > 0.0).then(|| green / residents));
    outcome.fields.push(Field { id: "residents", unit: Unit::People, layer: Building::LAYER, values: homes, beyond: 0.0 });
    outcome
}

/// Where people work, and how many: floors of buildings that are not lived in.
pub fn work_places(region: &Region, assumptions: &Assumptions) -> Vec<(Position, f64)> {
    let per_job = assumptions.get(&FLOOR_PER_JOB);
    let of = |index: usize| (region.buildings.shapes.get(index).anchor(), floor(region, index) / per_job);
    works(&region.buildings.features).map(of).collect()
}

/// Floor of all storeys of a building [m²].
fn floor(region: &Region, index: usize) -> f64 {
    region.buildings.shapes.get(index).area() * f64::from(region.buildings.features[index].levels.value.max(1))
}

/// Buildings that people work in, by their numbers.
fn works(buildings: &[Building]) -> impl Iterator<Item = usize> {
    use BuildingUse::{Education, Health, Industrial, Lodging, Office, Public, Retail, Sport, Storage, Transport};
    let uses = [Education, Health, Industrial, Lodging, Office, Public, Retail, Sport, Storage, Transport];
    let is_work = move |building: &Building| building.part != Part::Outline && uses.contains(&building.usage.value);
    buildings.iter().enumerate().filter(move |(_, building)| is_work(building)).map(|(index, _)| index)
}

/// Green ground that everybody may use.
fn is_green(kind: CoverKind) -> bool {
    matches!(kind, CoverKind::Park | CoverKind::Garden)
}
