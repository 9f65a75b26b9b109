//! Collections of published cases in a folder: what of it is known is run, and everything else is named.
//!
//! The layout:
//!
//! - `radio/itm` (`p2p.csv`, `pfls.csv`, `area.csv`) and `radio/p1812` (`profiles`, `results`), as NTIA and ITU-R publish them;
//! - `flood/swashes` (texts of SWASHES), `flood/mcdo_norain.csv`, `flood/ea4_centreline_lisflood81.csv` with `ea4.bdy`;
//!   `flood/levee_hecras` (`gauges.csv`: stages of HEC-RAS, `*.u01`: its flows);
//! - `flood/ANY`, a case of one's own: `elevation.asc` or `.tif` (square cells in metres), `hydrograph.csv` (x, y, second, discharge [m³/s]),
//!   `gauges.csv` (x, y, level, tolerance [m], and the second at which it stands so; without one it is the highest), and, if need be,
//!   `settings.csv` (a word and its value: `duration` [s], 100 days at most, `roughness`, `scheme`, `start-level` [m], `outlet-slope`);
//! - `traffic` (`NAME_net`, `_trips`, `_flow`, in TNTP);
//! - `sun` (rows of moment, latitude, longitude, azimuth and zenith; or of moment, latitude, longitude, NORMAL, ALL_DAY or ALL_NIGHT, sunrise
//!   and sunset);
//! - `access` (`NAME_costs.csv`: from, to, cost; `NAME_people.csv` and `NAME_supply.csv`: name, number; `NAME_answers.csv`: method, within, count,
//!   from, expected, tolerance, as `twin::verify::costs` reads them; and two collections that are known by their names).

mod access;
mod flood;
mod radio;
mod sun;
mod traffic;

use super::files;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::verify::{Check, Verification};
use std::path::{Path, PathBuf};

/// Runs what of a folder, and which entries of it are looked at.
type Known = (&'static str, fn(&Path) -> Verification);

/// The folders that are known.
const KNOWN: [Known; 5] =
    [("radio", radio::run), ("flood", flood::run), ("traffic", traffic::run), ("sun", sun::run), ("access", access::run)];

/// Runs every case of a folder. What cannot be read or run is among the notes, each with its file; the rest is run. `watch` is told which share
/// is done; where it fails, so does this.
///
/// # Errors
/// `verify-folder-missing` where there is no such folder, and those of `watch`.
pub fn run(folder: &Path, watch: &dyn Fn(f32) -> Result<(), Diagnostic>) -> Result<Verification, Diagnostic> {
    if !folder.is_dir() {
        return Err(Diagnostic::error("verify-folder-missing").with("folder", files::shown(folder)));
    }
    let mut found = Verification { checks: Vec::new(), notes: unknown(folder, &KNOWN.map(|(name, _)| name)) };
    for (number, (name, run)) in KNOWN.iter().enumerate() {
        watch(number as f32 / KNOWN.len() as f32)?;
        let inside = folder.join(name);
        if inside.is_dir() {
            found.add(run(&inside));
        }
    }
    if found.checks.is_empty() {
        found.notes.push(Diagnostic::error("verify-nothing").with("folder", files::shown(folder)));
    }
    Ok(found)
}

/// What a folder holds, by name.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    entries
}

/// A note for each entry of a folder that has none of these names; hidden ones are nobody's business.
fn unknown(folder: &Path, known: &[&str]) -> Vec<Diagnostic> {
    let strange = entries(folder).into_iter().filter(|path| {
        let name = files::name(path);
        !known.contains(&name.as_str()) && !name.starts_with('.')
    });
    strange.map(|path| not_known(&path)).collect()
}

/// What to say of a file or folder for which there is no model to run.
fn not_known(path: &Path) -> Diagnostic {
    Diagnostic::note("verify-unknown").with("file", files::shown(path))
}

/// The text of a file without the mark of byte order that some programs put before it; tables of research may be longer than texts that people
/// write.
fn read(path: &Path) -> Result<String, Diagnostic> {
    let text = String::from_utf8(files::read(path)?).map_err(|_| Diagnostic::error("text-not-utf8").with("file", files::shown(path)))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The checks of a file; a complaint names the file.
fn checks_of(path: &Path, run: impl FnOnce(&str) -> Result<Vec<Check>, Diagnostic>) -> Verification {
    let mut found = Verification::default();
    found.add_case(read(path).and_then(|text| run(&text)).map_err(|odd| odd.in_file(files::shown(path))));
    found
}

/// Complaints about what was read of a file name it.
fn named(mut found: Verification, path: &Path) -> Verification {
    found.notes = found.notes.into_iter().map(|note| note.in_file(files::shown(path))).collect();
    found
}

/// What was found, or the complaint that there is nothing.
fn or_complaint(found: Result<Verification, Diagnostic>) -> Verification {
    found.unwrap_or_else(|diagnostic| Verification { checks: Vec::new(), notes: vec![diagnostic] })
}
