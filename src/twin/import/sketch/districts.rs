//! The region's districts: outlines, codes, and which one a place is in.

use super::facts::{District, Facts};
use super::plane::{P, area, positions, turning_left};
use crate::twin::model::boundary::{Boundary, BoundaryKind};
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::names::Name;
use crate::twin::model::region::Region;
use crate::twin::model::space::Bounds;
use geo::{LineString, Polygon};

/// The smallest box around all districts.
pub fn bounds(districts: &[District]) -> Bounds {
    let mut bounds = Bounds::default();
    districts.iter().flat_map(|district| &district.ring).for_each(|&p| bounds.include(p));
    bounds
}

/// The district of a place: the smallest that holds it, so that a city comes before the district about it.
pub fn district_of(districts: &[District], p: P) -> Option<usize> {
    let holding = (0..districts.len()).filter(|&index| districts[index].holds(p));
    holding.min_by(|&a, &b| area(&districts[a].ring).total_cmp(&area(&districts[b].ring)))
}

/// Adds the districts and the region's own outline.
pub fn add_to(region: &mut Region, facts: &Facts) {
    if let Some(ring) = outline(&facts.districts) {
        let name = facts.sketch.name.name(&mut region.strings);
        let boundary = Boundary { id: FeatureId::keyed(IdKind::Sketch, "region"), name, kind: BoundaryKind::Region, ..Default::default() };
        region.boundaries.push(boundary, ShapeKind::Area, [&positions(&ring)[..]]);
    }
    for district in &facts.districts {
        let [kk, ru, en] = &district.names;
        let boundary = Boundary {
            id: FeatureId::keyed(IdKind::Sketch, &district.code),
            name: Name::of(&mut region.strings, kk, ru, en),
            kind: BoundaryKind::District,
            code: region.strings.intern(&district.code),
            ..Default::default()
        };
        region.boundaries.push(boundary, ShapeKind::Area, [&positions(&district.ring)[..]]);
    }
}

/// The outline of all districts together; slivers between their coarse outlines are closed.
fn outline(districts: &[District]) -> Option<Vec<P>> {
    let polygon = |district: &District| {
        let centre = district.ring.iter().fold([0.0; 2], |sum, p| [sum[0] + p[0], sum[1] + p[1]]);
        let centre = centre.map(|sum| sum / district.ring.len() as f64);
        let line: LineString<f64> =
            district.ring.iter().map(|p| (p[0] + (p[0] - centre[0]) * 0.004, p[1] + (p[1] - centre[1]) * 0.004)).collect();
        Polygon::new(line, Vec::new())
    };
    let polygons: Vec<Polygon<f64>> = districts.iter().map(polygon).collect();
    let union = std::panic::catch_unwind(|| geo::unary_union(&polygons)).ok()?;
    let rings = union.0.into_iter().map(|part| part.exterior().0.iter().map(|c| [c.x, c.y]).collect::<Vec<P>>());
    let mut largest = rings.max_by(|a, b| area(a).abs().total_cmp(&area(b).abs()))?;
    largest.pop();
    Some(turning_left(largest))
}
