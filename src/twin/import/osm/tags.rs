//! Tags of an object, borrowed from its file's texts.

use std::collections::HashMap;
use std::sync::Arc;

/// Every text of a file, each held once.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    texts: Vec<Arc<str>>,
    known: HashMap<Arc<str>, u32>,
}

impl Texts {
    /// The number of a text, which is added if it is new.
    pub fn intern(&mut self, text: &str) -> u32 {
        if let Some(&known) = self.known.get(text) {
            return known;
        }
        let number = self.texts.len() as u32;
        let shared: Arc<str> = Arc::from(text);
        self.texts.push(shared.clone());
        self.known.insert(shared, number);
        number
    }

    /// The text of a number.
    pub fn get(&self, number: u32) -> &str {
        self.texts.get(number as usize).map_or("", |text| text)
    }

    /// All of them, by number.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }
}

/// The tags of one object.
#[derive(Clone, Copy, Debug)]
pub struct Tags<'a> {
    texts: &'a Texts,
    pairs: &'a [(u32, u32)],
}

impl<'a> Tags<'a> {
    /// Those pairs of texts.
    pub fn new(texts: &'a Texts, pairs: &'a [(u32, u32)]) -> Self {
        Self { texts, pairs }
    }

    /// The value of a key.
    pub fn get(self, key: &str) -> Option<&'a str> {
        self.iter().find(|(known, _)| *known == key).map(|(_, value)| value.trim())
    }

    /// The value of the first of several keys that there is.
    pub fn first(self, keys: &[&str]) -> Option<&'a str> {
        keys.iter().find_map(|key| self.get(key))
    }

    /// Whether the key is there, with whatever value.
    pub fn has(self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Whether the key has that value.
    pub fn is(self, key: &str, value: &str) -> bool {
        self.get(key) == Some(value)
    }

    /// Whether the key is there and not denied.
    pub fn yes(self, key: &str) -> bool {
        self.get(key).is_some_and(|value| !matches!(value, "" | "no" | "false" | "0" | "none"))
    }

    /// Keys and values.
    pub fn iter(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.pairs.iter().map(move |&(key, value)| (self.texts.get(key), self.texts.get(value)))
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.pairs.is_empty()
    }

    /// The first line of a table of `(key, value, meaning)` that these tags fulfil; the value `*` stands for any but "no".
    pub fn look_up<T: Copy>(self, table: &[(&str, &str, T)]) -> Option<T> {
        let mut best = table.len();
        for (key, value) in self.iter() {
            let value = value.trim();
            let fits = |line: &&(&str, &str, T)| line.0 == key && (line.1 == value || (line.1 == "*" && value != "no"));
            if let Some(place) = table[..best].iter().position(|line| fits(&line)) {
                best = place;
            }
        }
        table.get(best).map(|line| line.2)
    }
}
