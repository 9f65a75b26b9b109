//! The ground that a solution takes: its buildings and yards as far as they are known, else what was drawn.

use crate::twin::catalog::distance::gap;
use crate::twin::catalog::index::Index;
use crate::twin::catalog::kind::Solution;
use crate::twin::catalog::site::Geometry;
use crate::twin::model::layer::{Shape, ShapeKind, Shapes};
use crate::twin::model::region::Region;
use crate::twin::model::space::{Bounds, Position};

/// The ground that a solution takes.
#[derive(Clone, Debug)]
pub struct Ground {
    /// What was drawn.
    pub geometry: Geometry,
    /// Its middle.
    pub anchor: Position,
    /// Half the width of the strip about its lines [m].
    pub half_width: f64,
    shapes: Shapes,
}

impl Ground {
    /// The ground of a solution that brings those additions.
    pub fn new(solution: &Solution, additions: &Region) -> Self {
        let geometry = solution.geometry();
        let mut shapes = Shapes::default();
        let mut take = |shape: Shape| shapes.push(shape.kind, shape.parts());
        additions.buildings.iter().filter(|(building, _)| building.min_height.0 == 0).for_each(|(_, shape)| take(shape));
        additions.cover.iter().for_each(|(_, shape)| take(shape));
        additions.masts.iter().for_each(|(_, shape)| take(shape));
        if shapes.is_empty() {
            let kind = match geometry {
                Geometry::Line => ShapeKind::Line,
                Geometry::Area => ShapeKind::Area,
                Geometry::Point | Geometry::Existing => ShapeKind::Point,
            };
            shapes.push(kind, [&solution.site.points[..]]);
        }
        let widths = additions.streets.features.iter().map(|street| street.width.value.metres());
        let half_width = widths.fold(0.0, f64::max) / 2.0;
        Self { geometry, anchor: anchor(solution), half_width, shapes }
    }

    /// The pieces that it is made of.
    pub fn shapes(&self) -> impl Iterator<Item = Shape<'_>> {
        (0..self.shapes.len()).map(|index| self.shapes.get(index))
    }

    /// The smallest box around it.
    pub fn bounds(&self) -> Bounds {
        Bounds::around(self.shapes().flat_map(|shape| shape.points().iter().copied()))
    }

    /// Metres from its middle to its farthest corner.
    pub fn radius(&self) -> f64 {
        self.shapes().flat_map(|shape| shape.points()).map(|corner| corner.distance(self.anchor)).fold(0.0, f64::max)
    }

    /// Metres to a shape; zero where they touch.
    pub fn gap(&self, other: &Shape) -> f64 {
        self.shapes().map(|shape| gap(&shape, other)).fold(f64::INFINITY, f64::min)
    }

    /// The feature of an index that is nearest to any part of it, and how far away it is [m].
    pub fn nearest(&self, index: &Index, shapes: &Shapes) -> Option<(usize, f64)> {
        // What is nearest to the middle is no nearer than what is nearest to all of it.
        let (_, reach) = index.nearest(shapes, self.anchor)?;
        let near = index.within(&self.bounds().grown(reach));
        near.into_iter().map(|feature| (feature, self.gap(&shapes.get(feature)))).min_by(|a, b| a.1.total_cmp(&b.1))
    }
}

/// The middle of a solution.
pub fn anchor(solution: &Solution) -> Position {
    solution.site.anchor(solution.geometry())
}
