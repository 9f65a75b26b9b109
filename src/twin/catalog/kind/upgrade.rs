//! Something that stands is made better: an institution, a settlement, a building, a street.

use super::builder::Builder;
use super::{KindSpec, Solution};
use crate::twin::catalog::site::Geometry;
use crate::twin::catalog::template::Kind;
use crate::twin::model::region::Region;

/// The kind.
pub const SPEC: KindSpec = KindSpec {
    kind: Kind::Upgrade,
    geometry: Geometry::Existing,
    others: &[],
    on: &["amenities", "places", "buildings", "highways"],
    build,
};

fn build(solution: &Solution, region: &mut Region) {
    Builder::new(solution, region).build();
}
