//! What a run found: how deep, when, how dangerous; the water over time; and whether all of it is accounted for.

use super::basin::Basin;
use super::tiles::{BAND, WIDTH};
use crate::twin::diagnostic::Diagnostic;
use rayon::prelude::*;

/// What a run found, cell by cell as in the grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flood {
    /// Number of columns.
    pub columns: usize,
    /// Number of rows.
    pub rows: usize,
    /// Side of a cell [m].
    pub cell: f64,
    /// Depth in the end [m].
    pub depth: Vec<f32>,
    /// Greatest depth [m].
    pub deepest: Vec<f32>,
    /// When water came [s]; infinite where it never did.
    pub arrival: Vec<f32>,
    /// Greatest hazard: depth times velocity and a half [m²/s].
    pub hazard: Vec<f32>,
    /// Discharge to the east through the west of each cell in the end; of finite volumes, of the cell itself [m²/s].
    pub east: Vec<f32>,
    /// The same to the north, through the south.
    pub north: Vec<f32>,
    /// The water over time.
    pub snapshots: Vec<Snapshot>,
    /// All water.
    pub balance: Balance,
    /// Number of steps.
    pub steps: u64,
    /// Cells moved on by a step, all together.
    pub updates: u64,
    /// When it ended [s].
    pub seconds: f64,
    /// What was odd.
    pub notes: Vec<Diagnostic>,
}

/// All water [m³].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Balance {
    /// At first.
    pub initial: f64,
    /// What came, by the account of rivers, rain and snow.
    pub received: f64,
    /// What came in over edges.
    pub entered: f64,
    /// What left over edges.
    pub left: f64,
    /// In the end.
    pub stored: f64,
}

impl Balance {
    /// Water that is there and came from nowhere, as a share of all that there ever was.
    pub fn error(&self) -> f64 {
        let all = self.initial + self.received + self.entered;
        if all > 0.0 { (self.stored + self.left - all) / all } else { self.stored + self.left }
    }

    /// Whether it closes to a millionth.
    pub fn is_closed(&self) -> bool {
        self.error().abs() <= 1e-6
    }
}

/// The water at a time: depths of those tiles that have any.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// When [s].
    pub seconds: f64,
    /// First column and row, number of columns, and depths row by row [mm].
    pub tiles: Vec<SnapshotTile>,
}

/// A part of a snapshot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapshotTile {
    /// First column.
    pub column: usize,
    /// First row.
    pub row: usize,
    /// Number of columns.
    pub columns: usize,
    /// Depths row by row [mm]; 65.5 m is the most.
    pub millimetres: Vec<u16>,
}

impl Snapshot {
    /// The water of a basin as it is.
    pub fn of(basin: &Basin, seconds: f64) -> Self {
        let tiles = &basin.tiles;
        let shot = |tile: usize| -> Option<SnapshotTile> {
            let (band, place) = (tile / tiles.across, tile % tiles.across);
            let lines = (band * BAND).max(1)..((band + 1) * BAND).min(basin.rows + 1);
            let columns = (place * WIDTH).max(1)..((place + 1) * WIDTH).min(basin.columns + 1);
            let places = lines.clone().flat_map(|line| columns.clone().map(move |column| line * basin.stride + column));
            let millimetres: Vec<u16> = places.map(|place| (basin.metres(place) * 1_000.0).round() as u16).collect();
            let is_wet = millimetres.iter().any(|depth| *depth > 0);
            is_wet.then(|| SnapshotTile { column: columns.start - 1, row: lines.start - 1, columns: columns.len(), millimetres })
        };
        let all: Vec<Option<SnapshotTile>> = (0..tiles.active.len()).into_par_iter().map(shot).collect();
        Self { seconds, tiles: all.into_iter().flatten().collect() }
    }

    /// Depth of a cell [m].
    pub fn depth(&self, column: usize, row: usize) -> f32 {
        let height = |tile: &SnapshotTile| tile.millimetres.len().checked_div(tile.columns).unwrap_or(0);
        let holds = |tile: &&SnapshotTile| {
            (tile.column..tile.column + tile.columns).contains(&column) && (tile.row..tile.row + height(tile)).contains(&row)
        };
        let found = self.tiles.iter().find(holds);
        let depth = found.and_then(|tile| tile.millimetres.get((row - tile.row) * tile.columns + column - tile.column));
        f32::from(depth.copied().unwrap_or(0)) / 1_000.0
    }
}

impl Flood {
    /// Takes a basin apart. Lists are let go of one by one: there is no room for all of them twice.
    pub fn of(basin: Basin) -> Self {
        let (columns, rows, stride) = (basin.columns, basin.rows, basin.stride);
        let unit = basin.scale.unit;
        fn inner<T: Copy, U>(list: Vec<T>, columns: usize, stride: usize, rows: usize, of: impl Fn(T) -> U) -> Vec<U> {
            let lines = list.chunks(stride).skip(1).take(rows);
            lines.flat_map(|line| line.iter().skip(1).take(columns)).map(|value| of(*value)).collect()
        }
        let metres = |units: i32| (f64::from(units) * unit) as f32;
        drop((basin.ground, basin.friction, basin.y_next));
        Self {
            columns,
            rows,
            cell: basin.cell,
            depth: inner(basin.depth, columns, stride, rows, metres),
            deepest: inner(basin.deepest, columns, stride, rows, metres),
            arrival: inner(basin.arrival, columns, stride, rows, |value| value),
            hazard: inner(basin.hazard, columns, stride, rows, |value| value),
            east: inner(basin.x, columns, stride, rows, |value| value),
            north: inner(basin.y, columns, stride, rows, |value| value),
            ..Self::default()
        }
    }

    /// Ground that was ever under water deeper than so much [m], in square metres.
    pub fn area(&self, deeper: f32) -> f64 {
        self.deepest.iter().filter(|depth| **depth > deeper).count() as f64 * self.cell * self.cell
    }
}
