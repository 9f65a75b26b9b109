//! Every word that the program can say exists in Kazakh, Russian and English, with the same arguments.

#[path = "support/sources.rs"]
mod sources;

use aimaq::i18n::{Arg, Words, locale};
use aimaq::twin::model::choice::Choice;
use aimaq::twin::model::feature::{Feature, FieldKind};
use aimaq::twin::model::layer::Layer;
use aimaq::twin::model::names::{Language, Strings};
use aimaq::twin::model::quality::{Finding, Grade, Treatment};
use aimaq::twin::model::region::{LayerVisitor, Region, Standing};
use sources::sources;
use std::collections::{BTreeMap, BTreeSet};

/// Messages of a language: key → content, as the files hold it.
fn messages(language: Language) -> BTreeMap<String, String> {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    for (file, text) in locale::files(language) {
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, content)) = line.split_once('=').filter(|_| line.starts_with(|first: char| first.is_ascii_alphabetic())) {
                key = name.trim().to_owned();
                let twice = messages.insert(key.clone(), content.trim().to_owned());
                assert_eq!(twice, None, "{}/{file}: {key} stands twice", language.code());
            } else if let Some(content) = messages.get_mut(&key) {
                content.push('\n');
                content.push_str(line.trim());
            }
        }
    }
    assert!(messages.len() > 300, "{}: {} messages", language.code(), messages.len());
    messages
}

/// The arguments that a message names: `$count`.
fn variables(content: &str) -> BTreeSet<&str> {
    content
        .split('$')
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').next().unwrap_or(""))
        .collect()
}

/// Fails with all keys of that list that a language lacks.
fn check_present(keys: &BTreeSet<String>, of: &str) {
    assert!(!keys.is_empty(), "no key of {of} was found at all");
    for language in Language::ALL {
        let words = Words::new(language);
        let missing: Vec<_> = keys.iter().filter(|key| !words.has(key)).collect();
        assert!(
            missing.is_empty(),
            "{} of {of} in {}: add them to assets/locales/{}/: {missing:#?}",
            missing.len(),
            language.code(),
            language.code()
        );
    }
}

#[test]
fn every_file_is_understood() {
    for language in Language::ALL {
        for (file, text) in locale::files(language) {
            if let Err((_, errors)) = fluent_bundle::FluentResource::try_new(text.to_owned()) {
                panic!("{}/{file}: {errors:?}", language.code());
            }
        }
    }
}

#[test]
fn the_languages_have_the_same_files_keys_and_arguments() {
    let names = |language| locale::files(language).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let english = messages(Language::English);
    for language in [Language::Kazakh, Language::Russian] {
        assert_eq!(names(language), names(Language::English));
        let own = messages(language);
        let only = |a: &BTreeMap<String, String>, b: &BTreeMap<String, String>| {
            a.keys().filter(|key| !b.contains_key(*key)).cloned().collect::<Vec<_>>()
        };
        assert_eq!(only(&english, &own), Vec::<String>::new(), "in English, not in {}", language.code());
        assert_eq!(only(&own, &english), Vec::<String>::new(), "in {}, not in English", language.code());
        for (key, content) in &own {
            // A unit may ignore the number before it.
            if !key.starts_with("unit-") {
                assert_eq!(variables(content), variables(&english[key]), "arguments of {key} in {}", language.code());
            }
        }
    }
}

#[test]
fn every_message_says_something() {
    for language in Language::ALL {
        let words = Words::new(language);
        for (key, content) in messages(language) {
            let args: Vec<_> = variables(&content).into_iter().map(|name| (name, Arg::from(3.0))).collect();
            let said = words.format(&key, &args);
            assert!(!said.trim().is_empty() && said != key, "{key} in {} says nothing", language.code());
            assert!(!said.contains('{') && !said.contains(&format!("[{key}]")), "{key} in {}: {said}", language.code());
        }
    }
}

#[test]
fn cyrillic_languages_are_not_left_in_english() {
    let english = messages(Language::English);
    for language in [Language::Kazakh, Language::Russian] {
        let same: Vec<_> = messages(language)
            .into_iter()
            .filter(|(key, content)| {
                // What stands in braces is no word.
                let said: String = content.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
                *content == english[key] && said.split_whitespace().filter(|word| word.len() > 3 && word.is_ascii()).count() > 2
            })
            .collect();
        assert!(same.iter().all(|(key, _)| key.starts_with("cli-expected-") || key.ends_with("_origin")), "{}: {same:?}", language.code());
    }
}

#[test]
fn every_layer_attribute_unit_and_choice_has_a_word() {
    struct Keys(BTreeSet<String>);
    impl LayerVisitor for Keys {
        fn visit<T: Feature>(&mut self, _: &Layer<T>, _: &Strings) {
            self.0.insert(format!("layer-{}", T::LAYER));
            for attribute in T::ATTRIBUTES {
                self.0.insert(format!("field-{}", attribute.field.name));
                if !attribute.field.unit.is_empty() {
                    self.0.insert(format!("unit-{}", attribute.field.unit));
                }
                if let FieldKind::Choice(set) = attribute.field.kind {
                    // Its values are found in the sources.
                    assert!(choices().contains_key(set), "no choice! declares the set {set}");
                }
            }
        }
    }
    let mut keys = Keys(BTreeSet::new());
    Region::default().visit_layers(&mut keys);
    check_present(&keys.0, "layers, attributes and units");
}

#[test]
fn every_choice_has_a_word() {
    let sets = choices();
    for (set, count) in [
        ("finding", Finding::ALL.len()),
        ("grade", Grade::ALL.len()),
        ("treatment", Treatment::ALL.len()),
        ("standing", Standing::ALL.len()),
    ] {
        assert_eq!(sets[set].len(), count, "values of {set} found in the sources");
    }
    let keys: BTreeSet<String> = sets.iter().flat_map(|(set, names)| names.iter().map(move |name| format!("{set}-{name}"))).collect();
    check_present(&keys, "choices");
}

#[test]
fn every_field_of_a_design_is_explained() {
    let records = aimaq::cli::command::explain::records();
    let keys = records.iter().flat_map(|record| record.fields.iter().map(move |field| format!("explain-{}-{}", record.name, field.name)));
    let forms = records.iter().flat_map(|record| record.fields).map(|field| (field.form)().key().to_owned());
    check_present(&keys.chain(forms).collect(), "fields of designs");
}

#[test]
fn every_model_metric_and_assumption_has_its_words() {
    use aimaq::twin::metrics::{assumption_specs, metric::METRICS, shift::FELT};
    use aimaq::twin::simulate::SIMULATIONS;
    let metrics = METRICS.iter().flat_map(|metric| [format!("metric-{}", metric.id), format!("metric-made-{}", metric.id)]);
    let models = METRICS.iter().map(|metric| metric.maker).chain(SIMULATIONS.iter().map(|simulation| simulation.id));
    let models = models.map(|id| format!("simulation-{id}"));
    let assumptions = assumption_specs().into_iter().flat_map(|spec| [format!("assume-{}", spec.id), format!("source-{}", spec.source)]);
    let felt = FELT.iter().map(|field| format!("overlay-{field}"));
    check_present(&metrics.chain(models).chain(assumptions).chain(felt).collect(), "models and metrics");
}

#[test]
fn metrics_of_internet_say_which_speed_they_count() {
    use aimaq::twin::metrics::metric::find;
    use aimaq::twin::simulate::assumption::AssumptionSpec;
    use aimaq::twin::simulate::digital::GOOD_INTERNET;
    use aimaq::twin::simulate::radio::assumption::ENOUGH;
    let counted: [(&str, &[&AssumptionSpec]); 7] = [
        ("mobile-people", &[&ENOUGH]),
        ("mobile-villages", &[&ENOUGH]),
        ("mobile-people-fast", &[&GOOD_INTERNET]),
        ("internet-share", &[&GOOD_INTERNET]),
        ("fibre-kilometres", &[&GOOD_INTERNET]),
        // Costs of unlike things that stand side by side: each names the speed of the other as well.
        ("fibre-per-covered", &[&GOOD_INTERNET, &ENOUGH]),
        ("masts-per-covered", &[&ENOUGH, &GOOD_INTERNET]),
    ];
    for language in Language::ALL {
        let words = Words::new(language);
        for (id, speeds) in counted {
            let made = words.metric_made(find(id).expect("a metric"));
            for spec in speeds {
                let speed = words.assumption_value(spec, spec.value).replace('\u{a0}', " ");
                assert!(made.contains(&format!(" {speed}")), "{speed} in {made}");
            }
        }
    }
}

#[test]
fn everything_that_is_advised_has_its_words() {
    use aimaq::twin::advise::{Objective, kind};
    let kinds = kind::KINDS.iter().map(|kind| format!("advice-kind-{}", kind.id));
    let lacks = kind::KINDS.iter().filter_map(|kind| kind.lack).map(|lack| format!("advice-{}", lack.id));
    let objectives =
        [Objective::MostPeople, Objective::LeastWay, Objective::Everybody].map(|objective| format!("advice-{}", objective.name()));
    let mast = [format!("assume-{}", kind::MAST.id), format!("source-{}", kind::MAST.source)];
    check_present(&kinds.chain(lacks).chain(objectives).chain(mast).collect(), "advice");
}

#[test]
fn every_finding_counts() {
    for language in Language::ALL {
        let words = Words::new(language);
        for &finding in Finding::ALL {
            for count in [1, 2, 5, 21, 15_340] {
                let said = words.finding(finding, count);
                assert!(said.contains(&words.number(count as f64, 0)), "{said}");
            }
        }
    }
}

#[test]
fn every_complaint_and_phase_of_the_sources_has_a_word() {
    let found = said_in_sources();
    check_present(&found.codes.iter().map(|code| format!("error-{code}")).collect(), "diagnostics");
    check_present(&found.phases.iter().map(|phase| format!("phase-{phase}")).collect(), "phases");
    check_present(&found.words, "words asked for by name");
}

#[test]
fn complaints_use_the_arguments_that_they_are_given() {
    // A message may leave an argument out, but cannot name one that nobody ever gives.
    let sources = all_sources();
    for (key, content) in messages(Language::English).iter().filter(|(key, _)| key.starts_with("error-")) {
        for variable in variables(content) {
            assert!(sources.contains(&format!("\"{variable}\"")), "{key} names ${variable}, which no diagnostic has");
        }
    }
}

#[test]
fn plurals_follow_the_number() {
    let cases = [
        (
            Language::Russian,
            [(1.0, "место"), (2.0, "места"), (5.0, "мест"), (11.0, "мест"), (21.0, "место"), (22.0, "места"), (1.5, "места")],
        ),
        (
            Language::English,
            [(1.0, "place"), (2.0, "places"), (5.0, "places"), (11.0, "places"), (21.0, "places"), (22.0, "places"), (1.5, "places")],
        ),
        (Language::Kazakh, [(1.0, "орын"), (2.0, "орын"), (5.0, "орын"), (11.0, "орын"), (21.0, "орын"), (22.0, "орын"), (1.5, "орын")]),
    ];
    for (language, cases) in cases {
        for (count, expected) in cases {
            assert_eq!(Words::new(language).format("unit-places", &[("count", Arg::from(count))]), expected, "{count}");
        }
    }
    let russian = Words::new(Language::Russian);
    assert!(russian.finding(Finding::HeightsInferred, 21).starts_with("У 21 здания"));
    assert!(russian.finding(Finding::HeightsInferred, 15_290).starts_with("У 15\u{a0}290 зданий"));
    let kazakh = Words::new(Language::Kazakh);
    assert!(kazakh.finding(Finding::HeightsInferred, 15_290).starts_with("15\u{a0}290 ғимараттың"));
}

#[test]
fn numbers_in_messages_are_written_as_the_language_does() {
    for (language, expected) in
        [(Language::Kazakh, "12\u{a0}345,67"), (Language::Russian, "12\u{a0}345,67"), (Language::English, "12,345.67")]
    {
        let words = Words::new(language);
        assert_eq!(words.number(12_345.67, 2), expected);
        assert!(
            words
                .format("cli-layer-quality", &[("found", Arg::from(12_345.67)), ("kept", 1.0.into()), ("observed", 2.0.into())])
                .contains(expected)
        );
    }
}

/// What the sources ask the locales for.
#[derive(Default)]
struct Said {
    codes: BTreeSet<String>,
    phases: BTreeSet<String>,
    words: BTreeSet<String>,
}

fn said_in_sources() -> Said {
    let sources = all_sources();
    let constants = sources.split("const ").filter(|rest| rest.split(':').next().is_some_and(|name| name.contains("PHASE")));
    let phases: BTreeSet<String> = constants.filter_map(|rest| first_literal(rest.split(';').next()?)).collect();
    Said {
        codes: literals_after(&sources, &["Diagnostic::error(", "Diagnostic::warning(", "Diagnostic::note("]).collect(),
        phases: literals_after(&sources, &[".report("])
            .chain(sources.split("proceed(").skip(1).filter_map(|rest| first_literal(rest.split(')').next()?)))
            .chain(phases)
            .collect(),
        words: literals_after(&sources, &["words.get(", "words.format(", "self.get(", "self.format("])
            .filter(|key| !key.contains('{'))
            .collect(),
    }
}

/// The sources without their tests and comments.
fn all_sources() -> String {
    let mut text = String::new();
    for (_, source) in sources().into_iter().filter(|(file, _)| !file.ends_with("/tests.rs")) {
        let tested = source.split("#[cfg(test)]").next().unwrap_or("");
        text.extend(tested.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]));
    }
    text
}

/// The text literals that stand right after one of these openings.
fn literals_after<'a>(sources: &'a str, openings: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    openings.iter().flat_map(move |opening| sources.split(opening).skip(1)).filter_map(|rest| {
        let inside = rest.trim_start().strip_prefix('"')?;
        Some(inside.split('"').next()?.to_owned())
    })
}

fn first_literal(text: &str) -> Option<String> {
    Some(text.split('"').nth(1)?.to_owned())
}

/// Every `choice!` of the sources: set → names.
fn choices() -> BTreeMap<String, BTreeSet<String>> {
    let sources = all_sources();
    let mut sets = BTreeMap::new();
    for declaration in sources.split("choice! {").skip(1).filter(|rest| rest.trim_start().starts_with("pub enum")) {
        let body = declaration.split('}').next().unwrap_or("");
        let mut literals = body.split('"').skip(1).step_by(2).map(str::to_owned);
        let set = literals.next().expect("the name of the set");
        assert!(sets.insert(set.clone(), literals.collect()).is_none(), "the set {set} is declared twice");
    }
    assert!(sets.len() >= 20, "{} sets", sets.len());
    sets
}
