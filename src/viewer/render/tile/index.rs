//! Which features touch a tile: every feature hangs at the smallest tile that holds it whole, sorted along the Z-order curve.

use super::key::{COARSEST, TileKey};
use crate::twin::model::layer::Shapes;
use crate::twin::model::space::Bounds;
use rayon::prelude::*;

/// An index over one layer.
#[derive(Clone, Debug, Default)]
pub struct TileIndex {
    /// Z-order of the tile, its level, and the feature; sorted.
    entries: Vec<(u64, u8, u32)>,
    bounds: Vec<[f32; 4]>,
}

/// How features are hung.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hang {
    /// At the smallest tile that holds the whole feature: it is drawn piecewise by every tile it touches.
    Whole,
    /// At the finest tile of its first point: it is drawn by one tile only.
    Anchor,
}

impl TileIndex {
    /// Indexes the shapes of a layer.
    pub fn new(shapes: &Shapes, hang: Hang) -> Self {
        if shapes.is_empty() {
            return Self::default();
        }
        let bounds: Vec<[f32; 4]> = (0..shapes.len())
            .into_par_iter()
            .map(|feature| {
                let Bounds { min, max } = match hang {
                    Hang::Whole => shapes.get(feature).bounds(),
                    Hang::Anchor => Bounds::around(shapes.get(feature).points().first().copied()),
                };
                [min[0] as f32, min[1] as f32, max[0] as f32, max[1] as f32]
            })
            .collect();
        let mut entries: Vec<(u64, u8, u32)> = bounds
            .par_iter()
            .enumerate()
            .filter(|(_, bounds)| bounds[0] <= bounds[2])
            .map(|(feature, bounds)| {
                let (z_order, level) = smallest_tile(bounds).map_or(EVERYWHERE, |tile| (tile.z_order(), tile.level));
                (z_order, level, feature as u32)
            })
            .collect();
        entries.par_sort_unstable();
        Self { entries, bounds }
    }

    /// Features that may touch a tile grown by a margin, in ascending order.
    pub fn touching(&self, tile: TileKey, margin: f64) -> Vec<u32> {
        let (half, [east, north]) = (tile.size() / 2.0 + margin, tile.centre());
        let reach = [east - half, north - half, east + half, north + half].map(|edge| edge as f32);
        let touches = |feature: u32| {
            let bounds = self.bounds[feature as usize];
            bounds[0] <= reach[2] && bounds[1] <= reach[3] && bounds[2] >= reach[0] && bounds[3] >= reach[1]
        };
        let mut found: Vec<u32> = Vec::new();
        let mut take = |entries: &[(u64, u8, u32)]| found.extend(entries.iter().map(|entry| entry.2).filter(|&feature| touches(feature)));
        let start = tile.z_order();
        let end = start + (1u64 << (2 * tile.level));
        take(self.between((start, 0), (end, 0)));
        let mut ancestor = tile.parent();
        while let Some(above) = ancestor {
            let key = (above.z_order(), above.level);
            if key.0 != start {
                take(self.between(key, (key.0, key.1 + 1)));
            }
            ancestor = above.parent();
        }
        take(self.between(EVERYWHERE, (EVERYWHERE.0, EVERYWHERE.1 + 1)));
        found.sort_unstable();
        found
    }

    /// Features whose bounds contain a point grown by a margin [m].
    pub fn near(&self, point: [f64; 2], margin: f64) -> Vec<u32> {
        let level = (0..COARSEST).find(|&level| TileKey { level, column: 0, row: 0 }.size() >= 2.0 * margin).unwrap_or(COARSEST);
        let mut found: Vec<u32> = Vec::new();
        let around = TileKey::at(level, point);
        for (column, row) in (-1..=1).flat_map(|column| (-1..=1).map(move |row| (column, row))) {
            found.extend(self.touching(TileKey { level, column: around.column + column, row: around.row + row }, 0.0));
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|&feature| {
            let bounds = self.bounds[feature as usize].map(f64::from);
            point[0] >= bounds[0] - margin
                && point[0] <= bounds[2] + margin
                && point[1] >= bounds[1] - margin
                && point[1] <= bounds[3] + margin
        });
        found
    }

    fn between(&self, from: (u64, u8), to: (u64, u8)) -> &[(u64, u8, u32)] {
        let first = self.entries.partition_point(|entry| (entry.0, entry.1) < from);
        let last = self.entries.partition_point(|entry| (entry.0, entry.1) < to);
        &self.entries[first..last.max(first)]
    }
}

/// Where features hang that no single tile holds: those that cross the edges of the coarsest ones.
const EVERYWHERE: (u64, u8) = (0, COARSEST + 1);

fn smallest_tile(bounds: &[f32; 4]) -> Option<TileKey> {
    let [south_west, north_east] = [[bounds[0], bounds[1]], [bounds[2], bounds[3]]].map(|corner| corner.map(f64::from));
    (0..=COARSEST).map(|level| TileKey::at(level, south_west)).find(|tile| *tile == TileKey::at(tile.level, north_east))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::layer::ShapeKind;
    use crate::twin::model::space::Position;

    #[test]
    fn every_tile_that_a_line_crosses_finds_it() {
        let mut shapes = Shapes::default();
        let line = [Position::from_metres(-700.0, -100.0), Position::from_metres(900.0, 300.0)];
        shapes.push(ShapeKind::Line, [&line[..]]);
        shapes.push(ShapeKind::Point, [&[Position::from_metres(40_000.0, 9.0)][..]]);
        let index = TileIndex::new(&shapes, Hang::Whole);
        for east in [-600.0, 0.0, 800.0] {
            for level in [0, 2, 5] {
                assert!(index.touching(TileKey::at(level, [east, 10.0]), 0.0).contains(&0), "{east} {level}");
            }
        }
        assert_eq!(index.touching(TileKey::at(0, [40_000.0, 9.0]), 0.0), [1]);
        assert_eq!(index.touching(TileKey::at(11, [1.0, 1.0]), 0.0), [0, 1]);
    }
}
