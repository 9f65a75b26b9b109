//! Recommendation ITU-R P.1812-8: basic transmission loss from point to point over ground and clutter, 30–6000 MHz, by the share of time and of
//! locations for which it is not exceeded.
//!
//! `path` and `link` are what goes in; `analysis` is what a profile says (`section`, `climate`, `horizon`, `smooth`); each mechanism has a file of its
//! own (`sight`, `diffraction` of `bullington` and `spherical`, `troposcatter`, `ducting`), `combination` blends them, `location` spreads them.
//! Numbers of equations and sections are those of Annex 1; clutter at the terminals counts as part of the profile between them, as there. The
//! digital maps of the Recommendation are not part of this: refractivity is given.

pub mod analysis;
pub mod bullington;
pub mod climate;
pub mod combination;
pub mod diffraction;
pub mod ducting;
pub mod fault;
pub mod horizon;
pub mod link;
pub mod location;
pub mod path;
pub mod section;
pub mod sight;
pub mod smooth;
pub mod spherical;
pub mod troposcatter;

pub use combination::{Prediction, predict};
pub use fault::{Fault, Quantity};
pub use link::{Link, Polarisation};
pub use path::Path;
pub use section::Zone;
