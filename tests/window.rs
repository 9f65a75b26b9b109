//! The window, driven by scripts as a person would: keys, clicks, drags, search, languages, bad files. Needs Xvfb and an adapter.
#![cfg(feature = "viewer")]

#[path = "support/display.rs"]
mod display;

use aimaq::store::{geopackage, scene};
use aimaq::twin::import::{Unwatched, synthetic};
use aimaq::twin::model::id::FeatureId;
use display::Display;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

fn number(report: &Value, path: &str) -> f64 {
    report.pointer(path).and_then(Value::as_f64).unwrap_or_else(|| panic!("{path} in {report}"))
}

#[test]
fn keys_pointer_and_commands_do_what_they_say() {
    let Some(display) = Display::start() else { return };
    let reports = display.play(
        "neubrandenburg",
        r#"[ Command("bookmark-go", "old-town"), WaitComplete, Report,
            Drag((500, 350), (380, 300)), Wait(0.2), Report,
            PointerMove(500, 350), Wheel(3), Wait(0.2), Report,
            Key("KeyL"), Key("F2"), Key("KeyM"), Click(At(480, 300)), Click(At(560, 300)), Click(At(560, 380)), Wait(0.2), Report,
            Key("Escape"), Command("search", "Marienkirche"), WaitComplete, Report,
            Command("layer", "trees off"), Command("time", "21:30"), Key("F1"), Wait(0.2), Report ]"#,
    );
    let [start, dragged, wheeled, measured, found, last] = &reports[..] else { panic!("six reports, not {}", reports.len()) };
    assert_eq!(start["scene"], "neubrandenburg");
    // Grabbed ground follows the pointer to the left: the place looked at moves east-ish, the distance stays.
    assert_ne!(start.pointer("/view/look_at"), dragged.pointer("/view/look_at"));
    assert!((number(start, "/view/distance") - number(dragged, "/view/distance")).abs() < 1.0);
    let closer = number(wheeled, "/view/distance") / number(dragged, "/view/distance");
    assert!((closer - 0.84_f64.powi(3)).abs() < 0.02, "{closer}");
    assert_eq!(measured["language"], "kk", "F2 goes on from English to Kazakh");
    assert!(number(measured, "/measure/length_m") > 20.0 && number(measured, "/measure/area_m2") > 100.0);
    assert_eq!(found.pointer("/measure/length_m").and_then(Value::as_f64).map(f64::abs), Some(0.0), "one key back ends measuring");
    assert!(found.pointer("/selection/name").and_then(Value::as_str).is_some_and(|name| name.contains("Marienkirche")), "{found}");
    assert_eq!(last.pointer("/layers/trees/visible"), Some(&Value::Bool(false)));
    assert_eq!(last["sheet"], "Help");
    assert!(last["time"].as_str().is_some_and(|time| time.contains("21:30")));
}

#[test]
fn how_true_the_models_are_opens_for_those_that_have_cases() {
    let Some(display) = Display::start() else { return };
    let script = r#"[ WaitComplete, Command("truth", "flood"), Wait(0.2), Report, Command("truth", "population"), Wait(0.2), Report,
        Key("F8"), Wait(0.2), Report ]"#;
    let reports = display.play("neubrandenburg", script);
    let [flood, refused, closed] = &reports[..] else { panic!("three reports, not {}", reports.len()) };
    assert_eq!(flood["sheet"], "Truth");
    assert!(refused["notices"].to_string().contains("truth-model-unknown"), "{refused}");
    assert_eq!(closed["sheet"], Value::Null, "F8 closes what is open");
}

#[test]
fn a_bad_file_leaves_what_was_open() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let broken: PathBuf = folder.path().join("broken.osm.pbf");
    std::fs::write(&broken, b"\0\0\0\x0d\x0a\x09OSMHeader\x18\xff\xff\xff\x7f").expect("a broken file");
    let script = format!(r#"[ WaitComplete, Command("open", {:?}), Wait(1.5), WaitComplete, Report ]"#, slashes(&broken));
    let reports = display.play("neubrandenburg", &script);
    let [report] = &reports[..] else { panic!("one report") };
    assert_eq!(report["scene"], "neubrandenburg");
    assert_eq!(number(report, "/opened"), 1.0);
    assert!(
        report["notices"]
            .as_array()
            .is_some_and(|notices| notices.iter().any(|code| code.as_str().is_some_and(|code| code.starts_with("osm-")))),
        "{report}"
    );
}

#[test]
fn a_file_is_found_by_going_through_folders() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let maps = folder.path().join("maps");
    std::fs::create_dir(&maps).expect("a folder in it");
    let map = Path::new("scenes/neubrandenburg/neubrandenburg-2016.osm.pbf");
    std::fs::copy(map, maps.join("town.osm.pbf")).expect("a map in it");
    let script = format!(
        r#"[ WaitComplete, Command("open-dialog", ""), Wait(0.5), Command("browse", {:?}), Wait(0.5), Command("browse", "maps"), Wait(0.5),
            Command("browse", "town.osm.pbf"), Wait(1.0), WaitComplete, Report ]"#,
        slashes(folder.path())
    );
    let reports = display.play("neubrandenburg", &script);
    let [report] = &reports[..] else { panic!("one report") };
    assert_eq!((report["scene"].as_str(), number(report, "/opened")), (Some("town"), 2.0), "{report}");
}

#[test]
fn what_is_in_view_leaves_as_a_model_and_a_flight_as_a_film() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let [model, film] = ["model.glb", "film.gif"].map(|name| folder.path().join(name));
    let script = format!(
        r#"[ Command("bookmark-go", "old-town"), WaitComplete, Command("model", {:?}), WaitComplete, Report,
            Command("film", {:?}), WaitComplete, Report ]"#,
        slashes(&model),
        format!("{}|old-town", slashes(&film)),
    );
    let reports = display.play("neubrandenburg", &script);
    let said = [0, 1].map(|report| reports[report]["notices"].to_string());
    assert!(said[0].contains("model-saved") && said[1].contains("film-saved"), "{said:?}");
    let model = std::fs::read(model).expect("a model");
    let length = u32::from_le_bytes(model[8..12].try_into().expect("four bytes")) as usize;
    assert_eq!((&model[..4], length), (&b"glTF"[..], model.len()));
    let film = std::fs::read(film).expect("a film");
    assert_eq!((&film[..6], film.last()), (&b"GIF89a"[..], Some(&0x3b)));
}

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[test]
fn two_letters_of_any_alphabet_find_the_same_town() {
    let Some(display) = Display::start() else { return };
    let reports = display.play(
        "kostanay",
        r#"[ WaitComplete, Command("search", "Қостанай"), WaitComplete, Report, Command("search", "Kostanai"), WaitComplete, Report,
            Command("search", "рудный"), WaitComplete, Report,
            Key("Control+KeyF"), Wait(0.3), Type("Аркалык"), Wait(0.3), Key("Enter"), Wait(0.5), WaitComplete, Report,
            Key("Control+KeyF"), Wait(0.3), Type("Рудный"), Wait(0.3), Key("Enter"), Wait(0.5), WaitComplete, Report ]"#,
    );
    let ids: Vec<&Value> = reports.iter().map(|report| &report["selection"]["id"]).collect();
    assert_eq!(ids.len(), 5);
    assert_eq!(ids[0], ids[1]);
    assert_ne!(ids[1], ids[2]);
    assert_eq!(reports[2]["selection"]["layer"], "places");
    assert_ne!(ids[3], ids[2], "typed where Ctrl+F leads");
    assert_eq!(ids[4], ids[2], "and once more");
}

#[test]
fn a_solution_from_the_library_fits_itself_to_the_place() {
    let Some(display) = Display::start() else { return };
    let reports = display.play(
        "kostanay",
        r#"[ WaitComplete, Key("KeyK"), Wait(0.2), Click(Label("library-search")), Type("general school"), Wait(2.0),
            Click(Label("General school")), Wait(0.5), Report,
            Command("look", "(look_at: (63.0, 52.2), distance: 3000)"), Wait(0.5), Report,
            Command("solution", "scool"), Wait(0.2), Report,
            Key("Escape"), Wait(0.2), Report, Key("Escape"), Wait(0.2), Report ]"#,
    );
    assert_eq!((&reports[0]["side"], &reports[0]["solution"]["id"]), (&Value::from("Library"), &Value::from("school")));
    assert_eq!(number(&reports[0], "/solution/settings/places"), 600.0);
    // Between villages the school is as large as the nearest one's pupils need.
    assert!((20.0..300.0).contains(&number(&reports[1], "/solution/settings/places")), "{}", reports[1]["solution"]);
    assert!(reports[2]["notices"].to_string().contains("solution-unknown"), "{}", reports[2]["notices"]);
    assert_eq!((&reports[3]["side"], &reports[3]["solution"]), (&Value::from("Library"), &Value::Null));
    assert_eq!(reports[4]["side"], Value::Null);
}

#[test]
fn what_cannot_be_opened_ends_a_measurement_and_a_script() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let script = folder.path().join("script.ron");
    std::fs::write(&script, "[WaitComplete, Report]").expect("a script");
    for arguments in [["none.gpkg", "--frames", "5"], ["none.gpkg", "--script", &script.to_string_lossy()]] {
        let output = display.view(&arguments, folder.path());
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("none.gpkg"), "{said}");
    }
}

/// Sets the storeys of a building right in the window, and closes it at once.
fn correct_storeys(display: &Display, target: &str, building: &FeatureId, settings: &Path) {
    let script = settings.join("script.ron");
    let steps = format!(
        r#"[WaitComplete, Command("select", "buildings {building}"), Command("correct", "levels|9|passport of the house"), Wait(0.1)]"#
    );
    std::fs::write(&script, steps).expect("a script");
    let output = display.view(&[target, "--script", &script.to_string_lossy()], settings);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_correction_stays_in_the_package() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let package = folder.path().join("town.gpkg");
    let region = synthetic::region(50);
    geopackage::write(&region, &package, &Unwatched).expect("a package");
    correct_storeys(&display, &package.to_string_lossy(), &region.buildings.features[7].id, folder.path());
    let again = geopackage::read(&package, &Unwatched).expect("the same package");
    assert_eq!((again.buildings.features[7].levels.value, again.corrections.len()), (9, 1));
}

#[test]
fn a_correction_of_a_scene_stays_beside_the_settings() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let town = scene::open("neubrandenburg", &Unwatched).expect("embedded");
    correct_storeys(&display, "neubrandenburg", &town.region.buildings.features[7].id, folder.path());
    let output = Command::new(env!("CARGO_BIN_EXE_aimaq"))
        .args(["info", "neubrandenburg", "--json"])
        .env("AIMAQ_CONFIG_DIR", folder.path())
        .output()
        .expect("the program starts");
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(report.contains("corrections-kept"), "{report}");
}
