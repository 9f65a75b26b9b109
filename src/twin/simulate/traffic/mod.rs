//! Road traffic assignment: which roads all trips take when nobody gains by taking another one (Wardrop, 1952).

pub mod algorithm_b;
pub mod all_or_nothing;
pub mod assignment;
pub mod bush;
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
