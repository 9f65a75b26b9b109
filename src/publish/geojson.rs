//! The proposals of a scenario as GeoJSON (RFC 7946): where each solution stands, and the footprints of what it builds.

use super::material::Material;
use crate::twin::catalog::fit::Fit;
use crate::twin::catalog::kind;
use crate::twin::catalog::site::Geometry;
use crate::twin::metrics::money::{PRICE_YEAR, price_index};
use crate::twin::model::choice::Choice;
use crate::twin::model::layer::{Shape, ShapeKind};
use crate::twin::model::region::Region;
use crate::twin::model::space::{GeoPoint, Position, signed_area};
use crate::twin::scenario::Scenario;
use crate::twin::scenario::apply::additions;
use crate::twin::scenario::resolve::Resolved;
use geojson::{Feature, FeatureCollection, Geometry as Drawn, GeometryValue, JsonObject};
use serde_json::{Value, json};

/// The proposals of a scenario as text: a feature a solution (`part`: `solution`), then one a building that it brings (`building`).
pub fn geojson(material: &Material, scenario: &Scenario) -> String {
    let plan = material.plan(scenario);
    let features = plan.solutions.values().flat_map(|resolved| of_solution(material, scenario, resolved));
    let members = json!({
        "name": scenario.id,
        "title": scenario.heading.name,
        "attribution": material.credit(),
    });
    let mut collection = FeatureCollection::new(features);
    collection.foreign_members = object(members);
    format!("{}\n", json!(collection))
}

/// A solution and what it builds. One that does not fit builds nothing, and is left out.
fn of_solution(material: &Material, scenario: &Scenario, resolved: &Resolved) -> Vec<Feature> {
    let Ok(fit) = resolved.fit(material.catalog) else { return Vec::new() };
    let own = properties(material, scenario, resolved, &fit);
    let mut features = vec![feature(geometry(resolved, &fit, material.region), with(&own, json!({ "part": "solution" })))];
    let built = additions(material.region, resolved, material.catalog);
    for (building, shape) in built.buildings.iter() {
        let about = json!({
            "part": "building",
            "use": building.usage.value.name(),
            "height_m": building.height.value.metres(),
            "min_height_m": building.min_height.metres(),
            "levels": building.levels.value,
        });
        features.push(feature(areas(&shape, material.region), with(&own, about)));
    }
    features
}

fn properties(material: &Material, scenario: &Scenario, resolved: &Resolved, fit: &Fit) -> JsonObject {
    let (template, index) = (fit.template, price_index(fit, material.assumptions));
    let settings = template.parameters.iter().zip(&fit.settings);
    let parameters: JsonObject = settings.map(|(parameter, setting)| (parameter.id.value.clone(), json!(setting.value))).collect();
    let about = json!({
        "scenario": scenario.id,
        "year": scenario.heading.year,
        "key": resolved.placed.key,
        "template": template.id.value,
        "kind": template.kind.name(),
        "sphere": template.sphere.name(),
        "name_kk": template.name.kk,
        "name_ru": template.name.ru,
        "name_en": template.name.en,
        "parameters": parameters,
        "capital_tenge": fit.capital().ok().map(|sum| (sum * index).round()),
        "yearly_tenge": fit.yearly().ok().map(|sum| (sum * index).round()),
        "price_year": material.assumptions.get(&PRICE_YEAR),
        "on": resolved.placed.on,
    });
    object(about).unwrap_or_default()
}

fn object(value: Value) -> Option<JsonObject> {
    match value {
        Value::Object(object) => Some(object),
        _ => None,
    }
}

fn with(own: &JsonObject, more: Value) -> JsonObject {
    own.clone().into_iter().chain(object(more).unwrap_or_default()).collect()
}

fn feature(geometry: Option<GeometryValue>, properties: JsonObject) -> Feature {
    Feature { geometry: geometry.map(Drawn::new), properties: Some(properties), ..Feature::default() }
}

/// Where a solution stands; of what stands already, its line or its place.
fn geometry(resolved: &Resolved, fit: &Fit, region: &Region) -> Option<GeometryValue> {
    let points = &resolved.site.points;
    match kind::geometry(fit.template) {
        Geometry::Area if points.len() > 2 => Some(GeometryValue::new_polygon([ring(points, region)])),
        Geometry::Line | Geometry::Existing if points.len() > 1 => {
            Some(GeometryValue::new_line_string(points.iter().map(|point| place(*point, region))))
        }
        _ => points.first().map(|point| GeometryValue::new_point(place(*point, region))),
    }
}

/// The areas of a shape: outer rings, each followed by its holes.
fn areas(shape: &Shape, region: &Region) -> Option<GeometryValue> {
    if shape.kind != ShapeKind::Area {
        return None;
    }
    let mut polygons: Vec<Vec<Vec<[f64; 2]>>> = Vec::new();
    for part in shape.parts().filter(|part| part.len() > 2) {
        match polygons.last_mut().filter(|_| signed_area(part) < 0.0) {
            Some(polygon) => polygon.push(closed(part, region)),
            None => polygons.push(vec![ring(part, region)]),
        }
    }
    match polygons.len() {
        0 => None,
        1 => polygons.pop().map(GeometryValue::new_polygon),
        _ => Some(GeometryValue::new_multi_polygon(polygons)),
    }
}

/// A closed ring that turns left, as outer rings do.
fn ring(points: &[Position], region: &Region) -> Vec<[f64; 2]> {
    let mut ring = closed(points, region);
    if signed_area(points) < 0.0 {
        ring.reverse();
    }
    ring
}

fn closed(points: &[Position], region: &Region) -> Vec<[f64; 2]> {
    points.iter().chain(points.first()).map(|point| place(*point, region)).collect()
}

/// Longitude and latitude [°].
fn place(position: Position, region: &Region) -> [f64; 2] {
    let GeoPoint { lon, lat } = region.frame.geo_from_position(position);
    [lon, lat]
}
