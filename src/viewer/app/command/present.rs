//! Commands of presenter mode: stops, and what the presenter lays over them.

use super::outcome;
use crate::store::files;
use crate::twin::diagnostic::Diagnostic;
use crate::viewer::app::film::MakeFilm;
use crate::viewer::app::interface::Interface;
use crate::viewer::app::notice::Notices;
use crate::viewer::app::present::talk::{Blank, Talk};
use crate::viewer::app::present::{self, Motion, Presenting};
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::publish::{self, Order, Publishing};
use crate::viewer::app::session::Session;
use crate::viewer::app::settings::Wording;
use bevy::prelude::*;
use std::path::PathBuf;

type Done = Result<(), Diagnostic>;

/// `TOUR`: shows a tour, without an id the first; once more, and the talk is over.
pub fn present(world: &mut World, tour: &str) -> Done {
    if world.resource::<Presenting>().is_on() && tour.is_empty() {
        present::end(world);
        return Ok(());
    }
    present::begin(world, tour, None)
}

/// `TOUR`: shows every stop once, computes its figures, and lists what is wrong.
pub fn rehearse(world: &mut World, tour: &str) -> Done {
    present::begin_rehearsal(world, tour)
}

/// `TOUR STOP` or `STOP`: goes to a stop.
pub fn stop(world: &mut World, argument: &str) -> Done {
    match argument.split_once(' ') {
        Some((tour, stop)) => present::begin(world, tour, Some(stop)),
        None => {
            let talk = talk(world)?;
            let place = talk.tour().place(argument)?;
            present::go(world, place, Motion::Glide);
            Ok(())
        }
    }
}

/// `STOP`: shows everything of a stop, but leaves the eye where it is: a film leads it.
pub fn set_up(world: &mut World, stop: &str) -> Done {
    let place = talk(world)?.tour().place(stop)?;
    present::go(world, place, Motion::Stay);
    Ok(())
}

/// `STOP`: goes to a stop at once.
pub fn cut(world: &mut World, stop: &str) -> Done {
    let place = talk(world)?.tour().place(stop)?;
    present::go(world, place, Motion::Cut);
    Ok(())
}

/// `FILE.gif` or `FILE.mp4`: a film of the talk, from stop to stop.
pub fn film(world: &mut World, file: &str) -> Done {
    let legs = present::legs(world)?;
    world.write_message(MakeFilm { path: PathBuf::from(file), rate: None, width: None, legs });
    Ok(())
}

/// `TOUR` or `TOUR FOLDER`: writes pictures, document, page, figures and proposals of a tour into a folder.
pub fn publish(world: &mut World, argument: &str) -> Done {
    let (tour, folder) = argument.split_once(' ').unwrap_or((argument, ""));
    let tour = present::find(world, tour)?.id.value.clone();
    let out = if folder.is_empty() { publish::new_place(&tour, "") } else { PathBuf::from(folder) };
    order(world, vec!["present".to_owned(), tour], out)
}

/// `FILE.zip`: the scene with all that belongs to it in one file to carry; without a name it is called after the scene.
pub fn pack(world: &mut World, file: &str) -> Done {
    let stem = world.resource::<Session>().scene().map(|scene| scene.id.clone()).unwrap_or_default();
    let out = if file.is_empty() { publish::new_place(&stem, ".zip") } else { PathBuf::from(file) };
    order(world, vec!["pack".to_owned()], out)
}

fn order(world: &mut World, arguments: Vec<String>, out: PathBuf) -> Done {
    let session = world.resource::<Session>();
    let path = session.path().map(|path| path.to_string_lossy().into_owned());
    let scene = path.or_else(|| session.scene().map(|scene| scene.id.clone()));
    let scene = scene.ok_or_else(|| Diagnostic::warning("publish-nothing"))?;
    let language = world.resource::<Wording>().language().code();
    world.resource_mut::<Notices>().say(Diagnostic::note("publish-begun").with("folder", files::shown(&out)));
    world.resource_mut::<Publishing>().begin(Order { scene, arguments, out, language });
    Ok(())
}

fn talk(world: &World) -> Result<&Talk, Diagnostic> {
    world.resource::<Presenting>().talk().ok_or_else(|| Diagnostic::warning("tour-not-shown"))
}

fn change(world: &mut World, change: impl FnOnce(&mut Talk)) -> Done {
    talk(world)?;
    world.resource_mut::<Presenting>().into_inner().talk_mut().map(change);
    Ok(())
}

/// The next stop; what hides the picture goes first.
pub fn next(world: &mut World, _: &str) -> Done {
    step(world, 1)
}

/// The stop before.
pub fn back(world: &mut World, _: &str) -> Done {
    step(world, -1)
}

fn step(world: &mut World, by: isize) -> Done {
    let talk = talk(world)?;
    if talk.blank.is_some() {
        return change(world, |talk| talk.blank = None);
    }
    let (at, last) = (talk.number(), talk.tour().stops.len().saturating_sub(1));
    let next = at.saturating_add_signed(by).min(last);
    if next != at {
        present::go(world, next, Motion::Glide);
    }
    Ok(())
}

/// The first stop.
pub fn first(world: &mut World, _: &str) -> Done {
    talk(world)?;
    present::go(world, 0, Motion::Glide);
    Ok(())
}

/// The last stop.
pub fn last(world: &mut World, _: &str) -> Done {
    talk(world)?;
    present::go(world, usize::MAX, Motion::Glide);
    Ok(())
}

/// Back to the stop from wherever somebody looked around, everything as the stop has it.
pub fn return_to_stop(world: &mut World, _: &str) -> Done {
    let at = talk(world)?.number();
    present::go(world, at, Motion::Glide);
    Ok(())
}

/// Takes away what lies over the picture; where nothing does, the talk is over.
pub fn leave(world: &mut World, _: &str) -> Done {
    let talk = talk(world)?;
    if talk.overview || talk.blank.is_some() || talk.bare {
        return change(world, |talk| (talk.overview, talk.blank, talk.bare) = (false, None, false));
    }
    present::end(world);
    Ok(())
}

/// All stops with their numbers, or the stop again.
pub fn overview(world: &mut World, _: &str) -> Done {
    change(world, |talk| {
        talk.overview = !talk.overview;
        talk.typed.clear();
    })
}

/// Goes to the stop whose number was typed in the overview; else to the next.
pub fn enter(world: &mut World, _: &str) -> Done {
    let talk = talk(world)?;
    if !talk.overview {
        return step(world, 1);
    }
    let typed = talk.typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let place = typed.filter(|place| *place < talk.tour().stops.len()).unwrap_or(talk.number());
    present::go(world, place, Motion::Glide);
    Ok(())
}

/// A digit: in the overview of a stop's number, else of a scenario; 0 is the region as it is.
pub fn digit(world: &mut World, digit: &str) -> Done {
    let talk = talk(world)?;
    if talk.overview {
        return change(world, |talk| {
            // Numbers have three digits at most.
            if talk.typed.len() < 3 {
                talk.typed.push_str(digit);
            }
        });
    }
    // Digits switch to the scenarios of the tour in their order.
    let ids = talk.tour().scenarios();
    let wanted = digit.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let id = match wanted {
        None => None,
        Some(place) => {
            Some(ids.get(place).map(|id| (*id).to_owned()).ok_or_else(|| Diagnostic::note("tour-no-scenario").with("number", digit))?)
        }
    };
    let mut proposals = world.resource_mut::<Proposals>();
    let is_there = id.as_deref().is_none_or(|id| proposals.find(id).is_some());
    if is_there && proposals.current().map(|scenario| scenario.id.as_str()) != id.as_deref() {
        proposals.show(id.as_deref());
    }
    Ok(())
}

/// The picture black, or as it was.
pub fn black(world: &mut World, _: &str) -> Done {
    change(world, |talk| talk.blank = (talk.blank != Some(Blank::Black)).then_some(Blank::Black))
}

/// The picture white, or as it was.
pub fn white(world: &mut World, _: &str) -> Done {
    change(world, |talk| talk.blank = (talk.blank != Some(Blank::White)).then_some(Blank::White))
}

/// Shows the figures of the stop, or hides them.
pub fn figures(world: &mut World, _: &str) -> Done {
    change(world, |talk| talk.figures = !talk.figures)
}

/// Cuts the picture between the scenario that is shown and the region as it is, or makes it one again.
pub fn swipe(world: &mut World, _: &str) -> Done {
    talk(world)?;
    outcome::swipe(world, "")
}

/// The words of the stop, or the picture without them.
pub fn words(world: &mut World, _: &str) -> Done {
    change(world, |talk| talk.words = !talk.words)
}

/// A light that follows the pointer, or none.
pub fn pointer(world: &mut World, _: &str) -> Done {
    change(world, |talk| talk.pointer = !talk.pointer)
}

/// The model alone, or with words and figures.
pub fn bare(world: &mut World, _: &str) -> Done {
    change(world, |talk| talk.bare = !talk.bare)
}

/// The window with notes, next stop and clock, or none.
pub fn notes(world: &mut World, _: &str) -> Done {
    talk(world)?;
    let mut interface = world.resource_mut::<Interface>();
    interface.notes = !interface.notes;
    Ok(())
}

/// Letters larger.
pub fn larger(world: &mut World, _: &str) -> Done {
    change(world, |talk| talk.rescale(0.1))
}

/// Letters smaller.
pub fn smaller(world: &mut World, _: &str) -> Done {
    change(world, |talk| talk.rescale(-0.1))
}
