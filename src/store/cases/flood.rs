//! Cases of water over the ground: solutions of SWASHES, a channel and a plain as LISFLOOD-FP computes them.

use super::super::files;
use super::{checks_of, entries, not_known, read, unknown};
use crate::twin::verify::Verification;
use crate::twin::verify::flood::{plain, swashes};
use std::path::Path;

const CHANNEL: &str = "mcdo_norain.csv";
const PLAIN: &str = "ea4_centreline_lisflood81.csv";
const INFLOW: &str = "ea4.bdy";

pub(super) fn run(folder: &Path) -> Verification {
    let mut found = Verification { checks: Vec::new(), notes: unknown(folder, &["swashes", CHANNEL, PLAIN, INFLOW]) };
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
