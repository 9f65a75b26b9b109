//! How trips spread over destinations: the doubly constrained gravity model (Wilson, 1967), balanced by Furness' method (1965).

use crate::twin::model::network::parts;
use rayon::prelude::*;
use std::ops::RangeInclusive;

/// How near the balanced sums must come, as a share of all trips.
const TOLERANCE: f64 = 1e-9;
/// Rounds after which balancing ends all the same.
const ROUNDS: usize = 500;
/// A fainter pull is none: nobody goes so far, and what is divided by it stays finite.
const FAINTEST: f64 = 1e-100;
/// Factors beyond these grow without end: along the ways that there are, not everybody can go where people are wanted.
const FACTORS: RangeInclusive<f64> = 1e-150..=1e150;

/// Trips from zone to zone, row by row: rows add up to `productions`, columns to `attractions` (scaled to the same total, in each part
/// of the zones that no way joins with the others). Where both cannot be, columns do. `deterrence` is how much an origin is drawn to a
/// destination: 0 where there is no way.
pub fn distribute(productions: &[f64], attractions: &[f64], deterrence: &[f64]) -> Vec<f64> {
    let zones = productions.len();
    let mut trips = vec![0.0; zones * zones];
    if zones == 0 {
        return trips;
    }
    let pulls: Vec<f64> = deterrence.iter().map(|pull| if *pull >= FAINTEST { *pull } else { 0.0 }).collect();
    // Who can go nowhere, and where nobody can go, take no part.
    let reaches = |row: usize| (0..zones).any(|column| pulls[row * zones + column] > 0.0 && attractions[column] > 0.0);
    let produced: Vec<f64> = (0..zones).map(|row| if reaches(row) { productions[row] } else { 0.0 }).collect();
    let is_reached = |column: usize| (0..zones).any(|row| pulls[row * zones + column] > 0.0 && produced[row] > 0.0);
    let wanted: Vec<f64> = (0..zones).map(|column| if is_reached(column) { attractions[column] } else { 0.0 }).collect();
    let (total, drawn): (f64, f64) = (produced.iter().sum(), wanted.iter().sum());
    if total <= 0.0 || drawn <= 0.0 {
        return trips;
    }
    let scaled = scaled_by_part(&produced, &wanted, &pulls);
    let (mut of_row, mut of_column) = (vec![0.0; zones], vec![1.0; zones]);
    for _ in 0..ROUNDS {
        of_row.par_iter_mut().enumerate().for_each(|(row, factor)| {
            let sum: f64 = pulls[row * zones..][..zones].iter().zip(&of_column).map(|(pull, column)| pull * column).sum();
            *factor = if sum > 0.0 { produced[row] / sum } else { 0.0 };
        });
        let sums = column_sums(&of_row, &pulls);
        let off: f64 = sums.iter().zip(&of_column).zip(&scaled).map(|((sum, column), wanted)| (sum * column - wanted).abs()).sum();
        of_column.iter_mut().zip(&sums).zip(&scaled).for_each(|((column, sum), wanted)| {
            *column = if *sum > 0.0 { wanted / sum } else { 0.0 };
        });
        let is_astray = |factor: &f64| *factor > 0.0 && !FACTORS.contains(factor);
        if off <= TOLERANCE * total || of_column.iter().any(is_astray) {
            break;
        }
    }
    trips.par_chunks_mut(zones).enumerate().for_each(|(row, trips)| {
        let drawn = pulls[row * zones..][..zones].iter().zip(&of_column);
        trips.iter_mut().zip(drawn).for_each(|(trips, (pull, column))| *trips = of_row[row] * pull * column);
    });
    trips
}

/// What is wanted of each destination, scaled to what is produced. Nobody gets from one island to another: each is scaled for itself.
fn scaled_by_part(produced: &[f64], wanted: &[f64], pulls: &[f64]) -> Vec<f64> {
    let zones = produced.len();
    let is_joined = |pair: &usize| pulls[*pair] > 0.0 && produced[*pair / zones] > 0.0 && wanted[*pair % zones] > 0.0;
    // Each zone twice: the origins, then the destinations.
    let joined = (0..zones * zones).filter(is_joined).map(|pair| ((pair / zones) as u32, (zones + pair % zones) as u32));
    let part = parts(2 * zones, joined);
    let (mut total, mut drawn) = (vec![0.0_f64; 2 * zones], vec![0.0_f64; 2 * zones]);
    produced.iter().zip(&part).for_each(|(produced, part)| total[*part as usize] += *produced);
    wanted.iter().zip(&part[zones..]).for_each(|(wanted, part)| drawn[*part as usize] += *wanted);
    let scaled = |(wanted, part): (&f64, &u32)| {
        let (total, drawn) = (total[*part as usize], drawn[*part as usize]);
        if drawn > 0.0 { *wanted * total / drawn } else { 0.0 }
    };
    wanted.iter().zip(&part[zones..]).map(scaled).collect()
}

fn column_sums(of_row: &[f64], pulls: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; of_row.len()];
    for (row, pulls) in of_row.iter().zip(pulls.chunks(of_row.len())) {
        sums.iter_mut().zip(pulls).for_each(|(sum, pull)| *sum += row * pull);
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_columns_add_up() {
        let (productions, attractions) = ([100.0, 50.0, 25.0], [10.0, 30.0, 10.0]);
        let deterrence = [1.0, 0.5, 0.1, 0.5, 1.0, 0.2, 0.1, 0.2, 1.0];
        let trips = distribute(&productions, &attractions, &deterrence);
        for row in 0..3 {
            let sum: f64 = trips[row * 3..][..3].iter().sum();
            assert!((sum - productions[row]).abs() < 1e-6, "{trips:?}");
        }
        for column in 0..3 {
            let sum: f64 = (0..3).map(|row| trips[row * 3 + column]).sum();
            assert!((sum - attractions[column] * 175.0 / 50.0).abs() < 1e-5, "{trips:?}");
        }
    }

    #[test]
    fn an_island_makes_no_trips_and_nothing_is_no_number() {
        let trips = distribute(&[10.0, 5.0], &[7.0, 7.0], &[1.0, 0.0, 0.0, 0.0]);
        assert_eq!(trips, [10.0, 0.0, 0.0, 0.0]);
        assert_eq!(distribute(&[0.0], &[0.0], &[1.0]), [0.0]);
        assert_eq!(distribute(&[], &[], &[]), [0.0; 0]);
    }

    #[test]
    fn islands_are_balanced_by_themselves() {
        // On each as many set out as live there, however much more is wanted on the other.
        let trips = distribute(&[198.0, 22.0], &[315.0, 9_035.0], &[1.0, 0.0, 0.0, 1.0]);
        assert!((trips[0] - 198.0).abs() < 1e-6 && (trips[3] - 22.0).abs() < 1e-6, "{trips:?}");
    }

    #[test]
    fn what_cannot_be_balanced_stays_a_number() {
        // The first can go only where hardly anybody is wanted.
        let one_way = distribute(&[100.0, 10.0], &[1.0, 1_000.0], &[1.0, 0.0, 1.0, 1.0]);
        assert!((one_way.iter().sum::<f64>() - 110.0).abs() < 1e-6, "{one_way:?}");
        // So far apart that what draws one there is hardly a number.
        let far = distribute(&[2e8, 1.0], &[0.0, 10.0], &[1.0, 1e-310, 1e-310, 1.0]);
        assert!((far.iter().sum::<f64>() - 1.0).abs() < 1e-6, "{far:?}");
    }
}
