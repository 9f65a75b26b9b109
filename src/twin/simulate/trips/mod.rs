//! Who goes where with what: ways between zones, trips spread over destinations, and the choice of what to travel with.

pub mod demand;
pub mod gravity;
pub mod split;
pub mod ways;
