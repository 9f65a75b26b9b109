//! Laying flat things onto the ground: triangles are cut along the ground's own cells, so that they lie exactly on it.

use super::polygon::{Ring, clip_half_plane, clip_square, simplify_ring, triangulate};
use super::surface::{Colour, Surface};
use bevy::math::{DVec2, Vec2, Vec3};

/// The ground of one tile: a square of `cells` × `cells`, each split along its diagonal from south-west to north-east.
#[derive(Clone, Debug)]
pub struct Ground {
    half: f64,
    cells: usize,
    /// Heights above the tile's base [m], `(cells + 3)²` row by row from the south-west: one cell more on each side, for slopes.
    heights: Vec<f32>,
}

impl Ground {
    /// The ground of a square of that half size; `height` tells metres above the tile's base at (east, north) about the centre.
    ///
    /// As few cells are taken as keep within `tolerance` of what `cells` would show; `cells` is a power of two.
    pub fn new(half: f64, cells: usize, tolerance: f64, height: impl Fn(DVec2) -> f64) -> Self {
        let step = 2.0 * half / cells as f64;
        let at = |index: usize| -half + step * (index as f64 - 1.0);
        let mut heights = Vec::with_capacity((cells + 3).pow(2));
        for row in 0..cells + 3 {
            heights.extend((0..cells + 3).map(|column| height(DVec2::new(at(column), at(row))) as f32));
        }
        let finest = Self { half, cells, heights };
        let mut coarser = (0..cells.ilog2()).map(|power| finest.thinned(cells >> power));
        coarser.find(|ground| finest.strays_from(ground) <= tolerance).unwrap_or_else(|| finest.clone())
    }

    /// The same ground with every `stride`-th sample; the margin's slopes go on straight.
    fn thinned(&self, stride: usize) -> Self {
        let cells = self.cells / stride;
        let sample = |index: usize| (index as isize - 1) * stride as isize;
        let end = self.cells as isize;
        let at = |column: isize, row: isize| {
            let inside = [column, row].map(|index| index.clamp(0, end));
            let over = [column - inside[0], row - inside[1]];
            // One sample beyond the edge is known; the slope to it reaches as far as the wider cell does.
            let edge = self.at(inside[0], inside[1]);
            let beyond = self.at(inside[0] + over[0].signum(), inside[1] + over[1].signum());
            edge + (beyond - edge) * over[0].abs().max(over[1].abs()) as f32
        };
        let indices = || 0..cells + 3;
        let heights = indices()
            .flat_map(|row| indices().map(move |column| (column, row)))
            .map(|(column, row)| at(sample(column), sample(row)))
            .collect();
        Self { half: self.half, cells, heights }
    }

    /// Greatest distance in height between this ground's samples and another ground [m].
    fn strays_from(&self, other: &Self) -> f64 {
        let step = self.step();
        let place = |index: usize| -self.half + step * index as f64;
        let indices = || 0..=self.cells;
        indices()
            .flat_map(|row| indices().map(move |column| (column, row)))
            .map(|(column, row)| {
                (other.height(DVec2::new(place(column), place(row))) - f64::from(self.at(column as isize, row as isize))).abs()
            })
            .fold(0.0, f64::max)
    }

    /// Half the tile's size [m].
    pub fn half(&self) -> f64 {
        self.half
    }

    /// Cells along one side.
    pub fn cells(&self) -> usize {
        self.cells
    }

    /// Size of a cell [m].
    pub fn step(&self) -> f64 {
        2.0 * self.half / self.cells as f64
    }

    /// Least and greatest height [m].
    pub fn range(&self) -> (f32, f32) {
        self.heights.iter().fold((f32::MAX, f32::MIN), |(low, high), &height| (low.min(height), high.max(height)))
    }

    /// Height at a grid point; columns and rows count from −1 to `cells + 1`.
    pub fn at(&self, column: isize, row: isize) -> f32 {
        let width = self.cells + 3;
        self.heights[(row + 1) as usize * width + (column + 1) as usize]
    }

    /// The corner of a cell in engine space.
    pub fn corner(&self, column: isize, row: isize) -> Vec3 {
        let step = self.step();
        let (east, north) = (-self.half + step * column as f64, -self.half + step * row as f64);
        Vec3::new(east as f32, self.at(column, row), -north as f32)
    }

    /// Normal at a grid point, from its four neighbours.
    pub fn normal(&self, column: isize, row: isize) -> Vec3 {
        let run = 2.0 * self.step() as f32;
        let slope_east = (self.at(column + 1, row) - self.at(column - 1, row)) / run;
        let slope_north = (self.at(column, row + 1) - self.at(column, row - 1)) / run;
        Vec3::new(-slope_east, 1.0, slope_north).normalize()
    }

    fn cell(&self, value: f64) -> (isize, f64) {
        let scaled = (value + self.half) / self.step();
        let index = scaled.floor().clamp(0.0, self.cells as f64 - 1.0);
        (index as isize, scaled - index)
    }

    /// Height of the triangulated ground [m above the tile's base]; outside, the outermost triangle goes on.
    pub fn height(&self, point: DVec2) -> f64 {
        let ((column, x), (row, y)) = (self.cell(point.x), self.cell(point.y));
        let [sw, se, nw, ne] = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(c, r)| f64::from(self.at(column + c, row + r)));
        if x >= y { sw + x * (se - sw) + y * (ne - se) } else { sw + y * (nw - sw) + x * (ne - nw) }
    }

    /// Normal, bilinear between the grid's.
    pub fn smooth_normal(&self, point: DVec2) -> Vec3 {
        let ((column, x), (row, y)) = (self.cell(point.x), self.cell(point.y));
        let (x, y) = (x as f32, y as f32);
        let south = self.normal(column, row).lerp(self.normal(column + 1, row), x);
        let north = self.normal(column, row + 1).lerp(self.normal(column + 1, row + 1), x);
        south.lerp(north, y).normalize_or(Vec3::Y)
    }

    /// The point of the ground in engine space.
    pub fn point(&self, point: DVec2) -> Vec3 {
        Vec3::new(point.x as f32, self.height(point) as f32, -point.y as f32)
    }

    /// Lays a triangle (counter-clockwise seen from above) onto the ground.
    pub fn drape_triangle(&self, triangle: [DVec2; 3], colour: Colour, surface: &mut Surface) {
        let low = triangle[0].min(triangle[1]).min(triangle[2]);
        let high = triangle[0].max(triangle[1]).max(triangle[2]);
        let ((first_column, _), (last_column, _)) = (self.cell(low.x), self.cell(high.x));
        let ((first_row, _), (last_row, _)) = (self.cell(low.y), self.cell(high.y));
        if self.cells == 1 {
            return self.add_fan(&triangle, colour, surface);
        }
        for column in first_column..=last_column {
            let strip = self.between(&triangle, DVec2::X, column, first_column, last_column);
            for row in first_row..=last_row {
                let piece = self.between(&strip, DVec2::Y, row, first_row, last_row);
                self.drape_in_cell(&piece, column, row, colour, surface);
            }
        }
    }

    /// The part of a convex ring between two neighbouring grid lines; the outermost cells reach on to infinity.
    fn between(&self, ring: &[DVec2], axis: DVec2, index: isize, first: isize, last: isize) -> Ring {
        let line = |index: isize| -self.half + self.step() * index as f64;
        let mut kept = ring.to_vec();
        if index > first {
            kept = clip_half_plane(&kept, -axis, -line(index));
        }
        if index < last {
            kept = clip_half_plane(&kept, axis, line(index + 1));
        }
        kept
    }

    fn drape_in_cell(&self, piece: &[DVec2], column: isize, row: isize, colour: Colour, surface: &mut Surface) {
        if piece.len() < 3 {
            return;
        }
        let step = self.step();
        let corner = DVec2::new(-self.half + step * column as f64, -self.half + step * row as f64);
        let across = DVec2::new(-1.0, 1.0);
        let limit = across.dot(corner);
        self.add_fan(&clip_half_plane(piece, across, limit), colour, surface);
        self.add_fan(&clip_half_plane(piece, -across, -limit), colour, surface);
    }

    fn add_fan(&self, ring: &[DVec2], colour: Colour, surface: &mut Surface) {
        if ring.len() < 3 {
            return;
        }
        let mut add = |point: DVec2| surface.shared_vertex(self.point(point), self.smooth_normal(point), colour, Vec2::ZERO);
        let corners: Vec<u32> = ring.iter().map(|&point| add(point)).collect();
        for corner in 1..corners.len() - 1 {
            surface.triangle(corners[0], corners[corner], corners[corner + 1]);
        }
    }

    /// Lays an area onto the ground: clipped to the tile, simplified, triangulated, cut along the cells.
    pub fn drape_area(&self, rings: &[Ring], tolerance: f64, colour: Colour, surface: &mut Surface) {
        let clipped: Vec<Ring> = rings
            .iter()
            .map(|ring| {
                let mut ring = ring.clone();
                simplify_ring(&mut ring, tolerance);
                clip_square(&ring, self.half)
            })
            .collect();
        triangulate(&clipped, |points, indices| {
            for corners in indices.chunks_exact(3) {
                let [a, b, c] = [0, 1, 2].map(|corner| points[corners[corner] as usize]);
                let turns_left = (b - a).perp_dot(c - a) > 0.0;
                self.drape_triangle(if turns_left { [a, b, c] } else { [a, c, b] }, colour, surface);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draped_triangles_lie_on_the_ground() {
        let ground = Ground::new(100.0, 8, 0.0, |point| (point.x * 0.05).sin() * 20.0 + point.y * 0.1);
        let mut surface = Surface::default();
        let ring = vec![DVec2::new(-90.0, -80.0), DVec2::new(95.0, -20.0), DVec2::new(-20.0, 88.0)];
        ground.drape_area(std::slice::from_ref(&ring), 0.1, [0; 4], &mut surface);
        let mut area = 0.0;
        for t in surface.indices.chunks(3) {
            let [a, b, c] = [0, 1, 2].map(|corner| Vec3::from(surface.positions[t[corner] as usize]));
            let middle = (a + b + c) / 3.0;
            let height = ground.height(DVec2::new(middle.x.into(), -f64::from(middle.z)));
            assert!((height - f64::from(middle.y)).abs() < 1e-3, "{middle} is off the ground at {height}");
            area += f64::from((b - a).truncate().perp_dot((c - a).truncate()).abs() * 0.0)
                + f64::from(((b - a).x * (c - a).z - (b - a).z * (c - a).x).abs() / 2.0);
        }
        assert!((area - super::super::polygon::signed_area(&ring)).abs() < 0.01 * area);
    }

    #[test]
    fn flat_ground_is_one_cell() {
        assert_eq!(Ground::new(256.0, 32, 0.01, |_| 3.0).cells(), 1);
        assert_eq!(Ground::new(256.0, 32, 0.01, |point| point.x * 0.2 - point.y).cells(), 1, "a slope is one cell too");
        assert_eq!(Ground::new(256.0, 32, 0.01, |point| (point.x * 0.1).sin()).cells(), 32);
    }
}
