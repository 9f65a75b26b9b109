//! Features found by where they are: boxes of shapes in a tree, and the shape itself for the last step.

use super::distance::distance;
use crate::twin::model::layer::Shapes;
use crate::twin::model::space::{Bounds, Position};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

/// Where the features of a layer are. It holds their numbers; the shapes stay in the layer.
#[derive(Clone, Debug, Default)]
pub struct Index {
    boxes: RTree<GeomWithData<Rectangle<[f64; 2]>, u32>>,
}

impl Index {
    /// The features of a layer that are wanted.
    pub fn new(shapes: &Shapes, wanted: impl Fn(usize) -> bool) -> Self {
        let boxed = |feature: usize| {
            let bounds = shapes.get(feature).bounds();
            (!bounds.is_empty()).then(|| GeomWithData::new(Rectangle::from_corners(bounds.min, bounds.max), feature as u32))
        };
        Self { boxes: RTree::bulk_load((0..shapes.len()).filter(|feature| wanted(*feature)).filter_map(boxed).collect()) }
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.boxes.size() == 0
    }

    /// Features whose boxes share a point with a box, in the order of the layer.
    pub fn within(&self, bounds: &Bounds) -> Vec<usize> {
        if bounds.is_empty() {
            return Vec::new();
        }
        let envelope = AABB::from_corners(bounds.min, bounds.max);
        let mut found: Vec<usize> = self.boxes.locate_in_envelope_intersecting(&envelope).map(|found| found.data as usize).collect();
        found.sort_unstable();
        found
    }

    /// The feature nearest to a place and how far away it is [m]; of equally near ones the first of the layer.
    pub fn nearest(&self, shapes: &Shapes, at: Position) -> Option<(usize, f64)> {
        self.nearest_of(shapes, at, |_| true)
    }

    /// The nearest of those features that are wanted.
    pub fn nearest_of(&self, shapes: &Shapes, at: Position, wanted: impl Fn(usize) -> bool) -> Option<(usize, f64)> {
        let mut best: Option<(usize, f64)> = None;
        for (boxed, box_distance_2) in self.boxes.nearest_neighbor_iter_with_distance_2(&at.metres()) {
            // A box is never farther away than what is in it.
            if best.is_some_and(|(_, distance)| box_distance_2 > distance * distance) {
                break;
            }
            let feature = boxed.data as usize;
            if wanted(feature) {
                let found = (feature, distance(&shapes.get(feature), at));
                let nearer = |best: (usize, f64)| found.1.total_cmp(&best.1).then(found.0.cmp(&best.0)).is_lt();
                best = if best.is_none_or(nearer) { Some(found) } else { best };
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::layer::ShapeKind;
    use proptest::prelude::*;

    fn at([east, north]: [f64; 2]) -> Position {
        Position::from_metres(east, north)
    }

    #[test]
    fn features_are_found_by_their_shapes() {
        let mut shapes = Shapes::default();
        shapes.push(ShapeKind::Area, [&[[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]].map(at)[..]]);
        shapes.push(ShapeKind::Line, [&[[20.0, 0.0], [20.0, 50.0], [90.0, 50.0]].map(at)[..]]);
        shapes.push(ShapeKind::Point, [&[at([0.0, 30.0])][..]]);
        let index = Index::new(&shapes, |_| true);
        assert_eq!(index.nearest(&shapes, at([14.0, 5.0])), Some((0, 4.0)));
        assert_eq!(index.nearest_of(&shapes, at([14.0, 5.0]), |feature| feature != 0), Some((1, 6.0)));
        assert_eq!(index.within(&Bounds { min: [-1.0, 9.0], max: [20.0, 31.0] }), [0, 1, 2]);
        assert_eq!(Index::new(&shapes, |_| false).nearest(&shapes, at([0.0, 0.0])), None);
    }

    proptest! {
        #[test]
        fn the_nearest_is_the_nearest(lines in prop::collection::vec([[-500.0..500.0f64, -500.0..500.0], [-500.0..500.0, -500.0..500.0]], 1..40), place in [-600.0..600.0f64, -600.0..600.0]) {
            let mut shapes = Shapes::default();
            lines.iter().for_each(|line| shapes.push(ShapeKind::Line, [&line.map(at)[..]]));
            let nearest = (0..shapes.len()).map(|feature| distance(&shapes.get(feature), at(place))).fold(f64::INFINITY, f64::min);
            let found = Index::new(&shapes, |_| true).nearest(&shapes, at(place));
            prop_assert_eq!(found.map(|(_, distance)| distance), Some(nearest));
        }
    }
}
