//! Green on the drawn area, or trees along the drawn line.

use super::builder::Builder;
use super::{KindSpec, Solution};
use crate::twin::catalog::site::Geometry;
use crate::twin::catalog::template::Kind;
use crate::twin::model::region::Region;

/// The kind.
pub const SPEC: KindSpec = KindSpec { kind: Kind::Planting, geometry: Geometry::Area, others: &[Geometry::Line], on: &[], build };

fn build(solution: &Solution, region: &mut Region) {
    Builder::new(solution, region).build();
}
