//! Road traffic assignment: which roads all trips take when nobody gains by taking another one (Wardrop, 1952).
//!
//! A [`network::RoadNetwork`] and a [`demand::TripTable`] make an [`assignment::Problem`]; [`assignment::assign`] solves it by
//! [`algorithm_b`]: each origin has a [`bush::Bush`] of the links that its trips drive. In turn the bushes grow towards cheaper
//! routes (all at the same costs, so threads may share them out), and are evened out one after another, each seeing what the
//! others changed. No result depends on the number of threads.

pub mod algorithm_b;
pub mod all_or_nothing;
pub mod assignment;
pub mod bush;
pub mod cheapest;
pub mod cost;
pub mod demand;
pub mod frank_wolfe;
pub mod graph;
pub mod load;
pub mod network;
pub mod peak;
pub mod roads;
pub mod shortest;
pub mod tntp;
