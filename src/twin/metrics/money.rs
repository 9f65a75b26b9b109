//! What a plan costs and saves: sums of its solutions, over the years that are looked at.

use crate::twin::catalog::Catalog;
use crate::twin::catalog::fit::Fit;
use crate::twin::catalog::resource::{Resource, Unit};
use crate::twin::catalog::survey::Survey;
use crate::twin::model::origin::Origin;
use crate::twin::scenario::resolve::Plan;
use crate::twin::simulate::assumption::{AssumptionSpec, Assumptions};

/// Years over which costs are added up.
pub static HORIZON: AssumptionSpec =
    AssumptionSpec { id: "horizon", unit: Unit::Years, value: 10.0, least: 1.0, most: 50.0, origin: Origin::Assumed, source: "chosen" };

/// The year in whose prices everything is told.
pub static PRICE_YEAR: AssumptionSpec = AssumptionSpec {
    id: "price-year",
    unit: Unit::CalendarYear,
    value: 2025.0,
    least: 2015.0,
    most: 2060.0,
    origin: Origin::Assumed,
    source: "chosen",
};
/// How much dearer everything gets in a year.
pub static INFLATION: AssumptionSpec = AssumptionSpec {
    id: "inflation",
    unit: Unit::Percent,
    value: 9.0,
    least: -5.0,
    most: 50.0,
    origin: Origin::Assumed,
    source: "own-estimate",
};

/// All that is assumed about money.
pub static ASSUMPTIONS: &[&AssumptionSpec] = &[&HORIZON, &PRICE_YEAR, &INFLATION];

/// The metrics of money and of what is saved.
pub fn values(plan: &Plan, catalog: &Catalog, survey: &Survey, assumptions: &Assumptions) -> Vec<(&'static str, Option<f64>)> {
    let fits: Vec<Fit> = plan.solutions.values().filter_map(|resolved| resolved.fit(catalog).ok()).collect();
    // The sum of nothing is −0 to the machine.
    let sum = |value: &dyn Fn(&Fit) -> f64| fits.iter().map(value).sum::<f64>() + 0.0;
    let index = |fit: &Fit| price_index(fit, assumptions);
    let capital = sum(&|fit| fit.capital().unwrap_or(0.0) * index(fit));
    let yearly = sum(&|fit| fit.yearly().unwrap_or(0.0) * index(fit));
    let horizon = capital + yearly * assumptions.get(&HORIZON);
    let saved = |resource: Resource| sum(&|fit| provided(fit, resource));
    let residents = survey.residents();
    vec![
        ("capital", Some(capital)),
        ("yearly", Some(yearly)),
        ("horizon-cost", Some(horizon)),
        ("cost-per-resident", (residents > 0.0).then(|| horizon / residents)),
        ("electricity-saved", Some(saved(Resource::Energy))),
        ("water-saved", Some(saved(Resource::Water))),
    ]
}

/// What turns costs of a solution into the prices of the year in which everything is told.
pub fn price_index(fit: &Fit, assumptions: &Assumptions) -> f64 {
    let rate = 1.0 + assumptions.get(&INFLATION) / 100.0;
    rate.powf(assumptions.get(&PRICE_YEAR) - f64::from(*fit.template.cost.year))
}

/// What a solution gives of a resource; formulas without a value give nothing.
fn provided(fit: &Fit, resource: Resource) -> f64 {
    let flows = fit.template.provides.iter().filter(|flow| flow.what == resource);
    flows.filter_map(|flow| fit.value(&flow.amount).ok()).sum()
}
