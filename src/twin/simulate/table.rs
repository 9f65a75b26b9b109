//! What a model says of single features in several columns: a table with a row for each.

use crate::twin::catalog::resource::Unit;

/// A table of a model. Its name is `table-<id>` in the locales.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Short name.
    pub id: &'static str,
    /// Name of the layer whose features have rows.
    pub layer: &'static str,
    /// What is said of each.
    pub columns: &'static [Column],
    /// Number of the feature in its layer, and a cell for each column; in the order of the layer.
    pub rows: Vec<(u32, Vec<Cell>)>,
}

/// A column. Its name is `column-<id>` in the locales.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Short name.
    pub id: &'static str,
    /// What its numbers are counted in; `Count` where it holds none.
    pub unit: Unit,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// Nobody knows, or there is none.
    Unknown,
    /// A finite number in the unit of the column.
    Number(f64),
    /// Whether it is so.
    Is(bool),
    /// Another feature: its layer, and its number there.
    Feature(&'static str, u32),
}

impl Cell {
    /// A number; what is none is not known.
    pub fn number(value: impl Into<Option<f64>>) -> Self {
        // The sum of nothing is −0 to the machine.
        value.into().filter(|value| value.is_finite()).map_or(Cell::Unknown, |value| Cell::Number(value + 0.0))
    }
}
