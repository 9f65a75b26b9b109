//! Trips on roads, against the published volumes of research networks (TNTP) and Braess's paradox.

use super::Verification;
use super::cells;
use super::check::{Case, CaseKind, Check, Measured, Subject};
use crate::twin::diagnostic::{Diagnostic, Report, Severity};
use crate::twin::simulate::traffic::assignment::{Assignment, Goal, Principle, Problem, assign};
use crate::twin::simulate::traffic::cost::{CostFactors, LinkCost};
use crate::twin::simulate::traffic::demand::TripTable;
use crate::twin::simulate::traffic::network::RoadNetwork;
use crate::twin::simulate::traffic::tntp::{read_network, read_trips};

const BRAESS: &str = "Braess, 1968";
const PUBLISHED: &str = "Bar-Gera et al., TransportationNetworks, 2016";
const TOTAL: (Measured, &str) = (Measured::TotalTime, "");

/// Braess's network: from 1 to 2 by 3 or 4, and a link from 3 to 4.
const BRAESS_NETWORK: &str = "<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 4\n<FIRST THRU NODE> 3\n<NUMBER OF LINKS> 5\n<END OF METADATA>\n\
    1 3 1 0 1e-8 1e9 1 ;\n1 4 1 0 50 0.02 1 ;\n3 2 1 0 50 0.02 1 ;\n3 4 1 0 10 0.1 1 ;\n4 2 1 0 1e-8 1e9 1 ;\n";

/// Factors of networks that have other ones than nothing: name, toll, distance.
const FACTORS: [(&str, CostFactors); 1] = [("ChicagoSketch", CostFactors { toll: 0.02, distance: 0.04 })];

/// Relative gap to which networks are solved.
const GAP: f64 = 1e-8;

/// Everybody loses by the link from 3 to 4.
///
/// # Errors
/// None; it is a runner like others.
pub fn braess() -> Result<Vec<Check>, Diagnostic> {
    let network = read_network(BRAESS_NETWORK).value;
    Ok(paradox(network, &TripTable::new([(0, 1, 6.0)])))
}

fn paradox(mut network: RoadNetwork, demand: &TripTable) -> Vec<Check> {
    let total = |network: &RoadNetwork, principle: Principle| {
        let problem = Problem { network, demand, factors: CostFactors::default(), principle };
        assign(&problem, Goal { relative_gap: 1e-12, ..Goal::default() }).total_system_travel_time
    };
    let case = |kind: CaseKind| Case::new(Subject::Traffic, kind, "Braess", BRAESS);
    let open = case(CaseKind::Network).check(TOTAL, [552.0, total(&network, Principle::UserEquilibrium), 1e-5]);
    let best = case(CaseKind::Optimum).check(TOTAL, [498.0, total(&network, Principle::SystemOptimum), 1e-5]);
    network.close(2, 3);
    let closed = case(CaseKind::Closed).check(TOTAL, [498.0, total(&network, Principle::UserEquilibrium), 1e-5]);
    vec![open, best, closed]
}

/// The texts of a research network: links, trips, and published volumes with costs, which Braess's example does not need.
pub struct Texts<'a> {
    /// Name of the network.
    pub name: &'a str,
    /// The links.
    pub network: &'a str,
    /// The trips.
    pub trips: &'a str,
    /// The published volumes.
    pub flows: Option<&'a str>,
    /// How complaints name the files `net`, `trips` and `flow`.
    pub file: &'a dyn Fn(&str) -> String,
}

/// Solves a network, and holds Beckmann's objective and the total time against what follows from the published volumes.
pub fn network(texts: &Texts) -> Verification {
    let mut found = Verification::default();
    let file = texts.file;
    let Some(network) = usable(read_network(texts.network), file("net"), &mut found) else { return found };
    let Some(demand) = usable(read_trips(texts.trips, network.zones), file("trips"), &mut found) else { return found };
    match texts.flows {
        Some(flows) => found.add_case(equilibrium(texts.name, &network, &demand, flows).map_err(|odd| odd.in_file(file("flow")))),
        None if texts.name == "Braess" => found.checks.extend(paradox(network, &demand)),
        None => found.notes.push(Diagnostic::warning("verify-without-answer").with("file", file("net")).with("answer", file("flow"))),
    }
    found
}

/// What was read, unless nothing in it can be used; what was noticed goes to the notes.
fn usable<T>(report: Report<T>, file: String, found: &mut Verification) -> Option<T> {
    let is_usable = report.notes.iter().all(|note| note.severity < Severity::Error);
    found.notes.extend(report.notes.into_iter().map(|note| note.in_file(file.as_str())));
    is_usable.then_some(report.value)
}

fn equilibrium(name: &str, network: &RoadNetwork, demand: &TripTable, flows: &str) -> Result<Vec<Check>, Diagnostic> {
    let factors = FACTORS.iter().find(|(known, _)| *known == name).map(|(_, factors)| *factors).unwrap_or_default();
    let [objective, total] = published(network, factors, flows)?;
    let problem = Problem { network, demand, factors, principle: Principle::UserEquilibrium };
    let Assignment { relative_gap, objective: least, total_system_travel_time, .. } =
        assign(&problem, Goal { relative_gap: GAP, ..Goal::default() });
    let case = Case::new(Subject::Traffic, CaseKind::Network, name, PUBLISHED);
    Ok(vec![
        case.check((Measured::Objective, ""), [objective, least, objective.abs() * 1e-8]),
        case.check(TOTAL, [total, total_system_travel_time, total.abs() * 1e-5]),
        case.check((Measured::Gap, ""), [0.0, relative_gap, GAP]),
    ])
}

/// Beckmann's objective and the total time at the published volumes, which stand in the order of the links.
fn published(network: &RoadNetwork, factors: CostFactors, flows: &str) -> Result<[f64; 2], Diagnostic> {
    let rows = cells::whole(flows, 4)?;
    if rows.len() != network.links.len() {
        return Err(Diagnostic::error("verify-flows-differ").with("links", network.links.len()).with("flows", rows.len()));
    }
    let mut sums = [0.0, 0.0];
    for (row, link) in rows.iter().zip(&network.links) {
        if [row.at(0), row.at(1)] != [link.from, link.to].map(|node| f64::from(node) + 1.0) {
            return Err(cells::odd(row.line));
        }
        let (cost, volume) = (LinkCost::new(link, factors), row.at(2));
        sums[0] += cost.integral(volume);
        sums[1] += volume * cost.at(volume);
    }
    Ok(sums)
}
