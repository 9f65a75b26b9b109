//! Takes over files that designers save while the window is open: scenarios, tours, the roadmap, templates, norms, words, the scene. A broken one is told of, and the last good version stays.

use super::autosave::Saving;
use super::job::{Job, Poll};
use super::library::Solutions;
use super::notice::Notices;
use super::open::Opening;
use super::proposals::Proposals;
use super::roadmap::Roadmaps;
use super::session::Session;
use super::settings::{UserSettings, Wording};
use super::tours::Tours;
use crate::store::complaint::{Complaint, complaints_of};
use crate::store::scenarios;
use crate::store::{files, library, scene_file};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::names::Language;
use crate::twin::scenario::edit::Edit;
use bevy::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How often the files are looked at.
const EVERY: Duration = Duration::from_millis(350);
/// Folder of words in a folder of designs.
const WORDS: &str = "locales";

/// When each file was written last, and how long it is.
type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// The files and what was seen of them.
#[derive(Resource, Default)]
pub struct Watching {
    /// The scene whose files are watched, by the number of its opening.
    opened: u64,
    folders: Vec<PathBuf>,
    seen: Option<Stamps>,
    /// Looks until something is different.
    looking: Option<Job<Stamps>>,
    /// Where scenarios and tours are kept, once they are.
    homes: Vec<PathBuf>,
    /// Where the roadmap is kept, once it was looked for.
    roadmap: Option<PathBuf>,
}

/// Adds the watching.
pub fn plugin(app: &mut App) {
    app.init_resource::<Watching>().add_systems(Update, watch);
}

/// Everything that a file may change.
#[derive(bevy::ecs::system::SystemParam)]
struct Changeable<'w> {
    solutions: ResMut<'w, Solutions>,
    proposals: ResMut<'w, Proposals>,
    saving: ResMut<'w, Saving>,
    tours: ResMut<'w, Tours>,
    settings: Res<'w, UserSettings>,
    roadmaps: ResMut<'w, Roadmaps>,
    wording: ResMut<'w, Wording>,
    opening: ResMut<'w, Opening>,
    notices: ResMut<'w, Notices>,
}

fn watch(session: Res<Session>, mut watching: ResMut<Watching>, mut changeable: Changeable) {
    let watching = &mut *watching;
    if watching.opened != session.opened() {
        let folders = library::folders(session.folder().as_deref());
        *watching = Watching { opened: session.opened(), folders, ..Watching::default() };
        changeable.reload_library(&watching.folders);
        changeable.reload_words(&watching.folders);
    }
    let homes = changeable.homes();
    if watching.homes != homes {
        (watching.homes, watching.looking) = (homes, None);
    }
    if watching.roadmap.as_deref() != changeable.roadmaps.path() {
        (watching.roadmap, watching.looking) = (changeable.roadmaps.path().map(Path::to_path_buf), None);
    }
    if let Some(job) = watching.looking.take() {
        match job.poll() {
            Poll::Done(mut found) => {
                if let Some(seen) = &watching.seen {
                    // What is being saved by this window itself is looked at when that is done.
                    for home in changeable.busy_homes() {
                        found.retain(|path, _| !path.starts_with(&home));
                        found.extend(seen.iter().filter(|(path, _)| path.starts_with(&home)).map(|(path, stamp)| (path.clone(), *stamp)));
                    }
                    let changed: Vec<PathBuf> = found
                        .iter()
                        .filter(|(path, stamp)| seen.get(*path) != Some(stamp))
                        .map(|(path, _)| path)
                        .chain(seen.keys().filter(|path| !found.contains_key(*path)))
                        .cloned()
                        .collect();
                    changeable.take(&changed, &session, &watching.folders);
                }
                watching.seen = Some(found);
            }
            Poll::Running => watching.looking = Some(job),
            // What could not be looked at once is looked at again.
            Poll::Lost => {}
        }
    } else if session.opened() > 0 {
        let mut folders: Vec<PathBuf> = watching.folders.iter().flat_map(|folder| watched_in(folder)).collect();
        folders.extend(watching.homes.iter().cloned());
        let scene = session.folder().map(|folder| folder.join(scene_file::NAME));
        let files: Vec<PathBuf> = scene.into_iter().chain(watching.roadmap.clone()).collect();
        let seen = watching.seen.clone();
        watching.looking = Some(Job::start(move |watch| {
            loop {
                if seen.is_some() {
                    std::thread::sleep(EVERY);
                }
                let found = stamps(&folders, &files);
                if !watch.is_wanted() || seen.as_ref() != Some(&found) {
                    return found;
                }
            }
        }));
    }
}

/// The folders with files in a folder of designs.
fn watched_in(folder: &Path) -> Vec<PathBuf> {
    let words = Language::ALL.map(|language| folder.join(WORDS).join(language.code()));
    [folder.join(library::TEMPLATES), folder.join(library::NORMS)].into_iter().chain(words).collect()
}

fn stamps(folders: &[PathBuf], files: &[PathBuf]) -> Stamps {
    let in_folders = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().flatten().map(|entry| entry.path());
    let written = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "ron" || extension == "ftl");
    in_folders
        .filter(written)
        .chain(files.iter().cloned())
        .filter_map(|path| {
            let data = std::fs::metadata(&path).ok()?;
            Some((path, (data.modified().ok(), data.len())))
        })
        .collect()
}

impl Changeable<'_> {
    /// Where scenarios and tours are kept.
    fn homes(&self) -> Vec<PathBuf> {
        self.saving.home().into_iter().chain(self.tours.home()).cloned().collect()
    }

    /// Those of them that this window is writing to.
    fn busy_homes(&self) -> Vec<PathBuf> {
        let scenarios = self.saving.home().filter(|_| self.saving.is_busy());
        let tours = self.tours.home().filter(|_| self.tours.is_busy());
        scenarios.into_iter().chain(tours).cloned().collect()
    }

    fn take(&mut self, changed: &[PathBuf], session: &Session, folders: &[PathBuf]) {
        let of = |folder: Option<&PathBuf>| folder.is_some_and(|folder| changed.iter().any(|path| path.starts_with(folder)));
        let is = |extension: &str| changed.iter().any(|path| path.extension().is_some_and(|found| found == extension));
        let home = self.saving.home().cloned();
        if is("ftl") {
            self.reload_words(folders);
        }
        let designs = |path: &&PathBuf| {
            folders.iter().any(|folder| [library::TEMPLATES, library::NORMS].iter().any(|name| path.starts_with(folder.join(name))))
        };
        if changed.iter().any(|path| designs(&path)) {
            self.reload_library(folders);
        }
        if of(home.as_ref()) {
            changed
                .iter()
                .filter(|path| home.as_ref().is_some_and(|home| path.starts_with(home)))
                .for_each(|path| self.reload_scenario(path));
        }
        let tours = self.tours.home().cloned();
        changed
            .iter()
            .filter(|path| tours.as_ref().is_some_and(|home| path.starts_with(home)))
            .for_each(|path| self.reload_tour(path, session));
        if self.roadmaps.path().is_some_and(|path| changed.iter().any(|changed| changed == path)) {
            self.roadmaps.reload();
        }
        if let Some(file) = session.folder().map(|folder| folder.join(scene_file::NAME))
            && changed.contains(&file)
        {
            self.opening.reopen(&files::shown(&file));
        }
    }

    fn reload_library(&mut self, folders: &[PathBuf]) {
        let (catalog, complaints) = library::load(folders, &self.solutions.catalog);
        folders.iter().for_each(|folder| self.notices.forget(&files::shown(folder)));
        complaints.iter().for_each(|complaint| self.notices.complain(complaint));
        if catalog.templates != self.solutions.catalog.templates || catalog.norms != self.solutions.catalog.norms {
            self.solutions.replace(catalog);
        }
    }

    fn reload_words(&mut self, folders: &[PathBuf]) {
        let own = Language::ALL.map(|language| {
            let paths = folders.iter().flat_map(|folder| files::with_extension(&folder.join(WORDS).join(language.code()), "ftl"));
            (language, paths.filter_map(|path| files::read_text(&path).ok()).collect::<Vec<_>>())
        });
        self.wording.take_own(own.into_iter().filter(|(_, texts)| !texts.is_empty()).collect());
    }

    /// Takes over what a tour's file says, and tells of what it names that is not there.
    fn reload_tour(&mut self, path: &Path, session: &Session) {
        let Some(id) = self.tours.reload(path, &mut self.notices) else { return };
        let missing = self.tours.notices(&id, session, &self.proposals, &self.settings);
        let Some(stored) = self.tours.get(&id) else { return };
        let faults = missing.into_iter().map(|notice| notice.fault).collect();
        complaints_of(faults, &stored.text, &files::shown(path)).iter().for_each(|complaint| self.notices.complain(complaint));
    }

    /// Takes over what a scenario's file says, unless the window has changes of its own: then somebody has to say which counts.
    fn reload_scenario(&mut self, path: &Path) {
        let id = files::stem(path);
        let Ok(text) = files::read_text(path) else { return };
        if self.saving.text(&id) == Some(&text) {
            return;
        }
        if self.proposals.changed().contains_key(&id) {
            self.notices.say(Diagnostic::warning("file-changed-outside").with("file", files::shown(path)));
            return self.saving.hold(&id);
        }
        self.notices.forget(&files::shown(path));
        if let Err(complaints) = take_file(&id, path, text, &self.solutions, &mut self.proposals, &mut self.saving) {
            complaints.iter().for_each(|complaint| self.notices.complain(complaint));
        }
    }
}

/// Lets a scenario be as its file has it; that is a step of undo.
///
/// # Errors
/// What is wrong with the file; the scenario stays as it was.
pub fn take_file(
    id: &str,
    path: &Path,
    text: String,
    solutions: &Solutions,
    proposals: &mut Proposals,
    saving: &mut Saving,
) -> Result<(), Vec<Complaint>> {
    let templates: Vec<&str> = solutions.catalog.templates.iter().map(|template| template.id.as_str()).collect();
    let scenario = scenarios::parse(id, &text, &templates).map_err(|faults| complaints_of(faults, &text, &files::shown(path)))?;
    match proposals.find(id) {
        Some(own) if own.parent == scenario.parent => {
            if let Some(edit) = Edit::replacement(own, &scenario) {
                proposals.make(id, edit);
                proposals.close_step();
            }
        }
        _ => proposals.add(scenario),
    }
    if let Some(revision) = proposals.changed().get(id).copied() {
        proposals.saved(id, revision);
    }
    saving.note(id, path.to_path_buf(), text);
    Ok(())
}
