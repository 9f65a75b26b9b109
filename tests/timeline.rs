//! The timeline and the roadmap in the window: what is seen in which month, and what is saved. Needs Xvfb and an adapter.
#![cfg(feature = "viewer")]

#[path = "support/display.rs"]
mod display;

use display::Display;
use serde_json::Value;

fn statuses(report: &Value) -> Vec<&str> {
    let solutions = report.pointer("/scenario/solutions").and_then(Value::as_array).expect("solutions");
    solutions.iter().filter_map(|solution| solution["status"].as_str()).collect()
}

/// Triangles of walls and roofs in view.
fn standing(report: &Value) -> u64 {
    ["facade", "roof"].iter().filter_map(|kind| report["triangles"][*kind].as_u64()).sum()
}

#[test]
fn what_is_proposed_is_seen_as_far_as_it_has_come() {
    let Some(display) = Display::start() else { return };
    let reports = display.play(
        "kostanay",
        r#"[ WaitComplete, Command("scenario", "kunai-2-with-services"),
            Command("look", "(look_at: (63.578, 53.173), distance: 2500)"), WaitComplete, Report,
            Key("KeyI"), Command("year", "2024"), WaitComplete, Report,
            Command("year", "2025-06"), WaitComplete, Report,
            Command("year", "2026"), WaitComplete, Report,
            Command("choose", "1"), Command("schedule-from", "2030-01"), WaitComplete, Report,
            Command("undo", ""), WaitComplete, Report,
            Command("year", "2026-13"), Wait(0.2), Report,
            Command("play", ""), Wait(0.5), Report,
            Key("KeyI"), WaitComplete, Report ]"#,
    );
    let [built, planned, prepared, works, later, undone, odd, playing, closed] = &reports[..] else {
        panic!("nine reports, not {}", reports.len())
    };
    assert_eq!((statuses(built), &built["month"]), (vec!["built"; 4], &Value::Null));
    assert_eq!((statuses(planned), planned["month"].as_str()), (vec!["planned"; 4], Some("2024-12")));
    assert_eq!(statuses(prepared), vec!["preparation"; 4]);
    let under_way = vec!["construction", "construction", "built", "construction"];
    assert_eq!((statuses(works), works["month"].as_str()), (under_way, Some("2026-12")), "a kindergarten is built sooner than the rest");
    assert!(standing(planned) < standing(built), "nothing stands before it is begun");
    assert_eq!(standing(prepared), standing(planned), "what is only being designed takes up no room");
    assert!(standing(works) > standing(planned), "works are seen");
    assert_eq!(statuses(later)[0], "planned");
    assert_eq!(statuses(undone), statuses(works));
    assert!(odd["notices"].to_string().contains("not-a-month") && odd["month"] == works["month"], "{odd}");
    assert_eq!(playing["playing"], true);
    assert_eq!((statuses(closed), &closed["playing"]), (vec!["built"; 4], &Value::Bool(false)));
}

/// What a report has of a metric in a year.
fn by_year(report: &Value, year: u64) -> f64 {
    let values = report["by_year"]["values"].as_array().expect("values");
    let pair = values.iter().find(|pair| pair[0].as_u64() == Some(year)).unwrap_or_else(|| panic!("{year} in {values:?}"));
    pair[1].as_f64().expect("a value")
}

#[test]
fn a_metric_is_shown_year_by_year_and_out_of_date_after_an_edit() {
    let Some(display) = Display::start() else { return };
    let reports = display.play(
        "kostanay",
        r#"[ WaitComplete, Command("scenario", "kunai-2-with-services"), WaitComplete, Key("KeyI"), Wait(0.3),
            Command("year-metric", "school-load"), Report, WaitComplete, Report,
            Command("choose", "2"), Command("schedule-builds", "2032-01"), Report, WaitComplete, Report,
            Command("year-metric", "school-lode"), Wait(0.2), Report,
            Command("year-metric", ""), Wait(0.2), Report ]"#,
    );
    let [begun, known, edited, anew, odd, closed] = &reports[..] else { panic!("six reports, not {}", reports.len()) };
    assert_eq!((&begun["by_year"]["working"], &begun["by_year"]["values"]), (&Value::Bool(true), &Value::Null));
    assert_eq!((&known["by_year"]["working"], &known["by_year"]["out_of_date"]), (&Value::Bool(false), &Value::Bool(false)));
    assert_eq!(Some(by_year(known, 2025)), known["by_year"]["base"].as_f64(), "nothing is at work yet");
    // The school comes in 2027, the people of the quarter in 2030.
    assert!(by_year(known, 2027) < by_year(known, 2026) && by_year(known, 2028) == by_year(known, 2027));
    assert!(by_year(known, 2030) > by_year(known, 2029));
    assert_eq!((&edited["by_year"]["working"], &edited["by_year"]["out_of_date"]), (&Value::Bool(true), &Value::Bool(true)));
    assert_eq!(by_year(edited, 2027), by_year(known, 2027), "what was known stays in view");
    assert_eq!((&anew["by_year"]["working"], &anew["by_year"]["out_of_date"]), (&Value::Bool(false), &Value::Bool(false)));
    assert!(by_year(anew, 2027) > by_year(known, 2027), "the school comes later now");
    assert_eq!(by_year(anew, 2034), by_year(known, 2031), "in the end the same stands");
    assert!(odd["notices"].to_string().contains("metric-unknown") && odd["by_year"]["metric"] == "school-load", "{odd}");
    assert_eq!(closed["by_year"], Value::Null);
}

#[test]
fn a_changed_deadline_is_spliced_into_the_roadmap() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let script = folder.path().join("script.ron");
    let steps = r#"[ WaitComplete, Key("KeyF"), Wait(0.5), Report, Command("roadmap-set", "it-hubs deadline 2030-06"), Wait(1.0),
        Command("roadmap-set", "it-hub level operational"), Wait(0.2), Report ]"#;
    std::fs::write(&script, steps).expect("a script");
    let output = display.view(&["kostanay", "--script", &script.to_string_lossy()], folder.path());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let reports: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("a report is JSON")).collect();
    assert_eq!(reports[0]["sheet"], "Roadmap");
    assert!(reports[1]["notices"].to_string().contains("project-unknown"), "{}", reports[1]["notices"]);
    let carried = std::fs::read_to_string("scenes/kostanay/roadmap.ron").expect("the carried one");
    let saved = std::fs::read_to_string(folder.path().join("data/scenes/kostanay/roadmap.ron")).expect("a file");
    assert_eq!(saved, carried.replace("2029-12", "2030-06"));
}
