//! A region from a few facts: what is known stands where it is known to stand, and a seeded generator fills in the rest, marked as such.
//!
//! The same file gives the same region to the bit: every draw follows from the sketch's seed and a thing's own number.

mod banks;
mod blocks;
mod bodies;
mod bounds;
mod cells;
mod chance;
mod clearing;
mod connectivity;
mod country;
mod courses;
mod districts;
mod draft;
mod facts;
mod file;
mod junctions;
mod lakes;
mod names;
mod network;
mod noisy;
mod obstacles;
mod occupancy;
mod places;
mod plan;
mod rails;
mod relief;
mod rivers;
mod roads;
mod services;
mod settlements;
mod sites;
mod totals;
mod town;
mod transit;
mod village;
mod waters;

use super::{Progress, proceed};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::feature::Feature;
use crate::twin::model::id::IdKind;
use crate::twin::model::layer::Layer;
use crate::twin::model::names::Strings;
use crate::twin::model::origin::Origin;
use crate::twin::model::quality::{Finding, Grade, LayerQuality};
use crate::twin::model::region::{LayerVisitor, Region, Standing};
use crate::twin::model::vector as plane;
use clearing::Clearing;
use draft::{Draft, Ground, Lexicon};
use facts::Facts;
use obstacles::Obstacles;
use rails::Rails;
use rayon::prelude::*;
use roads::RoadPlan;
use settlements::Settlement;
use waters::Waters;

/// The region of a sketch. `file` names the sketch; `load` reads it and the tables beside it.
pub fn region_from_sketch(
    file: &str,
    load: &dyn Fn(&str) -> Result<Vec<u8>, Diagnostic>,
    progress: &dyn Progress,
) -> Result<Region, Diagnostic> {
    proceed(progress, "sketch-facts", 0.0)?;
    let facts = Facts::read(file, load)?;
    let mut region = begin(&facts);
    let lexicon = Lexicon::new(&facts, &mut region.strings);
    proceed(progress, "sketch-land", 0.05)?;
    let mut settlements = settlements::known(&facts);
    let courses = rivers::courses(&facts);
    let known: Vec<_> = settlements.iter().map(|settlement| (settlement.at, settlement.radius)).collect();
    let lakes = lakes::lakes(&facts, &courses, &known);
    let waters = Waters::new(courses, lakes);
    let rails = Rails::new(&facts);
    settlements::add_villages(&facts, &waters, &mut settlements);
    let plan = roads::plan(&facts, &settlements, &waters);
    plan.orient(&mut settlements);
    let obstacles = Obstacles::new(&facts);
    let ground = Ground { facts: &facts, waters: &waters, rails: &rails, lexicon: &lexicon, obstacles: &obstacles };
    proceed(progress, "sketch-settlements", 0.2)?;
    let (drafts, terrain) = rayon::join(|| drafts(&ground, &settlements), || relief::terrain(&facts, &waters, &obstacles.pits));
    region.terrain = terrain;
    proceed(progress, "sketch-roads", 0.7)?;
    gather(&mut region, &ground, &settlements, &plan, drafts);
    proceed(progress, "sketch-network", 0.85)?;
    region.network = network::of_streets(&region.streets);
    transit::add_to(&mut region, &ground, &settlements);
    totals::fill(&mut region, &facts, &settlements);
    grade(&mut region);
    region.shrink();
    proceed(progress, "sketch-network", 1.0)?;
    Ok(region)
}

/// The region before anything stands in it.
fn begin(facts: &Facts) -> Region {
    let mut region = Region {
        id: facts.sketch.id.clone(),
        standing: Standing::Sketch,
        timezone: facts.sketch.timezone.clone(),
        frame: facts.frame,
        extent: districts::bounds(&facts.districts),
        sources: facts.sketch.sources.clone(),
        ..Default::default()
    };
    region.name = facts.sketch.name.name(&mut region.strings);
    districts::add_to(&mut region, facts);
    region
}

/// Every settlement's own streets and buildings, each made apart from the others.
fn drafts(ground: &Ground, settlements: &[Settlement]) -> Vec<Draft> {
    let known = services::known_by_settlement(ground.facts, settlements);
    let needs = services::needs(ground.facts, settlements, &known);
    let draw = |index: usize| {
        let (settlement, number) = (&settlements[index], index as i64 + 1);
        if settlement.is_town() {
            town::draw(ground, settlement, number, &known[index], &needs[index])
        } else {
            village::draw(ground, settlement, number, &needs[index])
        }
    };
    (0..settlements.len()).into_par_iter().with_max_len(1).map(draw).collect()
}

/// Puts everything into the region.
fn gather(region: &mut Region, ground: &Ground, settlements: &[Settlement], plan: &RoadPlan, drafts: Vec<Draft>) {
    let courses = courses::courses(ground, plan, settlements, &drafts);
    courses::add_to(region, ground, plan, &courses, &drafts);
    let clearing = Clearing::of(&region.streets);
    let connected = connectivity::add_to(region, ground, settlements, plan, &courses);
    bodies::add_to(region, ground);
    rails::add_to(region, ground);
    places::add_to(region, ground, settlements, &connected);
    country::add_to(region, ground, settlements, &drafts);
    for draft in drafts {
        clearing.append(&mut region.buildings, &draft.buildings);
        append(&mut region.streets, &draft.streets);
        append(&mut region.cover, &draft.cover);
        append(&mut region.trees, &draft.trees);
        append(&mut region.amenities, &draft.amenities);
    }
}

fn append<T: Feature>(to: &mut Layer<T>, from: &Layer<T>) {
    for (feature, shape) in from.iter() {
        to.push(feature.clone(), shape.kind, shape.parts());
    }
}

/// Says in the quality report what was generated.
fn grade(region: &mut Region) {
    struct Count(Vec<LayerQuality>, u64);
    impl LayerVisitor for Count {
        fn visit<T: Feature>(&mut self, layer: &Layer<T>, _: &Strings) {
            let count = layer.len() as u64;
            self.1 += layer.features.iter().filter(|feature| feature.id().kind() == IdKind::Sketch).count() as u64;
            self.0.push(LayerQuality { layer: T::LAYER.to_owned(), found: count, kept: count, observed_share: 0.0 });
        }
    }
    let mut count = Count(Vec::new(), 0);
    region.visit_layers(&mut count);
    for layer in &mut count.0 {
        layer.observed_share = match layer.layer.as_str() {
            "places" => {
                let observed = region.places.features.iter().filter(|place| place.population.origin == Origin::Observed).count();
                observed as f64 / region.places.len().max(1) as f64
            }
            "boundaries" => 1.0,
            _ => 0.0,
        };
    }
    region.quality.layers = count.0;
    region.quality.grade = Grade::E;
    region.quality.count(Finding::Generated, count.1);
    let estimated = region.amenities.features.iter().filter(|amenity| amenity.capacity.value.is_some()).count();
    region.quality.count(Finding::CapacitiesEstimated, estimated as u64);
}
