//! What is different between two scenarios: what came, what went, what changed and how.

use super::placed::Placed;
use std::collections::BTreeMap;

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference<'a> {
    /// It stands only in the second.
    Added(&'a Placed),
    /// It stands only in the first.
    Removed(&'a Placed),
    /// It stands in both, not alike.
    Changed {
        /// In the first.
        before: &'a Placed,
        /// In the second.
        after: &'a Placed,
    },
}

/// The differences from what stands in one scenario to what stands in another, by key.
pub fn differences<'a>(from: &'a BTreeMap<u32, Placed>, to: &'a BTreeMap<u32, Placed>) -> Vec<Difference<'a>> {
    let removed = from.iter().filter(|(key, _)| !to.contains_key(key)).map(|(key, placed)| (*key, Difference::Removed(placed)));
    let others = to.iter().filter_map(|(key, after)| match from.get(key) {
        None => Some((*key, Difference::Added(after))),
        Some(before) if before == after => None,
        Some(before) => Some((*key, Difference::Changed { before, after })),
    });
    let mut found: Vec<(u32, Difference)> = removed.chain(others).collect();
    found.sort_by_key(|(key, _)| *key);
    found.into_iter().map(|(_, difference)| difference).collect()
}
