//! The figures for spreadsheets: the same rows, to the byte, that `aimaq compare --csv` prints.

use crate::i18n::Words;
use crate::twin::metrics::compare::Comparison;

/// The comparison as a file of CSV, ended by a line break.
pub fn csv(words: &Words, comparison: &Comparison) -> String {
    format!("{}\n", words.comparison_csv(comparison))
}
