//! What is reached on foot from a place, street by street, and who lives there: from the ghost of a solution that people walk to, moving
//! with it, or from a place that somebody asked about.

use super::comparison::Comparing;
use super::job::Soon;
use super::overlay::Overlay;
use super::session::Session;
use super::tool::Tool;
use crate::twin::metrics::baseline::Baseline;
use crate::twin::model::space::Position;
use crate::twin::simulate::access::isochrone::{isochrone, line};
use crate::twin::simulate::homes::{Homes, OFF_STREET};
use crate::twin::simulate::routing::anchor::Anchor;
use crate::twin::simulate::routing::graph::seconds;
use crate::twin::simulate::services::SERVICES;
use bevy::prelude::*;
use std::sync::Arc;

/// Minutes on foot that are looked at from a place that somebody asked about.
pub const MINUTES: f64 = 15.0;
/// On foot [m/min]: 5 km/h.
const PACE: f64 = 5_000.0 / 60.0;
/// The share of that pace that is left on snow and ice.
const WINTER: f64 = 0.8;

/// What is reached from a place.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    /// Streets, each point with how far along the limit it lies, 0 to 1.
    pub lines: Vec<Vec<(Position, f32)>>,
    /// People who live within it.
    pub people: f64,
    /// The limit [m].
    pub metres: f64,
    /// The place.
    pub from: Position,
}

/// A place and how far from it one looks [m], in the region that was measured.
#[derive(Clone)]
struct Wish {
    from: Position,
    metres: f64,
    base: Arc<Baseline>,
}

impl PartialEq for Wish {
    fn eq(&self, other: &Self) -> bool {
        (self.from, self.metres) == (other.from, other.metres) && Arc::ptr_eq(&self.base, &other.base)
    }
}

/// What is reached from where.
#[derive(Resource, Default)]
pub struct Reach {
    /// The place that somebody asked about.
    asked: Option<Position>,
    /// The scene that it was asked about.
    opened: u64,
    /// Whether people walk as slowly as in winter.
    pub winter: bool,
    shown: Option<(Wish, Arc<Reached>)>,
    working: Option<(Wish, Soon<Reached>)>,
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

    /// Minutes that a way takes [m].
    pub fn minutes(&self, metres: f64) -> f64 {
        metres / (PACE * if self.winter { WINTER } else { 1.0 })
    }

    /// Metres in so many minutes.
    fn metres(&self, minutes: f64) -> f64 {
        minutes * PACE * if self.winter { WINTER } else { 1.0 }
    }
}

/// Adds what is reached.
pub fn plugin(app: &mut App) {
    app.init_resource::<Reach>().add_systems(Update, follow.after(super::overlay::OverlaySystems));
}

/// Keeps up with the ghost, or with what somebody asked about.
fn follow(session: Res<Session>, comparing: Res<Comparing>, overlay: Res<Overlay>, tool: Res<Tool>, mut reach: ResMut<Reach>) {
    let reach = reach.bypass_change_detection();
    if reach.opened != session.opened() {
        (reach.opened, reach.asked) = (session.opened(), None);
    }
    let base = comparing.base().filter(|_| comparing.is_of(&session));
    let of_ghost = || {
        let service = overlay.shown().and_then(|spec| SERVICES.iter().find(|service| service.metric == spec.id))?;
        let from = *tool.placing().and(tool.ghost())?.resolved.site.points.first()?;
        Some((from, comparing.assumptions().get(service.norm)))
    };
    let asked = || reach.asked.map(|from| (from, reach.metres(MINUTES)));
    let wish = of_ghost().or_else(asked).zip(base).map(|((from, metres), base)| Wish { from, metres, base: base.clone() });
    let Some(wish) = wish else {
        (reach.shown, reach.working) = (None, None);
        return;
    };
    if let Some((of, mut task)) = reach.working.take() {
        match task.poll() {
            Some(reached) => reach.shown = Some((of, Arc::new(reached))),
            None => reach.working = Some((of, task)),
        }
    }
    let is_known = reach.shown.as_ref().is_some_and(|(of, _)| *of == wish);
    if !is_known && reach.working.is_none() {
        let work = wish.clone();
        reach.working = Some((wish, Soon::start(move || reached(&work))));
    }
}

fn reached(wish: &Wish) -> Reached {
    let Wish { from, metres, base } = wish;
    let (from, metres) = (*from, *metres);
    let setting = base.setting();
    let router = &setting.shared.foot.value;
    let anchors = router.anchors(setting.region, &[from], OFF_STREET).value;
    let found = isochrone(&router.streets, &anchors, metres);
    let share = |(at, cost): (Position, f64)| (at, (cost / metres) as f32);
    let lines = found.pieces.iter().map(|piece| line(setting.region, piece).into_iter().map(share).collect()).collect();
    let mut costs = vec![f64::INFINITY; router.streets.graph.nodes()];
    found.nodes.iter().for_each(|(node, cost)| costs[*node as usize] = *cost);
    Reached { lines, people: people(&setting.shared.homes, &costs, metres), metres, from }
}

/// Who lives within a limit of what reaches the nodes at some costs. Who lives on the very street of the place is counted by its ends.
fn people(homes: &Homes, costs: &[f64], metres: f64) -> f64 {
    let is_within = |anchor: &Anchor| anchor.leave.iter().any(|(node, cost)| costs[*node as usize] + seconds(*cost) <= metres);
    let within = homes.all.iter().zip(&homes.on_foot).filter(|(_, anchor)| anchor.as_ref().is_some_and(is_within));
    within.map(|(home, _)| f64::from(home.residents)).sum()
}
