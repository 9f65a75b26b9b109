//! Trips: from whom to where (gravity), and with what (logit).

pub mod gravity;
pub mod split;
