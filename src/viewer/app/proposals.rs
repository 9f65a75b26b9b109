//! The scenarios of the open scene: which is shown, what was done to each, what stands in it. They change through commands alone.

use super::library::Solutions;
use super::notice::Notices;
use super::session::Session;
use super::views::Views;
use crate::store::scenarios::{self, Loaded};
use crate::twin::catalog::Catalog;
use crate::twin::catalog::survey::Survey;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::region::Region;
use crate::twin::model::space::Bounds;
use crate::twin::scenario::apply::{additions, bounds};
use crate::twin::scenario::edit::{Deed, Edit};
use crate::twin::scenario::history::History;
use crate::twin::scenario::placed::Placed;
use crate::twin::scenario::resolve::{Ground, Plan, Resolved};
use crate::twin::scenario::{COLOURS, Entry, Scenario, family};
use bevy::prelude::*;
use bevy::tasks::futures::check_ready;
use bevy::tasks::{AsyncComputeTaskPool, Task};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// New solutions that are worked out at once, without a job: a tenth of a millisecond each.
pub const FEW: usize = 24;
/// Solutions that may change at once before everything is drawn anew.
const MANY: usize = 200;

/// What one solution adds: made when it is new or different, and kept as long as it stands as it is.
#[derive(Debug)]
pub struct Piece {
    /// The solution at its place.
    resolved: Arc<Resolved>,
    /// A region that holds only what it adds.
    pub additions: Arc<Region>,
    /// The box around that.
    pub bounds: Bounds,
}

/// What each solution of a scenario adds, by key.
pub type Pieces = BTreeMap<u32, Arc<Piece>>;

/// What is drawn of the scenario that is shown.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    /// The solutions at their places.
    pub plan: Arc<Plan>,
    /// What each of them adds.
    pub pieces: Arc<Pieces>,
    /// Colour of the scenario.
    pub colour: [u8; 3],
    /// Where anything is different from what was drawn before; none for everywhere.
    pub touched: Option<Vec<Bounds>>,
    /// Grows with every picture.
    pub number: u64,
}

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

/// What is drawn in a view, and what is on its way.
#[derive(Default)]
struct Picture {
    drawn: Drawn,
    drawn_for: Version,
    drawing: Option<(Version, Task<Drawn>)>,
}

/// What a picture of a scenario depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Version {
    revision: u64,
    region: u64,
    library: u64,
    /// The scenario's id; empty for the region as it is.
    scenario: String,
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
        let is_drawn = |picture: &Picture| {
            let nothing = picture.drawn_for.scenario.is_empty() && picture.drawn.plan.solutions.is_empty();
            picture.drawing.is_none() && (nothing || picture.drawn_for.revision == self.revision)
        };
        let nothing = self.current.is_none() && self.picture.drawn.plan.solutions.is_empty();
        (nothing || is_drawn(&self.picture)) && self.beside.iter().all(is_drawn)
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
        let kept = |picture: Picture| Picture { drawing: None, ..picture };
        let picture = kept(std::mem::take(&mut self.picture));
        let beside = std::mem::take(&mut self.beside).into_iter().map(kept).collect();
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
fn draw(session: Res<Session>, solutions: Res<Solutions>, views: Res<Views>, mut proposals: ResMut<Proposals>) {
    let proposals = &mut *proposals;
    proposals.beside.resize_with(views.others.len(), Picture::default);
    let mut picture = std::mem::take(&mut proposals.picture);
    let mut beside = std::mem::take(&mut proposals.beside);
    let current = proposals.current.clone().unwrap_or_default();
    let ids = std::iter::once(&current).chain(&views.others);
    for (id, picture) in ids.zip(std::iter::once(&mut picture).chain(&mut beside)) {
        picture.keep_up(id, proposals, &session, &solutions);
    }
    (proposals.picture, proposals.beside) = (picture, beside);
}

impl Picture {
    /// Takes what a job brought, and starts on what is different since.
    fn keep_up(&mut self, id: &str, proposals: &Proposals, session: &Session, solutions: &Solutions) {
        if let Some((version, mut task)) = self.drawing.take() {
            match check_ready(&mut task) {
                Some(drawn) => (self.drawn, self.drawn_for) = (drawn, version),
                None => self.drawing = Some((version, task)),
            }
        }
        let (Some(region), Some(survey)) = (session.region(), solutions.survey(session)) else { return };
        let known = &self.drawn_for;
        let same_ground = (known.region, known.library) == (session.generation(), solutions.generation());
        let is_current = same_ground && (known.revision, known.scenario.as_str()) == (proposals.revision, id);
        if self.drawing.is_some() || is_current || proposals.opened != session.opened() {
            return;
        }
        let scenario = proposals.find(id);
        let work = Drawing {
            region: region.clone(),
            survey: survey.clone(),
            catalog: solutions.catalog.clone(),
            standing: scenario.map(|scenario| family::standing(scenario, &proposals.all)).unwrap_or_default(),
            before: self.drawn.clone(),
            same_ground,
            colour: scenario.map_or([0; 3], |scenario| COLOURS[scenario.heading.colour]),
        };
        let version = Version {
            revision: proposals.revision,
            region: session.generation(),
            library: solutions.generation(),
            scenario: id.to_owned(),
        };
        if work.new_solutions() <= FEW {
            // It takes less than handing it over.
            (self.drawn, self.drawn_for) = (work.done(), version);
        } else {
            self.drawing = Some((version, AsyncComputeTaskPool::get().spawn(async move { work.done() })));
        }
    }
}

/// What a job needs to work out what is to be drawn.
struct Drawing {
    region: Arc<Region>,
    survey: Arc<Survey>,
    catalog: Arc<Catalog>,
    standing: BTreeMap<u32, Placed>,
    before: Drawn,
    /// Whether what was drawn before still holds where nothing is different.
    same_ground: bool,
    colour: [u8; 3],
}

impl Drawing {
    /// Solutions that have to be worked out.
    fn new_solutions(&self) -> usize {
        let known = |placed: &Placed| self.before.plan.solutions.get(&placed.key).is_some_and(|known| known.placed == *placed);
        self.standing.values().filter(|placed| !self.same_ground || !known(placed)).count()
    }

    fn done(self) -> Drawn {
        let ground = Ground { region: &self.region, survey: &self.survey, catalog: &self.catalog };
        let (no_plan, no_pieces) = (Plan::default(), Pieces::default());
        let (plan, pieces) = if self.same_ground { (&*self.before.plan, &*self.before.pieces) } else { (&no_plan, &no_pieces) };
        let plan = Plan::new(self.standing, ground, plan);
        let piece = |(key, resolved): (&u32, &Arc<Resolved>)| {
            let kept = pieces.get(key).filter(|piece| Arc::ptr_eq(&piece.resolved, resolved)).cloned();
            let piece = kept.unwrap_or_else(|| Arc::new(Piece::new(resolved.clone(), ground)));
            (*key, piece)
        };
        let after: Pieces = plan.solutions.par_iter().map(piece).collect();
        let same_colour = self.colour == self.before.colour || pieces.is_empty() || after.is_empty();
        let touched = (self.same_ground && same_colour).then(|| touched(pieces, &after)).flatten();
        Drawn { plan: Arc::new(plan), pieces: Arc::new(after), colour: self.colour, touched, number: self.before.number + 1 }
    }
}

impl Piece {
    fn new(resolved: Arc<Resolved>, ground: Ground) -> Self {
        let additions = Arc::new(additions(ground.region, &resolved, ground.catalog));
        let bounds = bounds(&additions);
        Self { resolved, additions, bounds }
    }
}

/// Where two pictures differ; none where that is too much to say.
fn touched(before: &Pieces, after: &Pieces) -> Option<Vec<Bounds>> {
    let one_way = |these: &Pieces, others: &Pieces| {
        let is_in = |key: &u32, piece: &Arc<Piece>| others.get(key).is_some_and(|other| Arc::ptr_eq(piece, other));
        these.iter().filter(|(key, piece)| !is_in(key, piece)).map(|(_, piece)| piece.bounds).take(MANY + 1).collect::<Vec<_>>()
    };
    let touched = [one_way(before, after), one_way(after, before)].concat();
    (touched.len() <= MANY).then_some(touched)
}
