//! Public transport: journeys by timetable, riders by interval, and what lines carry, need and cost.

pub mod assumption;
pub mod crowding;
pub mod door;
pub mod footpath;
pub mod frequency;
pub mod ground;
pub mod journey;
pub mod lines;
pub mod loads;
pub mod model;
pub mod network;
pub mod profile;
pub mod raptor;
pub mod schedule;
pub mod service_graph;
pub mod supply;
