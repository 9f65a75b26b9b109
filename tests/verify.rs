//! How true the models are: every published case holds, and a folder of cases is run whatever is wrong with a part of it.
#![allow(clippy::unwrap_used)]

use aimaq::store::cases;
use aimaq::twin::diagnostic::Severity;
use aimaq::twin::model::choice::Choice;
use aimaq::twin::verify::flood::dam_break::Dam;
use aimaq::twin::verify::flood::plain;
use aimaq::twin::verify::{Check, Subject, Verification, itm, p1812, shipped};
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
    let unknown: Vec<&str> = found.notes.iter().filter(|note| note.code == "verify-unknown").filter_map(|note| note.text("file")).collect();
    assert!(["sun", "access", "levee_hecras"].iter().all(|name| unknown.iter().any(|file| file.ends_with(name))), "{unknown:?}");
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
