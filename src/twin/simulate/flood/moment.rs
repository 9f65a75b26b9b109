//! The water at any moment, between two snapshots.

use super::result::{Flood, Snapshot};

impl Flood {
    /// Depths at a moment [m], cell by cell: linear in time between two snapshots, and before the first and after the last as in it. None
    /// where there are no snapshots. Exact to half a millimetre at the snapshots.
    pub fn depths_at(&self, seconds: f64) -> Option<Vec<f32>> {
        let next = self.snapshots.partition_point(|shot| shot.seconds <= seconds);
        let earlier = self.snapshots.get(next.saturating_sub(1))?;
        let mut depths = vec![0.0; self.columns * self.rows];
        let Some(later) = self.snapshots.get(next).filter(|_| next > 0) else {
            earlier.add(1.0, self.columns, &mut depths);
            return Some(depths);
        };
        let share = ((seconds - earlier.seconds) / (later.seconds - earlier.seconds)) as f32;
        earlier.add(1.0 - share, self.columns, &mut depths);
        later.add(share, self.columns, &mut depths);
        Some(depths)
    }
}

impl Snapshot {
    /// Adds a share of its depths [m] to those of a grid of so many columns.
    fn add(&self, share: f32, columns: usize, depths: &mut [f32]) {
        for tile in self.tiles.iter().filter(|tile| tile.columns > 0) {
            for (line, values) in tile.millimetres.chunks(tile.columns).enumerate() {
                let first = (tile.row + line) * columns + tile.column;
                let Some(row) = depths.get_mut(first..first + values.len()) else { continue };
                row.iter_mut().zip(values).for_each(|(depth, value)| *depth += share * f32::from(*value) / 1_000.0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::result::SnapshotTile;
    use super::*;

    #[test]
    fn water_rises_evenly_between_two_snapshots() {
        let shot = |seconds: f64, column: usize, depth: u16| {
            let tile = SnapshotTile { column, row: 1, columns: 1, millimetres: vec![depth, 2 * depth] };
            Snapshot { seconds, tiles: vec![tile] }
        };
        let flood = Flood { columns: 2, rows: 3, snapshots: vec![shot(0.0, 0, 400), shot(3_600.0, 1, 1_000)], ..Flood::default() };
        let at = |seconds: f64| flood.depths_at(seconds).expect("snapshots");
        assert_eq!(at(900.0), [0.0, 0.0, 0.3, 0.25, 0.6, 0.5]);
        assert_eq!((at(-5.0), at(9e9)), (vec![0.0, 0.0, 0.4, 0.0, 0.8, 0.0], vec![0.0, 0.0, 0.0, 1.0, 0.0, 2.0]));
        assert_eq!(Flood::default().depths_at(0.0), None);
    }
}
