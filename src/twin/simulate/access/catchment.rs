//! Floating catchments: how much supply there is for each resident, when all who can reach a supplier share it.

use super::super::routing::reach::Reach;
use super::decay::Decay;
use super::{sound_people, sound_supply};
use crate::twin::diagnostic::{Diagnostic, Report};

/// Supply for each resident. The sum of people × access is the sum of the supply that anybody can reach.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catchment {
    /// Supply for a resident of each start, in the unit of the supply.
    pub access: Vec<f64>,
    /// Supply of each supplier for one of those who come to it; zero where nobody does.
    pub ratio: Vec<f64>,
}

/// Two-step floating catchment (Luo & Wang 2003), with bands the enhanced one (Luo & Qi 2009):
/// `R_j = S_j/Σ_i W_ij P_i`, `A_i = Σ_j W_ij R_j`.
///
/// Notes: `access-people-odd`, `access-no-people`, `access-supply-odd`, `access-supply-unused`, `access-people-without-supply`.
pub fn two_step(reach: &Reach, people: &[f64], supply: &[f64], decay: &Decay) -> Report<Catchment> {
    let weigh = |row: &[(u32, f64)]| row.iter().map(|(end, cost)| (*end, decay.weight(*cost))).collect();
    steps(reach, people, supply, weigh)
}

/// Three-step floating catchment (Wan, Zou & Sternberg 2012): before the two steps people choose between suppliers,
/// `G_ij = C_ij/Σ_j C_ij`; then `R_j = S_j/Σ_i G_ij W_ij P_i`, `A_i = Σ_j G_ij W_ij R_j`. Their choice may see suppliers beyond
/// the catchment: C is the choice's decay, W the catchment's. Notes: those of [`two_step`].
pub fn three_step(reach: &Reach, people: &[f64], supply: &[f64], choice: &Decay, decay: &Decay) -> Report<Catchment> {
    let weigh = |row: &[(u32, f64)]| {
        let all: f64 = row.iter().map(|(_, cost)| choice.weight(*cost)).sum();
        let share = |cost: f64| if all > 0.0 { choice.weight(cost) / all } else { 0.0 };
        row.iter().map(|(end, cost)| (*end, share(*cost) * decay.weight(*cost))).collect()
    };
    steps(reach, people, supply, weigh)
}

/// The two steps that all have in common, with weights for each start's suppliers.
fn steps(reach: &Reach, people: &[f64], supply: &[f64], weigh: impl Fn(&[(u32, f64)]) -> Vec<(u32, f64)>) -> Report<Catchment> {
    let mut notes = Vec::new();
    let people = sound_people(people, reach.starts(), &mut notes);
    let supply = sound_supply(supply, reach.ends(), &mut notes);
    let weights: Vec<Vec<(u32, f64)>> = reach.rows().map(weigh).collect();
    let mut demand = vec![0.0; reach.ends()];
    for (row, people) in weights.iter().zip(&people) {
        row.iter().for_each(|(end, weight)| demand[*end as usize] += weight * people);
    }
    // A demand too small to divide by is none.
    let ratio = |(supply, demand): (&f64, &f64)| Some(supply / demand).filter(|ratio| ratio.is_finite()).unwrap_or(0.0);
    let ratio: Vec<f64> = supply.iter().zip(&demand).map(ratio).collect();
    let access: Vec<f64> = weights.iter().map(|row| row.iter().map(|(end, weight)| weight * ratio[*end as usize]).sum()).collect();
    notes.extend(mismatches(&weights, &people, &supply, &ratio));
    Report { value: Catchment { access, ratio }, notes }
}

/// Supply that nobody uses, and people who reach none.
fn mismatches(weights: &[Vec<(u32, f64)>], people: &[f64], supply: &[f64], ratio: &[f64]) -> Vec<Diagnostic> {
    let unused = || supply.iter().zip(ratio).filter(|(supply, ratio)| **supply > 0.0 && **ratio == 0.0).map(|(supply, _)| *supply);
    let is_served = |row: &[(u32, f64)]| row.iter().any(|(end, weight)| *weight > 0.0 && supply[*end as usize] > 0.0);
    let without: f64 = weights.iter().zip(people).filter(|(row, _)| !is_served(row)).map(|(_, people)| people).sum();
    let mut notes = Vec::new();
    if unused().next().is_some() {
        let places: f64 = unused().sum();
        notes.push(Diagnostic::note("access-supply-unused").with("count", unused().count()).with("places", places));
    }
    if without > 0.0 {
        notes.push(Diagnostic::note("access-people-without-supply").with("people", without));
    }
    notes
}
