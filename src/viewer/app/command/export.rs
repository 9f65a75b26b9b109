//! Commands that hand on what is seen: a model for other 3D programs, a film of a flight, the roadmap.

use super::path_or_dated;
use crate::i18n::Words;
use crate::publish::imprint::Imprint;
use crate::publish::roadmap::PrintedRoadmap;
use crate::store::files;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::roadmap::table::Table;
use crate::twin::scene::Bookmark;
use crate::viewer::app::comparison::Comparing;
use crate::viewer::app::export::SaveModel;
use crate::viewer::app::film::{Leg, MakeFilm};
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::publish::{Publishing, new_place};
use crate::viewer::app::roadmap::Roadmaps;
use crate::viewer::app::session::Session;
use crate::viewer::app::settings::{UserSettings, Wording};
use crate::viewer::app::viewpoint::Viewpoint;
use bevy::prelude::*;
use std::path::PathBuf;

type Done = Result<(), Diagnostic>;
/// Makes the bytes of a file, on a thread of its own.
type Making = Box<dyn FnOnce() -> Result<Vec<u8>, Diagnostic> + Send>;

/// Seconds of a flight from one view to the next, and of the rest at each.
const FLIGHT: f64 = 4.0;
const REST: f64 = 0.8;

/// Saves what is in view as a 3D file: to a path, or under the date in the current folder.
pub fn model(world: &mut World, argument: &str) -> Done {
    world.write_message(SaveModel { path: path_or_dated(argument, "glb") });
    Ok(())
}

/// `FILE|BOOKMARK|BOOKMARK…`: a film of the flight from view to view; with one view, of the flight there from here. A file that ends in
/// `.mp4` is a video, where the build writes them, any other an animated picture.
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
    world.write_message(MakeFilm { path, rate: None, width: None, legs });
    Ok(())
}

/// `csv`, `pdf` or `html`, or a path that ends so: writes the roadmap to a file.
pub fn roadmap(world: &mut World, argument: &str) -> Done {
    let named = PathBuf::from(argument);
    let form = named.extension().map_or_else(|| argument.to_owned(), |extension| extension.to_string_lossy().into_owned());
    let path = if named.extension().is_some() { named } else { new_place("roadmap", &format!(".{form}")) };
    let making = roadmap_as(world, &form)?;
    let written = Diagnostic::note("roadmap-written").with("file", files::shown(&path));
    world.resource_mut::<Publishing>().set_aside(path.clone(), move || {
        files::replace(&path, &making()?)?;
        Ok(written)
    });
    Ok(())
}

/// What makes the roadmap in a form; it is worded at once.
fn roadmap_as(world: &World, form: &str) -> Result<Making, Diagnostic> {
    let session = world.resource::<Session>();
    let (Some(scene), Some(region)) = (session.scene(), session.region()) else { return Err(Diagnostic::warning("publish-nothing")) };
    let (roadmaps, comparing) = (world.resource::<Roadmaps>(), world.resource::<Comparing>());
    let roadmap = roadmaps.roadmap().ok_or_else(|| Diagnostic::error("roadmap-missing").with("scene", scene.id.as_str()))?;
    if !is_computed(world) {
        return Err(Diagnostic::warning("roadmap-computing"));
    }
    let words: &Words = world.resource::<Wording>();
    let table = Table::new(roadmap, roadmaps.outlooks(), &|scenario, metric| {
        comparing.measured(scenario).and_then(|measured| measured.values.get(metric.id)).copied()
    });
    let printed = || {
        let imprint = Imprint::new(words, jiff::Zoned::now().date(), scene, region);
        PrintedRoadmap::new(words, &table, roadmap.budget_basis.as_ref(), comparing.assumptions(), imprint)
    };
    Ok(match form {
        "csv" => {
            let text = words.roadmap_csv(&table);
            Box::new(move || Ok(text.into_bytes()))
        }
        "pdf" => {
            let printed = printed();
            Box::new(move || Ok(printed.pdf()?.bytes))
        }
        "html" => {
            let printed = printed();
            Box::new(move || Ok(printed.html()?.into_bytes()))
        }
        _ => return Err(Diagnostic::error("roadmap-form-unknown").with("text", form)),
    })
}

/// Whether all figures of the roadmap are there, as far as they can be.
fn is_computed(world: &World) -> bool {
    let (roadmaps, comparing, proposals) = (world.resource::<Roadmaps>(), world.resource::<Comparing>(), world.resource::<Proposals>());
    let mut scenarios = roadmaps.scenarios();
    scenarios.retain(|id| proposals.find(id).is_some());
    let is_measured = scenarios.iter().map(String::as_str).chain([""]).all(|id| comparing.measured(id).is_some());
    roadmaps.is_worked_out(&scenarios) && (comparing.has_failed() || comparing.missing() == 0 && is_measured)
}
