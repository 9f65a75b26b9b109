//! What stands already and is pointed at, written as `LAYER ID`.

use crate::twin::catalog::site::Site;
use crate::twin::model::feature::Feature;
use crate::twin::model::id::FeatureId;
use crate::twin::model::layer::{Layer, Shape, ShapeKind};
use crate::twin::model::names::Strings;
use crate::twin::model::region::{LayerVisitor, Region};

/// The layer and the reference that a text names.
pub fn parse(on: &str) -> Option<(&str, FeatureId)> {
    let (layer, id) = on.split_once(' ')?;
    Some((layer, id.parse().ok()?))
}

/// How a thing is written.
pub fn written(layer: &str, id: FeatureId) -> String {
    format!("{layer} {id}")
}

/// The site of what a text names: the line, or else the middle. None where the region has no such thing.
pub fn site(region: &Region, on: &str) -> Option<Site> {
    struct Find<'a>(&'a str, FeatureId, Option<Site>);
    impl LayerVisitor for Find<'_> {
        fn visit<T: Feature>(&mut self, layer: &Layer<T>, _: &Strings) {
            if T::LAYER == self.0 {
                let index = layer.features.iter().position(|feature| feature.id() == self.1);
                self.2 = index.map(|index| of_shape(layer.shapes.get(index)));
            }
        }
    }
    let (layer, id) = parse(on)?;
    let mut find = Find(layer, id, None);
    region.visit_layers(&mut find);
    find.2
}

fn of_shape(shape: Shape) -> Site {
    let points = if shape.kind == ShapeKind::Line { shape.first().to_vec() } else { vec![shape.anchor()] };
    Site { points, bearing: 0.0 }
}
