//! Files that designers write: the program's own are right, and whatever breaks one is told where it is and what is meant.

use aimaq::i18n::Words;
use aimaq::store::complaint::Complaint;
use aimaq::store::design::{DesignKind, check, embedded_catalog, find, kind_of};
use aimaq::store::library::read_template;
use aimaq::store::{embedded, tours};
use aimaq::twin::catalog::fit::Fit;
use aimaq::twin::catalog::norm::Norms;
use aimaq::twin::catalog::template::{Basis, Direction, Sphere, Template};
use aimaq::twin::catalog::territory::Territory;
use aimaq::twin::diagnostic::{Arg, Diagnostic};
use aimaq::twin::model::choice::Choice;
use aimaq::twin::model::names::Language;
use aimaq::twin::text;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn norm_ids() -> Vec<String> {
    let norms = embedded::norm_texts().filter_map(|text| text::read::<Norms>(text).0);
    norms.flat_map(|norms| norms.norms.into_iter().map(|norm| norm.id.value)).collect()
}

fn templates() -> Vec<(&'static str, &'static str, Template)> {
    let norms = norm_ids();
    let norms: Vec<&str> = norms.iter().map(String::as_str).collect();
    let read = |(stem, text)| (stem, text, read_template(text, stem, &norms).0.unwrap_or_else(|| panic!("{stem} has faults: aimaq check")));
    let mut templates: Vec<_> = embedded::template_texts().map(read).collect();
    templates.sort_by_key(|(stem, ..)| *stem);
    templates
}

fn told(diagnostic: &Diagnostic, name: &str) -> Option<String> {
    diagnostic.args.iter().find_map(|(known, value)| match value {
        Arg::Text(text) if *known == name => Some(text.clone()),
        _ => None,
    })
}

#[test]
fn the_carried_files_are_right() {
    let root = Path::new(".");
    let files = find(&["assets", "scenes"].map(|folder| root.join(folder))).expect("readable");
    assert!(files.iter().any(|file| file.ends_with("scenes/kostanay/scene.ron")), "{files:?}");
    assert_eq!(check(&files), []);
}

#[test]
fn the_library_serves_every_direction_and_sphere_twice() {
    let templates = templates();
    assert!(templates.len() >= 34, "{} templates", templates.len());
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, _, template) in &templates {
        *found.entry(template.sphere.name()).or_default() += 1;
        if let Some(direction) = template.direction {
            *found.entry(direction.name()).or_default() += 1;
        }
    }
    for name in Direction::ALL.iter().map(|direction| direction.name()).chain(Sphere::ALL.iter().map(|sphere| sphere.name())) {
        assert!(found.get(name).copied().unwrap_or(0) >= 2, "{name}: {found:?}");
    }
}

#[test]
fn a_school_says_in_three_languages_why_it_is_small() {
    let catalog = embedded_catalog();
    let school = catalog.template("school").expect("the school");
    let [village, _] = Territory::samples();
    let fit = Fit::new(school, &village, &BTreeMap::new()).expect("values");
    let why = |language| Words::new(language).reason(&fit, 0);
    assert_eq!(why(Language::English), "600 → 120\u{a0}places: village of 880 people, 136 pupils per 1,000");
    assert_eq!(why(Language::Russian), "600 → 120\u{a0}мест: жителей в селе — 880, учеников на 1000 — 136");
    assert_eq!(why(Language::Kazakh), "600 → 120\u{a0}орын: ауылда 880 адам тұрады, 1000 адамға 136 оқушы");
    let words = Words::new(Language::English);
    assert_eq!(words.money(fit.capital().expect("a sum")), "996\u{a0}M\u{a0}₸");
    let norm = words.norm(catalog.norm("school-distance").expect("the norm"));
    assert_eq!(norm, "Walk to school: at most 500\u{a0}m (docs.cntd.ru 906507363; analogue, unverified)");
}

#[test]
fn what_is_not_known_of_a_territory_sets_nothing() {
    let catalog = embedded_catalog();
    let nowhere = Territory::default();
    for template in &catalog.templates {
        let fit = Fit::new(template, &nowhere, &BTreeMap::new()).expect("no rule fails for want of facts");
        for (index, (parameter, setting)) in template.parameters.iter().zip(&fit.settings).enumerate() {
            let told = Words::new(Language::English).reason(&fit, index);
            assert!((parameter.least..=parameter.most).contains(&setting.value) && !told.contains('—'), "{}: {told}", *template.id);
        }
    }
}

/// A way to break a template: what is replaced, by what, the code that tells of it, where that is, and the name that is meant.
type Breakage = (&'static str, &'static str, &'static str, At, Option<&'static str>);

/// Where a fault is told of.
#[derive(Clone, Copy)]
enum At {
    /// So many characters after the beginning of what is replaced.
    Here(usize),
    /// In that column of the next line.
    Below(usize),
}

const BREAKAGES: [Breakage; 9] = [
    ("summary:", "sumary:", "text-field-unknown", At::Here(0), Some("summary")),
    ("phases:", "phase:", "text-field-unknown", At::Here(0), Some("phases")),
    ("kind: ", "kind: quite_another_", "text-name-unknown", At::Here(6), None),
    ("sphere: ", "sphere: \"", "text-unclosed", At::Here(8), None),
    ("version: 1,", "version: one,", "text-value-wanted", At::Here(9), None),
    ("version: 1,", "version: 1", "text-sign-missing", At::Below(5), None),
    ("version: 1,", "version: 2,", "text-version-unknown", At::Here(9), None),
    ("stage: design", "stage: desing", "text-name-unknown", At::Here(7), Some("design")),
    // The formula ends after its quotation mark and four characters.
    ("amount: ", "amount: \"1 + \", amount: ", "formula-ends", At::Here(13), None),
];

#[test]
fn every_template_broken_in_many_ways_is_told_where() {
    let norms = norm_ids();
    let norms: Vec<&str> = norms.iter().map(String::as_str).collect();
    for (stem, text, _) in templates() {
        for (from, to, code, expected, meant) in BREAKAGES {
            let at = text.find(from).unwrap_or_else(|| panic!("{stem} has no {from}"));
            let broken = text.replacen(from, to, 1);
            let (template, faults) = read_template(&broken, stem, &norms);
            assert!(template.is_none(), "{stem}: {to} passes");
            let fault = faults.iter().find(|fault| fault.diagnostic.code == code);
            let fault = fault.unwrap_or_else(|| panic!("{stem}: {to}: {faults:?}"));
            let line = text[..at].matches('\n').count() + 1;
            let column = text[text[..at].rfind('\n').map_or(0, |newline| newline + 1)..at].chars().count() + 1;
            let wanted = match expected {
                At::Here(further) => (line, column + further),
                At::Below(column) => (line + 1, column),
            };
            let place = fault.place(&broken);
            assert_eq!((place.line, place.column), wanted, "{stem}: {to}: {fault:?}");
            assert_eq!(told(&fault.diagnostic, "suggestion").as_deref(), meant, "{stem}: {to}");
        }
    }
}

#[test]
fn a_source_is_claimed_only_for_what_it_holds() {
    let catalog = embedded_catalog();
    let words = Words::new(Language::English);
    let bases = |id: &str| words.cost_bases(&catalog.template(id).expect("the template").cost);
    assert_eq!(bases("school"), ["Once — Source: today-kz.com", "Every year — Estimate: 600,000 tenge a pupil a year, own estimate"]);
    assert!(bases("mobile-mast")[0].starts_with("Once — Estimate: a 4G mast in Karasu district cost 27 M tenge"));
    let sourced = |basis: &Basis| matches!(basis, Basis::Source(_));
    let costs = catalog.templates.iter().map(|template| (template.id.as_str(), &template.cost));
    let claimed: Vec<&str> = costs.clone().filter(|(_, cost)| sourced(&cost.capital.basis)).map(|(id, _)| id).collect();
    assert_eq!(claimed, ["kindergarten", "school"], "the places' prices are published, nothing else is");
    assert!(costs.clone().all(|(_, cost)| cost.yearly.as_ref().is_some_and(|sum| !sourced(&sum.basis))));
    let flows = |id: &str| words.flow_bases(&catalog.template(id).expect("the template").needs);
    assert_eq!(flows("school"), ["Estimate: planning ratio"]);
    assert_eq!(flows("ambulance-post").len(), 2);
    assert_eq!(flows("ambulance-post")[1], "Staff — Estimate: three people in a crew, round the clock in four shifts");
}

#[test]
fn a_value_that_stands_for_something_is_called_by_it() {
    let catalog = embedded_catalog();
    let [village, city] = Territory::samples();
    let mast = catalog.template("mobile-mast").expect("the mast");
    let generation = mast.parameters.iter().position(|parameter| *parameter.id == "generation").expect("a generation");
    let told = |territory| Words::new(Language::English).reason(&Fit::new(mast, territory, &BTreeMap::new()).expect("values"), generation);
    assert_eq!(told(&village), "4G: the usual value");
    assert_eq!(told(&city), "4G → 5G: 3,400 people live on a km²: 4G would be too narrow");
}

#[test]
fn longer_intervals_save_and_no_template_costs_less_than_nothing() {
    let catalog = embedded_catalog();
    let [_, city] = Territory::samples();
    let intervals = catalog.template("bus-intervals").expect("the template");
    let yearly = |minutes: f64| {
        let by_hand = BTreeMap::from([("interval".to_owned(), minutes)]);
        Fit::new(intervals, &city, &by_hand).expect("values").yearly().expect("a sum")
    };
    assert!(yearly(30.0) < 0.0 && yearly(15.0) == 0.0 && yearly(10.0) > 0.0);
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let templates = folder.path().join("templates");
    std::fs::create_dir(&templates).expect("a folder");
    let write = |name: &str, content: &[u8]| -> PathBuf {
        let path = templates.join(name);
        std::fs::write(&path, content).expect("written");
        path
    };
    let codes = |path: PathBuf| -> Vec<&'static str> { check(&[path]).iter().map(|complaint| complaint.diagnostic.code).collect() };
    assert_eq!(codes(write("huge.ron", &vec![b' '; 4_000_001])), ["text-too-long"]);
    assert_eq!(codes(write("bytes.ron", b"(\xff\xfe)")), ["text-not-utf8"]);
    assert_eq!(codes(write("empty.ron", b"")), ["text-empty"]);
    assert_eq!(codes(write("deep.ron", &[b'('; 10_000])), ["text-deep"]);
    assert_eq!(codes(templates.join("none.ron")), ["file-missing"]);
    assert!(find(&[folder.path().join("nowhere")]).is_err());
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.path(), templates.join("circle")).expect("done");
        assert_eq!(find(&[folder.path().to_path_buf()]).map(|files| files.len()), Ok(4), "a link to a folder is not followed");
    }
}

#[test]
fn a_template_may_name_norms_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |folder_name: &str, name: &str| folder.path().join(folder_name).join(name);
    for name in ["templates", "norms"] {
        std::fs::create_dir(folder.path().join(name)).expect("a folder");
    }
    let school = embedded::template_texts().find(|(stem, _)| *stem == "school").expect("the school").1;
    let norms = embedded::norm_texts().next().expect("norms");
    std::fs::write(path("templates", "school.ron"), school.replace("\"school-site\"", "\"own-norm\"")).expect("done");
    let complaints = |files: &[PathBuf]| -> Vec<Complaint> { check(files) };
    let alone = complaints(&[path("templates", "school.ron")]);
    assert_eq!(alone.iter().map(|complaint| complaint.diagnostic.code).collect::<Vec<_>>(), ["norm-unknown"]);
    assert!(alone[0].excerpt.contains("own-norm"));
    std::fs::write(path("norms", "own.ron"), norms.replace("\"school-site\"", "\"own-norm\"")).expect("done");
    assert_eq!(complaints(&find(&[folder.path().to_path_buf()]).expect("readable")), []);
    // Recognised by what it holds, wherever it lies.
    std::fs::write(folder.path().join("mine.ron"), school.replace("version: 1", "version: 9")).expect("done");
    assert_eq!(kind_of(&folder.path().join("mine.ron"), text::parse::parse(school).0.as_ref()), DesignKind::Template);
    assert!(!complaints(&[folder.path().join("mine.ron")]).is_empty());
}

/// What is cut out of a text, where, and what is put there instead.
type Cut = (usize, usize, String);

fn any_cuts() -> impl Strategy<Value = Vec<Cut>> {
    prop::collection::vec((0usize..100_000, 0usize..12, "[-()\\[\\]{},:\"a-z0-9 */\\\\#ә]{0,6}"), 1..4)
}

fn mutated(text: &str, cuts: Vec<Cut>) -> String {
    let mut text = text.to_owned();
    for (at, length, with) in cuts {
        let inside = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let start = inside(at % (text.len() + 1));
        let end = inside(start + length).max(start);
        text.replace_range(start..end, &with);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]
    #[test]
    fn no_mutation_of_a_template_panics(which in 0usize..1_000, cuts in any_cuts()) {
        let texts: Vec<&str> = embedded::template_texts().map(|(_, text)| text).collect();
        let text = mutated(texts[which % texts.len()], cuts);
        let (template, faults) = read_template(&text, "school", &[]);
        prop_assert!(template.is_some() || !faults.is_empty(), "neither a template nor a fault");
        for fault in &faults {
            let place = fault.place(&text);
            prop_assert!(place.line <= text.lines().count() + 1 && place.column >= 1);
            let _ = fault.excerpt(&text);
        }
    }

    #[test]
    fn no_mutation_of_a_tour_panics(cuts in any_cuts()) {
        let text = mutated(include_str!("../assets/starts/tour.ron"), cuts);
        let around = tours::Around { scenarios: Some(&["plan"]), bookmarks: Some(&["city"]), region: None };
        match tours::parse("tour", &text) {
            Ok(tour) => {
                for notice in tours::missing(&tour, &text, around) {
                    prop_assert!(notice.stop < tour.stops.len() && notice.fault.span.end <= text.len());
                    let _ = notice.fault.excerpt(&text);
                }
                let written = tours::to_text(&tour, &text);
                prop_assert_eq!(tours::parse("tour", &written), Ok(tour), "what was saved is read again");
            }
            Err(faults) => {
                prop_assert!(!faults.is_empty(), "neither a tour nor a fault");
            }
        }
    }
}
