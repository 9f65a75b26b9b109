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

/// Every template that gives a resource. First those of which one, fitted to the place, gives about what is short, and that had to be
/// bent the least from what they usually are: a village's school before a city's.
pub fn remedies(catalog: &Catalog, territory: &Territory, resource: Resource, short: f64) -> Vec<Remedy> {
    let giving = catalog.templates.iter().filter(|template| template.provides.iter().any(|flow| flow.what == resource));
    let mut rated: Vec<(f64, Remedy)> = giving.map(|template| rate(template, territory, resource, short)).collect();
    rated.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.template.cmp(&b.1.template)));
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
    let rating = amount.map_or(f64::INFINITY, |amount| apart(amount, short) + usual.map_or(0.0, |usual| apart(amount, usual)));
    (rating, Remedy { template: template.id.value.clone(), amount })
}
