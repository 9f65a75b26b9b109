//! What could be done about it: where to put what is missing. It knows regions and what happens in them, not scenarios.

pub mod siting;
