//! The cells at work: ground, water and flow as lists of numbers, within a rim of walls.

use super::grid::Grid;
use super::scale::{Scale, WALL};
use super::tiles::{BAND, REFRESH, Tiles, WIDTH};
use super::{DRY, GRAVITY};
use crate::twin::diagnostic::Diagnostic;
use rayon::prelude::*;

/// Bytes of a cell at work: seven lists for water and flow, two for what was worst, and when it came.
pub const BYTES: usize = 37;

/// Cells in rows of `stride`, with one cell of wall around them; heights in units of the scale.
///
/// The face in the west of a cell has the cell's number in `x`, that in the south in `y`. The finite volumes keep discharge in cells instead.
#[derive(Clone, Debug)]
pub struct Basin {
    /// Columns of the grid.
    pub columns: usize,
    /// Rows of the grid.
    pub rows: usize,
    /// Numbers of a row: the columns, a wall on either side, and one more, so that every cell has a face in the east.
    pub stride: usize,
    /// Rows, walls, and one more.
    pub lines: usize,
    /// Number of cells that water can be in.
    pub open: usize,
    /// Side of a cell [m].
    pub cell: f64,
    /// What a unit of height is.
    pub scale: Scale,
    /// Ground; `WALL` where no water gets.
    pub ground: Vec<i32>,
    /// Water on it.
    pub depth: Vec<i32>,
    /// Gravity times Manning's n squared.
    pub friction: Vec<f32>,
    /// Discharge to the east [m²/s].
    pub x: Vec<f32>,
    /// Discharge to the north [m²/s].
    pub y: Vec<f32>,
    /// Discharge to the north, a step later.
    pub y_next: Vec<f32>,
    /// Greatest depth so far.
    pub deepest: Vec<i32>,
    /// When water came [s].
    pub arrival: Vec<f32>,
    /// Greatest hazard so far: depth times velocity and a half [m²/s].
    pub hazard: Vec<f32>,
    /// Tiles with less water than this are not looked at: it lies still.
    pub still: i32,
    /// Which parts are looked at.
    pub tiles: Tiles,
}

impl Basin {
    /// The cells of a grid that was checked. `highest` is a level that is spoken of elsewhere [m].
    pub fn new(grid: Grid, highest: f64) -> Self {
        let (columns, rows) = (grid.columns, grid.rows);
        let (stride, lines) = (columns + 3, rows + 3);
        let heights = || grid.elevation.iter().enumerate().filter(|(_, height)| height.is_finite());
        let lowest = heights().map(|(_, height)| f64::from(*height)).fold(f64::INFINITY, f64::min);
        let top = heights().map(|(index, height)| f64::from(*height) + grid.depth(index)).fold(highest, f64::max);
        let scale = Scale::new(lowest, top);
        let count = stride * lines;
        let (mut ground, mut depth, mut friction) = (vec![WALL; count], vec![0; count], vec![0.0; count]);
        for (index, height) in heights() {
            let place = (index / columns + 1) * stride + index % columns + 1;
            let bottom = scale.level(f64::from(*height));
            ground[place] = bottom;
            // Of the level, not of the depth: where water stands level it does so to the unit.
            depth[place] = (scale.level(f64::from(*height) + grid.depth(index)) - bottom).max(0);
            friction[place] = GRAVITY * grid.manning(index).powi(2);
        }
        let (cell, open) = (grid.cell, heights().count());
        drop(grid);
        let zeros = || vec![0.0; count];
        let mut basin = Self {
            columns,
            rows,
            stride,
            lines,
            open,
            cell,
            scale,
            deepest: depth.clone(),
            ground,
            depth,
            friction,
            x: zeros(),
            y: zeros(),
            y_next: zeros(),
            arrival: vec![f32::INFINITY; count],
            hazard: zeros(),
            still: scale.depth(f64::from(DRY)),
            tiles: Tiles::new(stride, lines),
        };
        basin.tiles.active.fill(true);
        basin.look();
        basin
    }

    /// The place in the lists of a cell of the grid.
    pub fn place(&self, column: usize, row: usize) -> Option<usize> {
        (column < self.columns && row < self.rows).then(|| (row + 1) * self.stride + column + 1)
    }

    /// Whether a place is a cell of the grid, and not its rim.
    pub fn is_inside(&self, place: usize) -> bool {
        (1..=self.columns).contains(&(place % self.stride)) && (1..=self.rows).contains(&(place / self.stride))
    }

    /// Rows of the grid that lie in a band.
    pub fn lines_of(&self, band: usize) -> std::ops::Range<usize> {
        (band * BAND).max(1)..((band + 1) * BAND).min(self.rows + 1)
    }

    /// Depth of a cell [m].
    pub fn metres(&self, place: usize) -> f64 {
        self.scale.metres(self.depth.get(place).copied().unwrap_or(0))
    }

    /// All water within the grid, in units of depth over one cell.
    pub fn stored(&self) -> i64 {
        let line =
            |line: usize| -> i64 { self.depth[line * self.stride + 1..][..self.columns].iter().map(|depth| i64::from(*depth)).sum() };
        (1..=self.rows).into_par_iter().map(line).sum()
    }

    /// Cubic metres of so many units.
    pub fn volume(&self, units: i64) -> f64 {
        units as f64 * self.scale.unit * self.cell * self.cell
    }

    /// Looks where water is, and forgets the flow of tiles that are no longer looked at.
    pub fn look(&mut self) {
        let dry = self.still;
        let (stride, across) = (self.stride, self.tiles.across);
        let bands = self.tiles.wet.par_chunks_mut(across).zip(self.depth.par_chunks(BAND * stride));
        let active = &self.tiles.active;
        bands.enumerate().for_each(|(band, (wet, depth))| {
            for (place, wet) in wet.iter_mut().enumerate().filter(|(place, _)| active[band * across + place]) {
                let columns = place * WIDTH..((place + 1) * WIDTH).min(stride);
                *wet = depth
                    .chunks(stride)
                    .any(|row| row[columns.start.min(row.len())..columns.end.min(row.len())].iter().any(|depth| *depth > dry));
            }
        });
        for tile in self.tiles.refresh(1, self.columns + 1) {
            let (band, place) = (tile / across, tile % across);
            for line in band * BAND..((band + 1) * BAND).min(self.lines) {
                let columns = line * stride + place * WIDTH..line * stride + ((place + 1) * WIDTH).min(stride);
                for flow in [&mut self.x, &mut self.y, &mut self.y_next].into_iter().filter(|flow| !flow.is_empty()) {
                    flow[columns.clone()].fill(0.0);
                }
            }
        }
    }

    /// Whether it is time to look where water is.
    pub fn is_due(step: u64) -> bool {
        step.is_multiple_of(REFRESH as u64)
    }

    /// Says where the deepest water stands, for complaints.
    pub fn deepest_at(&self, diagnostic: Diagnostic) -> Diagnostic {
        let (mut column, mut row, mut most) = (0, 0, -1);
        for (place, depth) in self.depth.iter().enumerate().filter(|(place, _)| self.is_inside(*place)) {
            if *depth > most {
                (column, row, most) = (place % self.stride - 1, place / self.stride - 1, *depth);
            }
        }
        diagnostic.with("column", column).with("row", row).with("metres", self.scale.metres(most.max(0)).round())
    }
}
