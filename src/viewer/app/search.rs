//! Finding things by name: Kazakh, Russian and Latin letters meet, the larger thing comes first.

use super::job::Soon;
use super::selection::FeatureAt;
use super::session::Session;
use crate::i18n::fold;
use crate::twin::model::feature::Feature;
use crate::twin::model::layer::Layer;
use crate::twin::model::names::Strings;
use crate::twin::model::place::PlaceKind;
use crate::twin::model::region::{LayerVisitor, Region};
use bevy::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

/// Names of a region, folded, with what bears them.
#[derive(Resource, Default)]
pub struct Search {
    entries: Arc<Vec<Entry>>,
    generation: u64,
    indexing: Option<(u64, Soon<Vec<Entry>>)>,
}

struct Entry {
    folded: String,
    at: FeatureAt,
    /// What is found first among equals: the smaller.
    rank: u8,
}

impl Search {
    /// The best matches of a text: whole words first, then beginnings, then parts; the greater thing first.
    pub fn find(&self, text: &str, most: usize) -> Vec<FeatureAt> {
        let wanted = fold(text);
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(u8, u8, usize, FeatureAt)> = self
            .entries
            .iter()
            .filter_map(|entry| {
                let closeness = closeness(&entry.folded, &wanted)?;
                Some((closeness, entry.rank, entry.folded.len(), entry.at))
            })
            .collect();
        found.sort_by_key(|(closeness, rank, length, at)| (*closeness, *rank, *length, at.index));
        let mut seen = HashSet::new();
        found.into_iter().map(|(.., at)| at).filter(|at| seen.insert(*at)).take(most).collect()
    }
}

/// 0 the same, 1 begins with it, 2 a word begins with it, 3 holds it.
fn closeness(name: &str, wanted: &str) -> Option<u8> {
    if name == wanted {
        return Some(0);
    }
    let at = name.find(wanted)?;
    Some(if at == 0 {
        1
    } else if name[..at].ends_with(' ') || name.contains(&format!(" {wanted}")) {
        2
    } else {
        3
    })
}

/// Adds the search and its indexing.
pub fn plugin(app: &mut App) {
    app.init_resource::<Search>().add_systems(Update, index);
}

fn index(session: Res<Session>, mut search: ResMut<Search>) {
    let current = search.indexing.as_ref().map_or(search.generation, |(generation, _)| *generation);
    if let Some(region) = session.region().filter(|_| session.generation() != current) {
        let region = region.clone();
        search.indexing = Some((session.generation(), Soon::start(move || entries(&region))));
    }
    let Some((generation, mut task)) = search.indexing.take() else { return };
    match task.poll() {
        Some(entries) => (search.entries, search.generation) = (Arc::new(entries), generation),
        None => search.indexing = Some((generation, task)),
    }
}

/// Every name in every language; a street of many ways once.
fn entries(region: &Region) -> Vec<Entry> {
    struct Collect<'a> {
        region: &'a Region,
        entries: Vec<Entry>,
        streets: HashSet<u32>,
    }
    impl LayerVisitor for Collect<'_> {
        fn visit<T: Feature>(&mut self, layer: &Layer<T>, strings: &Strings) {
            for (index, feature) in layer.features.iter().enumerate() {
                let name = feature.name();
                if name.is_empty() || T::LAYER == "highways" && !self.streets.insert(name.local.0) {
                    continue;
                }
                let at = FeatureAt { layer: T::LAYER, index };
                let rank = rank(self.region, at);
                let mut known: Vec<String> = Vec::new();
                for id in std::iter::once(name.local).chain(name.by_language) {
                    let folded = fold(strings.get(id));
                    if !folded.is_empty() && !known.contains(&folded) {
                        known.push(folded.clone());
                        self.entries.push(Entry { folded, at, rank });
                    }
                }
            }
        }
    }
    let mut collect = Collect { region, entries: Vec::new(), streets: HashSet::new() };
    region.visit_layers(&mut collect);
    collect.entries
}

fn rank(region: &Region, at: FeatureAt) -> u8 {
    match at.layer {
        "places" => match region.places.features[at.index].kind {
            PlaceKind::City => 0,
            PlaceKind::Town => 1,
            PlaceKind::Village => 2,
            _ => 4,
        },
        "boundaries" => 3,
        "highways" => 5,
        "amenities" => 6,
        "water" => 7,
        _ => 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_come_before_parts() {
        assert_eq!(closeness("kostanai", "kostanai"), Some(0));
        assert_eq!(closeness("kostanai audany", "kostanai"), Some(1));
        assert_eq!(closeness("zhanga kostanai", "kostanai"), Some(2));
        assert_eq!(closeness("kustanai", "stan"), Some(3));
        assert_eq!(closeness("rudny", "stan"), None);
    }
}
