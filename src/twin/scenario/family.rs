//! Scenarios that follow others: what stands in one is what its parent has, and what it says itself.

use super::placed::Placed;
use super::{Entry, Scenario};
use crate::twin::diagnostic::Diagnostic;
use std::collections::BTreeMap;

/// Keys that each generation has for itself, so that what a parent gets later meets nothing of its children.
const GENERATION: u32 = 100_000;

/// A scenario and those that it follows, itself first.
///
/// # Errors
/// `scenario-parent-unknown`; `scenario-circle` where one follows itself.
pub fn lineage<'a>(scenario: &'a Scenario, all: &'a [Scenario]) -> Result<Vec<&'a Scenario>, Diagnostic> {
    let mut line = vec![scenario];
    while let Some(parent) = line.last().and_then(|last| last.parent.as_deref()) {
        if line.iter().any(|known| known.id == parent) {
            return Err(Diagnostic::error("scenario-circle").with("scenario", scenario.id.as_str()).with("parent", parent));
        }
        let found = all.iter().find(|known| known.id == parent);
        line.push(
            found.ok_or_else(|| {
                Diagnostic::error("scenario-parent-unknown").with("scenario", scenario.id.as_str()).with("parent", parent)
            })?,
        );
    }
    Ok(line)
}

/// What stands in a scenario, by key. A parent that is missing or a circle leaves what can be known.
pub fn standing(scenario: &Scenario, all: &[Scenario]) -> BTreeMap<u32, Placed> {
    let line = lineage(scenario, all).unwrap_or_else(|_| vec![scenario]);
    let mut standing = BTreeMap::new();
    for (key, entry) in line.iter().rev().flat_map(|scenario| &scenario.own) {
        match entry {
            Entry::Stands(placed) => _ = standing.insert(*key, placed.clone()),
            Entry::Gone => _ = standing.remove(key),
        }
    }
    standing
}

/// Keys for so many new solutions of a scenario.
pub fn new_keys(scenario: &Scenario, all: &[Scenario], count: u32) -> std::ops::Range<u32> {
    let generation = lineage(scenario, all).map_or(0, |line| line.len() as u32 - 1);
    let first = generation * GENERATION + 1;
    let last = scenario.own.keys().copied().filter(|key| (first..first + GENERATION - 1).contains(key)).max();
    let next = last.map_or(first, |last| last + 1);
    next..next + count
}

/// What a scenario has to say so that a key is as wanted: nothing where the parent has it so already.
pub fn entry_for(scenario: &Scenario, all: &[Scenario], key: u32, wanted: Option<Placed>) -> Option<Entry> {
    let parent = scenario.parent.as_ref().and_then(|parent| all.iter().find(|known| known.id == *parent));
    let inherited = parent.and_then(|parent| standing(parent, all).remove(&key));
    match (wanted, inherited) {
        (wanted, inherited) if wanted == inherited => None,
        (Some(placed), _) => Some(Entry::Stands(placed)),
        (None, _) => Some(Entry::Gone),
    }
}
