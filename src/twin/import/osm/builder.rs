//! What every part of the import works on: the region being filled, the objects, and the few things all parts need.

use super::building::Outlines;
use super::graph::Graph;
use super::map::Map;
use super::tags::Tags;
use crate::twin::model::id::FeatureId;
use crate::twin::model::names::{Name, Strings, TextId};
use crate::twin::model::quality::Finding;
use crate::twin::model::region::Region;

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
}

impl Builder<'_> {
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
