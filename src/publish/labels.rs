//! The headings of a handout: `handout-<name>` in the locales, by name for the templates.

use crate::i18n::Words;
use std::collections::BTreeMap;

/// Every heading that a template may ask for.
pub const LABELS: &[&str] = &[
    "assumption",
    "assumptions",
    "best-note",
    "better",
    "capital",
    "changes",
    "comparison",
    "contents",
    "count",
    "credit",
    "date",
    "demanded",
    "details",
    "document",
    "figure",
    "licence",
    "made",
    "measured",
    "norm",
    "norms",
    "now",
    "remark",
    "remark-add",
    "remark-author",
    "remark-hint",
    "remark-kept",
    "remark-lost",
    "remark-remove",
    "remark-save",
    "remarks",
    "scenarios",
    "solution",
    "source",
    "sources",
    "status",
    "total",
    "value",
    "verdict",
    "worse",
    "yearly",
];

/// The headings in a language.
pub fn labels(words: &Words) -> BTreeMap<&'static str, String> {
    LABELS.iter().map(|name| (*name, words.get(&format!("handout-{name}")).into_owned())).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::twin::model::names::Language;

    /// Fails where a heading, by its name and its key in the locales, lacks words, and where a template asks for one that there is not.
    pub fn assert_complete(headings: &[(&str, String)], templates: &[&str]) {
        for language in Language::ALL {
            let words = Words::new(language);
            let missing: Vec<_> = headings.iter().filter(|(_, key)| !words.has(key)).collect();
            assert!(missing.is_empty(), "{}: {missing:?}", language.code());
        }
        let is_known = |asked: &str| headings.iter().any(|(name, _)| *name == asked);
        let unknown: Vec<&str> = templates.iter().flat_map(|template| asked(template)).filter(|name| !is_known(name)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }

    /// The headings that a template asks for by name: `words.name`, `words.at("name")`, `words["name"]`.
    fn asked(template: &str) -> impl Iterator<Item = &str> {
        let names = template.split("words").skip(1).filter_map(|rest| {
            let quoted = [".at(\"", "[\"", "['"].iter().find_map(|opening| rest.strip_prefix(opening));
            quoted.or_else(|| rest.strip_prefix('.').filter(|rest| !rest.starts_with("at(")))
        });
        let names = names.filter_map(|rest| rest.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').next());
        names.filter(|name| !name.is_empty())
    }

    #[test]
    fn every_heading_has_its_words_and_the_templates_ask_for_no_other() {
        let headings: Vec<(&str, String)> = LABELS.iter().map(|name| (*name, format!("handout-{name}"))).collect();
        let templates = [include_str!("../../assets/publish/handout.typ"), include_str!("../../assets/publish/page.html")];
        assert!(templates.iter().all(|template| asked(template).count() > 20), "the headings that templates ask for are not found");
        assert_complete(&headings, &templates);
    }
}
