//! Metrics of a scenario by year: what is measured of the region with what is at work of it as each year ends.

use super::baseline::Baseline;
use super::metric::{METRICS, Metric};
use crate::twin::catalog::Catalog;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::choice::Choice;
use crate::twin::scenario::resolve::Plan;
use crate::twin::scenario::schedule::Schedule;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Years told at most: a plan that lasts longer has a year that is mistyped.
const MOST: u32 = 400;

/// What is at work from a year on, and what is measured of the region with that alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The first year at whose end it is so. It stays so until the next step.
    pub from: u32,
    /// Keys of the solutions at work.
    pub at_work: BTreeSet<u32>,
    /// Values by the id of their metric. What nobody can know is not there.
    pub values: BTreeMap<&'static str, f64>,
}

/// Metrics of a scenario by year, each as the year ends: what is at work in December counts, and nothing else. Sums of money are those of
/// what is at work, too: when they are spent says [`super::spending`].
#[derive(Clone, Debug, PartialEq)]
pub struct MetricYears {
    /// From the first beginning to the first whole year in which everything is at work.
    pub years: RangeInclusive<u32>,
    /// The region as it is: values by the id of their metric.
    pub base: BTreeMap<&'static str, f64>,
    /// One for each year in which something comes to be at work, and one for the first year, in their order.
    pub steps: Vec<Step>,
    /// What models complained about, each complaint once.
    pub notes: Vec<Diagnostic>,
}

/// Measures a plan of a scenario that is for a year, step by step, from the region as it is; years in which nothing comes to be at work
/// are those before them. Where nothing is planned, that year and the one after are as the region is. `proceed` is told how many of how
/// many steps are measured, before each; none where it says no.
pub fn by_year(
    baseline: &Baseline,
    plan: &Plan,
    catalog: &Catalog,
    year: u32,
    proceed: &mut dyn FnMut(usize, usize) -> bool,
) -> Option<MetricYears> {
    let schedule = Schedule::new(plan, catalog, year);
    let years = schedule.years_and_after().unwrap_or(year..=year.saturating_add(1));
    let years = *years.start()..=(*years.end()).min(years.start().saturating_add(MOST - 1));
    let states = states(plan, &schedule, &years);
    let mut told = MetricYears { years, base: baseline.measured().values.clone(), steps: Vec::new(), notes: Vec::new() };
    for (number, (from, at_work)) in states.iter().enumerate() {
        if !proceed(number, states.len()) {
            return None;
        }
        let measured = baseline.with(&part(plan, at_work), catalog);
        for note in measured.notes() {
            if !told.notes.contains(note) {
                told.notes.push(note.clone());
            }
        }
        told.steps.push(Step { from: *from, at_work: at_work.clone(), values: measured.values });
    }
    Some(told)
}

/// What is at work at the ends of years: a state for the first of them, and for each in which there is more.
fn states(plan: &Plan, schedule: &Schedule, years: &RangeInclusive<u32>) -> Vec<(u32, BTreeSet<u32>)> {
    let (first, last) = (*years.start(), *years.end());
    let mut new: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::from([(first, BTreeSet::new())]);
    for &key in plan.solutions.keys() {
        // What is at work from any month of a year on is so in its December; what has no course is there already.
        let from = schedule.courses.get(&key).map_or(first, |course| course.end.year().max(first));
        if from <= last {
            new.entry(from).or_default().insert(key);
        }
    }
    let mut at_work = BTreeSet::new();
    let state = |(from, keys): (u32, BTreeSet<u32>)| {
        at_work.extend(keys);
        (from, at_work.clone())
    };
    new.into_iter().map(state).collect()
}

/// A plan with some of its solutions alone.
fn part(plan: &Plan, keys: &BTreeSet<u32>) -> Plan {
    let solutions = plan.solutions.iter().filter(|(key, _)| keys.contains(key));
    Plan { solutions: solutions.map(|(key, resolved)| (*key, resolved.clone())).collect(), faults: BTreeMap::new() }
}

impl MetricYears {
    /// What is at work as a year ends, and what is measured of it; none before the first year.
    pub fn step(&self, year: u32) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.from <= year)
    }

    /// A metric as a year ends; none where nobody can know. Before the first year all is as it is, after the last as in the last.
    pub fn value(&self, metric: &str, year: u32) -> Option<f64> {
        self.step(year).map_or(&self.base, |step| &step.values).get(metric).copied()
    }

    /// The metrics that are known in some year, in the order of the table of metrics.
    pub fn metrics(&self) -> Vec<&'static Metric> {
        let all = || std::iter::once(&self.base).chain(self.steps.iter().map(|step| &step.values));
        METRICS.iter().filter(|metric| all().any(|values| values.contains_key(metric.id))).collect()
    }

    /// The years between steps, in their order.
    pub fn spans(&self) -> Vec<RangeInclusive<u32>> {
        let ends = self.steps.iter().skip(1).map(|step| step.from.saturating_sub(1)).chain([*self.years.end()]);
        self.steps.iter().zip(ends).map(|(step, end)| step.from..=end).collect()
    }

    /// As JSON: years with the keys of what is at work, and metrics with the value of what is and one for each year.
    pub fn to_json(&self) -> Value {
        let years = || self.years.clone();
        let values = |metric: &Metric| years().map(|year| self.value(metric.id, year)).collect::<Vec<_>>();
        let metric = |metric: &Metric| {
            json!({ "id": metric.id, "unit": metric.unit.name(), "better": metric.better.name(), "base": self.base.get(metric.id),
                "values": values(metric) })
        };
        let year = |year: u32| json!({ "year": year, "at_work": self.step(year).map(|step| &step.at_work) });
        json!({ "years": years().map(year).collect::<Vec<_>>(), "metrics": self.metrics().into_iter().map(metric).collect::<Vec<_>>() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told() -> MetricYears {
        let step = |from, keys: &[u32], load| Step {
            from,
            at_work: keys.iter().copied().collect(),
            values: BTreeMap::from([("school-load", load), ("residents", 900.0)]),
        };
        let base = BTreeMap::from([("school-load", 120.0), ("residents", 900.0)]);
        let steps = vec![step(2026, &[], 120.0), step(2028, &[1], 100.0), step(2031, &[1, 2], 80.0)];
        MetricYears { years: 2026..=2032, base, steps, notes: Vec::new() }
    }

    #[test]
    fn a_year_without_a_step_is_that_before() {
        let told = told();
        let loads: Vec<Option<f64>> = (2025..=2033).map(|year| told.value("school-load", year)).collect();
        let expected = [120.0, 120.0, 120.0, 100.0, 100.0, 100.0, 80.0, 80.0, 80.0].map(Some);
        assert_eq!(loads, expected);
        assert_eq!(told.value("car-share", 2028), None);
        assert_eq!(told.spans(), [2026..=2027, 2028..=2030, 2031..=2032]);
        assert_eq!(told.metrics().iter().map(|metric| metric.id).collect::<Vec<_>>(), ["residents", "school-load"]);
    }

    #[test]
    fn as_json_every_year_has_its_value() {
        let told = told().to_json();
        assert_eq!(told["years"][2], json!({ "year": 2028, "at_work": [1] }));
        assert_eq!(told["metrics"][1]["values"], json!([120.0, 120.0, 100.0, 100.0, 100.0, 80.0, 80.0]));
        assert_eq!((&told["metrics"][1]["base"], &told["metrics"][1]["unit"]), (&json!(120.0), &json!("percent")));
    }
}
