//! What a plan costs year by year: its capital spread over the stages of its solutions, and what they cost once they are at work.

use super::money::{PRICE_YEAR, price_index};
use crate::twin::catalog::Catalog;
use crate::twin::catalog::fit::Fit;
use crate::twin::catalog::resource::Unit;
use crate::twin::model::origin::Origin;
use crate::twin::scenario::month::Month;
use crate::twin::scenario::resolve::Plan;
use crate::twin::scenario::schedule::{Course, Schedule, Span};
use crate::twin::simulate::assumption::{AssumptionSpec, Assumptions};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The part of the capital that goes into design and consents; the rest goes into the works, month by month alike.
pub static PREPARATION_SHARE: AssumptionSpec = AssumptionSpec {
    id: "preparation-share",
    unit: Unit::Percent,
    value: 10.0,
    least: 0.0,
    most: 100.0,
    origin: Origin::Assumed,
    source: "own-estimate",
};

/// All that is assumed about when money is spent. Sums are in prices of one year (`price-year`): later ones are not raised.
pub static ASSUMPTIONS: &[&AssumptionSpec] = &[&PREPARATION_SHARE];

/// What costs year by year rest on: [`ASSUMPTIONS`], and the year of their prices.
pub fn rests_on() -> impl Iterator<Item = &'static AssumptionSpec> {
    ASSUMPTIONS.iter().copied().chain([&PRICE_YEAR])
}

/// What a solution costs, when [tenge, in prices of the assumed year].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spending {
    /// Capital by the year in which it is spent.
    pub capital: BTreeMap<u32, f64>,
    /// Every year once it is at work; below zero is what it saves.
    pub yearly: f64,
    /// The first month in which it is at work.
    pub at_work: Month,
}

impl Spending {
    /// What a fitted solution costs along its course. Formulas without a value cost nothing.
    pub fn new(fit: &Fit, course: &Course, assumptions: &Assumptions) -> Self {
        let index = price_index(fit, assumptions);
        let (capital, yearly) = (fit.capital().unwrap_or(0.0) * index, fit.yearly().unwrap_or(0.0) * index);
        Self { capital: spread(capital, course, assumptions), yearly, at_work: course.end }
    }

    /// What it costs to have it in a year: only the months count in which it is at work.
    pub fn running(&self, year: u32) -> f64 {
        let months = self.at_work.max(Month::january(year)).until(Month::december(year).after(1));
        self.yearly * f64::from(months) / 12.0
    }

    /// All that it costs in a year.
    pub fn in_year(&self, year: u32) -> f64 {
        self.capital.get(&year).copied().unwrap_or(0.0) + self.running(year)
    }
}

/// Capital by year: a share for design and consents, the rest for the works, each by months. Where there is only one of both it takes
/// all; where nothing takes time, all is spent at the beginning.
fn spread(capital: f64, course: &Course, assumptions: &Assumptions) -> BTreeMap<u32, f64> {
    let months =
        |preparation: bool| -> u32 { course.stages.iter().filter(|span| span.is_preparation() == preparation).map(Span::months).sum() };
    let (preparation, works) = (months(true), months(false));
    let share = match (preparation, works) {
        (0, _) => 0.0,
        (_, 0) => 1.0,
        _ => assumptions.get(&PREPARATION_SHARE) / 100.0,
    };
    let mut by_year = BTreeMap::new();
    if capital != 0.0 && preparation + works == 0 {
        by_year.insert(course.begin.year(), capital);
    }
    for span in course.stages.iter().filter(|_| capital != 0.0) {
        let (part, all) = if span.is_preparation() { (share, preparation) } else { (1.0 - share, works) };
        for month in (0..span.months()).map(|month| span.begin.after(month)) {
            *by_year.entry(month.year()).or_insert(0.0) += capital * part / f64::from(all);
        }
    }
    by_year
}

/// A scenario in time: the stages of its solutions and what they cost.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlook {
    /// When what is built.
    pub schedule: Schedule,
    /// What each solution costs, by key.
    pub spending: BTreeMap<u32, Spending>,
}

impl Outlook {
    /// The outlook of a plan of a scenario that is for a year.
    pub fn new(plan: &Plan, catalog: &Catalog, year: u32, assumptions: &Assumptions) -> Self {
        let schedule = Schedule::new(plan, catalog, year);
        let spending = plan.solutions.iter().filter_map(|(key, resolved)| {
            let (fit, course) = (resolved.fit(catalog).ok()?, schedule.courses.get(key)?);
            Some((*key, Spending::new(&fit, course, assumptions)))
        });
        Self { spending: spending.collect(), schedule }
    }

    /// The years that are worth showing: from the first beginning to the first whole year in which everything is at work.
    pub fn years(&self) -> Option<RangeInclusive<u32>> {
        self.schedule.years_and_after()
    }

    /// Capital of all in a year [tenge].
    pub fn capital(&self, year: u32) -> f64 {
        // The sum of nothing is −0 to the machine.
        self.spending.values().filter_map(|spending| spending.capital.get(&year)).sum::<f64>() + 0.0
    }

    /// What it costs to have all in a year [tenge].
    pub fn running(&self, year: u32) -> f64 {
        self.spending.values().map(|spending| spending.running(year)).sum::<f64>() + 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::catalog::template::Stage;

    fn course() -> Course {
        let begin = Month::january(2026);
        let span = |stage, after, months| Span { stage, begin: begin.after(after), end: begin.after(after + months) };
        let stages = vec![span(Stage::Design, 0, 4), span(Stage::Approval, 4, 2), span(Stage::Construction, 6, 18)];
        Course { begin, stages, end: begin.after(24) }
    }

    fn close(a: Option<&f64>, b: f64) -> bool {
        a.is_some_and(|a| (a - b).abs() < 1e-6)
    }

    #[test]
    fn capital_is_spread_over_the_stages_and_adds_up() {
        let spent = spread(1_000.0, &course(), &Assumptions::default());
        // A tenth in the first half of 2026, six of eighteen months of the rest in its second half.
        assert!(close(spent.get(&2026), 100.0 + 300.0) && close(spent.get(&2027), 600.0), "{spent:?}");
        let all = Assumptions(BTreeMap::from([("preparation-share".to_owned(), 100.0)]));
        assert!(close(spread(1_000.0, &course(), &all).get(&2026), 1_000.0));
    }

    #[test]
    fn what_has_one_kind_of_stages_spends_all_in_them() {
        let mut only = course();
        only.stages.truncate(2);
        assert!(close(spread(60.0, &only, &Assumptions::default()).get(&2026), 60.0));
        only.stages.clear();
        assert_eq!(spread(60.0, &only, &Assumptions::default()), BTreeMap::from([(2026, 60.0)]));
        assert_eq!(spread(0.0, &course(), &Assumptions::default()), BTreeMap::new());
    }

    #[test]
    fn it_costs_from_the_month_in_which_it_is_at_work() {
        let spending = Spending { yearly: 120.0, at_work: Month::january(2027).after(9), ..Spending::default() };
        assert_eq!([2026, 2027, 2028].map(|year| spending.running(year)), [0.0, 30.0, 120.0]);
        assert_eq!(spending.in_year(2028), 120.0);
        assert_eq!(Outlook::default().capital(2026), 0.0);
    }
}
