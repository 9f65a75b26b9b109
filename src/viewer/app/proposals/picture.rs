//! What is drawn of a scenario in a view: its solutions at their places and what each adds, worked out anew where something is different.

use super::Proposals;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::survey::Survey;
use crate::twin::model::region::Region;
use crate::twin::model::space::Bounds;
use crate::twin::scenario::apply::{additions, bounds};
use crate::twin::scenario::month::Month;
use crate::twin::scenario::placed::Placed;
use crate::twin::scenario::resolve::{Ground, Plan, Resolved};
use crate::twin::scenario::schedule::{Schedule, Status};
use crate::twin::scenario::{Scenario, family};
use crate::viewer::app::job::Soon;
use crate::viewer::app::library::Solutions;
use crate::viewer::app::session::Session;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// New solutions that are worked out at once, without a job: a tenth of a millisecond each.
pub const FEW: usize = 24;
/// Solutions that may change at once before everything is drawn anew.
const MANY: usize = 200;

/// What one solution adds: made when it is new or different, and kept as long as it stands as it is.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The solution at its place.
    resolved: Arc<Resolved>,
    /// A region that holds only what it adds.
    pub additions: Arc<Region>,
    /// The box around that.
    pub bounds: Bounds,
    /// How far it has come in the month that is shown.
    pub status: Status,
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

/// What is drawn in a view, and what is on its way.
#[derive(Default)]
pub(super) struct Picture {
    pub(super) drawn: Drawn,
    drawn_for: Version,
    drawing: Option<(Version, Soon<Drawn>)>,
}

/// What a picture of a scenario depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Version {
    revision: u64,
    region: u64,
    library: u64,
    /// The scenario's id; empty for the region as it is.
    scenario: String,
    /// The month that is shown; none where everything is built.
    month: Option<Month>,
}

impl Picture {
    /// The same, without what is on its way.
    pub(super) fn kept(self) -> Self {
        Self { drawing: None, ..self }
    }

    /// Whether it is of a scenario, by its id.
    pub(super) fn is_of(&self, id: Option<&str>) -> bool {
        self.drawn_for.scenario == id.unwrap_or_default()
    }

    /// Whether it shows a scenario as it stands at a revision. Where nothing stands, nothing has to be drawn.
    pub(super) fn is_drawn(&self, revision: u64) -> bool {
        let nothing = self.drawn_for.scenario.is_empty() && self.drawn.plan.solutions.is_empty();
        self.drawing.is_none() && (nothing || self.drawn_for.revision == revision)
    }

    /// Takes what a job brought, and starts on what is different since.
    pub(super) fn keep_up(&mut self, id: &str, month: Option<Month>, proposals: &Proposals, session: &Session, solutions: &Solutions) {
        if let Some((version, mut task)) = self.drawing.take() {
            match task.poll() {
                Some(drawn) => (self.drawn, self.drawn_for) = (drawn, version),
                None => self.drawing = Some((version, task)),
            }
        }
        let (Some(region), Some(survey)) = (session.region(), solutions.survey(session)) else { return };
        let known = &self.drawn_for;
        let same_ground = (known.region, known.library) == (session.generation(), solutions.generation());
        let same_plan = same_ground && (known.revision, known.scenario.as_str()) == (proposals.revision(), id);
        if self.drawing.is_some() || same_plan && known.month == month || proposals.opened() != session.opened() {
            return;
        }
        let scenario = proposals.find(id);
        let work = Drawing {
            region: region.clone(),
            survey: survey.clone(),
            catalog: solutions.catalog.clone(),
            standing: scenario.map(|scenario| family::standing(scenario, proposals.all())).unwrap_or_default(),
            before: self.drawn.clone(),
            same_ground,
            colour: scenario.map_or([0; 3], Scenario::rgb),
            year: scenario.map_or(0, |scenario| scenario.heading.year),
            month,
        };
        let version = Version {
            revision: proposals.revision(),
            region: session.generation(),
            library: solutions.generation(),
            scenario: id.to_owned(),
            month,
        };
        if work.new_solutions() <= FEW {
            // It takes less than handing it over.
            let drawn = work.done();
            // Most months bring nothing new: then the picture stays the one that it is.
            let is_alike = same_plan && drawn.touched.as_ref().is_some_and(Vec::is_empty);
            self.drawn_for = version;
            if !is_alike {
                self.drawn = drawn;
            }
        } else {
            self.drawing = Some((version, Soon::start(move || work.done())));
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
    /// The year that the scenario is for.
    year: u32,
    month: Option<Month>,
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
        let schedule = self.month.map(|month| (Schedule::new(&plan, &self.catalog, self.year), month));
        let piece = |(key, resolved): (&u32, &Arc<Resolved>)| {
            let status = schedule.as_ref().map_or(Status::Built, |(schedule, month)| schedule.status(*key, *month));
            let piece = match pieces.get(key).filter(|piece| Arc::ptr_eq(&piece.resolved, resolved)) {
                Some(kept) if kept.status == status => kept.clone(),
                // The same in another light: what it adds is known.
                Some(kept) => Arc::new(Piece { status, ..Piece::clone(kept) }),
                None => Arc::new(Piece { status, ..Piece::new(resolved.clone(), ground) }),
            };
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
        Self { resolved, additions, bounds, status: Status::Built }
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
