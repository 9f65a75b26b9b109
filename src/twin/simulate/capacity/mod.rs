//! Who finds a place: people assigned to institutions, and what load that puts on them.

pub mod load;
pub mod transport;

mod simplex;
mod tree;
