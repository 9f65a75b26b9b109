//! Tables of people, suppliers and what it costs to get from one to the other: what is within reach, who goes where and what stands best,
//! against published answers.

use super::Verification;
use super::cells::odd;
use super::check::{Case, CaseKind, Measured, Subject};
use crate::twin::advise::siting::Siting;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::simulate::access::catchment::{three_step, two_step};
use crate::twin::simulate::access::cumulative::opportunities;
use crate::twin::simulate::access::decay::Decay;
use crate::twin::simulate::capacity::transport::{Unmet, assign};
use crate::twin::simulate::routing::reach::Reach;
use std::collections::BTreeMap;

/// The published answers for 205 tracts and 16 stores of San Francisco: the mean way to the best four stores, and how many tracts the best
/// four leave farther off than 5 km.
pub const SAN_FRANCISCO: &str = "median,,4,,2982.1268579890657,1e-9\nuncovered,5000,4,,21,0.5\n";
/// Who published them.
pub const SAN_FRANCISCO_SOURCE: &str = "PySAL spopt";
/// The published answer for ten students and 91 places at 74 schools: the least time of all together.
pub const STUDENTS: &str = "assignment,,,,687,1e-6\n";
/// Who published it.
pub const STUDENTS_SOURCE: &str = "UCL: Bearman & Wolf, 2023";

/// People and suppliers by their names, in the order of these, and what it costs to get from one to the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CostTable {
    people: BTreeMap<String, f64>,
    supply: BTreeMap<String, f64>,
    costs: BTreeMap<String, Vec<(String, f64)>>,
}

/// Rows of a table with a head, comma-separated: line and cells.
fn records(text: &str) -> impl Iterator<Item = (usize, Result<csv::StringRecord, csv::Error>)> {
    // Records know where they begin; one that cannot be read follows the one before.
    let mut line = 1;
    let reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    reader.into_records().map(move |record| {
        line = record.as_ref().ok().and_then(|record| record.position()).map_or(line + 1, |position| position.line() as usize);
        (line, record)
    })
}

/// A number that is neither negative nor infinite.
fn amount(text: Option<&str>) -> Option<f64> {
    text?.parse().ok().filter(|number: &f64| (0.0..f64::INFINITY).contains(number))
}

impl CostTable {
    /// Costs, from the columns of where one starts, where one ends, and the cost. Each start counts as one of the people and each end as one
    /// of the supply, as long as no other table says how many.
    ///
    /// # Errors
    /// `verify-row-odd` for a row without them, `verify-empty` where there is none.
    pub fn read(text: &str, [start, end, cost]: [usize; 3]) -> Result<Self, Diagnostic> {
        let mut table = Self::default();
        for (line, record) in records(text) {
            let record = record.map_err(|_| odd(line))?;
            let (Some(start), Some(end), Some(cost)) = (record.get(start), record.get(end), amount(record.get(cost))) else {
                return Err(odd(line));
            };
            table.people.insert(start.to_owned(), 1.0);
            table.supply.insert(end.to_owned(), 1.0);
            table.costs.entry(start.to_owned()).or_default().push((end.to_owned(), cost));
        }
        if table.costs.is_empty() { Err(Diagnostic::error("verify-empty")) } else { Ok(table) }
    }

    /// How many people start where, from the columns of the start and the number. Those of whom a table says nothing are none.
    ///
    /// # Errors
    /// `verify-row-odd` for a row without them.
    pub fn with_people(mut self, text: &str, columns: [usize; 2]) -> Result<Self, Diagnostic> {
        self.people.values_mut().for_each(|people| *people = 0.0);
        self.people.extend(amounts(text, columns)?);
        Ok(self)
    }

    /// How much supply there is where, from the columns of the end and the number. Those of which a table says nothing have none.
    ///
    /// # Errors
    /// `verify-row-odd` for a row without them.
    pub fn with_supply(mut self, text: &str, columns: [usize; 2]) -> Result<Self, Diagnostic> {
        self.supply.values_mut().for_each(|supply| *supply = 0.0);
        self.supply.extend(amounts(text, columns)?);
        Ok(self)
    }

    fn reach(&self) -> Reach {
        let number: BTreeMap<&str, u32> = self.supply.keys().map(String::as_str).zip(0..).collect();
        let row = |start: &String| {
            let costs = self.costs.get(start).map(Vec::as_slice).unwrap_or_default();
            let mut row: Vec<(u32, f64)> = costs.iter().filter_map(|(end, cost)| Some((*number.get(end.as_str())?, *cost))).collect();
            // A pair that stands there twice counts once, with the lesser cost.
            row.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
            row.dedup_by_key(|(end, _)| *end);
            row
        };
        Reach::from_rows(self.supply.len(), self.people.keys().map(row))
    }
}

fn amounts(text: &str, [name, number]: [usize; 2]) -> Result<Vec<(String, f64)>, Diagnostic> {
    let row = |(line, record): (usize, Result<csv::StringRecord, csv::Error>)| {
        let record = record.map_err(|_| odd(line))?;
        let name = record.get(name).ok_or_else(|| odd(line))?.to_owned();
        Ok((name, amount(record.get(number)).ok_or_else(|| odd(line))?))
    };
    records(text).map(row).collect()
}

/// What is asked: `method, within, count, from, expected, tolerance`.
struct Question<'a> {
    method: &'a str,
    /// The most that a way may cost.
    within: Option<f64>,
    /// How many places are chosen.
    count: Option<usize>,
    /// For whom.
    from: &'a str,
    expected: f64,
    tolerance: f64,
}

impl<'a> Question<'a> {
    fn read(line: usize, row: &'a str) -> Result<Self, Diagnostic> {
        let cells: Vec<&str> = row.split(',').map(str::trim).collect();
        let [method, within, count, from, expected, tolerance] = cells.as_slice() else { return Err(odd(line)) };
        let number = |cell: &str| cell.parse().ok().filter(|number: &f64| number.is_finite());
        // What is left empty is not asked; what stands there has to be a number.
        let given = |cell: &str| if cell.is_empty() { Ok(None) } else { number(cell).map(Some).ok_or_else(|| odd(line)) };
        Ok(Self {
            method,
            within: given(within)?,
            count: given(count)?.map(|count| count as usize),
            from,
            expected: number(expected).ok_or_else(|| odd(line))?,
            tolerance: number(tolerance).ok_or_else(|| odd(line))?,
        })
    }

    /// What it is called: `tracts: median, p = 4`.
    fn name(&self, table: &str) -> String {
        let within = self.within.map(|within| format!("≤ {within}"));
        let count = self.count.map(|count| format!("p = {count}"));
        let from = Some(self.from.to_owned()).filter(|from| !from.is_empty());
        [Some(table.to_owned()), within, count, from].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// Answers that are published for a table, row by row (a head may stand above): `method, within, count, from, expected, tolerance`.
///
/// Methods: `cumulative`, `two-step`, `two-step-inverse` and `three-step-inverse` say for the place `from` what it reaches `within` a cost;
/// `assignment` what all cost together where everybody finds a place; `median` the mean cost to the best `count` places; `uncovered` how many
/// places of people the best `count` leave beyond a cost.
pub fn answers(name: &str, table: &CostTable, text: &str, source: &str) -> Verification {
    let mut found = Verification::default();
    let lines = (1..).zip(text.lines().map(str::trim)).filter(|(_, row)| !row.is_empty() && !row.starts_with('#'));
    let asked = Asked { table, reach: table.reach(), people: table.people.values().copied().collect() };
    for (line, row) in lines.filter(|(line, row)| *line > 1 || !row.starts_with("method")) {
        let check = Question::read(line, row).and_then(|question| {
            let (measured, value) = asked.value(&question, line)?;
            let case = Case::new(Subject::Access, CaseKind::Costs, question.name(name), source.to_owned());
            Ok(vec![case.check((measured, ""), [question.expected, value, question.tolerance])])
        });
        found.add_case(check);
    }
    if found.checks.is_empty() && found.notes.is_empty() {
        found.notes.push(Diagnostic::error("verify-empty"));
    }
    found
}

/// A table that is asked.
struct Asked<'a> {
    table: &'a CostTable,
    reach: Reach,
    people: Vec<f64>,
}

impl Asked<'_> {
    /// What is found, and what it is.
    fn value(&self, question: &Question, line: usize) -> Result<(Measured, f64), Diagnostic> {
        let within = || question.within.ok_or_else(|| odd(line));
        let count = || question.count.ok_or_else(|| odd(line));
        let supply: Vec<f64> = self.table.supply.values().copied().collect();
        let (reach, people) = (&self.reach, &self.people);
        let of_two = |decay: Decay| two_step(reach, people, &supply, &decay).value.access;
        Ok(match question.method {
            "cumulative" => (Measured::Opportunities, self.of(&opportunities(reach, &supply, within()?).value, question, line)?),
            "two-step" => (Measured::TwoStep, self.of(&of_two(Decay::Within(within()?)), question, line)?),
            "two-step-inverse" => (Measured::TwoStep, self.of(&of_two(Decay::Inverse(within()?)), question, line)?),
            "three-step-inverse" => {
                let any = Decay::Inverse(f64::INFINITY);
                let access = three_step(reach, people, &supply, &any, &Decay::Inverse(within()?)).value.access;
                (Measured::ThreeStep, self.of(&access, question, line)?)
            }
            "assignment" => (Measured::TotalCost, self.assigned(&supply)),
            "median" => (Measured::MeanCost, self.siting().median(count()?).value.value),
            "uncovered" => (Measured::Uncovered, self.uncovered(count()?, within()?)),
            other => return Err(unknown(line, other)),
        })
    }

    /// The value of the place that is asked about.
    fn of(&self, values: &[f64], question: &Question, line: usize) -> Result<f64, Diagnostic> {
        let place = self.table.people.keys().position(|name| name == question.from);
        place.and_then(|place| values.get(place).copied()).ok_or_else(|| unknown(line, question.from))
    }

    /// What all cost together; nothing to compare with where somebody finds no place.
    fn assigned(&self, supply: &[f64]) -> f64 {
        let whole = |amounts: &[f64]| amounts.iter().map(|amount| amount.round() as u64).collect::<Vec<_>>();
        let assignment = assign(&self.reach, &whole(&self.people), &whole(supply), Unmet::Avoided);
        if assignment.unmet.iter().all(|unmet| *unmet == 0) { assignment.cost } else { f64::NAN }
    }

    fn siting(&self) -> Siting {
        Siting { reach: self.reach.clone(), people: self.people.clone(), standing: Vec::new(), without: f64::INFINITY }
    }

    fn uncovered(&self, count: usize, within: f64) -> f64 {
        let chosen = self.siting().most_covered(count, within).value.sites;
        let is_covered = |row: &&[(u32, f64)]| row.iter().any(|(site, cost)| *cost <= within && chosen.contains(site));
        (self.reach.starts() - self.reach.rows().filter(is_covered).count()) as f64
    }
}

/// A word that is not known.
fn unknown(line: usize, name: &str) -> Diagnostic {
    Diagnostic::error("verify-name-unknown").with("line", line).with("name", name)
}
