//! A change in how a street or a line that stands is run.

use super::builder::Builder;
use super::{KindSpec, Solution};
use crate::twin::catalog::site::Geometry;
use crate::twin::catalog::template::Kind;
use crate::twin::model::region::Region;

/// The kind.
pub const SPEC: KindSpec = KindSpec { kind: Kind::Service, geometry: Geometry::Existing, others: &[], on: &["highways", "lines"], build };

fn build(solution: &Solution, region: &mut Region) {
    Builder::new(solution, region).build();
}
