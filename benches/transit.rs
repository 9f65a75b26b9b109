//! Seconds to read Porto Alegre's timetables, to reach all stops from one, from all hexagons, over two hours; and to
//! assign riders to lines.

use aimaq::twin::import::NamedBytes;
use aimaq::twin::import::gtfs;
use aimaq::twin::model::space::{GeoPoint, LocalFrame};
use aimaq::twin::model::timetable::Timetable;
use aimaq::twin::simulate::transit::crowding::{Crowding, Demand, assign};
use aimaq::twin::simulate::transit::footpath::{Footpaths, Walking};
use aimaq::twin::simulate::transit::journey::earliest_arrival;
use aimaq::twin::simulate::transit::network::Network;
use aimaq::twin::simulate::transit::profile::profile;
use aimaq::twin::simulate::transit::raptor::Search;
use aimaq::twin::simulate::transit::service_graph::{ServiceGraph, ServiceLine};
use criterion::{Criterion, criterion_group, criterion_main};
use rayon::prelude::*;
use std::hint::black_box;
use std::path::Path;

/// The sample's buses run from noon to four.
const DEPARTURE: i32 = 13 * 3_600;
/// How far people walk to a stop as the crow flies [m].
const ACCESS: f64 = 800.0;

fn file(name: &str) -> Option<NamedBytes> {
    let path = Path::new("../shared/data/porto-alegre").join(name);
    std::fs::read(path).ok().map(|bytes| NamedBytes { name: name.to_owned(), bytes })
}

fn feeds() -> Option<Vec<NamedBytes>> {
    ["poa_eptc.zip", "poa_trensurb.zip"].into_iter().map(file).collect()
}

fn read(feeds: &[NamedBytes]) -> Timetable {
    gtfs::join(feeds.iter().map(|feed| gtfs::read_feed(feed).expect("a feed")).collect()).value
}

/// The walks of each hexagon to stops.
fn accesses(timetable: &Timetable, walking: &Walking) -> Vec<Vec<(u32, i32)>> {
    let hexagons = String::from_utf8(file("poa_hexgrid.csv").expect("hexagons").bytes).expect("text");
    let number = |cell: &str| cell.parse::<f64>().expect("a number");
    let places: Vec<GeoPoint> = hexagons
        .lines()
        .skip(1)
        .map(|row| row.split(',').collect::<Vec<_>>())
        .map(|row| GeoPoint::new(number(row[1]), number(row[2])))
        .collect();
    let frame = LocalFrame::new(places[0]);
    let stops: Vec<_> = timetable.stops.iter().map(|stop| stop.at.map(|at| frame.position_from_geo(at))).collect();
    let access = |place: &GeoPoint| {
        let at = frame.position_from_geo(*place);
        let near = stops.iter().zip(0u32..).filter_map(|(stop, index)| Some((stop.as_ref()?.distance(at), index)));
        near.filter(|(metres, _)| *metres <= ACCESS).filter_map(|(metres, index)| Some((index, walking.seconds(metres)?))).collect()
    };
    places.iter().map(access).collect()
}

fn transit(criterion: &mut Criterion) {
    let Some(files) = feeds() else {
        eprintln!("skipped: ../shared/data/porto-alegre is absent");
        return;
    };
    let timetable = read(&files);
    let walking = Walking::default();
    let footpaths = Footpaths::new(&timetable, &walking);
    let day = jiff::civil::date(2019, 5, 14);
    let network = Network::new(&timetable, day, footpaths.clone()).value;
    let accesses = accesses(&timetable, &walking);
    let middle = accesses.len() / 2;
    let mut group = criterion.benchmark_group("transit");
    group.sample_size(20);
    group.bench_function("read-gtfs", |bencher| bencher.iter(|| read(&files).calls.len()));
    group.bench_function("footpaths", |bencher| bencher.iter(|| Footpaths::new(&timetable, &walking).len()));
    group.bench_function("network", |bencher| bencher.iter(|| Network::new(&timetable, day, footpaths.clone()).value.patterns().len()));
    let mut search = Search::new(&network);
    group.bench_function("one-to-all", |bencher| {
        bencher.iter(|| {
            search.reset();
            search.run(DEPARTURE, black_box(&accesses[middle]));
            search.arrivals()
        });
    });
    group.bench_function("one-journey", |bencher| bencher.iter(|| earliest_arrival(&network, DEPARTURE, &accesses[middle], &accesses[0])));
    group.bench_function("two-hours", |bencher| {
        bencher.iter(|| profile(&network, DEPARTURE..DEPARTURE + 7_200, &accesses[middle], &accesses[0]).len());
    });
    group.bench_function("hexagons-to-all", |bencher| bencher.iter(|| from_all(&network, &accesses)));
    group.finish();
}

/// Sums over all hexagons how many stops each reaches within an hour.
fn from_all(network: &Network, accesses: &[Vec<(u32, i32)>]) -> usize {
    let reached = |search: &mut Search, access: &Vec<(u32, i32)>| {
        search.reset();
        search.run(DEPARTURE, access);
        search.arrivals().iter().filter(|arrival| **arrival <= DEPARTURE + 3_600).count()
    };
    accesses.par_iter().map_init(|| Search::new(network), reached).sum()
}

/// A grid of lines, twelve each way, with riders between all crossings of every third line.
fn riders(criterion: &mut Criterion) {
    const SIDE: u32 = 12;
    let line = |stops: Vec<u32>| ServiceLine { times: vec![2.0; stops.len() - 1], stops, headway: 8.0, capacity: 85.0, boarding: 0.0 };
    let mut lines = Vec::new();
    for row in 0..SIDE {
        for stops in [(0..SIDE).map(|i| row * SIDE + i).collect::<Vec<_>>(), (0..SIDE).map(|i| i * SIDE + row).collect()] {
            lines.push(line(stops.iter().rev().copied().collect()));
            lines.push(line(stops));
        }
    }
    let service = ServiceGraph::new((SIDE * SIDE) as usize, &lines, &[]).value;
    let ends = || (0..SIDE * SIDE).step_by(3);
    let demand: Vec<Demand> =
        ends().flat_map(|origin| ends().map(move |destination| Demand { origin, destination, riders: 4.0 })).collect();
    let mut group = criterion.benchmark_group("riders");
    group.sample_size(20);
    group.bench_function("48-lines-2304-pairs", |bencher| bencher.iter(|| assign(&service, &demand, &Crowding::default()).value.gap));
    group.finish();
}

criterion_group!(benches, transit, riders);
criterion_main!(benches);
