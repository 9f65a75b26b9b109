//! A stop on the screen: everything that it names is shown, and what is gone is told of.

use crate::store::settings::LayerLook;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::scenario::family;
use crate::twin::scene::Bookmark;
use crate::twin::text::readable::unknown_name;
use crate::twin::tour::{Camera, Sharing, Stop, Tour};
use crate::viewer::app::clock::Clock;
use crate::viewer::app::layers::{self, LAYERS, Layers};
use crate::viewer::app::library::Solutions;
use crate::viewer::app::navigate::Flight;
use crate::viewer::app::overlay::Overlay;
use crate::viewer::app::overlay::spec::{self, OVERLAYS};
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::session::Session;
use crate::viewer::app::timeline::Timeline;
use crate::viewer::app::viewpoint::Viewpoint;
use crate::viewer::app::views::{Arrangement, MOST, Views};
use crate::viewer::app::water::FloodWater;
use bevy::prelude::*;
use std::collections::BTreeSet;

/// How the eye gets to a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// It flies.
    Glide,
    /// It is there at once.
    Cut,
    /// It stays: somebody else leads it.
    Stay,
}

/// How a stop is seen.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// What of it could not be shown.
    pub notices: Vec<Diagnostic>,
    /// Where its camera stands; none where it stays.
    pub viewpoint: Option<Viewpoint>,
    /// Where that of the next stop stands: what is seen there is made ready meanwhile.
    pub ahead: Option<Viewpoint>,
}

/// Shows a stop.
pub fn show(world: &mut World, tour: &Tour, place: usize, motion: Motion) -> Seen {
    let Some(stop) = tour.stops.get(place) else { return Seen::default() };
    let mut seen = Seen::default();
    show_scenarios(world, stop, &mut seen.notices);
    miss_designs(world, stop, &mut seen.notices);
    show_outcome(world, stop, &mut seen.notices);
    world.resource_mut::<FloodWater>().set(stop.flood_hour.map(|hour| hour as f32));
    show_layers(world, stop, &mut seen.notices);
    set_clock(world, stop, &mut seen.notices);
    world.resource_mut::<Timeline>().show(stop.year);
    let viewpoint = camera(world, tour, place, &mut seen.notices);
    if let Some(target) = viewpoint.filter(|_| motion != Motion::Stay) {
        // Who is there already need not fly.
        let is_there = world.resource::<Viewpoint>().is_near(&target);
        if motion == Motion::Glide && stop.flight > 0.0 && !is_there {
            world.resource_mut::<Flight>().to_within(target, stop.flight);
        } else {
            *world.resource_mut::<Flight>() = Flight::default();
            *world.resource_mut::<Viewpoint>() = target;
        }
    }
    // What is wrong with the next stop is told there.
    let ahead = tour.stops.get(place + 1).and_then(|_| camera(world, tour, place + 1, &mut Vec::new()));
    Seen { viewpoint, ahead, ..seen }
}

fn show_scenarios(world: &mut World, stop: &Stop, notices: &mut Vec<Diagnostic>) {
    let mut proposals = world.resource_mut::<Proposals>();
    let known: Vec<String> = proposals.all().iter().map(|scenario| scenario.id.clone()).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let mut is_there = |id: &str| {
        let there = id.is_empty() || known.contains(&id);
        if !there {
            notices.push(unknown_name(Diagnostic::warning("scenario-unknown"), id, &known));
        }
        there
    };
    let wanted = stop.scenario.as_ref().map(|id| id.as_str()).filter(|id| is_there(id) && !id.is_empty());
    let mut others: Vec<String> = stop.against.iter().filter(|id| is_there(id.as_str())).map(|id| id.value.clone()).collect();
    if proposals.current().map(|scenario| scenario.id.as_str()) != wanted {
        proposals.show(wanted);
    }
    let arrangement = match stop.sharing {
        Sharing::Swipe => Arrangement::Swipe,
        Sharing::Beside => Arrangement::Beside,
    };
    others.truncate(if arrangement == Arrangement::Swipe { 1 } else { MOST - 1 });
    world.resource_mut::<Views>().set_if_neq(Views { arrangement, others, divider: stop.divider.clamp(0.02, 0.98) as f32 });
}

/// Tells of templates and norms that the scenarios of a stop rest on, and that are gone.
fn miss_designs(world: &World, stop: &Stop, notices: &mut Vec<Diagnostic>) {
    let (proposals, catalog) = (world.resource::<Proposals>(), &world.resource::<Solutions>().catalog);
    let scenarios = stop.scenarios().filter_map(|id| proposals.find(id));
    let templates: BTreeSet<String> = scenarios
        .flat_map(|scenario| family::standing(scenario, proposals.all()).into_values())
        .map(|placed| placed.template.value)
        .collect();
    let norms: Vec<&str> = catalog.norms.iter().map(|norm| norm.id.as_str()).collect();
    for id in &templates {
        let Some(template) = catalog.template(id) else {
            notices.push(Diagnostic::warning("talk-solution-gone").with("name", id.as_str()));
            continue;
        };
        for norm in template.norms.iter().map(|norm| norm.as_str()).filter(|norm| !norms.contains(norm)) {
            notices.push(Diagnostic::warning("talk-norm-gone").with("name", norm).with("solution", id.as_str()));
        }
    }
}

fn show_outcome(world: &mut World, stop: &Stop, notices: &mut Vec<Diagnostic>) {
    let wanted = stop.overlay.as_ref().and_then(|id| {
        let found = spec::find(id.as_str());
        if found.is_none() {
            let known: Vec<&str> = OVERLAYS.iter().map(|spec| spec.id).collect();
            notices.push(unknown_name(Diagnostic::warning("overlay-unknown"), id.as_str(), &known));
        }
        found
    });
    let mut overlay = world.resource_mut::<Overlay>();
    if overlay.shown() != wanted {
        overlay.choose(wanted);
    }
    if overlay.difference != stop.difference {
        overlay.difference = stop.difference;
    }
}

/// Layers are as they are at first, but for those that the stop names.
fn show_layers(world: &mut World, stop: &Stop, notices: &mut Vec<Diagnostic>) {
    let mut visible: Vec<bool> = LAYERS.iter().map(|layer| layer.shown).collect();
    for (names, wanted) in [(&stop.hidden, false), (&stop.shown, true)] {
        for name in names {
            match layers::find(name.as_str()) {
                Some(layer) => visible[layer] = wanted,
                None => {
                    let known: Vec<&str> = LAYERS.iter().map(|layer| layer.name).collect();
                    notices.push(unknown_name(Diagnostic::warning("tour-layer-unknown"), name.as_str(), &known));
                }
            }
        }
    }
    let mut layers = world.resource_mut::<Layers>();
    for (layer, visible) in visible.into_iter().enumerate() {
        let look = LayerLook { visible, ..LayerLook::default() };
        if layers.look(layer) != look {
            layers.set(layer, look);
        }
    }
}

fn set_clock(world: &mut World, stop: &Stop, notices: &mut Vec<Diagnostic>) {
    let Some(at) = &stop.at else { return };
    match stop.moment() {
        Some(moment) if world.resource::<Clock>().moment() != moment => world.resource_mut::<Clock>().set(moment),
        Some(_) => {}
        None => notices.push(Diagnostic::warning("tour-time-odd").with("text", at.as_str())),
    }
}

/// Where the eye is at a stop: a stop without a camera stays where the stop before it was, however it was reached.
pub(super) fn camera(world: &World, tour: &Tour, place: usize, notices: &mut Vec<Diagnostic>) -> Option<Viewpoint> {
    let session = world.resource::<Session>();
    let (region, scene) = (session.region()?, session.scene()?);
    let named = tour.stops[..=place].iter().rev().find_map(|stop| stop.camera.as_ref())?;
    let view = match named {
        Camera::View(view) => *view,
        Camera::Bookmark(id) => match Bookmark::find(scene.bookmarks.iter(), id.as_str()) {
            Ok(bookmark) => bookmark.view,
            Err(gone) => {
                notices.push(gone);
                return None;
            }
        },
    };
    Some(Viewpoint::from_view(&view, region))
}
