//! Values set right by hand: put on, remembered, and put back after a re-import.

use super::field_value::{Assigned, assign};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::correction::Correction;
use crate::twin::model::feature::Feature;
use crate::twin::model::id::FeatureId;
use crate::twin::model::layer::Layer;
use crate::twin::model::names::Strings;
use crate::twin::model::quality::Finding;
use crate::twin::model::region::{LayerVisitorMut, Region};
use std::collections::BTreeMap;

/// Puts the region's corrections back onto its features, in their order; counts those kept, and those whose feature
/// or field is no longer there. A corrected value is an observed one.
pub fn apply(region: &mut Region) {
    let corrections = std::mem::take(&mut region.corrections);
    let outcomes = put(region, &corrections);
    for (correction, outcome) in corrections.iter().zip(outcomes) {
        let finding = if outcome == Outcome::Put { Finding::CorrectionsKept } else { Finding::CorrectionsOrphaned };
        region.quality.note(finding, format!("{} {}", correction.feature, correction.field));
    }
    region.corrections = corrections;
}

/// Sets one value right and remembers it, instead of an older correction of the same field.
///
/// Fields are the attributes of the feature's layer, and its `name`, `name_kk`, `name_ru`, `name_en`; an empty value
/// says that nothing is known. Nothing is changed where the diagnostic says why not.
pub fn correct(region: &mut Region, correction: Correction) -> Result<(), Diagnostic> {
    let complaint = |code| {
        Diagnostic::error(code)
            .with("layer", correction.layer.as_str())
            .with("feature", correction.feature.as_str())
            .with("field", correction.field.as_str())
            .with("value", correction.value.as_str())
    };
    match put(region, std::slice::from_ref(&correction)).first() {
        Some(Outcome::Put) => {}
        Some(Outcome::NoSuchField) => return Err(complaint("correction-field-unknown")),
        Some(Outcome::OddValue) => return Err(complaint("correction-value-odd")),
        Some(Outcome::NoSuchFeature) => return Err(complaint("correction-feature-unknown")),
        Some(Outcome::NoSuchLayer) | None => return Err(complaint("correction-layer-unknown")),
    }
    let same =
        |known: &Correction| (&known.layer, &known.feature, &known.field) == (&correction.layer, &correction.feature, &correction.field);
    region.corrections.retain(|known| !same(known));
    region.corrections.push(correction);
    Ok(())
}

/// What became of a correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Put,
    NoSuchLayer,
    NoSuchFeature,
    NoSuchField,
    OddValue,
}

/// Puts corrections onto the features they name.
fn put(region: &mut Region, corrections: &[Correction]) -> Vec<Outcome> {
    let mut wanted: BTreeMap<&str, BTreeMap<FeatureId, Vec<usize>>> = BTreeMap::new();
    for (index, correction) in corrections.iter().enumerate() {
        let layer = wanted.entry(&correction.layer).or_default();
        if let Ok(id) = correction.feature.parse() {
            layer.entry(id).or_default().push(index);
        }
    }
    let mut put = Put { corrections, wanted, outcomes: vec![Outcome::NoSuchLayer; corrections.len()] };
    region.visit_layers_mut(&mut put);
    put.outcomes
}

struct Put<'a> {
    corrections: &'a [Correction],
    /// Corrections by layer and feature.
    wanted: BTreeMap<&'a str, BTreeMap<FeatureId, Vec<usize>>>,
    outcomes: Vec<Outcome>,
}

impl LayerVisitorMut for Put<'_> {
    fn visit<T: Feature>(&mut self, layer: &mut Layer<T>, strings: &mut Strings) {
        let Some(wanted) = self.wanted.get(T::LAYER) else { return };
        for (correction, outcome) in self.corrections.iter().zip(&mut self.outcomes) {
            if correction.layer == T::LAYER {
                *outcome = Outcome::NoSuchFeature;
            }
        }
        for feature in &mut layer.features {
            for &index in wanted.get(&feature.id()).into_iter().flatten() {
                let Correction { field, value, .. } = &self.corrections[index];
                self.outcomes[index] = match assign(feature, field, value, strings) {
                    Assigned::Done => Outcome::Put,
                    Assigned::NoSuchField => Outcome::NoSuchField,
                    Assigned::OddValue => Outcome::OddValue,
                };
            }
        }
    }
}
