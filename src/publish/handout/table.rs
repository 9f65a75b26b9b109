//! Scenarios side by side, sphere by sphere.

use super::super::material::Material;
use super::{ScenarioName, common_standing, judgement};
use crate::twin::catalog::template::Sphere;
use crate::twin::metrics::compare::Cell;
use crate::twin::metrics::metric::Metric;
use crate::twin::model::origin::Origin;
use serde::Serialize;

/// A metric with its value in each column.
type MetricRow = (&'static Metric, Vec<Cell>);

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
    /// How far its figures can be trusted, where that is the same for all of them.
    pub standing: Option<String>,
    /// Its metrics.
    pub rows: Vec<Row>,
}

/// A metric.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// What it is called.
    pub name: String,
    /// How far it can be trusted, where that is not the same for all figures of the sphere.
    pub status: Option<String>,
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
    let columns = material.comparison.columns.iter().map(|column| match material.scenario(&column.id) {
        Some(scenario) => ScenarioName::new(material, scenario),
        None => ScenarioName { name: column.name.clone(), colour: None, year: None },
    });
    let mut spheres: Vec<(Sphere, Vec<MetricRow>)> = Vec::new();
    for row in material.comparison.rows() {
        match spheres.iter_mut().find(|(sphere, _)| *sphere == row.0.sphere) {
            Some((_, rows)) => rows.push(row),
            None => spheres.push((row.0.sphere, vec![row])),
        }
    }
    let groups = spheres.into_iter().map(|(sphere, rows)| group(material, sphere, &rows));
    Table { columns: columns.collect(), groups: groups.collect() }
}

fn group(material: &Material, sphere: Sphere, rows: &[MetricRow]) -> Group {
    let words = material.words;
    let origins: Vec<Origin> = rows.iter().map(|(metric, _)| metric.origin).collect();
    let standing = common_standing(&origins).map(|origin| words.choice(origin).to_lowercase());
    let is_said = standing.is_some();
    let rows = rows.iter().map(|(metric, cells)| Row {
        status: (!is_said).then(|| words.choice(metric.origin).to_lowercase()),
        ..row(material, metric, cells)
    });
    Group { sphere: words.choice(sphere).into_owned(), rows: rows.collect(), standing }
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
    Row { name: words.metric(metric).into_owned(), status: None, cells: cells.iter().map(entry).collect() }
}
