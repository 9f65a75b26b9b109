//! A tour without a window: every stop drawn into a picture, models and the film written, and handed on to what is handed out.

use super::app::script::{Script, Step};
use super::run::{has_adapter, picture_app, quality_of};
use crate::cli::Plan;
use crate::cli::command::Context;
use crate::cli::command::present::{Drawn, hand_out, tour_of};
use crate::cli::exit::Exit;
use crate::cli::task::{PictureQuality, PresentPlan};
use crate::i18n::Words;
use crate::publish::write::{file_stem, picture_file};
use crate::publish::{Format, sun};
use crate::store::{files, scene};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::Unwatched;
use crate::twin::tour::Tour;
use std::path::{Path, PathBuf};

/// Size of the pictures and of a video where nobody names another, and of an animation that is drawn for itself.
const PICTURE: (u32, u32) = (1_920, 1_080);
const FILM: (u32, u32) = (800, 450);

/// Draws what the plan needs and writes everything that it asks for.
///
/// # Errors
/// What is wrong with the scene or the tour; `machine-no-adapter`; those of [`hand_out`].
pub fn run(plan: &Plan, present: &PresentPlan, out: &Path) -> Result<Exit, Diagnostic> {
    let opened = scene::open(&present.scene, &Unwatched)?;
    let tour = tour_of(&opened.scene.id, opened.path.as_deref().and_then(Path::parent), &present.tour)?;
    if !has_adapter() {
        return Err(Diagnostic::error("machine-no-adapter"));
    }
    files::make_folder(out)?;
    let shots = tempfile::tempdir().map_err(|error| files::unwritable(&std::env::temp_dir(), &error))?;
    let asked = |format: Format| present.formats.contains(&format);
    let timezone = opened.region.timezone.clone();
    let needs_pictures = asked(Format::Pictures) || asked(Format::Document) || asked(Format::Page);
    let quality = quality_of(present.quality.unwrap_or(PictureQuality::Full));
    let mut app =
        picture_app(plan, opened, present.size.unwrap_or(if needs_pictures || asked(Format::Video) { PICTURE } else { FILM }), quality);
    let mut steps = vec![Step::WaitComplete, Step::Command("present".into(), tour.id.value.clone())];
    // Words and figures stand beside the pictures.
    steps.extend(["talk-words", "talk-figures"].map(|command| Step::Command(command.into(), String::new())));
    for (number, stop) in tour.stops.iter().enumerate() {
        let name = picture_file(number + 1, stop.id.as_str());
        steps.extend([Step::Command("stop-cut".into(), stop.id.value.clone()), Step::WaitComplete]);
        steps.extend(needs_pictures.then(|| Step::Shot(shown(&shots.path().join(&name)))));
        let model = || Step::Command("model".into(), shown(&out.join(Path::new(&name).with_extension("glb"))));
        steps.extend(asked(Format::Model).then(model).into_iter().flat_map(|model| [model, Step::WaitComplete]));
    }
    let year = jiff::Zoned::now().year();
    let moments = if asked(Format::SunStudy) { sun::moments(year, &timezone) } else { Vec::new() };
    if !moments.is_empty() {
        // Light falls on what is proposed: on the first stop that proposes something.
        let stop = tour.stops.iter().find(|stop| stop.scenario.is_some()).or(tour.stops.first()).map(|stop| stop.id.value.clone());
        steps.extend(stop.map(|stop| Step::Command("stop-cut".into(), stop)));
    }
    for (number, moment) in moments.iter().enumerate() {
        let (date, time) = (moment.date().to_string(), moment.strftime("%H:%M").to_string());
        steps.extend([Step::Command("date".into(), date), Step::Command("time".into(), time), Step::WaitComplete]);
        steps.push(Step::Shot(shown(&shots.path().join(sun_picture(number)))));
    }
    for film in films(&tour, present, out) {
        steps.extend([Step::Command("talk-film".into(), shown(&film)), Step::WaitComplete]);
    }
    app.insert_resource(Script::of(steps));
    if !app.run().is_success() {
        return Ok(Exit::Input);
    }
    let mut drawn = collect(&tour, shots.path(), present, out)?;
    if !moments.is_empty() {
        let pictures: Result<Vec<Vec<u8>>, Diagnostic> =
            (0..moments.len()).map(|number| files::read(&shots.path().join(sun_picture(number)))).collect();
        drawn.sun = Some((year, pictures?));
    }
    hand_out(present, &Context { words: Words::new(plan.language), timings: plan.timings }, &drawn)
}

/// The file of a picture of the sun study.
fn sun_picture(number: usize) -> String {
    format!("sun-{number:02}.png")
}

/// The films that are asked for.
fn films(tour: &Tour, present: &PresentPlan, out: &Path) -> Vec<PathBuf> {
    let asked = [(Format::Film, "gif"), (Format::Video, "mp4")].into_iter().filter(|(format, _)| present.formats.contains(format));
    asked.map(|(_, ending)| out.join(format!("{}.{ending}", file_stem(tour.id.as_str())))).collect()
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The pictures that were drawn, and the models and films that were written.
fn collect(tour: &Tour, shots: &Path, present: &PresentPlan, out: &Path) -> Result<Drawn, Diagnostic> {
    let mut drawn = Drawn::default();
    // What an earlier run left there is not ours.
    let asked = |format: Format| present.formats.contains(&format);
    for (number, stop) in tour.stops.iter().enumerate() {
        let name = picture_file(number + 1, stop.id.as_str());
        if shots.join(&name).exists() {
            drawn.pictures.insert(stop.id.value.clone(), files::read(&shots.join(&name))?);
        }
        drawn.files.extend(asked(Format::Model).then(|| out.join(Path::new(&name).with_extension("glb"))));
    }
    drawn.files.extend(films(tour, present, out));
    Ok(drawn)
}
