//! Cases of radio: tables of ITM, profiles and logs of P.1812.

use super::super::files;
use super::{named, or_complaint, read, unknown};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::verify::{Verification, itm, p1812};
use std::collections::BTreeSet;
use std::path::Path;

const LOG: &str = "_log.csv";

pub(super) fn run(folder: &Path) -> Verification {
    let mut found = Verification { checks: Vec::new(), notes: unknown(folder, &["itm", "p1812"]) };
    if folder.join("itm").is_dir() {
        found.add(run_itm(&folder.join("itm")));
    }
    if folder.join("p1812").is_dir() {
        found.add(run_p1812(&folder.join("p1812")));
    }
    found
}

fn run_itm(folder: &Path) -> Verification {
    let mut found = Verification { checks: Vec::new(), notes: unknown(folder, &["p2p.csv", "pfls.csv", "area.csv"]) };
    let [paths, profiles, area] = ["p2p.csv", "pfls.csv", "area.csv"].map(|name| folder.join(name));
    if paths.exists() || profiles.exists() {
        let tables = read(&paths).and_then(|cases| Ok(itm::paths(&cases, &read(&profiles)?)));
        found.add(named(or_complaint(tables), &paths));
    }
    if area.exists() {
        found.add(named(or_complaint(read(&area).map(|cases| itm::area(&cases))), &area));
    }
    found
}

fn run_p1812(folder: &Path) -> Verification {
    let mut found = Verification { checks: Vec::new(), notes: unknown(folder, &["profiles", "results"]) };
    let results = folder.join("results");
    let mut logs: BTreeSet<String> = files::with_extension(&results, "csv").iter().map(|path| files::name(path)).collect();
    for path in files::with_extension(&folder.join("profiles"), "csv") {
        let name = files::stem(&path);
        let log = |number: usize| read(&results.join(format!("{name}_{number}{LOG}")));
        let text = read(&path);
        logs.retain(|log| !belongs(log, &name));
        found.add(named(or_complaint(text.map(|text| p1812::profile(&name, &text, &log))), &path));
    }
    let lonely = |log: &String| Diagnostic::warning("verify-log-alone").with("file", files::shown(&results.join(log)));
    found.notes.extend(logs.iter().map(lonely));
    found
}

/// Whether a log is that of a measurement on a profile: its name, a number, the ending.
fn belongs(log: &str, profile: &str) -> bool {
    let number = log.strip_prefix(profile).and_then(|rest| rest.strip_prefix('_')?.strip_suffix(LOG));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()))
}
