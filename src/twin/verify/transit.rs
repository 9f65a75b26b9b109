//! Riders on lines at intervals, against the example of Spiess and Florian.

use super::check::{Case, CaseKind, Check, Measured, Subject};
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::simulate::transit::crowding::{Crowding, Demand, assign};
use crate::twin::simulate::transit::frequency::optimal_strategy;
use crate::twin::simulate::transit::service_graph::{ServiceGraph, ServiceLine};

const SOURCE: &str = "Spiess & Florian, 1989";

/// How far times and shares may be apart, and how near to balance the riders have to be.
const TOLERANCE: f64 = 1e-12;
const GAP: f64 = 1e-15;

/// The stretches of the lines, with the share of the riders on each.
const STRETCHES: [(usize, &[(&str, f64)]); 4] =
    [(0, &[("A–B", 0.5)]), (1, &[("A–X", 0.5), ("X–Y", 0.5)]), (2, &[("X–Y", 0.0), ("Y–B", 1.0 / 12.0)]), (3, &[("Y–B", 5.0 / 12.0)])];

/// The example: stops A, X, Y and B, and four lines.
pub fn example() -> Report<ServiceGraph> {
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
    ServiceGraph::new(4, &lines, &[])
}

/// From A to B by four lines over X and Y: half of the riders take line 1, half line 2; at Y lines 3 and 4 are both taken.
///
/// # Errors
/// What the model complains about.
pub fn spiess_florian() -> Result<Vec<Check>, Diagnostic> {
    let service = sound(example())?;
    let times: Vec<f64> = service.graph.arcs.iter().map(|arc| arc.time).collect();
    let expected_time = optimal_strategy(&service.graph, &times, 3).time.first().copied().unwrap_or(f64::NAN);
    let assigned = sound(assign(&service, &[Demand { origin: 0, destination: 3, riders: 1.0 }], &Crowding::default()))?;
    let journey = Case::new(Subject::Transit, CaseKind::Lines, "A–B", SOURCE);
    let mut checks = vec![
        journey.check((Measured::ExpectedTime, "minutes"), [27.75, expected_time, TOLERANCE]),
        journey.check((Measured::TotalTime, "minutes"), [27.75, assigned.total, TOLERANCE]),
        journey.check((Measured::Gap, ""), [0.0, assigned.gap, GAP]),
    ];
    for (line, stretches) in STRETCHES {
        let loads = service.loads(line, &assigned.volumes);
        // A line with more stretches than are published has no share to compare.
        let is_whole = loads.len() == stretches.len();
        for (place, (stretch, share)) in stretches.iter().enumerate() {
            let found = loads.get(place).copied().filter(|_| is_whole).unwrap_or(f64::NAN);
            let case = Case::new(Subject::Transit, CaseKind::Line, format!("{}, {stretch}", line + 1), SOURCE);
            checks.push(case.check((Measured::Share, ""), [*share, found, TOLERANCE]));
        }
    }
    Ok(checks)
}

/// What there is no complaint about.
fn sound<T>(report: Report<T>) -> Result<T, Diagnostic> {
    report.notes.into_iter().next().map_or(Ok(report.value), Err)
}
