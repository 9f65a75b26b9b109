//! Cumulative opportunities: what can be reached within a cost (Ingram 1971).

use super::super::routing::reach::Reach;
use super::sound_supply;
use crate::twin::diagnostic::Report;

/// `A_i = Σ_j S_j·1[c_ij ≤ T]`, in the unit of the supply. Note: `access-supply-odd`.
pub fn opportunities(reach: &Reach, supply: &[f64], limit: f64) -> Report<Vec<f64>> {
    let mut notes = Vec::new();
    let supply = sound_supply(supply, reach.ends(), &mut notes);
    let within = |row: &[(u32, f64)]| row.iter().filter(|(_, cost)| *cost <= limit).map(|(end, _)| supply[*end as usize]).sum();
    Report { value: reach.rows().map(within).collect(), notes }
}
