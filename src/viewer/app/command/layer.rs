//! Commands that show and hide layers.

use crate::twin::diagnostic::Diagnostic;
use crate::viewer::app::interface::{Interface, Side};
use crate::viewer::app::layers::{self, Layers};
use crate::viewer::app::settings::UserSettings;
use bevy::prelude::*;

/// Opens or closes the panel of layers.
pub fn panel(world: &mut World, _: &str) -> Result<(), Diagnostic> {
    world.resource_mut::<Interface>().toggle_side(Side::Layers);
    Ok(())
}

/// Shows or hides a layer: `NAME`, `NAME on`, `NAME off`.
pub fn toggle(world: &mut World, argument: &str) -> Result<(), Diagnostic> {
    let (name, state) = argument.split_once(' ').unwrap_or((argument, ""));
    change(world, name, |look| {
        look.visible = match state {
            "on" => true,
            "off" => false,
            _ => !look.visible,
        }
    })
}

/// `NAME SHARE`: how solid a layer is, 0.1 to 1.
pub fn opacity(world: &mut World, argument: &str) -> Result<(), Diagnostic> {
    let (name, share) = argument.split_once(' ').unwrap_or((argument, ""));
    let share: f32 = share.parse().map_err(|_| Diagnostic::error("not-a-share").with("text", share))?;
    change(world, name, |look| look.opacity = share.clamp(0.1, 1.0))
}

fn change(world: &mut World, name: &str, change: impl FnOnce(&mut crate::store::settings::LayerLook)) -> Result<(), Diagnostic> {
    let layer = layers::find(name).ok_or_else(|| Diagnostic::error("unknown-layer").with("layer", name))?;
    let mut look = world.resource::<Layers>().look(layer);
    change(&mut look);
    world.resource_mut::<Layers>().set(layer, look);
    world.resource_mut::<UserSettings>().into_inner().change().layers.insert(name.to_owned(), look);
    Ok(())
}
