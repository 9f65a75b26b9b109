//! Commands about the water of a flood: the hour in which it is seen, and its play.

use crate::twin::diagnostic::Diagnostic;
use crate::viewer::app::comparison::Comparing;
use crate::viewer::app::overlay::Overlay;
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::water::{FloodWater, shown_until};
use bevy::prelude::*;

type Done = Result<(), Diagnostic>;

/// Hours since the river began to rise, or `most` for the highest water.
pub fn hour(world: &mut World, argument: &str) -> Done {
    let odd = || Diagnostic::error("flood-hour-odd").with("text", argument);
    let hour = match argument.trim() {
        "most" => None,
        text => Some(text.parse::<f32>().ok().filter(|hour| hour.is_finite() && *hour >= 0.0).ok_or_else(odd)?),
    };
    world.resource_mut::<FloodWater>().set(hour);
    Ok(())
}

/// Lets the water come, or stops it. Where no flood is seen there is nothing to play.
pub fn play(world: &mut World, _: &str) -> Done {
    let last = shown_until(world.resource::<Overlay>(), world.resource::<Comparing>(), world.resource::<Proposals>());
    if let Some(last) = last {
        world.resource_mut::<FloodWater>().play_or_pause(last);
    }
    Ok(())
}
