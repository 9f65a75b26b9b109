//! Buildings and their parts: what tags say of them, and which outline a part belongs to.

use super::builder::{Builder, Object};
use super::polygon::{Ring, inside_point};
use super::tables::{BUILDING_USES, NO_BUILDINGS, ROOFS};
use super::values;
use crate::twin::model::building::{Building, BuildingUse, Part, RoofShape};
use crate::twin::model::feature::Decimetres;
use crate::twin::model::id::FeatureId;
use crate::twin::model::layer::{Layer, ShapeKind};
use crate::twin::model::origin::{Origin, Sourced};
use crate::twin::model::space::signed_area;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use std::collections::BTreeSet;

/// Outlines that `type=building` relations name.
pub type Outlines = BTreeSet<FeatureId>;

/// Height of a storey where only storeys are tagged [m].
const STOREY: f64 = 3.0;
/// Height of a storey under the roof [m].
const ROOF_STOREY: f64 = 2.6;

/// How tags make a footprint a building.
pub fn part_of(object: &Object<'_>) -> Option<Part> {
    let built = |key: &str| object.tags.get(key).is_some_and(|value| !NO_BUILDINGS.contains(&value));
    if built("building") {
        Some(Part::Whole)
    } else if built("building:part") {
        Some(Part::Part)
    } else {
        None
    }
}

impl Builder<'_> {
    /// Adds a building or a part of one. What tags do not say stays unknown: no storeys, no height, an assumed roof.
    pub fn add_building(&mut self, object: &Object<'_>, part: Part, rings: &[Ring]) {
        let footprint = rings.first().map_or(0.0, |ring| signed_area(ring));
        let min_level = self.value(object, &["building:min_level"], values::decimal).unwrap_or(0.0).clamp(0.0, 250.0);
        let total_levels = self.value(object, &["building:levels", "levels"], levels).unwrap_or(0.0);
        let own_levels = total_levels - if part == Part::Part { min_level } else { 0.0 };
        let height = self.value(object, &["height", "building:height"], values::metres).filter(|height| (0.5..=900.0).contains(height));
        let min_height = self.value(object, &["min_height", "building:min_height"], values::metres).unwrap_or(min_level * STOREY);
        let roof = object.tags.look_up(ROOFS);
        if roof.is_none() {
            self.value(object, &["roof:shape"], |_| None::<RoofShape>);
        }
        let roof_height = self.value(object, &["roof:height"], values::metres).unwrap_or_else(|| {
            let storeys = object.tags.get("roof:levels").and_then(values::decimal).unwrap_or(0.0);
            if roof == Some(RoofShape::Flat) { 0.0 } else { storeys.clamp(0.0, 5.0) * ROOF_STOREY }
        });
        let strings = &mut self.region.strings;
        let building = Building {
            id: object.id,
            name: object.name(strings),
            usage: usage(object, footprint),
            levels: known_or_zero(own_levels.ceil().clamp(0.0, 255.0) as u8),
            height: known_or_zero(Decimetres::from_metres(height.unwrap_or(0.0))),
            min_height: Decimetres::from_metres(min_height.min(height.unwrap_or(900.0))),
            roof: roof.map_or(Sourced::assumed(RoofShape::Flat), Sourced::observed),
            roof_height: Decimetres::from_metres(roof_height.min(height.unwrap_or(900.0))),
            roof_across: object.tags.is("roof:orientation", "across"),
            part,
            street: object.text(strings, &["addr:street", "addr:place"]),
            house_number: object.text(strings, &["addr:housenumber"]),
            year: self.value(object, &["start_date", "year_of_construction", "building:year"], values::year).unwrap_or(0),
        };
        self.region.buildings.push(building, ShapeKind::Area, rings.iter().map(Vec::as_slice));
    }

    /// Gives buildings without an address that of the first address point on their ground.
    pub fn settle_addresses(&mut self) {
        let map = self.map;
        let is_address = |object: &&super::raw::RawObject| map.raw.tags(object).has("addr:housenumber");
        let buildings = &mut self.region.buildings;
        let tree = tree(buildings, |building| building.part != Part::Part && building.house_number.is_empty());
        for node in map.raw.objects.tagged.iter().filter(is_address) {
            let Some(position) = map.raw.objects.node_index(node.id).map(|index| map.positions[index]) else { continue };
            let found = tree.locate_in_envelope_intersecting(&AABB::from_point(position.metres())).map(|found| found.data);
            let Some(index) = found.filter(|&index| buildings.shapes.get(index).contains(position)).min() else { continue };
            let object = Object { id: buildings.features[index].id, tags: map.raw.tags(node) };
            let building = &mut buildings.features[index];
            if building.house_number.is_empty() {
                building.street = object.text(&mut self.region.strings, &["addr:street", "addr:place"]);
                building.house_number = object.text(&mut self.region.strings, &["addr:housenumber"]);
            }
        }
    }

    /// Finds the outline of every part. An outline whose parts cover most of it is drawn through them;
    /// parts take over from it what their own tags do not say.
    pub fn settle_parts(&mut self) {
        let owners = owners(&self.region.buildings);
        let buildings = &mut self.region.buildings;
        let mut covered = vec![0.0; buildings.len()];
        for &(part, outline) in &owners {
            covered[outline] += buildings.shapes.get(part).area();
        }
        for (index, covered) in covered.iter().enumerate() {
            let named = self.outlines.contains(&buildings.features[index].id);
            if *covered > 0.0 && (named || *covered >= buildings.shapes.get(index).area() * 0.5) {
                buildings.features[index].part = Part::Outline;
            }
        }
        for (part, outline) in owners {
            let outline = buildings.features[outline].clone();
            inherit(&mut buildings.features[part], &outline);
        }
    }
}

fn known_or_zero<T: Default + PartialEq>(value: T) -> Sourced<T> {
    if value == T::default() { Sourced::inferred(value) } else { Sourced::observed(value) }
}

/// Storeys: the greatest of several ("3;4", "2-3"), in halves.
fn levels(text: &str) -> Option<f64> {
    let numbers: Option<Vec<f64>> = text.split([';', '-', '/']).map(values::decimal).collect();
    numbers?.into_iter().reduce(f64::max).filter(|levels| (0.0..=250.0).contains(levels))
}

/// `building=residential` does not say which kind: the footprint does.
fn usage(object: &Object<'_>, footprint: f64) -> Sourced<BuildingUse> {
    match object.tags.look_up(BUILDING_USES) {
        Some(usage) => Sourced::observed(usage),
        None if object.tags.is("building", "residential") && footprint > 260.0 => Sourced::inferred(BuildingUse::Apartments),
        None if object.tags.is("building", "residential") => Sourced::inferred(BuildingUse::House),
        None => Sourced::inferred(BuildingUse::Unknown),
    }
}

type Box = GeomWithData<Rectangle<[f64; 2]>, usize>;

/// The boxes of some of the buildings.
fn tree(buildings: &Layer<Building>, wanted: impl Fn(&Building) -> bool) -> RTree<Box> {
    let boxes = (0..buildings.len()).filter(|&index| wanted(&buildings.features[index])).map(|index| {
        let bounds = buildings.shapes.get(index).bounds();
        Box::new(Rectangle::from_corners(bounds.min, bounds.max), index)
    });
    RTree::bulk_load(boxes.collect())
}

/// Each part with the smallest building that holds it.
fn owners(buildings: &Layer<Building>) -> Vec<(usize, usize)> {
    let parts: Vec<usize> = (0..buildings.len()).filter(|&index| buildings.features[index].part == Part::Part).collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let tree = tree(buildings, |building| building.part != Part::Part);
    let owner = |part: usize| {
        let shape = buildings.shapes.get(part);
        let probe = inside_point(shape.first());
        let holds = |index: &usize| {
            let candidate = buildings.shapes.get(*index);
            candidate.contains(probe) && candidate.area() >= shape.area() * 0.9
        };
        let candidates = tree.locate_in_envelope_intersecting(&AABB::from_point(probe.metres())).map(|found| found.data);
        let mut candidates: Vec<usize> = candidates.filter(holds).collect();
        candidates.sort_by(|&a, &b| buildings.shapes.get(a).area().total_cmp(&buildings.shapes.get(b).area()).then(a.cmp(&b)));
        candidates.first().map(|&outline| (part, outline))
    };
    parts.into_iter().filter_map(owner).collect()
}

/// What an outline says holds for its parts, unless they say otherwise.
fn inherit(part: &mut Building, outline: &Building) {
    if part.usage.value == BuildingUse::Unknown {
        part.usage = Sourced::inferred(outline.usage.value);
    }
    if part.levels.value == 0 && part.height.value.0 == 0 {
        part.levels = Sourced::inferred(outline.levels.value);
        part.height = Sourced::inferred(outline.height.value);
    }
    if part.roof.origin == Origin::Assumed && outline.roof.origin == Origin::Observed {
        part.roof = Sourced::inferred(outline.roof.value);
    }
    if part.year == 0 {
        part.year = outline.year;
    }
}
