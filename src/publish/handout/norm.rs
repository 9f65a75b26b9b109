//! Norms that proposals were held against: what was measured, what is demanded, the verdict, and how far the norm can be trusted.

use super::super::material::{Material, said};
use super::{colour, judgement};
use crate::twin::conformity::verdict::Verdict;
use crate::twin::conformity::{Outcome, of_site};
use crate::twin::scenario::Scenario;
use crate::twin::scenario::apply::additions;
use crate::twin::scenario::resolve::Resolved;
use serde::Serialize;

/// What a scenario was held against.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HeldAgainst {
    /// What the scenario is called.
    pub name: String,
    /// Its colour, `#rrggbb`.
    pub colour: String,
    /// One a norm and solution; those that read alike stand there once.
    pub rows: Vec<NormRow>,
}

/// A norm held against a solution.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NormRow {
    /// The solution.
    pub solution: String,
    /// What the norm asks for.
    pub norm: String,
    /// What was measured; a dash where it cannot be.
    pub measured: String,
    /// What is demanded.
    pub demanded: String,
    /// Whether it is met, and that it is not verified where it is not.
    pub verdict: String,
    /// `better` where it is met by a norm that was read itself, `worse` where it is not met.
    pub judgement: Option<&'static str>,
    /// How far the norm can be trusted.
    pub status: String,
    /// The document and its clause.
    pub document: String,
}

/// What the proposals of each scenario were held against; scenarios to which no norm applies are left out.
pub fn norms(material: &Material) -> Vec<HeldAgainst> {
    material.measured().map(|scenario| held_against(material, scenario)).filter(|held| !held.rows.is_empty()).collect()
}

fn held_against(material: &Material, scenario: &Scenario) -> HeldAgainst {
    let plan = material.plan(scenario);
    let mut rows: Vec<NormRow> = Vec::new();
    for row in plan.solutions.values().flat_map(|resolved| of_solution(material, resolved)) {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    HeldAgainst { name: said(material.words, &scenario.heading.name).to_owned(), colour: colour(scenario), rows }
}

fn of_solution(material: &Material, resolved: &Resolved) -> Vec<NormRow> {
    let Material { region, survey, catalog, words, .. } = *material;
    // One that does not fit is named among what has no place.
    let Ok(fit) = resolved.fit(catalog) else { return Vec::new() };
    let report = of_site(region, survey, catalog, &resolved.solution(&fit), &additions(region, resolved, catalog));
    let name = said(words, &fit.template.name);
    report.verdicts.iter().filter_map(|verdict| row(material, name, verdict)).collect()
}

fn row(material: &Material, solution: &str, verdict: &Verdict) -> Option<NormRow> {
    let words = material.words;
    let norm = material.catalog.norm(&verdict.norm)?;
    let met = match verdict.outcome {
        Outcome::Met => verdict.is_plainly_met().then_some(true),
        Outcome::Short(_) => Some(false),
        Outcome::Unknown => None,
    };
    Some(NormRow {
        solution: solution.to_owned(),
        norm: said(words, &norm.name).to_owned(),
        measured: verdict.measured.map_or_else(|| "—".to_owned(), |value| words.norm_quantity(value, norm.unit)),
        demanded: format!("{} {}", words.choice(norm.side), words.norm_quantity(norm.value, norm.unit)),
        verdict: words.judgement(verdict, norm),
        judgement: judgement(met),
        status: words.choice(norm.status).into_owned(),
        document: norm.document.clone(),
    })
}
