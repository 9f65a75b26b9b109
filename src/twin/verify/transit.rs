//! Riders on lines at intervals, against the example of Spiess and Florian.

use super::check::{Case, CaseKind, Check, Measured, Subject};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::simulate::transit::crowding::{Crowding, Demand, assign};
use crate::twin::simulate::transit::frequency::optimal_strategy;
use crate::twin::simulate::transit::service_graph::{ServiceGraph, ServiceLine};

const SOURCE: &str = "Spiess & Florian, 1989";

/// From A to B by four lines over X and Y: half of the riders take line 1, half line 2; at Y lines 3 and 4 are both taken.
///
/// # Errors
/// None; it is a runner like others.
pub fn spiess_florian() -> Result<Vec<Check>, Diagnostic> {
    let line = |stops: &[u32], times: &[f64], headway: f64| ServiceLine {
        stops: stops.to_vec(),
        times: times.to_vec(),
        headway,
        capacity: 0.0,
        boarding: 0.0,
    };
    let lines = [
        line(&[0, 3], &[25.0], 12.0),
        line(&[0, 1, 2], &[7.0, 6.0], 12.0),
        line(&[1, 2, 3], &[4.0, 4.0], 30.0),
        line(&[2, 3], &[10.0], 6.0),
    ];
    let service = ServiceGraph::new(4, &lines, &[]).value;
    let times: Vec<f64> = service.graph.arcs.iter().map(|arc| arc.time).collect();
    let expected_time = optimal_strategy(&service.graph, &times, 3).time.first().copied().unwrap_or(f64::NAN);
    let assigned = assign(&service, &[Demand { origin: 0, destination: 3, riders: 1.0 }], &Crowding::default()).value;
    let case = |kind: CaseKind, name: String| Case::new(Subject::Transit, kind, name, SOURCE);
    let time = case(CaseKind::Lines, "A–B".to_owned()).check((Measured::ExpectedTime, "minutes"), [27.75, expected_time, 1e-9]);
    // Shares of the riders on the last stretch of each line.
    let share = |(line, expected): (usize, f64)| {
        let found = service.loads(line, &assigned.volumes).last().copied().unwrap_or(f64::NAN);
        case(CaseKind::Line, (line + 1).to_string()).check((Measured::Share, ""), [expected, found, 1e-9])
    };
    let shares = [(0, 0.5), (1, 0.5), (2, 1.0 / 12.0), (3, 5.0 / 12.0)].map(share);
    Ok(std::iter::once(time).chain(shares).collect())
}
