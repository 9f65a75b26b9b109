//! Everything with an engine: the window, the model in it, the panels about it.

pub mod app;
mod hand_out;
pub mod render;
pub mod run;
pub mod ui;

pub use run::run;
