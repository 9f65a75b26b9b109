//! Measures footprints.

use crate::twin::model::layer::Shape;

/// The size of a footprint, seen along its longest wall.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Area [m²].
    pub area: f64,
    /// The longer side of the box along the longest wall [m].
    pub long: f64,
    /// The shorter one [m].
    pub short: f64,
    /// Points of the outline.
    pub corners: usize,
    /// Share of that box which the footprint fills.
    pub fill: f64,
}

impl Form {
    /// Measures a footprint.
    pub fn of(footprint: Shape<'_>) -> Self {
        let ring = footprint.first();
        let area = footprint.area();
        let walls = ring.iter().zip(ring.iter().cycle().skip(1));
        let longest = walls.max_by(|a, b| a.0.distance(*a.1).total_cmp(&b.0.distance(*b.1)));
        let Some((a, b)) = longest.filter(|(a, b)| a != b) else {
            return Self { area, long: 0.0, short: 0.0, corners: ring.len(), fill: 1.0 };
        };
        let length = a.distance(*b);
        let (x, y) = ((b.east() - a.east()) / length, (b.north() - a.north()) / length);
        let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        for point in ring {
            let (east, north) = (point.east() - a.east(), point.north() - a.north());
            for (axis, value) in [east * x + north * y, north * x - east * y].into_iter().enumerate() {
                low[axis] = low[axis].min(value);
                high[axis] = high[axis].max(value);
            }
        }
        let (p, q) = (high[0] - low[0], high[1] - low[1]);
        Self { area, long: p.max(q), short: p.min(q), corners: ring.len(), fill: area / (p * q).max(0.01) }
    }

    /// How many times longer than wide.
    pub fn slenderness(&self) -> f64 {
        self.long / self.short.max(0.1)
    }
}
