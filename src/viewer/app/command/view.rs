//! Commands that move the eye.

use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::local_text::LocalText;
use crate::twin::model::space::GeoPoint;
use crate::twin::notation;
use crate::twin::scene::{Bookmark, View};
use crate::viewer::app::navigate::Flight;
use crate::viewer::app::session::Session;
use crate::viewer::app::settings::UserSettings;
use crate::viewer::app::view_size::ViewSize;
use crate::viewer::app::viewpoint::Viewpoint;
use bevy::prelude::*;

type Done = Result<(), Diagnostic>;

fn fly(world: &mut World, change: impl FnOnce(&mut Viewpoint)) -> Done {
    let mut target = world.resource::<Flight>().destination(world.resource::<Viewpoint>());
    change(&mut target);
    world.resource_mut::<Flight>().to(target.clamped());
    Ok(())
}

/// The scene's first view, or all of it.
pub fn home(world: &mut World, _: &str) -> Done {
    let session = world.resource::<Session>();
    let aspect = world.resource::<ViewSize>().aspect();
    if let Some(view) = session.first_view(aspect) {
        world.resource_mut::<Flight>().to(view);
    }
    Ok(())
}

/// North up.
pub fn north(world: &mut World, _: &str) -> Done {
    fly(world, |view| view.heading = 0.0)
}

/// Straight down, or back to a slant.
pub fn look_down(world: &mut World, _: &str) -> Done {
    fly(world, |view| view.tilt = if view.tilt > 1.5 { 0.7 } else { std::f64::consts::FRAC_PI_2 })
}

/// Nearer by a third.
pub fn zoom_in(world: &mut World, _: &str) -> Done {
    fly(world, |view| view.distance /= 1.6)
}

/// Farther by half.
pub fn zoom_out(world: &mut World, _: &str) -> Done {
    fly(world, |view| view.distance *= 1.6)
}

/// To `lon lat` or `lon lat distance`, degrees and metres.
pub fn go_to(world: &mut World, argument: &str) -> Done {
    let numbers: Vec<f64> = argument.split([' ', ',', ';']).filter(|part| !part.is_empty()).map_while(|part| part.parse().ok()).collect();
    let (lon, lat, distance) = match numbers[..] {
        [lon, lat] => (lon, lat, None),
        [lon, lat, distance] => (lon, lat, Some(distance)),
        _ => return Err(Diagnostic::error("not-a-place").with("text", argument)),
    };
    let current = *world.resource::<Viewpoint>();
    let Some(region) = world.resource::<Session>().region().cloned() else { return Ok(()) };
    let view = View {
        look_at: GeoPoint::new(lon, lat),
        distance: distance.unwrap_or(current.distance),
        heading: current.heading.to_degrees(),
        tilt: current.tilt.to_degrees(),
    };
    world.resource_mut::<Flight>().to(Viewpoint::from_view(&view, &region));
    Ok(())
}

/// At once to a view in RON, as scenes have it.
pub fn look(world: &mut World, argument: &str) -> Done {
    let view: View = notation::parse(argument, "").map_err(|fault| Diagnostic { code: "not-a-view", ..fault })?;
    if let Some(region) = world.resource::<Session>().region().cloned() {
        *world.resource_mut::<Flight>() = Flight::default();
        *world.resource_mut::<Viewpoint>() = Viewpoint::from_view(&view, &region);
    }
    Ok(())
}

/// Keeps the view under a name; without one it is numbered.
pub fn add_bookmark(world: &mut World, argument: &str) -> Done {
    let session = world.resource::<Session>();
    let (Some(scene), Some(region)) = (session.scene(), session.region()) else { return Ok(()) };
    let (id, view) = (scene.id.clone(), world.resource::<Viewpoint>().to_view(region));
    let own = world.resource_mut::<UserSettings>().into_inner().change().bookmarks.entry(id).or_default();
    let number = own.len() + 1;
    let name = if argument.is_empty() { format!("{number}") } else { argument.to_owned() };
    let text = LocalText::everywhere(&name);
    own.push(Bookmark { id: format!("own-{number}"), name: text, view });
    Ok(())
}

/// To a view of the scene or of one's own, by its id.
pub fn go_to_bookmark(world: &mut World, argument: &str) -> Done {
    let session = world.resource::<Session>();
    let (Some(scene), Some(region)) = (session.scene(), session.region().cloned()) else { return Ok(()) };
    let own = world.resource::<UserSettings>().get().bookmarks.get(&scene.id);
    let view = Bookmark::find(scene.bookmarks.iter().chain(own.into_iter().flatten()), argument)?.view;
    world.resource_mut::<Flight>().to(Viewpoint::from_view(&view, &region));
    Ok(())
}

/// Forgets a view of one's own.
pub fn remove_bookmark(world: &mut World, argument: &str) -> Done {
    let Some(id) = world.resource::<Session>().scene().map(|scene| scene.id.clone()) else { return Ok(()) };
    if let Some(own) = world.resource_mut::<UserSettings>().into_inner().change().bookmarks.get_mut(&id) {
        own.retain(|bookmark| bookmark.id != argument);
    }
    Ok(())
}
