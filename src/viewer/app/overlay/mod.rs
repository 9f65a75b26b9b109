//! What a model says of single features, on the map: which outcome is shown, what each view wears, and the value under the pointer.

pub mod dress;
pub mod sheet;
pub mod spec;
mod under;
mod window;

use super::comparison::Comparing;
use super::proposals::Proposals;
use super::session::Session;
use super::tool::Tool;
use super::views::Views;
use crate::twin::metrics::Measured;
use bevy::prelude::*;
use dress::Dress;
use spec::{OVERLAYS, OverlaySpec};
use std::sync::Arc;
pub use under::Under;

/// Which outcome is shown.
#[derive(Resource, Default)]
pub struct Overlay {
    /// What somebody chose; none for nothing.
    chosen: Option<&'static OverlaySpec>,
    /// What opened by itself for the solution that is being placed.
    opened: Option<&'static OverlaySpec>,
    /// Whether the differences between what is and what is shown are seen, instead of values.
    pub difference: bool,
    /// What each view wears, the first that of the scenario that is shown.
    worn: Vec<Worn>,
    /// The region that it is of.
    of: u64,
    count: u64,
    /// The value under the pointer.
    pub under: Option<Under>,
}

/// What a view wears, and what that was made of; a model that says nothing makes nothing.
#[derive(Clone, Default)]
struct Worn {
    dress: Option<Arc<Dress>>,
    of: Option<Making>,
}

/// What a dress is made of.
#[derive(Clone)]
struct Making {
    id: &'static str,
    figures: Arc<Measured>,
    against: Option<Arc<Measured>>,
}

impl PartialEq for Making {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.against, &other.against) {
            (None, None) => true,
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            _ => false,
        };
        self.id == other.id && same && Arc::ptr_eq(&self.figures, &other.figures)
    }
}

impl Overlay {
    /// The outcome that is shown.
    pub fn shown(&self) -> Option<&'static OverlaySpec> {
        self.opened.or(self.chosen)
    }

    /// Shows an outcome, or none.
    pub fn choose(&mut self, spec: Option<&'static OverlaySpec>) {
        (self.chosen, self.opened) = (spec, None);
    }

    /// What a view wears.
    pub fn dress(&self, view: usize) -> Option<&Arc<Dress>> {
        self.worn.get(view)?.dress.as_ref()
    }

    /// Whether the model has spoken, for every view.
    pub fn is_ready(&self) -> bool {
        self.shown().is_none() || !self.worn.is_empty() && self.worn.iter().all(|worn| worn.of.is_some())
    }
}

/// When it is settled what is on the map.
#[derive(SystemSet, Clone, Debug, PartialEq, Eq, Hash)]
pub struct OverlaySystems;

/// Adds the outcomes on the map.
pub fn plugin(app: &mut App) {
    let systems = (open_by_itself, dress_views, sheet::follow, under::look).chain();
    let systems = systems.in_set(OverlaySystems).after(super::comparison::MeasureSystems);
    app.init_resource::<Overlay>().init_resource::<sheet::Sheets>().add_systems(Update, systems);
}

/// Opens the outcome that a solution changes while it is being placed.
fn open_by_itself(tool: Res<Tool>, mut overlay: ResMut<Overlay>) {
    let wanted = tool.placing().and_then(|placing| OVERLAYS.iter().find(|spec| spec.opens_for.contains(&placing.template.as_str())));
    if overlay.opened != wanted {
        overlay.opened = wanted;
    }
}

/// Makes what each view wears, when it is another outcome or there are other figures.
fn dress_views(
    comparing: Res<Comparing>,
    proposals: Res<Proposals>,
    views: Res<Views>,
    session: Res<Session>,
    mut overlay: ResMut<Overlay>,
) {
    let overlay = overlay.bypass_change_detection();
    if overlay.of != session.generation() {
        (overlay.of, overlay.worn) = (session.generation(), Vec::new());
    }
    let Some(region) = session.region().filter(|_| comparing.is_of(&session)) else { return };
    let shown = overlay.shown();
    overlay.worn.resize(views.count(), Worn::default());
    let base = comparing.measured("");
    for (view, id) in views.ids(&proposals).into_iter().enumerate() {
        let against = base.filter(|_| overlay.difference);
        let figures = comparing.measured(id).filter(|_| !overlay.difference || base.is_some());
        let making = shown.zip(figures).map(|(spec, figures)| Making { id: spec.id, figures: figures.clone(), against: against.cloned() });
        let worn = &mut overlay.worn[view];
        // Figures of before stay on the map while new ones are worked out.
        let waits = making.is_none() && worn.of.as_ref().map(|made| made.id) == shown.map(|spec| spec.id);
        if worn.of == making || waits {
            continue;
        }
        overlay.count += 1;
        let number = overlay.count;
        let made = shown.zip(making.as_ref());
        let dress = made.and_then(|(spec, making)| Dress::new(spec, &making.figures, making.against.as_deref(), region, number));
        *worn = Worn { dress: dress.map(Arc::new), of: making };
    }
}
