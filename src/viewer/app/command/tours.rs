//! Commands of the tour editor: tours, their stops, and what is said at them. Those about a stop mean one of the tour that is open.

use super::name_or_number;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::local_text::LocalText;
use crate::twin::model::names::Language;
use crate::twin::text::{Spot, Versioned};
use crate::twin::tour::check::{FLIGHT, STAY};
use crate::twin::tour::{Stop, Tour, unknown};
use crate::viewer::app::autosave::Saving;
use crate::viewer::app::interface::{Interface, Side};
use crate::viewer::app::notice::Notices;
use crate::viewer::app::tour_editor::{Removed, TourEditor, blank, free_id, set_text};
use crate::viewer::app::tours::Tours;
use crate::viewer::app::view_of::Seen;
use bevy::prelude::*;

type Done = Result<(), Diagnostic>;

/// Opens the panel of tours, or closes it.
pub fn panel(world: &mut World, _: &str) -> Done {
    world.resource_mut::<Interface>().toggle_side(Side::Tours);
    Ok(())
}

/// Opens the tour of an id; without one closes the one that is open.
pub fn choose(world: &mut World, id: &str) -> Done {
    if !id.is_empty() && world.resource::<Tours>().get(id).is_none() {
        let known: Vec<&str> = world.resource::<Tours>().names().map(|(id, _)| id).collect();
        return Err(unknown(id, &known));
    }
    world.resource_mut::<TourEditor>().open((!id.is_empty()).then(|| id.to_owned()));
    Ok(())
}

/// A new tour, by its name, with what is seen as its first stop; without a name it is numbered.
pub fn new(world: &mut World, name: &str) -> Done {
    let id = world.resource::<Tours>().new_id();
    let name = name_or_number(name, "tour-numbered", &id);
    let first = "stop-1".to_owned();
    let stop = seen(world)?.stop_from_view(blank(first.clone(), name_or_number("", "tour-stop-numbered", &first)));
    let tour =
        Tour { version: Spot::new(Tour::VERSION), id: Spot::new(id.clone()), name, summary: LocalText::default(), stops: vec![stop] };
    put(world, &tour)?;
    let mut editor = world.resource_mut::<TourEditor>();
    editor.open(Some(id));
    editor.stop = Some(first);
    Ok(())
}

/// `kk|ru|en TEXT`: what the tour is called.
pub fn name(world: &mut World, argument: &str) -> Done {
    let (language, text) = in_language(argument)?;
    change(world, |tour| {
        if !text.trim().is_empty() {
            set_text(&mut tour.name, language, text);
        }
        Ok(())
    })
}

/// `kk|ru|en TEXT`: what it shows, in a sentence or two.
pub fn summary(world: &mut World, argument: &str) -> Done {
    let (language, text) = in_language(argument)?;
    change(world, |tour| {
        set_text(&mut tour.summary, language, text);
        Ok(())
    })
}

/// Takes the tour that is open away; it can be put back.
pub fn remove(world: &mut World, _: &str) -> Done {
    let tour = open(world)?;
    lock(world)?;
    world.resource_mut::<Tours>().remove(tour.id.as_str())?;
    let mut editor = world.resource_mut::<TourEditor>();
    editor.open(None);
    editor.removed = Some(Removed::Tour(tour));
    Ok(())
}

/// Puts back what was taken away last.
pub fn put_back(world: &mut World, _: &str) -> Done {
    let removed = world.resource_mut::<TourEditor>().removed.take();
    match removed {
        None => Err(Diagnostic::warning("tour-edit-nothing-removed")),
        Some(Removed::Tour(mut tour)) => {
            // Another one may have got its id meanwhile.
            if world.resource::<Tours>().get(tour.id.as_str()).is_some() {
                tour.id = Spot::new(world.resource::<Tours>().new_id());
            }
            put(world, &tour)?;
            choose(world, tour.id.as_str())
        }
        Some(Removed::Stop { tour, place, mut stop }) => {
            choose(world, &tour)?;
            let others = open(world)?;
            if has_stop(&others, stop.id.as_str()) {
                stop.id = Spot::new(free_id(|id| has_stop(&others, id)));
            }
            let id = stop.id.value.clone();
            change(world, |tour| {
                tour.stops.insert(place.min(tour.stops.len()), *stop);
                Ok(())
            })?;
            choose_stop(world, &id)
        }
    }
}

/// Opens the fields of a stop, by its id; without one closes those that are open.
pub fn choose_stop(world: &mut World, id: &str) -> Done {
    if !id.is_empty() {
        open(world)?.place(id)?;
    }
    world.resource_mut::<TourEditor>().stop = (!id.is_empty()).then(|| id.to_owned());
    Ok(())
}

/// Adds a stop with what is seen, behind the stop that is open, else at the end: by its title; without one it is numbered.
pub fn add_stop(world: &mut World, title: &str) -> Done {
    let tour = open(world)?;
    let id = free_id(|id| has_stop(&tour, id));
    let title = name_or_number(title, "tour-stop-numbered", &id);
    let stop = seen(world)?.stop_from_view(blank(id.clone(), title));
    let behind = world.resource::<TourEditor>().stop.as_deref().and_then(|id| tour.place(id).ok());
    change(world, |tour| {
        tour.stops.insert(behind.map_or(tour.stops.len(), |place| place + 1), stop);
        Ok(())
    })?;
    choose_stop(world, &id)
}

/// Gives the stop of an id the view that is seen; its words and times stay.
pub fn update_stop(world: &mut World, id: &str) -> Done {
    let tour = open(world)?;
    let at = tour.place(id)?;
    let stop = seen(world)?.stop_from_view(tour.stops[at].clone());
    change(world, |tour| {
        tour.stops[at] = stop;
        Ok(())
    })
}

/// Moves the stop of an id before the one before it.
pub fn stop_earlier(world: &mut World, id: &str) -> Done {
    change(world, |tour| {
        let at = tour.place(id)?;
        if at > 0 {
            tour.stops.swap(at - 1, at);
        }
        Ok(())
    })
}

/// Moves the stop of an id behind the one after it.
pub fn stop_later(world: &mut World, id: &str) -> Done {
    change(world, |tour| {
        let at = tour.place(id)?;
        if at + 1 < tour.stops.len() {
            tour.stops.swap(at, at + 1);
        }
        Ok(())
    })
}

/// `STOP title|text|note kk|ru|en TEXT`: what stands at a stop in a language.
pub fn stop_text(world: &mut World, argument: &str) -> Done {
    let (id, rest) = argument.split_once(' ').unwrap_or((argument, ""));
    let (field, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let (language, text) = in_language(rest)?;
    change_stop(world, id, |stop| {
        match field {
            // A stop without a title cannot be told from others.
            "title" if text.trim().is_empty() => {}
            "title" => set_text(&mut stop.title, language, text),
            "text" => set_text(&mut stop.text, language, text),
            "note" => set_text(&mut stop.note, language, text),
            _ => return Err(odd(argument)),
        }
        Ok(())
    })
}

/// `STOP SECONDS`: how long the flight to a stop takes.
pub fn stop_flight(world: &mut World, argument: &str) -> Done {
    let (id, seconds) = argument.split_once(' ').ok_or_else(|| odd(argument))?;
    let seconds = number(seconds, FLIGHT).ok_or_else(|| odd(argument))?;
    change_stop(world, id, |stop| {
        stop.flight = seconds;
        Ok(())
    })
}

/// `STOP SECONDS`: how long it stays at a stop; without seconds until the presenter goes on.
pub fn stop_seconds(world: &mut World, argument: &str) -> Done {
    let (id, seconds) = argument.split_once(' ').unwrap_or((argument, ""));
    let seconds = match seconds {
        "" => None,
        seconds => Some(number(seconds, STAY).ok_or_else(|| odd(argument))?),
    };
    change_stop(world, id, |stop| {
        stop.seconds = seconds;
        Ok(())
    })
}

/// Takes the stop of an id away; it can be put back. A tour keeps its last one.
pub fn remove_stop(world: &mut World, id: &str) -> Done {
    let tour = open(world)?;
    let place = tour.place(id)?;
    if tour.stops.len() == 1 {
        return Err(Diagnostic::warning("tour-edit-last-stop"));
    }
    let stop = Box::new(tour.stops[place].clone());
    change(world, |tour| {
        tour.stops.remove(place);
        Ok(())
    })?;
    let mut editor = world.resource_mut::<TourEditor>();
    editor.stop = None;
    editor.removed = Some(Removed::Stop { tour: tour.id.value, place, stop });
    Ok(())
}

/// Locks the scene for this window, as for every change of it.
fn lock(world: &mut World) -> Done {
    world.resource_scope(|world, mut saving: Mut<Saving>| saving.begin(&mut world.resource_mut::<Notices>()))
}

fn put(world: &mut World, tour: &Tour) -> Done {
    lock(world)?;
    world.resource_mut::<Tours>().put(tour)
}

/// Whether a tour has a stop of that id. Some file systems do not tell capitals apart.
fn has_stop(tour: &Tour, id: &str) -> bool {
    tour.stops.iter().any(|stop| stop.id.eq_ignore_ascii_case(id))
}

/// The tour that is open in the editor.
fn open(world: &World) -> Result<Tour, Diagnostic> {
    let stored = world.resource::<TourEditor>().tour.as_deref().and_then(|id| world.resource::<Tours>().get(id));
    stored.map(|stored| stored.tour.clone()).ok_or_else(|| Diagnostic::warning("tour-edit-none"))
}

fn seen(world: &World) -> Result<Seen<'_>, Diagnostic> {
    Seen::of(world).ok_or_else(|| Diagnostic::warning("tour-edit-no-scene"))
}

fn change(world: &mut World, change: impl FnOnce(&mut Tour) -> Done) -> Done {
    let mut tour = open(world)?;
    change(&mut tour)?;
    put(world, &tour)
}

fn change_stop(world: &mut World, id: &str, change_it: impl FnOnce(&mut Stop) -> Done) -> Done {
    change(world, |tour| {
        let at = tour.place(id)?;
        change_it(&mut tour.stops[at])
    })
}

/// `kk|ru|en TEXT`.
fn in_language(argument: &str) -> Result<(Language, &str), Diagnostic> {
    let (code, text) = argument.split_once(' ').unwrap_or((argument, ""));
    let language = Language::from_code(code).ok_or_else(|| Diagnostic::error("unknown-language").with("text", code))?;
    Ok((language, text))
}

fn number(text: &str, [least, most]: [f64; 2]) -> Option<f64> {
    text.parse().ok().filter(|number| (least..=most).contains(number))
}

fn odd(argument: &str) -> Diagnostic {
    Diagnostic::error("tour-edit-odd").with("text", argument)
}
