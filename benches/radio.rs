//! Paths a second of ITM on the profiles of its published answers, and seconds for the coverage of a mast.

use aimaq::twin::simulate::radio::coverage::{Site, coverage};
use aimaq::twin::simulate::radio::ground::Ground;
use aimaq::twin::simulate::radio::itm::{Itm, Terms};
use aimaq::twin::simulate::radio::profile::Profile;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// NTIA's own implementation does 604,000 paths a second on one core over the second of these, of 78 intervals.
fn paths(criterion: &mut Criterion) {
    let Ok(text) = std::fs::read_to_string("../shared/acceptance/radio/itm/pfls.csv") else { return };
    let Ok(itm) = Itm::new(&Terms::temperate(480.0)) else { return };
    let mut group = criterion.benchmark_group("itm");
    group.throughput(Throughput::Elements(1));
    for line in text.lines() {
        let points: Vec<f64> = line.split(',').filter_map(|cell| cell.trim().parse().ok()).collect();
        let Some(profile) = points.get(2..).and_then(|ground| Profile::new(points[1], ground).ok()) else { continue };
        group.bench_function(format!("{} intervals", points[0]), |bencher| {
            bencher.iter(|| itm.point_to_point(black_box([3.0, 1.5]), &profile.value));
        });
    }
    group.finish();
}

/// 1000 × 1000 receivers about a mast in the Alps.
fn map(criterion: &mut Criterion) {
    const SIDE: usize = 1_000;
    let Ok(bytes) = std::fs::read("../shared/data/dem/N47E009.hgt") else { return };
    let Ok(itm) = Itm::new(&Terms::temperate(800.0)) else { return };
    let samples: Vec<f32> = bytes.chunks_exact(2).map(|pair| f32::from(i16::from_be_bytes([pair[0], pair[1]]))).collect();
    let row = |row: usize| samples.iter().skip((row + 100) * 1_201 + 100).take(SIDE);
    let heights = (0..SIDE).flat_map(row).map(|height| if *height > -1_000.0 { *height } else { f32::NAN }).collect();
    let ground = Ground { west: 0.0, north: 90_000.0, cell: 90.0, columns: SIDE, heights, clutter: Vec::new() };
    let site = Site { at: [45_007.0, 45_000.0], height: 40.0, receiver: 1.5, reach: 200_000.0 };
    let mut group = criterion.benchmark_group("coverage");
    group.sample_size(10);
    group.bench_function("1000 × 1000 receivers", |bencher| bencher.iter(|| coverage(black_box(&ground), &site, &itm)));
    group.finish();
}

criterion_group!(benches, paths, map);
criterion_main!(benches);
