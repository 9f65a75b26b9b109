//! Ways through the streets and accessibility: as quick as a plain search finds them, the published answers, and what always holds.
#![allow(clippy::unwrap_used)]

#[path = "support/material.rs"]
mod material;

use aimaq::twin::import::{Inputs, Unwatched, import_region};
use aimaq::twin::model::amenity::{Amenity, AmenityKind};
use aimaq::twin::model::id::FeatureId;
use aimaq::twin::model::layer::ShapeKind;
use aimaq::twin::model::network::Edge;
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::{GeoPoint, Position};
use aimaq::twin::model::street::{Direction, Street, StreetClass};
use aimaq::twin::simulate::access::catchment::{Catchment, three_step, two_step};
use aimaq::twin::simulate::access::cumulative::opportunities;
use aimaq::twin::simulate::access::decay::Decay;
use aimaq::twin::simulate::access::isochrone::{isochrone, line};
use aimaq::twin::simulate::access::norm::within_norm;
use aimaq::twin::simulate::routing::graph::{Graph, UNREACHED, seconds, ticks};
use aimaq::twin::simulate::routing::hierarchy::{Hierarchy, Labels};
use aimaq::twin::simulate::routing::reach::Reach;
use aimaq::twin::simulate::routing::router::Router;
use aimaq::twin::simulate::routing::search::Search;
use aimaq::twin::simulate::routing::streets::Streets;
use aimaq::twin::simulate::routing::sums::sums;
use aimaq::twin::simulate::routing::travel::{Mode, Travel};
use material::shared;
use proptest::prelude::*;

fn region(path: &str) -> Option<Region> {
    let inputs = Inputs { osm: vec![shared(path)?], ..Inputs::default() };
    Some(import_region(&inputs, &Unwatched).unwrap_or_else(|diagnostic| panic!("{diagnostic}")))
}

/// Numbers that are the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(bound)) as u32
    }
}

#[test]
fn a_thousand_journeys_are_as_long_as_dijkstra_finds_them() {
    for file in ["data/osm/neubrandenburg-2016.osm.pbf", "data/porto-alegre/poa_osm.pbf"] {
        let Some(region) = region(file) else { return };
        for mode in [Mode::Walk, Mode::Bicycle, Mode::Car] {
            let streets = Streets::new(&region, &Travel::new(mode)).value;
            let hierarchy = Hierarchy::new(&streets.graph);
            let mut numbers = Numbers(7);
            let nodes = streets.graph.nodes() as u32;
            let pairs: Vec<(u32, u32)> = (0..1_000).map(|_| (numbers.below(nodes), numbers.below(nodes))).collect();
            let labels = Labels::new(&hierarchy, pairs.iter().map(|pair| pair.0), pairs.iter().map(|pair| pair.1));
            let mut search = Search::new(streets.graph.nodes());
            let mut reached = 0;
            for (pair, cost) in pairs.iter().zip(labels.costs(&hierarchy, &pairs)) {
                search.run(&streets.graph, &[(pair.0, 0)], UNREACHED - 1);
                assert_eq!(cost, search.cost(pair.1), "{file} {mode:?} {pair:?}");
                reached += usize::from(cost < UNREACHED);
            }
            assert!(reached > 200, "{file} {mode:?}: only {reached} journeys lead anywhere");
        }
    }
}

#[test]
fn what_is_near_is_what_a_search_finds() {
    let Some(region) = region("data/osm/neubrandenburg-2016.osm.pbf") else { return };
    let streets = Streets::new(&region, &Travel::on_foot_in_metres()).value;
    let hierarchy = Hierarchy::new(&streets.graph);
    let nodes = streets.graph.nodes() as u32;
    let mut numbers = Numbers(11);
    let places: Vec<Vec<(u32, u32)>> = (0..200).map(|_| vec![(numbers.below(nodes), numbers.below(90_000))]).collect();
    let weights: Vec<f64> = (0..nodes).map(|_| f64::from(numbers.below(50))).collect();
    let near = hierarchy.nearest(&places, 5, 5_000_000);
    let all = sums(&streets.graph, &hierarchy, &weights, 2_000_000);
    let mut search = Search::new(streets.graph.nodes());
    for _ in 0..200 {
        let node = numbers.below(nodes);
        let within: f64 = search.run(&streets.graph, &[(node, 0)], 2_000_000).iter().map(|node| weights[*node as usize]).sum();
        assert_eq!(all[node as usize], within);
        search.run(&streets.graph, &[(node, 0)], 5_000_000);
        let ways = places.iter().map(|place| search.cost(place[0].0) + place[0].1).zip(0..);
        let mut expected: Vec<(u32, u32)> = ways.filter(|(cost, _)| *cost <= 5_000_000).collect();
        expected.sort_unstable();
        expected.truncate(5);
        assert_eq!(near.from(node), expected);
    }
}

proptest! {
    #[test]
    fn any_graph_keeps_its_distances(arcs in prop::collection::vec((0_u32..14, 0_u32..14, prop_oneof![0_u32..9, Just(UNREACHED)]), 0..60)) {
        let graph = Graph::new(14, &arcs);
        let hierarchy = Hierarchy::new(&graph);
        let pairs: Vec<(u32, u32)> = (0..14).flat_map(|from| (0..14).map(move |to| (from, to))).collect();
        let costs = Labels::new(&hierarchy, 0..14, 0..14).costs(&hierarchy, &pairs);
        let mut search = Search::new(14);
        for (pair, cost) in pairs.iter().zip(costs) {
            search.run(&graph, &[(pair.0, 0)], UNREACHED - 1);
            prop_assert_eq!(cost, search.cost(pair.1));
        }
        let within = sums(&graph, &hierarchy, &[1.0; 14], 10);
        let near = hierarchy.nearest(&[vec![(3, 1)], vec![(5, 0), (9, 2)]], 1, 12);
        for from in 0..14 {
            prop_assert_eq!(search.run(&graph, &[(from, 0)], 10).len() as f64, within[from as usize]);
            search.run(&graph, &[(from, 0)], UNREACHED - 1);
            let ways = [search.cost(3) + 1, search.cost(5).min(search.cost(9) + 2)];
            let expected = ways.into_iter().zip(0..).filter(|(cost, _)| *cost <= 12).min();
            prop_assert_eq!(near.from(from).first().copied(), expected);
        }
    }
}

#[test]
fn porto_alegre_reaches_its_schools_clinics_and_stops() {
    let Some(region) = region("data/porto-alegre/poa_osm.pbf") else { return };
    let Some(hexes) = shared("data/porto-alegre/poa_hexgrid.csv") else { return };
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(&hexes.bytes[..]).records().map(Result::unwrap).collect();
    let number = |row: &csv::StringRecord, column: usize| row[column].parse::<f64>().unwrap_or(0.0);
    let places: Vec<Position> =
        rows.iter().map(|row| region.frame.position_from_geo(GeoPoint::new(number(row, 1), number(row, 2)))).collect();
    let people: Vec<f64> = rows.iter().map(|row| number(row, 3)).collect();
    assert_eq!((rows.len(), people.iter().sum::<f64>()), (1_227, 812_935.0));
    let router = Router::new(&region, &Travel::default()).value;
    let homes = router.anchors(&region, &places, 1_000.0).value;
    assert!(homes.iter().flatten().count() > 1_200);
    for (column, expected) in [(4, 194.0), (6, 141.0)] {
        let supply: Vec<f64> = rows.iter().map(|row| number(row, column)).collect();
        assert_eq!(supply.iter().sum::<f64>(), expected);
        let reach = router.reach(&homes, &homes, 1_800.0);
        check_reach(&router, &homes, &reach);
        check_identity(&reach, &people, &supply, &two_step(&reach, &people, &supply, &Decay::ten_minute_bands()).value);
        check_identity(
            &reach,
            &people,
            &supply,
            &three_step(&reach, &people, &supply, &Decay::ten_minute_bands(), &Decay::ten_minute_bands()).value,
        );
    }
}

/// A reach holds what a plain search finds.
fn check_reach(router: &Router, homes: &[Option<aimaq::twin::simulate::routing::anchor::Anchor>], reach: &Reach) {
    let mut search = Search::new(router.streets.graph.nodes());
    for start in (0..homes.len()).step_by(97) {
        let Some(home) = homes[start] else { continue };
        search.run(&router.streets.graph, &home.leave, UNREACHED - 1);
        for (end, other) in homes.iter().enumerate() {
            let Some(other) = other.filter(|other| other.link != home.link) else { continue };
            let cost = other.arrive.iter().map(|(node, more)| search.cost(*node) + more).min().unwrap();
            let found = reach.of(start).iter().find(|(to, _)| *to as usize == end).map(|(_, cost)| *cost);
            assert_eq!(found, (cost <= ticks(1_800.0)).then(|| seconds(cost)), "{start} {end}");
        }
    }
}

/// People × access is the supply that somebody can reach.
fn check_identity(reach: &Reach, people: &[f64], supply: &[f64], catchment: &Catchment) {
    let mut is_used = vec![false; supply.len()];
    for (row, people) in reach.rows().zip(people).filter(|(_, people)| **people > 0.0) {
        row.iter().for_each(|(end, _)| is_used[*end as usize] |= *people > 0.0);
    }
    let used: f64 = supply.iter().zip(is_used).filter(|(_, used)| *used).map(|(supply, _)| supply).sum();
    let given: f64 = people.iter().zip(&catchment.access).map(|(people, access)| people * access).sum();
    assert!((given - used).abs() <= 1e-9 * used.max(1.0), "{given} is not {used}");
}

#[test]
fn hospitals_of_three_tracts_are_shared_as_published() {
    let (people, doctors) = ([100.0, 50.0, 10.0], [15.0, 20.0, 100.0]);
    for ([inbound, outbound, cross], two, three) in [
        ([40.0, 40.0, 80.0], [0.331_444_117, 0.579_828_132, 7.286_418_170], Some([0.156_256_588, 0.406_216_452, 9.906_351_855])),
        ([20.0, 20.0, 40.0], [0.442_568_395, 0.666_758_280, 5.740_524_646], None),
    ] {
        let reach = Reach::from_table(&[vec![1.0, cross, inbound], vec![cross, 1.0, inbound], vec![outbound, outbound, 1.0]]).value;
        let check = |catchment: Catchment, expected: [f64; 3]| {
            let near = |(access, expected): (&f64, f64)| (access - expected).abs() < 5e-10;
            assert!(catchment.access.iter().zip(expected).all(near), "{catchment:?} is not {expected:?}");
            let given: f64 = people.iter().zip(&catchment.access).map(|(people, access)| people * access).sum();
            assert!((given - 135.0).abs() < 1e-9, "{given}");
        };
        check(two_step(&reach, &people, &doctors, &Decay::Inverse(61.0)).value, two);
        if let Some(three) = three {
            check(three_step(&reach, &people, &doctors, &Decay::Inverse(f64::INFINITY), &Decay::Inverse(61.0)).value, three);
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_reached_is_shared_out(
        table in prop::collection::vec(prop::collection::vec(prop_oneof![5 => 0.0..2_500.0_f64, 1 => Just(f64::NAN), 1 => Just(-1.0)], 6), 1..12),
        people in prop::collection::vec(prop_oneof![4 => 0.0..1e9_f64, 1 => Just(0.0)], 12),
        supply in prop::collection::vec(prop_oneof![4 => 0.0..1e3_f64, 1 => Just(0.0)], 6),
    ) {
        let people = &people[..table.len()];
        let reach = Reach::from_table(&table).value;
        for decay in [Decay::Within(3_000.0), Decay::Bands(vec![(600.0, 1.0), (2_600.0, 0.22)]), Decay::Inverse(5_000.0)] {
            check_identity(&reach, people, &supply, &two_step(&reach, people, &supply, &decay).value);
            check_identity(&reach, people, &supply, &three_step(&reach, people, &supply, &decay, &decay).value);
        }
    }
}

/// A region of streets drawn by hand: lines in metres with a class and a direction; nodes where ends meet.
fn drawn(streets: &[(&[[f64; 2]], StreetClass, Direction)]) -> Region {
    let mut region = Region::default();
    for (line, class, direction) in streets {
        let line: Vec<Position> = line.iter().map(|point| Position::from_metres(point[0], point[1])).collect();
        let id: FeatureId = format!("w{}", region.streets.len() + 1).parse().unwrap();
        let street = Street { id, class: *class, direction: *direction, speed: Sourced::observed(36), ..Street::default() };
        let ends = [line[0], line[line.len() - 1]].map(|end| {
            let nodes = &mut region.network.nodes;
            nodes.iter().position(|node| *node == end).unwrap_or_else(|| {
                nodes.push(end);
                nodes.len() - 1
            }) as u32
        });
        let length = aimaq::twin::model::space::length(&line) as f32;
        let last_point = line.len() as u16 - 1;
        let street = region.streets.push(street, ShapeKind::Line, [&line[..]]) as u32;
        region.network.edges.push(Edge { from: ends[0], to: ends[1], street, first_point: 0, last_point, length });
    }
    region
}

const ROAD: StreetClass = StreetClass::Residential;

/// A square of 100 m: its lower side a footway, its right side one way up, the others streets.
fn square() -> Region {
    drawn(&[
        (&[[0.0, 0.0], [100.0, 0.0]], StreetClass::Footway, Direction::Both),
        (&[[100.0, 0.0], [100.0, 100.0]], ROAD, Direction::Forward),
        (&[[100.0, 100.0], [0.0, 100.0]], ROAD, Direction::Both),
        (&[[0.0, 100.0], [0.0, 0.0]], ROAD, Direction::Both),
    ])
}

fn way(region: &Region, travel: &Travel, from: [f64; 2], to: [f64; 2]) -> f64 {
    let router = Router::new(region, travel).value;
    let [from, to] = [from, to].map(|[east, north]| router.anchors(region, &[Position::from_metres(east, north)], 50.0).value);
    router.reach(&from, &to, 1e9).nearest(0).map_or(f64::INFINITY, |(_, cost)| cost)
}

#[test]
fn modes_go_where_they_may_and_as_fast_as_they_can() {
    let region = square();
    let car = Travel::new(Mode::Car);
    // 36 km/h: a side in ten seconds. The car may not use the footway, and not go down the right side.
    assert_eq!(way(&region, &car, [0.0, 50.0], [100.0, 50.0]), f64::INFINITY);
    assert_eq!(way(&region, &car, [100.0, 50.0], [0.0, 50.0]), 20.0);
    assert_eq!(way(&region, &car, [100.0, 20.0], [100.0, 60.0]), 4.0);
    assert_eq!(way(&region, &car, [100.0, 60.0], [100.0, 20.0]), f64::INFINITY);
    let walk = Travel::on_foot_in_metres();
    assert_eq!(way(&region, &walk, [0.0, 50.0], [100.0, 50.0]), 200.0);
    assert_eq!(way(&region, &walk, [100.0, 60.0], [100.0, 20.0]), 40.0);
    // Ten metres off the street at each end.
    assert_eq!(way(&region, &walk, [-10.0, 50.0], [-10.0, 70.0]), 40.0);
    let winter = Travel { winter_factor: 0.8, ..walk.clone() };
    assert_eq!(way(&region, &winter, [0.0, 50.0], [100.0, 50.0]), 250.0);
    let bicycle = Travel { cycling_speed: 4.0, walking_speed: 1.0, ..Travel::new(Mode::Bicycle) };
    assert_eq!(way(&region, &bicycle, [0.0, 50.0], [100.0, 50.0]), 12.5 + 100.0 + 12.5);
    let closed = Travel { closed: vec!["w1".parse().unwrap()], ..walk };
    assert_eq!(way(&region, &closed, [0.0, 50.0], [100.0, 50.0]), 200.0);
    assert_eq!(way(&region, &closed, [0.0, 10.0], [100.0, 10.0]), 280.0);
}

#[test]
fn isochrones_end_where_the_time_does() {
    let region = square();
    let walk = Travel::on_foot_in_metres();
    let router = Router::new(&region, &walk).value;
    let from = router.anchors(&region, &[Position::from_metres(30.0, 0.0)], 50.0).value;
    let reached = isochrone(&router.streets, &from, 120.0);
    let length: f64 = reached.pieces.iter().map(|piece| 100.0 * (piece.span[1] - piece.span[0]).abs()).sum();
    assert!((length - 240.0).abs() < 1e-9, "{reached:?}");
    assert_eq!(reached.nodes.iter().map(|node| node.1).collect::<Vec<_>>(), [30.0, 70.0]);
    for piece in &reached.pieces {
        let line = line(&region, piece);
        assert_eq!([line[0].1, line[line.len() - 1].1], piece.times);
        assert!(piece.times[0] < piece.times[1] && piece.times[1] <= 120.0, "{piece:?}");
        let drawn: f64 = line.windows(2).map(|pair| pair[0].0.distance(pair[1].0)).sum();
        assert!((drawn - (piece.times[1] - piece.times[0])).abs() < 2e-3, "{piece:?}");
    }
    // With time enough both arms meet, and everything is reached once.
    let all = isochrone(&router.streets, &from, 1_000.0);
    let length: f64 = all.pieces.iter().map(|piece| 100.0 * (piece.span[1] - piece.span[0]).abs()).sum();
    let last = all.pieces.iter().map(|piece| piece.times[1]).fold(0.0, f64::max);
    assert!((length - 400.0).abs() < 1e-9 && (last - 200.0).abs() < 1e-9, "{length} {last}");
}

#[test]
fn an_isochrone_holds_what_a_search_reaches() {
    let Some(region) = region("data/osm/neubrandenburg-2016.osm.pbf") else { return };
    let is_school = |amenity: &Amenity| amenity.kind == AmenityKind::School;
    let schools = region.amenities.iter().filter(|(amenity, _)| is_school(amenity)).map(|(_, shape)| shape.anchor());
    let schools: Vec<Position> = schools.collect();
    for mode in [Mode::Walk, Mode::Car] {
        let router = Router::new(&region, &Travel::new(mode)).value;
        let anchors = router.anchors(&region, &schools, 300.0).value;
        let reached = isochrone(&router.streets, &anchors, 300.0);
        assert!(reached.nodes.len() > 1_000 && reached.pieces.len() > 1_000);
        let mut ends = vec![f64::INFINITY; region.network.nodes.len()];
        for piece in &reached.pieces {
            assert!(piece.times[0] <= piece.times[1] && piece.times[1] <= 300.0 + 1e-6, "{piece:?}");
            let edge = &region.network.edges[piece.edge as usize];
            for (share, time) in piece.span.iter().zip(piece.times) {
                for (end, node) in [(0.0, edge.from), (1.0, edge.to)] {
                    if *share == end {
                        ends[node as usize] = ends[node as usize].min(time);
                    }
                }
            }
        }
        for (node, time) in reached.nodes {
            assert!(ends[node as usize] >= time - 2e-3, "node {node} is reached sooner by a street than by the search");
        }
    }
}

#[test]
fn people_within_a_norm_are_counted() {
    let reach = Reach::from_table(&[vec![300.0, 900.0], vec![700.0, 600.0], vec![f64::INFINITY; 2]]).value;
    let met = within_norm(&reach, &[100.0, 50.0, 25.0], 500.0).value;
    assert_eq!((met.people, met.within, met.beyond, met.without), (175.0, 100.0, 50.0, 25.0));
    assert_eq!((met.mean, met.longest), (400.0, 600.0));
    assert!((met.share() - 100.0 / 175.0).abs() < 1e-12);
    assert_eq!(opportunities(&reach, &[5.0, 7.0], 700.0).value, [5.0, 12.0, 0.0]);
}

#[test]
fn damaged_streets_are_left_out_and_told() {
    let mut region = square();
    let sound = region.network.edges[0];
    for damaged in [
        Edge { from: 99, ..sound },
        Edge { street: 99, ..sound },
        Edge { length: f32::NAN, ..sound },
        Edge { length: -3.0, ..sound },
        Edge { first_point: 1, last_point: 9, ..sound },
    ] {
        region.network.edges.push(damaged);
    }
    // A part of its own, far away.
    let far = drawn(&[(&[[5_000.0, 0.0], [5_100.0, 0.0]], ROAD, Direction::Both)]);
    let nodes = region.network.nodes.len() as u32;
    let line = [Position::from_metres(5_000.0, 0.0), Position::from_metres(5_100.0, 0.0)];
    let street = region.streets.push(far.streets.features[0].clone(), ShapeKind::Line, [&line[..]]) as u32;
    region.network.nodes.extend(line);
    region.network.edges.push(Edge { from: nodes, to: nodes + 1, street, ..far.network.edges[0] });
    let odd = Travel { walking_speed: f64::NAN, winter_factor: 0.0, ..Travel::default() };
    let report = Router::new(&region, &odd);
    let codes: Vec<_> = report.notes.iter().map(|note| note.code).collect();
    assert_eq!(codes, ["routing-speed-odd", "routing-speed-odd", "routing-stretches-odd", "routing-parts-apart"]);
    let router = report.value;
    let places = [[0.0, 50.0], [5_050.0, 0.0], [9_000.0, 9_000.0]].map(|[east, north]| Position::from_metres(east, north));
    let anchors = router.anchors(&region, &places, 500.0);
    assert_eq!(anchors.notes.iter().map(|note| note.code).collect::<Vec<_>>(), ["places-without-street"]);
    let reach = router.reach(&anchors.value, &anchors.value, f64::INFINITY);
    assert_eq!(reach.rows().map(<[_]>::len).collect::<Vec<_>>(), [1, 1, 0]);
    let empty = Router::new(&Region::default(), &Travel::default());
    assert_eq!(empty.notes.iter().map(|note| note.code).collect::<Vec<_>>(), ["routing-no-streets"]);
    assert_eq!(empty.value.anchors(&Region::default(), &places, 500.0).value, [None; 3]);
    assert_eq!(router.sums(&[f64::NAN, 2.0], 1_000.0).notes[0].code, "access-weights-odd");
}

#[test]
fn odd_people_and_supply_are_told_and_the_rest_is_reckoned() {
    let table = Reach::from_table(&[vec![0.0, f64::NAN], vec![10.0, -4.0], vec![f64::INFINITY; 2]]);
    assert_eq!(table.notes[0].code, "access-costs-odd");
    let reach = table.value;
    let odd: [&[f64]; 5] = [&[f64::NAN, 1e9, 3.0], &[0.0; 3], &[-1.0, 1e-320, f64::INFINITY], &[], &[1.0; 9]];
    for people in odd {
        for supply in [&[10.0, 5.0][..], &[f64::NAN, f64::INFINITY], &[0.0, -0.0], &[1e300, 1e300]] {
            for decay in
                [Decay::Within(f64::NAN), Decay::Bands(vec![(20.0, f64::NAN)]), Decay::Inverse(f64::INFINITY), Decay::Within(100.0)]
            {
                for report in [two_step(&reach, people, supply, &decay), three_step(&reach, people, supply, &decay, &decay)] {
                    let all = report.value.access.iter().chain(&report.value.ratio);
                    assert!(all.into_iter().all(|value| value.is_finite()), "{people:?} {supply:?} {decay:?}: {:?}", report.value);
                }
            }
            let met = within_norm(&reach, people, f64::NAN).value;
            assert!([met.people, met.mean, met.longest, met.share()].iter().all(|value| value.is_finite()));
            assert!(opportunities(&reach, supply, 50.0).value.iter().all(|value| value.is_finite()));
        }
    }
    let report = two_step(&reach, &[f64::NAN, 1e9, 3.0], &[10.0, 5.0], &Decay::Within(100.0));
    let codes: Vec<_> = report.notes.iter().map(|note| note.code).collect();
    assert_eq!(codes, ["access-people-odd", "access-supply-unused", "access-people-without-supply"]);
    assert_eq!(two_step(&reach, &[0.0; 3], &[1.0, 1.0], &Decay::Within(1.0)).notes[0].code, "access-no-people");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let Some(region) = region("data/osm/monaco-2023.osm.pbf") else { return };
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let router = Router::new(&region, &Travel::default()).value;
            let weights: Vec<f64> = (0..region.network.nodes.len()).map(|node| 0.1 + node as f64 / 7.0).collect();
            let places: Vec<Position> = region.buildings.iter().take(300).map(|(_, shape)| shape.anchor()).collect();
            let anchors = router.anchors(&region, &places, 500.0).value;
            (router.sums(&weights, 600.0).value, router.reach(&anchors, &anchors, 900.0))
        })
    };
    assert!(region.network.nodes.len() > 500);
    assert_eq!(run(1), run(5));
}
