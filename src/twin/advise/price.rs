//! What a choice of sites costs to build, and the cheapest choice that covers everybody.

use super::next::Asked;
use super::plot::Plot;
use super::siting::Sited;
use super::siting::least_cost::{Priced, cheapest};
use crate::twin::catalog::fit::Fit;
use crate::twin::catalog::kind::geometry;
use crate::twin::catalog::template::Template;
use crate::twin::simulate::Setting;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What a template costs to build on each of some plots [tenge, in the prices of its year]; none where its rules have no value there.
pub fn prices(setting: &Setting, template: &Template, plots: &[Plot]) -> Option<Vec<f64>> {
    let price = |plot: &Plot| {
        let (site, geometry) = (&plot.site, geometry(template));
        let territory = setting.survey.territory(setting.region, site.anchor(geometry), site.length(geometry), site.area(geometry));
        let capital = Fit::new(template, &territory, &BTreeMap::new()).ok()?.capital().ok()?;
        (capital.is_finite() && capital >= 0.0).then_some(capital)
    };
    plots.par_iter().map(price).collect()
}

/// The cheapest choice found that covers all who can be, beginning with the fewest places; those who have an institution in reach need none.
pub fn least_cost(asked: &Asked, fewest: &Sited, prices: &[f64]) -> Option<Priced> {
    let siting = &asked.siting;
    let mut clients = Vec::new();
    for (row, _) in siting.reach.rows().zip(&siting.people).filter(|(_, people)| **people > 0.0) {
        let near = || row.iter().filter(|(_, way)| *way <= asked.within).map(|(place, _)| *place);
        if near().next().is_some() && !near().any(|place| siting.standing.contains(&place)) {
            clients.push(near().collect::<Vec<u32>>());
        }
    }
    cheapest(&clients, prices, &fewest.sites, fewest.bound)
}
