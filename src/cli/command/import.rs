//! `aimaq import`: sources in, a region package and its quality report out.

use super::Context;
use crate::cli::exit::Exit;
use crate::cli::progress::{Timings, Watch};
use crate::cli::task::ImportPlan;
use crate::cli::{population, printer, summary};
use crate::store::{files, geopackage};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::{Inputs, NamedBytes, TableInput, assemble, proceed};
use crate::twin::model::region::Region;
use crate::twin::notation;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Builds the package and prints its report. A file that cannot be used stops it before anything is written.
///
/// # Errors
/// What is wrong with the input.
pub fn run(plan: &ImportPlan, context: &Context) -> Result<Exit, Diagnostic> {
    let watch = Watch::new(&context.words);
    let done = build(plan, &watch);
    let timings = watch.finish();
    Ok(print(plan, &done?, &timings, context))
}

fn build(plan: &ImportPlan, watch: &Watch) -> Result<Region, Diagnostic> {
    let inputs = inputs(plan, watch)?;
    let region = assemble::import_region(&inputs, watch)?;
    geopackage::write(&region, &plan.out, watch)?;
    Ok(region)
}

fn inputs(plan: &ImportPlan, watch: &Watch) -> Result<Inputs, Diagnostic> {
    proceed(watch, "read-files", 0.0)?;
    let mut tables = plan.tables.iter().map(|(file, mapping)| table(file, mapping)).collect::<Result<Vec<_>, _>>()?;
    if let Some(file) = &plan.population {
        tables.push(population::table(read(file)?)?);
    }
    Ok(Inputs {
        id: plan.id.clone().unwrap_or_else(|| files::stem(&plan.out)),
        timezone: plan.timezone.clone().unwrap_or_default(),
        osm: read_all(&plan.osm)?,
        dem: read_all(&plan.dem)?,
        gtfs: read_all(&plan.gtfs)?,
        districts: read_all(&plan.districts)?,
        tables,
        clip: plan.clip.as_deref().map(read).transpose()?,
        corrections: geopackage::read_corrections(&plan.out)?,
        ..Inputs::default()
    })
}

fn table(file: &Path, mapping: &Path) -> Result<TableInput, Diagnostic> {
    let NamedBytes { name, bytes } = read(mapping)?;
    let parsed = notation::parse(&String::from_utf8_lossy(&bytes), &name)?;
    Ok(TableInput { file: read(file)?, mapping: parsed })
}

fn read_all(paths: &[PathBuf]) -> Result<Vec<NamedBytes>, Diagnostic> {
    paths.iter().map(|path| read(path)).collect()
}

/// Elevation tiles are known by their file's name, so only that is handed on.
fn read(path: &Path) -> Result<NamedBytes, Diagnostic> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    Ok(NamedBytes { name, bytes: files::read(path)? })
}

fn print(plan: &ImportPlan, region: &Region, timings: &Timings, context: &Context) -> Exit {
    let words = &context.words;
    if plan.json {
        let mut object = summary::to_json(region, words);
        object.insert("out".to_owned(), json!(plan.out.display().to_string()));
        context.add_timings(timings, &mut object);
        return printer::result(&format!("{:#}", Value::Object(object)));
    }
    context.say_timings(timings);
    let written = words.format("cli-written", &[("file", plan.out.display().to_string().into())]);
    printer::result(&format!("{}\n{written}", summary::to_text(region, words)))
}
