//! What a table's columns may say: the layers with their fields, and the mapping that a header suggests.

use super::TableMapping;
use super::field_value::origin_of;
use crate::twin::model::feature::Feature;
use crate::twin::model::layer::Layer;
use crate::twin::model::names::Strings;
use crate::twin::model::region::{LayerVisitor, Region};
use std::sync::LazyLock;

/// What a row of any layer may say beside its attributes.
const COMMON: [&str; 7] = ["id", "name", "name_kk", "name_ru", "name_en", "lon", "lat"];
/// Layers that people have tables of, which win where a header suits several.
const USUAL: [&str; 3] = ["amenities", "places", "buildings"];
/// How far a settlement may be from a row's coordinates to be the same [m].
const REACH_OF_PLACES: f64 = 5_000.0;
/// How far anything else may be [m].
const REACH: f64 = 150.0;

/// A layer and the fields that a column may fill, as files name them (`layer-…` and `field-…` in the locales).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerFields {
    /// The layer.
    pub layer: &'static str,
    /// Its fields.
    pub fields: Vec<&'static str>,
}

/// Every layer that a table may describe.
pub fn layers() -> &'static [LayerFields] {
    static LAYERS: LazyLock<Vec<LayerFields>> = LazyLock::new(collect);
    &LAYERS
}

fn collect() -> Vec<LayerFields> {
    struct Collect(Vec<LayerFields>);
    impl LayerVisitor for Collect {
        fn visit<T: Feature>(&mut self, _: &Layer<T>, _: &Strings) {
            let attributes = T::ATTRIBUTES.iter().filter(|attribute| origin_of(attribute).is_none()).map(|attribute| attribute.field.name);
            self.0.push(LayerFields { layer: T::LAYER, fields: COMMON.into_iter().chain(attributes).collect() });
        }
    }
    let mut collect = Collect(Vec::new());
    Region::default().visit_layers(&mut collect);
    collect.0
}

/// The mapping that a header suggests: the layer most of whose own fields it names, each field by the first column
/// that bears its name or one of those it is `called` by.
pub fn suggest(header: &[String], called: &impl Fn(&str) -> Vec<String>) -> TableMapping {
    let own = |mapping: &TableMapping| mapping.columns.iter().filter(|(_, field)| !COMMON.contains(&field.as_str())).count();
    let usual = |mapping: &TableMapping| USUAL.iter().rev().position(|layer| *layer == mapping.layer).map_or(0, |at| at + 1);
    let mappings = layers().iter().map(|layer| suggest_for(layer, header, called));
    mappings.max_by_key(|mapping| (own(mapping), usual(mapping))).unwrap_or_default()
}

/// The mapping that a header suggests for one layer.
pub fn suggest_for(layer: &LayerFields, header: &[String], called: &impl Fn(&str) -> Vec<String>) -> TableMapping {
    let mut free: Vec<&String> = header.iter().filter(|column| !column.is_empty()).collect();
    let mut columns = Vec::new();
    for field in &layer.fields {
        let names: Vec<String> = std::iter::once((*field).to_owned()).chain(called(field)).map(|name| plain(&name)).collect();
        if let Some(at) = free.iter().position(|column| names.contains(&plain(column))) {
            columns.push((free.remove(at).clone(), (*field).to_owned()));
        }
    }
    let placed = ["lon", "lat"].iter().all(|axis| columns.iter().any(|(_, field)| field == axis));
    let reach = if layer.layer == "places" { REACH_OF_PLACES } else { REACH };
    TableMapping { layer: layer.layer.to_owned(), columns, reach: if placed { reach } else { 0.0 }, ..TableMapping::default() }
}

/// A name as it is compared: letters and digits, lower case.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, layer: &str, expected: &[(&str, &str)]) {
        let header: Vec<String> = header.split(',').map(str::to_owned).collect();
        let called = |field: &str| if field == "population" { vec!["Население".to_owned()] } else { Vec::new() };
        let mapping = suggest(&header, &called);
        let columns: Vec<(&str, &str)> = mapping.columns.iter().map(|(column, field)| (column.as_str(), field.as_str())).collect();
        assert_eq!((mapping.layer.as_str(), columns.as_slice()), (layer, expected));
    }

    #[test]
    fn a_header_suggests_layer_and_fields() {
        check(
            "Name KK,LON,lat,НАСЕЛЕНИЕ,note",
            "places",
            &[("Name KK", "name_kk"), ("LON", "lon"), ("lat", "lat"), ("НАСЕЛЕНИЕ", "population")],
        );
        check("kind,name,lon,lat", "amenities", &[("name", "name"), ("lon", "lon"), ("lat", "lat"), ("kind", "kind")]);
        check("a,b", "amenities", &[]);
    }

    #[test]
    fn origins_are_no_fields() {
        assert!(layers().iter().all(|layer| layer.fields.iter().all(|field| !field.ends_with("_origin"))));
        assert!(layers().iter().any(|layer| layer.layer == "buildings" && layer.fields.contains(&"height")));
    }
}
