//! Commands about the library of solutions.

use crate::twin::diagnostic::Diagnostic;
use crate::twin::text::readable::suggest;
use crate::viewer::app::interface::Interface;
use crate::viewer::app::library::Solutions;
use bevy::prelude::*;

type Done = Result<(), Diagnostic>;

/// Opens the library, or closes it.
pub fn library(world: &mut World, _: &str) -> Done {
    let mut interface = world.resource_mut::<Interface>();
    interface.library = !interface.library;
    interface.layers &= !interface.library;
    interface.hidden = false;
    Ok(())
}

/// Chooses a solution by its id; without one none is.
pub fn solution(world: &mut World, argument: &str) -> Done {
    let mut solutions = world.resource_mut::<Solutions>();
    if argument.is_empty() {
        solutions.chosen = None;
        return Ok(());
    }
    if solutions.catalog.template(argument).is_none() {
        let known: Vec<&str> = solutions.catalog.templates.iter().map(|template| template.id.as_str()).collect();
        let unknown = Diagnostic::error("solution-unknown").with("name", argument).with("known", known.join(", "));
        return Err(suggest(unknown, argument, &known));
    }
    solutions.chosen = Some(argument.to_owned());
    world.resource_mut::<Interface>().library = true;
    Ok(())
}
