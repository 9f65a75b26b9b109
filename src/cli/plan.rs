//! What the arguments ask for: a plan that is made without touching the machine, and carried out afterwards.

use super::arguments::{
    Arguments, AssignArguments, CommandArgument, ImportArguments, LanguageArgument, QualityArgument, ShotArguments, ViewArguments,
};
use super::exit::Exit;
use super::usage;
use crate::i18n::{Words, locale};
use crate::twin::model::names::Language;
use clap::FromArgMatches;
use std::ffi::OsString;
use std::path::PathBuf;

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

/// What to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Opens a window.
    View(ViewPlan),
    /// Draws a picture without a display.
    Shot(ShotPlan),
    /// Builds a package.
    Import(ImportPlan),
    /// Says what a scene or a package holds.
    Info(InfoPlan),
    /// Runs models.
    Simulate(SimulatePlan),
    /// Lays scenarios side by side.
    Compare(ComparePlan),
    /// Says what is wrong with files that designers write.
    Check(CheckPlan),
    /// Writes a commented file to start from.
    New(NewPlan),
    /// Says what a field means, or what a solution is.
    Explain {
        /// Its name, a record's, `record.field`, or a solution's id; none for a list of them.
        field: Option<String>,
    },
    /// Assigns trips to roads.
    Assign(AssignPlan),
    /// Says what this machine has.
    Doctor {
        /// As a JSON object.
        json: bool,
    },
    /// Says something and ends: help, version, a complaint about the arguments.
    Say {
        /// What to say.
        text: String,
        /// How to end.
        exit: Exit,
    },
}

/// A window on a scene.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewPlan {
    /// Id or path; the default scene where none is named.
    pub scene: Option<String>,
    /// A script of commands to play.
    pub script: Option<PathBuf>,
    /// Frames to measure on a fixed path.
    pub frames: Option<u32>,
    /// Whether the result is printed as a JSON object.
    pub json: bool,
    /// Quality of the picture; what the machine can do where none is named.
    pub quality: Option<PictureQuality>,
    /// Width and height [pixels].
    pub size: Option<(u32, u32)>,
}

/// In which form a result is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A table for people.
    #[default]
    Text,
    /// Rows for spreadsheets.
    Csv,
    /// An object for programs.
    Json,
}

/// Models to run.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulatePlan {
    /// Id or path.
    pub scene: String,
    /// Id of the scenario; the region as it is where none is named.
    pub scenario: Option<String>,
    /// Ids of the models; all where none is named.
    pub models: Vec<String>,
    /// How the result is printed.
    pub form: Form,
    /// Folder for the values of single features.
    pub out: Option<PathBuf>,
}

/// Scenarios to lay side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparePlan {
    /// Id or path.
    pub scene: String,
    /// Ids of the scenarios; all where none is named.
    pub scenarios: Vec<String>,
    /// How the result is printed.
    pub form: Form,
}

/// A picture of a scene.
#[derive(Clone, Debug, PartialEq)]
pub struct ShotPlan {
    /// What is drawn.
    pub subject: Subject,
    /// Id of a bookmark; the first view where none is named.
    pub camera: Option<String>,
    /// Civil time in the scene's zone.
    pub at: Option<jiff::civil::DateTime>,
    /// Width and height [pixels].
    pub size: Option<(u32, u32)>,
    /// Quality of the picture.
    pub quality: PictureQuality,
    /// The file to write.
    pub out: PathBuf,
}

/// What a picture is of.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A scene, by id or path, with the scenario of an id or as it is.
    Scene(String, Option<String>),
    /// A solution of the library by itself, by its id.
    Solution(String),
}

/// How much a picture may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureQuality {
    /// For weak machines.
    Lite,
    /// Everything.
    Full,
}

/// A package to build.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportPlan {
    /// OpenStreetMap extracts.
    pub osm: Vec<PathBuf>,
    /// Elevation.
    pub dem: Vec<PathBuf>,
    /// Timetables.
    pub gtfs: Vec<PathBuf>,
    /// Districts.
    pub districts: Vec<PathBuf>,
    /// Tables with their mappings.
    pub tables: Vec<(PathBuf, PathBuf)>,
    /// Residents by settlement.
    pub population: Option<PathBuf>,
    /// Polygons to keep to.
    pub clip: Option<PathBuf>,
    /// The package to write.
    pub out: PathBuf,
    /// Short name of the region; the package's name where none is given.
    pub id: Option<String>,
    /// IANA name of the civil time.
    pub timezone: Option<String>,
    /// Whether the report is printed as a JSON object.
    pub json: bool,
}

/// A scene or package to describe.
#[derive(Clone, Debug, PartialEq)]
pub struct InfoPlan {
    /// Id or path.
    pub scene: String,
    /// Whether it is printed as a JSON object.
    pub json: bool,
    /// Whether it stands in for a window that this machine cannot show.
    pub instead_of_window: bool,
}

/// Trips to assign to roads.
#[derive(Clone, Debug, PartialEq)]
pub struct AssignPlan {
    /// The network, in TNTP.
    pub network: PathBuf,
    /// The trips, in TNTP.
    pub trips: PathBuf,
    /// Time that a unit of toll is worth.
    pub toll_factor: f64,
    /// Time that a unit of length is worth.
    pub distance_factor: f64,
    /// Nodes, counted from 0, between which links are closed.
    pub close: Vec<(u32, u32)>,
    /// Relative gap at which to end; the model's own where none is given.
    pub gap: Option<f64>,
    /// Threads to use; all that there are where none is given.
    pub threads: Option<usize>,
    /// The file of volumes to write.
    pub flows: Option<PathBuf>,
    /// Whether the result is printed as a JSON object.
    pub json: bool,
}

/// Kinds of files to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Start {
    /// A scene.
    Scene,
    /// A scenario.
    Scenario,
    /// A template.
    Template,
}

/// A file to start from.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPlan {
    /// What kind of file.
    pub start: Start,
    /// Where.
    pub path: PathBuf,
}

/// Files to check.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckPlan {
    /// Files and folders.
    pub paths: Vec<PathBuf>,
    /// Whether the complaints are printed as a JSON object.
    pub json: bool,
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
        matches!(self.task, Task::View(_) | Task::Shot(_))
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
            form: form(simulate.json, simulate.csv),
            out: simulate.out,
        }),
        Some(CommandArgument::Compare(compare)) => {
            Task::Compare(ComparePlan { scene: compare.scene, scenarios: compare.scenarios, form: form(compare.json, compare.csv) })
        }
        Some(CommandArgument::Check(check)) => Task::Check(CheckPlan { paths: check.paths, json: check.json }),
        Some(CommandArgument::New(new)) => Task::New(NewPlan { start: new.start, path: new.path }),
        Some(CommandArgument::Explain(explain)) => Task::Explain { field: explain.field },
        Some(CommandArgument::Assign(assign)) => Task::Assign(assign_plan(assign)),
        Some(CommandArgument::Doctor(doctor)) => Task::Doctor { json: doctor.json },
    }
}

fn form(json: bool, csv: bool) -> Form {
    if json {
        Form::Json
    } else if csv {
        Form::Csv
    } else {
        Form::Text
    }
}

fn view_plan(view: ViewArguments) -> ViewPlan {
    ViewPlan {
        scene: view.scene,
        script: view.script,
        frames: view.frames,
        json: view.json,
        quality: view.quality.map(PictureQuality::from),
        size: view.size,
    }
}

fn assign_plan(assign: AssignArguments) -> AssignPlan {
    AssignPlan {
        network: assign.network,
        trips: assign.trips,
        toll_factor: assign.toll_factor.unwrap_or(0.0),
        distance_factor: assign.distance_factor.unwrap_or(0.0),
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
        assert_eq!((assign.close, assign.flows, assign.json), (vec![(2, 3), (4, 5)], Some("f.csv".into()), false));
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
    fn help_and_version_are_answers() {
        for line in ["--help", "-h", "import --help", "--version", "shot -h"] {
            assert!(matches!(plan(line).task, Task::Say { exit: Exit::Done, .. }), "{line}");
        }
    }
}
