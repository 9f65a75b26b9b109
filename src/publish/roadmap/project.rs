//! A project in print, with its indicators and what it costs by year.

use super::super::material::said;
use super::millions;
use super::notes::Notes;
use crate::i18n::Words;
use crate::twin::model::origin::Origin;
use crate::twin::roadmap::table::{KpiRow, Row, Table};
use serde::Serialize;

/// A project.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProjectLine {
    /// What it is called.
    pub name: String,
    /// Sphere of the smart-city standard.
    pub sphere: String,
    /// That it is a flagship project, where it is one.
    pub flagship: Option<String>,
    /// Its indicators.
    pub kpis: Vec<KpiLine>,
    /// The month by whose end it is to be done.
    pub deadline: String,
    /// Where deadline and costs come from: number of a note.
    pub note: Option<usize>,
    /// When its solutions are at work, where they tell.
    pub at_work: Option<String>,
    /// Whether that is later than the deadline.
    pub is_late: bool,
    /// Who answers for it.
    pub owner: String,
    /// The level at which it is run.
    pub level: String,
    /// Who pays which part; a dash where nothing is said.
    pub funding: String,
    /// What it costs by year [million tenge].
    pub costs: Vec<String>,
    /// The same in all years.
    pub total: String,
    /// How the costs are known: number of a note.
    pub costs_note: Option<usize>,
}

/// An indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KpiLine {
    /// What it is called.
    pub name: String,
    /// Where baseline and target come from: number of a note.
    pub note: Option<usize>,
    /// Its value before, with the year.
    pub baseline: String,
    /// Where that comes from, where it is not written: number of a note.
    pub baseline_note: Option<usize>,
    /// Its value at the end.
    pub target: String,
    /// The year by whose end that is to be reached.
    pub year: String,
    /// What the models say; a dash where none does.
    pub modelled: String,
    /// Whether that reaches the target; none where nobody knows.
    pub is_reached: Option<bool>,
}

impl ProjectLine {
    pub(super) fn new(words: &Words, row: &Row, table: &Table, notes: &mut Notes) -> Self {
        let project = row.project;
        let costs: Vec<f64> = table.years.iter().map(|&year| row.cost(year)).collect();
        let told = costs.iter().any(|cost| *cost != 0.0);
        let key = if row.is_computed { "roadmap-costs-computed" } else { "roadmap-costs" };
        let at_work = if row.is_late() { "roadmap-at-work-late" } else { "roadmap-at-work" };
        Self {
            name: said(words, &project.name).to_owned(),
            sphere: words.choice(project.sphere).into_owned(),
            flagship: project.flagship.then(|| words.get("roadmap-flagship").into_owned()),
            kpis: row.kpis.iter().map(|kpi| KpiLine::new(words, kpi, notes)).collect(),
            deadline: words.month(project.deadline.value),
            note: notes.basis(project.basis.as_ref()),
            at_work: row.at_work.map(|month| words.format(at_work, &[("month", words.month(month).into())])),
            is_late: row.is_late(),
            owner: said(words, &project.owner).to_owned(),
            level: words.choice(project.level).into_owned(),
            funding: if project.funding.is_empty() { "—".to_owned() } else { words.funding(&project.funding) },
            total: millions(words, Some(costs.iter().sum::<f64>() + 0.0)),
            costs: costs.into_iter().map(|cost| millions(words, Some(cost))).collect(),
            costs_note: told.then(|| notes.add(words.get(key).into_owned())),
        }
    }
}

impl KpiLine {
    fn new(words: &Words, row: &KpiRow, notes: &mut Notes) -> Self {
        let since = row.kpi.since.map(|year| format!(" ({year})")).unwrap_or_default();
        let is_measured = row.kpi.baseline.is_none() && row.baseline.is_some();
        Self {
            name: words.kpi_name(row),
            note: notes.basis(row.kpi.basis.as_ref()),
            baseline: words.kpi_value(row, row.baseline) + &since,
            baseline_note: is_measured.then(|| notes.add(words.choice(Origin::Modelled).into_owned())),
            target: words.kpi_value(row, Some(row.kpi.target)),
            year: row.kpi.year.to_string(),
            modelled: words.kpi_value(row, row.modelled),
            is_reached: row.is_reached(),
        }
    }
}
