//! Lines as people type them, and the plans that they become.

use super::*;
use crate::cli::exit::Exit;
use crate::cli::task::{Form, PackPlan, PictureQuality, QuestionPlan, RoadmapPlan};
use crate::publish::Format;
use crate::publish::film::WRITES_VIDEO;
use crate::twin::simulate::traffic::assignment::Principle;
use std::path::PathBuf;

fn plan(line: &str) -> Plan {
    parse_for(std::iter::once("aimaq").chain(line.split_whitespace()).map(OsString::from), Language::English)
}

fn complaint(line: &str) -> String {
    match plan(line).task {
        Task::Say { text, exit: Exit::Usage } => text,
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn no_command_opens_the_default_scene() {
    assert_eq!(plan("").task, Task::View(ViewPlan::default()));
    assert!(plan("").needs_viewer());
    assert_eq!(plan("").for_display(true), plan(""));
    let told = Task::Info(InfoPlan { scene: DEFAULT_SCENE.into(), json: false, instead_of_window: true });
    assert_eq!(plan("").for_display(false).task, told);
    assert!(plan("view monaco").for_display(false).needs_viewer());
}

#[test]
fn a_view_is_read() {
    let expected = ViewPlan {
        scene: Some("monaco".into()),
        script: Some("a.ron".into()),
        tour: None,
        frames: Some(300),
        json: true,
        quality: Some(PictureQuality::Lite),
        size: Some((1280, 720)),
    };
    assert_eq!(plan("view monaco --script a.ron --frames 300 --json --quality lite --size 1280x720").task, Task::View(expected));
}

#[test]
fn an_import_is_read() {
    let plan = plan(
        "import --osm a.pbf b.osm --osm c.pbf --dem d.hgt --gtfs e.zip --gtfs f.zip --table t.csv --mapping t.ron --out r.gpkg --json --timings",
    );
    assert!(plan.timings);
    let Task::Import(import) = plan.task else { panic!("not an import") };
    assert_eq!(import.osm, [PathBuf::from("a.pbf"), "b.osm".into(), "c.pbf".into()]);
    assert_eq!(import.tables, [(PathBuf::from("t.csv"), PathBuf::from("t.ron"))]);
    assert_eq!((import.out, import.json, import.dem.len(), import.gtfs.len()), (PathBuf::from("r.gpkg"), true, 1, 2));
}

#[test]
fn a_shot_is_read() {
    let Task::Shot(shot) = plan("shot neubrandenburg --camera town --at 2026-06-21T12:00 --size 640x480 --out a.png").task else {
        panic!("not a shot")
    };
    assert_eq!(shot.at, Some(jiff::civil::date(2026, 6, 21).at(12, 0, 0, 0)));
    assert_eq!((shot.size, shot.quality, shot.camera.as_deref()), (Some((640, 480)), PictureQuality::Full, Some("town")));
}

#[test]
fn an_assignment_is_read() {
    let Task::Assign(assign) =
        plan("assign --close 3-4 n.tntp t.tntp --toll-factor 0.02 --close 5-6 --gap 1e-8 --threads 2 --flows f.csv").task
    else {
        panic!("not an assignment")
    };
    assert_eq!((assign.toll_factor, assign.distance_factor, assign.gap, assign.threads), (0.02, 0.0, Some(1e-8), Some(2)));
    assert_eq!(assign.principle, Principle::UserEquilibrium);
    assert_eq!((assign.close, assign.flows, assign.json), (vec![(2, 3), (4, 5)], Some("f.csv".into()), false));
    let Task::Assign(assign) = plan("assign n.tntp t.tntp --optimum").task else { panic!("not an assignment") };
    assert_eq!(assign.principle, Principle::SystemOptimum);
}

#[test]
fn a_question_for_advice_is_read() {
    let Task::Advise(advise) = plan("advise monaco --for school --count 3 --scenario s --save --json --assume walk-school=700").task else {
        panic!("no advice")
    };
    let question = QuestionPlan { kind: "school".into(), count: 3, least_way: false, everybody: false, district: None, save: true };
    assert_eq!((advise.question, advise.scenario.as_deref(), advise.form), (Some(question), Some("s"), Form::Json));
    let Task::Advise(advise) = plan("advise monaco --most 7 --csv").task else { panic!("no advice") };
    assert_eq!((advise.question, advise.most, advise.form), (None, 7, Form::Csv));
    let Task::Advise(advise) = plan("advise monaco --for mast --everybody --district Kamysty").task else { panic!("no advice") };
    let asked = advise.question.map(|question| (question.everybody, question.district));
    assert_eq!(asked, Some((true, Some("Kamysty".into()))));
}

#[test]
fn a_comparison_is_read() {
    let compare = |line: &str| match plan(line).task {
        Task::Compare(compare) => compare,
        other => panic!("{line}: {other:?}"),
    };
    let by_year = compare("compare monaco a b --by-year --csv");
    assert_eq!((by_year.scenarios, by_year.by_year, by_year.form), (vec!["a".to_owned(), "b".into()], true, Form::Csv));
    assert!(!compare("compare monaco").by_year);
}

#[test]
fn a_roadmap_is_read() {
    let assume = vec!["preparation-share=12".into()];
    let told = RoadmapPlan { scene: "monaco".into(), form: Form::Csv, pdf: Some("r.pdf".into()), html: None, assume };
    assert_eq!(plan("roadmap monaco --csv --pdf r.pdf --assume preparation-share=12").task, Task::Roadmap(told));
    assert!(complaint("roadmap").contains("SCENE"));
}

#[test]
fn a_tour_is_played_or_handed_out() {
    let present = |line: &str| match plan(line).task {
        Task::Present(present) => present,
        other => panic!("{line}: {other:?}"),
    };
    let played = present("present monaco buses");
    assert_eq!((played.tour.as_str(), played.out, played.formats), ("buses", None, Vec::new()));
    assert!(plan("present monaco buses").needs_viewer());
    let usual = present("present monaco buses --out d --size 1920x1080 --quality lite --json");
    assert_eq!((usual.out, usual.formats), (Some("d".into()), Format::USUAL.to_vec()));
    assert_eq!((usual.size, usual.quality, usual.json), (Some((1920, 1080)), Some(PictureQuality::Lite), true));
    let asked = present("present monaco buses --out d --gif --png --csv");
    assert_eq!(asked.formats, [Format::Pictures, Format::Figures, Format::Film]);
    assert!(asked.needs_drawing() && plan("present monaco buses --out d --pdf").needs_viewer());
    assert!(!plan("present monaco buses --out d --csv --geojson").needs_viewer());
}

#[test]
fn a_pack_is_read() {
    let packed = PackPlan { scene: "monaco".into(), out: "m.zip".into(), json: true };
    assert_eq!(plan("pack monaco --out m.zip --json").task, Task::Pack(packed));
    assert!(!plan("pack monaco --out m.zip").needs_viewer());
}

#[test]
fn the_language_is_that_asked_for() {
    assert_eq!(plan("--lang ru info").language, Language::Russian);
    assert_eq!(plan("info --lang=kk").language, Language::Kazakh);
    assert_eq!(plan("info").language, Language::English);
    assert!(complaint("info --lang de").contains("kk, ru"));
}

#[test]
fn wrong_usage_is_named_with_what_to_do() {
    for (line, named) in [
        ("--nosuch", "--nosuch"),
        ("nosuch", "nosuch"),
        ("import --out a.gpkg", "--osm"),
        ("import --osm a.pbf", "--out"),
        ("import --osm a.pbf --out b.gpkg --table t.csv", "--mapping"),
        ("import --osm", "--osm"),
        ("shot monaco", "--out"),
        ("shot monaco --out a.png --size big", "big"),
        ("shot monaco --out a.png --size 1x1", "1x1"),
        ("shot monaco --out a.png --at noon", "noon"),
        ("view --frames 0", "0"),
        ("view --quality best", "best"),
        ("info a b", "b"),
        ("info --json --json", "--json"),
        ("pack monaco", "--out"),
        ("pack --out m.zip", "SCENE"),
        ("advise", "SCENE"),
        ("advise monaco --save", "--for"),
        ("advise monaco --for school --count 0", "0"),
        ("advise monaco --most many", "many"),
        ("present monaco", "TOUR"),
        ("present monaco buses --pdf", "--out"),
        ("present monaco buses --out d --size big", "big"),
        ("verify --cases", "--cases"),
        ("assign n.tntp", "TRIPS.tntp"),
        ("assign n.tntp t.tntp --close 3", "3"),
        ("assign n.tntp t.tntp --close 0-4", "0-4"),
        ("assign n.tntp t.tntp --gap nan", "nan"),
        ("assign n.tntp t.tntp --toll-factor -1", "-1"),
        ("assign n.tntp t.tntp --threads 0", "0"),
    ] {
        let text = complaint(line);
        assert!(text.contains(named) && text.contains("aimaq --help"), "{line}: {text}");
        assert!(!text.contains('['), "{line}: {text}");
    }
    assert!(complaint("inof").contains("info"), "a near miss is suggested");
}

#[test]
fn a_build_that_writes_no_videos_says_so_at_once() {
    let line = "present monaco buses --out d --mp4";
    match plan(line).task {
        Task::Present(present) if WRITES_VIDEO => assert_eq!(present.formats, [Format::Video]),
        _ => assert!(!WRITES_VIDEO && complaint(line).contains("--features h264")),
    }
}

#[test]
fn help_and_version_are_answers() {
    for line in ["--help", "-h", "import --help", "--version", "shot -h"] {
        assert!(matches!(plan(line).task, Task::Say { exit: Exit::Done, .. }), "{line}");
    }
}
