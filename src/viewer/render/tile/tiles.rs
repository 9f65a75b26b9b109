//! The tiles there are, what they are built of, and when they have to be built anew: with another region, other proposals, another outcome.

use super::build::{Guise, Tile};
use super::key::TileKey;
use super::scenery::{Proposed, Scenery};
use super::style::Style;
use crate::twin::model::space::Bounds;
use crate::viewer::app::layers::Layers;
use crate::viewer::app::overlay::Overlay;
use crate::viewer::app::overlay::dress::{Dress, shapes};
use crate::viewer::app::proposals::{Drawn, FEW, Proposals};
use crate::viewer::app::quality::Quality;
use crate::viewer::app::session::Session;
use crate::viewer::app::views::{MOST, Views};
use crate::viewer::render::kind::Kind;
use bevy::platform::collections::{HashMap, HashSet};
use bevy::prelude::*;
use bevy::tasks::futures::check_ready;
use bevy::tasks::{AsyncComputeTaskPool, Task};
use std::sync::Arc;

/// Lines are drawn wider than they are: by so much they may reach into the next tile [m].
const WIDE: f64 = 60.0;

/// The scenery being drawn and its tiles.
#[derive(Resource, Default)]
pub struct Tiles {
    scenery: Option<Arc<Scenery>>,
    preparing: Option<(u64, Task<Arc<Scenery>>)>,
    /// The session's region that the scenery is of.
    pub(super) generation: u64,
    /// What each view shows, the first that of the scenario that is shown.
    views: Vec<ViewTiles>,
    /// Tiles that are built.
    pub(super) loaded: HashMap<TileKey, Loaded>,
    /// Tiles that are being built, with what for.
    pub(super) pending: HashMap<TileKey, (Style, Task<Vec<Tile>>)>,
    /// Tiles in view.
    pub(super) shown: HashSet<TileKey>,
    /// Number of the frame.
    pub(super) frame: u64,
}

/// What a view shows, and what is on its way there.
#[derive(Default)]
struct ViewTiles {
    guise: Guise,
    proposing: Option<(Drawn, Task<Proposed>)>,
    /// Number of the scenario's picture that is shown.
    shown: u64,
}

/// The tiles in view and what they are built of: meshes leave the processor's memory, so that who wants them builds them once more.
#[derive(Clone)]
pub struct InView {
    /// What is there.
    pub scenery: Arc<Scenery>,
    /// What the first view shows of it.
    pub guise: Guise,
    /// The tiles with what they were built for, in the order of their keys.
    pub tiles: Vec<(TileKey, Style)>,
}

/// A tile that is built.
pub(super) struct Loaded {
    pub(super) entity: Entity,
    /// What it was built for; another one shows it until its own is there.
    pub(super) style: Style,
    pub(super) triangles: [usize; Kind::ALL.len()],
    /// Number of the last frame that used it.
    pub(super) last_used: u64,
    /// Whether something is proposed or given up there since it was built.
    pub(super) stale: bool,
}

impl Tiles {
    /// The scenery, once it is ready.
    pub fn scenery(&self) -> Option<&Arc<Scenery>> {
        self.scenery.as_ref()
    }

    /// What is proposed in the scenario that is shown, as it is drawn.
    pub fn proposed(&self) -> Option<&Proposed> {
        self.views.first().map(|view| &*view.guise.proposed)
    }

    /// The tiles in view; none before there is a picture.
    pub fn in_view(&self) -> Option<InView> {
        let (scenery, guise) = self.scenery.clone().zip(self.views.first().map(|view| view.guise.clone()))?;
        let mut tiles: Vec<(TileKey, Style)> = self.shown.iter().filter_map(|key| Some((*key, self.loaded.get(key)?.style))).collect();
        tiles.sort_by_key(|(key, _)| *key);
        (!tiles.is_empty()).then_some(InView { scenery, guise, tiles })
    }

    /// Shows what is proposed in a view.
    fn propose(&mut self, view: usize, proposed: Proposed, drawn: &Drawn) {
        let shown = &mut self.views[view];
        shown.guise.proposed = Arc::new(proposed);
        // Where pictures were passed over, nobody knows what is different.
        let next = drawn.number == shown.shown + 1;
        shown.shown = drawn.number;
        self.touch(drawn.touched.as_deref().filter(|_| next));
    }

    /// Lets everything be built anew.
    pub fn build_anew(&mut self) {
        self.touch(None);
    }

    /// Lets everything be built anew that touches some boxes; without them everything.
    fn touch(&mut self, touched: Option<&[Bounds]>) {
        let touches = |key: &TileKey| touched.is_none_or(|all| all.iter().any(|bounds| key.bounds().intersects(bounds)));
        self.loaded.iter_mut().filter(|(key, _)| touches(key)).for_each(|(_, loaded)| loaded.stale = true);
        // What is being built does not know of it.
        self.pending.retain(|key, _| !touches(key));
    }

    /// Takes over an outcome that differs from the one before in some features alone: tiles without them are as they should be.
    fn redress(&mut self, view: usize, before: &Dress, now: &Dress) {
        let (Some(scenery), Some(changed)) = (&self.scenery, before.changed(now)) else { return };
        let region = &scenery.region;
        // What is proposed is drawn with its scenario.
        let known = |(layer, feature): (&str, usize)| Some(shapes(region, layer).filter(|shapes| feature < shapes.len())?.get(feature));
        let boxes: Vec<Bounds> = changed.into_iter().filter_map(known).map(|shape| shape.bounds().grown(WIDE)).collect();
        self.touch(Some(&boxes));
        let styles = self.loaded.values_mut().map(|loaded| &mut loaded.style).chain(self.pending.values_mut().map(|(style, _)| style));
        styles.for_each(|style| style.redress(view, before.number, now.number));
    }

    /// Takes over what is proposed now in a view: at once where little of it is new, else by a job.
    fn follow(&mut self, view: usize, drawn: &Drawn) {
        let shown = &mut self.views[view];
        let current = shown.proposing.as_ref().map_or(shown.shown, |(drawn, _)| drawn.number);
        if shown.proposing.is_none() && drawn.number != current {
            if shown.guise.proposed.lacks(drawn) <= FEW {
                let proposed = Proposed::new(drawn, &shown.guise.proposed);
                return self.propose(view, proposed, drawn);
            }
            let (wanted, earlier) = (drawn.clone(), shown.guise.proposed.clone());
            let task = AsyncComputeTaskPool::get().spawn(async move { Proposed::new(&wanted, &earlier) });
            shown.proposing = Some((drawn.clone(), task));
        }
        let Some((drawn, mut task)) = shown.proposing.take() else { return };
        match check_ready(&mut task) {
            Some(proposed) => self.propose(view, proposed, &drawn),
            None => self.views[view].proposing = Some((drawn, task)),
        }
    }

    /// Whether every view shows what its scenario holds.
    pub(super) fn is_current(&self, proposals: &Proposals) -> bool {
        let is_current = |(view, shown): (usize, &ViewTiles)| proposals.drawn_in(view).is_none_or(|drawn| drawn.number == shown.shown);
        proposals.is_drawn() && self.views.iter().enumerate().all(is_current)
    }

    /// What each view shows.
    pub(super) fn guises(&self) -> Vec<Guise> {
        self.views.iter().map(|view| view.guise.clone()).collect()
    }

    /// What tiles are built for: what people have chosen, and the outcome that each view shows.
    pub(super) fn style(&self, quality: Quality, layers: &Layers) -> Style {
        let dress = |view: usize| self.views.get(view)?.guise.dress.as_ref();
        let dresses: [u64; MOST] = std::array::from_fn(|view| dress(view).map_or(0, |dress| dress.number));
        Style::new(quality, layers, self.views.len(), dresses)
    }
}

/// Starts over when another region is opened.
pub(super) fn follow_region(session: Res<Session>, mut tiles: ResMut<Tiles>, mut commands: Commands) {
    let Some(region) = session.region() else { return };
    let current = tiles.preparing.as_ref().map_or(tiles.generation, |(generation, _)| *generation);
    if session.generation() != current {
        let region = region.clone();
        let task = AsyncComputeTaskPool::get().spawn(async move { Arc::new(Scenery::new(region)) });
        tiles.preparing = Some((session.generation(), task));
    }
    let Some((generation, mut task)) = tiles.preparing.take() else { return };
    if let Some(scenery) = check_ready(&mut task) {
        tiles.pending.clear();
        tiles.shown.clear();
        tiles.loaded.drain().for_each(|(_, loaded)| commands.entity(loaded.entity).despawn());
        (tiles.scenery, tiles.generation) = (Some(scenery), generation);
    } else {
        tiles.preparing = Some((generation, task));
    }
}

/// Draws what is proposed anew where it is different, in each view, and outcomes where they look different.
pub(super) fn follow_scenarios(proposals: Res<Proposals>, views: Res<Views>, overlay: Res<Overlay>, mut tiles: ResMut<Tiles>) {
    tiles.views.resize_with(views.count(), ViewTiles::default);
    for view in 0..views.count() {
        let dress = overlay.dress(view).cloned();
        let before = std::mem::replace(&mut tiles.views[view].guise.dress, dress.clone());
        if let Some((before, now)) = before.zip(dress).filter(|(before, now)| before.number != now.number) {
            tiles.redress(view, &before, &now);
        }
        if let Some(drawn) = proposals.drawn_in(view) {
            tiles.follow(view, drawn);
        }
    }
}
