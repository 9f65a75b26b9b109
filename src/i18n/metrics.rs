//! Metrics in words: their names, and how each is made.

use super::words::Words;
use crate::twin::catalog::resource::Unit;
use crate::twin::metrics::metric::Metric;
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

    /// How it is made: inputs, model, what is assumed.
    pub fn metric_made(&self, metric: &Metric) -> Cow<'_, str> {
        self.get(&format!("metric-made-{}", metric.id))
    }
}
