//! `aimaq present`: a tour as what is handed out: document, page, pictures, tables, maps. Drawing is done before, by the viewer.

use super::Context;
use crate::cli::exit::Exit;
use crate::cli::printer;
use crate::cli::progress::Watch;
use crate::cli::task::PresentPlan;
use crate::cli::workbench::Workbench;
use crate::i18n::Words;
use crate::publish::material::scenarios_of;
use crate::publish::{self, Material, Written};
use crate::store::{files, tours};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::scenario::Scenario;
use crate::twin::simulate::assumption::Assumptions;
use crate::twin::tour::{Tour, unknown};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What was drawn for a handout.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    /// PNG of each stop, by its id.
    pub pictures: BTreeMap<String, Vec<u8>>,
    /// Files that are written already: models and films.
    pub files: Vec<PathBuf>,
    /// PNG of a stop at each moment of a sun study, with its year; none where none was asked for.
    pub sun: Option<(i16, Vec<Vec<u8>>)>,
}

/// Writes what needs no drawing.
///
/// # Errors
/// Those of [`hand_out`].
pub fn run(plan: &PresentPlan, context: &Context) -> Result<Exit, Diagnostic> {
    hand_out(plan, context, &Drawn::default())
}

/// Measures what a tour shows, writes what is wanted, and prints what was written.
///
/// # Errors
/// What is wrong with the scene or the tour; `tour-unknown`; those of [`publish::write()`].
pub fn hand_out(plan: &PresentPlan, context: &Context, drawn: &Drawn) -> Result<Exit, Diagnostic> {
    let words = &context.words;
    let watch = Watch::new(words);
    let bench = Workbench::open(&plan.scene, &watch)?;
    let tour = tour_of(&bench.scene, bench.folder.as_deref(), &plan.tour)?;
    let assumptions = Assumptions::default();
    let comparison = bench.compare(&scenarios(&bench, &tour, words), &assumptions, words);
    let material = Material {
        words,
        today: jiff::Zoned::now().date(),
        scene: &bench.file,
        region: &bench.region,
        survey: &bench.survey,
        catalog: &bench.catalog,
        scenarios: &bench.scenarios,
        tour: &tour,
        assumptions: &assumptions,
        comparison: &comparison,
        pictures: &drawn.pictures,
    };
    let folder = plan.out.as_deref().unwrap_or(Path::new("."));
    let mut written = publish::write(&material, &plan.formats, folder)?;
    if let Some((year, pictures)) = &drawn.sun {
        let path = folder.join(format!("{}-sun.pdf", publish::write::file_stem(tour.id.as_str())));
        files::replace(&path, &publish::sun::sheet(&material, *year, pictures)?.bytes)?;
        written.files.push(files::shown(&path));
    }
    written.files.extend(drawn.files.iter().map(|file| files::shown(file)));
    context.say_timings(&watch.finish());
    Ok(printer::result(&if plan.json { format!("{:#}", json!(written)) } else { to_text(&written, words) }))
}

/// The tour of an id in a scene, by its id and its folder. Of one that cannot be read, its first fault is told.
///
/// # Errors
/// `tour-unknown`, and what is wrong with its file.
pub fn tour_of(scene: &str, folder: Option<&Path>, id: &str) -> Result<Tour, Diagnostic> {
    let mut loaded = tours::load(scene, folder);
    if let Some(stored) = loaded.tours.remove(id) {
        return Ok(stored.tour);
    }
    let broken = loaded.complaints.into_iter().find(|complaint| Path::new(&complaint.file).file_stem().is_some_and(|stem| stem == id));
    Err(broken.map_or_else(
        || {
            let known: Vec<&str> = loaded.tours.keys().map(String::as_str).collect();
            unknown(id, &known)
        },
        |complaint| complaint.diagnostic.in_file(complaint.file),
    ))
}

/// The scenarios of a tour that there are; of others it is said that they are gone.
fn scenarios<'a>(bench: &'a Workbench, tour: &Tour, words: &Words) -> Vec<&'a Scenario> {
    let known = |id: &str| {
        let found = bench.scenarios.iter().find(|scenario| scenario.id == id);
        if found.is_none() {
            printer::say(&words.format("handout-gone-scenario", &[("name", id.into())]));
        }
        found
    };
    scenarios_of(tour).into_iter().filter_map(known).collect()
}

fn to_text(written: &Written, words: &Words) -> String {
    let line = |file: &String| words.format("cli-written", &[("file", file.as_str().into())]);
    written.files.iter().map(line).collect::<Vec<_>>().join("\n")
}
