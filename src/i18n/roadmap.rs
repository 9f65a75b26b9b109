//! Schedules and roadmaps in words: months, how far a solution has come, the table for people and for spreadsheets.

use super::spreadsheet::{plain, to_csv};
use super::words::Words;
use crate::twin::catalog::resource::Unit;
use crate::twin::model::choice::Choice;
use crate::twin::roadmap::Funding;
use crate::twin::roadmap::table::{KpiRow, Row, Table};
use crate::twin::scenario::month::Month;

/// A sum of money with its name, by the year.
type OfYear<'a> = (&'static str, &'a dyn Fn(u32) -> Option<f64>);

impl Words {
    /// A month: `2027 ж. наурыз`, `март 2027 г.`, `March 2027`.
    pub fn month(&self, month: Month) -> String {
        let name = self.get(&format!("month-name-{}", month.number())).into_owned();
        self.format("month-of-year", &[("month", name.into()), ("year", month.year().to_string().into())])
    }

    /// What an indicator is called.
    pub fn kpi_name(&self, row: &KpiRow) -> String {
        match (&row.kpi.name, row.metric) {
            (Some(name), _) => self.local(name).to_owned(),
            (None, Some(metric)) => self.metric(metric).into_owned(),
            (None, None) => "—".to_owned(),
        }
    }

    /// A value of an indicator; a dash where nobody knows.
    pub fn kpi_value(&self, row: &KpiRow, value: Option<f64>) -> String {
        match (value, row.unit()) {
            (None, _) => "—".to_owned(),
            (Some(value), Unit::Count) => self.number(value, usize::from(value.fract() != 0.0)),
            (Some(value), unit) => self.quantity(value, unit),
        }
    }

    /// An indicator in a line: `Within reach of a school: 61 % → 80 % by 2027; modelled 85 %`.
    pub fn kpi_line(&self, row: &KpiRow) -> String {
        let mut baseline = self.kpi_value(row, row.baseline);
        if let Some(since) = row.kpi.since {
            baseline = format!("{baseline} ({since})");
        }
        let args = [
            ("name", self.kpi_name(row).into()),
            ("baseline", baseline.into()),
            ("target", self.kpi_value(row, Some(row.kpi.target)).into()),
            ("year", row.kpi.year.to_string().into()),
            ("modelled", self.kpi_value(row, row.modelled).into()),
        ];
        self.format(if row.modelled.is_some() { "kpi-line-modelled" } else { "kpi-line" }, &args)
    }

    /// Who pays which part: `State budget 60 %, private 40 %`.
    pub fn funding(&self, funding: &[Funding]) -> String {
        let part = |part: &Funding| format!("{} {}", self.choice(part.payer), self.quantity(part.share.value, Unit::Percent));
        funding.iter().map(part).collect::<Vec<_>>().join(", ")
    }

    /// A roadmap for spreadsheets: a row an indicator of a project, the costs of its years in the first row of each project; at the end
    /// sums, what the budget pays of them, and what it can give. Plain numbers.
    pub fn roadmap_csv(&self, table: &Table) -> String {
        const HEAD: [&str; 17] = [
            "id",
            "project",
            "direction",
            "sphere",
            "level",
            "flagship",
            "owner",
            "deadline",
            "at_work",
            "funding",
            "kpi",
            "unit",
            "baseline",
            "target",
            "year",
            "modelled",
            "reached",
        ];
        let years = table.years.iter().map(u32::to_string);
        let mut rows = vec![HEAD.map(String::from).into_iter().chain(years).collect::<Vec<_>>()];
        table.rows.iter().for_each(|row| rows.extend(self.project_rows(row, table)));
        let sums: [OfYear; 3] = [
            ("total", &|year| Some(table.total(year))),
            ("from_budget", &|year| Some(table.from_budget(year))),
            ("budget", &|year| table.budget.get(&year).copied()),
        ];
        for (id, sum) in sums {
            let mut row = vec![String::new(); HEAD.len()];
            row[0] = id.to_owned();
            row.extend(table.years.iter().map(|&year| plain(sum(year))));
            rows.push(row);
        }
        to_csv(rows)
    }

    fn project_rows(&self, row: &Row, table: &Table) -> Vec<Vec<String>> {
        let project = row.project;
        let facts = [
            project.id.value.clone(),
            self.local(&project.name).to_owned(),
            project.direction.map(|direction| self.choice(direction).into_owned()).unwrap_or_default(),
            self.choice(project.sphere).into_owned(),
            self.choice(project.level).into_owned(),
            project.flagship.to_string(),
            self.local(&project.owner).to_owned(),
            project.deadline.to_string(),
            row.at_work.map(|month| month.to_string()).unwrap_or_default(),
            self.funding(&project.funding),
        ];
        let kpis: Vec<Option<&KpiRow>> = if row.kpis.is_empty() { vec![None] } else { row.kpis.iter().map(Some).collect() };
        let line = |(index, kpi): (usize, Option<&KpiRow>)| {
            let own = kpi.map_or_else(|| vec![String::new(); 7], |kpi| self.kpi_cells(kpi));
            // Costs stand once, so that a column can be added up.
            let costs = table.years.iter().map(|&year| if index == 0 { plain(Some(row.cost(year))) } else { String::new() });
            facts.iter().cloned().chain(own).chain(costs).collect::<Vec<String>>()
        };
        kpis.into_iter().enumerate().map(line).collect()
    }

    fn kpi_cells(&self, row: &KpiRow) -> Vec<String> {
        vec![
            self.kpi_name(row),
            row.unit().name().to_owned(),
            plain(row.baseline),
            plain(Some(row.kpi.target)),
            row.kpi.year.to_string(),
            plain(row.modelled),
            row.is_reached().map(|reached| reached.to_string()).unwrap_or_default(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::names::Language::{English, Kazakh, Russian};

    #[test]
    fn a_month_reads_as_people_write_it() {
        let march = Month::january(2027).after(2);
        let told = [Kazakh, Russian, English].map(|language| Words::new(language).month(march));
        assert_eq!(told, ["2027\u{a0}ж. наурыз", "март 2027\u{a0}г.", "March 2027"]);
    }
}
