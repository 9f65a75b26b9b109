//! A bracketed part of a text cut into chunks: each value with what stands before it, its comma, and the rest of its line.

use super::Span;
use super::token::{comments, next_mark};
use super::tree::{Node, Value};
use super::write::STEP;

/// The text of a list, a record or a map.
pub struct Container {
    /// The bracket that opens, with a name before it and the rest of its line.
    pub opening: String,
    /// One a value.
    pub chunks: Vec<Chunk>,
    /// What stands before the bracket that closes.
    pub tail: String,
    /// What stands there instead where a comment ends the line before.
    loud_tail: Option<String>,
    /// Whether a comma follows the last value.
    pub ends_with_comma: bool,
    /// Whether no comment stands on the rest of the first line.
    pub is_quiet: bool,
    close: char,
}

/// A value's surroundings.
pub struct Chunk {
    /// Blanks and comments before it.
    pub lead: String,
    /// Blanks and comments between it and its comma.
    gap: String,
    has_comma: bool,
    /// The rest of its line behind the comma.
    pub trail: String,
}

impl Chunk {
    /// What follows the value where a comma is needed, or not.
    pub fn comma(&self, needed: bool) -> String {
        match (needed, self.has_comma) {
            (true, true) => format!("{},", self.gap),
            (true, false) => ",".to_owned(),
            (false, _) => self.gap.clone(),
        }
    }
}

impl Container {
    /// The container that a value is, its entries standing at some places; none where nothing is in it that could stay.
    pub fn of(text: &str, value: &Value, entries: &[Span]) -> Option<Self> {
        let open = match &value.node {
            Node::Group(group) => next_mark(text, group.name.as_ref().map_or(value.span.start, |name| name.span.end)),
            _ => value.span.start,
        };
        let close = value.span.end - 1;
        let mut at = line_rest(text, open + 1);
        let mut container = Self {
            opening: text[value.span.start..at].to_owned(),
            chunks: Vec::new(),
            tail: String::new(),
            loud_tail: None,
            ends_with_comma: false,
            is_quiet: text[open + 1..at].trim().is_empty(),
            close: text[close..].chars().next()?,
        };
        for entry in entries {
            let mark = next_mark(text, entry.end);
            let has_comma = text[mark..].starts_with(',');
            let (gap_end, end) = if has_comma { (mark, mark + 1) } else { (entry.end, entry.end) };
            let next = line_rest(text, end);
            let piece = |span: Span| text[span].to_owned();
            container.chunks.push(Chunk {
                lead: piece(at..entry.start),
                gap: piece(entry.end..gap_end),
                has_comma,
                trail: piece(end..next),
            });
            at = next;
        }
        text[at..close].clone_into(&mut container.tail);
        if let Some(last) = container.chunks.last() {
            container.ends_with_comma = last.has_comma;
            return Some(container);
        }
        // Where only comments stand, values come behind them.
        let inside = &text[open + 1..close];
        let end = open + 1 + comments(inside).last()?.end;
        text[value.span.start..end].clone_into(&mut container.opening);
        text[end..close].clone_into(&mut container.tail);
        container.ends_with_comma = starts_line(&container.tail);
        container.is_quiet = true;
        Some(container)
    }

    /// Puts the values of one line on lines of their own; `line` is the end of a line and the indentation of the brackets.
    pub fn put_on_lines(&mut self, line: &str) {
        for chunk in &mut self.chunks {
            chunk.lead = format!("{line}{STEP}{}", chunk.lead.trim_start());
        }
        self.tail = format!("{}{line}", self.tail.trim_end());
        self.ends_with_comma = true;
    }

    /// Takes the surroundings of values out; what stands apart from them goes to those that follow.
    pub fn forget_all_but(&mut self, kept: &[usize]) {
        let mut carried: Option<String> = None;
        for (index, chunk) in self.chunks.iter_mut().enumerate() {
            if let Some(carried) = carried.take() {
                chunk.lead = joined(&carried, &chunk.lead);
            }
            if !kept.contains(&index) {
                carried = Some(apart(&chunk.lead).to_owned());
            }
        }
        match carried {
            Some(carried) if !comments(&carried).is_empty() => self.tail = joined(&carried, &self.tail),
            Some(carried) if !starts_line(&self.tail) => self.loud_tail = Some(joined(&carried, &self.tail)),
            _ => {}
        }
    }

    /// The end of the container after a line that is quiet or ends with a comment; `line` is the end of a line and the
    /// indentation of the brackets.
    pub fn end(&self, is_quiet: bool, is_empty: bool, line: &str) -> String {
        let tail = match &self.loud_tail {
            Some(tail) if !is_quiet => tail.clone(),
            // The value that ends the container now was not its last one before.
            None if !is_quiet && !starts_line(&self.tail) => format!("{line}{}", self.tail.trim_start()),
            _ => self.tail.clone(),
        };
        // Brackets around nothing stand side by side.
        let is_bare = is_empty && is_quiet && tail.trim().is_empty();
        format!("{}{}", if is_bare { "" } else { &tail }, self.close)
    }
}

/// Whether blanks and comments begin with the end of a line.
pub fn starts_line(blank: &str) -> bool {
    blank.trim_start_matches([' ', '\t', '\r']).starts_with('\n')
}

/// Where the rest of a line ends that holds only blanks and comments from a place on; the place itself where more follows.
fn line_rest(text: &str, at: usize) -> usize {
    let gap = &text[at..next_mark(text, at)];
    let comments = comments(gap);
    let line_end = gap.match_indices('\n').map(|(end, _)| end).find(|end| !comments.iter().any(|comment| comment.contains(end)));
    line_end.map_or(at, |end| at + gap[..end].trim_end_matches('\r').len())
}

/// What stands before a value without the comments that belong to it: those right above it and on its line.
fn apart(lead: &str) -> &str {
    let mut end = lead.len();
    for comment in comments(lead).iter().rev() {
        if lead[comment.end..end].matches('\n').count() > 1 {
            break;
        }
        end = comment.start;
    }
    &lead[..end]
}

/// What stood before a value that is gone, and what stands before the next.
fn joined(carried: &str, next: &str) -> String {
    if !starts_line(next) {
        return format!("{carried}{}", next.trim_start());
    }
    if comments(carried).is_empty() {
        // A blank line before the one that is gone stays.
        let blank_line = |text: &str| text[..text.len() - text.trim_start().len()].matches('\n').count() > 1;
        return if blank_line(carried) && !blank_line(next) { format!("\n{next}") } else { next.to_owned() };
    }
    let before = carried.trim_end_matches([' ', '\t']);
    let before = before.strip_suffix('\n').unwrap_or(before);
    format!("{}{next}", before.strip_suffix('\r').unwrap_or(before))
}
