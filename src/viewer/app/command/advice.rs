//! Commands about advice: what is short, and a scenario that mends it.

use crate::twin::diagnostic::Diagnostic;
use crate::viewer::app::advice::Advice;
use crate::viewer::app::interface::{Interface, Side};
use bevy::prelude::*;

type Done = Result<(), Diagnostic>;

/// Opens the panel of what is short, or closes it.
pub fn panel(world: &mut World, _: &str) -> Done {
    world.resource_mut::<Interface>().toggle_side(Side::Advice);
    Ok(())
}

/// Makes a scenario that mends the shortfall of that place in the list, counted from 1.
pub fn mend(world: &mut World, argument: &str) -> Done {
    let odd = || Diagnostic::error("advice-place-odd").with("text", argument);
    let place: usize = argument.parse().map_err(|_| odd())?;
    world.resource_mut::<Advice>().want(place.checked_sub(1).ok_or_else(odd)?);
    Ok(())
}
