//! Paths a second of ITM on the profiles of its published answers, and seconds for the coverage of a mast; then a table of what coverage and the
//! service of a network cost by the number of masts, printed once.

use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::model::connectivity::{Mast, RadioTechnology};
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::place::{Place, PlaceKind};
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::{Bounds, GeoPoint, LocalFrame, Position};
use aimaq::twin::model::terrain::{Raster, Terrain};
use aimaq::twin::simulate::Setting;
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::simulate::radio::coverage::{Site, coverage};
use aimaq::twin::simulate::radio::ground::Ground;
use aimaq::twin::simulate::radio::itm::{Itm, Terms};
use aimaq::twin::simulate::radio::model::SIMULATION;
use aimaq::twin::simulate::radio::profile::Profile;
use aimaq::twin::simulate::shared::Shared;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Instant;

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

/// Heights of a tile in the Alps, 1201 × 1201 of them, row by row from the north-west.
fn alps() -> Option<Vec<f32>> {
    let bytes = std::fs::read("../shared/data/dem/N47E009.hgt").ok()?;
    Some(bytes.chunks_exact(2).map(|pair| f32::from(i16::from_be_bytes([pair[0], pair[1]]))).collect())
}

/// A square of the Alps with so many receivers a side, 90 m apart, from a column and a row of the tile on.
fn square(alps: &[f32], [column, row]: [usize; 2], side: usize) -> Ground {
    let samples = (row..row + side).flat_map(|row| alps.iter().skip(row * 1_201 + column).take(side));
    let heights = samples.map(|height| if *height > -1_000.0 { *height } else { f32::NAN }).collect();
    Ground { west: 0.0, north: 90.0 * side as f64, cell: 90.0, columns: side, heights, clutter: Vec::new() }
}

/// A mast in the middle of such a square.
fn middle(side: usize) -> Site {
    let middle = 45.0 * side as f64;
    Site { at: [middle + 7.0, middle], height: 40.0, receiver: 1.5, reach: 200_000.0 }
}

/// 1000 × 1000 receivers about a mast.
fn map(criterion: &mut Criterion) {
    const SIDE: usize = 1_000;
    let Some(alps) = alps() else { return };
    let Ok(itm) = Itm::new(&Terms::temperate(800.0)) else { return };
    let (ground, site) = (square(&alps, [100, 100], SIDE), middle(SIDE));
    let mut group = criterion.benchmark_group("coverage");
    group.sample_size(10);
    group.bench_function("1000 × 1000 receivers", |bencher| bencher.iter(|| coverage(black_box(&ground), &site, &itm)));
    group.finish();
}

/// How many masts there are in each row of the table.
const MASTS: [usize; 5] = [1, 10, 25, 50, 100];

/// Prints seconds, all and a mast: the coverage of masts with 300 × 300 receivers about each, each in a place of its own in the Alps; and the
/// service model of the region that they stand in. A village listens to eight masts at most, so that a mast costs more among others than alone.
fn by_masts(_: &mut Criterion) {
    const SIDE: usize = 300;
    let Some(alps) = alps() else { return };
    let Ok(itm) = Itm::new(&Terms::temperate(800.0)) else { return };
    let grounds: Vec<Ground> = (0..100).map(|mast| square(&alps, [mast % 10 * 100, mast / 10 * 100], SIDE)).collect();
    eprintln!("| masts | coverage s | s a mast | service s | s a mast |");
    eprintln!("|---|---|---|---|---|");
    for masts in MASTS {
        let covered = least(|| {
            let started = Instant::now();
            for ground in grounds.iter().take(masts) {
                assert!(coverage(black_box(ground), &middle(SIDE), &itm).is_ok());
            }
            started.elapsed().as_secs_f64()
        });
        let region = land(masts);
        let served = least(|| service(&region));
        let each = |seconds: f64| seconds / masts as f64;
        eprintln!("| {masts} | {covered:.3} | {:.4} | {served:.3} | {:.4} |", each(covered), each(served));
    }
}

/// The least of three measurements.
fn least(measure: impl Fn() -> f64) -> f64 {
    (0..3).map(|_| measure()).fold(f64::INFINITY, f64::min)
}

/// Hilly land with so many masts 20 km from each other, and about each of them 25 villages 4 km from each other.
fn land(masts: usize) -> Region {
    let across = (masts as f64).sqrt().ceil() as usize;
    let half = across as f64 * 10_000.0;
    let extent = Bounds { min: [-half; 2], max: [half; 2] };
    let frame = LocalFrame::new(GeoPoint::new(63.6, 53.2));
    let mut region = Region { frame, extent, terrain: hills(&frame, &extent), ..Region::default() };
    let mut ids = (1..).map(|number| FeatureId::new(IdKind::Node, number));
    for mast in 0..masts {
        let [east, north] = [mast % across, mast / across].map(|place| place as f64 * 20_000.0 + 10_000.0 - half);
        let id = ids.next().unwrap_or_default();
        region.masts.push_point(
            Mast { id, technology: Sourced::observed(RadioTechnology::G4), ..Mast::default() },
            Position::from_metres(east + 700.0, north + 700.0),
        );
        for village in 0..25 {
            let [x, y] = [village % 5, village / 5].map(|place| f64::from(place - 2) * 4_000.0);
            let (id, population) = (ids.next().unwrap_or_default(), Sourced::observed(Some(300)));
            let place = Place { id, kind: PlaceKind::Village, population, ..Place::default() };
            region.places.push_point(place, Position::from_metres(east + x, north + y));
        }
    }
    region
}

/// Hills of 30 m, in cells of a thousandth of a degree.
fn hills(frame: &LocalFrame, extent: &Bounds) -> Terrain {
    const CELL: f64 = 0.001;
    let around = frame.geo_box(&extent.grown(1_000.0));
    let [columns, rows] = [around.east - around.west, around.north - around.south].map(|degrees| (degrees / CELL).ceil() as usize);
    let hill = |row: f64, column: f64| (180.0 + 20.0 * (row / 9.0).sin() * (column / 14.0).cos() + 10.0 * (column / 5.0).sin()) as f32;
    let heights = (0..rows * columns).map(|cell| hill((cell / columns) as f64, (cell % columns) as f64)).collect();
    Terrain::new(vec![Raster { west: around.west, north: around.north, cell_lon: CELL, cell_lat: CELL, columns, heights }])
}

/// Seconds of the service model, of a region that nobody remembers anything of.
fn service(region: &Region) -> f64 {
    let (survey, assumptions) = (Survey::new(region), Assumptions::default());
    let shared = Shared::new(region, &survey, &assumptions);
    let started = Instant::now();
    let outcome = (SIMULATION.run)(&Setting { region, survey: &survey, assumptions: &assumptions, shared: &shared });
    let seconds = started.elapsed().as_secs_f64();
    assert!(outcome.values.iter().any(|(metric, people)| *metric == "mobile-people" && people.is_some_and(|people| people > 0.0)));
    seconds
}

criterion_group!(benches, paths, map, by_masts);
criterion_main!(benches);
