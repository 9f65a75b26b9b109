//! Milliseconds from features to the meshes of a tile, from the street corner to the whole town.

use aimaq::store::scene;
use aimaq::twin::import::Unwatched;
use aimaq::viewer::app::quality::Quality;
use aimaq::viewer::render::tile::build::{Guise, build};
use aimaq::viewer::render::tile::key::TileKey;
use aimaq::viewer::render::tile::scenery::Scenery;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::sync::Arc;

fn mesh(criterion: &mut Criterion) {
    let opened = scene::open("neubrandenburg", &Unwatched).expect("embedded");
    let scenery = Scenery::new(Arc::new(opened.region));
    let mut group = criterion.benchmark_group("tile");
    group.sample_size(10);
    for level in [0, 1, 2, 3, 5] {
        let key = TileKey::at(level, [100.0, 100.0]);
        group.bench_with_input(BenchmarkId::from_parameter(level), &key, |bencher, key| {
            bencher.iter(|| build(&scenery, &[Guise::default()], *key, Quality::Full.into()).len())
        });
    }
    group.finish();
}

criterion_group!(benches, mesh);
criterion_main!(benches);
