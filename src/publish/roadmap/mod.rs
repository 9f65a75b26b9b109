//! The roadmap in print: projects by direction with indicators, deadlines, owners and costs by year, worded in one language.

mod notes;
mod project;

use super::imprint::Imprint;
use super::typesetting::{Document, Sheet};
use crate::i18n::Words;
use crate::twin::catalog::template::{Basis, Direction};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::metrics::spending::rests_on;
use crate::twin::model::choice::Choice;
use crate::twin::roadmap::table::{Row, Table};
use crate::twin::simulate::assumption::Assumptions;
use minijinja::Environment;
use minijinja::value::Serde;
use notes::Notes;
use project::ProjectLine;
use serde::Serialize;
use std::collections::BTreeMap;

/// Headings by the names that templates know, with their keys in the locales.
const LABELS: [(&str, &str); 18] = [
    ("title", "sheet-roadmap"),
    ("project", "roadmap-project"),
    ("indicator", "roadmap-indicator"),
    ("baseline", "roadmap-baseline"),
    ("target", "roadmap-target"),
    ("modelled", "roadmap-modelled"),
    ("reached", "roadmap-reached"),
    ("missed", "roadmap-missed"),
    ("deadline", "roadmap-deadline"),
    ("owner", "roadmap-owner"),
    ("level", "roadmap-level"),
    ("funding", "roadmap-funding"),
    ("costs", "roadmap-costs-millions"),
    ("all-years", "roadmap-all-years"),
    ("over", "roadmap-over-limit"),
    ("over-long", "roadmap-over"),
    ("sources", "roadmap-sources"),
    ("assumptions", "handout-assumptions"),
];

/// The template of the page; its name makes the engine escape all that is put in.
const PAGE: &str = "roadmap.html";

/// Everything that a reader of the printed roadmap sees.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PrintedRoadmap {
    /// The language, ISO 639-1.
    pub language: &'static str,
    /// Headings by their names.
    pub words: BTreeMap<&'static str, String>,
    /// What stands on every page.
    pub imprint: Imprint,
    /// The years of the columns.
    pub years: Vec<Year>,
    /// Projects by the directions of the strategy; those of none at the end.
    pub groups: Vec<Group>,
    /// All projects together, what the budget pays of them, and what it can give.
    pub sums: Vec<Sum>,
    /// Where the figures come from: notes, counted from 1.
    pub notes: Vec<String>,
    /// What the costs take for granted.
    pub assumptions: Vec<String>,
}

/// A year of the columns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Year {
    /// Its number.
    pub name: String,
    /// Whether the budget cannot pay its part.
    pub is_over: bool,
}

/// The projects of a direction.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// What the direction is called.
    pub name: String,
    /// Its projects.
    pub projects: Vec<ProjectLine>,
    /// What they cost by year [million tenge].
    pub costs: Vec<String>,
    /// The same in all years.
    pub total: String,
}

/// A sum by year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sum {
    /// What is added up.
    pub name: String,
    /// Where it comes from: number of a note.
    pub note: Option<usize>,
    /// By year [million tenge].
    pub values: Vec<String>,
    /// In all years.
    pub total: String,
    /// Whether it is what years are over the budget by.
    pub is_marked: bool,
}

impl PrintedRoadmap {
    /// Words a table. `basis` says where the budget comes from.
    pub fn new(words: &Words, table: &Table, basis: Option<&Basis>, assumptions: &Assumptions, imprint: Imprint) -> Self {
        let mut notes = Notes::new(words);
        let directions = Direction::ALL.iter().copied().map(Some).chain([None]);
        let groups = directions.filter_map(|direction| group(words, table, direction, &mut notes)).collect();
        let sums = sums(words, table, basis, &mut notes);
        Self {
            language: words.language().code(),
            words: LABELS.iter().map(|(name, key)| (*name, words.get(key).into_owned())).collect(),
            imprint,
            years: table.years.iter().map(|&year| Year { name: year.to_string(), is_over: table.is_over(year) }).collect(),
            groups,
            sums,
            notes: notes.into_lines(),
            assumptions: rests_on().map(|spec| words.assumption(spec, assumptions.get(spec))).collect(),
        }
    }

    /// Sets it: landscape, A4.
    ///
    /// # Errors
    /// `sheet-broken`.
    pub fn pdf(&self) -> Result<Document, Diagnostic> {
        let mut sheet = Sheet::new("roadmap.typ", include_str!("../../../assets/publish/roadmap.typ"))?;
        sheet.add("roadmap.json", serde_json::to_vec(self).map_err(|error| broken(&error))?)?;
        sheet.typeset()
    }

    /// Makes one page of HTML of it, with nothing outside.
    ///
    /// # Errors
    /// `sheet-broken`.
    pub fn html(&self) -> Result<String, Diagnostic> {
        let mut environment = Environment::new();
        environment.add_template(PAGE, include_str!("../../../assets/publish/roadmap.html")).map_err(|error| broken(&error))?;
        let template = environment.get_template(PAGE).map_err(|error| broken(&error))?;
        template.render(Serde(self)).map_err(|error| broken(&error))
    }
}

fn broken(error: &dyn std::error::Error) -> Diagnostic {
    Diagnostic::error("sheet-broken").with("reason", error.to_string())
}

/// The projects of a direction; none where it has none.
fn group(words: &Words, table: &Table, direction: Option<Direction>, notes: &mut Notes) -> Option<Group> {
    let rows: Vec<&Row> = table.rows.iter().filter(|row| row.project.direction == direction).collect();
    if rows.is_empty() {
        return None;
    }
    let name = direction.map_or_else(|| words.get("roadmap-no-direction").into_owned(), |direction| words.choice(direction).into_owned());
    let cost = |year: &u32| rows.iter().map(|row| row.cost(*year)).sum::<f64>() + 0.0;
    let costs: Vec<f64> = table.years.iter().map(cost).collect();
    Some(Group {
        name,
        projects: rows.iter().map(|row| ProjectLine::new(words, row, table, notes)).collect(),
        total: millions(words, Some(costs.iter().sum::<f64>() + 0.0)),
        costs: costs.into_iter().map(|cost| millions(words, Some(cost))).collect(),
    })
}

/// A sum of money by the year.
type OfYear<'a> = &'a dyn Fn(u32) -> Option<f64>;

fn sums(words: &Words, table: &Table, basis: Option<&Basis>, notes: &mut Notes) -> Vec<Sum> {
    let note = basis.map(|basis| notes.add(words.format("roadmap-budget-basis", &[("basis", words.basis(basis).into())])));
    let rows: [(&str, Option<usize>, OfYear); 3] = [
        ("roadmap-total", None, &|year| Some(table.total(year))),
        ("roadmap-from-budget", None, &|year| Some(table.from_budget(year))),
        ("roadmap-limit", note, &|year| table.budget.get(&year).copied()),
    ];
    let sum = |(key, note, of_year): (&str, Option<usize>, OfYear)| {
        let values: Vec<Option<f64>> = table.years.iter().map(|&year| of_year(year)).collect();
        // Where no year is known, nothing is known of all.
        let known: Vec<f64> = values.iter().copied().flatten().collect();
        Sum {
            name: words.get(key).into_owned(),
            note,
            total: millions(words, (!known.is_empty()).then(|| known.iter().sum::<f64>() + 0.0)),
            values: values.into_iter().map(|value| millions(words, value)).collect(),
            is_marked: key == "roadmap-from-budget",
        }
    };
    rows.into_iter().map(sum).collect()
}

/// A sum in millions of tenge, with a decimal; less than that with as many as tell something, nothing as a dash.
fn millions(words: &Words, tenge: Option<f64>) -> String {
    match tenge.unwrap_or(0.0) / 1e6 {
        0.0 => "—".to_owned(),
        sum if sum.abs() < 0.1 => words.number(sum, 3),
        sum => words.number(sum, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::labels::tests::assert_complete;
    use crate::twin::model::names::Language;

    #[test]
    fn every_heading_has_its_words_and_the_templates_ask_for_no_other() {
        let headings = LABELS.map(|(name, key)| (name, key.to_owned()));
        let templates = [include_str!("../../../assets/publish/roadmap.typ"), include_str!("../../../assets/publish/roadmap.html")];
        assert_complete(&headings, &templates);
    }

    #[test]
    fn sums_are_millions() {
        let words = Words::new(Language::English);
        let told = [None, Some(0.0), Some(1_234_560_000.0), Some(-90_000_000.0), Some(20_000.0)].map(|sum| millions(&words, sum));
        assert_eq!(told, ["—", "—", "1,234.6", "\u{2212}90.0", "0.020"]);
    }
}
