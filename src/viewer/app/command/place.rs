//! Commands that place solutions and change those that stand.

use crate::twin::catalog::kind;
use crate::twin::catalog::site::Geometry;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::space::GeoPoint;
use crate::twin::scenario::edit::Deed;
use crate::twin::scenario::month::Month;
use crate::twin::scenario::placed::Placed;
use crate::twin::text::readable::unknown_name;
use crate::viewer::app::autosave::Saving;
use crate::viewer::app::interface::Interface;
use crate::viewer::app::library::Solutions;
use crate::viewer::app::notice::Notices;
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::selection::Selection;
use crate::viewer::app::session::Session;
use crate::viewer::app::tool::{Placing, Tool};
use bevy::prelude::*;
use std::collections::BTreeMap;

type Done = Result<(), Diagnostic>;

/// How far copies lie from what was copied [degrees].
const ASIDE: f64 = 0.0008;

/// Takes a solution in hand, by its id; without one that which is chosen in the library.
pub fn place(world: &mut World, argument: &str) -> Done {
    let solutions = world.resource::<Solutions>();
    let id = if argument.is_empty() { solutions.chosen.clone() } else { Some(argument.to_owned()) };
    let id = id.ok_or_else(|| Diagnostic::warning("nothing-selected"))?;
    if solutions.catalog.template(&id).is_none() {
        return Err(super::solution::unknown(&solutions.catalog, &id));
    }
    begin(world)?;
    world.resource_mut::<Selection>().set(None);
    world.resource_mut::<Proposals>().chosen.clear();
    world.resource_mut::<Tool>().take(Some(Placing { template: id, ..Placing::default() }));
    Ok(())
}

/// Before the first edit: a scenario to edit, and the scene locked for this window.
pub fn begin(world: &mut World) -> Done {
    if world.resource::<Session>().region().is_none() {
        return Err(Diagnostic::warning("no-scenario"));
    }
    world.resource_scope(|world, mut saving: Mut<Saving>| saving.begin(&mut world.resource_mut::<Notices>()))?;
    if world.resource::<Proposals>().current().is_none() {
        super::scenario::new(world, "")?;
    }
    Ok(())
}

/// `LON LAT`: sets a point; a solution that takes only one stands then.
pub fn place_at(world: &mut World, argument: &str) -> Done {
    let points = points(argument)?;
    let geometry = geometry(world)?;
    if let Some(placing) = world.resource_mut::<Tool>().placing_mut() {
        placing.points.extend(points);
    }
    if geometry == Geometry::Point { place_done(world, "") } else { Ok(()) }
}

/// What is drawn for the solution in hand.
fn geometry(world: &World) -> Result<Geometry, Diagnostic> {
    let placing = world.resource::<Tool>().placing().ok_or_else(|| Diagnostic::warning("nothing-in-hand"))?;
    let template = world.resource::<Solutions>().catalog.template(&placing.template);
    template.map(kind::geometry).ok_or_else(|| Diagnostic::warning("nothing-in-hand"))
}

/// `LAYER ID`: lets the solution in hand change something that stands.
pub fn place_on(world: &mut World, argument: &str) -> Done {
    geometry(world)?;
    let layer = argument.split(' ').next().unwrap_or_default();
    let solutions = world.resource::<Solutions>();
    let template = world.resource::<Tool>().placing().and_then(|placing| solutions.catalog.template(&placing.template));
    if !template.is_some_and(|template| kind::spec(template.kind).on.contains(&layer)) {
        return Err(Diagnostic::warning("thing-not-meant"));
    }
    let Some(region) = world.resource::<Session>().region().cloned() else { return Ok(()) };
    let found = Selection::by_id(&region, argument).ok_or_else(|| Diagnostic::error("unknown-feature").with("feature", argument))?;
    let facts = Selection::facts(&region, found);
    let line = facts.parts.into_iter().next().filter(|_| facts.length > 0.0);
    let points = line.unwrap_or_else(|| vec![facts.anchor]).into_iter().map(|point| region.frame.geo_from_position(point)).collect();
    if let Some(placing) = world.resource_mut::<Tool>().placing_mut() {
        (placing.points, placing.on) = (points, Some(argument.to_owned()));
    }
    place_done(world, "")
}

/// Takes the last point back.
pub fn place_back(world: &mut World, _: &str) -> Done {
    if let Some(placing) = world.resource_mut::<Tool>().placing_mut() {
        placing.points.pop();
    }
    Ok(())
}

/// Ends the line or the area: the solution stands.
pub fn place_done(world: &mut World, _: &str) -> Done {
    let geometry = geometry(world)?;
    let Some(placing) = world.resource::<Tool>().placing().cloned() else { return Ok(()) };
    if placing.points.len() < geometry.least_points() {
        return Err(Diagnostic::warning("too-few-points").with("least", geometry.least_points()));
    }
    let (session, solutions) = (world.resource::<Session>(), world.resource::<Solutions>());
    let last = (geometry == Geometry::Point).then(|| placing.points.last().copied()).flatten();
    let Some(placed) = placing.placed(session, solutions, last) else { return Ok(()) };
    let mut proposals = world.resource_mut::<Proposals>();
    let key = proposals.new_keys(1).start;
    proposals.put(Deed::Place, [(key, Some(Placed { key, ..placed }))])?;
    proposals.close_step();
    proposals.chosen = [key].into();
    world.resource_mut::<Tool>().take(None);
    Ok(())
}

/// `KEY`, `+KEY` or nothing: chooses a solution that stands, one more, or none.
pub fn choose(world: &mut World, argument: &str) -> Done {
    let add = argument.starts_with('+');
    let key: Option<u32> = argument.trim_start_matches('+').parse().ok();
    let mut proposals = world.resource_mut::<Proposals>();
    if !add {
        proposals.chosen.clear();
    }
    if let Some(key) = key.filter(|key| proposals.drawn().plan.solutions.contains_key(key) || proposals.standing().contains_key(key))
        && (!add || !proposals.chosen.remove(&key))
    {
        proposals.chosen.insert(key);
    }
    world.resource_mut::<Selection>().set(None);
    Ok(())
}

/// The chosen solutions, as they stand.
fn chosen(world: &World) -> Result<BTreeMap<u32, Placed>, Diagnostic> {
    let proposals = world.resource::<Proposals>();
    let mut standing = proposals.standing();
    standing.retain(|key, _| proposals.chosen.contains(key));
    if standing.is_empty() { Err(Diagnostic::warning("nothing-selected")) } else { Ok(standing) }
}

/// Changes the chosen solutions in one step.
fn change(world: &mut World, deed: Deed, mut change: impl FnMut(&mut Placed)) -> Done {
    let mut standing = chosen(world)?;
    begin(world)?;
    standing.values_mut().for_each(&mut change);
    world.resource_mut::<Proposals>().put(deed, standing.into_iter().map(|(key, placed)| (key, Some(placed))))
}

/// `LON LAT`: moves what is chosen there; the first of it comes to stand at the place, the others beside it as before.
pub fn move_to(world: &mut World, argument: &str) -> Done {
    let to = *points(argument)?.first().ok_or_else(|| Diagnostic::error("not-a-place").with("text", argument))?;
    let first = chosen(world)?.values().next().and_then(middle).ok_or_else(|| Diagnostic::warning("nothing-selected"))?;
    let (east, north) = (to.lon - first.lon, to.lat - first.lat);
    change(world, Deed::Move, |placed| shift(placed, east, north))
}

/// Where a solution is taken hold of: the middle of its points.
pub fn middle(placed: &Placed) -> Option<GeoPoint> {
    let count = placed.points.len() as f64;
    let sum = placed.points.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.lon, sum.1 + point.lat));
    (count > 0.0).then(|| GeoPoint::new(sum.0 / count, sum.1 / count))
}

fn shift(placed: &mut Placed, east: f64, north: f64) {
    placed.points.iter_mut().for_each(|point| *point = GeoPoint::new(point.lon + east, point.lat + north));
}

/// `DEGREES` clockwise, with a sign by so much, else to the compass direction: turns what is in hand or chosen.
pub fn turn(world: &mut World, argument: &str) -> Done {
    let degrees: f64 = argument.trim_start_matches('+').parse().map_err(|_| Diagnostic::error("not-an-angle").with("text", argument))?;
    let by = argument.starts_with(['+', '-']);
    let turned = |bearing: f64| if by { bearing + degrees } else { degrees }.rem_euclid(360.0);
    let shown = world.resource::<Tool>().ghost().map(|ghost| ghost.resolved.placed.bearing);
    if let Some(placing) = world.resource_mut::<Tool>().placing_mut() {
        placing.bearing = Some(turned(placing.bearing.or(shown).unwrap_or(0.0)));
        return Ok(());
    }
    change(world, Deed::Turn, |placed| placed.bearing = turned(placed.bearing))
}

/// By 15 degrees to the left.
pub fn turn_left(world: &mut World, _: &str) -> Done {
    turn(world, "-15")
}

/// By 15 degrees to the right.
pub fn turn_right(world: &mut World, _: &str) -> Done {
    turn(world, "+15")
}

/// `LON LAT LON LAT …`: other points for the solution that is chosen.
pub fn reshape(world: &mut World, argument: &str) -> Done {
    let points = points(argument)?;
    change(world, Deed::Reshape, |placed| placed.points.clone_from(&points))
}

/// `PARAMETER VALUE`: sets a parameter of what is in hand or chosen.
pub fn set(world: &mut World, argument: &str) -> Done {
    let wrong = || Diagnostic::error("not-a-setting").with("text", argument);
    let (name, value) = argument.rsplit_once(' ').ok_or_else(wrong)?;
    let value: f64 = value.parse().ok().filter(|value: &f64| value.is_finite()).ok_or_else(wrong)?;
    known_parameter(world, name)?;
    if let Some(placing) = world.resource_mut::<Tool>().placing_mut() {
        placing.set.insert(name.to_owned(), value);
        return Ok(());
    }
    change(world, Deed::Set, |placed| _ = placed.set.insert(name.to_owned(), value))
}

/// `PARAMETER`: gives a parameter back to its rule.
pub fn release(world: &mut World, name: &str) -> Done {
    if let Some(placing) = world.resource_mut::<Tool>().placing_mut() {
        placing.set.remove(name);
        return Ok(());
    }
    change(world, Deed::Release, |placed| _ = placed.set.remove(name))?;
    world.resource_mut::<Proposals>().close_step();
    Ok(())
}

/// `2027-03`: the month in which the design of what is chosen begins; without one that which is usual.
pub fn schedule_from(world: &mut World, argument: &str) -> Done {
    let month = month(argument)?;
    change(world, Deed::Schedule, |placed| placed.from = month)
}

/// `2027-03`: the month before which the works of what is chosen do not begin; without one they follow the consents.
pub fn schedule_builds(world: &mut World, argument: &str) -> Done {
    let month = month(argument)?;
    change(world, Deed::Schedule, |placed| placed.builds_from = month)
}

/// A month, or none where nothing is written.
pub(super) fn month(text: &str) -> Result<Option<Month>, Diagnostic> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Month::parse(text).map(Some).ok_or_else(|| Diagnostic::error("not-a-month").with("text", text))
}

/// The name of a parameter of what is in hand or chosen; a misspelt one is told with its neighbour.
fn known_parameter(world: &World, name: &str) -> Done {
    let solutions = world.resource::<Solutions>();
    let in_hand = world.resource::<Tool>().placing().map(|placing| placing.template.clone());
    let id = in_hand.or_else(|| chosen(world).ok()?.into_values().next().map(|placed| placed.template.value));
    let template = id.and_then(|id| solutions.catalog.template(&id)).ok_or_else(|| Diagnostic::warning("nothing-selected"))?;
    let known: Vec<&str> = template.parameters.iter().map(|parameter| parameter.id.as_str()).collect();
    if known.contains(&name) {
        return Ok(());
    }
    Err(unknown_name(Diagnostic::error("parameter-unknown"), name, &known))
}

/// Ends the pull at a slider or a handle: what follows is a step of its own.
pub fn settle(world: &mut World, _: &str) -> Done {
    world.resource_mut::<Proposals>().close_step();
    Ok(())
}

/// Takes the chosen solutions away.
pub fn remove(world: &mut World, _: &str) -> Done {
    let keys: Vec<u32> = chosen(world)?.into_keys().collect();
    begin(world)?;
    let mut proposals = world.resource_mut::<Proposals>();
    proposals.put(Deed::Remove, keys.into_iter().map(|key| (key, None)))?;
    proposals.close_step();
    proposals.chosen.clear();
    Ok(())
}

/// Copies the chosen solutions.
pub fn copy(world: &mut World, _: &str) -> Done {
    let copies = chosen(world)?.into_values().collect();
    world.resource_mut::<Proposals>().clipboard = copies;
    Ok(())
}

/// Pastes the copies: `LON LAT`, or a little aside.
pub fn paste(world: &mut World, argument: &str) -> Done {
    let mut copies = world.resource::<Proposals>().clipboard.clone();
    let Some(first) = copies.first().and_then(middle) else { return Err(Diagnostic::warning("nothing-copied")) };
    let to = points(argument)?.first().copied().unwrap_or(GeoPoint::new(first.lon + ASIDE, first.lat));
    begin(world)?;
    copies.iter_mut().for_each(|placed| shift(placed, to.lon - first.lon, to.lat - first.lat));
    let mut proposals = world.resource_mut::<Proposals>();
    let keys = proposals.new_keys(copies.len() as u32);
    proposals.put(Deed::Paste, keys.clone().zip(copies.clone()).map(|(key, placed)| (key, Some(Placed { key, ..placed }))))?;
    proposals.close_step();
    proposals.chosen = keys.collect();
    proposals.clipboard = copies;
    Ok(())
}

/// Takes the last step back.
pub fn undo(world: &mut World, _: &str) -> Done {
    step(world, true)
}

/// Does again what was taken back.
pub fn redo(world: &mut World, _: &str) -> Done {
    step(world, false)
}

fn step(world: &mut World, back: bool) -> Done {
    if world.resource_mut::<Interface>().sheet.is_some() {
        return Ok(());
    }
    let deed = world.resource_mut::<Proposals>().step(back);
    let code = if back { "nothing-to-undo" } else { "nothing-to-redo" };
    deed.map(|_| ()).ok_or_else(|| Diagnostic::note(code))
}

/// Pairs of longitude and latitude.
pub(super) fn points(text: &str) -> Result<Vec<GeoPoint>, Diagnostic> {
    let wrong = || Diagnostic::error("not-a-place").with("text", text);
    let parts = text.split([' ', ',', ';']).filter(|part| !part.is_empty());
    let numbers: Vec<f64> = parts.map(|part| part.parse().map_err(|_| wrong())).collect::<Result<_, _>>()?;
    let points: Vec<GeoPoint> = numbers.chunks(2).filter(|pair| pair.len() == 2).map(|pair| GeoPoint::new(pair[0], pair[1])).collect();
    if numbers.len() % 2 == 1 || points.iter().any(|point| !point.is_valid()) { Err(wrong()) } else { Ok(points) }
}
