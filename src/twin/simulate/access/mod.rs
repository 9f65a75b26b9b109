//! Who gets where in which time: opportunities, floating catchments, isochrones, norms of distance.

pub mod catchment;
pub mod cumulative;
pub mod decay;
pub mod isochrone;
pub mod norm;

use crate::twin::diagnostic::Diagnostic;

/// People or places in one place that can be reckoned with: more than there are on Earth.
const MOST: f64 = 1e15;

/// Amounts (people, places) made sound: what is negative, beyond all measure or no number counts as none, and so does what is missing in a
/// list that is too short. A note of that code tells how many were odd.
fn sound(amounts: &[f64], expected: usize, note: Diagnostic, notes: &mut Vec<Diagnostic>) -> Vec<f64> {
    let is_sound = |amount: &f64| (0.0..=MOST).contains(amount);
    let odd = amounts.iter().filter(|amount| !is_sound(amount)).count() + amounts.len().abs_diff(expected);
    if odd > 0 {
        notes.push(note.with("count", odd));
    }
    (0..expected).map(|index| amounts.get(index).copied().filter(is_sound).unwrap_or(0.0)).collect()
}

/// People as they live in places.
fn sound_people(population: &[f64], expected: usize, notes: &mut Vec<Diagnostic>) -> Vec<f64> {
    let population = sound(population, expected, Diagnostic::warning("access-people-odd"), notes);
    if population.iter().all(|people| *people == 0.0) {
        notes.push(Diagnostic::warning("access-no-people"));
    }
    population
}

/// What institutions have to give.
fn sound_supply(supply: &[f64], expected: usize, notes: &mut Vec<Diagnostic>) -> Vec<f64> {
    sound(supply, expected, Diagnostic::warning("access-supply-odd"), notes)
}
