//! Trees, untidy texts and changes for the tests of reading and writing.

use super::tree::{Group, Node, Value, Word};
use super::write::on_one_line;
use proptest::prelude::*;

/// Any tree that a text can hold.
pub fn node() -> impl Strategy<Value = Node> {
    let scalar = prop_oneof![
        any::<bool>().prop_map(Node::Truth),
        (-1_000_000i64..1_000_000, 0i32..4).prop_map(|(digits, places)| Node::Number(digits as f64 / 10f64.powi(places))),
        "[a-zә \"\\\\/*,:()\n]{0,6}".prop_map(Node::Text),
        "[a-z]{1,4}_x".prop_map(Node::name),
    ];
    scalar.prop_recursive(4, 40, 5, |inner| {
        let values = || prop::collection::vec(inner.clone().prop_map(Value::from), 0..5);
        let fields = prop::collection::btree_map("[a-f]", inner.clone(), 0..5);
        let keyed = prop::collection::btree_map(0u32..9, inner.clone(), 0..4);
        prop_oneof![
            values().prop_map(Node::List),
            keyed.prop_map(|items| Node::List(items.into_iter().map(|(id, held)| keyed_item(id, held).into()).collect())),
            prop::collection::btree_map("[a-z ]{0,3}", inner.clone(), 0..4)
                .prop_map(|map| Node::Map(map.into_iter().map(|(key, held)| (Node::Text(key).into(), held.into())).collect())),
            (prop::option::of("[A-Z][a-z]"), fields, prop::collection::vec(inner.clone().prop_map(Value::from), 0..3)).prop_map(
                |(name, fields, items)| {
                    let fields = fields.into_iter().map(|(name, held)| (Word::new(name), held.into())).collect();
                    Node::Group(Group { name: name.map(Word::new), fields, items })
                }
            ),
        ]
    })
}

fn keyed_item(id: u32, held: Node) -> Node {
    let fields = vec![(Word::new("id"), Node::Number(f64::from(id)).into()), (Word::new("held"), held.into())];
    Node::Group(Group { fields, ..Group::default() })
}

/// Numbers to decide by, used in a circle.
pub struct Dice {
    numbers: Vec<u8>,
    at: usize,
}

impl Dice {
    pub fn new(numbers: Vec<u8>) -> Self {
        Self { numbers, at: 0 }
    }

    /// A number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        self.at += 1;
        usize::from(self.numbers[self.at % self.numbers.len()]) % bound
    }
}

/// The tree as somebody untidy writes it: comments and blanks anywhere, commas where they may be left out or not.
pub fn untidy(node: &Node, dice: &mut Dice) -> String {
    format!("{}{}{}", blank(dice), untidy_value(node, dice), blank(dice))
}

fn untidy_value(node: &Node, dice: &mut Dice) -> String {
    match node {
        Node::List(items) => {
            let items = items.iter().map(|item| untidy_value(&item.node, dice)).collect();
            bracketed("[", items, "]", dice)
        }
        Node::Map(entries) => {
            let entry = |(key, value): &(Value, Value)| {
                format!("{}{}:{}{}", on_one_line(&key.node), blank(dice), blank(dice), untidy_value(&value.node, dice))
            };
            let entries = entries.iter().map(entry).collect();
            bracketed("{", entries, "}", dice)
        }
        Node::Group(Group { name: Some(name), fields, items }) if fields.is_empty() && items.is_empty() => name.text.clone(),
        Node::Group(Group { name, fields, items }) => {
            let mut held: Vec<String> = items.iter().map(|item| untidy_value(&item.node, dice)).collect();
            held.extend(
                fields
                    .iter()
                    .map(|(word, value)| format!("{}{}:{}{}", word.text, blank(dice), blank(dice), untidy_value(&value.node, dice))),
            );
            let open = name.as_ref().map_or("(".to_owned(), |name| format!("{}{}(", name.text, blank(dice)));
            bracketed(&open, held, ")", dice)
        }
        scalar => on_one_line(scalar),
    }
}

fn bracketed(open: &str, held: Vec<String>, close: &str, dice: &mut Dice) -> String {
    let (mut text, count) = (open.to_owned(), held.len());
    for (index, held) in held.into_iter().enumerate() {
        let comma = if index + 1 < count || dice.below(2) == 0 { "," } else { "" };
        text = format!("{text}{}{held}{}{comma}", blank(dice), blank(dice));
    }
    format!("{text}{}{close}", blank(dice))
}

fn blank(dice: &mut Dice) -> &'static str {
    const BLANKS: [&str; 14] = [
        "",
        "",
        " ",
        " ",
        "\n    ",
        "\n    ",
        "\n\n  ",
        " // note\n    ",
        "\n    // above\n    ",
        "\n    // apart\n\n    ",
        "/* a, (b */",
        " /* in\n\n lines */ ",
        "\r\n\t",
        "\n",
    ];
    BLANKS[dice.below(BLANKS.len())]
}

/// The tree with some of its values changed, taken out, put in or moved.
pub fn changed(node: &Node, other: &Node, dice: &mut Dice) -> Node {
    if dice.below(8) == 0 {
        return other.clone();
    }
    let mut deeper = |value: &Value| Value::from(changed(&value.node, other, dice));
    match node {
        Node::List(items) => {
            let items: Vec<Value> = items.iter().map(&mut deeper).collect();
            Node::List(shuffled(items, || other.clone().into(), dice))
        }
        Node::Map(entries) => {
            let entries: Vec<(Value, Value)> = entries.iter().map(|(key, value)| (key.clone(), deeper(value))).collect();
            Node::Map(shuffled(entries, || (Node::Text("a new one".into()).into(), other.clone().into()), dice))
        }
        Node::Group(group) => {
            let fields: Vec<(Word, Value)> = group.fields.iter().map(|(word, value)| (word.clone(), deeper(value))).collect();
            let items: Vec<Value> = group.items.iter().map(&mut deeper).collect();
            let fields = shuffled(fields, || (Word::new("new"), other.clone().into()), dice);
            Node::Group(Group { name: group.name.clone(), fields, items: shuffled(items, || other.clone().into(), dice) })
        }
        scalar => scalar.clone(),
    }
}

fn shuffled<T>(mut held: Vec<T>, new: impl Fn() -> T, dice: &mut Dice) -> Vec<T> {
    let at = dice.below(held.len() + 1);
    match dice.below(8) {
        0 if at < held.len() => drop(held.remove(at)),
        1 => held.insert(at, new()),
        2 => held.push(new()),
        3 if at < held.len() => held[at] = new(),
        4 if at < held.len() => held.swap(0, at),
        _ => {}
    }
    held
}
