//! Opening and importing: one job at a time; what was open stays until the new one is there.

use super::command::Invoke;
use super::import_draft::{ImportDraft, suggested};
use super::interface::{Interface, Sheet};
use super::job::{Job, Poll};
use super::navigate::Flight;
use super::notice::Notices;
use super::remarks;
use super::session::{Activity, Session};
use super::settings::UserSettings;
use super::view_size::ViewSize;
use super::viewpoint::Viewpoint;
use crate::store::recognise::SourceKind;
use crate::store::scene::Opened;
use crate::store::{files, geopackage, recognise, scene};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::{Inputs, NamedBytes, Progress, TableInput, TableMapping, assemble};
use crate::twin::scene::Scene;
use bevy::prelude::*;
use bevy::window::FileDragAndDrop;
use std::path::{Path, PathBuf};

/// A file to import.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportFile {
    /// Where it is. Map files, elevation, timetables, districts and tables are told apart by content.
    pub path: PathBuf,
    /// How the columns of a table are read; as its header suggests where nothing is said.
    pub mapping: Option<TableMapping>,
}

/// Files to import, and the package to make of them.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRequest {
    /// The package to write.
    pub out: PathBuf,
    /// What it is made of.
    pub files: Vec<ImportFile>,
}

/// What is being opened.
#[derive(Resource, Default)]
pub struct Opening {
    job: Option<(String, Job<Result<Opened, Diagnostic>>)>,
    /// Whether the job imports: its quality report is then shown.
    importing: bool,
    next: Option<String>,
    next_import: Option<ImportRequest>,
    failure: Option<Diagnostic>,
    /// Whether the eye stays where it is.
    keeps_view: bool,
}

impl Opening {
    /// Opens a target as soon as what is being opened now is done.
    pub fn open(&mut self, target: &str) {
        self.cancel();
        self.next = Some(target.to_owned());
    }

    /// Opens the same scene once more, because its file changed: the eye stays where it is.
    pub fn reopen(&mut self, target: &str) {
        self.open(target);
        self.keeps_view = true;
    }

    /// Takes over a job that was started before the window was there.
    pub fn started(target: String, job: Job<Result<Opened, Diagnostic>>) -> Self {
        Self { job: Some((target, job)), ..Self::default() }
    }

    fn fail(&mut self, diagnostic: Diagnostic, notices: &mut Notices) {
        notices.say(diagnostic.clone());
        self.failure = Some(diagnostic);
    }

    /// Imports files into a package and opens it.
    pub fn import(&mut self, request: ImportRequest) {
        self.cancel();
        self.next_import = Some(request);
    }

    /// Asks the running job to stop.
    pub fn cancel(&self) {
        if let Some((_, job)) = &self.job {
            job.watch().cancel();
        }
    }

    /// What is being opened, the phase (a key of the locales) and how far it has come.
    pub fn progress(&self) -> Option<(&str, &'static str, f32)> {
        self.job.as_ref().map(|(target, job)| {
            let (phase, fraction) = job.watch().phase();
            (target.as_str(), phase, fraction)
        })
    }

    /// Why the last one could not be opened.
    pub fn failure(&self) -> Option<&Diagnostic> {
        self.failure.as_ref()
    }

    /// Whether anything is under way.
    pub fn is_busy(&self) -> bool {
        self.job.is_some() || self.next.is_some() || self.next_import.is_some()
    }
}

/// Scenes that come with the program.
#[derive(Resource)]
pub struct Library {
    /// As their files have them.
    pub scenes: Vec<Scene>,
}

impl FromWorld for Library {
    fn from_world(_: &mut World) -> Self {
        Self { scenes: scene::embedded_scenes() }
    }
}

/// Starts the job that opens a target.
pub fn start(target: &str) -> Job<Result<Opened, Diagnostic>> {
    let target = target.to_owned();
    Job::start(move |watch| scene::open(&target, watch))
}

/// Adds opening by command and by dropping files onto the window.
pub fn plugin(app: &mut App) {
    app.init_resource::<Opening>().init_resource::<Library>().add_systems(Update, (open_dropped, proceed).chain());
}

/// Files dropped onto the sheet of imports are imported; of others, readers' remarks are shown on the map, and the rest is opened.
fn open_dropped(
    mut dropped: MessageReader<FileDragAndDrop>,
    interface: Res<Interface>,
    mut draft: ResMut<ImportDraft>,
    mut opening: ResMut<Opening>,
    mut invocations: MessageWriter<Invoke>,
) {
    for event in dropped.read() {
        match event {
            FileDragAndDrop::DroppedFile { path_buf, .. } if interface.sheet == Some(Sheet::Import) => draft.add(path_buf.clone()),
            FileDragAndDrop::DroppedFile { path_buf, .. } if remarks::may_be(path_buf) => {
                invocations.write(Invoke::with("remarks-open", path_buf.display()));
            }
            FileDragAndDrop::DroppedFile { path_buf, .. } => opening.open(&path_buf.to_string_lossy()),
            _ => {}
        }
    }
}

#[allow(clippy::too_many_arguments)]
fn proceed(
    mut opening: ResMut<Opening>,
    mut session: ResMut<Session>,
    mut viewpoint: ResMut<Viewpoint>,
    mut flight: ResMut<Flight>,
    mut notices: ResMut<Notices>,
    mut settings: ResMut<UserSettings>,
    mut activity: ResMut<Activity>,
    mut interface: ResMut<Interface>,
    mut draft: ResMut<ImportDraft>,
    size: Res<ViewSize>,
) {
    if let Some((target, job)) = opening.job.take() {
        match job.poll() {
            Poll::Running => opening.job = Some((target, job)),
            Poll::Lost => opening.fail(Diagnostic::error("work-lost").with("target", target), &mut notices),
            Poll::Done(Err(diagnostic)) if diagnostic.code == "cancelled" => {}
            Poll::Done(Err(diagnostic)) => opening.fail(diagnostic, &mut notices),
            Poll::Done(Ok(opened)) => {
                opening.failure = None;
                session.open(opened);
                *activity = Activity::default();
                let keeps_view = std::mem::take(&mut opening.keeps_view);
                if let Some(view) = session.first_view(size.aspect()).filter(|_| !keeps_view) {
                    *viewpoint = view;
                    *flight = Flight::default();
                }
                settings.change().remember_scene(&target);
                if opening.importing {
                    *draft = ImportDraft::default();
                    interface.sheet = Some(Sheet::Report);
                }
            }
        }
        return;
    }
    if let Some(target) = opening.next.take() {
        opening.importing = false;
        opening.job = Some((target.clone(), start(&target)));
    } else if let Some(request) = opening.next_import.take() {
        let target = request.out.to_string_lossy().into_owned();
        opening.importing = true;
        opening.job = Some((target, Job::start(move |watch| import(&request, watch))));
    }
}

/// Imports files into a package; an older package's corrections are kept.
fn import(request: &ImportRequest, progress: &dyn Progress) -> Result<Opened, Diagnostic> {
    let mut inputs = Inputs { id: stem(&request.out), ..Inputs::default() };
    for ImportFile { path, mapping } in &request.files {
        // Stops are known by the name of their feed, wherever it lies.
        let file = NamedBytes { name: files::name(path), bytes: files::read(path)? };
        let head = &file.bytes[..file.bytes.len().min(recognise::HEAD)];
        match recognise::source_kind(path, head) {
            Some(SourceKind::Map) => inputs.osm.push(file),
            Some(SourceKind::Elevation) => inputs.dem.push(file),
            Some(SourceKind::Timetables) => inputs.gtfs.push(file),
            Some(SourceKind::Districts) => inputs.districts.push(file),
            Some(SourceKind::Table) => {
                let mapping = mapping.clone().unwrap_or_else(|| suggested(&file.bytes, path));
                inputs.tables.push(TableInput { file, mapping });
            }
            None => return Err(Diagnostic::error("import-file-unknown").with("file", files::shown(path))),
        }
    }
    if request.out.exists() {
        inputs.corrections = geopackage::read_corrections(&request.out)?;
    }
    let region = assemble::import_region(&inputs, progress)?;
    geopackage::write(&region, &request.out, progress)?;
    scene::open(&request.out.to_string_lossy(), progress)
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(|| "region".to_owned(), |stem| stem.to_string_lossy().into_owned())
}
