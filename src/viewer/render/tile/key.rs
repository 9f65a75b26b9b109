//! Addresses of tiles: squares of 512 m and its doublings about the region's origin.

use crate::twin::model::space::Bounds;

/// Side of a finest tile [m].
pub const FINEST: f64 = 512.0;
/// Level of the coarsest tiles: 1,048 km.
pub const COARSEST: u8 = 11;

/// A tile: level 0 is the finest; column and row count from the origin eastward and northward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TileKey {
    /// How often 512 m is doubled.
    pub level: u8,
    /// Eastward.
    pub column: i32,
    /// Northward.
    pub row: i32,
}

impl TileKey {
    /// The tile of a level at a point [m].
    pub fn at(level: u8, [east, north]: [f64; 2]) -> Self {
        let size = FINEST * f64::from(1u32 << level);
        Self { level, column: (east / size).floor() as i32, row: (north / size).floor() as i32 }
    }

    /// Its side [m].
    pub fn size(self) -> f64 {
        FINEST * f64::from(1u32 << self.level)
    }

    /// Its middle [m east, m north].
    pub fn centre(self) -> [f64; 2] {
        [self.column, self.row].map(|index| (f64::from(index) + 0.5) * self.size())
    }

    /// The square that it is.
    pub fn bounds(self) -> Bounds {
        let (half, [east, north]) = (self.size() / 2.0, self.centre());
        Bounds { min: [east - half, north - half], max: [east + half, north + half] }
    }

    /// The tile of a coarser level that holds it.
    pub fn at_level(self, level: u8) -> Self {
        let steps = level.saturating_sub(self.level);
        Self { level: self.level + steps, column: self.column >> steps, row: self.row >> steps }
    }

    /// The tile of the next coarser level that holds it.
    pub fn parent(self) -> Option<Self> {
        (self.level < COARSEST).then(|| Self { level: self.level + 1, column: self.column >> 1, row: self.row >> 1 })
    }

    /// The four tiles of the next finer level; none below the finest.
    pub fn children(self) -> Option<[Self; 4]> {
        let level = self.level.checked_sub(1)?;
        Some([(0, 0), (1, 0), (0, 1), (1, 1)].map(|(column, row)| Self {
            level,
            column: self.column * 2 + column,
            row: self.row * 2 + row,
        }))
    }

    /// Its south-western finest tile's place on the Z-order curve, with which tiles of one branch stand together.
    pub fn z_order(self) -> u64 {
        let bias = 1i64 << 24;
        let spread = |value: i32| spread_bits(((i64::from(value) << self.level) + bias) as u32);
        spread(self.column) | spread(self.row) << 1
    }
}

/// Puts a zero after each bit.
fn spread_bits(value: u32) -> u64 {
    [
        (16, 0x0000_FFFF_0000_FFFF),
        (8, 0x00FF_00FF_00FF_00FF),
        (4, 0x0F0F_0F0F_0F0F_0F0F),
        (2, 0x3333_3333_3333_3333),
        (1, 0x5555_5555_5555_5555),
    ]
    .iter()
    .fold(u64::from(value), |bits, (shift, mask)| (bits | bits << shift) & mask)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_lie_in_their_parents_stretch() {
        let tile = TileKey { level: 3, column: -5, row: 7 };
        let start = tile.z_order();
        for child in tile.children().expect("not the finest") {
            assert_eq!(child.parent(), Some(tile));
            assert!((start..start + (1 << (2 * tile.level))).contains(&child.z_order()));
        }
        assert_eq!(TileKey::at(3, tile.centre()), tile);
    }
}
