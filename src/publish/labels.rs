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
mod tests {
    use super::*;
    use crate::twin::model::names::Language;

    #[test]
    fn every_heading_has_its_words_and_the_templates_ask_for_no_other() {
        for language in Language::ALL {
            let words = Words::new(language);
            let missing: Vec<_> = LABELS.iter().filter(|name| !words.has(&format!("handout-{name}"))).collect();
            assert!(missing.is_empty(), "{}: {missing:?}", language.code());
        }
        let typst = include_str!("../../assets/publish/handout.typ");
        let page = include_str!("../../assets/publish/page.html");
        let asked = typst.split("words.").skip(1).chain(page.split("words.").skip(1)).map(|rest| match rest.strip_prefix("at(\"") {
            Some(quoted) => quoted.split('"').next().unwrap_or_default(),
            None => rest.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').next().unwrap_or_default(),
        });
        let unknown: Vec<_> = asked.filter(|name| !name.is_empty() && !name.starts_with("at") && !LABELS.contains(name)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
