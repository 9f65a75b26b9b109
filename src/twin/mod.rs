//! The digital twin itself: pure data and functions, with no engine, window, file, clock or global state.

pub mod advise;
pub mod catalog;
pub mod conformity;
pub mod diagnostic;
pub mod import;
pub mod metrics;
pub mod model;
pub mod notation;
pub mod roadmap;
pub mod scenario;
pub mod scene;
pub mod simulate;
pub mod text;
pub mod tour;
pub mod verify;
