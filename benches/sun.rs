//! Seconds for the sun of 22 March at every storey of every wall, with grounds and roofs: all buildings of Kostanay, one tower more, a tower
//! judged where it would stand, towns of a growing size.

use aimaq::store::scene;
use aimaq::twin::catalog::survey::{Home, Survey};
use aimaq::twin::import::{Unwatched, synthetic};
use aimaq::twin::model::building::{Building, BuildingUse};
use aimaq::twin::model::change::Kept;
use aimaq::twin::model::feature::Decimetres;
use aimaq::twin::model::layer::ShapeKind;
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::Position;
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::simulate::sun::around::Around;
use aimaq::twin::simulate::sun::assumption::SunAssumptions;
use aimaq::twin::simulate::sun::insolation::Insolation;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

/// Homes in the order of their buildings.
fn homes(region: &Region) -> Vec<Home> {
    Survey::new(region).all_homes().copied().collect()
}

/// Every building as if somebody lived in it.
fn all(region: &Region) -> Vec<Home> {
    let home = |building: u32| Home { at: Position::default(), building, settlement: 0, residents: 1.0 };
    (0..region.buildings.len() as u32).map(home).collect()
}

/// The region with a tower beside one of its homes.
fn with_tower(region: &Region, home: &Home) -> Region {
    let mut built = region.clone();
    let (east, north) = (home.at.east() - 10.0, home.at.north() - 40.0);
    let corners = [(0.0, 0.0), (40.0, 0.0), (40.0, 15.0), (0.0, 15.0)];
    let ring = corners.map(|(x, y)| Position::from_metres(east + x, north + y));
    let tower = Building {
        usage: Sourced::assumed(BuildingUse::Apartments),
        levels: Sourced::assumed(16),
        height: Sourced::assumed(Decimetres::from_metres(50.0)),
        ..Building::default()
    };
    built.buildings.push(tower, ShapeKind::Area, [&ring[..]]);
    built
}

fn sun(criterion: &mut Criterion) {
    let assumed = SunAssumptions::of(&Assumptions::default());
    let mut group = criterion.benchmark_group("sun");
    group.sample_size(10);
    let region = scene::open("kostanay", &Unwatched).expect("the scene opens").region;
    let (lived_in, every) = (homes(&region), all(&region));
    group.bench_function(format!("kostanay, {} buildings", every.len()), |bencher| {
        bencher.iter(|| Insolation::new(black_box(&region), &every, assumed, None));
    });
    group.bench_function(format!("kostanay, {} homes", lived_in.len()), |bencher| {
        bencher.iter(|| Insolation::new(black_box(&region), &lived_in, assumed, None));
    });
    let base = Insolation::new(&region, &lived_in, assumed, None);
    if let Some(home) = lived_in.get(lived_in.len() / 3) {
        let built = with_tower(&region, home);
        let (more, kept) = (homes(&built), Kept::between(&region.buildings, &built.buildings));
        let mut tower = Region { frame: region.frame, terrain: region.terrain.clone(), ..Region::default() };
        for (building, shape) in built.buildings.iter().skip(region.buildings.len()) {
            tower.buildings.push(building.clone(), shape.kind, shape.parts());
        }
        group.bench_function("kostanay, what a tower has and leaves", |bencher| {
            bencher.iter(|| {
                let around = Around::new(black_box(&region), &tower, &assumed);
                around.map(|around| (around.own_dwellings(), around.dwellings_left(150.0)))
            });
        });
        group.bench_function("kostanay, one tower more", |bencher| {
            bencher.iter(|| Insolation::new(black_box(&built), &more, assumed, Some((&base, &kept))));
        });
    }
    for size in [10_000, 100_000, 400_000] {
        let region = synthetic::region(size);
        let every = all(&region);
        group.bench_function(format!("town of {size}"), |bencher| {
            bencher.iter(|| Insolation::new(black_box(&region), &every, assumed, None));
        });
    }
    group.finish();
}

criterion_group!(benches, sun);
criterion_main!(benches);
