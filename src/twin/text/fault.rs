//! A mistake in a text, and where it is.

use crate::twin::diagnostic::Diagnostic;
use std::ops::Range;

/// Bytes of a text.
pub type Span = Range<usize>;

/// A mistake: what is wrong, and the bytes that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where.
    pub span: Span,
    /// What; without file and place.
    pub diagnostic: Diagnostic,
}

/// A place as people count it, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

impl Fault {
    /// Where the fault begins in a text.
    pub fn place(&self, text: &str) -> Place {
        let before = &text.as_bytes()[..self.span.start.min(text.len())];
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        // Bytes that continue a character are none of their own.
        let column = before[line_start..].iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1;
        Place { line: before.iter().filter(|byte| **byte == b'\n').count() + 1, column }
    }

    /// The line of the text that it is on, without what leads to it and without what is too long to read.
    pub fn excerpt<'a>(&self, text: &'a str) -> &'a str {
        let line = text.lines().nth(self.place(text).line - 1).unwrap_or("").trim();
        let end = line.char_indices().nth(100).map_or(line.len(), |(at, _)| at);
        &line[..end]
    }

    /// The diagnostic with its place, for messages that stand alone: `file:line:column`.
    pub fn located(&self, text: &str, file: &str) -> Diagnostic {
        let Place { line, column } = self.place(text);
        self.diagnostic.clone().with("place", format!("{file}:{line}:{column}"))
    }
}
