//! Which templates would give what is short, the fitting ones first.

use super::supply::provided;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::fit::Fit;
use crate::twin::catalog::resource::Resource;
use crate::twin::catalog::template::Template;
use crate::twin::catalog::territory::Territory;
use std::collections::BTreeMap;

/// A template that would give what is short.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    /// Its id.
    pub template: String,
    /// What one of it gives, fitted to the place; none where that depends on what is drawn.
    pub amount: Option<f64>,
}

impl Remedy {
    /// How many of it would give so much.
    pub fn count(&self, short: f64) -> Option<f64> {
        self.amount.map(|amount| (short / amount).ceil())
    }
}

/// Every template that gives a resource, those before others that are there for it. Among them first those of which one, fitted to the
/// place, gives about what is short, and that had to be bent the least from what they usually are: a village's school before a city's.
pub fn remedies(catalog: &Catalog, territory: &Territory, resource: Resource, short: f64) -> Vec<Remedy> {
    let purpose = |template: &Template| template.provides.iter().position(|flow| flow.what == resource);
    let giving = catalog.templates.iter().filter_map(|template| Some((purpose(template)?, template)));
    let mut rated: Vec<((usize, f64), Remedy)> = giving
        .map(|(purpose, template)| {
            let (rating, remedy) = rate(template, territory, resource, short);
            ((purpose, rating), remedy)
        })
        .collect();
    rated.sort_by(|(a, remedy), (b, other)| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then_with(|| remedy.template.cmp(&other.template)));
    rated.into_iter().map(|(_, remedy)| remedy).collect()
}

/// A remedy and how far it is from fitting.
fn rate(template: &Template, territory: &Territory, resource: Resource, short: f64) -> (f64, Remedy) {
    let given = |by_hand: &BTreeMap<String, f64>| {
        let fit = Fit::new(template, territory, by_hand).ok()?;
        provided(&fit, resource).filter(|amount| *amount > 0.0)
    };
    let amount = given(&BTreeMap::new());
    let usual = given(&template.parameters.iter().map(|parameter| (parameter.id.value.clone(), parameter.default.value)).collect());
    let apart = |a: f64, b: f64| (a / b).ln().abs();
    let rating = amount.map_or(f64::INFINITY, |amount| {
        // To need several is worse than to have some to spare.
        let times = if amount < short { 2.0 } else { 1.0 };
        times * apart(amount, short) + usual.map_or(0.0, |usual| apart(amount, usual))
    });
    (rating, Remedy { template: template.id.value.clone(), amount })
}
