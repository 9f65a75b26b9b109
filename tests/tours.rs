//! Tours as files: found where a scene keeps them, checked against what the scene has, kept as they were written.

use aimaq::store::design::{DesignKind, check, find, kind_of};
use aimaq::store::tours::{self, Around, load, missing, parse, to_text};
use aimaq::twin::model::names::Language;
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::simulate::flood::assumed::{HELD, RISE};
use aimaq::twin::text;
use aimaq::twin::tour::Tour;
use std::path::{Path, PathBuf};

const START: &str = include_str!("../assets/starts/tour.ron");

fn start() -> Tour {
    parse("tour", START).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// A scene's folder with a bookmark, a scenario, and a tour of that text.
fn scene(tour: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, text).expect("written");
        path
    };
    let words = "(kk: \"а\", ru: \"б\", en: \"c\")";
    let bookmark = format!("(id: \"square\", name: {words}, view: (look_at: (63.6, 53.2), distance: 900))");
    let head = format!("version: 1, id: \"town\", name: {words}, timezone: \"UTC\", sources: []");
    write("scene.ron", &format!("({head}, data: Package(\"town.gpkg\"), bookmarks: [{bookmark}])"));
    let scenario = include_str!("../assets/starts/scenario.ron").replace("id: \"scenario\"", "id: \"quarter\"");
    write("scenarios/quarter.ron", &scenario);
    let path = write("tours/tour.ron", tour);
    (folder, path)
}

fn codes(path: &Path) -> Vec<&'static str> {
    check(&[path.to_path_buf()]).iter().map(|complaint| complaint.diagnostic.code).collect()
}

#[test]
fn the_file_to_start_from_is_right_and_plays() {
    let (folder, path) = scene(START);
    assert_eq!(codes(&path), Vec::<&str>::new());
    assert_eq!(check(&find(&[folder.path().to_path_buf()]).expect("readable")), []);
    let around = Around { scenarios: Some(&[]), bookmarks: Some(&[]), region: None };
    assert_eq!(missing(&start(), START, around), []);
}

#[test]
fn a_tour_is_known_by_its_folder_or_by_its_stops() {
    let value = text::parse::parse(START).0;
    assert_eq!(kind_of(Path::new("somewhere/tours/a.ron"), None), DesignKind::Tour);
    assert_eq!(kind_of(Path::new("somewhere/a.ron"), value.as_ref()), DesignKind::Tour);
}

#[test]
fn what_a_scene_has_may_be_named_and_nothing_else() {
    let named = |bookmark: &str, scenario: &str| {
        START
            .replace(
                "camera: View(look_at: (63.6246, 53.2144), distance: 1500, heading: 320, tilt: 35)",
                &format!("camera: Bookmark(\"{bookmark}\")"),
            )
            .replace("// scenario: \"another-scenario\"", &format!("scenario: \"{scenario}\""))
    };
    assert_eq!(codes(&scene(&named("square", "quarter")).1), Vec::<&str>::new());
    let (_folder, path) = scene(&named("sqare", "quartier"));
    assert_eq!(codes(&path), ["tour-bookmark-unknown", "scenario-unknown"]);
    let complaints = check(std::slice::from_ref(&path));
    let meant: Vec<_> = complaints.iter().map(|complaint| complaint.diagnostic.text("suggestion")).collect();
    assert_eq!(meant, [Some("square"), Some("quarter")]);
    assert!(complaints[1].excerpt.contains("quartier") && complaints[1].place.is_some(), "{complaints:?}");
    // It is played nevertheless.
    let loaded = load("town", path.parent().and_then(Path::parent));
    assert!(loaded.complaints.is_empty() && loaded.tours.contains_key("tour"), "{loaded:?}");
    // Of a file that belongs to no scene nobody knows.
    let folder = tempfile::tempdir().expect("a folder");
    let alone = folder.path().join("tour.ron");
    std::fs::write(&alone, named("sqare", "quartier")).expect("written");
    assert_eq!(codes(&alone), Vec::<&str>::new());
}

#[test]
fn what_cannot_be_played_is_left_out_and_told_of() {
    for (from, to, code) in [
        ("id: \"tour\"", "id: \"other\"", "template-id-differs"),
        ("id: \"traffic\"", "id: \"where\"", "stop-id-repeated"),
        ("at: \"2026-06-21 10:00\"", "at: \"at noon\"", "tour-time-odd"),
        ("overlay: \"delay\"", "overlay: \"delay\", flight: 90", "tour-number-outside"),
        ("overlay: \"delay\"", "overlay: \"flood-depth\", flood_hour: -1", "tour-number-outside"),
        ("overlay: \"delay\"", "overlay: \"flood-depth\", flood_hour: 1000", "tour-number-outside"),
        ("overlay: \"delay\"", "overlay: \"delay\", flood_hour: 6", "tour-flood-hour-alone"),
        ("stops: [", "stop: [", "text-field-unknown"),
        ("kk: \"Бұл қай жер\"", "kk: \"\"", "text-translation-empty"),
    ] {
        assert!(START.contains(from), "{from}");
        let (_folder, path) = scene(&START.replacen(from, to, 1));
        assert_eq!(codes(&path), [code], "{to}");
        let loaded = load("town", path.parent().and_then(Path::parent));
        assert!(loaded.tours.is_empty() && loaded.complaints.len() == 1, "{to}: {loaded:?}");
    }
}

#[test]
fn what_is_changed_leaves_the_rest_as_it_was_written() {
    let mut tour = start();
    assert_eq!(to_text(&tour, START), START);
    tour.stops[1].divider = 0.25;
    tour.stops.swap(0, 1);
    let text = to_text(&tour, START);
    assert_eq!(parse("tour", &text).as_ref(), Ok(&tour));
    for comment in ["// Only the presenter reads this.", "// scenario: \"another-scenario\",", "// As the file is called."] {
        assert!(text.contains(comment), "{comment} is gone:\n{text}");
    }
}

#[test]
fn an_hour_of_the_flood_is_written_back_where_it_stands() {
    let text = START.replacen("overlay: \"delay\"", "overlay: \"flood-depth\",\n            flood_hour: 30.0", 1);
    let mut tour = parse("tour", &text).unwrap_or_else(|faults| panic!("{faults:?}"));
    assert_eq!(tour.stops.iter().map(|stop| stop.flood_hour).collect::<Vec<_>>(), [None, Some(30.0)]);
    assert_eq!(to_text(&tour, &text), text);
    tour.stops[1].flood_hour = Some(7.5);
    assert_eq!(to_text(&tour, &text), text.replace("flood_hour: 30.0", "flood_hour: 7.5"));
    // The highest water needs no field, and a stop that had none gets one.
    tour.stops[1].flood_hour = None;
    let highest = to_text(&tour, &text);
    assert!(!highest.contains("flood_hour") && highest.contains("// scenario: \"another-scenario\","), "{highest}");
    assert_eq!(parse("tour", &highest).as_ref(), Ok(&tour));
    tour.stops[1].flood_hour = Some(12.0);
    let again = to_text(&tour, &highest);
    assert!(again.contains("flood_hour: 12"), "{again}");
    assert_eq!(parse("tour", &again), Ok(tour));
}

#[test]
fn a_carried_tour_shows_the_water_rising() {
    let scene = load("kostanay", None);
    let stops = &scene.tours["tobol-levee"].tour.stops;
    let hours: Vec<f64> = stops.iter().filter_map(|stop| stop.flood_hour).collect();
    assert!(hours.len() > 2 && hours.is_sorted_by(|a, b| a < b), "{hours:?}");
    // Within what the model is assumed to run.
    let last = Assumptions::default().get(&RISE) + Assumptions::default().get(&HELD);
    assert!(hours.iter().all(|hour| (0.0..=last).contains(hour)), "{hours:?} of {last}");
}

#[test]
fn a_tour_is_saved_and_taken_away_with_its_last_versions_kept() {
    let (_folder, path) = scene(START);
    let mut tour = start();
    tour.summary.en = "Another one.".into();
    let text = tours::save(&tour, START, &path).expect("saved");
    assert_eq!(std::fs::read_to_string(&path).expect("there"), text);
    std::fs::write(&path, START).expect("written by another hand");
    tour.summary.en = "A third one.".into();
    assert_eq!(tours::save(&tour, &text, &path).expect_err("kept").code, "file-changed-outside");
    tours::remove(&path).expect("taken away");
    assert!(!path.exists() && !tours::earlier(&path).is_empty());
}

#[test]
fn the_words_of_a_stop_are_said_with_its_figures() {
    let values = |scenario: &str, metric: &str| (scenario.is_empty() && metric == "residents").then_some(210_000.0);
    for (language, expected) in [
        (Language::Kazakh, "Мұнда 210\u{a0}000\u{a0}адам тұрады."),
        (Language::Russian, "Здесь живут 210\u{a0}000\u{a0}человек."),
        (Language::English, "210,000\u{a0}people live here."),
    ] {
        let words = aimaq::i18n::Words::new(language);
        assert_eq!(words.stop_text(&start().stops[0].text, "", &values), expected);
    }
}
