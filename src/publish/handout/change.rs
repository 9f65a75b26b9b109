//! What each scenario changes: its solutions by template, how many, and what they cost.

use super::super::material::{Material, said};
use super::colour;
use crate::i18n::Words;
use crate::twin::catalog::fit::Fit;
use crate::twin::metrics::money::price_index;
use crate::twin::scenario::Scenario;
use serde::Serialize;

/// Values of a parameter that are told one by one; more are left out.
const TOLD: usize = 4;

/// What a scenario changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// What the scenario is called.
    pub name: String,
    /// Its colour, `#rrggbb`.
    pub colour: String,
    /// Its solutions, by template.
    pub solutions: Vec<SolutionLine>,
    /// Cost of all of them, once.
    pub capital: String,
    /// The same every year; below zero is what they save.
    pub yearly: String,
    /// Why some of them have no place.
    pub complaints: Vec<String>,
}

/// The solutions of a template.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SolutionLine {
    /// What it is called.
    pub name: String,
    /// How many stand there.
    pub count: String,
    /// What they mainly are, value by value.
    pub details: String,
    /// Cost of all of them, once.
    pub capital: String,
    /// The same every year.
    pub yearly: String,
}

/// The solutions of a template while they are added up.
struct Sum {
    template: String,
    name: String,
    count: usize,
    details: Vec<String>,
    capital: f64,
    yearly: f64,
}

/// What each scenario of a tour changes.
pub fn changes(material: &Material) -> Vec<Change> {
    material.measured().map(|scenario| change(material, scenario)).collect()
}

fn change(material: &Material, scenario: &Scenario) -> Change {
    let words = material.words;
    let plan = material.plan(scenario);
    let mut sums: Vec<Sum> = Vec::new();
    for resolved in plan.solutions.values() {
        // One that does not fit builds nothing and costs nothing.
        if let Ok(fit) = resolved.fit(material.catalog) {
            add(words, &fit, price_index(&fit, material.assumptions), &mut sums);
        }
    }
    let total = |value: fn(&Sum) -> f64| words.money(sums.iter().map(value).sum::<f64>() + 0.0);
    Change {
        name: said(words, &scenario.heading.name).to_owned(),
        colour: colour(scenario),
        capital: total(|sum| sum.capital),
        yearly: total(|sum| sum.yearly),
        solutions: sums.iter().map(|sum| sum.line(words)).collect(),
        complaints: plan.faults.values().map(|fault| words.complaint(fault)).collect(),
    }
}

/// Adds a solution to those of its template, in the prices of the year that is looked at.
fn add(words: &Words, fit: &Fit, index: f64, sums: &mut Vec<Sum>) {
    let template = fit.template;
    let place = sums.iter().position(|sum| sum.template == template.id.value).unwrap_or_else(|| {
        let name = said(words, &template.name).to_owned();
        sums.push(Sum { template: template.id.value.clone(), name, count: 0, details: Vec::new(), capital: 0.0, yearly: 0.0 });
        sums.len() - 1
    });
    let sum = &mut sums[place];
    sum.count += 1;
    sum.capital += fit.capital().unwrap_or(0.0) * index;
    sum.yearly += fit.yearly().unwrap_or(0.0) * index;
    let main = template.parameters.first().zip(fit.settings.first());
    let detail = main.map(|(parameter, setting)| words.parameter_value(parameter, setting.value));
    if let Some(detail) = detail.filter(|detail| !sum.details.contains(detail)) {
        sum.details.push(detail);
    }
}

impl Sum {
    fn line(&self, words: &Words) -> SolutionLine {
        let more = if self.details.len() > TOLD { ", …" } else { "" };
        let told: Vec<&str> = self.details.iter().take(TOLD).map(String::as_str).collect();
        SolutionLine {
            name: self.name.clone(),
            count: words.number(self.count as f64, 0),
            details: format!("{}{more}", told.join(", ")),
            capital: words.money(self.capital),
            yearly: words.money(self.yearly),
        }
    }
}
