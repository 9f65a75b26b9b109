//! Maps by cell of the plane, with a hash made for them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A cell: column and row.
pub type Cell = (i32, i32);
/// What stands in each cell. Only looked up, never gone through, so that its order cannot matter.
pub type Cells<T> = HashMap<Cell, T, BuildHasherDefault<CellHasher>>;

/// Multiplies and folds: cells are few and small numbers, nobody chooses them to collide.
#[derive(Default)]
pub struct CellHasher(u64);

impl Hasher for CellHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_i32(&mut self, number: i32) {
        self.write_u64(u64::from(number as u32));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(23) ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}
