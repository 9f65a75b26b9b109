//! What happens, in the window: outcomes on the map, views beside one another, figures after an edit, advice, files of the comparison.
#![cfg(feature = "viewer")]

#[path = "support/display.rs"]
mod display;

use display::Display;
use serde_json::Value;
use std::path::Path;

fn at<'a>(report: &'a Value, path: &str) -> &'a Value {
    report.pointer(path).unwrap_or(&Value::Null)
}

/// A path as a script's text takes it.
fn text(path: &Path) -> String {
    format!("{:?}", path.to_string_lossy().replace('\\', "/"))
}

#[test]
fn outcomes_views_and_figures_follow_what_is_done() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let files = ["swipe.png", "beside.png", "table.csv", "table.json"].map(|name| folder.path().join(name));
    let [swipe, beside, csv, json] = files.each_ref().map(|path| text(path));
    let script = format!(
        r#"[ WaitComplete, Command("scenario-new", "Schools"), Command("solution", "school"), Command("place", ""),
            Command("place-at", "13.2600 53.5560"), Command("place", ""), Command("overlay", "reach-school"), Wait(6.0), WaitComplete, Report,
            Command("difference", ""), Wait(1.0), WaitComplete, Report, Command("difference", ""),
            Command("swipe", ""), Command("divider", "0.3"), Wait(1.0), WaitComplete, Shot({swipe}), Report,
            Command("beside", "-,-"), Wait(1.0), WaitComplete, Shot({beside}), Report, Command("beside", "-,-"),
            Command("assume", "walk-school=900"), Wait(5.0), Report, Command("assume", "walk-school=1e9"), Command("swipe", "nosuch"),
            Command("compare", ""), Wait(8.0), Command("export-comparison", {csv}), Command("export-comparison", {json}),
            Command("export-comparison", "xls"), Wait(0.5), Report ]"#
    );
    let reports = display.play("neubrandenburg", &script);
    let [shown, difference, swiped, side, assumed, compared] = &reports[..] else { panic!("{} reports", reports.len()) };
    assert_eq!((at(shown, "/outcome"), at(shown, "/views"), at(shown, "/figures/missing")), (&"reach-school".into(), &1.into(), &0.into()));
    assert!(at(shown, "/figures/took_ms").as_f64().is_some_and(|ms| ms > 0.0), "{shown}");
    assert_eq!((at(difference, "/difference"), at(swiped, "/views"), at(side, "/views")), (&true.into(), &2.into(), &3.into()));
    assert_eq!(at(assumed, "/figures/missing"), &0, "everything is measured anew");
    for code in ["assumption-out-of-bounds", "scenario-unknown", "export-form-unknown"] {
        assert!(at(compared, "/notices").as_array().is_some_and(|said| said.iter().any(|said| said == code)), "{code}: {compared}");
    }
    // Views share the window: what is proposed stands left of the divider alone.
    for path in &files[..2] {
        let picture = image::open(path).expect("a picture").to_rgb8();
        let (wide, high) = picture.dimensions();
        let sky = picture.get_pixel(0, 0);
        for x in [wide / 10, wide / 2, wide * 9 / 10] {
            let column = (0..high).filter(|y| picture.get_pixel(x, *y) != sky).count();
            assert!(column > high as usize / 2, "{}: nothing is drawn at {x}", path.display());
        }
    }
    let table = std::fs::read_to_string(&files[2]).expect("a table");
    assert!(table.lines().count() > 30 && table.contains("reach-school"), "{table}");
    let table: Value = serde_json::from_str(&std::fs::read_to_string(&files[3]).expect("a table")).expect("JSON");
    assert_eq!(at(&table, "/scenarios/1/id"), "scenario-1");
    assert!(at(&table, "/scenarios/1/shifts").as_array().is_some_and(|shifts| !shifts.is_empty()), "{table}");
}

#[test]
fn advice_becomes_a_scenario_that_can_be_taken_back() {
    let Some(display) = Display::start() else { return };
    let script = r#"[ WaitComplete, Command("advice", ""), Wait(8.0), Report, Command("advice-mend", "1"), Wait(8.0), WaitComplete, Report,
        Command("scenario-remove", ""), Wait(0.5), Report ]"#;
    let reports = display.play("neubrandenburg", script);
    let [listed, made, removed] = &reports[..] else { panic!("{} reports", reports.len()) };
    assert!(at(listed, "/short").as_u64().is_some_and(|count| count > 0), "{listed}");
    assert!(at(made, "/scenario/solutions").as_array().is_some_and(|stands| !stands.is_empty()), "{made}");
    assert_eq!(at(removed, "/scenario"), &Value::Null);
}

#[test]
fn reach_follows_means_hour_and_scenario() {
    let Some(display) = Display::start() else { return };
    let script = r#"[ WaitComplete, Command("reach", "63.6846 53.2081"), Command("reach-within", "30"), Wait(12.0), Report,
        Command("time", "08:10"), Command("reach-by", "transit"), Wait(2.0), Report, Command("time", "03:10"), Wait(1.0), Report,
        Command("reach-by", "car"), Command("reach-within", "15"), Wait(1.0), Report, Command("scenario", "bridge-closed"), Wait(8.0), Report,
        Command("reach-by", "sledge"), Command("reach-within", "soon"), Command("reach", ""), Wait(0.5), Report ]"#;
    let reports = display.play("kostanay", script);
    let [foot, morning, night, car, closed, gone] = &reports[..] else { panic!("{} reports", reports.len()) };
    let people = |report: &Value, means: &str, minutes: f64| {
        assert_eq!((at(report, "/reach/means"), at(report, "/reach/minutes")), (&means.into(), &minutes.into()), "{report}");
        at(report, "/reach/people").as_f64().expect("people")
    };
    let on_foot = people(foot, "foot", 30.0);
    assert!(on_foot > 0.0 && people(morning, "transit", 30.0) > on_foot, "lines take one farther than feet");
    assert_eq!(people(night, "transit", 30.0), on_foot, "nothing runs at night");
    // The place lies on one bank of the river, the city on the other.
    assert!(people(closed, "car", 15.0) < 0.95 * people(car, "car", 15.0), "a closed bridge cuts people off");
    for code in ["reach-means-unknown", "reach-minutes-odd"] {
        assert!(at(gone, "/notices").as_array().is_some_and(|said| said.iter().any(|said| said == code)), "{code}: {gone}");
    }
    assert_eq!(at(gone, "/reach"), &Value::Null);
}
