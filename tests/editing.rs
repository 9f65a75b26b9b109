//! Editing in the window, as people do it: placing, changing, taking back, saving, two windows, files changed outside, a crash.
#![cfg(feature = "viewer")]

#[path = "support/display.rs"]
mod display;

use aimaq::store::library;
use aimaq::store::scenarios::parse;
use aimaq::twin::catalog::Catalog;
use aimaq::twin::scenario::Scenario;
use display::Display;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// A street corner of the town, and one beside it.
const HERE: &str = "13.2600 53.5560";
const THERE: &str = "13.2620 53.5570";

fn at<'a>(report: &'a Value, path: &str) -> &'a Value {
    report.pointer(path).unwrap_or(&Value::Null)
}

fn count(report: &Value) -> usize {
    at(report, "/scenario/solutions").as_array().map_or(0, Vec::len)
}

fn file(settings: &Path) -> PathBuf {
    settings.join("data/scenes/neubrandenburg/scenarios/scenario-1.ron")
}

/// What the file of the first scenario holds; it must be whole.
fn saved(settings: &Path) -> Option<Scenario> {
    let text = std::fs::read_to_string(file(settings)).ok()?;
    let catalog = library::load(&[], &Catalog::default()).0;
    let ids: Vec<&str> = catalog.templates.iter().map(|template| template.id.as_str()).collect();
    Some(parse("scenario-1", &text, &ids).unwrap_or_else(|faults| panic!("{faults:?} in\n{text}")))
}

/// Starts a script in a window that goes on by itself.
fn start(display: &Display, settings: &Path, script: &str) -> Child {
    let path = settings.join("script.ron");
    std::fs::write(&path, script).expect("a script");
    let mut command = display.command(&["neubrandenburg", "--script", &path.to_string_lossy()], settings);
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts")
}

/// The next report of a window.
fn next(lines: &mut impl BufRead) -> Value {
    let mut line = String::new();
    lines.read_line(&mut line).expect("a line");
    serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"))
}

#[test]
fn a_school_is_placed_changed_taken_back_and_saved() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let script = format!(
        r#"[ WaitComplete, Wait(1.5), Command("place", "school"), Command("place-at", "{HERE}"), WaitComplete, Wait(0.6), Report,
            Command("set", "places 400"), Command("settle", ""), Command("turn", "+30"), Command("settle", ""),
            Command("move", "{THERE}"), Command("settle", ""), WaitComplete, Report,
            Key("Control+KeyZ"), Key("Control+KeyZ"), WaitComplete, Report, Key("Control+KeyY"), Key("Control+KeyY"), WaitComplete, Report,
            Key("Control+KeyC"), Key("Control+KeyV"), WaitComplete, Report, Key("Delete"), Wait(2.0), WaitComplete, Report ]"#
    );
    let child = start(&display, folder.path(), &script);
    let output = child.wait_with_output().expect("an end");
    assert!(output.status.success());
    let text = String::from_utf8_lossy(&output.stdout);
    let reports: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("a report")).collect();
    let [placed, changed, back, again, pasted, removed] = &reports[..] else { panic!("six reports, not {}", reports.len()) };
    assert_eq!((count(placed), at(placed, "/scenario/chosen/0")), (1, &Value::from(1)));
    assert!(at(placed, "/scenario/verdicts").as_u64() >= Some(2) && at(placed, "/scenario/needs").as_u64() >= Some(3), "{placed}");
    assert_eq!(at(changed, "/scenario/solutions/0/set/places"), &Value::from(400.0));
    assert_eq!(at(changed, "/scenario/steps"), &Value::from(4));
    assert_eq!(at(back, "/scenario/solutions/0/bearing"), at(placed, "/scenario/solutions/0/bearing"), "two steps back");
    assert_eq!(at(again, "/scenario/solutions"), at(changed, "/scenario/solutions"), "done again it is as it was");
    assert_eq!(at(again, "/scenario/steps"), at(changed, "/scenario/steps"));
    assert_eq!((count(pasted), count(removed)), (2, 1));
    assert_eq!(at(removed, "/scenario/saved"), &Value::Bool(true));
    assert!(removed["notices"].to_string().contains("[]"), "{}", removed["notices"]);
    assert_eq!(saved(folder.path()).expect("saved").own.len(), 1);
}

#[test]
fn a_new_user_places_a_school_and_reads_what_it_does_in_every_language() {
    let Some(display) = Display::start() else { return };
    for language in ["en", "ru", "kk"] {
        let folder = tempfile::tempdir().expect("a folder");
        let script = std::path::absolute(format!("tests/scripts/place-school.{language}.ron")).expect("a path");
        let text = std::fs::read_to_string(&script).expect("a script");
        let actions = ["Click(", "Key(", "PointerMove("].map(|action| text.matches(action).count()).iter().sum::<usize>();
        assert!((1..=15).contains(&actions) && !text.contains("Command("), "{actions} actions");
        let mut command = display.command_in(language, "1280x720", &["kostanay", "--script", &script.to_string_lossy()], folder.path());
        // Pictures of each step land in the current folder.
        let output = command.current_dir(folder.path()).output().expect("the program starts");
        let reports: Vec<Value> =
            String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert!(output.status.success(), "{language}: {}", String::from_utf8_lossy(&output.stderr));
        let [placed, read] = &reports[..] else { panic!("{language}: two reports, not {}", reports.len()) };
        assert_eq!(at(placed, "/scenario/solutions/0/template"), "school", "{language}");
        assert!(at(placed, "/scenario/verdicts").as_u64() >= Some(3), "checked, {language}: {placed}");
        assert!(at(placed, "/scenario/needs").as_u64() >= Some(3), "needs, {language}: {placed}");
        assert!(at(read, "/balances").as_u64() >= Some(3), "needs against supply of the town, {language}: {read}");
        let pictures = std::fs::read_dir(folder.path()).expect("a folder").flatten();
        assert_eq!(pictures.filter(|entry| entry.path().extension().is_some_and(|end| end == "png")).count(), 7, "{language}");
    }
}

#[test]
fn only_one_window_edits_a_scene() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let first = r#"[ WaitComplete, Command("scenario-new", "A"), Wait(0.5), Report, Wait(90.0) ]"#;
    let mut child = start(&display, folder.path(), first);
    let mut lines = BufReader::new(child.stdout.take().expect("piped"));
    assert_eq!(at(&next(&mut lines), "/scenario/id"), "scenario-1");
    let second = r#"[ WaitComplete, Command("scenario-new", "B"), Wait(0.3), Report ]"#;
    let output = start(&display, folder.path(), second).wait_with_output().expect("an end");
    let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    assert!(report["notices"].to_string().contains("scene-locked"), "{}", report["notices"]);
    child.kill().expect("ended");
    child.wait().expect("ended");
    // The system gives back the lock of a program that died.
    let third = r#"[ WaitComplete, Command("scenario", "scenario-1"), Command("scenario-year", "2031"), Wait(2.0), Report ]"#;
    let output = start(&display, folder.path(), third).wait_with_output().expect("an end");
    let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    assert!(report["notices"].to_string().contains("scenario-recovered"), "{}", report["notices"]);
    assert_eq!(saved(folder.path()).expect("saved").heading.year, 2031);
}

#[test]
fn files_saved_meanwhile_are_taken_over_and_broken_ones_told_of() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let script = format!(
        r#"[ WaitComplete, Wait(1.5), Command("place", "school"), Command("place-at", "{HERE}"), Wait(2.0), Report,
            Wait(2.0), Report, Wait(2.0), Report, Wait(2.0), Report ]"#
    );
    let mut child = start(&display, folder.path(), &script);
    let mut lines = BufReader::new(child.stdout.take().expect("piped"));
    assert_eq!(count(&next(&mut lines)), 1);
    // Somebody adds a comment and another year in an editor.
    let text = std::fs::read_to_string(file(folder.path())).expect("saved");
    let year = saved(folder.path()).expect("saved").heading.year;
    std::fs::write(file(folder.path()), format!("// By hand.\n{}", text.replace(&year.to_string(), "2039"))).expect("written");
    let changed = next(&mut lines);
    assert_eq!(count(&changed), 1);
    assert_eq!(at(&changed, "/scenario/year"), &Value::from(2039), "taken over while the window is open");
    // And breaks it: the last good version stays.
    std::fs::write(file(folder.path()), "(\n  version: 1,\n  id: \"scenario-1\",\n  yaer: 2040,\n)").expect("written");
    let broken = next(&mut lines);
    assert_eq!(at(&broken, "/scenario/year"), &Value::from(2039));
    assert!(broken["notices"].to_string().contains("text-field-unknown"), "{}", broken["notices"]);
    // A template of one's own is there as soon as it is saved, and mends nothing else.
    let templates = folder.path().join("data/templates");
    std::fs::create_dir_all(&templates).expect("a folder");
    let own = include_str!("../assets/starts/template.ron").replace("id: \"template\"", "id: \"own-thing\"");
    std::fs::write(templates.join("own-thing.ron"), own).expect("written");
    let library = next(&mut lines);
    assert!(library["templates"].as_u64() > broken["templates"].as_u64(), "{}", library["templates"]);
    child.wait().expect("an end");
}

#[test]
fn a_crash_loses_nothing_older_than_two_seconds() {
    let Some(display) = Display::start() else { return };
    let runs: u32 = std::env::var("AIMAQ_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(3);
    for run in 0..runs {
        let folder = tempfile::tempdir().expect("a folder");
        let edits: Vec<String> = (0..60)
            .map(|edit| {
                format!(
                    r#"Command("place", "kindergarten"), Command("place-at", "{:.4} 53.5560"), Report, Wait(0.1)"#,
                    13.25 + 0.0004 * f64::from(edit)
                )
            })
            .collect();
        let mut child = start(&display, folder.path(), &format!("[ WaitComplete, Wait(1.0), {} ]", edits.join(", ")));
        let mut lines = BufReader::new(child.stdout.take().expect("piped"));
        let mut done: Vec<(Instant, usize)> = vec![(Instant::now(), count(&next(&mut lines)))];
        // Somewhere in the middle of it, another moment each time.
        let end = Instant::now() + Duration::from_millis(700 + u64::from(run * 173 % 3_100));
        while Instant::now() < end {
            let report = next(&mut lines);
            done.push((Instant::now(), count(&report)));
        }
        child.kill().expect("killed");
        let killed = Instant::now();
        child.wait().expect("ended");
        let sure = done.iter().filter(|(when, _)| killed - *when > Duration::from_secs(2)).map(|(_, count)| *count).max().unwrap_or(0);
        let kept = saved(folder.path()).map_or(0, |scenario| scenario.own.len());
        assert!(kept >= sure, "run {run}: {kept} solutions in the file, {sure} stood two seconds before");
        assert!(done.last().is_some_and(|(_, last)| *last >= kept), "run {run}: more than was placed");
    }
}
