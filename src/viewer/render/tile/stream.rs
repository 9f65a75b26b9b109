//! Brings tiles in as jobs while the view moves, shows the best that is there, and lets go of what is long unseen.

use super::build::{Guise, Tile, build};
use super::key::TileKey;
use super::part::{Stock, spawn_tile, switch_layers};
use super::scenery::{Proposed, Scenery};
use super::select::Selector;
use super::style::Style;
use crate::twin::model::space::Bounds;
use crate::viewer::app::command::CommandSystems;
use crate::viewer::app::layers::Layers;
use crate::viewer::app::overlay::dress::{Dress, shapes};
use crate::viewer::app::overlay::{Overlay, OverlaySystems};
use crate::viewer::app::present::Presenting;
use crate::viewer::app::proposals::{Drawn, FEW, ProposalSystems, Proposals};
use crate::viewer::app::quality::Quality;
use crate::viewer::app::rest::Pace;
use crate::viewer::app::session::{Activity, Session};
use crate::viewer::app::view_size::ViewSize;
use crate::viewer::app::viewpoint::Viewpoint;
use crate::viewer::app::views::{MOST, Views};
use crate::viewer::render::kind::Kind;
use bevy::platform::collections::{HashMap, HashSet};
use bevy::prelude::*;
use bevy::tasks::futures::check_ready;
use bevy::tasks::{AsyncComputeTaskPool, Task};
use std::sync::Arc;

/// How far the ground goes on beyond a region at least [m]: to the horizon of those who look at all of a town.
const BEYOND: f64 = 60_000.0;
/// Tiles kept beside those in view: a painted one takes 1.4 MB.
const SPARE: usize = 120;
/// Tiles built at the same time, before there is a picture.
const AT_ONCE: usize = 96;
/// Tiles taken over in a frame, once there is a picture: while it moves, and while it stands still.
const IN_A_FRAME: [usize; 2] = [6, 32];
/// Tiles built at the same time, while the picture moves.
const AT_ONCE_MOVING: usize = 3;

/// The scenery being drawn and its tiles.
#[derive(Resource, Default)]
pub struct Tiles {
    scenery: Option<Arc<Scenery>>,
    preparing: Option<(u64, Task<Arc<Scenery>>)>,
    generation: u64,
    /// What each view shows, the first that of the scenario that is shown.
    views: Vec<ViewTiles>,
    loaded: HashMap<TileKey, Loaded>,
    pending: HashMap<TileKey, (Style, Task<Vec<Tile>>)>,
    shown: HashSet<TileKey>,
    frame: u64,
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

struct Loaded {
    entity: Entity,
    /// What it was built for; another one shows it until its own is there.
    style: Style,
    triangles: [usize; Kind::ALL.len()],
    last_used: u64,
    /// Whether something is proposed or given up there since it was built.
    stale: bool,
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

    /// Takes over what is proposed now in a view.
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
}

/// Adds the streaming of tiles.
pub fn plugin(app: &mut App) {
    app.init_resource::<Tiles>().add_systems(
        Update,
        (follow_region, follow_scenarios, receive_tiles, choose_tiles, switch_layers)
            .chain()
            .after(CommandSystems)
            .after(ProposalSystems)
            .after(OverlaySystems),
    );
}

/// Starts over when another region is opened.
fn follow_region(session: Res<Session>, mut tiles: ResMut<Tiles>, mut commands: Commands) {
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
fn follow_scenarios(proposals: Res<Proposals>, views: Res<Views>, overlay: Res<Overlay>, mut tiles: ResMut<Tiles>) {
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

/// Lines are drawn wider than they are: by so much they may reach into the next tile [m].
const WIDE: f64 = 60.0;

impl Tiles {
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
    fn is_current(&self, proposals: &Proposals) -> bool {
        let is_current = |(view, shown): (usize, &ViewTiles)| proposals.drawn_in(view).is_none_or(|drawn| drawn.number == shown.shown);
        proposals.is_drawn() && self.views.iter().enumerate().all(is_current)
    }

    /// What tiles are built for, beside their style: the outcome that each view shows.
    fn dresses(&self) -> [u64; MOST] {
        std::array::from_fn(|view| self.views.get(view).and_then(|view| view.guise.dress.as_ref()).map_or(0, |dress| dress.number))
    }
}

fn receive_tiles(mut tiles: ResMut<Tiles>, pace: Res<Pace>, mut stock: Stock, mut commands: Commands) {
    let frame = tiles.frame;
    // Before there is a picture, all at once; later a few in a frame, so that none takes long.
    let most = if tiles.shown.is_empty() { AT_ONCE } else { IN_A_FRAME[usize::from(!pace.is_moving())] };
    let ready = tiles.pending.iter_mut().filter_map(|(key, (style, task))| check_ready(task).map(|built| (*key, *style, built)));
    let ready: Vec<(TileKey, Style, Vec<Tile>)> = ready.take(most).collect();
    for (key, style, built) in ready {
        tiles.pending.remove(&key);
        let triangles = std::array::from_fn(|kind| built.iter().map(|tile| tile.surfaces[kind].triangles()).sum());
        let entity = spawn_tile(key, built, &mut stock, &mut commands);
        if let Some(old) = tiles.loaded.insert(key, Loaded { entity, style, triangles, last_used: frame, stale: false }) {
            commands.entity(old.entity).despawn();
        }
    }
}

/// Walks the quadtree: shows what is there, asks for what is not.
#[allow(clippy::too_many_arguments)]
fn choose_tiles(
    mut tiles: ResMut<Tiles>,
    session: Res<Session>,
    proposals: Res<Proposals>,
    viewpoint: Res<Viewpoint>,
    size: Res<ViewSize>,
    views: Res<Views>,
    quality: Res<Quality>,
    layers: Res<Layers>,
    pace: Res<Pace>,
    presenting: Res<Presenting>,
    mut visibilities: Query<&mut Visibility>,
    mut activity: ResMut<Activity>,
    mut commands: Commands,
) {
    let tiles = &mut *tiles;
    let (Some(scenery), Some(region)) = (tiles.scenery.clone(), session.region()) else { return };
    tiles.frame += 1;
    let selected = |viewpoint: &Viewpoint| {
        Selector::new(viewpoint, views.aspect(&size), region.extent.grown(region.extent.size()[0] + BEYOND), *quality)
    };
    let selector = selected(&viewpoint);
    let style = Style::new(*quality, &layers, tiles.views.len(), tiles.dresses());
    let (shown, mut wanted) = walk(tiles, style, &selector);
    activity.tiles_current = tiles.generation == session.generation();
    activity.proposals_current = tiles.is_current(&proposals);
    activity.tiles_missing = wanted.len();
    // Who listens to a stop gives time to make the next one ready.
    let ahead = presenting.talk().and_then(|talk| talk.seen().ahead).filter(|_| wanted.is_empty() && !pace.is_moving());
    if let Some(next) = ahead {
        wanted = walk(tiles, style, &selected(&next)).1;
    }
    // Before there is a picture, and while nobody moves, tiles have the machine for themselves; else they leave it to the frames.
    let is_bare = activity.tiles_shown == 0 || activity.tiles_missing > shown.len();
    let at_once = if is_bare || !pace.is_moving() { AT_ONCE } else { AT_ONCE_MOVING };
    for (_, key) in wanted {
        if tiles.pending.len() >= at_once {
            break;
        }
        if !tiles.pending.contains_key(&key) {
            let (scenery, guises) = (scenery.clone(), tiles.views.iter().map(|view| view.guise.clone()).collect::<Vec<_>>());
            let task = AsyncComputeTaskPool::get().spawn(async move { build(&scenery, &guises, key, style) });
            tiles.pending.insert(key, (style, task));
        }
    }
    show(tiles, shown, &mut visibilities);
    activity.tiles_shown = tiles.shown.len();
    let count = |kind: Kind| tiles.shown.iter().filter_map(|key| tiles.loaded.get(key)).map(|loaded| loaded.triangles[kind as usize]).sum();
    activity.triangles = Kind::ALL.into_iter().map(|kind| (format!("{kind:?}").to_lowercase(), count(kind))).collect();
    evict(tiles, &mut commands);
}

/// What can be shown of what a selector sees, and what is wanted for it, with its urgency.
fn walk(tiles: &mut Tiles, style: Style, selector: &Selector) -> (Vec<TileKey>, Vec<(f64, TileKey)>) {
    let mut walk = Walk { tiles, style, selector, shown: Vec::new(), wanted: Vec::new() };
    for root in selector.roots() {
        let mut shown = Vec::new();
        walk.visit(root, &mut shown);
        walk.shown.append(&mut shown);
    }
    let Walk { shown, mut wanted, .. } = walk;
    wanted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    wanted.dedup_by_key(|(_, key)| *key);
    (shown, wanted)
}

struct Walk<'a> {
    tiles: &'a mut Tiles,
    style: Style,
    selector: &'a Selector,
    shown: Vec<TileKey>,
    /// With their urgency: the smaller the sooner.
    wanted: Vec<(f64, TileKey)>,
}

impl Walk<'_> {
    /// Adds what can be shown of a tile; true where that covers all of it that is in view.
    fn visit(&mut self, key: TileKey, shown: &mut Vec<TileKey>) -> bool {
        if !self.selector.sees(key) {
            return true;
        }
        let children = key.children().filter(|_| self.selector.wants_finer(key));
        let Some(children) = children else {
            return self.use_loaded(key, shown) || self.want_and_stand_in(key, shown);
        };
        let mut finer = Vec::new();
        let mut complete = true;
        for child in children {
            // Every child is visited, whatever its brothers lack.
            complete &= self.visit(child, &mut finer);
        }
        if !complete && self.use_loaded(key, shown) {
            return true;
        }
        // Every third level is kept ready below the view, so that moving never opens holes.
        if key.level % 3 == 2 && !self.keep(key) {
            self.wanted.push((self.selector.distance(key) + 8.0 * key.size(), key));
        }
        shown.append(&mut finer);
        complete
    }

    fn use_loaded(&mut self, key: TileKey, shown: &mut Vec<TileKey>) -> bool {
        let frame = self.tiles.frame;
        let Some(loaded) = self.tiles.loaded.get_mut(&key) else { return false };
        loaded.last_used = frame;
        let stale = loaded.stale || loaded.style != self.style;
        shown.push(key);
        if stale {
            self.wanted.push((self.selector.distance(key), key));
        }
        true
    }

    /// Keeps a tile that is not shown, as it is; says whether it is there.
    fn keep(&mut self, key: TileKey) -> bool {
        let frame = self.tiles.frame;
        self.tiles.loaded.get_mut(&key).map(|loaded| loaded.last_used = frame).is_some()
    }

    /// Asks for a tile and shows its finer ones meanwhile, if they are all there.
    fn want_and_stand_in(&mut self, key: TileKey, shown: &mut Vec<TileKey>) -> bool {
        self.wanted.push((self.selector.distance(key), key));
        let children: Vec<TileKey> = key.children().into_iter().flatten().filter(|child| self.selector.sees(*child)).collect();
        let all = !children.is_empty() && children.iter().all(|child| self.tiles.loaded.contains_key(child));
        all && children.into_iter().all(|child| self.use_loaded(child, shown))
    }
}

fn show(tiles: &mut Tiles, shown: Vec<TileKey>, visibilities: &mut Query<&mut Visibility>) {
    let shown: HashSet<TileKey> = shown.into_iter().collect();
    let mut set = |key: &TileKey, visibility: Visibility| {
        if let Some(mut current) = tiles.loaded.get(key).and_then(|loaded| visibilities.get_mut(loaded.entity).ok()) {
            current.set_if_neq(visibility);
        }
    };
    tiles.shown.difference(&shown).for_each(|key| set(key, Visibility::Hidden));
    shown.iter().for_each(|key| set(key, Visibility::Inherited));
    tiles.shown = shown;
}

/// Lets go of the tiles that were unseen for longest.
fn evict(tiles: &mut Tiles, commands: &mut Commands) {
    let spare = tiles.loaded.len().saturating_sub(tiles.shown.len() + SPARE);
    if spare == 0 {
        return;
    }
    let mut idle: Vec<(u64, TileKey)> =
        tiles.loaded.iter().filter(|(_, loaded)| loaded.last_used < tiles.frame).map(|(key, loaded)| (loaded.last_used, *key)).collect();
    idle.sort_unstable();
    for (_, key) in idle.into_iter().take(spare) {
        if let Some(loaded) = tiles.loaded.remove(&key) {
            commands.entity(loaded.entity).despawn();
        }
    }
}
