//! Commands that find, point at, correct and measure things.

use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::corrections;
use crate::twin::model::correction::Correction;
use crate::twin::model::region::Region;
use crate::viewer::app::film::Film;
use crate::viewer::app::interface::Interface;
use crate::viewer::app::keep::Keeping;
use crate::viewer::app::library::Solutions;
use crate::viewer::app::measure::Measure;
use crate::viewer::app::navigate::Flight;
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::search::Search;
use crate::viewer::app::selection::{FeatureAt, Selection};
use crate::viewer::app::session::Session;
use crate::viewer::app::tool::Tool;
use crate::viewer::app::viewpoint::Viewpoint;
use bevy::prelude::*;

type Done = Result<(), Diagnostic>;

/// Puts the cursor into the search field; with a text, goes to the best match.
pub fn search(world: &mut World, argument: &str) -> Done {
    if argument.is_empty() {
        let mut interface = world.resource_mut::<Interface>();
        interface.hidden = false;
        interface.searches += 1;
        return Ok(());
    }
    let Some(region) = world.resource::<Session>().region().cloned() else { return Ok(()) };
    let found = world.resource::<Search>().find(argument, 1).first().copied();
    let found = found.ok_or_else(|| Diagnostic::warning("nothing-found").with("text", argument))?;
    show(world, &region, found)
}

/// `LAYER ID`: goes to a feature and points at it.
pub fn find(world: &mut World, argument: &str) -> Done {
    let Some(region) = world.resource::<Session>().region().cloned() else { return Ok(()) };
    let found = Selection::by_id(&region, argument).ok_or_else(|| Diagnostic::error("unknown-feature").with("feature", argument))?;
    show(world, &region, found)
}

fn show(world: &mut World, region: &Region, found: FeatureAt) -> Done {
    if let Some(target) = Selection::view_of(region, found, world.resource::<Viewpoint>()) {
        world.resource_mut::<Flight>().to(target);
    }
    world.resource_mut::<Selection>().set(Some(found));
    Ok(())
}

/// `LAYER ID`: points at a feature.
pub fn select(world: &mut World, argument: &str) -> Done {
    let Some(region) = world.resource::<Session>().region().cloned() else { return Ok(()) };
    let found = Selection::by_id(&region, argument).ok_or_else(|| Diagnostic::error("unknown-feature").with("feature", argument))?;
    world.resource_mut::<Selection>().set(Some(found));
    Ok(())
}

/// `FIELD|VALUE|SOURCE` of what is pointed at: sets a value right by hand.
pub fn correct(world: &mut World, argument: &str) -> Done {
    let Some(region) = world.resource::<Session>().region().cloned() else { return Ok(()) };
    let Some(at) = world.resource::<Selection>().at() else { return Err(Diagnostic::error("nothing-selected")) };
    let mut parts = argument.splitn(3, '|').map(str::to_owned);
    let (Some(field), Some(value), Some(source)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(Diagnostic::error("not-a-correction").with("text", argument));
    };
    let correction = Correction {
        layer: at.layer.to_owned(),
        feature: Selection::id_of(&region, at).to_string(),
        field,
        value,
        source,
        date: jiff::Zoned::now().date().to_string(),
    };
    let mut corrected = (*region).clone();
    corrections::correct(&mut corrected, correction)?;
    world.resource_mut::<Session>().replace_region(corrected);
    world.resource_mut::<Keeping>().corrections_changed();
    Ok(())
}

/// One key back: breaks off a film, closes what is open, ends measuring, points at nothing.
pub fn clear(world: &mut World, _: &str) -> Done {
    let mut film = world.resource_mut::<Film>();
    if film.is_under_way() {
        film.cancel();
        return Ok(());
    }
    if world.resource_mut::<Interface>().close() {
        return Ok(());
    }
    if world.resource::<Measure>().active {
        *world.resource_mut::<Measure>() = Measure::default();
        return Ok(());
    }
    if world.resource::<Tool>().placing().is_some() {
        world.resource_mut::<Tool>().take(None);
        return Ok(());
    }
    let chosen = std::mem::take(&mut world.resource_mut::<Proposals>().chosen);
    let selected = world.resource_mut::<Selection>().take();
    if chosen.is_empty() && selected.is_none() && world.resource_mut::<Solutions>().chosen.take().is_none() {
        world.resource_mut::<Interface>().side = None;
    }
    Ok(())
}

/// Starts measuring, or ends it.
pub fn measure(world: &mut World, _: &str) -> Done {
    let active = !world.resource::<Measure>().active;
    *world.resource_mut::<Measure>() = Measure { active, ..Measure::default() };
    Ok(())
}
