//! What could be done about it: what is short in a region, and where to put what is missing. It knows regions and what happens in them,
//! not scenarios.

pub mod kind;
pub mod mend;
pub mod next;
pub mod plot;
pub mod price;
pub mod shortfall;
pub mod siting;
pub mod ways;

pub use mend::mend;
pub use next::{Advised, Answer, Objective, Question, next};
pub use shortfall::{Shortfall, shortfalls};
