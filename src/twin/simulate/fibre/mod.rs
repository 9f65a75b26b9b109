//! Fibre as the alternative to masts: the cheapest way along roads from what lies there to villages without fast internet.

pub mod backbone;
pub mod model;
pub mod steiner;
