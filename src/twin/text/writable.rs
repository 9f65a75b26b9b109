//! From values of our types to a tree that can be written.

use super::readable::{Readable, Spot};
use super::tree::{Group, Node, Word};
use crate::twin::model::choice::Choice;
use crate::twin::model::local_text::LocalText;
use crate::twin::model::space::GeoPoint;
use std::collections::BTreeMap;

/// A type whose values the program writes where designers write them too: what is written reads back as the same value.
pub trait Writable {
    /// The value as a tree that stands nowhere yet.
    fn to_node(&self) -> Node;

    /// The value within a variant of that name: alone in its parentheses. Records put their fields there themselves.
    fn to_held(&self, variant: &str) -> Node {
        Node::Group(Group { name: Some(Word::new(variant)), fields: Vec::new(), items: vec![self.to_node().into()] })
    }
}

/// Adds a field to a record, unless the value is the one that an absent field stands for.
pub fn add_field<T: Readable + Writable + PartialEq>(group: &mut Group, name: &str, value: &T, default: Option<T>) {
    if default.or_else(T::absent).as_ref() != Some(value) {
        group.set(name, value.to_node());
    }
}

/// A value out of a closed set: its name as designers write it.
pub fn choice_node<T: Choice>(value: T) -> Node {
    Node::name(value.name().replace('-', "_"))
}

impl Writable for f64 {
    fn to_node(&self) -> Node {
        Node::Number(*self)
    }
}

impl Writable for u32 {
    fn to_node(&self) -> Node {
        Node::Number(f64::from(*self))
    }
}

impl Writable for bool {
    fn to_node(&self) -> Node {
        Node::Truth(*self)
    }
}

impl Writable for String {
    fn to_node(&self) -> Node {
        Node::Text(self.clone())
    }
}

impl Writable for LocalText {
    fn to_node(&self) -> Node {
        let field = |name: &str, text: &String| (Word::new(name), text.to_node().into());
        let fields = vec![field("kk", &self.kk), field("ru", &self.ru), field("en", &self.en)];
        Node::Group(Group { fields, ..Group::default() })
    }
}

impl Writable for GeoPoint {
    fn to_node(&self) -> Node {
        (self.lon, self.lat).to_node()
    }
}

impl<A: Writable, B: Writable> Writable for (A, B) {
    fn to_node(&self) -> Node {
        Node::Group(Group { items: vec![self.0.to_node().into(), self.1.to_node().into()], ..Group::default() })
    }
}

impl<T: Writable> Writable for Spot<T> {
    fn to_node(&self) -> Node {
        self.value.to_node()
    }
}

impl<T: Writable> Writable for Option<T> {
    /// A value needs no `Some` around it.
    fn to_node(&self) -> Node {
        self.as_ref().map_or_else(|| Node::name("None"), T::to_node)
    }
}

impl<T: Writable> Writable for Vec<T> {
    fn to_node(&self) -> Node {
        Node::List(self.iter().map(|item| item.to_node().into()).collect())
    }
}

impl<T: Writable> Writable for BTreeMap<String, T> {
    fn to_node(&self) -> Node {
        Node::Map(self.iter().map(|(key, value)| (key.to_node().into(), value.to_node().into())).collect())
    }
}
