//! What is reached from a place within a time, on foot, by car or with public transport, and who lives there: from the ghost of a solution
//! that people walk to, moving with it, or from a place that somebody asked about.

use super::clock::Clock;
use super::comparison::Comparing;
use super::job::Soon;
use super::overlay::Overlay;
use super::proposals::Proposals;
use super::session::Session;
use super::tool::Tool;
use crate::twin::metrics::baseline::Built;
use crate::twin::model::space::Position;
use crate::twin::simulate::Setting;
use crate::twin::simulate::access::isochrone::{Isochrone, isochrone, line};
use crate::twin::simulate::homes::{OFF_ROAD, OFF_STREET};
use crate::twin::simulate::routing::anchor::Anchor;
use crate::twin::simulate::routing::graph::seconds;
use crate::twin::simulate::routing::router::{Anchors, Router};
use crate::twin::simulate::services::SERVICES;
use crate::twin::simulate::transit::assumption::LineAssumptions;
use crate::twin::simulate::transit::door::{self, Outing};
use crate::twin::simulate::transit::network::Network;
use crate::twin::simulate::transit::schedule;
use bevy::prelude::*;
use std::sync::{Arc, OnceLock};

/// Minutes that one may ask about.
pub const MINUTES: [u16; 3] = [15, 30, 45];
/// On foot [m/min]: 5 km/h.
const PACE: f64 = 5_000.0 / 60.0;
/// The share of that pace that is left on snow and ice.
const WINTER: f64 = 0.8;

/// What one moves with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Means {
    /// On foot.
    #[default]
    Foot,
    /// By car, on empty streets.
    Car,
    /// On foot and with what runs at the hour of the day.
    Transit,
}

impl Means {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Foot, Self::Car, Self::Transit];

    /// Stable name; `reach-<this>` in the locales.
    pub fn name(self) -> &'static str {
        match self {
            Self::Foot => "foot",
            Self::Car => "car",
            Self::Transit => "transit",
        }
    }
}

/// What is reached from a place.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    /// Streets, each point with how far along the limit it lies, 0 to 1.
    pub lines: Vec<Vec<(Position, f32)>>,
    /// People who live within it.
    pub people: f64,
    /// What was asked.
    pub question: Question,
}

/// From where, with what, how far.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Question {
    /// The place.
    pub from: Position,
    /// What one moves with.
    pub means: Means,
    /// How long it may take [min].
    pub minutes: f64,
    /// On foot [m/min].
    pub pace: f64,
    /// The hour in which one sets out.
    pub hour: u8,
    /// Whether a norm asks, for a solution that is being placed.
    pub of_norm: bool,
}

impl Question {
    /// How far one comes on foot [m].
    pub fn metres(&self) -> f64 {
        self.minutes * self.pace
    }
}

/// A question in a region with what is built in it.
#[derive(Clone)]
struct Wish {
    question: Question,
    built: Arc<Built>,
    lines: Arc<OnceLock<Lines>>,
}

impl PartialEq for Wish {
    fn eq(&self, other: &Self) -> bool {
        self.question == other.question && Arc::ptr_eq(&self.built, &other.built)
    }
}

/// The lines of the region with their stops on the streets.
struct Lines {
    network: Network,
    stops: Anchors,
}

/// What is reached from where.
#[derive(Resource)]
pub struct Reach {
    /// The place that somebody asked about.
    asked: Option<Position>,
    /// The scene that it was asked about.
    opened: u64,
    /// What one moves with.
    pub means: Means,
    /// How long it may take [min].
    pub minutes: u16,
    /// Whether people walk as slowly as in winter.
    pub winter: bool,
    shown: Option<(Wish, Arc<Reached>)>,
    working: Option<(Wish, Soon<Reached>)>,
    /// The lines of the region that was asked about last, once they were needed.
    lines: Option<(Arc<Built>, Arc<OnceLock<Lines>>)>,
}

impl Default for Reach {
    fn default() -> Self {
        Self {
            asked: None,
            opened: 0,
            means: Means::default(),
            minutes: MINUTES[0],
            winter: false,
            shown: None,
            working: None,
            lines: None,
        }
    }
}

impl Reach {
    /// Asks about a place; none for no place any more.
    pub fn ask(&mut self, place: Option<Position>) {
        self.asked = place;
    }

    /// The place that somebody asked about.
    pub fn asked(&self) -> Option<Position> {
        self.asked
    }

    /// What is reached, as far as it is known.
    pub fn shown(&self) -> Option<&Arc<Reached>> {
        self.shown.as_ref().map(|(_, reached)| reached)
    }

    /// On foot [m/min].
    fn pace(&self) -> f64 {
        PACE * if self.winter { WINTER } else { 1.0 }
    }

    fn lines_of(&mut self, built: &Arc<Built>) -> Arc<OnceLock<Lines>> {
        let known = self.lines.take().filter(|(of, _)| Arc::ptr_eq(of, built));
        let (of, lines) = known.unwrap_or_else(|| (built.clone(), Arc::default()));
        self.lines.insert((of, lines)).1.clone()
    }
}

/// Adds what is reached.
pub fn plugin(app: &mut App) {
    app.init_resource::<Reach>().add_systems(Update, follow.after(super::overlay::OverlaySystems));
}

/// Keeps up with the ghost, or with what somebody asked about.
fn follow(
    session: Res<Session>,
    comparing: Res<Comparing>,
    overlay: Res<Overlay>,
    tool: Res<Tool>,
    clock: Res<Clock>,
    proposals: Res<Proposals>,
    mut reach: ResMut<Reach>,
) {
    let reach = reach.bypass_change_detection();
    if reach.opened != session.opened() {
        (reach.opened, reach.asked) = (session.opened(), None);
    }
    let pace = reach.pace();
    let hour = (clock.minute_of_day() / 60).clamp(0, 23) as u8;
    let of_ghost = || {
        let service = overlay.shown().and_then(|spec| SERVICES.iter().find(|service| service.metric == spec.id))?;
        let from = *tool.placing().and(tool.ghost())?.resolved.site.points.first()?;
        let minutes = comparing.assumptions().get(service.norm) / pace;
        Some(Question { from, means: Means::Foot, minutes, pace, hour: 0, of_norm: true })
    };
    // Only what runs depends on the hour.
    let hour = if reach.means == Means::Transit { hour } else { 0 };
    let asked = || {
        let (means, minutes) = (reach.means, f64::from(reach.minutes));
        reach.asked.map(|from| Question { from, means, minutes, pace, hour, of_norm: false })
    };
    let Some(question) = of_ghost().or_else(asked).filter(|_| comparing.is_of(&session)) else {
        (reach.shown, reach.working) = (None, None);
        return;
    };
    if let Some((of, mut task)) = reach.working.take() {
        match task.poll() {
            Some(reached) => reach.shown = Some((of, Arc::new(reached))),
            None => reach.working = Some((of, task)),
        }
    }
    // A norm is looked at where the solution is being placed: in the region as it is. Until a scenario is built, what was shown stays.
    let current = proposals.current().filter(|_| !question.of_norm).map_or("", |scenario| scenario.id.as_str());
    let Some(built) = comparing.built(current) else { return };
    let wish = Wish { question, built: built.clone(), lines: reach.lines_of(built) };
    let is_known = reach.shown.as_ref().is_some_and(|(of, _)| *of == wish);
    if !is_known && reach.working.is_none() {
        let work = wish.clone();
        reach.working = Some((wish, Soon::start(move || reached(&work))));
    }
}

fn reached(wish: &Wish) -> Reached {
    let Wish { question, built, lines } = wish;
    let (setting, question) = (built.setting(), *question);
    let shared = setting.shared;
    let on_streets = |router: &Router, within: f64| router.anchors(setting.region, &[question.from], within).value;
    let foot = || on_streets(&shared.foot.value, OFF_STREET);
    // Streets on foot are counted in metres, those by car in seconds.
    let (found, streets, homes, limit) = match question.means {
        Means::Foot => {
            let router = &shared.foot.value;
            (isochrone(&router.streets, &foot(), question.metres()), router, &shared.homes.on_foot, question.metres())
        }
        Means::Car => {
            let (router, limit) = (&shared.drive.value, question.minutes * 60.0);
            (isochrone(&router.streets, &on_streets(router, OFF_ROAD), limit), router, &shared.homes.by_car, limit)
        }
        Means::Transit => {
            let router = &shared.foot.value;
            let lines = lines.get_or_init(|| lines_of(&setting));
            let found = foot().first().copied().flatten().map_or_else(Isochrone::default, |from| {
                let stop_reach = LineAssumptions::of(setting.assumptions).stop_reach;
                let outing = Outing { hour: question.hour, pace: question.pace / 60.0, stop_reach, limit: question.minutes * 60.0 };
                door::reached(router, &lines.network, &lines.stops, &from, &outing)
            });
            (found, router, &shared.homes.on_foot, question.metres())
        }
    };
    let share = |(at, cost): (Position, f64)| (at, (cost / limit) as f32);
    let lines = found.pieces.iter().map(|piece| line(setting.region, piece).into_iter().map(share).collect()).collect();
    let mut costs = vec![f64::INFINITY; streets.streets.graph.nodes()];
    found.nodes.iter().for_each(|(node, cost)| costs[*node as usize] = *cost);
    // Who lives on the very street of the place is counted by its ends.
    let is_within = |anchor: &Anchor| anchor.arrive.iter().any(|(node, cost)| costs[*node as usize] + seconds(*cost) <= limit);
    let within = shared.homes.all().iter().zip(homes).filter(|(_, anchor)| anchor.as_ref().is_some_and(is_within));
    Reached { lines, people: within.map(|(home, _)| f64::from(home.residents)).sum(), question }
}

fn lines_of(setting: &Setting) -> Lines {
    let shared = setting.shared;
    let network = schedule::network(setting.region, &shared.supply.services, &LineAssumptions::of(setting.assumptions));
    let places: Vec<Position> = setting.region.stops.iter().map(|(_, shape)| shape.anchor()).collect();
    Lines { network, stops: shared.foot.value.anchors(setting.region, &places, OFF_STREET).value }
}
