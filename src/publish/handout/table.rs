//! Scenarios side by side, sphere by sphere.

use super::super::material::Material;
use super::{ScenarioName, judgement};
use crate::twin::catalog::template::Sphere;
use crate::twin::metrics::compare::Cell;
use crate::twin::metrics::metric::Metric;
use serde::Serialize;

/// Scenarios side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// What is compared; first the region as it is.
    pub columns: Vec<ScenarioName>,
    /// The rows, sphere by sphere.
    pub groups: Vec<Group>,
}

/// The rows of a sphere.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// The sphere of the smart-city standard.
    pub sphere: String,
    /// Its metrics.
    pub rows: Vec<Row>,
}

/// A metric.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// What it is called.
    pub name: String,
    /// How far it can be trusted.
    pub status: String,
    /// One a column.
    pub cells: Vec<Entry>,
}

/// A value of the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// With its unit; a dash where nobody knows.
    pub value: String,
    /// The difference from the region as it is, with its sign.
    pub change: Option<String>,
    /// `better` or `worse`.
    pub judgement: Option<&'static str>,
    /// Whether no other scenario is better.
    pub best: bool,
}

/// Lays the scenarios of a tour side by side.
pub fn table(material: &Material) -> Table {
    let words = material.words;
    let columns = material.comparison.columns.iter().map(|column| match material.scenario(&column.id) {
        Some(scenario) => ScenarioName::new(material, scenario),
        None => ScenarioName { name: column.name.clone(), colour: None, year: None },
    });
    let mut spheres: Vec<(Sphere, Vec<Row>)> = Vec::new();
    for (metric, cells) in material.comparison.rows() {
        let row = row(material, metric, &cells);
        match spheres.iter_mut().find(|(sphere, _)| *sphere == metric.sphere) {
            Some((_, rows)) => rows.push(row),
            None => spheres.push((metric.sphere, vec![row])),
        }
    }
    let group = |(sphere, rows)| Group { sphere: words.choice::<Sphere>(sphere).into_owned(), rows };
    Table { columns: columns.collect(), groups: spheres.into_iter().map(group).collect() }
}

fn row(material: &Material, metric: &Metric, cells: &[Cell]) -> Row {
    let words = material.words;
    let entry = |cell: &Cell| {
        let change = cell.delta.and_then(|delta| words.metric_change(metric, delta));
        Entry {
            value: cell.value.map_or_else(|| "—".to_owned(), |value| words.metric_value(metric, value)),
            judgement: change.as_ref().and_then(|_| judgement(cell.is_better)),
            change,
            best: cell.is_best,
        }
    };
    Row {
        name: words.metric(metric).into_owned(),
        status: words.choice(metric.origin).to_lowercase(),
        cells: cells.iter().map(entry).collect(),
    }
}
