//! A line of public transport along the drawn line, with its stops.

use super::builder::Builder;
use super::{KindSpec, Solution};
use crate::twin::catalog::shape::{Shape, Stops};
use crate::twin::catalog::site::Geometry;
use crate::twin::catalog::template::Kind;
use crate::twin::model::id::FeatureId;
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::region::Region;
use crate::twin::model::transit::{TransitLine, TransitMode, TransitStop};
use crate::twin::model::vector::{along, length, position, positions};

/// The kind.
pub const SPEC: KindSpec = KindSpec { kind: Kind::Line, geometry: Geometry::Line, others: &[], on: &[], build };

/// Stops that a line may have.
const MOST: f64 = 2_000.0;

fn build(solution: &Solution, region: &mut Region) {
    let mut builder = Builder::new(solution, region);
    let line = positions(builder.points());
    if line.len() > 1 {
        let mut transit = TransitLine { id: builder.id(), name: builder.name(), ..TransitLine::default() };
        for shape in &solution.fit.template.shapes {
            if let Shape::Stops(stops) = shape {
                transit.mode = stops.mode;
                transit.stops.0.extend(add_stops(&mut builder, stops));
            }
        }
        builder.region.lines.push(transit, ShapeKind::Line, [&line[..]]);
    }
    builder.build();
}

/// Stops at both ends and evenly between.
fn add_stops(builder: &mut Builder, stops: &Stops) -> Vec<FeatureId> {
    let line = builder.points().to_vec();
    let whole = length(&line);
    let steps = (whole / builder.value(&stops.spacing).max(1.0)).ceil().clamp(1.0, MOST);
    let mode: TransitMode = stops.mode;
    let mut add = |step: usize| {
        let stop = TransitStop { id: builder.id(), name: builder.name(), mode };
        let id = stop.id;
        builder.region.stops.push_point(stop, position(along(&line, whole * step as f64 / steps).0));
        id
    };
    (0..=steps as usize).map(&mut add).collect()
}
