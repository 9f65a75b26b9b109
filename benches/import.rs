//! Seconds from an OpenStreetMap extract, or from the sketch's facts, to a region in memory.

use aimaq::store::scene;
use aimaq::twin::import::Unwatched;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn import(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("import");
    group.sample_size(10);
    for id in ["neubrandenburg", "kostanay"] {
        group.bench_function(id, |bencher| {
            bencher.iter(|| scene::open(black_box(id), &Unwatched).map(|opened| opened.region.buildings.len()));
        });
    }
    group.finish();
}

criterion_group!(benches, import);
criterion_main!(benches);
