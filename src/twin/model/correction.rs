//! A value set right by hand: kept with who says so and since when, apart from any proposal, and put back after a re-import.

use serde::{Deserialize, Serialize};

/// One corrected value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Layer of the feature.
    pub layer: String,
    /// The feature, as its [`FeatureId`](super::id::FeatureId) is written.
    pub feature: String,
    /// The attribute's column name.
    pub field: String,
    /// The right value, as text.
    pub value: String,
    /// Who or what says so.
    pub source: String,
    /// ISO date of the correction.
    pub date: String,
}
