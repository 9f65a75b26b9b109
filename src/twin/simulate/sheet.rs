//! A sheet: values over a window of ground, for pictures of what lies between the features. It is worked out when somebody looks, never while
//! a region is measured.

use super::cells::Cells;

/// A straight piece of a line, from end to end in metres of the region's plane.
pub type Piece = [[f64; 2]; 2];

/// A value for each of some cells of ground.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The cells.
    pub cells: Cells,
    /// Values of their middles in the cells' order; not a number where there is none.
    pub values: Vec<f32>,
}

impl Sheet {
    /// Whether no cell has a value.
    pub fn is_empty(&self) -> bool {
        self.values.iter().all(|value| value.is_nan())
    }

    /// The value of the cell of a place.
    pub fn at(&self, place: [f64; 2]) -> Option<f32> {
        self.values.get(self.cells.index(place)?).copied().filter(|value| !value.is_nan())
    }

    /// The value of a place between the middles of the four cells about it, and how much of these has values: 1 amid others, less towards
    /// those that have none, 0 beyond them.
    pub fn between(&self, place: [f64; 2]) -> (f32, f32) {
        let [x, y] = [0, 1].map(|axis| (place[axis] - self.cells.origin[axis]) / self.cells.side - 0.5);
        let (column, row) = (x.floor(), y.floor());
        let (tx, ty) = ((x - column) as f32, (y - row) as f32);
        let (mut sum, mut share) = (0.0, 0.0);
        for (east, north, weight) in [(0, 0, (1.0 - tx) * (1.0 - ty)), (1, 0, tx * (1.0 - ty)), (0, 1, (1.0 - tx) * ty), (1, 1, tx * ty)] {
            if let Some(value) = self.value(column as isize + east, row as isize + north).filter(|_| weight > 0.0) {
                (sum, share) = (sum + weight * value, share + weight);
            }
        }
        if share > 0.0 { (sum / share, share) } else { (f32::NAN, 0.0) }
    }

    fn value(&self, column: isize, row: isize) -> Option<f32> {
        let (column, row) = (usize::try_from(column).ok()?, usize::try_from(row).ok()?);
        let is_inside = column < self.cells.columns && row < self.cells.rows;
        self.values.get(row * self.cells.columns + column).copied().filter(|value| is_inside && value.is_finite())
    }

    /// The same cells with other values in the place of these.
    #[must_use]
    pub fn map(&self, value: impl Fn(f32) -> f32) -> Self {
        Self { cells: self.cells, values: self.values.iter().copied().map(value).collect() }
    }

    /// The line along which the values pass a level, piece by piece in the order of the cells: straight between the middles of two cells
    /// (marching squares). It ends where values do.
    pub fn contour(&self, level: f32) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (row, column) in (1..self.cells.rows).flat_map(|row| (1..self.cells.columns).map(move |column| (row, column))) {
            let north_east = row * self.cells.columns + column;
            let corners = [north_east - self.cells.columns - 1, north_east - self.cells.columns, north_east, north_east - 1];
            self.cross(corners, level, &mut pieces);
        }
        pieces
    }

    /// The pieces between the middles of four cells, which stand round counter-clockwise.
    fn cross(&self, corners: [usize; 4], level: f32, pieces: &mut Vec<Piece>) {
        let values = corners.map(|corner| self.values.get(corner).copied().unwrap_or(f32::NAN));
        if !values.iter().all(|value| value.is_finite()) {
            return;
        }
        // Where the side from a corner to the next is crossed.
        let crossing = |side: usize| {
            let next = (side + 1) % 4;
            let (a, b) = (values[side], values[next]);
            let part = f64::from((level - a) / (b - a));
            let (from, to) = (self.cells.middle(corners[side]), self.cells.middle(corners[next]));
            ((a < level) != (b < level)).then(|| [0, 1].map(|axis| from[axis] + part * (to[axis] - from[axis])))
        };
        match [0, 1, 2, 3].map(crossing) {
            [Some(south), Some(east), Some(north), Some(west)] => {
                // A saddle: corners that are as its middle is belong together, and the line keeps to the other two.
                let middle = values.iter().sum::<f32>() / 4.0;
                let joins_first = (middle < level) == (values[0] < level);
                pieces.extend(if joins_first { [[south, east], [north, west]] } else { [[west, south], [east, north]] });
            }
            crossings => {
                let mut ends = crossings.into_iter().flatten();
                pieces.extend(ends.next().zip(ends.next()).map(|(from, to)| [from, to]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells of 10 m with a value of the offset of their middle from a place.
    fn sheet(side: usize, value: impl Fn(f64, f64) -> f64) -> Sheet {
        let cells = Cells { origin: [1_000.0, -500.0], columns: side, rows: side, side: 10.0 };
        let middle = |index: usize| {
            let [east, north] = cells.middle(index);
            value(east - 1_000.0, north + 500.0) as f32
        };
        Sheet { cells, values: (0..cells.count()).map(middle).collect() }
    }

    #[test]
    fn values_lie_between_those_of_the_cells_and_end_with_them() {
        let slope = sheet(4, |east, north| if east > 30.0 { f64::NAN } else { east + 2.0 * north });
        assert_eq!((slope.at([1_012.0, -481.0]), slope.at([1_036.0, -481.0]), slope.at([999.0, -481.0])), (Some(45.0), None, None));
        let (value, share) = slope.between([1_013.0, -483.0]);
        assert!((value - 47.0).abs() < 1e-4 && (share - 1.0).abs() < 1e-6, "{value}, {share}");
        // Beyond the last middle the value stays and fades.
        let (value, share) = slope.between([1_028.0, -485.0]);
        assert!((value - 55.0).abs() < 1e-4 && (share - 0.7).abs() < 1e-5, "{value}, {share}");
        assert_eq!(slope.between([1_200.0, -485.0]).1, 0.0);
        assert!(!slope.is_empty() && slope.map(|_| f32::NAN).is_empty());
    }

    #[test]
    fn a_contour_goes_round_what_is_higher() {
        let cone = sheet(20, |east, north| (east - 100.0).hypot(north - 100.0));
        let circle = cone.contour(62.0);
        let length: f64 = circle.iter().map(|[a, b]| (a[0] - b[0]).hypot(a[1] - b[1])).sum();
        assert!((length / (std::f64::consts::TAU * 62.0) - 1.0).abs() < 0.01, "{length}");
        for [east, north] in circle.iter().flatten() {
            let radius = (east - 1_100.0).hypot(north + 400.0);
            assert!((radius - 62.0).abs() < 0.3, "{radius}");
        }
        assert!(cone.contour(-1.0).is_empty() && cone.map(|_| f32::NAN).contour(62.0).is_empty());
    }

    #[test]
    fn a_saddle_is_two_pieces_that_do_not_meet() {
        let saddle = sheet(2, |east, north| if (east > 10.0) == (north > 10.0) { 1.0 } else { 0.0 });
        for (level, south_meets) in [(0.4, "east"), (0.6, "west")] {
            let pieces = saddle.contour(level);
            let [[south, next], _] = pieces[..] else { panic!("two pieces, not {pieces:?}") };
            let (south, next) = if south[1] < next[1] { (south, next) } else { (next, south) };
            assert_eq!(if next[0] > south[0] { "east" } else { "west" }, south_meets, "{level}");
        }
    }
}
