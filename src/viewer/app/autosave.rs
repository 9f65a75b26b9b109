//! Saves scenarios by themselves, a moment after an edit: whole, with their last versions kept, and never over what somebody else wrote.

use super::job::{Job, Poll};
use super::notice::Notices;
use super::proposals::Proposals;
use crate::store::lock::Lock;
use crate::store::scenarios::{self, Loaded};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::scenario::Scenario;
use bevy::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long after the last edit a scenario is saved.
const QUIET: Duration = Duration::from_millis(250);
/// How long after the first unsaved edit it is saved, whatever goes on.
const LATEST: Duration = Duration::from_millis(600);

/// A scenario's file and what it holds.
#[derive(Clone, Debug, Default)]
struct Known {
    path: Option<PathBuf>,
    text: String,
}

/// What a job has saved: the text, or why not.
struct Saved {
    id: String,
    revision: u64,
    path: PathBuf,
    text: Result<String, Diagnostic>,
}

/// Saving and its state.
#[derive(Resource, Default)]
pub struct Saving {
    scene: String,
    home: Option<PathBuf>,
    known: BTreeMap<String, Known>,
    lock: Option<Lock>,
    /// First and last unsaved edit, with the revision of the last.
    since: Option<(Instant, Instant, u64)>,
    /// Scenarios that wait for a word: their files were changed by somebody else.
    held: BTreeSet<String>,
    job: Option<Job<Vec<Saved>>>,
    /// Whether somebody waits for it.
    hurried: bool,
    /// Whether the copy of a carried scene was told of.
    told: bool,
}

impl Saving {
    /// Takes over the files of a scene that was opened.
    pub fn open(&mut self, scene: &str, folder: Option<PathBuf>, loaded: Loaded) {
        let known = loaded.scenarios.into_iter().map(|(id, stored)| (id, Known { path: stored.path, text: stored.text })).collect();
        let home = scenarios::home(scene, folder.as_deref()).ok();
        *self = Self { scene: scene.to_owned(), home, known, ..Self::default() };
    }

    /// Saves what is unsaved without waiting for a quiet moment.
    pub fn hurry(&mut self) {
        self.hurried = true;
    }

    /// Whether everything of these scenarios is saved, or waits for a word.
    pub fn is_done(&self, proposals: &Proposals) -> bool {
        self.job.is_none() && proposals.changed().keys().all(|id| self.held.contains(id))
    }

    /// Keeps among the earlier versions what waits for a word.
    pub fn set_aside(&self, proposals: &Proposals, notices: &mut Notices) {
        for id in &self.held {
            if let (Some(scenario), Some(Known { path: Some(path), text })) = (proposals.find(id), self.known.get(id))
                && let Err(fault) = scenarios::set_aside(scenario, text, path)
            {
                notices.say(fault);
            }
        }
    }

    /// The file of a scenario, once it has one.
    pub fn path(&self, id: &str) -> Option<&PathBuf> {
        self.known.get(id)?.path.as_ref()
    }

    /// The scenario's file as it was read or written last.
    pub fn text(&self, id: &str) -> Option<&str> {
        self.known.get(id).map(|known| known.text.as_str())
    }

    /// The folder that scenarios are saved in.
    pub fn home(&self) -> Option<&PathBuf> {
        self.home.as_ref()
    }

    /// Takes note of what a file holds now.
    pub fn note(&mut self, id: &str, path: PathBuf, text: String) {
        self.held.remove(id);
        self.known.insert(id.to_owned(), Known { path: Some(path), text });
    }

    /// Forgets a scenario that was taken away.
    pub fn forget(&mut self, id: &str) {
        self.known.remove(id);
        self.held.remove(id);
    }

    /// Whether files are being written.
    pub fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// Lets a scenario wait until somebody says whose version counts.
    pub fn hold(&mut self, id: &str) {
        self.held.insert(id.to_owned());
    }

    /// Whether a scenario waits for a word whose version counts.
    pub fn is_held(&self, id: &str) -> bool {
        self.held.contains(id)
    }

    /// Lets the window's version count: the file is read again and written over, its content kept among the earlier ones.
    pub fn overwrite(&mut self, id: &str) {
        if let Some(known) = self.known.get_mut(id)
            && let Some(path) = &known.path
            && let Ok(text) = crate::store::files::read_text(path)
        {
            known.text = text;
        }
        self.held.remove(id);
        self.since = self.since.map(|(first, _, revision)| (first, first, revision));
    }

    /// Locks the scene for this window before its first edit.
    ///
    /// # Errors
    /// `scene-locked` where another window edits it.
    pub fn begin(&mut self, notices: &mut Notices) -> Result<(), Diagnostic> {
        if self.lock.is_some() {
            return Ok(());
        }
        let home = self.home.clone().ok_or_else(|| Diagnostic::error("settings-no-folder").with("variable", "AIMAQ_CONFIG_DIR"))?;
        let lock = Lock::take(&home)?;
        if lock.crashed {
            notices.say(Diagnostic::warning("scenario-recovered").with("folder", crate::store::files::shown(&home)));
        }
        self.lock = Some(lock);
        Ok(())
    }
}

/// Adds the saving.
pub fn plugin(app: &mut App) {
    app.init_resource::<Saving>().add_systems(Last, save);
}

fn save(mut saving: ResMut<Saving>, mut proposals: ResMut<Proposals>, mut notices: ResMut<Notices>, mut exits: MessageReader<AppExit>) {
    let ending = exits.read().next().is_some();
    loop {
        take_results(&mut saving, &mut proposals, &mut notices);
        if saving.job.is_none() && is_due(&mut saving, &proposals, ending) {
            start(&mut saving, &proposals);
        }
        if !ending || saving.job.is_none() {
            if ending {
                // Nothing is lost: what waits for a word stays beside what somebody else wrote.
                saving.set_aside(&proposals, &mut notices);
                saving.lock = None;
            }
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn is_due(saving: &mut Saving, proposals: &Proposals, ending: bool) -> bool {
    let waiting = proposals.changed().iter().filter(|(id, _)| !saving.held.contains(*id)).map(|(_, revision)| *revision).max();
    let Some(revision) = waiting else {
        saving.since = None;
        return false;
    };
    let now = Instant::now();
    let (first, last, known) = saving.since.unwrap_or((now, now, revision));
    let last = if known == revision { last } else { now };
    saving.since = Some((first, last, revision));
    std::mem::take(&mut saving.hurried) || ending || now - last >= QUIET || now - first >= LATEST
}

fn start(saving: &mut Saving, proposals: &Proposals) {
    let Some(home) = saving.home.clone() else { return };
    let work: Vec<(Scenario, u64, Known)> = proposals
        .changed()
        .iter()
        .filter(|(id, _)| !saving.held.contains(*id))
        .filter_map(|(id, revision)| Some((proposals.find(id)?.clone(), *revision, saving.known.get(id).cloned().unwrap_or_default())))
        .collect();
    saving.since = None;
    saving.job = Some(Job::start(move |_| {
        let one = |(scenario, revision, known): (Scenario, u64, Known)| {
            let path = known.path.unwrap_or_else(|| home.join(format!("{}.ron", crate::store::data_folder::file_name(&scenario.id))));
            let text = scenarios::save(&scenario, &known.text, &path);
            Saved { id: scenario.id, revision, path, text }
        };
        work.into_iter().map(one).collect()
    }));
}

fn take_results(saving: &mut Saving, proposals: &mut Proposals, notices: &mut Notices) {
    let Some(job) = saving.job.take() else { return };
    match job.poll() {
        Poll::Running => saving.job = Some(job),
        Poll::Lost => notices.say(Diagnostic::error("work-lost").with("target", saving.scene.as_str())),
        Poll::Done(all) => {
            for saved in all {
                match saved.text {
                    Ok(text) => {
                        let carried = saving.known.get(&saved.id).is_some_and(|known| known.path.is_none());
                        if carried && !std::mem::replace(&mut saving.told, true) {
                            notices.say(Diagnostic::note("scene-copied").with("file", crate::store::files::shown(&saved.path)));
                        }
                        saving.note(&saved.id, saved.path, text);
                        proposals.saved(&saved.id, saved.revision);
                    }
                    Err(fault) => {
                        // Tried again after the next edit, or when somebody says whose version counts.
                        saving.held.insert(saved.id);
                        notices.say(fault);
                    }
                }
            }
        }
    }
}
