//! Features found by where they are: boxes of shapes in a tree, and the shape itself for the last step.

use super::distance::distance;
use crate::twin::model::change::Kept;
use crate::twin::model::layer::Shapes;
use crate::twin::model::space::{Bounds, Position};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use std::sync::Arc;

type Boxes = RTree<GeomWithData<Rectangle<[f64; 2]>, u32>>;

/// Where the features of a layer are. It holds their numbers; the shapes stay in the layer.
#[derive(Clone, Debug, Default)]
pub struct Index {
    boxes: Boxes,
    /// An index of the same layer as it was, and the features of it that are as they were.
    earlier: Option<(Arc<Index>, Kept)>,
}

impl Index {
    /// The features of a layer that are wanted.
    pub fn new(shapes: &Shapes, wanted: impl Fn(usize) -> bool) -> Self {
        Self { boxes: boxes(shapes, 0..shapes.len(), wanted), earlier: None }
    }

    /// The same of a layer in which something is not as it was.
    pub fn changed(earlier: &Arc<Self>, kept: Kept, shapes: &Shapes, wanted: impl Fn(usize) -> bool) -> Self {
        Self { boxes: boxes(shapes, kept.others(shapes.len()), wanted), earlier: Some((earlier.clone(), kept)) }
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        !self.holds(&|_| true)
    }

    fn holds(&self, wanted: &dyn Fn(usize) -> bool) -> bool {
        let own = self.boxes.iter().any(|boxed| wanted(boxed.data as usize));
        own || self.earlier.as_ref().is_some_and(|(earlier, kept)| earlier.holds(&|feature| kept.has(feature) && wanted(feature)))
    }

    /// Features whose boxes share a point with a box, in the order of the layer.
    pub fn within(&self, bounds: &Bounds) -> Vec<usize> {
        if bounds.is_empty() {
            return Vec::new();
        }
        let envelope = AABB::from_corners(bounds.min, bounds.max);
        let earlier =
            self.earlier.iter().flat_map(|(earlier, kept)| earlier.within(bounds).into_iter().filter(|feature| kept.has(*feature)));
        let own = self.boxes.locate_in_envelope_intersecting(&envelope).map(|found| found.data as usize);
        let mut found: Vec<usize> = earlier.chain(own).collect();
        found.sort_unstable();
        found
    }

    /// The feature nearest to a place and how far away it is [m]; of equally near ones the first of the layer.
    pub fn nearest(&self, shapes: &Shapes, at: Position) -> Option<(usize, f64)> {
        self.nearest_of(shapes, at, |_| true)
    }

    /// The nearest of those features that are wanted.
    pub fn nearest_of(&self, shapes: &Shapes, at: Position, wanted: impl Fn(usize) -> bool) -> Option<(usize, f64)> {
        self.nearest_with(shapes, at, &wanted)
    }

    fn nearest_with(&self, shapes: &Shapes, at: Position, wanted: &dyn Fn(usize) -> bool) -> Option<(usize, f64)> {
        let earlier = self.earlier.as_ref();
        let mut best =
            earlier.and_then(|(earlier, kept)| earlier.nearest_with(shapes, at, &|feature| kept.has(feature) && wanted(feature)));
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

fn boxes(shapes: &Shapes, features: impl Iterator<Item = usize>, wanted: impl Fn(usize) -> bool) -> Boxes {
    let boxed = |feature: usize| {
        let bounds = shapes.get(feature).bounds();
        (!bounds.is_empty()).then(|| GeomWithData::new(Rectangle::from_corners(bounds.min, bounds.max), feature as u32))
    };
    RTree::bulk_load(features.filter(|feature| wanted(*feature)).filter_map(boxed).collect())
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
            let index = Index::new(&shapes, |_| true);
            let found = index.nearest(&shapes, at(place));
            prop_assert_eq!(found.map(|(_, distance)| distance), Some(nearest));
            // The same of an index that is taken over where a layer grew.
            let mut longer = shapes.clone();
            longer.push(ShapeKind::Point, [&[at([place[0] + nearest / 2.0, place[1]])][..]]);
            let changed = Index::changed(&Arc::new(index), Kept::all(shapes.len()), &longer, |_| true);
            let whole = Index::new(&longer, |_| true);
            let bounds = Bounds { min: [-300.0; 2], max: [200.0; 2] };
            prop_assert_eq!(changed.nearest(&longer, at(place)), whole.nearest(&longer, at(place)));
            prop_assert_eq!(changed.within(&bounds), whole.within(&bounds));
        }
    }
}
