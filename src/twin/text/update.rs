//! A changed value of one of our types put into the text that it was read from.

use super::pairing::pairs;
use super::parse::parse;
use super::readable::{Readable, Reader};
use super::splice::splice;
use super::tree::{Group, Node, Value};
use super::writable::Writable;

/// The text with a new value in it. Beside what [`splice`] leaves as it is, defaults stay that were written out, and
/// whatever else reads as the same value.
pub fn update<T: Readable + Writable>(text: &str, new: &T) -> String {
    let new = new.to_node();
    let (Some(written), faults) = parse(text) else { return splice(text, &new) };
    let mut reader = Reader { faults };
    match T::read(&written, &mut reader).filter(|_| reader.faults.is_empty()) {
        Some(old) => splice(text, &kept(&written.node, &old.to_node(), &new)),
        None => splice(text, &new),
    }
}

/// The new value, written as it was where it is as it was. `old` is what the program would have written for `written`.
fn kept(written: &Node, old: &Node, new: &Node) -> Node {
    if old.means(new) {
        return written.clone();
    }
    match (written.meant(), old.meant(), new) {
        (Node::Group(written), Node::Group(old), Node::Group(new)) if old.meant_name() == new.meant_name() => {
            Node::Group(kept_group(written, old, new))
        }
        (Node::List(written), Node::List(old), Node::List(new)) if written.len() == old.len() => {
            let pairs = pairs(old, new);
            let item = |(value, pair): (&Value, Option<usize>)| pair.map_or(value.clone(), |at| kept_value(&written[at], &old[at], value));
            Node::List(new.iter().zip(pairs).map(item).collect())
        }
        (Node::Map(written), Node::Map(old), Node::Map(new)) => {
            let find = |entries: &'_ [(Value, Value)], key: &Value| entries.iter().position(|(other, _)| other.node.means(&key.node));
            let entry = |(key, value): &(Value, Value)| match (find(written, key), find(old, key)) {
                (Some(a), Some(b)) => (key.clone(), kept_value(&written[a].1, &old[b].1, value)),
                _ => (key.clone(), value.clone()),
            };
            Node::Map(new.iter().map(entry).collect())
        }
        _ => new.clone(),
    }
}

fn kept_value(written: &Value, old: &Value, new: &Value) -> Value {
    kept(&written.node, &old.node, &new.node).into()
}

fn kept_group(written: &Group, old: &Group, new: &Group) -> Group {
    let mut group = new.clone();
    for (word, value) in &mut group.fields {
        if let (Some(written), Some(old)) = (written.get(&word.text), old.get(&word.text)) {
            *value = kept_value(written, old, value);
        }
    }
    // A default that is written out: the program would have left it out, before as now.
    let written_out = |name: &str| old.get(name).is_none() && new.get(name).is_none();
    group.fields.extend(written.fields.iter().filter(|(word, _)| written_out(&word.text)).cloned());
    if written.items.len() == old.items.len() && old.items.len() == new.items.len() {
        let items = written.items.iter().zip(&old.items).zip(&new.items);
        group.items = items.map(|((written, old), new)| kept_value(written, old, new)).collect();
    }
    group
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record;
    use crate::twin::text::read;
    use std::collections::BTreeMap;

    record! {
        /// A plan.
        pub struct Plan in "plan" {
            /// Name.
            name: String,
            /// Heading.
            heading: f64 = 0.0,
            /// Numbers.
            set: BTreeMap<String, f64> = BTreeMap::new(),
            /// Parts.
            parts: Vec<Part> = Vec::new(),
        }
    }

    record! {
        /// A part.
        pub struct Part in "part" {
            /// Name.
            id: String,
            /// Place.
            at: Option<(f64, f64)>,
            /// Share.
            share: f64 = 1.0,
        }
    }

    const TEXT: &str = "(
    heading: 0.0, // north
    name: \"A\",
    set: {\"b\": 2.0, \"a\": 1},
    parts: [
        (id: \"x\", at: None, share: 1.00),
        // About y.
        (id: \"y\", share: 1.0, at: Some((63.60, 53.2))),
    ],
)";

    fn check(change: impl Fn(&mut Plan), from: &str, to: &str) {
        let mut plan = read::<Plan>(TEXT).0.expect("a plan");
        change(&mut plan);
        let updated = update(TEXT, &plan);
        assert_eq!(updated, TEXT.replace(from, to), "\n{updated}\n");
        assert_eq!(read::<Plan>(&updated), (Some(plan), Vec::new()));
    }

    #[test]
    fn what_reads_as_the_same_stays_as_it_was_written() {
        check(|_| {}, "", "");
        check(|plan| plan.name = "B".into(), "\"A\"", "\"B\"");
        check(|plan| plan.heading = 5.0, "heading: 0.0", "heading: 5");
        check(|plan| plan.parts[1].share = 0.5, "share: 1.0,", "share: 0.5,");
        check(|plan| plan.parts[1].at = Some((63.6, 53.0)), "53.2", "53");
        check(|plan| plan.set.extend([("a".to_owned(), 3.0)]), "\"a\": 1", "\"a\": 3");
        check(|plan| plan.parts.retain(|part| part.id != "x"), "\n        (id: \"x\", at: None, share: 1.00),", "");
    }
}
