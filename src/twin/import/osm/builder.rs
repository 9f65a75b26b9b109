//! What every part of the import works on: the region being filled, the objects, and the few things all parts need.

use super::building::Outlines;
use super::graph::Graph;
use super::ground::{is_territory, water_kind};
use super::map::Map;
use super::tags::Tags;
use crate::twin::model::boundary::Boundary;
use crate::twin::model::building::Building;
use crate::twin::model::cover::Cover;
use crate::twin::model::feature::Feature;
use crate::twin::model::id::FeatureId;
use crate::twin::model::names::{Name, Strings, TextId};
use crate::twin::model::quality::{Finding, LayerQuality};
use crate::twin::model::region::Region;
use crate::twin::model::street::Street;
use crate::twin::model::water::Water;
use std::collections::BTreeMap;

/// An object that becomes a feature.
#[derive(Clone, Copy)]
pub struct Object<'a> {
    /// Its reference.
    pub id: FeatureId,
    /// Its tags.
    pub tags: Tags<'a>,
}

impl<'a> Object<'a> {
    /// Its name in all languages.
    pub fn name(&self, strings: &mut Strings) -> Name {
        let [local, kk, ru, en] = ["name", "name:kk", "name:ru", "name:en"].map(|key| self.tags.get(key).unwrap_or(""));
        let en = if en.is_empty() { self.tags.get("int_name").unwrap_or("") } else { en };
        let mut name = Name::of(strings, kk, ru, en);
        if !local.is_empty() {
            name.local = strings.intern(local);
        }
        name
    }

    /// The text of the first key that there is.
    pub fn text(&self, strings: &mut Strings, keys: &[&str]) -> TextId {
        self.tags.first(keys).map_or(TextId::EMPTY, |text| strings.intern(text))
    }
}

/// The import at work.
pub struct Builder<'a> {
    /// What is being filled.
    pub region: &'a mut Region,
    /// The objects.
    pub map: &'a Map,
    /// Streets that make the network.
    pub graph: Graph,
    /// Outlines that relations name.
    pub outlines: Outlines,
    /// How many objects could not be kept, by layer.
    pub lost: BTreeMap<&'static str, u64>,
}

impl Builder<'_> {
    /// Counts an object of which no shape could be made, for the layer in which it would stand.
    pub fn lose(&mut self, tags: Tags<'_>) {
        let layer = if tags.yes("building") || tags.yes("building:part") {
            Building::LAYER
        } else if tags.has("highway") {
            Street::LAYER
        } else if is_territory(tags) {
            Boundary::LAYER
        } else if water_kind(tags).is_some() {
            Water::LAYER
        } else {
            Cover::LAYER
        };
        *self.lost.entry(layer).or_default() += 1;
    }

    /// Tells the quality report how many objects of each layer the files hold, and how many were kept.
    pub fn note_found(&mut self) {
        for (layer, kept) in self.region.counts() {
            let (kept, lost) = (kept as u64, self.lost.get(layer).copied().unwrap_or(0));
            if kept + lost > 0 {
                let found = LayerQuality { layer: layer.to_owned(), found: kept + lost, kept, ..LayerQuality::default() };
                self.region.quality.layers.push(found);
            }
        }
    }

    /// The value of the first key that there is; one that cannot be read is noted and left out.
    pub fn value<T>(&mut self, object: &Object<'_>, keys: &[&str], read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let (key, text) = keys.iter().find_map(|key| Some((key, object.tags.get(key)?)))?;
        let value = read(text);
        if value.is_none() {
            self.region.quality.note(Finding::OddValues, format!("{} {key}={}", object.id, short(text)));
        }
        value
    }
}

/// No longer than an example needs.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
