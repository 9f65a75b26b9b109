//! How trips spread over destinations: the doubly constrained gravity model (Wilson, 1967), balanced by Furness' method (1965).

use rayon::prelude::*;

/// How near the balanced sums must come, as a share of all trips.
const TOLERANCE: f64 = 1e-9;
/// Rounds after which balancing ends all the same.
const ROUNDS: usize = 500;

/// Trips from zone to zone, row by row: rows add up to `productions`, columns to `attractions` (scaled to the same total).
/// `deterrence` is how much an origin is drawn to a destination: 0 where there is no way.
pub fn distribute(productions: &[f64], attractions: &[f64], deterrence: &[f64]) -> Vec<f64> {
    let zones = productions.len();
    let mut trips = vec![0.0; zones * zones];
    if zones == 0 {
        return trips;
    }
    // Who can go nowhere, and where nobody can go, take no part.
    let reaches = |row: usize| (0..zones).any(|column| deterrence[row * zones + column] > 0.0 && attractions[column] > 0.0);
    let produced: Vec<f64> = (0..zones).map(|row| if reaches(row) { productions[row] } else { 0.0 }).collect();
    let is_reached = |column: usize| (0..zones).any(|row| deterrence[row * zones + column] > 0.0 && produced[row] > 0.0);
    let wanted: Vec<f64> = (0..zones).map(|column| if is_reached(column) { attractions[column] } else { 0.0 }).collect();
    let (total, drawn): (f64, f64) = (produced.iter().sum(), wanted.iter().sum());
    if total <= 0.0 || drawn <= 0.0 {
        return trips;
    }
    let scaled: Vec<f64> = wanted.iter().map(|attraction| attraction * total / drawn).collect();
    let (mut of_row, mut of_column) = (vec![0.0; zones], vec![1.0; zones]);
    for _ in 0..ROUNDS {
        of_row.par_iter_mut().enumerate().for_each(|(row, factor)| {
            let sum: f64 = deterrence[row * zones..][..zones].iter().zip(&of_column).map(|(pull, column)| pull * column).sum();
            *factor = if sum > 0.0 { produced[row] / sum } else { 0.0 };
        });
        let sums = column_sums(&of_row, deterrence);
        let off: f64 = sums.iter().zip(&of_column).zip(&scaled).map(|((sum, column), wanted)| (sum * column - wanted).abs()).sum();
        of_column.iter_mut().zip(&sums).zip(&scaled).for_each(|((column, sum), wanted)| {
            *column = if *sum > 0.0 { wanted / sum } else { 0.0 };
        });
        if off <= TOLERANCE * total {
            break;
        }
    }
    trips.par_chunks_mut(zones).enumerate().for_each(|(row, trips)| {
        let pulls = deterrence[row * zones..][..zones].iter().zip(&of_column);
        trips.iter_mut().zip(pulls).for_each(|(trips, (pull, column))| *trips = of_row[row] * pull * column);
    });
    trips
}

fn column_sums(of_row: &[f64], deterrence: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; of_row.len()];
    for (row, pulls) in of_row.iter().zip(deterrence.chunks(of_row.len())) {
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
}
