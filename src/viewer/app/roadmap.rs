//! The roadmap of the open scene: read, changed through a command, saved by a job, and what its scenarios build and cost.

use super::comparison::Comparing;
use super::interface::{Interface, Sheet};
use super::job::{Job, Poll, Soon};
use super::library::Solutions;
use super::notice::Notices;
use super::proposals::{ProposalSystems, Proposals};
use super::session::Session;
use super::timeline::Timeline;
use crate::store::files;
use crate::store::roadmaps::{self, Stored};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::metrics::spending::Outlook;
use crate::twin::model::names::Language;
use crate::twin::roadmap::Roadmap;
use crate::twin::roadmap::change::change;
use crate::twin::scenario::family;
use crate::twin::scenario::placed::Placed;
use crate::twin::scenario::resolve::{Ground, Plan};
use crate::twin::simulate::assumption::Assumptions;
use bevy::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What stands in the scenarios of a roadmap, by id, with the year that each is for.
type Standings = Vec<(String, u32, BTreeMap<u32, Placed>)>;

/// The roadmap of the open scene.
#[derive(Resource, Default)]
pub struct Roadmaps {
    /// Number of the scene's opening.
    opened: u64,
    scene: String,
    stored: Option<Stored>,
    /// Where it is saved.
    path: Option<PathBuf>,
    is_changed: bool,
    saving: Option<Job<Result<String, Diagnostic>>>,
    /// By scenario.
    outlooks: BTreeMap<String, Outlook>,
    outlooks_of: Option<Of>,
    working: Option<(Of, Soon<BTreeMap<String, Outlook>>)>,
}

/// What outlooks are of.
#[derive(Clone, Debug, PartialEq)]
struct Of {
    opened: u64,
    region: u64,
    revision: u64,
    library: u64,
    assumptions: Assumptions,
    scenarios: Vec<String>,
}

impl Roadmaps {
    /// The roadmap; none where the scene has none.
    pub fn roadmap(&self) -> Option<&Roadmap> {
        self.stored.as_ref().map(|stored| &stored.roadmap)
    }

    /// What its scenarios build and cost, as far as it is worked out.
    pub fn outlooks(&self) -> &BTreeMap<String, Outlook> {
        &self.outlooks
    }

    /// Whether it is worked out what some scenarios build and cost.
    pub fn is_worked_out(&self, scenarios: &[String]) -> bool {
        self.working.is_none() && scenarios.iter().all(|scenario| self.outlooks.contains_key(scenario))
    }

    /// Scenarios that it names, each once.
    pub fn scenarios(&self) -> Vec<String> {
        let projects = self.roadmap().map_or(&[][..], |roadmap| &roadmap.projects);
        let mut ids: Vec<String> = projects.iter().filter_map(|project| Some(project.scenario.as_ref()?.value.clone())).collect();
        ids.sort();
        ids.dedup();
        ids
    }

    /// Where it is saved; the file need not be there.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Carries out `PROJECT FIELD VALUE`.
    ///
    /// # Errors
    /// `roadmap-missing`, and those of [`change`].
    pub fn change(&mut self, setting: &str, language: Language) -> Result<(), Diagnostic> {
        let stored = self.stored.as_mut().ok_or_else(|| Diagnostic::error("roadmap-missing").with("scene", self.scene.as_str()))?;
        change(&mut stored.roadmap, setting, language)?;
        self.is_changed = true;
        Ok(())
    }

    /// Reads it again, unless it has changes of its own: then those are saved, or refused.
    pub fn reload(&mut self) {
        if !self.is_changed && self.saving.is_none() {
            self.opened = 0;
        }
    }
}

/// Adds the roadmap.
pub fn plugin(app: &mut App) {
    app.init_resource::<Roadmaps>().add_systems(Update, (open, look_ahead).chain().after(ProposalSystems)).add_systems(Last, save);
}

/// Reads the roadmap of a scene that was opened, once its scenarios are there.
fn open(session: Res<Session>, proposals: Res<Proposals>, mut roadmaps: ResMut<Roadmaps>, mut notices: ResMut<Notices>) {
    let Some(scene) = session.scene() else { return };
    let is_new = roadmaps.opened != session.opened() && proposals.opened() == session.opened();
    if !is_new || roadmaps.is_changed || roadmaps.saving.is_some() {
        return;
    }
    let roadmaps = roadmaps.bypass_change_detection();
    let folder = session.folder();
    let path = roadmaps::path(&scene.id, folder.as_deref()).ok();
    if let Some(path) = &path {
        notices.forget(&files::shown(path));
    }
    let known: Vec<&str> = proposals.all().iter().map(|scenario| scenario.id.as_str()).collect();
    match roadmaps::load(&scene.id, folder.as_deref(), &known) {
        Ok(stored) => roadmaps.stored = stored,
        Err(complaints) => {
            complaints.iter().for_each(|complaint| notices.complain(complaint));
            // The last good version of this scene stays.
            if roadmaps.path != path {
                roadmaps.stored = None;
            }
        }
    }
    (roadmaps.path, roadmaps.scene, roadmaps.opened) = (path, scene.id.clone(), session.opened());
}

/// Works out what the scenarios build and cost, while somebody looks at it.
fn look_ahead(
    session: Res<Session>,
    solutions: Res<Solutions>,
    proposals: Res<Proposals>,
    comparing: Res<Comparing>,
    interface: Res<Interface>,
    timeline: Res<Timeline>,
    mut roadmaps: ResMut<Roadmaps>,
) {
    let roadmaps = roadmaps.bypass_change_detection();
    if let Some((of, mut work)) = roadmaps.working.take() {
        match work.poll() {
            Some(outlooks) => (roadmaps.outlooks, roadmaps.outlooks_of) = (outlooks, Some(of)),
            None => roadmaps.working = Some((of, work)),
        }
    }
    let is_seen = interface.sheet == Some(Sheet::Roadmap) || timeline.open;
    let (Some(region), Some(survey)) = (session.region(), solutions.survey(&session)) else { return };
    if !is_seen || roadmaps.working.is_some() {
        return;
    }
    let of = Of {
        opened: roadmaps.opened,
        region: session.generation(),
        revision: proposals.revision(),
        library: solutions.generation(),
        assumptions: comparing.assumptions().clone(),
        scenarios: roadmaps.scenarios(),
    };
    if roadmaps.outlooks_of.as_ref() == Some(&of) {
        return;
    }
    let standing = |id: &String| {
        let scenario = proposals.find(id)?;
        Some((id.clone(), scenario.heading.year, family::standing(scenario, proposals.all())))
    };
    let standings: Standings = of.scenarios.iter().filter_map(standing).collect();
    let (region, survey, catalog, assumptions) = (region.clone(), survey.clone(), solutions.catalog.clone(), of.assumptions.clone());
    let work = move || {
        let ground = Ground { region: &region, survey: &survey, catalog: &catalog };
        let outlook = |(id, year, standing): (String, u32, BTreeMap<u32, Placed>)| {
            (id, Outlook::new(&Plan::new(standing, ground, &Plan::default()), &catalog, year, &assumptions))
        };
        standings.into_iter().map(outlook).collect()
    };
    roadmaps.working = Some((of, Soon::start(work)));
}

/// Saves what was changed, whole, and never over what somebody else wrote.
fn save(mut roadmaps: ResMut<Roadmaps>, mut notices: ResMut<Notices>, mut exits: MessageReader<AppExit>) {
    let ending = exits.read().next().is_some();
    let roadmaps = roadmaps.bypass_change_detection();
    loop {
        if let Some(job) = roadmaps.saving.take() {
            match job.poll() {
                Poll::Running => roadmaps.saving = Some(job),
                Poll::Done(result) => roadmaps.take_saved(result, &mut notices),
                Poll::Lost => notices.say(Diagnostic::error("work-lost").with("target", roadmaps::NAME)),
            }
        }
        if roadmaps.is_changed && roadmaps.saving.is_none() {
            roadmaps.begin_saving();
        }
        if !ending || roadmaps.saving.is_none() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

impl Roadmaps {
    fn begin_saving(&mut self) {
        self.is_changed = false;
        let (Some(stored), Some(path)) = (&self.stored, &self.path) else { return };
        let (roadmap, known, path) = (stored.roadmap.clone(), stored.text.clone(), path.clone());
        self.saving = Some(Job::start(move |_| roadmaps::save(&roadmap, &known, &path)));
    }

    fn take_saved(&mut self, result: Result<String, Diagnostic>, notices: &mut Notices) {
        match (result, &mut self.stored) {
            (Ok(text), Some(stored)) => {
                if std::mem::take(&mut stored.is_carried)
                    && let Some(path) = &self.path
                {
                    notices.say(Diagnostic::note("roadmap-copied").with("file", files::shown(path)));
                }
                stored.text = text;
            }
            (Ok(_), None) => {}
            (Err(fault), _) => {
                notices.say(fault);
                // What somebody else wrote counts: it is read again.
                self.opened = 0;
            }
        }
    }
}
