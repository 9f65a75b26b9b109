//! The ground that water runs over: square cells with a height, a roughness, and the water that stands there at first.

use crate::twin::diagnostic::Diagnostic;

/// Square cells, row by row from the south-west: column `c`, row `r` is number `r · columns + c`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Number of columns, from west to east.
    pub columns: usize,
    /// Number of rows, from south to north.
    pub rows: usize,
    /// Side of a cell [m].
    pub cell: f64,
    /// Height of the ground [m]; not a number outside of what is looked at: no water gets there.
    pub elevation: Vec<f32>,
    /// Manning's n [s/m^⅓].
    pub roughness: Roughness,
    /// The water at first.
    pub start: Start,
}

/// Manning's n [s/m^⅓].
#[derive(Clone, Debug, PartialEq)]
pub enum Roughness {
    /// The same everywhere.
    Uniform(f32),
    /// Cell by cell.
    Cells(Vec<f32>),
}

impl Default for Roughness {
    fn default() -> Self {
        Roughness::Uniform(0.035)
    }
}

/// The water that stands on a grid before anything happens.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Start {
    /// None.
    #[default]
    Dry,
    /// A level [m]: whatever lies lower is under water.
    Level(f64),
    /// A depth for each cell [m].
    Depth(Vec<f32>),
}

/// Greatest roughness that is believed.
const ROUGHEST: f32 = 10.0;

impl Grid {
    /// Number of cells.
    pub fn cells(&self) -> usize {
        self.elevation.len()
    }

    /// Whether water can be in a cell.
    pub fn is_open(&self, column: usize, row: usize) -> bool {
        column < self.columns && self.elevation.get(row * self.columns + column).is_some_and(|height| height.is_finite())
    }

    /// Depth of the water in a cell at first [m].
    pub fn depth(&self, index: usize) -> f64 {
        let depth = match &self.start {
            Start::Dry => 0.0,
            Start::Level(level) => level - f64::from(self.elevation.get(index).copied().unwrap_or(f32::NAN)),
            Start::Depth(depths) => f64::from(depths.get(index).copied().unwrap_or(0.0)),
        };
        if depth.is_finite() { depth.max(0.0) } else { 0.0 }
    }

    /// Manning's n of a cell, within bounds.
    pub fn manning(&self, index: usize) -> f32 {
        let n = match &self.roughness {
            Roughness::Uniform(n) => *n,
            Roughness::Cells(cells) => cells.get(index).copied().unwrap_or(f32::NAN),
        };
        if n.is_finite() { n.clamp(0.0, ROUGHEST) } else { 0.035 }
    }

    /// Looks through the grid, and says what is odd but can be lived with.
    ///
    /// # Errors
    /// `flood-grid-shape` where there are no cells or lists of another length; `flood-cell-size` where cells have no size; `flood-no-ground`
    /// where no height is known.
    pub fn check(&self) -> Result<Vec<Diagnostic>, Diagnostic> {
        let cells = self.columns.checked_mul(self.rows).unwrap_or(0);
        let is_complete = |count: usize| count == cells;
        let lists = [
            Some(self.elevation.len()),
            if let Roughness::Cells(cells) = &self.roughness { Some(cells.len()) } else { None },
            if let Start::Depth(depths) = &self.start { Some(depths.len()) } else { None },
        ];
        if cells == 0 || !lists.into_iter().flatten().all(is_complete) {
            return Err(Diagnostic::error("flood-grid-shape").with("columns", self.columns).with("rows", self.rows));
        }
        if !(self.cell.is_finite() && self.cell > 0.0) {
            return Err(Diagnostic::error("flood-cell-size").with("metres", self.cell));
        }
        if !self.elevation.iter().any(|height| height.is_finite()) {
            return Err(Diagnostic::error("flood-no-ground").with("cells", cells));
        }
        let open = || (0..cells).filter(|index| self.elevation[*index].is_finite());
        let is_odd_n = |n: f32| !(0.0..=ROUGHEST).contains(&n);
        let odd = match (&self.roughness, &self.start) {
            (Roughness::Uniform(n), _) if is_odd_n(*n) => cells,
            (Roughness::Cells(list), _) if list.iter().any(|n| is_odd_n(*n)) => open().filter(|index| is_odd_n(list[*index])).count(),
            (_, Start::Depth(list)) => open().filter(|index| !(list[*index] >= 0.0 && list[*index].is_finite())).count(),
            _ => 0,
        };
        Ok((odd > 0).then(|| Diagnostic::warning("flood-odd-cells").with("count", odd)).into_iter().collect())
    }
}
