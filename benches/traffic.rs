//! Seconds to assign the trips of published networks, without reading them. On two cores TAP-B (Algorithm B in C) takes 0.98 s for
//! ChicagoSketch and 0.25 s for Barcelona, both to 1e-12, and 18.9 s for Austin to 1e-5; AequilibraE 1.7.2 takes 4.5 s for 100
//! iterations of bi-conjugate Frank–Wolfe on ChicagoSketch, which end at 3.2e-5.

use aimaq::twin::simulate::traffic::assignment::{Goal, Principle, Problem, assign, assign_by_frank_wolfe};
use aimaq::twin::simulate::traffic::cost::CostFactors;
use aimaq::twin::simulate::traffic::demand::TripTable;
use aimaq::twin::simulate::traffic::network::RoadNetwork;
use aimaq::twin::simulate::traffic::tntp::{read_network, read_trips};
use criterion::{Criterion, criterion_group, criterion_main};
use std::path::Path;

/// A network with its trips; none where the shared files are absent.
fn read(network: &str, trips: &str) -> Option<(RoadNetwork, TripTable)> {
    let folder = Path::new("../shared/acceptance/traffic");
    let text = |file: &str| std::fs::read_to_string(folder.join(file)).ok();
    let network = read_network(&text(network)?).value;
    let demand = read_trips(&text(trips)?, network.zones).value;
    Some((network, demand))
}

fn traffic(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("traffic");
    group.sample_size(10);
    let chicago = CostFactors { toll: 0.02, distance: 0.04 };
    for (name, kind, factors, gaps) in [
        ("ChicagoSketch", "tntp", chicago, &[1e-6, 1e-12][..]),
        ("Barcelona", "tntp", CostFactors::default(), &[1e-12]),
        ("Austin_sdb", "txt", CostFactors::default(), &[1e-5]),
    ] {
        let Some((network, demand)) = read(&format!("{name}_net.{kind}"), &format!("{name}_trips.{kind}")) else { continue };
        let problem = Problem { network: &network, demand: &demand, factors, principle: Principle::UserEquilibrium };
        for &relative_gap in gaps {
            let goal = Goal { relative_gap, ..Goal::default() };
            group.bench_function(format!("{name} {relative_gap:e}"), |bencher| bencher.iter(|| assign(&problem, goal).iterations));
        }
        if name == "ChicagoSketch" {
            let goal = Goal { relative_gap: 0.0, iterations: 100 };
            group.bench_function("ChicagoSketch 100 × Frank–Wolfe", |bencher| {
                bencher.iter(|| assign_by_frank_wolfe(&problem, goal).iterations)
            });
        }
    }
    group.finish();
}

criterion_group!(benches, traffic);
criterion_main!(benches);
