//! A facility: buildings on their ground, and the institution that opens there.

use super::builder::Builder;
use super::{KindSpec, Solution};
use crate::twin::catalog::site::Geometry;
use crate::twin::catalog::template::Kind;
use crate::twin::model::region::Region;

/// The kind.
pub const SPEC: KindSpec = KindSpec { kind: Kind::Facility, geometry: Geometry::Point, others: &[], on: &[], build };

fn build(solution: &Solution, region: &mut Region) {
    Builder::new(solution, region).build();
}
