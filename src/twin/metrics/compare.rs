//! Scenarios side by side: the differences from what is, and the best of each row.

use super::Measured;
use super::metric::{Better, METRICS, Metric};
use super::shift::{Shift, Side};
use crate::twin::model::choice::Choice;
use serde_json::{Value, json};
use std::sync::Arc;

/// A scenario with what was measured of it.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its id; empty for what is.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What was measured.
    pub measured: Arc<Measured>,
}

/// Scenarios side by side; the first is what the others are held against.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// In the order of the table.
    pub columns: Vec<Column>,
}

/// A value of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// The value; none where nobody can know.
    pub value: Option<f64>,
    /// How much more than in the first column.
    pub delta: Option<f64>,
    /// Whether that is better, and not merely different; none where it makes no difference.
    pub is_better: Option<bool>,
    /// Whether no other scenario is better, and some are worse.
    pub is_best: bool,
}

impl Cell {
    /// How much it differs from the first column, as a share of what is there; zero where nobody knows.
    pub fn change(&self) -> f64 {
        let (Some(value), Some(delta)) = (self.value, self.delta) else { return 0.0 };
        let scale = value.abs().max((value - delta).abs());
        if scale > 0.0 { delta.abs() / scale } else { 0.0 }
    }
}

impl Comparison {
    /// The rows of the table, in the order of the metrics. Metrics that no column knows are left out.
    pub fn rows(&self) -> Vec<(&'static Metric, Vec<Cell>)> {
        let known = |metric: &&Metric| self.columns.iter().any(|column| column.measured.values.contains_key(metric.id));
        METRICS.iter().filter(known).map(|metric| (metric, self.row(metric))).collect()
    }

    /// The table, by scenario, with who is better and who worse off.
    pub fn to_json(&self) -> Value {
        let rows = self.rows();
        let metrics = |column: usize| -> Vec<Value> {
            let cell = |(metric, cells): &(&Metric, Vec<Cell>)| {
                let Cell { value, delta, is_better, is_best } = cells[column];
                json!({ "id": metric.id, "value": value, "unit": metric.unit.name(), "delta": delta, "better": metric.better.name(),
                    "is_better": is_better, "is_best": is_best })
            };
            rows.iter().map(cell).collect()
        };
        let side = |side: &Side| json!({ "people": side.people, "mean": side.mean });
        let shift = |shift: &Shift| json!({ "field": shift.field, "better": side(&shift.better), "worse": side(&shift.worse) });
        let scenario = |(index, column): (usize, &Column)| {
            let shifts: Vec<Value> = column.measured.shifts.iter().map(shift).collect();
            json!({ "id": column.id, "name": column.name, "metrics": metrics(index), "shifts": shifts })
        };
        json!({ "scenarios": self.columns.iter().enumerate().map(scenario).collect::<Vec<_>>() })
    }

    fn row(&self, metric: &Metric) -> Vec<Cell> {
        let values: Vec<Option<f64>> = self.columns.iter().map(|column| column.measured.values.get(metric.id).copied()).collect();
        let base = values.first().copied().flatten();
        let signed = |value: f64| match metric.better {
            Better::Up => Some(value),
            Better::Down => Some(-value),
            Better::Neither => None,
        };
        let ranked = || values.iter().flatten().filter_map(|value| signed(*value));
        let (best, worst) = (ranked().fold(f64::NEG_INFINITY, f64::max), ranked().fold(f64::INFINITY, f64::min));
        let cell = |value: &Option<f64>| {
            let delta = value.zip(base).map(|(value, base)| value - base);
            let is_better = delta.filter(|delta| *delta != 0.0).and_then(signed).map(|gain| gain > 0.0);
            let is_best = best > worst && value.and_then(signed) == Some(best);
            Cell { value: *value, delta, is_better, is_best }
        };
        values.iter().map(cell).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(id: &str, capital: f64, green: Option<f64>) -> Column {
        let mut measured = Measured::default();
        measured.values.insert("capital", capital);
        measured.values.extend(green.map(|green| ("green-per-resident", green)));
        Column { id: id.into(), name: id.into(), measured: Arc::new(measured) }
    }

    #[test]
    fn differences_are_from_the_first_column_and_the_best_stands_out() {
        let table = Comparison { columns: vec![column("", 0.0, Some(8.0)), column("a", 5.0, Some(9.0)), column("b", 0.0, None)] };
        let rows = table.rows();
        let cell = |row: usize, column: usize| rows[row].1[column];
        assert_eq!(rows.iter().map(|(metric, _)| metric.id).collect::<Vec<_>>(), ["capital", "green-per-resident"]);
        assert_eq!(cell(0, 1), Cell { value: Some(5.0), delta: Some(5.0), is_better: Some(false), is_best: false });
        assert_eq!(cell(0, 2), Cell { value: Some(0.0), delta: Some(0.0), is_better: None, is_best: true });
        assert_eq!(cell(1, 1), Cell { value: Some(9.0), delta: Some(1.0), is_better: Some(true), is_best: true });
        assert_eq!(cell(1, 2), Cell { value: None, delta: None, is_better: None, is_best: false });
    }
}
