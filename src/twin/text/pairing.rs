//! Which value of an old list a value of a new one is: by its key, else by its place.

use super::tree::{Node, Value};
use super::write::on_one_line;
use std::collections::BTreeMap;

/// Fields that tell the records of a list apart, the first that all of them have.
const KEYS: [&str; 2] = ["key", "id"];

/// For each new value the index of the old one that it is, if it is one. No old value is taken twice.
pub fn pairs(old: &[Value], new: &[Value]) -> Vec<Option<usize>> {
    match KEYS.iter().find_map(|key| Some((keys(old, key)?, keys(new, key)?))) {
        Some((old, new)) => {
            let old: BTreeMap<&str, usize> = old.iter().enumerate().map(|(index, key)| (key.as_str(), index)).collect();
            new.iter().map(|key| old.get(key.as_str()).copied()).collect()
        }
        None => by_place(old, new),
    }
}

/// The keys of a list of records; none where one has none, or where two are alike.
fn keys(items: &[Value], name: &str) -> Option<Vec<String>> {
    let key = |item: &Value| match item.node.meant() {
        Node::Group(group) => group.get(name).map(|key| on_one_line(key.node.meant())),
        _ => None,
    };
    let keys: Vec<String> = items.iter().map(key).collect::<Option<_>>()?;
    let mut sorted: Vec<&String> = keys.iter().collect();
    sorted.sort();
    sorted.windows(2).all(|pair| pair[0] != pair[1]).then_some(keys)
}

/// What is the same at the front and at the back stays; in between the first is the first.
fn by_place(old: &[Value], new: &[Value]) -> Vec<Option<usize>> {
    let same = |(a, b): &(&Value, &Value)| a.node.means(&b.node);
    let front = old.iter().zip(new).take_while(same).count();
    let back = old[front..].iter().rev().zip(new[front..].iter().rev()).take_while(same).count();
    let (old_middle, new_middle) = (front..old.len() - back, front..new.len() - back);
    let pair = |index: usize| match () {
        () if index < front => Some(index),
        () if index >= new_middle.end => Some(index + old.len() - new.len()),
        () => old_middle.contains(&index).then_some(index),
    };
    (0..new.len()).map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::text::parse::parse;

    #[test]
    fn records_are_found_by_key_and_others_by_place() {
        let list = |text: &str| match parse(text).0.map(|value| value.node) {
            Some(Node::List(items)) => items,
            other => panic!("{other:?}"),
        };
        for (old, new, pairs_of_new) in [
            ("[(id: 1), (id: 2)]", "[(id: 2), (id: 3)]", vec![Some(1), None]),
            ("[(id: 1, key: a), (id: 1, key: b)]", "[(id: 1, key: b)]", vec![Some(1)]),
            ("[(id: 1), (id: 1)]", "[(id: 1)]", vec![Some(0)]),
            ("[1, 2, 3]", "[2, 3]", vec![Some(1), Some(2)]),
            ("[1, 2, 3]", "[1, 9, 2, 3]", vec![Some(0), None, Some(1), Some(2)]),
            ("[1, 2, 3]", "[1, 9, 3, 4]", vec![Some(0), Some(1), Some(2), None]),
            ("[]", "[1]", vec![None]),
            ("[1]", "[]", vec![]),
        ] {
            assert_eq!(pairs(&list(old), &list(new)), pairs_of_new, "{old} → {new}");
        }
    }
}
