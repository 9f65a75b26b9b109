//! Texts and names: each text held once, each thing's names in all its languages.

use std::collections::HashMap;
use std::sync::Arc;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Kazakh.
    #[default]
    Kazakh,
    /// Russian.
    Russian,
    /// English.
    English,
}

impl Language {
    /// All of them, in the order of the interface.
    pub const ALL: [Language; 3] = [Language::Kazakh, Language::Russian, Language::English];

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        ["kk", "ru", "en"][self as usize]
    }

    /// The language of an ISO 639-1 code or of a locale name that begins with one (`ru_KZ.UTF-8`).
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_', '.']).next()?;
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }
}

/// A text in the region's [`Strings`]; zero is the empty text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextId(pub u32);

impl TextId {
    /// No text.
    pub const EMPTY: TextId = TextId(0);

    /// Whether there is no text.
    pub fn is_empty(self) -> bool {
        self == Self::EMPTY
    }
}

/// Every text of a region, each held once.
#[derive(Clone, Debug)]
pub struct Strings {
    texts: Vec<Arc<str>>,
    known: HashMap<Arc<str>, TextId>,
}

impl Default for Strings {
    fn default() -> Self {
        let empty: Arc<str> = Arc::from("");
        Self { texts: vec![empty.clone()], known: HashMap::from([(empty, TextId::EMPTY)]) }
    }
}

impl Strings {
    /// The id of a text, which is added if it is new.
    pub fn intern(&mut self, text: &str) -> TextId {
        if let Some(&id) = self.known.get(text) {
            return id;
        }
        let id = TextId(self.texts.len() as u32);
        let shared: Arc<str> = Arc::from(text);
        self.texts.push(shared.clone());
        self.known.insert(shared, id);
        id
    }

    /// The text of an id; an id of another region reads as empty.
    pub fn get(&self, id: TextId) -> &str {
        self.texts.get(id.0 as usize).map_or("", |text| text)
    }

    /// How many different texts there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there is no text but the empty one.
    pub fn is_empty(&self) -> bool {
        self.texts.len() <= 1
    }
}

/// What something is called: as signposted, and in each language of the interface where known. Sixteen bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// As the sources call it on the spot (OpenStreetMap `name`).
    pub local: TextId,
    /// By [`Language`], in the order of [`Language::ALL`].
    pub by_language: [TextId; 3],
}

impl Name {
    /// A name known in one form only.
    pub fn local(strings: &mut Strings, text: &str) -> Self {
        Self { local: strings.intern(text), by_language: [TextId::EMPTY; 3] }
    }

    /// A name in Kazakh, Russian and English; an empty text means unknown. The Kazakh (else Russian) form is the local one.
    pub fn of(strings: &mut Strings, kk: &str, ru: &str, en: &str) -> Self {
        let local = if kk.is_empty() { ru } else { kk };
        Self {
            local: strings.intern(if local.is_empty() { en } else { local }),
            by_language: [kk, ru, en].map(|text| strings.intern(text)),
        }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The name for a reader of that language: in it, else as signposted, else in any language.
    pub fn read<'a>(&self, language: Language, strings: &'a Strings) -> &'a str {
        std::iter::once(self.by_language[language as usize])
            .chain([self.local])
            .chain(self.by_language)
            .map(|id| strings.get(id))
            .find(|text| !text.is_empty())
            .unwrap_or("")
    }
}
