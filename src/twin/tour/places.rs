//! Where the fields of a tour stand in its text: for complaints about values that do not remember it themselves.

use crate::twin::text::Span;
use crate::twin::text::parse::parse;
use crate::twin::text::tree::{Node, Value};

/// A tour's text as a tree.
pub struct Places(Option<Value>);

impl Places {
    /// The places of a text.
    pub fn of(text: &str) -> Self {
        Self(parse(text).0)
    }

    /// Where a field of the tour stands; none where it is not written.
    pub fn in_tour(&self, field: &str) -> Option<Span> {
        within(self.0.as_ref()?, field).map(|value| value.span.clone())
    }

    /// Where a field of a stop stands, by the names that lead there; none where it is not written.
    pub fn in_stop(&self, stop: usize, path: &[&str]) -> Option<Span> {
        let Node::List(stops) = &within(self.0.as_ref()?, "stops")?.node else { return None };
        let field = path.iter().try_fold(stops.get(stop)?, |value, name| within(value, name))?;
        Some(field.span.clone())
    }
}

fn within<'a>(value: &'a Value, field: &str) -> Option<&'a Value> {
    match &value.node {
        Node::Group(group) => group.get(field),
        _ => None,
    }
}
