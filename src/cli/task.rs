//! What the program can be asked to do: a task with all that it needs to know.

use super::exit::Exit;
use crate::publish::Format;
use crate::twin::simulate::traffic::assignment::Principle;
use std::path::PathBuf;

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
    /// Tells of projects with their deadlines and money.
    Roadmap(RoadmapPlan),
    /// Plays a tour, or writes it as what is handed out.
    Present(PresentPlan),
    /// Says what is short and where it would be mended.
    Advise(AdvisePlan),
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
    /// Puts a scene with all that belongs to it into one file.
    Pack(PackPlan),
    /// Says how true the models are.
    Verify(VerifyPlan),
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
    /// Id of a tour that is shown at once.
    pub tour: Option<String>,
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
    /// Whether tables of single features are printed instead of metrics.
    pub tables: bool,
    /// Assumptions set by hand, as `id=value`.
    pub assume: Vec<String>,
}

/// Scenarios to lay side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparePlan {
    /// Id or path.
    pub scene: String,
    /// Ids of the scenarios; all where none is named.
    pub scenarios: Vec<String>,
    /// Whether each is told year by year instead of all side by side.
    pub by_year: bool,
    /// How the result is printed.
    pub form: Form,
    /// Assumptions set by hand, as `id=value`.
    pub assume: Vec<String>,
}

/// A roadmap to tell of.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadmapPlan {
    /// Id or path of the scene.
    pub scene: String,
    /// How the result is printed; where files are written, their names stand in for the text.
    pub form: Form,
    /// The printed table to write.
    pub pdf: Option<PathBuf>,
    /// The page to write.
    pub html: Option<PathBuf>,
    /// Assumptions set by hand, as `id=value`.
    pub assume: Vec<String>,
}

/// A tour to play or to hand out.
#[derive(Clone, Debug, PartialEq)]
pub struct PresentPlan {
    /// Id or path of the scene.
    pub scene: String,
    /// Id of the tour.
    pub tour: String,
    /// Folder to write into; without one the tour is played in a window.
    pub out: Option<PathBuf>,
    /// What is written.
    pub formats: Vec<Format>,
    /// Width and height of pictures or of the window [pixels].
    pub size: Option<(u32, u32)>,
    /// Quality of the pictures; what suits the task where none is named.
    pub quality: Option<PictureQuality>,
    /// Whether what was written is told as a JSON object.
    pub json: bool,
}

impl PresentPlan {
    /// Whether anything has to be drawn for it.
    pub fn needs_drawing(&self) -> bool {
        self.out.is_none() || self.formats.iter().any(|format| format.needs_drawing())
    }
}

/// What to advise.
#[derive(Clone, Debug, PartialEq)]
pub struct AdvisePlan {
    /// Id or path.
    pub scene: String,
    /// Id of the scenario to build on; the region as it is where none is named.
    pub scenario: Option<String>,
    /// What places are looked for; what is short is listed where nothing is asked.
    pub question: Option<QuestionPlan>,
    /// Shortfalls listed at most.
    pub most: usize,
    /// How the result is printed.
    pub form: Form,
    /// Assumptions set by hand, as `id=value`.
    pub assume: Vec<String>,
}

/// Places to look for.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionPlan {
    /// Id of the kind of institution.
    pub kind: String,
    /// How many new ones.
    pub count: usize,
    /// Whether the least way of all is wanted instead of the most people within reach.
    pub least_way: bool,
    /// Whether as few are wanted as bring everybody within reach.
    pub everybody: bool,
    /// The district whose people are asked for.
    pub district: Option<String>,
    /// Whether the answer is saved as a scenario.
    pub save: bool,
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
    /// What drivers go by.
    pub principle: Principle,
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

/// A scene to put into one file.
#[derive(Clone, Debug, PartialEq)]
pub struct PackPlan {
    /// Id or path.
    pub scene: String,
    /// The file to write.
    pub out: PathBuf,
    /// Whether what is in it is printed as a JSON object.
    pub json: bool,
}

/// Published cases to hold the models against.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerifyPlan {
    /// A folder of more cases than those that are carried along.
    pub cases: Option<PathBuf>,
    /// Whether the checks are printed as a JSON object.
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
    /// A tour.
    Tour,
    /// A roadmap.
    Roadmap,
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
