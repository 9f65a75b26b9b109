//! What is measured of every scenario while they are looked at side by side: by one job after another, anew where something changed.

use super::interface::{Interface, Sheet};
use super::job::{Job, Poll};
use super::library::Solutions;
use super::notice::Notices;
use super::proposals::Proposals;
use super::session::Session;
use super::settings::Wording;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::metrics::Measured;
use crate::twin::metrics::compare::{Column, Comparison};
use crate::twin::model::names::Language;
use crate::twin::scenario::apply::apply;
use crate::twin::scenario::family;
use crate::twin::scenario::placed::Placed;
use crate::twin::scenario::resolve::{Ground, Plan};
use crate::twin::simulate::assumption::Assumptions;
use bevy::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was measured of a scenario, and what stood in it.
struct Known {
    standing: BTreeMap<u32, Placed>,
    measured: Arc<Measured>,
}

/// Scenarios side by side.
#[derive(Resource, Default)]
pub struct Comparing {
    /// By the scenario's id; empty for the region as it is.
    known: BTreeMap<String, Known>,
    working: Option<(String, BTreeMap<u32, Placed>, Job<Measured>)>,
    /// Region and library that all of it is of.
    of: (u64, u64),
    /// Scenarios that have yet to be measured, or measured anew.
    pub missing: usize,
    table: Comparison,
    /// What the table is of: region and library, what stands, the language of its names.
    shown: Option<((u64, u64), u64, Language)>,
}

impl Comparing {
    /// The scenarios as far as they are measured, the region as it is first.
    pub fn table(&self) -> &Comparison {
        &self.table
    }
}

/// Adds the measuring.
pub fn plugin(app: &mut App) {
    app.init_resource::<Comparing>().add_systems(Update, measure);
}

fn measure(
    session: Res<Session>,
    solutions: Res<Solutions>,
    proposals: Res<Proposals>,
    interface: Res<Interface>,
    wording: Res<Wording>,
    mut notices: ResMut<Notices>,
    mut comparing: ResMut<Comparing>,
) {
    let (Some(region), Some(survey)) = (session.region(), solutions.survey(&session)) else { return };
    if interface.sheet != Some(Sheet::Compare) {
        return;
    }
    let comparing = comparing.bypass_change_detection();
    let of = (session.generation(), solutions.generation());
    let shown = Some((of, proposals.revision(), wording.language()));
    if comparing.shown == shown && comparing.missing == 0 {
        return;
    }
    comparing.shown = shown;
    if comparing.of != of {
        *comparing = Comparing { of, ..Comparing::default() };
    }
    if let Some((id, standing, job)) = comparing.working.take() {
        match job.poll() {
            Poll::Running => comparing.working = Some((id, standing, job)),
            Poll::Done(measured) => _ = comparing.known.insert(id, Known { standing, measured: Arc::new(measured) }),
            Poll::Lost => {
                notices.say(Diagnostic::error("work-lost").with("target", id.as_str()));
                // Not tried again until something changes.
                comparing.known.insert(id, Known { standing, measured: Arc::default() });
            }
        }
    }
    let stands = |id: &str| proposals.find(id).map(|scenario| family::standing(scenario, proposals.all())).unwrap_or_default();
    let ids = || std::iter::once(String::new()).chain(proposals.all().iter().map(|scenario| scenario.id.clone()));
    let wanted: Vec<(String, BTreeMap<u32, Placed>)> = ids()
        .map(|id| (stands(&id), id))
        .filter(|(standing, id)| comparing.known.get(id).is_none_or(|known| known.standing != *standing))
        .map(|(standing, id)| (id, standing))
        .collect();
    comparing.missing = wanted.len();
    if let Some((id, standing)) = wanted.into_iter().next().filter(|_| comparing.working.is_none()) {
        let (region, survey, catalog, planned) = (region.clone(), survey.clone(), solutions.catalog.clone(), standing.clone());
        let job = Job::start(move |_| {
            let plan = Plan::new(planned, Ground { region: &region, survey: &survey, catalog: &catalog }, &Plan::default());
            Measured::new(&apply(&region, &plan, &catalog), &plan, &catalog, &Assumptions::default())
        });
        comparing.working = Some((id, standing, job));
    }
    let name = |id: &str| match proposals.find(id) {
        Some(scenario) => wording.local(&scenario.heading.name).to_owned(),
        None => wording.get("scenario-base").into_owned(),
    };
    let column = |id: String| {
        let known = comparing.known.get(&id)?;
        Some(Column { name: name(&id), measured: known.measured.clone(), id })
    };
    comparing.table = Comparison { columns: ids().filter_map(column).collect() };
}
