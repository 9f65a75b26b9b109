//! Whom the flood of the river reaches: houses and the people in them, roads, masts, ground. The water is run once; houses are counted anew.

use super::assumed::{ALL, Assumed, CUT, HIT};
use super::known::Inundation;
use crate::twin::catalog::resource::Unit;
use crate::twin::diagnostic::Severity;
use crate::twin::model::building::Building;
use crate::twin::model::feature::Feature;
use crate::twin::model::plane::Position;
use crate::twin::model::region::Region;
use crate::twin::simulate::outcome::{Field, Outcome};
use crate::twin::simulate::{Setting, Simulation};

/// How far apart roads are asked whether they lie under water [m].
const STRIDE: f64 = 25.0;
/// What is shallower is not drawn [m].
const SHOWN: f32 = 0.01;
/// More than half of a cell dug by this share of the bed is the river itself, and not flooded.
const RIVER: f32 = 0.5;

/// The model. Houses stand in no water's way: only levees do, and the ground.
pub static SIMULATION: Simulation =
    Simulation { id: "flood", assumptions: &[ALL], rests_on: &["buildings", "highways", "water", "places", "masts", "levees"], run };

fn run(setting: &Setting) -> Outcome {
    let mut outcome = Outcome::default();
    let assumed = Assumed::of(setting.assumptions);
    let found = setting.shared.flood(setting.region, &assumed);
    let inundation = match found {
        Ok(inundation) => inundation,
        Err(diagnostic) => {
            // A region without heights or rivers has no flood: that is no complaint.
            outcome.notes.extend((diagnostic.severity > Severity::Note).then_some(diagnostic));
            for metric in ["flood-houses", "flood-people", "flood-roads", "flood-masts", "flood-area"] {
                outcome.set(metric, None);
            }
            return outcome;
        }
    };
    outcome.notes.extend(inundation.flood.notes.iter().cloned());
    let hit = setting.assumptions.get(&HIT) as f32;
    let is_hit = |at: Position| inundation.depth(at.metres()).is_some_and(|depth| depth >= hit);
    let homes = || setting.shared.homes.all().iter().filter(|home| is_hit(home.at));
    outcome.set("flood-houses", homes().count() as f64);
    outcome.set("flood-people", homes().map(|home| f64::from(home.residents)).sum::<f64>());
    outcome.set("flood-roads", roads(setting.region, &inundation, setting.assumptions.get(&CUT) as f32));
    outcome.set("flood-masts", setting.region.masts.iter().filter(|(_, shape)| is_hit(shape.anchor())).count() as f64);
    outcome.set("flood-area", area(&inundation, assumed.bed as f32, hit));
    outcome.fields.extend(fields(setting.region, &inundation));
    outcome
}

/// Roads under water deeper than so much [km]. Bridges stand above it.
fn roads(region: &Region, inundation: &Inundation, cut: f32) -> f64 {
    let driven = region.streets.iter().filter(|(street, _)| street.class.is_drivable() && !street.bridge && !street.tunnel);
    let under = |pair: &[Position]| {
        let length = pair[0].distance(pair[1]);
        let parts = (length / STRIDE).ceil().clamp(1.0, 1e5);
        let at = |part: usize| {
            let share = (part as f64 + 0.5) / parts;
            let (a, b) = (pair[0].metres(), pair[1].metres());
            [0, 1].map(|axis| a[axis] + (b[axis] - a[axis]) * share)
        };
        // Whoever is far from the valley is asked at both ends alone.
        let is_near = pair.iter().any(|point| inundation.cells.index(point.metres()).is_some());
        let wet = |part: &usize| inundation.depth(at(*part)).is_some_and(|depth| depth >= cut);
        if is_near { (0..parts as usize).filter(wet).count() as f64 * length / parts } else { 0.0 }
    };
    driven.flat_map(|(_, shape)| shape.parts()).flat_map(|line| line.windows(2)).map(under).sum::<f64>() / 1_000.0
}

/// Ground under water deeper than so much [km²], without the river's own bed.
fn area(inundation: &Inundation, bed: f32, hit: f32) -> f64 {
    let is_river = |dug: f32| bed > 0.0 && dug > RIVER * bed;
    let wet = inundation.flood.deepest.iter().zip(&inundation.dug).filter(|(depth, dug)| **depth - **dug >= hit && !is_river(**dug));
    wet.count() as f64 * inundation.cells.side * inundation.cells.side / 1e6
}

/// How deep buildings stand in the water, when it came, and how dangerous it was.
fn fields(region: &Region, inundation: &Inundation) -> Vec<Field> {
    let (mut depths, mut hours, mut hazards) = (Vec::new(), Vec::new(), Vec::new());
    for (number, (_, shape)) in region.buildings.iter().enumerate() {
        let at = shape.anchor().metres();
        let Some(depth) = inundation.depth(at).filter(|depth| *depth >= SHOWN) else { continue };
        let Some((arrival, hazard)) = inundation.came(at) else { continue };
        let number = number as u32;
        depths.push((number, depth));
        hazards.push((number, hazard));
        hours.extend(arrival.is_finite().then_some((number, arrival / 3_600.0)));
    }
    let end = (inundation.flood.seconds / 3_600.0) as f32;
    let field = |id, unit, values, beyond| Field { id, unit, layer: Building::LAYER, values, beyond };
    vec![
        field("flood-depth", Unit::Metres, depths, 0.0),
        field("flood-arrival", Unit::Hours, hours, end),
        field("flood-hazard", Unit::Count, hazards, 0.0),
    ]
}
