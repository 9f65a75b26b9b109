//! A street, path or bridge along the drawn line; or a street that stands, changed or closed.

use super::builder::Builder;
use super::{KindSpec, Solution};
use crate::twin::catalog::site::Geometry;
use crate::twin::catalog::template::Kind;
use crate::twin::model::region::Region;

/// The kind.
pub const SPEC: KindSpec =
    KindSpec { kind: Kind::Street, geometry: Geometry::Line, others: &[Geometry::Existing], on: &["highways"], build };

fn build(solution: &Solution, region: &mut Region) {
    Builder::new(solution, region).build();
}
