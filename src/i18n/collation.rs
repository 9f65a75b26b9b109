//! The order of names in each language's alphabet: ә after а, қ after к; numbers by their value.

use super::words::Words;
use crate::twin::model::names::Language;
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use std::cmp::Ordering;
use std::sync::Arc;

/// An alphabet's order.
#[derive(Clone)]
pub(super) struct Order(Option<Arc<CollatorBorrowed<'static>>>);

impl Order {
    /// The order of a language; by code points if the data were missing.
    pub fn new(language: Language) -> Self {
        let locale: Option<Locale> = language.code().parse().ok();
        let mut preferences: CollatorPreferences = locale.unwrap_or(Locale::UNKNOWN).into();
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        Self(Collator::try_new(preferences, CollatorOptions::default()).ok().map(Arc::new))
    }
}

impl Words {
    /// Which of two names comes first in this language's alphabet: «2-мектеп» before «10-мектеп».
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.order.0.as_ref().map_or_else(|| a.cmp(b), |order| order.compare(a, b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, sorted: &[&str]) {
        let words = Words::new(language);
        let mut names = sorted.to_vec();
        names.reverse();
        names.sort_by(|a, b| words.compare(a, b));
        assert_eq!(names, sorted);
    }

    #[test]
    fn names_follow_the_alphabet() {
        check(
            Language::Kazakh,
            &["Абай", "Әулиекөл", "Бейімбет", "Ғафу", "Дәмді", "Көл", "Қостанай", "Лисаков", "Өзен", "Тобыл", "Ұзынкөл", "Шоқан"],
        );
        check(Language::Russian, &["Абай", "Ёлка", "Ель", "Житикара", "Костанай", "Рудный", "Юбилейный"]);
        check(Language::English, &["2nd school", "10th school", "Arkalyk", "kostanay", "Rudny"]);
        check(Language::Kazakh, &["2-мектеп", "10-мектеп"]);
    }
}
