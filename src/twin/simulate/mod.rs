//! What happens in a region: models of the literature, checked against published answers. They know regions, not scenarios.

pub mod transit;
