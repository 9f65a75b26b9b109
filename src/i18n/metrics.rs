//! Metrics in words: their names, and how each is made.

use super::words::Words;
use crate::twin::catalog::resource::Unit;
use crate::twin::metrics::metric::Metric;
use crate::twin::simulate::assumption::AssumptionSpec;
use std::borrow::Cow;

impl Words {
    /// What a metric is called.
    pub fn metric(&self, metric: &Metric) -> Cow<'_, str> {
        self.get(&format!("metric-{}", metric.id))
    }

    /// A value of it.
    pub fn metric_value(&self, metric: &Metric, value: f64) -> String {
        match metric.unit {
            Unit::Count => self.number(value, 0),
            unit => self.quantity(value, unit),
        }
    }

    /// An assumption: `Floor for one work place: 45 m² (assumed; own estimate)`.
    pub fn assumption(&self, spec: &AssumptionSpec) -> String {
        let value = match spec.unit {
            Unit::Count => self.number(spec.value, 2),
            unit => self.quantity(spec.value, unit),
        };
        let args = [
            ("name", self.get(&format!("assume-{}", spec.id)).into_owned().into()),
            ("value", value.into()),
            ("origin", self.choice(spec.origin).to_lowercase().into()),
            ("source", self.get(&format!("source-{}", spec.source)).into_owned().into()),
        ];
        self.format("assumption-line", &args)
    }

    /// How it is made: inputs, model, what is assumed.
    pub fn metric_made(&self, metric: &Metric) -> Cow<'_, str> {
        self.get(&format!("metric-made-{}", metric.id))
    }
}
