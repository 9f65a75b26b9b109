//! Cases of traffic: networks of research in TNTP, with their trips and published volumes.

use super::super::files;
use super::{entries, not_known, or_complaint, read};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::verify::Verification;
use crate::twin::verify::traffic::{Texts, network};
use std::path::Path;

/// Parts of a network, as they stand in names of files, with the endings that are read.
const PARTS: [&str; 6] = ["_net.tntp", "_trips.tntp", "_flow.tntp", "_net.txt", "_trips.txt", "_flow.txt"];

pub(super) fn run(folder: &Path) -> Verification {
    let mut found = Verification::default();
    for path in entries(folder) {
        let name = files::name(&path);
        let of_network = |ending: &str| name.strip_suffix(&format!("_net{ending}")).map(|network| (network.to_owned(), ending.to_owned()));
        if let Some((network, ending)) = [".tntp", ".txt"].into_iter().find_map(of_network) {
            found.add(or_complaint(run_network(folder, &network, &ending)));
        } else if !PARTS.iter().any(|part| name.ends_with(part)) {
            found.notes.push(not_known(&path));
        }
    }
    found
}

fn run_network(folder: &Path, name: &str, ending: &str) -> Result<Verification, Diagnostic> {
    let part = |part: &str| folder.join(format!("{name}_{part}{ending}"));
    let flow = part("flow");
    // Without an answer a large network would be solved, or even read, for nothing.
    if !flow.exists() && name != "Braess" {
        let unanswered = Diagnostic::warning("verify-without-answer").with("answer", files::shown(&flow));
        return Err(unanswered.in_file(files::shown(&part("net"))));
    }
    let (links, trips) = (read(&part("net"))?, read(&part("trips"))?);
    let flows = if flow.exists() { Some(read(&flow)?) } else { None };
    Ok(network(&Texts { name, network: &links, trips: &trips, flows: flows.as_deref(), file: &|kind| files::shown(&part(kind)) }))
}
