//! Metrics by year in words: their units, years between two steps, and rows for spreadsheets.

use super::spreadsheet::{plain, to_csv};
use super::words::Words;
use crate::twin::catalog::resource::Unit;
use crate::twin::metrics::metric::Metric;
use crate::twin::metrics::years::MetricYears;
use crate::twin::model::choice::Choice;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// Many of something: how a unit reads that stands by itself.
const MANY: f64 = 100.0;

impl Words {
    /// The unit of a metric by itself; none for plain numbers.
    pub fn metric_unit(&self, metric: &Metric) -> Option<String> {
        (metric.unit != Unit::Count).then(|| self.format(&format!("unit-{}", metric.unit.name()), &[("count", MANY.into())]))
    }

    /// A metric with its unit: `Walk to a school, m`.
    pub fn metric_in_unit(&self, metric: &Metric) -> String {
        let unit = self.metric_unit(metric).map(|unit| format!(", {unit}"));
        format!("{}{}", self.metric(metric), unit.unwrap_or_default())
    }

    /// Years in which nothing changes: `2027` or `2027–2029`.
    pub fn years(&self, span: &RangeInclusive<u32>) -> String {
        let (first, last) = (span.start(), span.end());
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    }

    /// Metrics of scenarios by year for spreadsheets: a row a metric of a scenario, with the value of what is and one for each year, as
    /// plain numbers. A scenario is told by id and name.
    pub fn years_csv(&self, scenarios: &[(&str, &str, &MetricYears)]) -> String {
        let years: BTreeSet<u32> = scenarios.iter().flat_map(|(.., told)| told.years.clone()).collect();
        let head = ["scenario", "scenario_name", "id", "metric", "unit", "base"].map(String::from);
        let mut rows: Vec<Vec<String>> = vec![head.into_iter().chain(years.iter().map(u32::to_string)).collect()];
        for (id, name, told) in scenarios {
            for metric in told.metrics() {
                let facts = [*id, *name, metric.id, &self.metric(metric), metric.unit.name()].map(String::from);
                let base = plain(told.base.get(metric.id).copied());
                let values = years.iter().map(|&year| plain(told.value(metric.id, year)));
                rows.push(facts.into_iter().chain([base]).chain(values).collect());
            }
        }
        to_csv(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::metrics::metric::find;
    use crate::twin::metrics::years::Step;
    use crate::twin::model::names::Language::{English, Russian};
    use std::collections::BTreeMap;

    #[test]
    fn a_unit_by_itself_reads_as_that_of_many() {
        let unit = |language, id| Words::new(language).metric_unit(find(id).expect("a metric"));
        assert_eq!(unit(English, "residents").as_deref(), Some("people"));
        assert_eq!(unit(Russian, "residents").as_deref(), Some("человек"));
        assert_eq!((unit(English, "work-places"), unit(English, "school-load").as_deref()), (None, Some("%")));
    }

    #[test]
    fn scenarios_of_different_years_share_their_columns() {
        let told = |years: RangeInclusive<u32>, value: f64| {
            let values = BTreeMap::from([("school-load", value)]);
            let step = Step { from: *years.start(), at_work: BTreeSet::new(), values };
            MetricYears { years, base: BTreeMap::from([("school-load", 120.0)]), steps: vec![step], notes: Vec::new() }
        };
        let (early, late) = (told(2026..=2027, 90.5), told(2027..=2028, 80.0));
        let csv = Words::new(English).years_csv(&[("a", "A, first", &early), ("b", "B", &late)]);
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines[0], "scenario,scenario_name,id,metric,unit,base,2026,2027,2028");
        assert!(lines[1].starts_with("a,\"A, first\",school-load,") && lines[1].ends_with(",percent,120,90.5,90.5,90.5"), "{csv}");
        assert!(lines[2].ends_with(",percent,120,120,80,80"), "before its first year all is as it is: {csv}");
    }
}
