//! A GeoJSON file as its features, those that cannot be read left out one by one.

use super::super::NamedBytes;
use super::super::text_encoding::decode;
use crate::twin::diagnostic::Diagnostic;
use geojson::{Feature, Geometry};
use serde_json::Value;

/// What a file holds.
pub(super) struct Content {
    /// Name of the collection, if it has one.
    pub name: Option<String>,
    /// The features, each with its number in the file, from 1.
    pub features: Vec<(usize, Feature)>,
    /// Numbers of the features that cannot be read.
    pub broken: Vec<usize>,
}

/// Reads a collection, a single feature or a bare geometry, in WGS 84 longitude and latitude.
pub(super) fn read(file: &NamedBytes) -> Result<Content, Diagnostic> {
    let text = decode(&file.bytes);
    let mut root: Value = serde_json::from_str(&text).map_err(|error| {
        let broken = Diagnostic::error("geojson-broken").with("file", file.name.as_str());
        broken.with("line", error.line()).with("column", error.column())
    })?;
    check_system(&root).map_err(|system| Diagnostic::error("geojson-crs").with("file", file.name.as_str()).with("crs", system))?;
    let name = root.get("name").and_then(Value::as_str).map(str::to_owned);
    let members = match root.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => match root.get_mut("features").map(Value::take) {
            Some(Value::Array(features)) => features,
            _ => Vec::new(),
        },
        Some("Feature") => vec![root],
        Some(_) => vec![serde_json::json!({ "type": "Feature", "properties": {}, "geometry": root })],
        None => return Err(Diagnostic::error("geojson-not").with("file", file.name.as_str())),
    };
    let mut content = Content { name, features: Vec::new(), broken: Vec::new() };
    for (index, member) in members.into_iter().enumerate() {
        match feature(member) {
            Some(feature) => content.features.push((index + 1, feature)),
            None => content.broken.push(index + 1),
        }
    }
    Ok(content)
}

/// A feature; one whose geometry alone cannot be read keeps its properties.
fn feature(mut member: Value) -> Option<Feature> {
    if member.get("type").and_then(Value::as_str) != Some("Feature") {
        return None;
    }
    let geometry = member.get_mut("geometry").map(Value::take).unwrap_or_default();
    let properties = match member.get_mut("properties").map(Value::take) {
        Some(Value::Object(properties)) => Some(properties),
        _ => None,
    };
    let id = member.get_mut("id").map(Value::take).and_then(|id| serde_json::from_value(id).ok());
    let geometry = serde_json::from_value::<Geometry>(geometry).ok();
    (geometry.is_some() || properties.is_some()).then_some(Feature { geometry, properties, id, ..Feature::default() })
}

/// Files older than RFC 7946 may name another coordinate system.
fn check_system(root: &Value) -> Result<(), String> {
    let Some(system) = root.pointer("/crs/properties/name").and_then(Value::as_str) else { return Ok(()) };
    let code = system.rsplit(':').next().unwrap_or_default();
    if matches!(code, "CRS84" | "CRS84h" | "4326" | "4979" | "84") { Ok(()) } else { Err(system.to_owned()) }
}

/// The properties of a feature, as texts.
pub(super) struct Properties<'a>(&'a Feature);

impl<'a> Properties<'a> {
    pub fn of(feature: &'a Feature) -> Self {
        Self(feature)
    }

    /// Whether there is a property of that name; the feature's own id counts as `id`.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_property(name) || (name == "id" && self.0.id.is_some())
    }

    /// A property as text; empty where it is missing, null, or has parts of its own.
    pub fn text(&self, name: &str) -> String {
        match self.0.property(name) {
            Some(Value::String(text)) => text.trim().to_owned(),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Bool(flag)) => u8::from(*flag).to_string(),
            Some(Value::Null | Value::Array(_) | Value::Object(_)) => String::new(),
            None => match &self.0.id {
                Some(geojson::feature::Id::String(id)) if name == "id" => id.clone(),
                Some(geojson::feature::Id::Number(id)) if name == "id" => id.to_string(),
                _ => String::new(),
            },
        }
    }

    /// The first of these properties that says something.
    pub fn first(&self, names: &[&str]) -> String {
        names.iter().map(|name| self.text(name)).find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The administrative level that the feature itself stands at, in the scheme of the United Nations (ADM0 is a state).
    pub fn level(&self) -> &'static str {
        let has = |level: &str| ["KK", "RU", "EN", "PCODE"].iter().any(|form| self.has(&format!("{level}_{form}")));
        ["ADM3", "ADM2", "ADM1", "ADM0"].into_iter().find(|level| has(level)).unwrap_or("ADM2")
    }
}
