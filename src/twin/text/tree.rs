//! A text as a tree of values, each with its place.

use super::fault::Span;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Where.
    pub span: Span,
    /// What.
    pub node: Node,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `true` or `false`.
    Truth(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// `[…]`.
    List(Vec<Value>),
    /// `{…}`.
    Map(Vec<(Value, Value)>),
    /// `Name`, `(…)` or `Name(…)`.
    Group(Group),
    /// Something that a fault has been reported of.
    Broken,
}

/// Values in parentheses, by name or by order; a name may stand before them, or alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// The name before the parentheses.
    pub name: Option<Word>,
    /// Values with names.
    pub fields: Vec<(Word, Value)>,
    /// Values without.
    pub items: Vec<Value>,
}

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// The name.
    pub text: String,
    /// Where.
    pub span: Span,
}
