//! Where to put new institutions beside those that stand: least way for all (p-median), most people covered (MCLP), fewest to cover
//! all (LSCP), least longest way (p-centre); each with a bound that tells how far from the best it can be.

pub mod least_cost;
pub mod problem;

mod centre;
mod cover;
mod exchange;
mod median;
mod relaxation;

pub use problem::{Sited, Siting};
