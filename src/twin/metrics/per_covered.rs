//! What masts cost for each resident who is covered only since they stand.

use super::Measured;
use super::money::price_index;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::template::Kind;
use crate::twin::scenario::resolve::Plan;
use crate::twin::simulate::assumption::Assumptions;

/// The metric: capital of a plan's masts over the residents who have mobile internet more than before. No value where nobody is newly covered,
/// where nothing is known of coverage, and where no mast is proposed.
pub fn value(
    plan: &Plan,
    catalog: &Catalog,
    assumptions: &Assumptions,
    before: &Measured,
    after: &Measured,
) -> (&'static str, Option<f64>) {
    let fits = plan.solutions.values().filter_map(|resolved| resolved.fit(catalog).ok());
    let masts = fits.filter(|fit| fit.template.kind == Kind::Mast);
    let cost: f64 = masts.map(|fit| fit.capital().unwrap_or(0.0) * price_index(&fit, assumptions)).sum();
    let people = |measured: &Measured| measured.values.get("mobile-people").copied();
    let newly = people(after).zip(people(before)).map(|(after, before)| after - before);
    ("masts-per-covered", newly.filter(|newly| *newly > 0.0 && cost > 0.0).map(|newly| cost / newly))
}
