//! What may be labelled in the picture and shown on the small map, gathered once a region.

use super::{pin, reach};
use crate::i18n::Words;
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::cover::CoverKind;
use crate::twin::model::feature::Value;
use crate::twin::model::layer::{Shape, ShapeKind};
use crate::twin::model::names::Name;
use crate::twin::model::place::{Place, PlaceKind};
use crate::twin::model::polygon::{simplify_line, simplify_ring, triangulate};
use crate::twin::model::region::Region;
use crate::twin::model::space::{Position, length};
use crate::twin::model::water::WaterKind;
use crate::viewer::app::ground;
use crate::viewer::app::palette;
use crate::viewer::app::selection::{FeatureAt, Selection};
use crate::viewer::app::session::Session;
use bevy::math::{DVec2, DVec3};
use bevy::prelude::*;
use bevy_egui::egui::Color32;
use std::collections::BTreeMap;

/// A place with its label.
pub struct PlaceLabel {
    /// What it is called.
    pub name: Name,
    /// What it is.
    pub kind: PlaceKind,
    /// Where it is (east, north, up).
    pub at: DVec3,
    population: u32,
}

#[derive(Clone, Copy)]
pub(super) struct StreetLabel {
    pub name: Name,
    pub at: DVec3,
    pub rank: u8,
}

pub(super) struct AmenityLabel {
    /// Its number in the layer.
    pub feature: usize,
    pub name: Name,
    pub kind: AmenityKind,
    pub at: DVec3,
}

/// Areas as triangles, three indices each.
#[derive(Default)]
pub struct Areas {
    /// Their corners (east, north).
    pub corners: Vec<DVec2>,
    /// Which corners make a triangle.
    pub indices: Vec<u32>,
}

/// What may be labelled.
#[derive(Resource, Default)]
pub struct LabelSource {
    generation: u64,
    /// Settlements and their parts, the greatest first.
    pub places: Vec<PlaceLabel>,
    pub(super) streets: Vec<StreetLabel>,
    pub(super) amenities: Vec<AmenityLabel>,
    pub(super) waters: Vec<(Name, DVec3, f64)>,
    /// Outlines of territories, for the small map.
    pub outlines: Vec<Vec<DVec2>>,
    /// Courses and shores of great waters, for the small map.
    pub water_lines: Vec<Vec<DVec2>>,
    /// The sea, lakes and wide rivers, for the small map.
    pub water_areas: Areas,
}

impl LabelSource {
    /// The colour of a land cover, for the legend.
    pub fn cover_colour(&self, kind: CoverKind) -> Color32 {
        let [red, green, blue, _] = palette::cover(kind);
        Color32::from_rgb(red, green, blue)
    }

    /// What a feature is, in words: its kind where it has one, else its layer.
    pub fn kind_of(&self, region: &Region, at: FeatureAt, words: &Words) -> String {
        let facts = Selection::facts(region, at);
        let kind = facts.values.iter().find(|(field, _)| matches!(field.name, "kind" | "class" | "usage" | "technology" | "mode"));
        match kind {
            Some((field, value @ Value::Text(name))) if name != "unknown" && name != "other" => words.value(field, value),
            _ => words.layer(at.layer).into_owned(),
        }
    }
}

/// Gathers labels when another region is opened.
pub fn collect(session: Res<Session>, mut labels: ResMut<LabelSource>) {
    let Some(region) = session.region().filter(|_| session.generation() != labels.generation) else { return };
    let waters: Vec<Shape<'_>> =
        region.water.iter().filter(|(water, shape)| great(region, water.kind, shape)).map(|(_, shape)| shape).collect();
    *labels = LabelSource {
        generation: session.generation(),
        places: places(region),
        streets: streets(region),
        amenities: region
            .amenities
            .iter()
            .enumerate()
            .filter(|(_, (amenity, _))| pin(amenity.kind).is_some())
            .map(|(feature, (amenity, shape))| AmenityLabel {
                feature,
                name: amenity.name,
                kind: amenity.kind,
                at: on_ground(region, shape.anchor()),
            })
            .collect(),
        waters: region
            .water
            .iter()
            .filter(|(water, shape)| !water.name.is_empty() && shape.area() > 20_000.0)
            .map(|(water, shape)| (water.name, on_ground(region, shape.anchor()), shape.area()))
            .collect(),
        outlines: lines(region, region.boundaries.iter().map(|(_, shape)| shape)),
        water_lines: lines(region, waters.iter().copied()),
        water_areas: areas(region, waters.into_iter().filter(|shape| shape.kind == ShapeKind::Area)),
    };
}

fn on_ground(region: &Region, position: Position) -> DVec3 {
    let place = DVec2::from_array(position.metres());
    place.extend(ground::height(region, place))
}

fn places(region: &Region) -> Vec<PlaceLabel> {
    let named = region.places.iter().filter(|(place, _)| !place.name.is_empty());
    let label = |place: &Place, at: Position| PlaceLabel {
        name: place.name,
        kind: place.kind,
        at: on_ground(region, at),
        population: place.population.value.unwrap_or(0),
    };
    let mut places: Vec<PlaceLabel> = named.map(|(place, shape)| label(place, shape.anchor())).collect();
    places.sort_by_key(|label| (reach(label.kind).1, std::cmp::Reverse(label.population)));
    places
}

/// One label a name and half kilometre, at the middle of its longest way there.
fn streets(region: &Region) -> Vec<StreetLabel> {
    let mut longest: BTreeMap<(u32, i32, i32), (f64, StreetLabel)> = BTreeMap::new();
    for (street, shape) in region.streets.iter().filter(|(street, _)| !street.name.is_empty()) {
        let anchor = shape.anchor();
        let length = shape.parts().map(length).sum::<f64>();
        let cell = [anchor.east_mm, anchor.north_mm].map(|value| value.div_euclid(600_000));
        let label = StreetLabel { name: street.name, at: on_ground(region, anchor), rank: street.class.rank() };
        let known = longest.entry((street.name.local.0, cell[0], cell[1])).or_insert((0.0, label));
        if known.0 < length {
            *known = (length, label);
        }
    }
    let mut labels: Vec<StreetLabel> = longest.into_values().map(|(_, label)| label).collect();
    labels.sort_by_key(|label| label.rank);
    labels
}

/// Whether a water is large enough for the small map.
fn great(region: &Region, kind: WaterKind, shape: &Shape<'_>) -> bool {
    let [across, up] = region.extent.size();
    let [wide, high] = shape.bounds().size();
    wide.max(high) > across.max(up) * 0.05 && matches!(kind, WaterKind::River | WaterKind::Lake | WaterKind::Reservoir | WaterKind::Sea)
}

/// How far the small map may stray from what it shows [m].
fn tolerance(region: &Region) -> f64 {
    let [across, up] = region.extent.size();
    across.max(up) / 350.0
}

/// Lines and outlines as finely as the small map shows them.
fn lines<'a>(region: &Region, shapes: impl Iterator<Item = Shape<'a>>) -> Vec<Vec<DVec2>> {
    let tolerance = tolerance(region);
    let mut lines = Vec::new();
    for shape in shapes {
        for part in shape.parts() {
            let closing = part.first().filter(|_| shape.kind == ShapeKind::Area);
            let mut line: Vec<DVec2> = part.iter().chain(closing).map(|point| DVec2::from_array(point.metres())).collect();
            simplify_line(&mut line, tolerance);
            lines.push(line);
        }
    }
    lines
}

/// Areas as finely as the small map shows them.
fn areas<'a>(region: &Region, shapes: impl Iterator<Item = Shape<'a>>) -> Areas {
    let tolerance = tolerance(region);
    let mut areas = Areas::default();
    for shape in shapes {
        let mut rings: Vec<Vec<DVec2>> =
            shape.parts().map(|ring| ring.iter().map(|point| DVec2::from_array(point.metres())).collect()).collect();
        rings.iter_mut().for_each(|ring| simplify_ring(ring, tolerance));
        triangulate(&rings, |corners, indices| {
            let first = areas.corners.len() as u32;
            areas.corners.extend_from_slice(corners);
            areas.indices.extend(indices.iter().map(|index| first + index));
        });
    }
    areas
}
