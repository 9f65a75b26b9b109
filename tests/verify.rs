//! How true the models are: every published case holds, and a folder of cases is run whatever is wrong with a part of it.
#![allow(clippy::unwrap_used)]

use aimaq::store::cases;
use aimaq::twin::diagnostic::Severity;
use aimaq::twin::model::choice::Choice;
use aimaq::twin::simulate::SIMULATIONS;
use aimaq::twin::verify::flood::dam_break::Dam;
use aimaq::twin::verify::flood::{plain, swashes};
use aimaq::twin::verify::{CaseKind, Check, Measured, Subject, Verification, itm, p1812, shipped};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

fn assert_holds(found: &Verification) {
    let broken: Vec<&Check> = found.checks.iter().filter(|check| !check.holds()).collect();
    assert!(broken.is_empty(), "{} of {} do not hold: {broken:#?}", broken.len(), found.checks.len());
    let errors: Vec<String> = found.notes.iter().filter(|note| note.severity == Severity::Error).map(ToString::to_string).collect();
    assert!(errors.is_empty() && found.holds(), "{errors:#?}");
}

fn count(found: &Verification, subject: Subject) -> usize {
    found.checks.iter().filter(|check| check.case.subject == subject).count()
}

#[test]
fn what_is_carried_along_holds_for_every_model() {
    let found = shipped(&|_| Ok(())).unwrap();
    assert_holds(&found);
    assert!(found.notes.is_empty() && Subject::ALL.iter().all(|subject| count(&found, *subject) > 0));
    assert!(found.checks.iter().all(|check| !check.case.source.is_empty() && check.tolerance > 0.0));
}

#[test]
fn every_case_of_the_shared_folder_holds() {
    let folder = Path::new("../shared/acceptance");
    if !folder.exists() {
        assert!(std::env::var_os("AIMAQ_REQUIRE_SHARED").is_none(), "{} is missing", folder.display());
        eprintln!("skipped: {} is missing", folder.display());
        return;
    }
    let found = cases::run(folder, &|_| Ok(())).unwrap();
    assert_holds(&found);
    assert!(count(&found, Subject::Itm) >= 10 && count(&found, Subject::P1812) >= 72);
    assert!(count(&found, Subject::Flood) >= 17 && count(&found, Subject::Traffic) >= 15);
    // The twilight of the sun is nobody's question; everything else is run.
    let unknown: Vec<&str> = found.notes.iter().filter(|note| note.code == "verify-unknown").filter_map(|note| note.text("file")).collect();
    assert!(matches!(unknown[..], [twilight] if twilight.ends_with("usno_reference_testdata_civil.csv")), "{unknown:?}");
    let of = |kind: CaseKind| found.checks.iter().filter(move |check| check.case.kind == kind);
    assert_eq!([CaseKind::Middle, CaseKind::Right, CaseKind::Left].map(|channel| of(channel).count()), [9, 9, 8], "gauges of HEC-RAS");
    assert_eq!(of(CaseKind::Costs).map(|check| check.expected).collect::<Vec<_>>(), [2_982.126_857_989_065_7, 21.0, 687.0]);
    assert!(of(CaseKind::SunPosition).all(|check| check.case.name.ends_with("(n = 512)")) && of(CaseKind::SunPosition).count() == 2);
    let days = |check: &&Check| check.measured == Measured::Sunrise;
    assert_eq!(of(CaseKind::Almanac).filter(days).count(), 2, "two almanacs");
}

const AREA: &str = "h_tx,h_rx,dh,mdvar,d,tx,rx,eps,sigma,N0,f,pol,climate,time,location,situation,A\n\
    10,1,0,0,16,0,0,15,0.008,301,230,0,5,87,50,50,152.5\n\
    3,1.5,ten,1,10,1,0,15,0.008,301,450,0,5,40,28,25,133.0\n\
    15,3,5,2,100,2,1,15,0.008,301,980,1,4,92,53,97,225.1\n";

/// Exit code, standard output, standard error.
fn verify(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_aimaq")).arg("verify").args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_broken_line_is_named_and_the_rest_runs() {
    let folder = tempfile::tempdir().unwrap();
    let itm = folder.path().join("radio/itm");
    std::fs::create_dir_all(&itm).unwrap();
    std::fs::create_dir_all(folder.path().join("noise")).unwrap();
    std::fs::write(itm.join("area.csv"), AREA).unwrap();
    let (code, out, words) = verify(&["--cases", folder.path().to_str().unwrap(), "--json", "--lang", "en"]);
    assert_eq!((code, words.as_str()), (1, ""));
    let object: Value = serde_json::from_str(&out).unwrap();
    let checks = object["checks"].as_array().unwrap();
    let of_file = |line: &str| checks.iter().find(|check| check["case"].as_str().unwrap().ends_with(line)).map(|check| &check["holds"]);
    // The first is as published, the second is unreadable, the third is off by a decibel.
    assert_eq!(["area.csv:2", "area.csv:3", "area.csv:4"].map(of_file), [Some(&Value::Bool(true)), None, Some(&Value::Bool(false))]);
    assert_eq!(object["held"].as_u64().unwrap() + 1, object["count"].as_u64().unwrap());
    let said: Vec<&str> = object["diagnostics"].as_array().unwrap().iter().filter_map(|note| note["message"].as_str()).collect();
    assert!(said.len() == 2 && said.iter().any(|said| said.contains("area.csv, line 3")), "{said:?}");
    assert!(said.iter().any(|said| said.contains("noise")), "{said:?}");
}

#[test]
fn the_table_is_in_the_language_asked_for() {
    let (code, out, words) = verify(&["--lang", "ru"]);
    assert_eq!((code, words.as_str()), (0, ""));
    assert!(out.contains("Паводки и дамбы\n") && out.contains("Hata, 1980") && out.contains("126,4"), "{out}");
    assert!(!out.contains('✗') && !out.contains('['), "{out}");
    let (code, out, words) = verify(&["--cases", "nosuch", "--lang", "en"]);
    assert!(code == 1 && out.is_empty() && words.contains("nosuch"), "{words}");
}

#[test]
fn a_dam_break_keeps_its_water() {
    // Before its waves reach an end, a dam that breaks only moves water.
    for beyond in [0.0, 0.001] {
        let dam = Dam { at: 5.0, before: 0.005, beyond, seconds: 6.0 };
        let cells = 100_000;
        let water: f64 = (0..cells).map(|cell| dam.depth((cell as f64 + 0.5) * 10.0 / f64::from(cells)) * 10.0 / f64::from(cells)).sum();
        assert!((water - 5.0 * (0.005 + beyond)).abs() < 1e-6, "{beyond}: {water}");
    }
}

#[test]
fn odd_tables_are_complained_about() {
    let codes = |found: &Verification| found.notes.iter().map(|note| note.code).collect::<Vec<_>>();
    let path = "10,1,15,0.008,301,230,1,5,50,17,23,12,207.65\n";
    assert_eq!(codes(&itm::paths(path, "")), ["verify-profiles-differ"]);
    assert_eq!(codes(&itm::paths(path, "5,100,1,2,3\n")), ["verify-row-odd"], "a profile shorter than it says");
    assert_eq!(codes(&itm::paths(&path.replace("12,207", "94,207"), "2,100,1,2,3\n")), ["verify-row-odd"], "no such mode");
    let no_log = |_: usize| Ok(String::new());
    assert_eq!(codes(&p1812::profile("p", "", &no_log)), ["verify-empty"]);
    let measured = "{Begin of Measurements}\n95.3,60,,7,1,,,,,,,,30,,1\n";
    assert_eq!(codes(&p1812::profile("p", measured, &no_log)), ["p1812-profile-short"]);
    assert_eq!(codes(&p1812::profile("p", "Number of Points:,1\n0,x,2,10,4\n", &no_log)), ["verify-row-odd"]);
    assert_eq!(plain::hydrograph("#inflow\ninflow\n2 seconds\n0 0\n1 soon\n").unwrap_err().to_string(), "verify-row-odd line=5");
}

/// Writes files of a folder: path and text.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// What is said of a folder of cases: each complaint's code with the end of its file and its line.
fn complaints(found: &Verification) -> Vec<String> {
    let mut said: Vec<String> = found
        .notes
        .iter()
        .map(|note| {
            let file = note.text("file").unwrap_or_default();
            let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy();
            let line = note.to_string().split("line=").nth(1).map(|rest| rest.split(' ').next().unwrap_or_default().to_owned());
            format!("{} {name}{}", note.code, line.map_or(String::new(), |line| format!(":{line}")))
        })
        .collect();
    said.sort();
    said
}

/// Ten by ten closed cells of 10 m, level at 5 m.
fn basin() -> String {
    format!("ncols 10\nnrows 10\nxllcorner 500\nyllcorner 200\ncellsize 10\n{}", "5 5 5 5 5 5 5 5 5 5\n".repeat(10))
}

#[test]
fn a_flood_of_ones_own_is_held_against_its_gauges() {
    // 1000 m³ on 10,000 m² stand 0.1 m deep, on ground so rough that they have come to rest after two hours. The second case has no ground that could be read, the third no inflow within.
    let cases = [
        ("flood/basin/elevation.asc", basin()),
        ("flood/basin/hydrograph.csv", "x,y,second,discharge\n555,255,0,1\n555,255,1000,1\n555,255,1001,0\n".to_owned()),
        ("flood/basin/gauges.csv", "505,205,5.1,0.001,7200\n595,295,5.1,0.001,7200\n1,1,5,1\n555,x,5,1\n595,205,9,0.005\n".to_owned()),
        ("flood/basin/settings.csv", "duration,7200\nroughness,0.1\n".to_owned()),
        ("flood/torn/elevation.asc", "ncols 10\nnrows 10\n".to_owned()),
        ("flood/torn/hydrograph.csv", "505,205,0,1\n".to_owned()),
        ("flood/torn/gauges.csv", "505,205,5,1\n".to_owned()),
        ("flood/beside/elevation.asc", basin()),
        ("flood/beside/hydrograph.csv", "5,5,0,1\n".to_owned()),
        ("flood/beside/gauges.csv", "505,205,5,1\n".to_owned()),
    ];
    let folder = folder(&cases.each_ref().map(|(path, text)| (*path, text.as_str())));
    let found = cases::run(folder.path(), &|_| Ok(())).unwrap();
    let held: Vec<(Measured, bool)> = found.checks.iter().map(|check| (check.measured, check.holds())).collect();
    let (level, highest, balance) = (Measured::Level, Measured::HighestLevel, Measured::Balance);
    assert_eq!(held, [(level, true), (level, true), (highest, false), (balance, true)]);
    let expected = [
        "dem-cut-short elevation.asc",
        "verify-place-outside gauges.csv:3",
        "verify-place-outside hydrograph.csv:1",
        "verify-row-odd gauges.csv:4",
    ];
    assert_eq!(complaints(&found), expected);
    assert!(!found.holds());
}

#[test]
fn what_would_last_for_ever_is_refused() {
    let ground = basin();
    let (inflow, gauges) = ("555,255,0,1\n", "505,205,5.1,0.1,60\n");
    let folder = folder(&[
        ("flood/settings/elevation.asc", &ground),
        ("flood/settings/hydrograph.csv", inflow),
        ("flood/settings/gauges.csv", gauges),
        ("flood/settings/settings.csv", "roughness,0.1\nduration,1e15\n"),
        ("flood/gauge/elevation.asc", &ground),
        ("flood/gauge/hydrograph.csv", inflow),
        ("flood/gauge/gauges.csv", "505,205,5,9,1\n505,205,5.1,0.1,1e15\n"),
        ("flood/inflow/elevation.asc", &ground),
        ("flood/inflow/hydrograph.csv", "555,255,0,1\n555,255,1e15,1\n"),
        ("flood/inflow/gauges.csv", "505,205,5.1,0.1\n"),
        ("flood/swashes/late.txt", &ritter("6e12", "")),
    ]);
    let found = cases::run(folder.path(), &|_| Ok(())).unwrap();
    assert_eq!(found.checks.len(), 2, "the other gauge and its water: {:#?}", found.checks);
    let expected = [
        "verify-time-beyond late.txt:6",
        "verify-too-long gauges.csv:2",
        "verify-too-long hydrograph.csv:2",
        "verify-too-long settings.csv:2",
    ];
    assert_eq!(complaints(&found), expected);
}

#[test]
fn a_gauge_after_a_stopped_run_does_not_hold() {
    let ground = "ncols 3\nnrows 3\nxllcorner 0\nyllcorner 0\ncellsize 1\n0 0 0\n0 0 0\n0 0 0\n";
    let folder = folder(&[
        ("flood/deep/elevation.asc", ground),
        ("flood/deep/hydrograph.csv", "0.5,0.5,0,1e12\n"),
        ("flood/deep/gauges.csv", "2.5,2.5,0,1e9,3600\n0.5,0.5,0,1e9\n0.5,0.5,0,1e9,0\n"),
    ]);
    let found = cases::run(folder.path(), &|_| Ok(())).unwrap();
    let said = complaints(&found);
    assert!(said.iter().any(|said| said.starts_with("flood-")), "{said:?}");
    let unreached: Vec<&String> = said.iter().filter(|said| said.starts_with("verify-")).collect();
    assert_eq!(unreached, ["verify-gauge-unreached gauges.csv:1", "verify-gauge-unreached gauges.csv:2"]);
    assert_eq!(found.checks.iter().map(|check| check.measured).collect::<Vec<_>>(), [Measured::Level, Measured::Balance]);
    assert!(!found.holds());
}

#[test]
fn other_solutions_of_swashes_are_not_run_as_what_they_are_not() {
    let dry = ritter("2", "");
    assert!(swashes::file("dry", &dry).is_ok());
    let others = [
        dry.replace("Dimension: 1", "Dimension: 2"),
        dry.replace("Domain: 1", "Domain: 2"),
        dry.replace("Choice: 2", "Choice: 3"),
        dry.replace("Type: 3", "Type: 2"),
        ritter("2", "# Rain intensity: 0.001 m/s\n"),
    ];
    for other in others {
        assert_eq!(swashes::file("other", &other).unwrap_err().code, "verify-solution-unknown", "{other}");
    }
}

/// A dam break on a dry bed as SWASHES writes it, after a time, with further lines of the head.
fn ritter(seconds: &str, head: &str) -> String {
    let head =
        format!("# Dimension: 1\n# Type: 3\n# Domain: 1\n# Choice: 2\n# Space step: 1 meters\n# Time value: {seconds} seconds\n{head}");
    let dam = Dam { at: 10.0, before: 1.0, beyond: 0.0, seconds: 2.0 };
    let row = |x: f64| format!("{x} {} 0 0\n", dam.depth(x));
    let rows: String = (0..20).map(|cell| row(f64::from(cell) + 0.5)).collect();
    format!("{head}# Position of the dam: x=10 meters\n{rows}")
}

#[test]
fn tables_of_costs_and_of_the_sun_are_run_but_for_what_is_odd() {
    // The three tracts of PySAL `access` once more, as somebody would write them down.
    let folder = folder(&[
        ("access/tracts_costs.csv", "from,to,cost\n1,1,1\n1,2,80\n1,3,40\n2,1,80\n2,2,1\n2,3,40\n3,1,40\n3,2,40\n3,3,1\n3,3,9\n3,1,40\n"),
        ("access/tracts_people.csv", "name,people\n1,100\n2,50\n3,10\n"),
        ("access/tracts_supply.csv", "name,doctors\n1,15\n2,20\n3,100\n"),
        (
            "access/tracts_answers.csv",
            "method,within,count,from,expected,tolerance\ntwo-step-inverse,61,,1,0.331444117,5e-10\nthree-step-inverse,61,,3,9.906351855,5e-10\n\
             cumulative,40,,2,120,1e-9\nmagic,1,,1,1,1\ntwo-step,61,,nobody,1,1\nmedian,,one,,1,1\n",
        ),
        ("access/lonely_costs.csv", "from,to,cost\n1,1,1\n"),
        ("access/torn_costs.csv", "from,to,cost\n1,1,far\n"),
        ("access/torn_answers.csv", "median,,1,,1,1\n"),
        (
            "sun/own.csv",
            "2020-01-05T12:00:00Z,61.216667,-149.866667,NORMAL,19:11,00:57\n2020-13-05T12:00:00Z,61.2,-149.9,NORMAL,19:11,00:57\n",
        ),
    ]);
    let found = cases::run(folder.path(), &|_| Ok(())).unwrap();
    assert!(found.checks.len() == 5 && found.checks.iter().all(Check::holds), "{:#?}", found.checks);
    let expected = [
        "verify-moment-odd own.csv:2",
        "verify-name-unknown tracts_answers.csv:5",
        "verify-name-unknown tracts_answers.csv:6",
        "verify-row-odd torn_costs.csv:2",
        "verify-row-odd tracts_answers.csv:7",
        "verify-without-answer lonely_costs.csv",
    ];
    assert_eq!(complaints(&found), expected);
}

#[test]
fn moments_of_the_sun_keep_their_seconds_and_their_zone() {
    // The same place and moment, told in another zone and counted all around; the sun of 0:30 in Auckland is that of NREL's program.
    let folder = folder(&[
        (
            "sun/zones.csv",
            "\u{feff}moment,latitude,longitude,azimuth,zenith\n1910-03-15T00:30:00Z,-36.840556,174.74,0.188643,34.269919\n\
             1910-03-14T17:30:00-07:00,-36.840556,-185.26,0.188643,34.269919\n1910-03-15T00:30,-36.840556,174.74,0.188643,34.269919\n\
             2020-02-31T12:00:00Z,61,7,NORMAL,09:00,15:00\n2020-01-05T12:00:00Z,91,7,ALL_NIGHT,,\n2020-01-05T12:00:00Z,61,361,ALL_NIGHT,,\n",
        ),
        ("sun/seconds.csv", "1910-03-15T00:30:40Z,-36.840556,174.740000,0.188643,34.269919\n"),
    ]);
    let found = cases::run(folder.path(), &|_| Ok(())).unwrap();
    let held: Vec<(&str, bool)> = found.checks.iter().map(|check| (check.case.name.as_str(), check.holds())).collect();
    assert!(held.iter().filter(|(name, _)| name.starts_with("zones")).all(|(name, holds)| *holds && name.ends_with("(n = 3)")), "{held:?}");
    assert_eq!(held.len(), 4);
    assert!(held.contains(&("seconds:1 (n = 1)", false)), "forty seconds are not nothing: {held:?}");
    assert_eq!(
        complaints(&found),
        ["verify-moment-odd zones.csv:5", "verify-place-nowhere zones.csv:6", "verify-place-nowhere zones.csv:7"]
    );
}

#[test]
fn every_model_of_a_region_with_published_cases_leads_to_them() {
    let led: Vec<Subject> = SIMULATIONS.iter().flat_map(|simulation| Subject::of_model(simulation.id)).copied().collect();
    assert!(Subject::ALL.iter().all(|subject| led.contains(subject)), "{led:?}");
}
