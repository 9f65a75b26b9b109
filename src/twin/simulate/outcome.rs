//! What a model says: values of metrics, values on the map, and what it complains about.

use super::table::Table;
use crate::twin::catalog::resource::Unit;
use crate::twin::diagnostic::Diagnostic;

/// What a model says of a region.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Values by the id of their metric; none where nobody can know.
    pub values: Vec<(&'static str, Option<f64>)>,
    /// Values of single features, to be drawn.
    pub fields: Vec<Field>,
    /// Values over the hours of a day.
    pub series: Vec<Series>,
    /// What is said of single features in several columns.
    pub tables: Vec<Table>,
    /// What was wrong with the input, and what the rest was computed without.
    pub notes: Vec<Diagnostic>,
}

/// A value for each of some features of a layer. Its name is `overlay-<id>` in the locales.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Short name.
    pub id: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// Name of the layer.
    pub layer: &'static str,
    /// Number of the feature in its layer, and its value; in the order of the layer.
    pub values: Vec<(u32, f32)>,
    /// What those without a value count as: how far was looked, or nothing.
    pub beyond: f32,
}

/// A value for each of some hours of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Short name; `series-<id>` in the locales.
    pub id: &'static str,
    /// The hour, 0 to 23, and its value.
    pub values: Vec<(u8, f64)>,
}

impl Outcome {
    /// Adds the value of a metric. What is not a number is not known.
    pub fn set(&mut self, metric: &'static str, value: impl Into<Option<f64>>) {
        // The sum of nothing is −0 to the machine.
        self.values.push((metric, value.into().filter(|value| value.is_finite()).map(|value| value + 0.0)));
    }
}

/// A share in percent; none of nothing.
pub fn percent(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| 100.0 * part / whole)
}
