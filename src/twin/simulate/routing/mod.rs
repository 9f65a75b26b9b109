//! Ways through the streets: a graph a mode of travel, and what it costs to get from places to places.

pub mod anchor;
pub mod graph;
pub mod hierarchy;
pub mod nearest_place;
pub mod reach;
pub mod router;
pub mod search;
pub mod streets;
pub mod sums;
pub mod travel;
