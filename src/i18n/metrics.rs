//! Metrics in words: their names, and how each is made.

use super::spreadsheet::{plain, to_csv};
use super::words::Words;
use crate::twin::catalog::resource::Unit;
use crate::twin::metrics::compare::{Cell, Comparison};
use crate::twin::metrics::metric::Metric;
use crate::twin::metrics::shift::Side;
use crate::twin::model::choice::Choice;
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

    /// A difference of it with its sign; none where it is too small to show.
    pub fn metric_change(&self, metric: &Metric, delta: f64) -> Option<String> {
        let shown = self.metric_value(metric, delta.abs());
        let sign = if delta > 0.0 { '+' } else { '−' };
        shown.chars().any(|letter| ('1'..='9').contains(&letter)).then(|| format!("{sign}{shown}"))
    }

    /// An assumption: `Floor for one work place: 45 m² (assumed; own estimate)`.
    pub fn assumption(&self, spec: &AssumptionSpec, value: f64) -> String {
        let value = self.assumption_value(spec, value);
        let args = [
            ("name", self.get(&format!("assume-{}", spec.id)).into_owned().into()),
            ("value", value.into()),
            ("origin", self.choice(spec.origin).to_lowercase().into()),
            ("source", self.get(&format!("source-{}", spec.source)).into_owned().into()),
        ];
        self.format("assumption-line", &args)
    }

    /// A value of an assumption with its unit.
    pub fn assumption_value(&self, spec: &AssumptionSpec, value: f64) -> String {
        match spec.unit {
            Unit::Count => self.number(value, 2),
            // Nobody parts a year by thousands.
            Unit::CalendarYear => format!("{value:.0}"),
            unit => self.quantity(value, unit),
        }
    }

    /// Scenarios side by side for spreadsheets. A row a metric: id, name, unit, then value and difference of each scenario, as plain numbers.
    pub fn comparison_csv(&self, comparison: &Comparison) -> String {
        let mut head: Vec<String> = ["id", "metric", "unit"].map(String::from).to_vec();
        for (index, column) in comparison.columns.iter().enumerate() {
            head.push(column.name.clone());
            head.extend((index > 0).then(|| format!("Δ {}", column.name)));
        }
        let row = |(metric, cells): &(&Metric, Vec<Cell>)| {
            let mut row = vec![metric.id.to_owned(), self.metric(metric).into_owned(), metric.unit.name().to_owned()];
            for (index, cell) in cells.iter().enumerate() {
                row.push(plain(cell.value));
                row.extend((index > 0).then(|| plain(cell.delta)));
            }
            row
        };
        to_csv(std::iter::once(head).chain(comparison.rows().iter().map(row)))
    }

    /// A value of an outcome on the map.
    pub fn overlay_value(&self, field: &str, value: f64) -> String {
        match field {
            "volume" => self.quantity(value.round(), Unit::PerHour),
            "care" | "care-2sfca" | "care-3sfca" => self.quantity(value.round(), Unit::PerDay),
            "delay" | "line-load" | "school-load" => self.quantity(value.round(), Unit::Percent),
            "residents" => self.quantity(value.round(), Unit::People),
            "sun-hours" | "sun-grounds" => self.quantity((value * 10.0).round() / 10.0, Unit::Hours),
            "sun-roof" => self.quantity(value.round(), Unit::KilowattHoursPerYear),
            "transit-minutes" | "ambulance-share" | "fire-share" => self.quantity(value.round(), Unit::Minutes),
            "mobile-rate" => self.quantity(value, Unit::Megabits),
            "mobile-signal" => self.quantity(value.round(), Unit::DecibelMilliwatts),
            "mast-field" => self.quantity(value, Unit::MicrowattsPerSquareCentimetre),
            "flood-depth" => self.measured(value, 1, Unit::Metres.name()),
            "flood-arrival" => self.measured(value, 0, Unit::Hours.name()),
            "flood-hazard" => self.number(value, 1),
            _ => self.quantity(value.round(), Unit::Metres),
        }
    }

    /// The hour of a flood in which its water is seen: `30 h after the river began to rise`; without one its highest water.
    pub fn flood_hour(&self, hour: Option<f64>) -> String {
        let Some(hour) = hour else { return self.get("flood-highest").into_owned() };
        let hours = self.quantity((hour * 10.0).round() / 10.0, Unit::Hours);
        self.format("flood-hour-seen", &[("hours", hours.into())])
    }

    /// Who is better or worse off by a value: `Walk to a school: 1,240 people better off, by 230 m on average, most of them in Rudny`.
    pub fn shift(&self, field: &str, side: &Side, better: bool, place: &str) -> String {
        let args = [
            ("field", self.get(&format!("overlay-{field}")).into_owned().into()),
            ("people", self.quantity(side.people.round(), Unit::People).into()),
            ("change", self.overlay_value(field, side.mean).into()),
            ("place", place.to_owned().into()),
        ];
        self.format(if better { "shift-better" } else { "shift-worse" }, &args)
    }

    /// How it is made: inputs, model, what is assumed.
    pub fn metric_made(&self, metric: &Metric) -> Cow<'_, str> {
        self.get(&format!("metric-made-{}", metric.id))
    }
}
