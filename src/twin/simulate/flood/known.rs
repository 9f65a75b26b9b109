//! Floods that were run: water that is the same is not run again, whatever else is built.

use super::assumed::Assumed;
use super::case::{Case, Settings};
use super::estimate::estimate;
use super::grid::Grid;
use super::result::Flood;
use super::run::run;
use super::valley::{Place, Valley};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::region::Region;
use crate::twin::simulate::cells::Cells;
use crate::twin::simulate::remembered::Remembered;
use crate::twin::simulate::wanted::Wanted;
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
    /// The map's ground, cell by cell [m].
    pub ground: Vec<f32>,
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

    /// Level of the greatest flood at a place [m above sea level]; none where no water came above the map's ground.
    pub fn level(&self, at: [f64; 2]) -> Option<f32> {
        let ground = *self.ground.get(self.cells.index(at)?)?;
        self.depth(at).filter(|depth| *depth > 0.0).map(|depth| ground + depth)
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
    /// Those of [`Place::of`] and [`run`]; `flood-too-long` where a run would take minutes; `flood-cancelled` where nobody waits any more.
    pub fn of(region: &Region, assumed: &Assumed, floods: &Floods, wanted: &Wanted) -> Result<Arc<Self>, Diagnostic> {
        let place = Place::of(region, assumed)?;
        let settings =
            Settings { duration: assumed.rise + assumed.held, snapshots: Some(PICTURES), arrival_depth: 0.05, ..Settings::default() };
        // Before any height is read: of millions of cells that alone takes a while.
        is_soon(&place, &settings, assumed)?;
        let Valley { cells, ground, dug, case } = Valley::at(region, assumed, &place, wanted)?;
        if let Some(found) = floods.find(|(of, before)| before == assumed && is_same(of, &case)) {
            return Ok(found);
        }
        let flood = run(case.clone(), &settings, &|_| wanted.is_wanted())?;
        let inundation = Arc::new(Self { cells, ground, dug, flood });
        floods.keep((case, *assumed), inundation.clone());
        Ok(inundation)
    }
}

/// Refuses what would take minutes.
fn is_soon(place: &Place, settings: &Settings, assumed: &Assumed) -> Result<(), Diagnostic> {
    let grid = Grid { columns: place.cells.columns, rows: place.cells.rows, cell: place.cells.side, ..Grid::default() };
    // Where water comes from above, all of it is wet.
    let share = if assumed.rain > 0.0 || assumed.snow > 0.0 { 1.0 } else { USUAL.1 };
    let cost = estimate(&grid, settings, USUAL.0, share);
    if cost.seconds <= LONGEST {
        return Ok(());
    }
    // Time grows with the third power of fineness.
    let side = (assumed.cell * (cost.seconds / LONGEST).cbrt()).ceil();
    Err(Diagnostic::warning("flood-too-long").with("minutes", (cost.seconds / 60.0).ceil()).with("metres", side))
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
        let inundation = Inundation { cells, ground: vec![0.0; 2], dug: vec![2.0, 0.0], flood };
        assert_eq!((inundation.depths(Some(0.0)), inundation.depths(Some(1_800.0))), (vec![0.0, 0.0], vec![0.5, 0.5]));
        assert_eq!((inundation.depths(None), inundation.end()), (vec![3.0, 3.0], Some(3_600.0)));
    }
}
