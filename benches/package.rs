//! Seconds to write a region package and to read it back.

use aimaq::store::{geopackage, scene};
use aimaq::twin::import::Unwatched;
use criterion::{Criterion, criterion_group, criterion_main};

fn package(criterion: &mut Criterion) {
    let opened = scene::open("neubrandenburg", &Unwatched).expect("embedded");
    let folder = tempfile::tempdir().expect("a folder for a package");
    let path = folder.path().join("neubrandenburg.gpkg");
    let mut group = criterion.benchmark_group("package");
    group.sample_size(10);
    group.bench_function("write", |bencher| bencher.iter(|| geopackage::write(&opened.region, &path, &Unwatched)));
    group.bench_function("read", |bencher| bencher.iter(|| geopackage::read(&path, &Unwatched).map(|region| region.buildings.len())));
    group.finish();
}

criterion_group!(benches, package);
criterion_main!(benches);
