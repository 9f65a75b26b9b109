//! Notes of a printed table: what several figures say of themselves stands there once, by a number.

use crate::i18n::Words;
use crate::twin::catalog::template::Basis;

/// Notes in the order in which they are first named.
pub(super) struct Notes<'a> {
    words: &'a Words,
    lines: Vec<String>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(words: &'a Words) -> Self {
        Self { words, lines: Vec::new() }
    }

    /// The number of a note, counted from 1.
    pub(super) fn add(&mut self, line: String) -> usize {
        let place = self.lines.iter().position(|known| *known == line).unwrap_or_else(|| {
            self.lines.push(line);
            self.lines.len() - 1
        });
        place + 1
    }

    /// The number of the note of where a figure comes from.
    pub(super) fn basis(&mut self, basis: Option<&Basis>) -> Option<usize> {
        let line = self.words.basis(basis?);
        Some(self.add(line))
    }

    pub(super) fn into_lines(self) -> Vec<String> {
        self.lines
    }
}
