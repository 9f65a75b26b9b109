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

impl Word {
    /// A name that stands nowhere.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), span: 0..0 }
    }
}

/// A value that stands nowhere.
impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self { span: 0..0, node }
    }
}

impl Group {
    /// The value of a field; the first where it stands twice.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.fields.iter().find(|(word, _)| word.text == name).map(|(_, value)| value)
    }

    /// The value of a field, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.fields.iter_mut().find(|(word, _)| word.text == name).map(|(_, value)| value)
    }

    /// Gives a field another value, or adds it at the end.
    pub fn set(&mut self, name: &str, node: Node) {
        match self.get_mut(name) {
            Some(value) => value.node = node,
            None => self.fields.push((Word::new(name), node.into())),
        }
    }

    /// Takes a field out.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let at = self.fields.iter().position(|(word, _)| word.text == name)?;
        Some(self.fields.remove(at).1)
    }

    /// Gives a field another name, where it is.
    pub fn rename(&mut self, from: &str, to: &str) {
        if let Some((word, _)) = self.fields.iter_mut().find(|(word, _)| word.text == from) {
            to.clone_into(&mut word.text);
        }
    }

    /// The name that counts: `Some(a: 1)` means `(a: 1)`.
    pub(super) fn meant_name(&self) -> Option<&str> {
        let name = self.name.as_ref().map(|word| word.text.as_str());
        name.filter(|name| *name != "Some" || self.fields.is_empty() || !self.items.is_empty())
    }
}

impl Node {
    /// A name that stands alone.
    pub fn name(name: impl Into<String>) -> Self {
        Self::Group(Group { name: Some(Word::new(name)), ..Group::default() })
    }

    /// Whether it is `None`.
    pub fn is_none(&self) -> bool {
        matches!(self, Node::Group(Group { name: Some(name), fields, items }) if name.text == "None" && fields.is_empty() && items.is_empty())
    }

    /// The value alone in the parentheses of a `Some`.
    pub(super) fn in_some(&self) -> Option<&Value> {
        let Node::Group(Group { name: Some(name), fields, items }) = self else { return None };
        let alone = name.text == "Some" && fields.is_empty() && items.len() == 1;
        items.first().filter(|item| alone && !item.node.is_none())
    }

    /// What counts: `Some(5)` means `5`.
    pub(super) fn meant(&self) -> &Self {
        self.in_some().map_or(self, |value| value.node.meant())
    }

    /// Whether both mean the same: places, the order of what has names, and a `Some` around a value count for nothing.
    pub fn means(&self, other: &Self) -> bool {
        match (self.meant(), other.meant()) {
            (Node::Group(a), Node::Group(b)) => {
                a.meant_name() == b.meant_name()
                    && all_mean(&a.items, &b.items)
                    && same_entries(&a.fields, &b.fields, |a, b| a.text == b.text)
            }
            (Node::List(a), Node::List(b)) => all_mean(a, b),
            (Node::Map(a), Node::Map(b)) => same_entries(a, b, |a, b| a.node.means(&b.node)),
            (a, b) => a == b,
        }
    }
}

fn all_mean(a: &[Value], b: &[Value]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.node.means(&b.node))
}

/// Whether the same keys hold what means the same, in any order.
fn same_entries<K>(a: &[(K, Value)], b: &[(K, Value)], same: impl Fn(&K, &K) -> bool) -> bool {
    let find = |entries: &'_ [(K, Value)], index: usize, key: &K| {
        // Mostly the order is the same, and nothing need be searched.
        let at = entries.get(index).is_some_and(|(other, _)| same(other, key)).then_some(index);
        at.or_else(|| entries.iter().position(|(other, _)| same(other, key)))
    };
    let held = |(index, (key, value)): (usize, &(K, Value))| find(b, index, key).is_some_and(|at| b[at].1.node.means(&value.node));
    a.len() == b.len() && a.iter().enumerate().all(held) && b.iter().enumerate().all(|(index, (key, _))| find(a, index, key).is_some())
}

#[cfg(test)]
mod tests {
    use crate::twin::text::parse::parse;

    #[test]
    fn order_of_fields_and_some_count_for_nothing() {
        let node = |text: &str| parse(text).0.expect("a value").node;
        for (a, b, same) in [
            ("(a: 1, b: [2])", "(b: [2.0], a: Some(1))", true),
            ("Some(a: 1)", "(a: 1)", true),
            ("{\"x\": 1, \"y\": 2}", "{\"y\": 2, \"x\": 1}", true),
            ("Some(None)", "None", false),
            ("[1, 2]", "[2, 1]", false),
            ("(a: 1, a: 1)", "(a: 1, b: 1)", false),
            ("Oak(a: 1)", "(a: 1)", false),
        ] {
            assert_eq!(node(a).means(&node(b)), same, "{a} and {b}");
            assert_eq!(node(b).means(&node(a)), same, "{b} and {a}");
        }
    }
}
