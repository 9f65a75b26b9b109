//! Geometry in the region's plane: places in millimetres, boxes, lengths, areas, points along lines.

/// A place in the region: whole millimetres east and north of the scene's origin. Eight bytes, ±2,147 km.
///
/// A millimetre is finer than OpenStreetMap's 10⁻⁷ degrees, so that a source's coordinates come back as they were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Millimetres east.
    pub east_mm: i32,
    /// Millimetres north.
    pub north_mm: i32,
}

impl Position {
    /// The place at so many metres east and north (clamped to ±2,147 km).
    pub fn from_metres(east: f64, north: f64) -> Self {
        Self { east_mm: (east * 1000.0).round() as i32, north_mm: (north * 1000.0).round() as i32 }
    }

    /// Metres east of the origin.
    pub fn east(self) -> f64 {
        f64::from(self.east_mm) / 1000.0
    }

    /// Metres north of the origin.
    pub fn north(self) -> f64 {
        f64::from(self.north_mm) / 1000.0
    }

    /// `[east, north]` in metres.
    pub fn metres(self) -> [f64; 2] {
        [self.east(), self.north()]
    }

    /// Plane distance in metres.
    pub fn distance(self, other: Self) -> f64 {
        (self.east() - other.east()).hypot(self.north() - other.north())
    }
}

impl From<Position> for [f64; 2] {
    fn from(position: Position) -> Self {
        position.metres()
    }
}

/// A box in the plane, metres; empty when `min` exceeds `max`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Least east and north.
    pub min: [f64; 2],
    /// Greatest east and north.
    pub max: [f64; 2],
}

impl Default for Bounds {
    fn default() -> Self {
        Self { min: [f64::INFINITY; 2], max: [f64::NEG_INFINITY; 2] }
    }
}

impl Bounds {
    /// The smallest box around positions.
    pub fn around(positions: impl IntoIterator<Item = Position>) -> Self {
        let mut bounds = Self::default();
        for position in positions {
            bounds.include(position.metres());
        }
        bounds
    }

    /// Grows to include a point.
    pub fn include(&mut self, [east, north]: [f64; 2]) {
        self.min = [self.min[0].min(east), self.min[1].min(north)];
        self.max = [self.max[0].max(east), self.max[1].max(north)];
    }

    /// Whether nothing is inside.
    pub fn is_empty(&self) -> bool {
        self.min[0] > self.max[0]
    }

    /// Whether the two share a point.
    pub fn intersects(&self, other: &Self) -> bool {
        (0..2).all(|axis| self.min[axis] <= other.max[axis] && other.min[axis] <= self.max[axis])
    }

    /// Whether a point is inside or on the edge.
    pub fn contains(&self, point: [f64; 2]) -> bool {
        (0..2).all(|axis| (self.min[axis]..=self.max[axis]).contains(&point[axis]))
    }

    /// The middle.
    pub fn centre(&self) -> [f64; 2] {
        [(self.min[0] + self.max[0]) / 2.0, (self.min[1] + self.max[1]) / 2.0]
    }

    /// Width and height, metres.
    pub fn size(&self) -> [f64; 2] {
        [self.max[0] - self.min[0], self.max[1] - self.min[1]]
    }

    /// Larger by so many metres on each side.
    #[must_use]
    pub fn grown(&self, metres: f64) -> Self {
        Self { min: self.min.map(|low| low - metres), max: self.max.map(|high| high + metres) }
    }
}

/// Area of a ring in square metres: positive where it turns left.
pub fn signed_area<P: Copy + Into<[f64; 2]>>(ring: &[P]) -> f64 {
    let Some(&start) = ring.first() else { return 0.0 };
    // About the ring's own start, so that far rings lose no digits.
    let [east, north] = start.into();
    let relative = |point: P| {
        let [x, y] = point.into();
        (x - east, y - north)
    };
    let twice: f64 = ring
        .iter()
        .zip(ring.iter().cycle().skip(1))
        .map(|(&a, &b)| {
            let ((ax, ay), (bx, by)) = (relative(a), relative(b));
            ax * by - bx * ay
        })
        .sum();
    twice / 2.0
}

/// Centroid of a ring; of one without area, the mean of its points.
pub fn centroid(ring: &[Position]) -> Position {
    let Some(&start) = ring.first() else { return Position::default() };
    let (mut x, mut y, mut twice) = (0.0, 0.0, 0.0);
    for (&a, &b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let (ax, ay) = (a.east() - start.east(), a.north() - start.north());
        let (bx, by) = (b.east() - start.east(), b.north() - start.north());
        let cross = ax * by - bx * ay;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
        twice += cross;
    }
    if twice.abs() < 1e-6 {
        let count = ring.len() as f64;
        let sum = ring.iter().fold([0.0, 0.0], |sum, p| [sum[0] + p.east(), sum[1] + p.north()]);
        return Position::from_metres(sum[0] / count, sum[1] / count);
    }
    Position::from_metres(start.east() + x / (3.0 * twice), start.north() + y / (3.0 * twice))
}

/// Whether a point lies inside a ring (even–odd rule).
pub fn ring_contains(ring: &[Position], point: Position) -> bool {
    let (x, y) = (point.east(), point.north());
    let mut inside = false;
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        if (a.north() > y) != (b.north() > y) {
            let crossing = a.east() + (y - a.north()) / (b.north() - a.north()) * (b.east() - a.east());
            inside ^= x < crossing;
        }
    }
    inside
}

/// Length of a line in metres.
pub fn length(line: &[Position]) -> f64 {
    line.windows(2).map(|pair| pair[0].distance(pair[1])).sum()
}

/// The place a fraction (0 to 1) of the way along a line.
pub fn along(line: &[Position], fraction: f64) -> Position {
    let mut left = length(line) * fraction;
    for pair in line.windows(2) {
        let step = pair[0].distance(pair[1]);
        if left <= step && step > 0.0 {
            let t = left / step;
            return Position::from_metres(
                pair[0].east() + t * (pair[1].east() - pair[0].east()),
                pair[0].north() + t * (pair[1].north() - pair[0].north()),
            );
        }
        left -= step;
    }
    line.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[(f64, f64)]) -> Vec<Position> {
        points.iter().map(|&(east, north)| Position::from_metres(east, north)).collect()
    }

    #[test]
    fn a_ring_has_area_middle_and_inside() {
        let mut ring = line(&[(10.0, 10.0), (14.0, 10.0), (14.0, 12.0), (10.0, 12.0)]);
        assert!((signed_area(&ring) - 8.0).abs() < 1e-9);
        assert_eq!(centroid(&ring), Position::from_metres(12.0, 11.0));
        assert!(ring_contains(&ring, Position::from_metres(13.9, 11.0)) && !ring_contains(&ring, Position::from_metres(9.9, 11.0)));
        ring.reverse();
        assert!((signed_area(&ring) + 8.0).abs() < 1e-9);
        assert_eq!(centroid(&line(&[(0.0, 0.0), (4.0, 0.0)])), Position::from_metres(2.0, 0.0));
    }

    #[test]
    fn a_share_of_a_line_is_measured_along_its_bends() {
        let bent = line(&[(0.0, 0.0), (3.0, 0.0), (3.0, 0.0), (3.0, 5.0)]);
        assert!((length(&bent) - 8.0).abs() < 1e-9);
        assert_eq!(
            [0.0, 0.25, 0.75, 1.0].map(|share| along(&bent, share)),
            [
                Position::from_metres(0.0, 0.0),
                Position::from_metres(2.0, 0.0),
                Position::from_metres(3.0, 3.0),
                Position::from_metres(3.0, 5.0),
            ]
        );
    }
}
