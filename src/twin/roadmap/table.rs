//! A roadmap as a table: indicators with baseline, target and what the models say, costs by year, and the years that the budget cannot pay.

use super::{Kpi, Outlay, Project, Roadmap};
use crate::twin::catalog::resource::Unit;
use crate::twin::metrics::metric::{Metric, find};
use crate::twin::metrics::spending::{Outlook, Spending};
use crate::twin::model::choice::Choice;
use crate::twin::scenario::month::Month;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// What costs less than this over the budget is not over it [tenge]: sums of parts.
const TOLERANCE: f64 = 1.0;

/// An indicator with its values.
#[derive(Clone, Debug, PartialEq)]
pub struct KpiRow<'a> {
    /// As it is written.
    pub kpi: &'a Kpi,
    /// The metric that models it.
    pub metric: Option<&'static Metric>,
    /// Before: as it is written, else as it is measured of the region as it is.
    pub baseline: Option<f64>,
    /// What the models say of the project's scenario.
    pub modelled: Option<f64>,
}

impl KpiRow<'_> {
    /// What it is counted in.
    pub fn unit(&self) -> Unit {
        self.kpi.unit.or(self.metric.map(|metric| metric.unit)).unwrap_or(Unit::Count)
    }

    /// Whether what is modelled reaches the target; none where nobody knows. From below or from above, as the baseline lies.
    pub fn is_reached(&self) -> Option<bool> {
        let (modelled, baseline) = (self.modelled?, self.baseline?);
        Some(if self.kpi.target >= baseline { modelled >= self.kpi.target } else { modelled <= self.kpi.target })
    }
}

/// A project with its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// As it is written.
    pub project: &'a Project,
    /// Its indicators.
    pub kpis: Vec<KpiRow<'a>>,
    /// What it costs by year [tenge].
    pub costs: BTreeMap<u32, f64>,
    /// Whether that follows from its solutions.
    pub is_computed: bool,
    /// The first month in which all of it is at work, where its solutions tell.
    pub at_work: Option<Month>,
}

impl Row<'_> {
    /// Whether its solutions are at work only after its deadline.
    pub fn is_late(&self) -> bool {
        self.at_work.is_some_and(|month| month > self.project.deadline.after(1))
    }

    /// What it costs in a year [tenge].
    pub fn cost(&self, year: u32) -> f64 {
        self.costs.get(&year).copied().unwrap_or(0.0)
    }
}

/// The whole table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table<'a> {
    /// A row a project, in the order of the roadmap.
    pub rows: Vec<Row<'a>>,
    /// The years of its columns.
    pub years: Vec<u32>,
    /// What the budget can give, by year [tenge].
    pub budget: BTreeMap<u32, f64>,
}

impl<'a> Table<'a> {
    /// Lays the table. `outlooks` are those of scenarios by id; `figure` is the value of a metric in a scenario, in the region as it is
    /// where that is empty.
    pub fn new(roadmap: &'a Roadmap, outlooks: &BTreeMap<String, Outlook>, figure: &dyn Fn(&str, &'static Metric) -> Option<f64>) -> Self {
        let budget = by_year(&roadmap.budget);
        let years = years(roadmap, outlooks);
        let row = |project: &'a Project| {
            let scenario = project.scenario.as_ref().map(|scenario| scenario.as_str());
            let outlook = scenario.and_then(|scenario| outlooks.get(scenario));
            let kpis = project.kpis.iter().map(|kpi| kpi_row(kpi, scenario, figure)).collect();
            let is_computed = project.costs.is_empty() && outlook.is_some();
            let costs = match outlook.filter(|_| is_computed) {
                Some(outlook) => years.iter().map(|&year| (year, cost(project, outlook, year))).filter(|(_, cost)| *cost != 0.0).collect(),
                None => by_year(&project.costs),
            };
            let at_work = outlook.and_then(|outlook| own(project, outlook).map(|(_, spending)| spending.at_work).max());
            Row { project, kpis, costs, is_computed, at_work }
        };
        Self { rows: roadmap.projects.iter().map(row).collect(), years, budget }
    }

    /// All costs of a year [tenge].
    pub fn total(&self, year: u32) -> f64 {
        self.rows.iter().map(|row| row.cost(year)).sum::<f64>() + 0.0
    }

    /// What of them the budget pays [tenge].
    pub fn from_budget(&self, year: u32) -> f64 {
        self.rows.iter().map(|row| row.cost(year) * row.project.budget_share()).sum::<f64>() + 0.0
    }

    /// Whether the budget cannot pay its part in a year. Where no budget is named, nothing is too much.
    pub fn is_over(&self, year: u32) -> bool {
        self.budget.get(&year).is_some_and(|budget| self.from_budget(year) > budget + TOLERANCE)
    }

    /// The table for programs.
    pub fn to_json(&self) -> Value {
        let years = self.years.iter().map(|&year| {
            json!({ "year": year, "cost": self.total(year), "from_budget": self.from_budget(year), "budget": self.budget.get(&year),
                "is_over": self.is_over(year) })
        });
        json!({ "projects": self.rows.iter().map(row_json).collect::<Vec<_>>(), "years": years.collect::<Vec<_>>() })
    }
}

fn row_json(row: &Row) -> Value {
    let project = row.project;
    let kpi = |row: &KpiRow| {
        json!({ "metric": row.metric.map(|metric| metric.id), "name": row.kpi.name, "unit": row.unit().name(),
            "baseline": row.baseline, "since": row.kpi.since, "target": row.kpi.target, "year": row.kpi.year,
            "modelled": row.modelled, "is_reached": row.is_reached() })
    };
    let costs: Vec<Value> = row.costs.iter().map(|(year, sum)| json!({ "year": year, "sum": sum })).collect();
    let funding = project.funding.iter().map(|part| json!({ "payer": part.payer.name(), "share": part.share.value }));
    json!({
        "id": project.id.value,
        "name": project.name,
        "scenario": project.scenario.as_ref().map(|scenario| scenario.as_str()),
        "direction": project.direction.map(Choice::name),
        "sphere": project.sphere.name(),
        "kpis": row.kpis.iter().map(kpi).collect::<Vec<_>>(),
        "deadline": project.deadline.to_string(),
        "at_work": row.at_work.map(|month| month.to_string()),
        "is_late": row.is_late(),
        "owner": project.owner,
        "level": project.level.name(),
        "flagship": project.flagship,
        "funding": funding.collect::<Vec<_>>(),
        "costs": costs,
        "costs_computed": row.is_computed,
    })
}

/// Sums by their years [tenge].
pub fn by_year(outlays: &[Outlay]) -> BTreeMap<u32, f64> {
    outlays.iter().map(|outlay| (outlay.year.value, outlay.sum)).collect()
}

/// Years of which the table tells: those of the budget, of costs by hand, and of what is built, without a gap.
fn years(roadmap: &Roadmap, outlooks: &BTreeMap<String, Outlook>) -> Vec<u32> {
    let outlays = roadmap.projects.iter().flat_map(|project| &project.costs).chain(&roadmap.budget);
    let mut years: BTreeSet<u32> = outlays.map(|outlay| outlay.year.value).collect();
    for project in &roadmap.projects {
        let outlook = project.scenario.as_ref().and_then(|scenario| outlooks.get(scenario.as_str()));
        let Some(outlook) = outlook.filter(|_| project.costs.is_empty()) else { continue };
        for (_, spending) in own(project, outlook) {
            years.extend(spending.capital.keys());
            years.insert(spending.at_work.year());
        }
    }
    let span: Option<RangeInclusive<u32>> = years.first().zip(years.last()).map(|(first, last)| *first..=*last);
    span.into_iter().flatten().collect()
}

/// What the solutions of a project cost, by their keys.
fn own<'a>(project: &'a Project, outlook: &'a Outlook) -> impl Iterator<Item = (&'a u32, &'a Spending)> {
    let is_own = |key: &u32| project.solutions.is_empty() || project.solutions.iter().any(|own| own.value == *key);
    outlook.spending.iter().filter(move |&(key, _)| is_own(key))
}

fn cost(project: &Project, outlook: &Outlook, year: u32) -> f64 {
    own(project, outlook).map(|(_, spending)| spending.in_year(year)).sum()
}

fn kpi_row<'a>(kpi: &'a Kpi, scenario: Option<&str>, figure: &dyn Fn(&str, &'static Metric) -> Option<f64>) -> KpiRow<'a> {
    let metric = kpi.metric.as_ref().and_then(|metric| find(metric));
    let measured = |scenario: &str| metric.and_then(|metric| figure(scenario, metric));
    KpiRow { kpi, metric, baseline: kpi.baseline.or_else(|| measured("")), modelled: scenario.and_then(measured) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::read_file;

    const TEXT: &str = r#"(
        version: 1,
        budget: [(year: 2026, sum: 100), (year: 2027, sum: 100)],
        projects: [
            (
                id: "school", name: (kk: "A", ru: "A", en: "A"), scenario: "quarter", solutions: [2], sphere: social,
                kpis: [
                    (metric: "reach-school", target: 80, year: 2027),
                    (metric: "school-load", baseline: 140, target: 100, year: 2027),
                    (name: (kk: "B", ru: "B", en: "B"), unit: percent, baseline: 10, target: 20, year: 2027),
                ],
                deadline: "2027-06", owner: (kk: "A", ru: "A", en: "A"), level: strategic,
                funding: [(payer: budget, share: 50), (payer: partnership, share: 50)],
            ),
            (
                id: "course", name: (kk: "A", ru: "A", en: "A"), sphere: social, deadline: "2026-12",
                owner: (kk: "A", ru: "A", en: "A"), level: operational, costs: [(year: 2026, sum: 90)],
            ),
        ],
    )"#;

    fn outlooks() -> BTreeMap<String, Outlook> {
        let spending = |sum: f64| Spending {
            capital: BTreeMap::from([(2026, sum), (2027, 2.0 * sum)]),
            yearly: 12.0,
            at_work: Month::january(2027).after(7),
        };
        let outlook = Outlook { spending: BTreeMap::from([(1, spending(1_000.0)), (2, spending(60.0))]), ..Outlook::default() };
        BTreeMap::from([("quarter".to_owned(), outlook)])
    }

    fn figure(scenario: &str, metric: &'static Metric) -> Option<f64> {
        match (scenario, metric.id) {
            ("", "reach-school") => Some(60.0),
            ("quarter", "reach-school") => Some(85.0),
            ("quarter", "school-load") => Some(120.0),
            _ => None,
        }
    }

    #[test]
    fn costs_follow_from_the_solutions_or_from_what_is_written() {
        let roadmap = read_file::<Roadmap>(TEXT).0.expect("a roadmap");
        let table = Table::new(&roadmap, &outlooks(), &figure);
        assert_eq!(table.years, [2026, 2027]);
        // The school is at work for the last five months of 2027.
        assert_eq!([2026, 2027].map(|year| table.rows[0].cost(year)), [60.0, 125.0]);
        assert_eq!((table.rows[0].is_computed, table.rows[1].is_computed), (true, false));
        assert_eq!([2026, 2027].map(|year| (table.total(year), table.from_budget(year))), [(150.0, 120.0), (125.0, 62.5)]);
        assert_eq!([2026, 2027, 2028].map(|year| table.is_over(year)), [true, false, false]);
        assert_eq!(table.rows.iter().map(Row::is_late).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn indicators_are_held_against_what_is_modelled() {
        let roadmap = read_file::<Roadmap>(TEXT).0.expect("a roadmap");
        let table = Table::new(&roadmap, &outlooks(), &figure);
        let told = |kpi: &KpiRow| (kpi.baseline, kpi.modelled, kpi.is_reached());
        let expected = [(Some(60.0), Some(85.0), Some(true)), (Some(140.0), Some(120.0), Some(false)), (Some(10.0), None, None)];
        assert_eq!(table.rows[0].kpis.iter().map(told).collect::<Vec<_>>(), expected);
        assert_eq!(table.rows[0].kpis[2].unit(), Unit::Percent);
        let json = table.to_json();
        assert_eq!(json["projects"][0]["kpis"][0]["modelled"], 85.0);
        assert_eq!((json["years"][0]["is_over"].as_bool(), json["projects"][0]["deadline"].as_str()), (Some(true), Some("2027-06")));
    }

    #[test]
    fn an_empty_roadmap_is_an_empty_table() {
        let roadmap = read_file::<Roadmap>("(version: 1)").0.expect("a roadmap");
        let table = Table::new(&roadmap, &BTreeMap::new(), &figure);
        assert_eq!(table, Table::default());
    }
}
