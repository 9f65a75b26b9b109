//! Seconds for ways through the streets of Neubrandenburg, for all hexes of Porto Alegre, for an assignment and for sitings.
//!
//! `AIMAQ_PANDANA=<python>` names a Python that has pandana: the same queries on the same network are then asked of it, too.

use aimaq::twin::import::{Inputs, NamedBytes, Unwatched, import_region};
use aimaq::twin::model::amenity::AmenityKind;
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::{GeoPoint, Position};
use aimaq::twin::simulate::capacity::transport::{Unmet, assign};
use aimaq::twin::simulate::routing::anchor::points;
use aimaq::twin::simulate::routing::graph::{Graph, UNREACHED};
use aimaq::twin::simulate::routing::hierarchy::{Hierarchy, Labels};
use aimaq::twin::simulate::routing::router::Router;
use aimaq::twin::simulate::routing::streets::Streets;
use aimaq::twin::simulate::routing::sums::sums;
use aimaq::twin::simulate::routing::travel::{Mode, Travel};
use criterion::{Criterion, criterion_group, criterion_main};
use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;
use std::collections::HashMap;
use std::fmt::Write;
use std::hint::black_box;
use std::path::{Path, PathBuf};

/// A file of the shared folder, where it is there.
fn shared(path: &str) -> Option<NamedBytes> {
    let file = Path::new("../shared/data").join(path);
    Some(NamedBytes { name: path.to_owned(), bytes: std::fs::read(file).ok()? })
}

fn region(path: &str) -> Option<Region> {
    import_region(&Inputs { osm: vec![shared(path)?], ..Inputs::default() }, &Unwatched).ok()
}

/// The walkers' streets with a node at every bend, as pandana is usually given them: places and arcs both ways [mm].
fn every_bend(region: &Region) -> (Vec<Position>, Vec<(u32, u32, u32)>) {
    let streets = Streets::new(region, &Travel::on_foot_in_metres()).value;
    let mut numbers: HashMap<Position, u32> = HashMap::new();
    let (mut nodes, mut arcs) = (Vec::new(), Vec::new());
    for link in &streets.links {
        for pair in points(region, &region.network.edges[link.edge as usize]).windows(2) {
            let [from, to] = [pair[0], pair[1]].map(|place| {
                *numbers.entry(place).or_insert_with(|| {
                    nodes.push(place);
                    nodes.len() as u32 - 1
                })
            });
            let length = (pair[0].distance(pair[1]) * 1_000.0).round() as u32;
            arcs.extend([(from, to, length), (to, from, length)]);
        }
    }
    (nodes, arcs)
}

fn streets(criterion: &mut Criterion) {
    let Some(region) = region("osm/neubrandenburg-2016.osm.pbf") else { return };
    let (nodes, arcs) = every_bend(&region);
    let graph = Graph::new(nodes.len(), &arcs);
    let hierarchy = Hierarchy::new(&graph);
    let mut random = Pcg32::new(1, 1);
    let mut node = || random.next_u32() % nodes.len() as u32;
    let places: Vec<Vec<(u32, u32)>> = (0..200).map(|_| vec![(node(), 0)]).collect();
    // Journeys that lead somewhere: pandana makes a list of the others, which is not what is measured.
    let mut pairs: Vec<(u32, u32)> = (0..102_000).map(|_| (node(), node())).collect();
    let labels = Labels::new(&hierarchy, pairs.iter().map(|pair| pair.0), pairs.iter().map(|pair| pair.1));
    let costs = labels.costs(&hierarchy, &pairs);
    pairs = pairs.into_iter().zip(costs).filter(|(_, cost)| *cost < UNREACHED).map(|(pair, _)| pair).take(100_000).collect();
    let weights = vec![1.0; nodes.len()];
    if let Some(python) = std::env::var_os("AIMAQ_PANDANA") {
        ask_pandana(Path::new(&python), &nodes, &arcs, &places, &pairs);
    }
    let mut group = criterion.benchmark_group("neubrandenburg");
    group.sample_size(10);
    group.bench_function("build", |bencher| bencher.iter(|| Hierarchy::new(&Graph::new(nodes.len(), black_box(&arcs))).joined()));
    group.bench_function("nearest 5 of 200 within 5 km", |bencher| bencher.iter(|| hierarchy.nearest(black_box(&places), 5, 5_000_000)));
    group.bench_function("sum within 2 km", |bencher| bencher.iter(|| sums(&graph, &hierarchy, black_box(&weights), 2_000_000)));
    group.bench_function("100,000 pairs", |bencher| {
        bencher.iter(|| {
            let labels = Labels::new(&hierarchy, pairs.iter().map(|pair| pair.0), pairs.iter().map(|pair| pair.1));
            labels.costs(&hierarchy, black_box(&pairs))
        });
    });
    for mode in [Mode::Walk, Mode::Car] {
        group.bench_function(format!("router {mode:?}"), |bencher| bencher.iter(|| Router::new(black_box(&region), &Travel::new(mode))));
    }
    group.finish();
}

/// Lets pandana answer the same questions; it prints its seconds.
fn ask_pandana(python: &Path, nodes: &[Position], arcs: &[(u32, u32, u32)], places: &[Vec<(u32, u32)>], pairs: &[(u32, u32)]) {
    let write = || -> std::io::Result<PathBuf> {
        let folder = std::env::temp_dir().join("aimaq-pandana");
        std::fs::create_dir_all(&folder)?;
        let table = |head: &str, rows: &mut dyn Iterator<Item = String>| {
            rows.fold(format!("{head}\n"), |mut text, row| {
                let _ = writeln!(text, "{row}");
                text
            })
        };
        let mut rows = nodes.iter().map(|node| format!("{},{}", node.east(), node.north()));
        std::fs::write(folder.join("nodes.csv"), table("x,y", &mut rows))?;
        let mut rows = arcs.iter().step_by(2).map(|(from, to, length)| format!("{from},{to},{}", f64::from(*length) / 1_000.0));
        std::fs::write(folder.join("edges.csv"), table("from,to,length", &mut rows))?;
        std::fs::write(folder.join("places.csv"), table("node", &mut places.iter().map(|place| place[0].0.to_string())))?;
        std::fs::write(folder.join("pairs.csv"), table("from,to", &mut pairs.iter().map(|(from, to)| format!("{from},{to}"))))?;
        Ok(folder)
    };
    let script = Path::new("benches/ask_pandana.py");
    let asked = write().and_then(|folder| std::process::Command::new(python).arg(script).arg(folder).status());
    if let Err(error) = asked {
        eprintln!("pandana was not asked: {error}");
    }
}

fn porto_alegre(criterion: &mut Criterion) {
    let (Some(region), Some(hexes)) = (region("porto-alegre/poa_osm.pbf"), shared("porto-alegre/poa_hexgrid.csv")) else { return };
    let router = Router::new(&region, &Travel::default()).value;
    let rows: Vec<Vec<f64>> = csv::Reader::from_reader(&hexes.bytes[..])
        .records()
        .flatten()
        .map(|row| row.iter().map(|value| value.parse().unwrap_or(0.0)).collect())
        .collect();
    let hexes: Vec<Position> = rows.iter().map(|row| region.frame.position_from_geo(GeoPoint::new(row[1], row[2]))).collect();
    // Schools and clinics stand in the hexes' middles; the stops are those of the map.
    let with = |column: usize| rows.iter().zip(&hexes).filter(move |(row, _)| row[column] > 0.0).map(|(_, hex)| *hex);
    let clinics = [AmenityKind::Hospital, AmenityKind::Clinic];
    let mapped = region.amenities.iter().filter(|(amenity, _)| amenity.kind == AmenityKind::School || clinics.contains(&amenity.kind));
    let stops = region.stops.iter().map(|(_, shape)| shape.anchor());
    let ends: Vec<Position> = with(4).chain(with(6)).chain(mapped.map(|(_, shape)| shape.anchor())).chain(stops).collect();
    let mut group = criterion.benchmark_group("porto alegre");
    group.sample_size(10);
    group.bench_function(format!("{} hexes to {} ends", hexes.len(), ends.len()), |bencher| {
        bencher.iter(|| {
            let [from, to] = [&hexes, &ends].map(|places| router.anchors(&region, black_box(places), 1_000.0).value);
            router.reach(&from, &to, 7_200.0).pairs()
        });
    });
    let homes = router.anchors(&region, &hexes, 1_000.0).value;
    let schools = router.anchors(&region, &with(4).collect::<Vec<_>>(), 1_000.0).value;
    let reach = router.reach(&homes, &schools, 7_200.0);
    let pupils: Vec<u64> = rows.iter().map(|row| (row[3] * 0.136).round() as u64).collect();
    let places = vec![pupils.iter().sum::<u64>() * 11 / 10 / schools.len().max(1) as u64; schools.len()];
    group.bench_function(format!("least cost, {} ways", reach.pairs()), |bencher| {
        bencher.iter(|| assign(black_box(&reach), &pupils, &places, Unmet::Avoided).cost);
    });
    group.finish();
}

criterion_group!(benches, streets, porto_alegre);
criterion_main!(benches);
