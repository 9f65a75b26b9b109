//! A levee: an earth wall along the drawn line.

use super::builder::Builder;
use super::{KindSpec, Solution};
use crate::twin::catalog::shape::Shape;
use crate::twin::catalog::site::Geometry;
use crate::twin::catalog::template::Kind;
use crate::twin::model::feature::Decimetres;
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::levee::Levee;
use crate::twin::model::origin::Sourced;
use crate::twin::model::region::Region;
use crate::twin::model::vector::positions;

/// The kind.
pub const SPEC: KindSpec = KindSpec { kind: Kind::Levee, geometry: Geometry::Line, others: &[], on: &[], build };

fn build(solution: &Solution, region: &mut Region) {
    let mut builder = Builder::new(solution, region);
    for shape in &solution.fit.template.shapes {
        // A ribbon is the wall itself, unless it is the street on its crest.
        let Shape::Ribbon(ribbon) = shape else { continue };
        let line = positions(builder.points());
        if ribbon.way.is_none() && ribbon.carries.is_none() && line.len() > 1 {
            let [height, width, breach] =
                [&ribbon.height, &ribbon.width, &ribbon.breach].map(|formula| Decimetres::from_metres(builder.value(formula)));
            let (id, name) = (builder.id(), builder.name());
            let levee = Levee { id, name, height: Sourced::modelled(height), width: Sourced::modelled(width), breach };
            builder.region.levees.push(levee, ShapeKind::Line, [&line[..]]);
        }
    }
    builder.build();
}
