//! What was seen before a talk: put aside when it begins, and laid back when it ends.

use crate::viewer::app::clock::Clock;
use crate::viewer::app::interface::Interface;
use crate::viewer::app::layers::{LAYERS, Layers};
use crate::viewer::app::navigate::Flight;
use crate::viewer::app::overlay::Overlay;
use crate::viewer::app::overlay::spec::OverlaySpec;
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::selection::Selection;
use crate::viewer::app::timeline::Timeline;
use crate::viewer::app::tool::Tool;
use crate::viewer::app::viewpoint::Viewpoint;
use crate::viewer::app::views::Views;
use crate::viewer::app::water::FloodWater;
use bevy::prelude::*;
use bevy::window::{MonitorSelection, PrimaryWindow, WindowMode};

/// What was seen before a talk.
pub struct Before {
    viewpoint: Viewpoint,
    scenario: Option<String>,
    views: Views,
    overlay: Option<&'static OverlaySpec>,
    difference: bool,
    flood_hour: Option<f32>,
    clock: Clock,
    layers: Layers,
    year: Option<f64>,
    hidden: bool,
}

impl Before {
    /// What is seen now.
    pub fn of(world: &World) -> Self {
        let overlay = world.resource::<Overlay>();
        Self {
            viewpoint: *world.resource::<Viewpoint>(),
            scenario: world.resource::<Proposals>().current().map(|scenario| scenario.id.clone()),
            views: world.resource::<Views>().clone(),
            overlay: overlay.shown(),
            difference: overlay.difference,
            flood_hour: world.resource::<FloodWater>().hour(),
            clock: *world.resource::<Clock>(),
            layers: world.resource::<Layers>().clone(),
            year: world.resource::<Timeline>().year,
            hidden: world.resource::<Interface>().hidden,
        }
    }

    /// Puts the editor aside and gives the talk the whole screen.
    pub fn make_room(world: &mut World) {
        world.resource_mut::<Tool>().take(None);
        world.resource_mut::<Selection>().set(None);
        let mut interface = world.resource_mut::<Interface>();
        (interface.hidden, interface.sheet, interface.side) = (true, None, None);
        fill_screen(world, true);
    }

    /// Lays everything back.
    pub fn restore(self, world: &mut World) {
        *world.resource_mut::<Flight>() = Flight::default();
        *world.resource_mut::<Viewpoint>() = self.viewpoint;
        let mut proposals = world.resource_mut::<Proposals>();
        let is_there = self.scenario.as_deref().is_none_or(|id| proposals.find(id).is_some());
        if is_there && proposals.current().map(|scenario| &scenario.id) != self.scenario.as_ref() {
            proposals.show(self.scenario.as_deref());
        }
        *world.resource_mut::<Views>() = self.views;
        let mut overlay = world.resource_mut::<Overlay>();
        overlay.choose(self.overlay);
        overlay.difference = self.difference;
        world.resource_mut::<FloodWater>().set(self.flood_hour);
        *world.resource_mut::<Clock>() = self.clock;
        let mut layers = world.resource_mut::<Layers>();
        (0..LAYERS.len()).for_each(|layer| layers.set(layer, self.layers.look(layer)));
        world.resource_mut::<Timeline>().year = self.year;
        world.resource_mut::<Interface>().hidden = self.hidden;
        fill_screen(world, false);
    }
}

/// The whole screen for the window, or no longer.
fn fill_screen(world: &mut World, whole: bool) {
    let mode = if whole { WindowMode::BorderlessFullscreen(MonitorSelection::Current) } else { WindowMode::Windowed };
    let mut windows = world.query_filtered::<&mut Window, With<PrimaryWindow>>();
    for mut window in windows.iter_mut(world) {
        if window.mode != mode {
            window.mode = mode;
        }
    }
}
