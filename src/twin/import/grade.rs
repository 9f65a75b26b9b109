//! The grade of the data: how much of what the sources hold arrived, and how much of it was observed rather than guessed.
//!
//! For each layer that has anything in it, in the spirit of ISO 19157 (data quality: completeness, thematic accuracy):
//! - *completeness* = objects kept ÷ objects found in the sources (at most 1);
//! - *observed share* = attribute values whose origin is `observed` ÷ attribute values that are known and say where they
//!   come from (1 where the layer keeps no origins). Unknown values are neither observed nor guessed.
//!
//! The region's score is the mean of completeness × observed share over its layers, each counted once, so that a
//! million trees do not speak for the schools. A from 0.90, B from 0.75, C from 0.55, D from 0.35, else E.
//! A sketch is E, whatever its score: its objects are generated. A region without any object is not graded.

use super::field_value::origin_of;
use crate::twin::model::choice::Choice;
use crate::twin::model::feature::{Attribute, Feature, Value};
use crate::twin::model::layer::Layer;
use crate::twin::model::names::Strings;
use crate::twin::model::origin::Origin;
use crate::twin::model::quality::{Grade, LayerQuality};
use crate::twin::model::region::{LayerVisitor, Region, Standing};

/// The least score of each grade, best first.
const THRESHOLDS: [(f64, Grade); 4] = [(0.90, Grade::A), (0.75, Grade::B), (0.55, Grade::C), (0.35, Grade::D)];

/// Fills in `quality.layers` (how many objects were found stays as the importers counted it) and `quality.grade`.
pub fn grade(region: &mut Region) {
    let mut count = Count { found: std::mem::take(&mut region.quality.layers), layers: Vec::new() };
    region.visit_layers(&mut count);
    let Count { mut layers, found } = count;
    // What an importer counted under a name that is no layer's is kept as it is.
    layers.extend(found);
    region.quality.grade = overall(&layers, region.standing);
    region.quality.layers = layers;
}

fn overall(layers: &[LayerQuality], standing: Standing) -> Grade {
    if layers.is_empty() {
        return Grade::Ungraded;
    }
    if standing == Standing::Sketch {
        return Grade::E;
    }
    let scores: f64 = layers.iter().map(|layer| completeness(layer) * layer.observed_share).sum();
    let score = scores / layers.len() as f64;
    // Sums of shares such as 0.9 fall short by rounding.
    THRESHOLDS.iter().find(|(least, _)| score >= least - 1e-9).map_or(Grade::E, |(_, grade)| *grade)
}

fn completeness(layer: &LayerQuality) -> f64 {
    if layer.found == 0 { 1.0 } else { (layer.kept as f64 / layer.found as f64).min(1.0) }
}

struct Count {
    /// What the importers counted.
    found: Vec<LayerQuality>,
    /// What the layers hold.
    layers: Vec<LayerQuality>,
}

impl LayerVisitor for Count {
    fn visit<T: Feature>(&mut self, layer: &Layer<T>, strings: &Strings) {
        let kept = layer.len() as u64;
        let mut found = 0;
        self.found.retain(|counted| {
            let own = counted.layer == T::LAYER;
            found += if own { counted.found } else { 0 };
            !own
        });
        if kept > 0 || found > 0 {
            let found = if found == 0 { kept } else { found };
            self.layers.push(LayerQuality { layer: T::LAYER.to_owned(), found, kept, observed_share: observed_share(layer, strings) });
        }
    }
}

/// Share of the known values that were observed, among attributes that keep their origin.
fn observed_share<T: Feature>(layer: &Layer<T>, strings: &Strings) -> f64 {
    let value_of = |field| T::ATTRIBUTES.iter().find(|attribute| attribute.field.name == field);
    let pairs: Vec<(&Attribute<T>, &Attribute<T>)> =
        T::ATTRIBUTES.iter().filter_map(|origin| Some((value_of(origin_of(origin)?)?, origin))).collect();
    let observed_name = Value::Text(Origin::Observed.name().to_owned());
    let (mut known, mut observed) = (0u64, 0u64);
    for feature in &layer.features {
        for (value, origin) in &pairs {
            if (value.get)(feature, strings) != Value::Null {
                known += 1;
                observed += u64::from((origin.get)(feature, strings) == observed_name);
            }
        }
    }
    if known == 0 { 1.0 } else { observed as f64 / known as f64 }
}
