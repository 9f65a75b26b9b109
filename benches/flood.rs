//! How quickly water is moved: the fourth test of the British Environment Agency from its first drop to the end (LISFLOOD-FP 8.1: 22.8 s), and
//! finer cells of the same plain for a time; and what a step costs by the number of cells, all of them wet: in proportion to it, to four million.

use aimaq::twin::simulate::flood::boundary::{Edge, EdgeKind, Side};
use aimaq::twin::simulate::flood::case::{Case, Scheme, Settings};
use aimaq::twin::simulate::flood::grid::{Grid, Roughness, Start};
use aimaq::twin::simulate::flood::result::Flood;
use aimaq::twin::simulate::flood::run::run;
use aimaq::twin::simulate::flood::source::Hydrograph;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// The plain, in cells so many times smaller than those of five metres.
fn plain(finer: usize, scheme: Scheme, duration: f64) -> Option<Flood> {
    let (columns, rows) = (200 * finer, 400 * finer);
    let elevation = vec![0.0; columns * rows];
    let grid = Grid { columns, rows, cell: 5.0 / finer as f64, elevation, roughness: Roughness::Uniform(0.05), start: Start::Dry };
    let inflow = Hydrograph::new([(0.0, 0.0), (3_600.0, 20.0), (14_400.0, 20.0), (18_000.0, 0.0)]);
    let edges = vec![Edge { side: Side::West, cells: 198 * finer..202 * finer, kind: EdgeKind::Discharge(inflow) }];
    let settings = Settings { theta: 1.0, scheme, duration, ..Settings::default() };
    run(Case { grid, edges, ..Case::default() }, &settings, &|_| true).ok()
}

/// A square lake in cells of five metres, tilted by a hand's breadth, so that every cell is at work, for a hundred steps.
fn lake(side: usize) -> Option<Flood> {
    let tilt = |place: usize| 2.0 + 0.1 * ((place % side) as f32 / side as f32 - 0.5);
    let start = Start::Depth((0..side * side).map(tilt).collect());
    let elevation = vec![0.0; side * side];
    let grid = Grid { columns: side, rows: side, cell: 5.0, elevation, roughness: Roughness::Uniform(0.03), start };
    let settings = Settings { duration: 50.0, longest_step: 0.5, ..Settings::default() };
    run(Case { grid, ..Case::default() }, &settings, &|_| true).ok()
}

fn size(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("flood by size");
    group.sample_size(10);
    for side in [250, 500, 1_000, 2_000] {
        let Some(once) = lake(side) else { continue };
        assert!(once.balance.is_closed() && once.steps == 100, "{} steps, {:?}", once.steps, once.balance);
        group.throughput(Throughput::Elements(once.updates));
        group.bench_function(format!("lake, {} cells, 100 steps", side * side), |bencher| bencher.iter(|| lake(side)));
    }
    group.finish();
}

fn flood(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("flood");
    group.sample_size(10);
    for (name, finer, scheme, duration) in [
        ("plain, 80,000 cells, 5 h", 1, Scheme::LocalInertial, 18_000.0),
        ("plain, 1,280,000 cells, 10 min", 4, Scheme::LocalInertial, 600.0),
        ("plain, 3,920,000 cells, 10 min", 7, Scheme::LocalInertial, 600.0),
        ("plain, 80,000 cells, 1 h, finite volumes", 1, Scheme::FiniteVolume, 3_600.0),
    ] {
        let Some(once) = plain(finer, scheme, duration) else { continue };
        assert!(once.balance.is_closed(), "{:?}", once.balance);
        group.throughput(Throughput::Elements(once.updates));
        group.bench_function(name, |bencher| bencher.iter(|| plain(finer, scheme, duration)));
    }
    group.finish();
}

criterion_group!(benches, flood, size);
criterion_main!(benches);
