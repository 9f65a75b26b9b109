//! Cases of water over the ground: solutions of SWASHES, a channel and a plain as LISFLOOD-FP computes them, walls as HEC-RAS does, and
//! whatever else comes with its ground, its inflow and its gauges.

use super::super::files;
use super::{checks_of, entries, not_known, or_complaint, read};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::import::NamedBytes;
use crate::twin::import::dem::flat::flat_from_bytes;
use crate::twin::verify::Verification;
use crate::twin::verify::flood::levees::{self, Inflow};
use crate::twin::verify::flood::own::{self, Ground, Texts};
use crate::twin::verify::flood::{plain, swashes};
use std::path::{Path, PathBuf};

const CHANNEL: &str = "mcdo_norain.csv";
const PLAIN: &str = "ea4_centreline_lisflood81.csv";
const INFLOW: &str = "ea4.bdy";
const LEVEES: &str = "levee_hecras";
const GAUGES: &str = "gauges.csv";

/// What the ground of a case may be called.
const ELEVATIONS: [&str; 4] = ["elevation.asc", "elevation.asc.gz", "elevation.tif", "elevation.tiff"];

pub(super) fn run(folder: &Path) -> Verification {
    let mut found = Verification::default();
    for path in entries(folder) {
        let name = files::name(&path);
        if name == LEVEES {
            found.add(run_levees(&path));
        } else if let Some(elevation) = elevation(&path) {
            found.add(or_complaint(run_own(&path, &elevation)));
        } else if !["swashes", CHANNEL, PLAIN, INFLOW].contains(&name.as_str()) && !name.starts_with('.') {
            found.notes.push(not_known(&path));
        }
    }
    for path in entries(&folder.join("swashes")) {
        if path.extension().is_some_and(|extension| extension == "txt") {
            found.add(checks_of(&path, |text| swashes::file(&files::stem(&path), text)));
        } else {
            found.notes.push(not_known(&path));
        }
    }
    let (channel, plain) = (folder.join(CHANNEL), folder.join(PLAIN));
    if channel.exists() {
        found.add(checks_of(&channel, |text| swashes::levels(&files::stem(&channel), text)));
    }
    if plain.exists() {
        found.add(run_plain(&plain, &folder.join(INFLOW)));
    }
    found
}

/// The plain with the inflow of its own file, or with the published one where there is none.
fn run_plain(plain: &Path, inflow: &Path) -> Verification {
    if !inflow.exists() {
        return checks_of(plain, |text| plain::table(text, None));
    }
    match read(inflow).and_then(|text| plain::hydrograph(&text).map_err(|odd| odd.in_file(files::shown(inflow)))) {
        Ok(hydrograph) => checks_of(plain, |text| plain::table(text, Some(hydrograph))),
        Err(odd) => Verification { checks: Vec::new(), notes: vec![odd] },
    }
}

/// The stages of HEC-RAS, with the hydrographs of its own flow file, or with the published ones where there is none. The ground and its walls
/// are the published ones: the geometry beside it is theirs.
fn run_levees(folder: &Path) -> Verification {
    let mut found = Verification::default();
    let (gauges, mut flow) = (folder.join(GAUGES), None);
    for path in entries(folder) {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("u01") => flow = Some(path),
            Some("g01") => {}
            _ if path == gauges => {}
            _ => found.notes.push(not_known(&path)),
        }
    }
    let inflow = flow.map(|path| read(&path).and_then(|text| Inflow::read(&text)).map_err(|odd| odd.in_file(files::shown(&path))));
    match inflow.transpose() {
        Ok(inflow) => found.add(checks_of(&gauges, |text| levees::gauges(text, inflow.as_ref()))),
        Err(odd) => found.notes.push(odd),
    }
    found
}

/// The ground of a folder that holds a case.
fn elevation(folder: &Path) -> Option<PathBuf> {
    ELEVATIONS.iter().map(|name| folder.join(name)).find(|path| path.is_file())
}

/// A folder with `elevation.asc` or `.tif`, `hydrograph.csv`, `gauges.csv` and, where somebody wants it otherwise than usual, `settings.csv`.
fn run_own(folder: &Path, elevation: &Path) -> Result<Verification, Diagnostic> {
    let [inflow, gauges, settings] = ["hydrograph.csv", GAUGES, "settings.csv"].map(|name| folder.join(name));
    let (inflow, gauges) = (read(&inflow)?, read(&gauges)?);
    let settings = settings.exists().then(|| read(&settings)).transpose()?;
    // Complaints about the file name it as people know it.
    let flat = flat_from_bytes(&NamedBytes { name: files::shown(elevation), bytes: files::read(elevation)? })?;
    let ground = Ground { columns: flat.columns, cell: flat.cell, corner: flat.corner, heights: flat.heights };
    let name = files::name(folder);
    let texts = Texts { name: &name, inflow: &inflow, gauges: &gauges, settings: settings.as_deref() };
    let mut found = own::run(ground, &texts).map_err(|odd| of_case(odd, folder))?;
    found.notes = found.notes.into_iter().map(|note| of_case(note, folder)).collect();
    Ok(found)
}

/// A complaint about one of a folder's tables, or about the folder where it names none.
fn of_case(mut odd: Diagnostic, folder: &Path) -> Diagnostic {
    let file = odd.text("file").map_or_else(|| folder.to_path_buf(), |table| folder.join(table));
    odd.args.retain(|(name, _)| *name != "file");
    odd.in_file(files::shown(&file))
}
