//! Commands that hand on what is seen: a model for other 3D programs, a film of a flight.

use super::path_or_dated;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::scene::Bookmark;
use crate::viewer::app::export::SaveModel;
use crate::viewer::app::film::{Leg, MakeFilm, RATE, WIDTH};
use crate::viewer::app::session::Session;
use crate::viewer::app::settings::UserSettings;
use crate::viewer::app::viewpoint::Viewpoint;
use bevy::prelude::*;

type Done = Result<(), Diagnostic>;

/// Seconds of a flight from one view to the next, and of the rest at each.
const FLIGHT: f64 = 4.0;
const REST: f64 = 0.8;

/// Saves what is in view as a 3D file: to a path, or under the date in the current folder.
pub fn model(world: &mut World, argument: &str) -> Done {
    world.write_message(SaveModel { path: path_or_dated(argument, "glb") });
    Ok(())
}

/// `FILE|BOOKMARK|BOOKMARK…`: a film of the flight from view to view; with one view, of the flight there from here.
pub fn film(world: &mut World, argument: &str) -> Done {
    let mut parts = argument.split('|').map(str::trim);
    let path = path_or_dated(parts.next().unwrap_or_default(), "gif");
    let session = world.resource::<Session>();
    let (Some(scene), Some(region)) = (session.scene(), session.region()) else { return Ok(()) };
    let own = world.resource::<UserSettings>().get().bookmarks.get(&scene.id);
    let known = || scene.bookmarks.iter().chain(own.into_iter().flatten());
    let view = |id: &str| Bookmark::find(known(), id).map(|bookmark| Viewpoint::from_view(&bookmark.view, region));
    let mut views = parts.filter(|id| !id.is_empty()).map(view).collect::<Result<Vec<Viewpoint>, Diagnostic>>()?;
    match views.len() {
        0 => return Err(Diagnostic::warning("film-without-views")),
        1 => views.insert(0, *world.resource::<Viewpoint>()),
        _ => {}
    }
    let leg = |(index, view): (usize, Viewpoint)| Leg {
        target: Some(view),
        flight: if index == 0 { 0.0 } else { FLIGHT },
        rest: REST,
        ..Leg::default()
    };
    let legs = views.into_iter().enumerate().map(leg).collect();
    world.write_message(MakeFilm { path, rate: RATE, width: WIDTH, legs });
    Ok(())
}
