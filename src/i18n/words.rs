//! The words of one language: messages by key, with their arguments in the language's own forms.

use super::collation::Order;
use super::number::{self, Grouping};
use super::{locale, number::fixed};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::local_text::LocalText;
use crate::twin::model::names::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::sync::Arc;

pub use crate::twin::diagnostic::Arg;

/// Every word of one language. Cheap to clone, and shared between threads.
///
/// A key without a message reads as the key in brackets, which the completeness test finds before a reader does.
#[derive(Clone)]
pub struct Words {
    language: Language,
    bundle: Arc<FluentBundle<FluentResource>>,
    pub(super) order: Order,
}

impl Words {
    /// The words of that language, out of the files that the program carries.
    pub fn new(language: Language) -> Self {
        Self::with(language, &[])
    }

    /// The same, with messages of one's own before those that the program carries.
    pub fn with(language: Language, own: &[String]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.code().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Kazakh => |value, _| write_number(Language::Kazakh, value),
            Language::Russian => |value, _| write_number(Language::Russian, value),
            Language::English => |value, _| write_number(Language::English, value),
        }));
        // The only function, NUMBER, is added to a bundle that has none: this cannot clash.
        let _ = bundle.add_builtins();
        let carried = locale::files(language).into_iter().map(|(_, text)| text);
        for text in carried.chain(own.iter().map(String::as_str)) {
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable_part, _)| readable_part);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle: Arc::new(bundle), order: Order::new(language) }
    }

    /// What is said in every language.
    pub fn in_all(say: impl Fn(&Words) -> String) -> LocalText {
        let said = |language| say(&Words::new(language));
        LocalText { kk: said(Language::Kazakh), ru: said(Language::Russian), en: said(Language::English) }
    }

    /// Whose words these are.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a message of that key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// A message that takes no arguments.
    pub fn get(&self, key: &str) -> Cow<'_, str> {
        self.resolve(key, None)
    }

    /// A message filled with arguments. Numbers choose the plural and are written as the language writes them.
    pub fn format(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            filled.set(*name, argument(value));
        }
        self.resolve(key, Some(&filled)).into_owned()
    }

    /// A complaint in words: message `error-<code>`, after the place in a file where there is one.
    pub fn diagnostic(&self, diagnostic: &Diagnostic) -> String {
        let key = format!("error-{}", diagnostic.code);
        let said = if self.has(&key) { self.format(&key, &diagnostic.args) } else { format!("[error-{diagnostic}]") };
        match diagnostic.args.iter().find(|(name, _)| *name == "place") {
            Some((_, Arg::Text(place))) => format!("{place}: {said}"),
            _ => said,
        }
    }

    /// A complaint in words, and which name may be meant.
    pub fn complaint(&self, diagnostic: &Diagnostic) -> String {
        let said = self.diagnostic(diagnostic);
        match diagnostic.text("suggestion") {
            Some(meant) => format!("{said} {}", self.format("text-suggestion", &[("name", meant.into())])),
            None => said,
        }
    }

    /// A number with exactly so many decimals.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        fixed(self.language, value, decimals, Grouping::Thousands)
    }

    fn resolve(&self, key: &str, args: Option<&FluentArgs>) -> Cow<'_, str> {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return Cow::Owned(format!("[{key}]"));
        };
        // A missing argument shows as its name; the completeness test keeps the languages' arguments alike.
        let mut missing = Vec::new();
        match self.bundle.format_pattern(pattern, args, &mut missing) {
            Cow::Borrowed(text) => Cow::Borrowed(text),
            Cow::Owned(text) => Cow::Owned(text),
        }
    }
}

/// Plural rules go by the number as it is shown; what is too large for them is shown only.
fn argument(value: &Arg) -> FluentValue<'_> {
    const LARGEST: f64 = 1e15;
    match value {
        Arg::Text(text) => FluentValue::from(text.as_str()),
        Arg::Number(number) if number.abs() < LARGEST => FluentValue::from(number::shown(*number)),
        Arg::Number(number) => FluentValue::from(format!("{number:e}")),
    }
}

fn write_number(language: Language, value: &FluentValue) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, options }) = value else { return None };
    let grouping = if options.use_grouping { Grouping::Thousands } else { Grouping::None };
    Some(match options.maximum_fraction_digits.or(options.minimum_fraction_digits) {
        Some(decimals) => fixed(language, *value, decimals.min(9), grouping),
        None if grouping == Grouping::None && value.fract() == 0.0 => fixed(language, *value, 0, grouping),
        None => number::short(language, *value),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_shows_itself() {
        let words = Words::new(Language::Kazakh);
        assert_eq!(words.get("no-such-word"), "[no-such-word]");
        assert_eq!(words.format("no-such-word", &[("count", Arg::from(3.0))]), "[no-such-word]");
        assert_eq!(words.diagnostic(&Diagnostic::error("no-such").with("file", "a.osm")), "[error-no-such file=a.osm]");
    }

    #[test]
    fn a_complaint_about_a_place_begins_with_it() {
        let said = Words::new(Language::English).diagnostic(&Diagnostic::error("text-value-missing").with("place", "scene.ron:3:5"));
        assert_eq!(said, "scene.ron:3:5: A value is missing here. Write it, or remove the field.");
    }

    #[test]
    fn words_go_between_threads() {
        fn check<T: Send + Sync + Clone>() {}
        check::<Words>();
    }

    #[test]
    fn no_number_is_too_odd_to_be_worded() {
        let words = Words::new(Language::Russian);
        for number in [f64::NAN, f64::INFINITY, 1e300, -1e300, 1e-300, 0.1 + 0.2, 9.999_999_999e14] {
            assert!(!words.format("unit-places", &[("count", Arg::from(number))]).is_empty());
        }
    }
}
