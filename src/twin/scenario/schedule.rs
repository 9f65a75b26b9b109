//! When what is planned is designed, consented, built and at work: the stages of each solution, month by month.

use super::month::Month;
use super::placed::Placed;
use super::resolve::Plan;
use crate::choice;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::fit::Fit;
use crate::twin::catalog::template::Stage;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Months that a stage may last: a formula that says more is wrong.
const LONGEST: f64 = 600.0;

choice! {
    /// How far a solution has come at a moment.
    pub enum Status in "status" {
        /// At work.
        Built = "built",
        /// Being built, equipped or introduced.
        Construction = "construction",
        /// Consented, and waiting for its works to begin.
        Consented = "consented",
        /// Being designed and consented.
        Preparation = "preparation",
        /// Not begun.
        Planned = "planned",
    }
}

impl Status {
    /// Whether something of it stands.
    pub fn stands(self) -> bool {
        matches!(self, Status::Built | Status::Construction)
    }
}

/// A stage on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Which.
    pub stage: Stage,
    /// Its first month.
    pub begin: Month,
    /// The month after its last.
    pub end: Month,
}

impl Span {
    /// Months that it takes.
    pub fn months(&self) -> u32 {
        self.begin.until(self.end)
    }

    /// Whether it prepares works: design and consents.
    pub fn is_preparation(&self) -> bool {
        matches!(self.stage, Stage::Design | Stage::Approval)
    }
}

/// The stages of a solution, one after another. Works wait for the month that is set for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The month in which it begins.
    pub begin: Month,
    /// Stages in the order of the template.
    pub stages: Vec<Span>,
    /// The first month in which it is at work.
    pub end: Month,
}

impl Course {
    /// The course of a solution of a scenario for a year. Months are rounded to whole ones, stage by stage; a formula without a
    /// value takes none.
    pub fn new(placed: &Placed, fit: &Fit, year: u32) -> Self {
        let begin = placed.from.unwrap_or(Month::january(year));
        let (mut at, mut is_waiting) = (begin, true);
        let stages: Vec<Span> = fit
            .template
            .phases
            .iter()
            .map(|phase| {
                let months = fit.value(&phase.months).unwrap_or(0.0).round().clamp(0.0, LONGEST) as u32;
                let mut span = Span { stage: phase.stage, begin: at, end: at };
                if is_waiting && !span.is_preparation() {
                    is_waiting = false;
                    span.begin = placed.builds_from.map_or(at, |from| from.max(at));
                }
                span.end = span.begin.after(months);
                at = span.end;
                span
            })
            .collect();
        Self { begin, stages, end: at }
    }

    /// How far it has come in a month.
    pub fn status(&self, month: Month) -> Status {
        let works = self.stages.iter().find(|span| !span.is_preparation());
        let works_begin = works.map_or(self.end, |span| span.begin);
        let prepared = self.stages.iter().take_while(|span| span.is_preparation()).last().map_or(self.begin, |span| span.end);
        match () {
            () if month < self.begin => Status::Planned,
            () if month >= self.end => Status::Built,
            () if month >= works_begin => Status::Construction,
            () if month >= prepared => Status::Consented,
            () => Status::Preparation,
        }
    }

    /// The year in which the last stage ends.
    pub fn finished(&self) -> u32 {
        // A stage that ends with December makes no use of the next January.
        if self.end > self.begin { self.end.before().year() } else { self.end.year() }
    }
}

/// The courses of all that is planned, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// Those of solutions whose template can be fitted.
    pub courses: BTreeMap<u32, Course>,
}

impl Schedule {
    /// The schedule of a plan of a scenario that is for a year.
    pub fn new(plan: &Plan, catalog: &Catalog, year: u32) -> Self {
        let course = |(key, resolved): (&u32, &std::sync::Arc<super::resolve::Resolved>)| {
            let fit = resolved.fit(catalog).ok()?;
            Some((*key, Course::new(&resolved.placed, &fit, year)))
        };
        Self { courses: plan.solutions.iter().filter_map(course).collect() }
    }

    /// How far a solution has come in a month. What has no course is there already.
    pub fn status(&self, key: u32, month: Month) -> Status {
        self.courses.get(&key).map_or(Status::Built, |course| course.status(month))
    }

    /// The years from the first beginning to the last end; none where nothing is planned.
    pub fn years(&self) -> Option<RangeInclusive<u32>> {
        let first = self.courses.values().map(|course| course.begin.year()).min()?;
        let last = self.courses.values().map(Course::finished).max()?;
        Some(first..=last.max(first))
    }

    /// The same, and the first whole year in which everything is at work.
    pub fn years_and_after(&self) -> Option<RangeInclusive<u32>> {
        self.years().map(|years| *years.start()..=years.end().saturating_add(1))
    }

    /// The month in which the last of it is at work.
    pub fn end(&self) -> Option<Month> {
        self.courses.values().map(|course| course.end).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(builds_from: Option<&str>) -> Course {
        let month = |text: &str| Month::parse(text).expect("a month");
        let works = builds_from.map_or(month("2026-09"), month);
        let span = |stage, begin: Month, months| Span { stage, begin, end: begin.after(months) };
        let stages = vec![
            span(Stage::Design, month("2026-01"), 5),
            span(Stage::Approval, month("2026-06"), 3),
            span(Stage::Construction, works, 12),
            span(Stage::Equipment, works.after(12), 2),
        ];
        Course { begin: month("2026-01"), stages, end: works.after(14) }
    }

    fn told(course: &Course, months: &[&str]) -> Vec<Status> {
        months.iter().map(|text| course.status(Month::parse(text).expect("a month"))).collect()
    }

    #[test]
    fn a_solution_goes_from_plan_to_work() {
        use Status::{Built, Consented, Construction, Planned, Preparation};
        let months = ["2025-12", "2026-01", "2026-08", "2026-09", "2027-10", "2027-11"];
        assert_eq!(told(&course(None), &months), [Planned, Preparation, Preparation, Construction, Construction, Built]);
        let later = course(Some("2027-04"));
        let months = ["2026-08", "2026-09", "2027-03", "2027-04", "2028-05", "2028-06"];
        assert_eq!(told(&later, &months), [Preparation, Consented, Consented, Construction, Construction, Built]);
        assert_eq!((course(None).finished(), later.finished()), (2027, 2028));
    }

    #[test]
    fn what_takes_no_time_is_at_work_at_once() {
        let month = Month::january(2026);
        let course = Course { begin: month, stages: Vec::new(), end: month };
        assert_eq!((course.status(month), course.finished()), (Status::Built, 2026));
        let none = Schedule::default();
        assert_eq!((none.years(), none.end(), none.status(7, month)), (None, None, Status::Built));
    }
}
