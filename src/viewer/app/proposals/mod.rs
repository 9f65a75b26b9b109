//! The scenarios of the open scene: which is shown, what was done to each, what stands in it. They change through commands alone.

mod picture;

use super::library::Solutions;
use super::notice::Notices;
use super::session::Session;
use super::timeline::Timeline;
use super::views::Views;
use crate::store::scenarios::{self, Loaded};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::scenario::edit::{Deed, Edit};
use crate::twin::scenario::history::History;
use crate::twin::scenario::placed::Placed;
use crate::twin::scenario::{COLOURS, Entry, Scenario, family};
use bevy::prelude::*;
use picture::Picture;
pub use picture::{Drawn, FEW, Piece, Pieces};
use std::collections::{BTreeMap, BTreeSet};

/// The scenarios of the open scene.
#[derive(Resource, Default)]
pub struct Proposals {
    all: Vec<Scenario>,
    /// Number of the scene's opening.
    opened: u64,
    histories: BTreeMap<String, History>,
    current: Option<String>,
    /// Keys of the solutions that are chosen.
    pub chosen: BTreeSet<u32>,
    /// Copies to be pasted.
    pub clipboard: Vec<Placed>,
    /// Grows with every change of what stands.
    revision: u64,
    /// Scenarios changed since they were saved, each with its revision.
    changed: BTreeMap<String, u64>,
    /// What is drawn of the scenario that is shown.
    picture: Picture,
    /// What is drawn of those in other views.
    beside: Vec<Picture>,
}

impl Proposals {
    /// All scenarios, in the order of their ids.
    pub fn all(&self) -> &[Scenario] {
        &self.all
    }

    /// The scenario of an id.
    pub fn find(&self, id: &str) -> Option<&Scenario> {
        self.all.iter().find(|scenario| scenario.id == id)
    }

    /// The scenario that is shown; none is the region as it is.
    pub fn current(&self) -> Option<&Scenario> {
        self.find(self.current.as_deref()?)
    }

    /// What stands in the scenario that is shown.
    pub fn standing(&self) -> BTreeMap<u32, Placed> {
        self.current().map(|scenario| family::standing(scenario, &self.all)).unwrap_or_default()
    }

    /// What is drawn at the moment: an edit or two behind at most.
    pub fn drawn(&self) -> &Drawn {
        &self.picture.drawn
    }

    /// What is drawn in a view, the first that of the scenario that is shown.
    pub fn drawn_in(&self, view: usize) -> Option<&Drawn> {
        view.checked_sub(1).map_or(Some(&self.picture), |other| self.beside.get(other)).map(|picture| &picture.drawn)
    }

    /// Whether what is drawn is what stands. Where nothing stands, nothing has to be drawn.
    pub fn is_drawn(&self) -> bool {
        // A scenario that was only just chosen is not drawn yet, though nothing of it is under way.
        let is_begun = self.current.is_none() || self.picture.is_of(self.current.as_deref());
        is_begun && self.picture.is_drawn(self.revision) && self.beside.iter().all(|picture| picture.is_drawn(self.revision))
    }

    /// Number of the scene's opening that they belong to.
    pub(super) fn opened(&self) -> u64 {
        self.opened
    }

    /// Grows with every change of what stands.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What was done to the scenario that is shown.
    pub fn history(&self) -> Option<&History> {
        self.histories.get(self.current.as_deref()?)
    }

    /// Scenarios changed since they were saved, with their revisions.
    pub fn changed(&self) -> &BTreeMap<String, u64> {
        &self.changed
    }

    /// Takes note that a scenario is saved as it was at a revision.
    pub fn saved(&mut self, id: &str, revision: u64) {
        if self.changed.get(id) == Some(&revision) {
            self.changed.remove(id);
        }
    }

    /// Takes over the scenarios of a scene that was opened.
    pub fn open(&mut self, loaded: &Loaded, opened: u64) {
        let all: Vec<Scenario> = loaded.scenarios.values().map(|stored| stored.scenario.clone()).collect();
        // A scene that is opened once more, because its file changed, is shown as it was.
        let current = self.current.take().filter(|id| all.iter().any(|scenario| scenario.id == *id));
        // What is drawn counts on: pictures are told apart by their numbers.
        let picture = std::mem::take(&mut self.picture).kept();
        let beside = std::mem::take(&mut self.beside).into_iter().map(Picture::kept).collect();
        *self = Self { all, opened, current, revision: self.revision + 1, picture, beside, ..Self::default() };
    }

    /// Shows a scenario; none is the region as it is.
    pub fn show(&mut self, id: Option<&str>) {
        self.current = id.map(str::to_owned);
        self.chosen.clear();
        self.revision += 1;
    }

    /// Adds a scenario and shows it.
    pub fn add(&mut self, scenario: Scenario) {
        let id = scenario.id.clone();
        self.all.retain(|known| known.id != id);
        self.all.push(scenario);
        self.all.sort_by(|a, b| a.id.cmp(&b.id));
        self.show(Some(&id));
        self.changed.insert(id, self.revision);
    }

    /// Takes a scenario out of the list; those that follow it keep what they had from it.
    pub fn remove(&mut self, id: &str) {
        let followers: Vec<(String, BTreeMap<u32, Placed>)> = self
            .all
            .iter()
            .filter(|scenario| scenario.parent.as_deref() == Some(id))
            .map(|scenario| (scenario.id.clone(), family::standing(scenario, &self.all)))
            .collect();
        for (follower, standing) in followers {
            if let Some(scenario) = self.all.iter_mut().find(|scenario| scenario.id == follower) {
                scenario.parent = None;
                scenario.own = standing.into_iter().map(|(key, placed)| (key, Entry::Stands(placed))).collect();
                self.histories.remove(&follower);
                self.changed.insert(follower, self.revision);
            }
        }
        self.all.retain(|scenario| scenario.id != id);
        self.histories.remove(id);
        self.changed.remove(id);
        if self.current.as_deref() == Some(id) {
            self.show(None);
        }
    }

    /// An id that no scenario has yet.
    pub fn new_id(&self) -> String {
        (1u32..).map(|number| format!("scenario-{number}")).find(|id| self.find(id).is_none()).unwrap_or_default()
    }

    /// A colour that fewest scenarios have.
    pub fn new_colour(&self) -> usize {
        let uses = |colour: usize| self.all.iter().filter(|scenario| scenario.heading.colour == colour).count();
        (0..COLOURS.len()).min_by_key(|&colour| uses(colour)).unwrap_or_default()
    }

    /// Lets keys of the scenario that is shown be as wanted: one step of undo.
    ///
    /// # Errors
    /// `no-scenario` where the region is shown as it is.
    pub fn put(&mut self, deed: Deed, wanted: impl IntoIterator<Item = (u32, Option<Placed>)>) -> Result<(), Diagnostic> {
        let scenario = self.current().ok_or_else(|| Diagnostic::warning("no-scenario"))?;
        let entries: Vec<(u32, Option<Entry>)> =
            wanted.into_iter().map(|(key, placed)| (key, family::entry_for(scenario, &self.all, key, placed))).collect();
        if let Some(edit) = Edit::entries(scenario, deed, entries) {
            let id = scenario.id.clone();
            self.make(&id, edit);
        }
        Ok(())
    }

    /// Keys for so many new solutions.
    pub fn new_keys(&self, count: u32) -> std::ops::Range<u32> {
        self.current().map_or(0..0, |scenario| family::new_keys(scenario, &self.all, count))
    }

    /// Carries out an edit of a scenario.
    pub fn make(&mut self, id: &str, edit: Edit) {
        let Some(scenario) = self.all.iter_mut().find(|scenario| scenario.id == id) else { return };
        self.histories.entry(id.to_owned()).or_default().make(scenario, edit);
        self.note_change(id);
    }

    /// Ends the step being made, as when a slider is let go.
    pub fn close_step(&mut self) {
        self.histories.values_mut().for_each(History::close);
    }

    /// Takes the last step back, or does again what was taken back; says what it was.
    pub fn step(&mut self, back: bool) -> Option<Deed> {
        let id = self.current.clone()?;
        let scenario = self.all.iter_mut().find(|scenario| scenario.id == id)?;
        let history = self.histories.get_mut(&id)?;
        let edit = if back { history.undo(scenario) } else { history.redo(scenario) }?;
        let deed = edit.deed;
        self.note_change(&id);
        let standing = self.standing();
        self.chosen.retain(|key| standing.contains_key(key));
        Some(deed)
    }

    fn note_change(&mut self, id: &str) {
        self.revision += 1;
        self.changed.insert(id.to_owned(), self.revision);
    }
}

/// When it is worked out what is to be drawn of a scenario.
#[derive(SystemSet, Clone, Debug, PartialEq, Eq, Hash)]
pub struct ProposalSystems;

/// When pictures of scenarios are begun.
#[derive(SystemSet, Clone, Debug, PartialEq, Eq, Hash)]
pub struct DrawSystems;

/// Adds the scenarios and what follows from them.
pub fn plugin(app: &mut App) {
    let systems = (open, draw.in_set(DrawSystems)).chain().in_set(ProposalSystems).after(super::command::CommandSystems);
    app.init_resource::<Proposals>().add_systems(Update, systems);
}

/// Reads the scenarios of a scene that was opened.
fn open(
    session: Res<Session>,
    solutions: Res<Solutions>,
    mut proposals: ResMut<Proposals>,
    mut saving: ResMut<super::autosave::Saving>,
    mut notices: ResMut<Notices>,
) {
    let Some(scene) = session.scene().filter(|_| session.opened() != proposals.opened) else { return };
    if !saving.is_done(&proposals) {
        // The scene before is saved first.
        return saving.hurry();
    }
    saving.set_aside(&proposals, &mut notices);
    let templates: Vec<&str> = solutions.catalog.templates.iter().map(|template| template.id.as_str()).collect();
    let loaded = scenarios::load(&scene.id, session.folder().as_deref(), &templates);
    loaded.complaints.iter().for_each(|complaint| notices.complain(complaint));
    proposals.open(&loaded, session.opened());
    saving.open(&scene.id, session.folder(), loaded);
}

/// Lets jobs work out what is to be drawn in each view, whenever anything that it depends on is different.
fn draw(session: Res<Session>, solutions: Res<Solutions>, views: Res<Views>, timeline: Res<Timeline>, mut proposals: ResMut<Proposals>) {
    let proposals = &mut *proposals;
    proposals.beside.resize_with(views.others.len(), Picture::default);
    let mut picture = std::mem::take(&mut proposals.picture);
    let mut beside = std::mem::take(&mut proposals.beside);
    let current = proposals.current.clone().unwrap_or_default();
    let ids = std::iter::once(&current).chain(&views.others);
    for (id, picture) in ids.zip(std::iter::once(&mut picture).chain(&mut beside)) {
        picture.keep_up(id, timeline.month(), proposals, &session, &solutions);
    }
    (proposals.picture, proposals.beside) = (picture, beside);
}
