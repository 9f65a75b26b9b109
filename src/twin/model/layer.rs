//! A layer: features of one kind beside their shapes, in flat arrays.

use super::feature::Feature;
use super::space::{Bounds, Position};

/// What a feature's shape is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum ShapeKind {
    /// One or more points.
    #[default]
    Point,
    /// One or more lines.
    Line,
    /// Closed rings without a repeated last point: outer rings turn left (counter-clockwise), each
    /// followed by its holes, which turn right.
    Area,
}

/// Shapes of many features in flat arrays: feature → parts → points.
#[derive(Clone, Debug, PartialEq)]
pub struct Shapes {
    kinds: Vec<ShapeKind>,
    first_part: Vec<u32>,
    first_point: Vec<u32>,
    points: Vec<Position>,
}

impl Default for Shapes {
    fn default() -> Self {
        Self { kinds: Vec::new(), first_part: vec![0], first_point: vec![0], points: Vec::new() }
    }
}

impl Shapes {
    /// Adds the shape of one more feature.
    pub fn push<'a>(&mut self, kind: ShapeKind, parts: impl IntoIterator<Item = &'a [Position]>) {
        for part in parts {
            self.points.extend_from_slice(part);
            self.first_point.push(self.points.len() as u32);
        }
        self.kinds.push(kind);
        self.first_part.push((self.first_point.len() - 1) as u32);
    }

    /// The shape of a feature.
    pub fn get(&self, feature: usize) -> Shape<'_> {
        let range = self.first_part[feature] as usize..=self.first_part[feature + 1] as usize;
        Shape { kind: self.kinds[feature], first_point: &self.first_point[range], points: &self.points }
    }

    /// How many features have a shape.
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.kinds.capacity()
            + 4 * (self.first_part.capacity() + self.first_point.capacity())
            + size_of::<Position>() * self.points.capacity()
    }

    /// Gives back memory that growing left over.
    pub fn shrink(&mut self) {
        self.kinds.shrink_to_fit();
        self.first_part.shrink_to_fit();
        self.first_point.shrink_to_fit();
        self.points.shrink_to_fit();
    }
}

/// One feature's shape, borrowed from its layer.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'a> {
    /// What it is.
    pub kind: ShapeKind,
    first_point: &'a [u32],
    points: &'a [Position],
}

impl<'a> Shape<'a> {
    /// Whether another one is the same.
    pub fn is_same(&self, other: &Shape) -> bool {
        let lengths = |shape: &Shape<'a>| shape.parts().map(<[Position]>::len);
        self.kind == other.kind && self.points() == other.points() && lengths(self).eq(other.parts().map(<[Position]>::len))
    }

    /// Its parts: points, lines or rings.
    pub fn parts(&self) -> impl ExactSizeIterator<Item = &'a [Position]> + use<'a> {
        let points = self.points;
        self.first_point.windows(2).map(move |ends| &points[ends[0] as usize..ends[1] as usize])
    }

    /// The first part; empty if there is none.
    pub fn first(&self) -> &'a [Position] {
        self.parts().next().unwrap_or(&[])
    }

    /// All its points, part after part.
    pub fn points(&self) -> &'a [Position] {
        match (self.first_point.first(), self.first_point.last()) {
            (Some(&first), Some(&last)) => &self.points[first as usize..last as usize],
            _ => &[],
        }
    }

    /// The smallest box around it.
    pub fn bounds(&self) -> Bounds {
        Bounds::around(self.points().iter().copied())
    }

    /// Where a label or a pin stands: the point, the middle of the line, the centroid of the largest outer ring.
    pub fn anchor(&self) -> Position {
        match self.kind {
            ShapeKind::Point => self.points().first().copied().unwrap_or_default(),
            ShapeKind::Line => super::space::along(self.first(), 0.5),
            ShapeKind::Area => self
                .parts()
                .max_by(|a, b| super::space::signed_area(a).total_cmp(&super::space::signed_area(b)))
                .map(super::space::centroid)
                .unwrap_or_default(),
        }
    }

    /// Area of an [`ShapeKind::Area`] in square metres, holes taken off; zero for the others, and where holes outweigh what they are in.
    pub fn area(&self) -> f64 {
        // Less than nothing would take floors away from other houses, and people with them.
        if self.kind == ShapeKind::Area { self.parts().map(super::space::signed_area).sum::<f64>().max(0.0) } else { 0.0 }
    }

    /// Whether a position lies inside an [`ShapeKind::Area`] (even–odd rule over its rings).
    pub fn contains(&self, position: Position) -> bool {
        self.kind == ShapeKind::Area && self.parts().filter(|ring| super::space::ring_contains(ring, position)).count() % 2 == 1
    }
}

/// Features of one kind with their shapes: feature `i` has shape `i`.
#[derive(Clone, Debug)]
pub struct Layer<T> {
    /// What they are.
    pub features: Vec<T>,
    /// Where they are.
    pub shapes: Shapes,
}

impl<T> Default for Layer<T> {
    fn default() -> Self {
        Self { features: Vec::new(), shapes: Shapes::default() }
    }
}

impl<T: Feature> Layer<T> {
    /// Adds a feature with its shape and returns its index.
    pub fn push<'a>(&mut self, feature: T, kind: ShapeKind, parts: impl IntoIterator<Item = &'a [Position]>) -> usize {
        self.features.push(feature);
        self.shapes.push(kind, parts);
        self.features.len() - 1
    }

    /// Adds a feature that is a single point.
    pub fn push_point(&mut self, feature: T, position: Position) -> usize {
        self.push(feature, ShapeKind::Point, [&[position][..]])
    }

    /// How many features there are.
    pub fn len(&self) -> usize {
        self.features.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.features.is_empty()
    }

    /// Features with their shapes.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&T, Shape<'_>)> {
        self.features.iter().enumerate().map(|(index, feature)| (feature, self.shapes.get(index)))
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        size_of::<T>() * self.features.capacity() + self.shapes.bytes()
    }

    /// Gives back memory that growing left over.
    pub fn shrink(&mut self) {
        self.features.shrink_to_fit();
        self.shapes.shrink();
    }
}
