//! Commands about what happens: outcomes on the map, views beside one another, what is assumed, figures as files.

use super::path_or_dated;
use super::place::points;
use crate::i18n::Words;
use crate::store::files;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::metrics;
use crate::twin::model::space::Position;
use crate::twin::text::readable::unknown_name;
use crate::viewer::app::comparison::Comparing;
use crate::viewer::app::navigate::Pointer;
use crate::viewer::app::notice::Notices;
use crate::viewer::app::overlay::Overlay;
use crate::viewer::app::overlay::spec::{OVERLAYS, find};
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::reach::{Means, Reach};
use crate::viewer::app::session::Session;
use crate::viewer::app::settings::Wording;
use crate::viewer::app::viewpoint::Viewpoint;
use crate::viewer::app::views::{Arrangement, MOST, Views};
use bevy::prelude::*;
use std::path::PathBuf;

type Done = Result<(), Diagnostic>;

/// Shows an outcome on the map, or takes it away; without an id none.
pub fn overlay(world: &mut World, id: &str) -> Done {
    let spec = find(id);
    if spec.is_none() && !id.is_empty() {
        let known: Vec<&str> = OVERLAYS.iter().map(|spec| spec.id).collect();
        return Err(unknown_name(Diagnostic::error("overlay-unknown"), id, &known));
    }
    let mut overlay = world.resource_mut::<Overlay>();
    let shown = overlay.shown();
    overlay.choose(spec.filter(|spec| shown != Some(spec)));
    Ok(())
}

/// Shows the next outcome.
pub fn next_overlay(world: &mut World, _: &str) -> Done {
    let mut overlay = world.resource_mut::<Overlay>();
    let place = overlay.shown().and_then(|shown| OVERLAYS.iter().position(|spec| spec == shown));
    let next = place.map_or(0, |place| place + 1);
    overlay.choose(OVERLAYS.get(next));
    Ok(())
}

/// Shows where it gets better and where worse, instead of values; or values again.
pub fn difference(world: &mut World, _: &str) -> Done {
    let mut overlay = world.resource_mut::<Overlay>();
    overlay.difference = !overlay.difference;
    if overlay.shown().is_none() {
        overlay.choose(OVERLAYS.first());
    }
    Ok(())
}

/// Cuts the picture: the scenario that is shown on one side, the one of that id on the other, `-` for the region as it is; without an id
/// the region as it is. Where the picture is cut already, it is one again.
pub fn swipe(world: &mut World, id: &str) -> Done {
    toggle(world, Arrangement::Swipe, id)
}

/// Lays views beside the one that is shown, of scenarios by their ids with commas between, `-` for the region as it is; without ids the
/// region as it is. Where views lie beside one another already, there is one again.
pub fn beside(world: &mut World, ids: &str) -> Done {
    toggle(world, Arrangement::Beside, ids)
}

fn toggle(world: &mut World, arrangement: Arrangement, ids: &str) -> Done {
    let views = world.resource::<Views>();
    let is_open = views.arrangement == arrangement && views.count() > 1;
    let mut others = match ids {
        "" if is_open => Vec::new(),
        "" => vec![partner(world)?],
        ids => ids.split(',').map(|id| known(world, id.trim())).collect::<Result<Vec<String>, Diagnostic>>()?,
    };
    others.truncate(if arrangement == Arrangement::Swipe { 1 } else { MOST - 1 });
    let mut views = world.resource_mut::<Views>();
    (views.arrangement, views.others) = (arrangement, others);
    Ok(())
}

/// Closes the view of that number, counted from 1; the first is that of the scenario that is shown, and stays.
pub fn close_view(world: &mut World, argument: &str) -> Done {
    let mut views = world.resource_mut::<Views>();
    let place = argument.parse::<usize>().ok().and_then(|number| number.checked_sub(2)).filter(|place| *place < views.others.len());
    let place = place.ok_or_else(|| Diagnostic::error("view-unknown").with("text", argument))?;
    views.others.remove(place);
    Ok(())
}

/// What a view shows beside the scenario that is shown: the region as it is, or the first scenario where that is shown.
fn partner(world: &World) -> Result<String, Diagnostic> {
    let proposals = world.resource::<Proposals>();
    let first = || proposals.all().first().map(|scenario| scenario.id.clone()).ok_or_else(|| Diagnostic::warning("no-scenario"));
    if proposals.current().is_some() { Ok(String::new()) } else { first() }
}

fn known(world: &World, id: &str) -> Result<String, Diagnostic> {
    let proposals = world.resource::<Proposals>();
    if id == "-" {
        return Ok(String::new());
    }
    if proposals.find(id).is_some() {
        return Ok(id.to_owned());
    }
    let known: Vec<&str> = proposals.all().iter().map(|scenario| scenario.id.as_str()).collect();
    Err(unknown_name(Diagnostic::error("scenario-unknown"), id, &known))
}

/// Shows what is reached from `LON LAT`; without it from the place under the pointer, else from the middle of the view, and once more it
/// is gone.
pub fn reach(world: &mut World, argument: &str) -> Done {
    if !argument.is_empty() {
        let region = world.resource::<Session>().region().cloned();
        let place = points(argument)?.first().copied().zip(region);
        world.resource_mut::<Reach>().ask(place.map(|(at, region)| region.frame.position_from_geo(at)));
        return Ok(());
    }
    let middle = world.resource::<Viewpoint>().focus;
    let place = world.resource::<Pointer>().ground.map_or(middle, |place| place.truncate());
    let mut reach = world.resource_mut::<Reach>();
    let place = reach.asked().is_none().then(|| Position::from_metres(place.x, place.y));
    reach.ask(place);
    Ok(())
}

/// What one moves with to get from the place that was asked about: foot, car or transit.
pub fn reach_by(world: &mut World, name: &str) -> Done {
    let known = Means::ALL.map(Means::name);
    let means = Means::ALL.into_iter().find(|means| means.name() == name);
    world.resource_mut::<Reach>().means = means.ok_or_else(|| unknown_name(Diagnostic::error("reach-means-unknown"), name, &known))?;
    Ok(())
}

/// How long it may take to get from there [min].
pub fn reach_within(world: &mut World, minutes: &str) -> Done {
    let odd = || Diagnostic::error("reach-minutes-odd").with("text", minutes);
    let parsed = minutes.trim().parse().ok().filter(|minutes| (1..=240).contains(minutes));
    world.resource_mut::<Reach>().minutes = parsed.ok_or_else(odd)?;
    Ok(())
}

/// People walk as slowly as on snow and ice, or as in summer again.
pub fn winter(world: &mut World, _: &str) -> Done {
    let mut reach = world.resource_mut::<Reach>();
    reach.winter = !reach.winter;
    Ok(())
}

/// Moves the divider: 0 to 1 from the left.
pub fn divider(world: &mut World, argument: &str) -> Done {
    let place: f32 = argument.parse().map_err(|_| Diagnostic::error("divider-odd").with("text", argument))?;
    world.resource_mut::<Views>().divider = if place.is_finite() { place.clamp(0.02, 0.98) } else { 0.5 };
    Ok(())
}

/// `id=value`: sets what is assumed; `id=` as the model has it.
pub fn assume(world: &mut World, argument: &str) -> Done {
    let mut comparing = world.resource_mut::<Comparing>();
    let mut assumptions = comparing.assumptions().clone();
    match argument.strip_suffix('=') {
        Some(id) => {
            // An id that is not known is refused as any other.
            metrics::known_assumption(id)?;
            assumptions.0.remove(id);
        }
        None => assumptions.0.extend(metrics::assumptions(&[argument.to_owned()])?.0),
    }
    comparing.assume(assumptions);
    Ok(())
}

/// `csv` or `json`, or a path that ends so: writes the comparison to a file.
pub fn export(world: &mut World, argument: &str) -> Done {
    let named = PathBuf::from(argument);
    let form = named.extension().map_or_else(|| argument.to_owned(), |extension| extension.to_string_lossy().into_owned());
    let path = if named.extension().is_some() { named } else { path_or_dated("", &form) };
    let words: &Words = world.resource::<Wording>();
    let table = world.resource::<Comparing>().table();
    if table.columns.is_empty() {
        return Err(Diagnostic::warning("export-nothing"));
    }
    let text = match form.as_str() {
        "csv" => words.comparison_csv(table),
        "json" => format!("{:#}", table.to_json()),
        _ => return Err(Diagnostic::error("export-form-unknown").with("text", argument)),
    };
    files::replace(&path, text.as_bytes())?;
    world.resource_mut::<Notices>().say(Diagnostic::note("export-written").with("file", files::shown(&path)));
    Ok(())
}
