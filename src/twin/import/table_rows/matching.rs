//! Which feature a table's row means: by id, by name, by nearness.

use crate::twin::model::feature::Feature;
use crate::twin::model::id::FeatureId;
use crate::twin::model::layer::Layer;
use crate::twin::model::names::Strings;
use crate::twin::model::space::Position;
use rstar::RTree;
use rstar::primitives::GeomWithData;
use std::collections::{BTreeSet, HashMap};

/// The features of a layer by id, name and place, and which of them a row has met already.
pub(super) struct Matcher {
    ids: HashMap<FeatureId, usize>,
    names: HashMap<String, Vec<usize>>,
    anchors: Vec<Position>,
    tree: RTree<GeomWithData<[f64; 2], usize>>,
    claimed: BTreeSet<usize>,
    reach: f64,
}

impl Matcher {
    pub fn new<T: Feature>(layer: &Layer<T>, strings: &Strings, reach: f64) -> Self {
        let mut ids = HashMap::with_capacity(layer.len());
        let mut names: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, feature) in layer.features.iter().enumerate() {
            ids.entry(feature.id()).or_insert(index);
            let name = feature.name();
            for text in [name.local].into_iter().chain(name.by_language).filter(|text| !text.is_empty()) {
                let indices = names.entry(plain_name(strings.get(text))).or_default();
                if indices.last() != Some(&index) {
                    indices.push(index);
                }
            }
        }
        let anchors: Vec<Position> = (0..layer.len()).map(|index| layer.shapes.get(index).anchor()).collect();
        let points = anchors.iter().enumerate().map(|(index, anchor)| GeomWithData::new(anchor.metres(), index)).collect();
        Self { ids, names, anchors, tree: RTree::bulk_load(points), claimed: BTreeSet::new(), reach }
    }

    /// The feature of that reference.
    pub fn by_id(&self, id: FeatureId) -> Option<usize> {
        self.ids.get(&id).copied()
    }

    /// The unclaimed feature that bears one of the names: the nearest within reach of the position, or the only one.
    pub fn by_name(&self, names: &[&str], position: Option<Position>, accept: impl Fn(usize) -> bool) -> Option<usize> {
        let mut candidates: Vec<usize> = names
            .iter()
            .map(|name| plain_name(name))
            .filter(|name| !name.is_empty())
            .filter_map(|name| self.names.get(&name))
            .flatten()
            .copied()
            .filter(|index| !self.claimed.contains(index) && accept(*index))
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        match position.filter(|_| self.reach > 0.0) {
            Some(position) => candidates
                .into_iter()
                .map(|index| (self.anchors[index].distance(position), index))
                .filter(|(distance, _)| *distance <= self.reach)
                .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
                .map(|(_, index)| index),
            None => candidates.first().copied().filter(|_| candidates.len() == 1),
        }
    }

    /// The nearest unclaimed feature within reach.
    pub fn nearest(&self, position: Position, accept: impl Fn(usize) -> bool) -> Option<usize> {
        if self.reach <= 0.0 {
            return None;
        }
        self.tree
            .nearest_neighbor_iter_with_distance_2(&position.metres())
            .take_while(|(_, distance)| *distance <= self.reach * self.reach)
            .map(|(point, _)| point.data)
            .find(|index| !self.claimed.contains(index) && accept(*index))
    }

    /// Marks a feature as met by a row; tells whether it was free.
    pub fn claim(&mut self, index: usize) -> bool {
        self.claimed.insert(index)
    }

    /// A feature that a row became: later rows meet it by id only.
    pub fn add(&mut self, id: FeatureId, index: usize) {
        self.ids.insert(id, index);
        self.claim(index);
    }
}

/// A name as it is compared: lower case, е for ё, without quotation marks, № and punctuation, single blanks.
pub(super) fn plain_name(name: &str) -> String {
    let letters = name.chars().flat_map(char::to_lowercase).map(|letter| match letter {
        'ё' => 'е',
        _ if letter.is_alphanumeric() => letter,
        _ => ' ',
    });
    let spaced: String = letters.collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_ornament() {
        for name in ["Школа-лицей №5 «Зелёный»", "школа  лицей № 5 \"зеленый\"", "ШКОЛА-ЛИЦЕЙ 5 'Зеленый'"]
        {
            assert_eq!(plain_name(name), "школа лицей 5 зеленый");
        }
        assert_eq!(plain_name("№"), "");
    }
}
