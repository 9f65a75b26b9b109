//! What lies on the ground: water, land cover, trees, territories.

use super::builder::{Builder, Object};
use super::polygon::Ring;
use super::tables::{ADMIN_LEVELS, COVERS, WATER_AREAS, WATER_COURSES, WATER_REFINED};
use super::tags::Tags;
use super::values;
use crate::twin::model::boundary::Boundary;
use crate::twin::model::cover::Cover;
use crate::twin::model::feature::Decimetres;
use crate::twin::model::id::unit_fraction;
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::origin::Sourced;
use crate::twin::model::space::{Position, signed_area};
use crate::twin::model::tree::{Tree, TreeKind};
use crate::twin::model::water::{Water, WaterKind};

/// Standing water that tags do not tell more of is a pond below this area [m²].
const LEAST_LAKE: f64 = 20_000.0;

/// The kind of water that an area's tags name.
pub fn water_kind(tags: Tags<'_>) -> Option<WaterKind> {
    let kind = tags.look_up(WATER_AREAS)?;
    Some(if kind == WaterKind::Lake { tags.look_up(WATER_REFINED).unwrap_or(kind) } else { kind })
}

/// Whether tags name an administrative territory.
pub fn is_territory(tags: Tags<'_>) -> bool {
    tags.is("boundary", "administrative") && tags.has("admin_level")
}

impl Builder<'_> {
    /// Adds an area of water.
    pub fn add_water_area(&mut self, object: &Object<'_>, kind: WaterKind, rings: &[Ring]) {
        let is_small = rings.iter().map(|ring| signed_area(ring)).sum::<f64>() < LEAST_LAKE;
        let kind = if kind == WaterKind::Lake && is_small && !object.tags.has("water") { WaterKind::Pond } else { kind };
        let water = self.water(object, kind, None);
        self.region.water.push(water, ShapeKind::Area, rings.iter().map(Vec::as_slice));
    }

    /// Adds a course of water.
    pub fn add_water_course(&mut self, object: &Object<'_>, line: &[Position]) {
        let Some((kind, usual)) = object.tags.look_up(WATER_COURSES) else { return };
        let width = match self.value(object, &["width", "est_width"], values::metres).filter(|width| *width > 0.0) {
            Some(width) => Sourced::observed(Decimetres::from_metres(width.min(3000.0))),
            None => Sourced::inferred(Decimetres::from_metres(usual)),
        };
        let water = self.water(object, kind, Some(width));
        self.region.water.push(water, ShapeKind::Line, [line]);
    }

    fn water(&mut self, object: &Object<'_>, kind: WaterKind, width: Option<Sourced<Decimetres>>) -> Water {
        let tags = object.tags;
        Water {
            id: object.id,
            name: object.name(&mut self.region.strings),
            kind,
            width: width.unwrap_or_default(),
            depth: Decimetres::default(),
            intermittent: tags.yes("intermittent") || tags.yes("seasonal"),
            covered: tags.yes("tunnel") || tags.yes("covered") || tags.is("location", "underground"),
        }
    }

    /// Adds an area of land cover, if its tags name one.
    pub fn add_cover(&mut self, object: &Object<'_>, rings: &[Ring]) {
        let Some(kind) = object.tags.look_up(COVERS) else { return };
        let cover = Cover { id: object.id, name: object.name(&mut self.region.strings), kind };
        self.region.cover.push(cover, ShapeKind::Area, rings.iter().map(Vec::as_slice));
    }

    /// Adds a tree, or a row of them.
    pub fn add_tree(&mut self, object: &Object<'_>, shape: ShapeKind, points: &[Position]) {
        let kind = match object.tags.first(&["leaf_type", "type"]) {
            Some("broadleaved" | "broad_leaved" | "broad_leafed") => Sourced::observed(TreeKind::Broadleaved),
            Some("needleleaved" | "needle_leaved" | "conifer") => Sourced::observed(TreeKind::Needleleaved),
            _ => Sourced::inferred(TreeKind::Broadleaved),
        };
        let height = match self.value(object, &["height", "est_height"], values::metres).filter(|height| (0.3..=120.0).contains(height)) {
            Some(height) => Sourced::observed(Decimetres::from_metres(height)),
            None => Sourced::inferred(Decimetres::from_metres(6.0 + 8.0 * unit_fraction(object.id.seed()))),
        };
        let tree = Tree { id: object.id, name: object.name(&mut self.region.strings), kind, height };
        self.region.trees.push(tree, shape, [points]);
    }

    /// Adds a territory.
    pub fn add_boundary(&mut self, object: &Object<'_>, rings: &[Ring]) {
        let population = self.value(object, &["population"], values::count);
        let boundary = Boundary {
            id: object.id,
            name: object.name(&mut self.region.strings),
            kind: object.tags.look_up(ADMIN_LEVELS).unwrap_or_default(),
            code: object.text(&mut self.region.strings, &["kato", "ref:kato", "ref:KATO", "de:amtlicher_gemeindeschluessel", "ref"]),
            population: Sourced::observed(population),
        };
        self.region.boundaries.push(boundary, ShapeKind::Area, rings.iter().map(Vec::as_slice));
    }
}
