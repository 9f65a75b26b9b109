//! What models take for granted: each assumption with a name, a unit, bounds, where it comes from, and a value that can be set.

use crate::twin::catalog::resource::Unit;
use crate::twin::model::origin::Origin;
use std::collections::BTreeMap;

/// An assumption of a model. Its name is `assume-<id>` in the locales.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AssumptionSpec {
    /// Short name in files.
    pub id: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// What is assumed where nobody sets it.
    pub value: f64,
    /// Least value that can be set.
    pub least: f64,
    /// Greatest value that can be set.
    pub most: f64,
    /// How far it can be trusted.
    pub origin: Origin,
    /// Document or reasoning; `source-<this>` in the locales.
    pub source: &'static str,
}

impl AssumptionSpec {
    /// What is taken for granted, and not modelled: a value with its bounds and its source.
    pub const fn assumed(id: &'static str, unit: Unit, value: f64, least: f64, most: f64, source: &'static str) -> Self {
        Self { id, unit, value, least, most, origin: Origin::Assumed, source }
    }
}

/// The assumptions in force: those set by hand, else those of the models.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assumptions(pub BTreeMap<String, f64>);

impl Assumptions {
    /// The value in force, within its bounds.
    pub fn get(&self, spec: &AssumptionSpec) -> f64 {
        let set = self.0.get(spec.id).copied().filter(|value| value.is_finite());
        set.unwrap_or(spec.value).clamp(spec.least, spec.most)
    }
}
