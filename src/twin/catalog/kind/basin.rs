//! A basin on the drawn area: water within green banks.

use super::builder::Builder;
use super::{KindSpec, Solution};
use crate::twin::catalog::site::Geometry;
use crate::twin::catalog::template::Kind;
use crate::twin::model::region::Region;

/// The kind.
pub const SPEC: KindSpec = KindSpec { kind: Kind::Basin, geometry: Geometry::Area, others: &[], on: &[], build };

fn build(solution: &Solution, region: &mut Region) {
    Builder::new(solution, region).build();
}
