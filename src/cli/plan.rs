//! What the arguments ask for: a plan that is made without touching the machine, and carried out afterwards.

use super::arguments::{
    AdviseArguments, Arguments, AssignArguments, CommandArgument, FigureArguments, ImportArguments, LanguageArgument, PresentArguments,
    QualityArgument, ShotArguments, ViewArguments,
};
use super::task::{
    AdvisePlan, AssignPlan, CheckPlan, ComparePlan, Form, ImportPlan, InfoPlan, NewPlan, PackPlan, PictureQuality, PresentPlan,
    QuestionPlan, RoadmapPlan, ShotPlan, SimulatePlan, Subject, Task, VerifyPlan, ViewPlan,
};
use super::usage;
use crate::i18n::{Words, locale};
use crate::publish::Format;
use crate::publish::film::WRITES_VIDEO;
use crate::twin::model::names::Language;
use crate::twin::simulate::traffic::assignment::Principle;
use clap::FromArgMatches;
use std::ffi::OsString;

/// Id of the scene that is opened where none is named.
pub const DEFAULT_SCENE: &str = "kostanay";

/// What to do, and in which language.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Language of all words.
    pub language: Language,
    /// Whether the arguments name that language, so that settings do not change it.
    pub language_given: bool,
    /// Whether seconds a phase and peak memory are wanted.
    pub timings: bool,
    /// What to do.
    pub task: Task,
}

/// The plan behind this process's arguments (the first is the program's own name).
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Plan {
    parse_for(arguments, locale::language_of_machine())
}

/// The plan behind arguments, in a language unless they name one.
pub fn parse_for(arguments: impl IntoIterator<Item = OsString>, language: Language) -> Plan {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let asked = language_among(&arguments);
    let (language, language_given) = (asked.unwrap_or(language), asked.is_some());
    let words = Words::new(language);
    let timings = arguments.iter().any(|argument| argument == "--timings");
    let parsed = usage::command(&words).try_get_matches_from(arguments).and_then(|matches| Arguments::from_arg_matches(&matches));
    let task = match parsed {
        Ok(arguments) => task(arguments, &words),
        Err(error) => usage::answer(&error, &words),
    };
    Plan { language, language_given, timings, task }
}

impl Plan {
    /// Whether only the viewer can carry it out.
    pub fn needs_viewer(&self) -> bool {
        match &self.task {
            Task::View(_) | Task::Shot(_) => true,
            Task::Present(present) => present.needs_drawing(),
            _ => false,
        }
    }

    /// The plan for a machine with or without a display: without one, opening the default scene becomes telling about it.
    #[must_use]
    pub fn for_display(mut self, has_display: bool) -> Self {
        let plain = Task::View(ViewPlan::default());
        if !has_display && self.task == plain {
            self.task = Task::Info(InfoPlan { scene: DEFAULT_SCENE.to_owned(), json: false, instead_of_window: true });
        }
        self
    }
}

/// `--lang` has to be known before the arguments are read: complaints about them are in that language.
fn language_among(arguments: &[OsString]) -> Option<Language> {
    let texts: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    let apart = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| &*pair[1]);
    joined.or(apart).and_then(Language::from_code)
}

fn task(arguments: Arguments, words: &Words) -> Task {
    match arguments.command {
        None => Task::View(ViewPlan::default()),
        Some(CommandArgument::View(view)) => Task::View(view_plan(view)),
        Some(CommandArgument::Shot(shot)) => shot_task(shot, words),
        Some(CommandArgument::Import(import)) => import_task(import, words),
        Some(CommandArgument::Info(info)) => Task::Info(InfoPlan {
            scene: info.scene.unwrap_or_else(|| DEFAULT_SCENE.to_owned()),
            json: info.json,
            instead_of_window: false,
        }),
        Some(CommandArgument::Simulate(simulate)) => Task::Simulate(SimulatePlan {
            scene: simulate.scene,
            scenario: simulate.scenario,
            models: simulate.model,
            form: simulate.figures.form(),
            out: simulate.out,
            tables: simulate.tables,
            assume: simulate.figures.assume,
        }),
        Some(CommandArgument::Compare(compare)) => Task::Compare(ComparePlan {
            scene: compare.scene,
            scenarios: compare.scenarios,
            by_year: compare.by_year,
            form: compare.figures.form(),
            assume: compare.figures.assume,
        }),
        Some(CommandArgument::Roadmap(roadmap)) => Task::Roadmap(RoadmapPlan {
            scene: roadmap.scene,
            form: roadmap.figures.form(),
            pdf: roadmap.pdf,
            html: roadmap.html,
            assume: roadmap.figures.assume,
        }),
        Some(CommandArgument::Present(present)) => present_task(present, words),
        Some(CommandArgument::Advise(advise)) => Task::Advise(advise_plan(advise)),
        Some(CommandArgument::Check(check)) => Task::Check(CheckPlan { paths: check.paths, json: check.json }),
        Some(CommandArgument::New(new)) => Task::New(NewPlan { start: new.start, path: new.path }),
        Some(CommandArgument::Explain(explain)) => Task::Explain { field: explain.field },
        Some(CommandArgument::Assign(assign)) => Task::Assign(assign_plan(assign)),
        Some(CommandArgument::Pack(pack)) => Task::Pack(PackPlan { scene: pack.scene, out: pack.out, json: pack.json }),
        Some(CommandArgument::Verify(verify)) => Task::Verify(VerifyPlan { cases: verify.cases, json: verify.json }),
        Some(CommandArgument::Doctor(doctor)) => Task::Doctor { json: doctor.json },
    }
}

impl FigureArguments {
    fn form(&self) -> Form {
        match (self.json, self.csv) {
            (true, _) => Form::Json,
            (_, true) => Form::Csv,
            _ => Form::Text,
        }
    }
}

fn view_plan(view: ViewArguments) -> ViewPlan {
    ViewPlan {
        scene: view.scene,
        script: view.script,
        tour: None,
        frames: view.frames,
        json: view.json,
        quality: view.quality.map(PictureQuality::from),
        size: view.size,
    }
}

fn present_task(present: PresentArguments, words: &Words) -> Task {
    if present.mp4 && !WRITES_VIDEO {
        return usage::complaint(words, "error-film-no-h264", &[]);
    }
    Task::Present(present_plan(present))
}

fn present_plan(present: PresentArguments) -> PresentPlan {
    let asked = [
        (present.png, Format::Pictures),
        (present.pdf, Format::Document),
        (present.html, Format::Page),
        (present.csv, Format::Figures),
        (present.geojson, Format::Proposals),
        (present.gltf, Format::Model),
        (present.gif, Format::Film),
        (present.mp4, Format::Video),
        (present.sun, Format::SunStudy),
    ];
    let mut formats: Vec<Format> = asked.into_iter().filter_map(|(is_asked, format)| is_asked.then_some(format)).collect();
    if formats.is_empty() && present.out.is_some() {
        formats.extend(Format::USUAL);
    }
    PresentPlan {
        scene: present.scene,
        tour: present.tour,
        out: present.out,
        formats,
        size: present.size,
        quality: present.quality.map(PictureQuality::from),
        json: present.json,
    }
}

/// Shortfalls listed where nobody says how many.
const SHORTFALLS: u32 = 20;

fn advise_plan(advise: AdviseArguments) -> AdvisePlan {
    let count = advise.count.map_or(1, usize::from);
    let (least_way, everybody, district, save) = (advise.least_way, advise.everybody, advise.district, advise.save);
    let question = |kind| QuestionPlan { kind, count, least_way, everybody, district, save };
    AdvisePlan {
        scene: advise.scene,
        scenario: advise.scenario,
        question: advise.kind.map(question),
        most: advise.most.unwrap_or(SHORTFALLS) as usize,
        form: advise.figures.form(),
        assume: advise.figures.assume,
    }
}

fn assign_plan(assign: AssignArguments) -> AssignPlan {
    AssignPlan {
        network: assign.network,
        trips: assign.trips,
        toll_factor: assign.toll_factor.unwrap_or(0.0),
        distance_factor: assign.distance_factor.unwrap_or(0.0),
        principle: if assign.optimum { Principle::SystemOptimum } else { Principle::UserEquilibrium },
        close: assign.close,
        gap: assign.gap,
        threads: assign.threads.map(usize::from),
        flows: assign.flows,
        json: assign.json,
    }
}

fn shot_task(shot: ShotArguments, words: &Words) -> Task {
    let subject = match (shot.scene, shot.solution) {
        (None, Some(solution)) => Subject::Solution(solution),
        (Some(scene), None) => Subject::Scene(scene, shot.scenario),
        _ => return usage::complaint(words, "cli-usage-subject", &[]),
    };
    Task::Shot(ShotPlan {
        subject,
        camera: shot.camera,
        at: shot.at,
        size: shot.size,
        quality: shot.quality.map_or(PictureQuality::Full, PictureQuality::from),
        out: shot.out,
    })
}

fn import_task(import: ImportArguments, words: &Words) -> Task {
    if import.table.len() != import.mapping.len() {
        return usage::complaint(
            words,
            "cli-usage-mappings",
            &[("tables", import.table.len().into()), ("mappings", import.mapping.len().into())],
        );
    }
    Task::Import(ImportPlan {
        osm: import.osm,
        dem: import.dem,
        gtfs: import.gtfs,
        districts: import.districts,
        tables: import.table.into_iter().zip(import.mapping).collect(),
        population: import.population,
        clip: import.clip,
        out: import.out,
        id: import.id,
        timezone: import.timezone,
        json: import.json,
    })
}

impl From<QualityArgument> for PictureQuality {
    fn from(argument: QualityArgument) -> Self {
        match argument {
            QualityArgument::Lite => PictureQuality::Lite,
            QualityArgument::Full => PictureQuality::Full,
        }
    }
}

impl From<LanguageArgument> for Language {
    fn from(argument: LanguageArgument) -> Self {
        match argument {
            LanguageArgument::Kk => Language::Kazakh,
            LanguageArgument::Ru => Language::Russian,
            LanguageArgument::En => Language::English,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::exit::Exit;
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
        let Task::Advise(advise) = plan("advise monaco --for school --count 3 --scenario s --save --json --assume walk-school=700").task
        else {
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
}
