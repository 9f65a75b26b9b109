//! Puts rivers and lakes into the region: areas bank to bank, and the centre lines of courses.

use super::draft::{APART, Ground};
use super::plane::{positions, simplified, turning_left};
use crate::twin::model::feature::Decimetres;
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::names::Name;
use crate::twin::model::origin::Sourced;
use crate::twin::model::region::Region;
use crate::twin::model::water::{Water, WaterKind};

/// Adds all water.
pub fn add_to(region: &mut Region, ground: &Ground) {
    let mut next = 0;
    let mut id = || {
        next += 1;
        FeatureId::new(IdKind::Sketch, ((APART + 4) << 24) | next)
    };
    for lake in &ground.waters.lakes {
        let fact = lake.fact.map(|index| &ground.facts.sketch.lakes[index]);
        let name = fact.map_or(Name::default(), |fact| fact.name.name(&mut region.strings));
        let kind = if lake.blob.greatest < 200.0 { WaterKind::Pond } else { WaterKind::Lake };
        let water = Water { id: id(), name, kind, ..Default::default() };
        region.water.push(water, ShapeKind::Area, [&positions(&lake.blob.ring(1.0))[..]]);
    }
    for course in &ground.waters.courses {
        let fact = &ground.facts.sketch.courses[course.fact];
        let name = fact.name.name(&mut region.strings);
        if fact.area {
            for (reservoir, ring) in course.areas() {
                let kind = if reservoir { WaterKind::Reservoir } else { WaterKind::River };
                let water = Water { id: id(), name, kind, ..Default::default() };
                region.water.push(water, ShapeKind::Area, [&positions(&turning_left(ring))[..]]);
            }
        }
        let mean = 2.0 * course.half.iter().sum::<f64>() / course.half.len().max(1) as f64;
        let water = Water {
            id: id(),
            name,
            kind: WaterKind::River,
            width: Sourced::assumed(Decimetres::from_metres(mean)),
            intermittent: fact.intermittent,
            ..Default::default()
        };
        region.water.push(water, ShapeKind::Line, [&positions(&simplified(&course.points, 6.0))[..]]);
    }
}
