//! What trips would pay if everybody took the cheapest route.

use super::demand::Trips;
use std::iter::Sum;

/// What trips would pay if everybody took the cheapest route.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cheapest {
    /// What all pay together.
    pub cost: f64,
    /// Trips that no route leads to the end of.
    pub unreached: f64,
    /// How many pairs of zones they are between.
    pub unreached_pairs: usize,
}

impl Cheapest {
    /// Of the trips of an origin, from which it costs so much to every node; infinite where no route leads.
    pub fn of(trips: &[Trips], costs: &[f64]) -> Self {
        trips.iter().fold(Self::default(), |sum, trips| match costs[trips.destination as usize] {
            cost if cost.is_finite() => Self { cost: sum.cost + trips.count * cost, ..sum },
            _ => Self { unreached: sum.unreached + trips.count, unreached_pairs: sum.unreached_pairs + 1, ..sum },
        })
    }
}

impl Sum for Cheapest {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            cost: sum.cost + one.cost,
            unreached: sum.unreached + one.unreached,
            unreached_pairs: sum.unreached_pairs + one.unreached_pairs,
        })
    }
}
