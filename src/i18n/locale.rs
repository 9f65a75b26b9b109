//! Which language to speak, and the message files of each.

use crate::twin::model::names::Language;
use include_dir::{Dir, include_dir};

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets/locales");

/// The language of a locale's name (`kk`, `ru-KZ`, `ru_KZ.UTF-8`); English where there is none or we do not speak it.
pub fn language_of(locale: Option<&str>) -> Language {
    locale.and_then(Language::from_code).unwrap_or(Language::English)
}

/// The language that this machine is set to.
pub fn language_of_machine() -> Language {
    language_of(sys_locale::get_locale().as_deref())
}

/// The message files of a language: name and content, by name.
pub fn files(language: Language) -> Vec<(&'static str, &'static str)> {
    let mut files: Vec<_> = LOCALES
        .get_dir(language.code())
        .into_iter()
        .flat_map(Dir::files)
        .filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)))
        .collect();
    files.sort_unstable();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_that_nobody_here_speaks_reads_english() {
        for (locale, expected) in [
            (Some("kk_KZ.UTF-8"), Language::Kazakh),
            (Some("ru-KZ"), Language::Russian),
            (Some("RU"), Language::Russian),
            (Some("en-GB"), Language::English),
            (Some("de-DE"), Language::English),
            (Some("C"), Language::English),
            (Some(""), Language::English),
            (None, Language::English),
        ] {
            assert_eq!(language_of(locale), expected, "{locale:?}");
        }
    }
}
