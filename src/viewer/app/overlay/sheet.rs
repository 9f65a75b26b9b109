//! Outcomes that lie on the ground between the features, too: a sheet of values for what is in view, worked out by a job for each view when
//! somebody looks.

use super::Overlay;
use super::window::window;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::region::Region;
use crate::twin::simulate::assumption::AssumptionSpec;
use crate::twin::simulate::cells::Cells;
use crate::twin::simulate::radio::assumption::FIELD_LIMIT;
use crate::twin::simulate::radio::field_sheet::{field, ring};
use crate::twin::simulate::radio::signal_sheet::signal;
use crate::twin::simulate::radio::station::Network;
use crate::twin::simulate::sheet::{Piece, Sheet};
use crate::twin::simulate::wanted::Wanted;
use crate::viewer::app::comparison::{Comparing, Ground};
use crate::viewer::app::job::{Job, Poll, aside};
use crate::viewer::app::navigate::Flight;
use crate::viewer::app::notice::Notices;
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::session::Session;
use crate::viewer::app::view_size::ViewSize;
use crate::viewer::app::viewpoint::Viewpoint;
use crate::viewer::app::views::Views;
use bevy::prelude::*;
use std::sync::Arc;

/// How an outcome lies on the ground.
pub struct SheetSpec {
    /// The outcome; `overlay-sheet-<id>` in the locales.
    pub id: &'static str,
    /// Sides of cells, the finest and the coarsest [m]: powers of two.
    pub sides: [f64; 2],
    /// Up to this value nothing is drawn, and from this one on all of the colour.
    pub floor: [f32; 2],
    /// What is assumed of the limit whose line is drawn, where there is one.
    pub limit: Option<&'static AssumptionSpec>,
    make: fn(&Source, Cells, &Wanted) -> Option<Laid>,
}

/// Every outcome that does.
pub static SHEETS: &[SheetSpec] = &[
    // The relief is known no finer.
    SheetSpec { id: "mobile-signal", sides: [16.0, 16_384.0], floor: [-120.0, -118.0], limit: None, make: lay_signal },
    // The ring of a mast is some 60 m wide: on coarser cells nothing would be left of it.
    SheetSpec { id: "mast-field", sides: [2.0, 32.0], floor: [0.1, 0.2], limit: Some(&FIELD_LIMIT), make: lay_field },
];

/// How an outcome lies on the ground, if it does.
pub fn find(id: &str) -> Option<&'static SheetSpec> {
    SHEETS.iter().find(|spec| spec.id == id)
}

fn lay_signal(Source { region, network, .. }: &Source, cells: Cells, wanted: &Wanted) -> Option<Laid> {
    Some(Laid { values: signal(region, &network.value, cells, wanted)?, ring: Vec::new() })
}

fn lay_field(Source { region, network, limit, .. }: &Source, cells: Cells, wanted: &Wanted) -> Option<Laid> {
    let values = field(region, &network.value, cells, wanted)?;
    Some(Laid { values, ring: ring(region, &network.value, *limit, cells, wanted)? })
}

/// What a sheet is worked out of.
#[derive(Clone)]
struct Source {
    ground: Ground,
    region: Arc<Region>,
    network: Arc<Report<Network>>,
    /// The limit whose line is drawn; infinite where there is none.
    limit: f64,
}

/// What was worked out.
#[derive(Debug)]
pub struct Laid {
    /// Values on the ground.
    pub values: Sheet,
    /// The line where a limit is passed.
    pub ring: Vec<Piece>,
}

/// A sheet that is wanted: what lies on the ground, where, and of what it is made.
struct Order {
    spec: &'static SheetSpec,
    cells: Cells,
    source: Source,
}

impl PartialEq for Order {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.source.network, &other.source.network);
        // Masts may be the same though the scenario is another.
        let same_masts = || Arc::ptr_eq(a, b) || a.value.stations == b.value.stations;
        self.is_like(other) && self.cells == other.cells && same_masts()
    }
}

impl Order {
    /// Whether one may be seen until the other is there: the same outcome of the same region, with the same taken for granted.
    fn is_like(&self, other: &Self) -> bool {
        (self.spec.id, self.source.ground) == (other.spec.id, other.source.ground)
    }
}

/// The sheets of all views.
#[derive(Resource, Default)]
pub struct Sheets {
    views: Vec<View>,
    missing: usize,
}

/// The sheet of a view: what is there, perhaps nothing, and what is on its way.
#[derive(Default)]
struct View {
    there: Option<(Order, Option<Arc<Laid>>)>,
    making: Option<(Order, Job<Option<Laid>>)>,
}

impl Sheets {
    /// The sheet in a view, perhaps of ground that was in view before, and how it is to look.
    pub fn in_view(&self, view: usize) -> Option<(&'static SheetSpec, &Arc<Laid>)> {
        let (order, laid) = self.views.get(view)?.there.as_ref()?;
        Some((order.spec, laid.as_ref()?))
    }

    /// Views whose sheet is not worked out yet for the ground that is in view.
    pub fn missing(&self) -> usize {
        self.missing
    }
}

impl View {
    /// Sees to it that a sheet is there; says whether it is not yet.
    fn want(&mut self, order: Order, notices: &mut Notices) -> bool {
        if self.there.as_ref().is_some_and(|(there, _)| !there.is_like(&order)) {
            self.there = None;
        }
        if self.there.as_ref().is_some_and(|(there, _)| *there == order) {
            self.making = None;
            return false;
        }
        // Who is not waited for any more stops.
        let making = self.making.take().filter(|(making, _)| *making == order);
        let Some((making, job)) = making else {
            let (spec, cells, source) = (order.spec, order.cells, order.source.clone());
            let job = Job::start(move |watch| aside(|| (spec.make)(&source, cells, watch.wanted())));
            self.making = Some((order, job));
            return true;
        };
        match job.poll() {
            Poll::Running => self.making = Some((making, job)),
            Poll::Done(laid) => self.there = Some((making, laid.filter(|laid| !laid.values.is_empty()).map(Arc::new))),
            Poll::Lost => {
                notices.say(Diagnostic::error("work-lost").with("target", making.spec.id));
                // Not tried again until something changes.
                self.there = Some((making, None));
            }
        }
        self.making.is_some()
    }
}

/// Keeps the sheet of every view up to date with the outcome, the scenario and the ground that is seen, or is flown to.
#[allow(clippy::too_many_arguments)]
pub fn follow(
    session: Res<Session>,
    overlay: Res<Overlay>,
    comparing: Res<Comparing>,
    proposals: Res<Proposals>,
    (views, size): (Res<Views>, Res<ViewSize>),
    (viewpoint, flight): (Res<Viewpoint>, Res<Flight>),
    mut sheets: ResMut<Sheets>,
    mut notices: ResMut<Notices>,
) {
    let sheets = sheets.bypass_change_detection();
    sheets.views.resize_with(views.count(), View::default);
    // Differences are shown of features alone.
    let shown = overlay.shown().filter(|_| !overlay.difference && comparing.is_of(&session));
    let spec = shown.and_then(|spec| find(spec.id)).zip(session.region());
    sheets.missing = 0;
    for (view, id) in sheets.views.iter_mut().zip(views.ids(&proposals)) {
        let Some(((spec, region), network)) = spec.zip(comparing.network(id)) else {
            *view = View::default();
            continue;
        };
        let limit = spec.limit.map_or(f64::INFINITY, |limit| comparing.assumptions().get(limit));
        let cells = window(&flight.destination(&viewpoint), views.aspect(&size), spec.sides);
        let source = Source { ground: comparing.ground(), region: region.clone(), network: network.clone(), limit };
        sheets.missing += usize::from(view.want(Order { spec, cells, source }, &mut notices));
    }
}

#[cfg(test)]
mod tests {
    use super::super::spec;
    use super::*;
    use crate::i18n::Words;
    use crate::twin::model::names::Language;

    #[test]
    fn every_sheet_belongs_to_an_outcome_and_has_its_words() {
        for (index, sheet) in SHEETS.iter().enumerate() {
            assert!(spec::find(sheet.id).is_some() && SHEETS[..index].iter().all(|other| other.id != sheet.id), "{}", sheet.id);
            assert!(sheet.floor[0] < sheet.floor[1] && sheet.sides[0] <= sheet.sides[1], "{}", sheet.id);
            assert!(sheet.sides.iter().all(|side| side.log2().fract() == 0.0), "{}", sheet.id);
            for language in Language::ALL {
                assert!(Words::new(language).has(&format!("overlay-sheet-{}", sheet.id)), "{} in {}", sheet.id, language.code());
            }
        }
    }
}
