//! The program as scripts call it: exit codes, what goes to which stream, and the keys of its JSON.

#[path = "support/program.rs"]
mod program;

use std::process::{Command, Output};

fn aimaq(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_aimaq"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "en_GB.UTF-8")
        .output()
        .expect("the program runs")
}

/// Exit code, standard output, standard error.
fn ends(arguments: &[&str]) -> (i32, String, String) {
    let output = aimaq(arguments);
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

#[test]
fn wrong_usage_ends_with_two() {
    for arguments in [&["--nosuch"][..], &["nosuch"], &["import"], &["shot", "x"], &["info", "--lang", "de"]] {
        let (code, out, words) = ends(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(words.contains("aimaq --help"), "{words}");
    }
}

#[test]
fn complaints_are_in_the_language_asked_for() {
    for (language, expected) in [("kk", "Анықтама"), ("ru", "Справка"), ("en", "Help")] {
        let (code, _, words) = ends(&["nosuch", "--lang", language]);
        assert!(code == 2 && words.contains(expected), "{words}");
    }
}

#[test]
fn help_is_whole_in_every_language() {
    for language in ["kk", "ru", "en"] {
        for command in ["", "view", "import", "info", "shot", "compare", "assign", "advise", "pack", "doctor"] {
            let arguments: Vec<&str> =
                [command, "--help", "--lang", language].into_iter().filter(|argument| !argument.is_empty()).collect();
            let (code, help, _) = ends(&arguments);
            assert_eq!(code, 0, "{arguments:?}");
            assert!(help.contains("--lang") && help.contains("aimaq"), "{help}");
            let foreign =
                ["[cli-", "[OPTIONS]", "[COMMAND]", "[default", "[possible"].iter().any(|text| language != "en" && help.contains(text));
            assert!(!foreign && !help.contains("[cli-") && !help.contains("[default"), "{help}");
            assert!(language == "en" || !help.contains("Usage:"), "{help}");
        }
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    assert_eq!(ends(&["--version"]).1.trim(), concat!("aimaq ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn input_that_is_not_there_ends_with_one() {
    let (code, out, words) = ends(&["info", "nosuch.gpkg"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(words.contains("nosuch.gpkg"), "{words}");
    let folder = tempfile::tempdir().expect("a folder");
    let package = folder.path().join("out.gpkg");
    let package = package.to_str().expect("a path");
    let (code, out, words) = ends(&["import", "--osm", "nosuch.osm.pbf", "--out", package]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(words.contains("nosuch.osm.pbf") && !std::path::Path::new(package).exists(), "{words}");
}

#[test]
fn a_mapping_with_a_flaw_is_named_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.to_str().expect("a path").to_owned()
    };
    let (table, mapping) = (write("t.csv", "a,b\n1,2\n"), write("t.ron", "(\n  layer: 5,\n)"));
    let out = folder.path().join("out.gpkg").to_str().expect("a path").to_owned();
    let (code, _, words) = ends(&["import", "--osm", &table, "--table", &table, "--mapping", &mapping, "--out", &out]);
    assert_eq!(code, 1);
    assert!(words.contains("t.ron") && words.contains("line 2"), "{words}");
}

#[test]
fn doctor_names_what_is_missing_and_what_mends_it() {
    let (code, out, _) = ends(&["doctor", "--json"]);
    assert_eq!(code, 3, "there is no display in this test");
    let object: serde_json::Value = serde_json::from_str(&out).expect("one JSON object");
    assert_eq!(object["ok"], false);
    let checks = object["checks"].as_array().expect("checks");
    let check = |subject: &str| checks.iter().find(|check| check["subject"] == subject).expect("the check").clone();
    assert_eq!(check("processors")["ok"], true);
    assert_eq!(check("memory")["ok"], true);
    assert_eq!(check("display")["ok"], false);
    assert!(check("display")["command"].is_string() && check("display")["message"].is_string());
}

#[test]
fn without_a_display_the_default_scene_is_told() {
    let (code, out, words) = ends(&[]);
    assert_eq!(code, 0, "{words}");
    assert!(!out.is_empty() && words.contains("display"), "{words}");
}

#[cfg(not(feature = "viewer"))]
#[test]
fn a_build_without_a_window_says_so() {
    for arguments in [&["view", "kostanay"][..], &["shot", "kostanay", "--out", "never.png"]] {
        let (code, out, words) = ends(arguments);
        assert_eq!((code, out.as_str()), (3, ""));
        assert!(words.contains("no window"), "{words}");
    }
}

#[test]
fn info_is_one_json_object_with_timings_on_request() {
    let (code, out, _) = ends(&["info", "--json", "--timings"]);
    assert_eq!(code, 0);
    let object: serde_json::Value = serde_json::from_str(&out).expect("one JSON object");
    for key in ["counts", "departures", "extent", "population", "quality", "sources", "standing", "timings", "peak_memory_bytes"] {
        assert!(object.get(key).is_some(), "{key}");
    }
    assert!(object["timings"]["total_s"].is_number());
    assert!(object["counts"]["buildings"].is_number() && object["quality"]["grade"].is_string());
}

/// Braess's network (1968), drawn by hand: everybody loses by the link from 3 to 4.
const BRAESS: &str = "<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 4\n<FIRST THRU NODE> 3\n<NUMBER OF LINKS> 5\n<END OF METADATA>\n\
    1 3 1 0 1e-8 1e9 1 ;\n1 4 1 0 50 0.02 1 ;\n3 2 1 0 50 0.02 1 ;\n3 4 1 0 10 0.1 1 ;\n4 2 1 0 1e-8 1e9 1 ;\n";

#[test]
fn trips_are_assigned_to_roads() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("a path").to_owned();
    let (network, trips, flows) = (path("net.tntp"), path("trips.tntp"), path("flows.csv"));
    std::fs::write(&network, BRAESS).expect("a file");
    std::fs::write(&trips, "<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 6\n<END OF METADATA>\nOrigin 1\n2 : 6.0;\n").expect("a file");
    let (code, out, words) = ends(&["assign", &network, &trips, "--gap", "1e-10", "--threads", "1", "--flows", &flows, "--json"]);
    assert_eq!((code, words.as_str()), (0, ""));
    let object: serde_json::Value = serde_json::from_str(&out).expect("one JSON object");
    assert!((object["total_system_travel_time"].as_f64().expect("a number") - 552.0).abs() < 1e-4, "{out}");
    assert!(object["relative_gap"].as_f64().expect("a number") <= 1e-10 && object["threads"] == 1, "{out}");
    assert!(object["objective"].is_number() && object["iterations"].is_number() && object["seconds"].is_number(), "{out}");
    assert_eq!(object["principle"], "user-equilibrium");
    let (code, out, words) = ends(&["assign", &network, &trips, "--optimum", "--gap", "1e-10", "--json"]);
    assert_eq!((code, words.as_str()), (0, ""));
    let object: serde_json::Value = serde_json::from_str(&out).expect("one JSON object");
    assert!((object["total_system_travel_time"].as_f64().expect("a number") - 498.0).abs() < 1e-4, "{out}");
    assert_eq!(object["principle"], "system-optimum");
    let printed = |arguments: &[&str]| ends(&[&["assign", network.as_str(), trips.as_str()], arguments].concat()).1;
    assert!(printed(&["--optimum"]).contains("system optimum"));
    assert!(printed(&[]).starts_with("Relative gap"), "the equilibrium goes without saying");
    let written = std::fs::read_to_string(&flows).expect("the volumes");
    let rows: Vec<Vec<f64>> = written.lines().skip(1).map(|row| row.split(',').filter_map(|cell| cell.parse().ok()).collect()).collect();
    assert!(written.starts_with("from,to,volume,cost\n") && rows.len() == 5, "{written}");
    assert!(rows[0][..2] == [1.0, 3.0] && (rows[0][2] - 4.0).abs() < 1e-4 && (rows[0][3] - 40.0).abs() < 1e-3, "{written}");
    let (_, out, _) = ends(&["assign", &network, &trips, "--close", "3-4", "--json"]);
    let object: serde_json::Value = serde_json::from_str(&out).expect("one JSON object");
    assert!((object["total_system_travel_time"].as_f64().expect("a number") - 498.0).abs() < 1e-2, "{out}");
    for (arguments, named) in [(&["--close", "2-3"][..], "from 2 to 3"), (&["--flows", "nosuch/f.csv"], "nosuch")] {
        let (code, out, words) = ends(&[&["assign", network.as_str(), trips.as_str()], arguments].concat());
        assert_eq!((code, out.as_str()), (1, ""), "{words}");
        assert!(words.contains(named), "{words}");
    }
    let (code, _, words) = ends(&["assign", &trips, &network]);
    assert!(code == 1 && words.contains("trips.tntp"), "{words}");
}

#[test]
fn advice_is_one_json_object_and_may_be_saved_as_a_scenario() {
    let folder = tempfile::tempdir().expect("a folder");
    let advise = |arguments: &[&str]| program::run(folder.path(), &[&["advise", "neubrandenburg", "--lang", "en"], arguments].concat());
    let (code, out, words) = advise(&["--json", "--most", "3"]);
    assert_eq!(code, Some(0), "{words}");
    let object: serde_json::Value = serde_json::from_str(&out).expect("one JSON object");
    let short = object["shortfalls"].as_array().expect("shortfalls");
    assert!(object["count"].is_number() && (1..=3).contains(&short.len()), "{out}");
    for key in ["id", "name", "settlement", "lon", "lat", "people", "gap", "weight", "template", "count"] {
        assert!(short[0].get(key).is_some(), "{key}");
    }
    let (code, out, words) = advise(&["--for", "school", "--count", "2", "--save", "--json"]);
    assert_eq!(code, Some(0), "{words}");
    let object: serde_json::Value = serde_json::from_str(&out).expect("one JSON object");
    for key in ["kind", "objective", "within", "unit", "value", "bound", "gap", "newly", "people", "sites", "scenario", "diagnostics"] {
        assert!(object.get(key).is_some(), "{key}");
    }
    assert_eq!(object["sites"].as_array().map(Vec::len), Some(2), "{out}");
    let file = object["scenario"]["file"].as_str().expect("a file");
    assert!(file.ends_with("advice-school-2.ron") && std::path::Path::new(file).exists(), "{file}");
    assert_eq!(ends(&["check", file]).0, 0, "what is saved passes the check");
    // It can be built on, and the next answer is another file.
    let (code, out, words) = advise(&["--for", "school", "--count", "2", "--scenario", "advice-school-2", "--save", "--json"]);
    assert!(code == Some(0) && out.contains("advice-school-2-2.ron"), "{out} {words}");
    let (code, out, words) = advise(&["--for", "shcool"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(words.contains("shcool") && words.contains("“school”"), "{words}");
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::process::Stdio;
    let mut child = Command::new(env!("CARGO_BIN_EXE_aimaq"))
        .args(["--help", "--lang", "en"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}

#[test]
fn assumptions_are_set_and_told_and_odd_ones_refused() {
    let (code, out, _) = ends(&["simulate", "neubrandenburg", "--model", "services", "--assume", "walk-school=900", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let assumed = told.pointer("/services/assumptions").and_then(serde_json::Value::as_array).expect("assumptions");
    let school = assumed.iter().find(|spec| spec["id"] == "walk-school").expect("the walk");
    assert_eq!((code, school["value"].as_f64(), school["unit"].as_str()), (0, Some(900.0), Some("metres")));
    for (odd, said) in [("walk-scool=900", "walk-school"), ("walk-school=1", "50"), ("fare", "fare"), ("fare=NaN", "fare")] {
        let (code, _, complaint) = ends(&["compare", "neubrandenburg", "--assume", odd]);
        assert!(code != 0 && complaint.contains(said), "{odd}: {complaint}");
    }
}

#[test]
fn metrics_are_told_by_year() {
    let (code, out, words) = ends(&["compare", "kostanay", "kunai-2-with-services", "--by-year", "--json", "--lang", "en"]);
    assert_eq!(code, 0, "{words}");
    let object: serde_json::Value = serde_json::from_str(&out).expect("one JSON object");
    let scenario = &object["scenarios"][0];
    assert_eq!(scenario["id"], "kunai-2-with-services");
    let years = scenario["years"].as_array().expect("years");
    let at_work: Vec<usize> = years.iter().filter_map(|year| Some(year["at_work"].as_array()?.len())).collect();
    assert_eq!(years[0]["year"], 2025);
    assert!(at_work.len() == years.len() && at_work.is_sorted() && at_work[0] == 0 && at_work.last() == Some(&4), "{at_work:?}");
    let metrics = scenario["metrics"].as_array().expect("metrics");
    let of = |id: &str| metrics.iter().find(|metric| metric["id"] == id).unwrap_or_else(|| panic!("{id} is told"));
    let values = |id: &str| of(id)["values"].as_array().expect("values").clone();
    for id in ["residents", "capital", "school-load"] {
        let values = values(id);
        assert_eq!((values.len(), &values[0]), (years.len(), &of(id)["base"]), "{id}: nothing is at work in the first year");
        for (index, pair) in values.windows(2).enumerate() {
            assert!(at_work[index] != at_work[index + 1] || pair[0] == pair[1], "{id}: {values:?}, {at_work:?}");
        }
        assert_ne!(values.first(), values.last(), "{id}");
    }

    let (code, out, words) = ends(&["compare", "kostanay", "village-package", "--by-year", "--csv"]);
    assert_eq!(code, 0, "{words}");
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let head = reader.headers().expect("a head").clone();
    assert_eq!(head.iter().take(6).collect::<Vec<_>>(), ["scenario", "scenario_name", "id", "metric", "unit", "base"]);
    assert!(head.len() > 7 && head.iter().skip(6).all(|year| year.parse::<u32>().is_ok()), "{head:?}");
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows of one length");
    let capital = rows.iter().find(|row| &row[2] == "capital").expect("the capital");
    assert!(&capital[0] == "village-package" && &capital[5] == "0" && &capital[head.len() - 1] != "0", "{capital:?}");
}

/// A real town, where the shared data are there.
#[test]
fn an_import_makes_a_package_that_info_reads() {
    let shared = std::path::Path::new("../shared/data/osm/monaco-2023.osm.pbf");
    if !shared.exists() {
        assert!(std::env::var_os("AIMAQ_REQUIRE_SHARED").is_none(), "{} is missing", shared.display());
        eprintln!("skipped: {} is missing", shared.display());
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let package = folder.path().join("monaco.gpkg").to_str().expect("a path").to_owned();
    let (code, out, words) = ends(&["import", "--osm", shared.to_str().expect("a path"), "--out", &package, "--json"]);
    assert_eq!(code, 0, "{words}");
    let made: serde_json::Value = serde_json::from_str(&out).expect("one JSON object");
    assert!(made["counts"]["buildings"].as_u64().is_some_and(|count| count > 1_000), "{}", made["counts"]);
    let (code, out, words) = ends(&["info", &package, "--json"]);
    assert_eq!(code, 0, "{words}");
    let read: serde_json::Value = serde_json::from_str(&out).expect("one JSON object");
    for key in ["counts", "extent", "population", "sources", "quality"] {
        assert_eq!(made[key], read[key], "{key}");
    }
}

#[test]
fn a_template_saved_today_is_in_the_list_the_help_and_the_library() {
    let folder = tempfile::tempdir().expect("a folder");
    let templates = folder.path().join("data/templates");
    std::fs::create_dir_all(&templates).expect("a folder");
    let start = include_str!("../assets/starts/template.ron");
    let explain = |name: &[&str], language: &str| {
        let (code, out, words) = program::run(folder.path(), &[&["explain"], name, &["--lang", language]].concat());
        (code, out + &words)
    };
    let (code, before) = explain(&["winter-garden"], "en");
    assert!(code == Some(1) && before.contains("winter-garden"), "nothing of it yet: {before}");
    // One file, and nothing else.
    std::fs::write(templates.join("winter-garden.ron"), start.replace("id: \"template\"", "id: \"winter-garden\"")).expect("written");
    for (language, name, summary) in [
        ("kk", "Жаңа шешім", "Не үшін керегі бір сөйлеммен."),
        ("ru", "Новое решение", "Для чего оно, одним предложением."),
        ("en", "New solution", "What it is for, in a sentence."),
    ] {
        let listed = explain(&[], language).1.lines().any(|line| line.contains("winter-garden") && line.contains(name));
        assert!(listed, "in the list, {language}");
        let (code, page) = explain(&["winter-garden"], language);
        assert!(code == Some(0) && page.contains(name) && page.contains(summary), "its page, {language}: {page}");
    }
    let found = aimaq::store::library::load(&[folder.path().join("data")], &aimaq::twin::catalog::Catalog::default());
    assert!(found.1.is_empty() && found.0.template("winter-garden").is_some(), "in the library");
}
