//! Commands about the library of solutions.

use crate::twin::catalog::Catalog;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::text::readable::unknown_name;
use crate::viewer::app::interface::{Interface, Side};
use crate::viewer::app::library::Solutions;
use crate::viewer::app::settings::UserSettings;
use bevy::prelude::*;

type Done = Result<(), Diagnostic>;

/// Opens the library, or closes it.
pub fn library(world: &mut World, _: &str) -> Done {
    world.resource_mut::<Interface>().toggle_side(Side::Library);
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
        return Err(unknown(&solutions.catalog, argument));
    }
    solutions.chosen = Some(argument.to_owned());
    world.resource_mut::<Interface>().side = Some(Side::Library);
    Ok(())
}

/// Puts a solution among those at hand, or takes it out.
pub fn favourite(world: &mut World, id: &str) -> Done {
    if world.resource::<Solutions>().catalog.template(id).is_none() {
        return Err(unknown(&world.resource::<Solutions>().catalog, id));
    }
    let favourites = &mut world.resource_mut::<UserSettings>().into_inner().change().favourites;
    if !favourites.remove(id) {
        favourites.insert(id.to_owned());
    }
    Ok(())
}

/// What to say of an id that no solution has.
pub fn unknown(catalog: &Catalog, id: &str) -> Diagnostic {
    let known: Vec<&str> = catalog.templates.iter().map(|template| template.id.as_str()).collect();
    unknown_name(Diagnostic::error("solution-unknown"), id, &known)
}
