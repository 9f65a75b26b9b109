//! Floods that were run: water that is the same is not run again, whatever else is built.

use super::assumed::Assumed;
use super::case::{Case, Settings};
use super::cover::Cells;
use super::estimate::estimate;
use super::result::Flood;
use super::run::run;
use super::valley::Valley;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::region::Region;
use crate::twin::simulate::remembered::Remembered;
use std::sync::Arc;

/// Time between pictures of the water [s].
const PICTURES: f64 = 3_600.0;
/// A run that takes longer is not begun [s].
const LONGEST: f64 = 120.0;
/// Water that is taken for how long a run takes: so deep [m], on such a share of the cells.
const USUAL: (f64, f64) = (8.0, 0.3);

/// A flood in its place.
#[derive(Clone, Debug)]
pub struct Inundation {
    /// Its cells in the region's plane.
    pub cells: Cells,
    /// By how much each cell lies lower than the map's ground [m].
    pub dug: Vec<f32>,
    /// What was found.
    pub flood: Flood,
}

/// Floods that were run, by what they were run from.
pub type Floods = Remembered<(Case, Assumed), Inundation>;

impl Inundation {
    /// Depth of the greatest flood above the map's ground at a place [m]; none outside of what was looked at.
    pub fn depth(&self, at: [f64; 2]) -> Option<f32> {
        let index = self.cells.index(at)?;
        Some((self.flood.deepest.get(index)? - self.dug.get(index)?).max(0.0))
    }

    /// When the water came to a place [s], and its greatest hazard [m²/s].
    pub fn came(&self, at: [f64; 2]) -> Option<(f32, f32)> {
        let index = self.cells.index(at)?;
        Some((*self.flood.arrival.get(index)?, *self.flood.hazard.get(index)?))
    }

    /// Depths above the map's ground [m], cell by cell: at a moment [s], without one the greatest of the flood.
    pub fn depths(&self, seconds: Option<f64>) -> Vec<f32> {
        let mut depths = match seconds {
            Some(seconds) => self.flood.depths_at(seconds).unwrap_or_default(),
            None => self.flood.deepest.clone(),
        };
        depths.iter_mut().zip(&self.dug).for_each(|(depth, dug)| *depth = (*depth - dug).max(0.0));
        depths
    }

    /// The last moment of which the water is known [s].
    pub fn end(&self) -> Option<f64> {
        self.flood.snapshots.last().map(|shot| shot.seconds)
    }
}

impl Inundation {
    /// The flood of a region's river: the one that is known, where ground, river, levees and basins are the same; else it is run.
    ///
    /// # Errors
    /// Those of [`Valley::of`] and [`run`]; `flood-too-long` where a run would take minutes.
    pub fn of(region: &Region, assumed: &Assumed, floods: &Floods) -> Result<Arc<Self>, Diagnostic> {
        let Valley { cells, dug, case } = Valley::of(region, assumed)?;
        if let Some(found) = floods.find(|(of, before)| before == assumed && is_same(of, &case)) {
            return Ok(found);
        }
        let settings =
            Settings { duration: assumed.rise + assumed.held, snapshots: Some(PICTURES), arrival_depth: 0.05, ..Settings::default() };
        let cost = estimate(&case.grid, &settings, USUAL.0, USUAL.1);
        if cost.seconds > LONGEST {
            // Time grows with the third power of fineness.
            let side = (assumed.cell * (cost.seconds / LONGEST).cbrt()).ceil();
            return Err(Diagnostic::warning("flood-too-long").with("minutes", (cost.seconds / 60.0).ceil()).with("metres", side));
        }
        let flood = run(case.clone(), &settings, &|_| true)?;
        let inundation = Arc::new(Self { cells, dug, flood });
        floods.keep((case, *assumed), inundation.clone());
        Ok(inundation)
    }
}

/// Whether two cases are the same; unknown ground is as unknown in both.
fn is_same(a: &Case, b: &Case) -> bool {
    let bits = |case: &Case| case.grid.elevation.iter().map(|height| height.to_bits()).collect::<Vec<u32>>();
    let same_grid = (a.grid.columns, a.grid.rows, a.grid.cell, &a.grid.start) == (b.grid.columns, b.grid.rows, b.grid.cell, &b.grid.start);
    same_grid
        && a.grid.roughness == b.grid.roughness
        && a.edges == b.edges
        && a.barriers == b.barriers
        && a.sources == b.sources
        && bits(a) == bits(b)
}

#[cfg(test)]
mod tests {
    use super::super::result::{Snapshot, SnapshotTile};
    use super::*;

    #[test]
    fn water_up_to_the_maps_ground_is_the_rivers_own() {
        // A river whose bed was dug two metres, and the bank beside it.
        let shot = |seconds: f64, millimetres: [u16; 2]| {
            let tile = SnapshotTile { column: 0, row: 0, columns: 2, millimetres: millimetres.to_vec() };
            Snapshot { seconds, tiles: vec![tile] }
        };
        let flood = Flood {
            columns: 2,
            rows: 1,
            deepest: vec![5.0, 3.0],
            snapshots: vec![shot(0.0, [1_000, 0]), shot(3_600.0, [4_000, 1_000])],
            ..Flood::default()
        };
        let cells = Cells { origin: [0.0; 2], columns: 2, rows: 1, side: 10.0 };
        let inundation = Inundation { cells, dug: vec![2.0, 0.0], flood };
        assert_eq!((inundation.depths(Some(0.0)), inundation.depths(Some(1_800.0))), (vec![0.0, 0.0], vec![0.5, 0.5]));
        assert_eq!((inundation.depths(None), inundation.end()), (vec![3.0, 3.0], Some(3_600.0)));
    }
}
