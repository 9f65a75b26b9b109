//! How what is proposed fits: the report of the solution that is chosen, and needs against supply of the settlement that is looked at. Worked out by jobs.

use super::interface::{Interface, Side};
use super::job::Soon;
use super::library::Solutions;
use super::proposals::Proposals;
use super::session::Session;
use super::settings::Wording;
use super::viewpoint::Viewpoint;
use crate::i18n::Words;
use crate::i18n::proposal::Summary;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::fit::Fit;
use crate::twin::catalog::kind::Solution;
use crate::twin::catalog::survey::Survey;
use crate::twin::conformity::balance::{Balance, of_settlement};
use crate::twin::conformity::{Outcome, SiteReport, of_site};
use crate::twin::model::names::{Language, Name};
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use crate::twin::scenario::apply::additions;
use crate::twin::scenario::resolve::{Plan, Resolved};
use bevy::prelude::*;
use std::sync::Arc;

/// Needs against supply of a settlement.
#[derive(Clone, Debug)]
pub struct Balances {
    /// The settlement.
    pub settlement: Name,
    /// One a resource.
    pub all: Vec<Balance>,
}

/// What was worked out, for which picture of the scenario and of what in it.
struct Worked<K, V> {
    known: Option<((u64, u64, K), V)>,
    working: Option<((u64, u64, K), Soon<V>)>,
}

impl<K, V> Default for Worked<K, V> {
    fn default() -> Self {
        Self { known: None, working: None }
    }
}

impl<K: PartialEq + Copy, V: Send + 'static> Worked<K, V> {
    /// Lets a job work it out for a key, unless it is known or being worked out.
    fn want(&mut self, key: (u64, u64, K), work: impl FnOnce() -> V + Send + 'static) {
        if let Some((done, mut task)) = self.working.take() {
            match task.poll() {
                Some(value) => self.known = Some((done, value)),
                None => self.working = Some((done, task)),
            }
        }
        if self.working.is_none() && self.known.as_ref().is_none_or(|(known, _)| *known != key) {
            self.working = Some((key, Soon::start(work)));
        }
    }
}

/// How what is proposed fits.
#[derive(Resource, Default)]
pub struct Fitness {
    report: Worked<u32, Option<SiteReport>>,
    summary: Worked<Language, Summary>,
    balances: Worked<usize, Option<Balances>>,
}

impl Fitness {
    /// The report of a solution, once it is there; that of an earlier picture stands in for a newer one.
    pub fn report(&self, key: u32) -> Option<&SiteReport> {
        self.report.known.as_ref().filter(|((.., known), _)| *known == key).and_then(|(_, report)| report.as_ref())
    }

    /// The scenario in sentences.
    pub fn summary(&self) -> Option<&Summary> {
        self.summary.known.as_ref().map(|(_, summary)| summary)
    }

    /// Needs against supply of the settlement that is looked at.
    pub fn balances(&self) -> Option<&Balances> {
        self.balances.known.as_ref().and_then(|(_, balances)| balances.as_ref())
    }
}

/// Adds the working out.
pub fn plugin(app: &mut App) {
    app.init_resource::<Fitness>().add_systems(Update, work_out);
}

/// What jobs look things up in.
#[derive(Clone)]
struct Ground {
    region: Arc<Region>,
    survey: Arc<Survey>,
    catalog: Arc<Catalog>,
    plan: Arc<Plan>,
}

fn work_out(
    session: Res<Session>,
    solutions: Res<Solutions>,
    proposals: Res<Proposals>,
    viewpoint: Res<Viewpoint>,
    interface: Res<Interface>,
    wording: Res<Wording>,
    mut fitness: ResMut<Fitness>,
) {
    let (Some(region), Some(survey)) = (session.region(), solutions.survey(&session)) else { return };
    let drawn = proposals.drawn();
    let ground = Ground { region: region.clone(), survey: survey.clone(), catalog: solutions.catalog.clone(), plan: drawn.plan.clone() };
    let fitness = fitness.bypass_change_detection();
    if let Some(key) = proposals.chosen.first().copied() {
        let ground = ground.clone();
        fitness.report.want((drawn.number, solutions.generation(), key), move || ground.report(key));
    }
    if interface.side != Some(Side::Scenarios) {
        return;
    }
    let (words, writer) = (wording.clone(), ground.clone());
    fitness.summary.want((drawn.number, solutions.generation(), words.language()), move || writer.summary(&words));
    let focus = Position::from_metres(viewpoint.focus.x, viewpoint.focus.y);
    if let Some(index) = survey.settlement_index(focus) {
        fitness.balances.want((drawn.number, solutions.generation(), index), move || ground.balances(index));
    }
}

impl Ground {
    fn report(&self, key: u32) -> Option<SiteReport> {
        let resolved = self.plan.solutions.get(&key)?;
        let fit = resolved.fit(&self.catalog).ok()?;
        let new = additions(&self.region, resolved, &self.catalog);
        Some(of_site(&self.region, &self.survey, &self.catalog, &resolved.solution(&fit), &new))
    }

    fn summary(&self, words: &Words) -> Summary {
        let place = |resolved: &Resolved| {
            let at = resolved.site.points.first().copied().unwrap_or_default();
            let settlement = self.survey.settlement(at);
            settlement.map(|settlement| settlement.name.read(words.language(), &self.region.strings).to_owned()).unwrap_or_default()
        };
        Summary::new(words, &self.catalog, &self.plan, &place)
    }

    fn balances(&self, index: usize) -> Option<Balances> {
        let fitted: Vec<(&Resolved, Fit)> =
            self.plan.solutions.values().filter_map(|resolved| Some((resolved.as_ref(), resolved.fit(&self.catalog).ok()?))).collect();
        let proposed: Vec<Solution> = fitted.iter().map(|(resolved, fit)| resolved.solution(fit)).collect();
        let mut all = of_settlement(&self.region, &self.survey, &self.catalog, index, &proposed);
        // What is short first, what nobody knows last.
        all.sort_by_key(|balance| match balance.outcome() {
            Outcome::Short(_) => 0,
            Outcome::Met => 1,
            Outcome::Unknown => 2,
        });
        Some(Balances { settlement: self.survey.settlements().get(index)?.name, all })
    }
}
