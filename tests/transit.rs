//! Public transport: journeys against another algorithm, riders against published answers, lines against sums by hand.
#![allow(clippy::unwrap_used)]

#[path = "support/material.rs"]
mod material;

#[path = "transit/event_dijkstra.rs"]
mod event_dijkstra;
#[path = "transit/exact_departures.rs"]
mod exact_departures;

use aimaq::i18n::Words;
use aimaq::twin::diagnostic::Diagnostic;
use aimaq::twin::import::gtfs;
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::layer::ShapeKind;
use aimaq::twin::model::names::Language;
use aimaq::twin::model::origin::{Origin, Sourced};
use aimaq::twin::model::region::Region;
use aimaq::twin::model::space::Position;
use aimaq::twin::model::timetable::{Call, Service, Stop, Timetable, Transfer, Trip};
use aimaq::twin::model::transit::{StopSequence, TransitLine, TransitStop};
use aimaq::twin::simulate::assumption::Assumptions;
use aimaq::twin::simulate::transit::assumption::{ASSUMPTIONS, LineAssumptions};
use aimaq::twin::simulate::transit::crowding::{Assignment, Crowding, Demand, assign};
use aimaq::twin::simulate::transit::footpath::{Footpaths, Walking};
use aimaq::twin::simulate::transit::ground::Ground;
use aimaq::twin::simulate::transit::journey::{Journey, Leg, earliest_arrival};
use aimaq::twin::simulate::transit::lines::services;
use aimaq::twin::simulate::transit::loads::{Day, Riders, day};
use aimaq::twin::simulate::transit::network::Network;
use aimaq::twin::simulate::transit::profile::profile;
use aimaq::twin::simulate::transit::raptor::{NEVER, Search};
use aimaq::twin::simulate::transit::service_graph::{ServiceGraph, ServiceLine};
use aimaq::twin::verify::transit::{example, spiess_florian as published};
use event_dijkstra::Events;
use jiff::civil::{Date, date};
use material::shared;
use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

const MONDAY: Date = date(2026, 6, 8);

/// Trips of every day, each a list of `(stop, minute of arrival and departure)`.
fn timetable(stops: usize, trips: &[&[(u32, i32)]]) -> Timetable {
    let mut timetable = Timetable {
        stops: (0..stops).map(|stop| Stop { id: stop.to_string(), ..Stop::default() }).collect(),
        services: vec![Service { weekdays: [true; 7], ..Service::default() }],
        ..Timetable::default()
    };
    for trip in trips {
        let first = timetable.calls.len() as u32;
        let call =
            |&(stop, minute): &(u32, i32)| Call { stop, arrival: minute * 60, departure: minute * 60, boarding: true, alighting: true };
        timetable.calls.extend(trip.iter().map(call));
        timetable.trips.push(Trip { calls: first..timetable.calls.len() as u32, ..Trip::default() });
    }
    timetable
}

fn network(timetable: &Timetable, change: i32) -> Network {
    let report = Network::new(timetable, MONDAY, Footpaths::new(timetable, &Walking { change, ..Walking::default() }));
    assert_eq!(report.notes, []);
    report.value
}

fn minutes(journey: Option<Journey>) -> Option<(i32, u32)> {
    journey.map(|journey| (journey.arrival / 60, journey.rides))
}

#[test]
fn a_change_takes_its_time() {
    let mut timetable = timetable(5, &[&[(0, 10), (1, 20)], &[(1, 21), (3, 30)], &[(1, 31), (3, 40)], &[(2, 24), (3, 26)]]);
    let ride = |timetable: &Timetable, change| minutes(earliest_arrival(&network(timetable, change), 600, &[(0, 0)], &[(3, 0)]));
    assert_eq!(ride(&timetable, 0), Some((30, 2)));
    assert_eq!(ride(&timetable, 120), Some((40, 2)), "the general time to change is too long for the first");
    timetable.transfers = vec![Transfer { from: 1, to: 2, seconds: Some(180) }];
    assert_eq!(ride(&timetable, 120), Some((26, 2)), "three minutes on foot to another stop");
    timetable.transfers.push(Transfer { from: 1, to: 1, seconds: None });
    timetable.transfers[0].seconds = Some(300);
    assert_eq!(ride(&timetable, 0), None, "changing there is forbidden, and the walk too long");
}

#[test]
fn walks_are_not_chained() {
    let mut timetable = timetable(5, &[&[(0, 10), (1, 20)], &[(3, 30), (4, 40)]]);
    timetable.transfers = vec![Transfer { from: 1, to: 2, seconds: Some(60) }, Transfer { from: 2, to: 3, seconds: Some(60) }];
    assert_eq!(earliest_arrival(&network(&timetable, 0), 0, &[(0, 0)], &[(4, 0)]), None);
    timetable.transfers.push(Transfer { from: 1, to: 3, seconds: Some(120) });
    assert_eq!(minutes(earliest_arrival(&network(&timetable, 0), 0, &[(0, 0)], &[(4, 0)])), Some((40, 2)));
}

#[test]
fn runs_that_overtake_are_ridden_too() {
    // The second departs later and arrives earlier; the third does not let anyone off.
    let mut timetable = timetable(2, &[&[(0, 10), (1, 40)], &[(0, 15), (1, 25)], &[(0, 16), (1, 20)]]);
    timetable.calls[5].alighting = false;
    assert_eq!(minutes(earliest_arrival(&network(&timetable, 0), 300, &[(0, 60)], &[(1, 60)])), Some((26, 1)));
}

#[test]
fn trips_go_on_after_midnight() {
    let timetable = timetable(2, &[&[(0, 1_430), (1, 1_460)]]);
    let journey = earliest_arrival(&network(&timetable, 0), -1_200, &[(0, 0)], &[(1, 0)]).unwrap();
    assert_eq!((journey.arrival / 60, journey.legs.len()), (20, 3));
}

#[test]
fn a_day_without_trips_is_named() {
    let mut timetable = timetable(2, &[&[(0, 10), (1, 40)]]);
    timetable.services[0].weekdays = [false; 7];
    let report =
        Network::new(&timetable, MONDAY, Footpaths::new(&timetable, &Walking { reach: f64::NAN, speed: 0.0, ..Walking::default() }));
    assert_eq!(codes(&report.notes), ["transit-day-without-trips"]);
    assert_eq!(earliest_arrival(&report.value, 0, &[(0, 0), (9, 0), (1, -5)], &[(7, 1)]), None);
    assert_eq!(profile(&report.value, 0..90_000, &[(0, 0)], &[(1, 0)]), []);
}

fn codes(notes: &[Diagnostic]) -> Vec<&'static str> {
    notes.iter().map(|note| note.code).collect()
}

/// Porto Alegre's buses and trains on a Tuesday, with walks up to 400 m. The sample's buses run from noon to four.
fn porto_alegre() -> Option<(Timetable, Date, Network)> {
    let feeds = ["poa_eptc.zip", "poa_trensurb.zip"].map(|file| shared(&format!("data/porto-alegre/{file}")));
    let feeds: Option<Vec<_>> = feeds.into_iter().map(|file| file.map(|file| gtfs::read_feed(&file).unwrap())).collect();
    let timetable = gtfs::join(feeds?).value;
    let tuesday = date(2019, 5, 14);
    let network = Network::new(&timetable, tuesday, Footpaths::new(&timetable, &Walking::default())).value;
    Some((timetable, tuesday, network))
}

/// Walks to two stops at random.
fn ends(random: &mut Pcg32, stops: usize) -> Vec<(u32, i32)> {
    (0..2).map(|_| (random.next_u32() % stops as u32, (random.next_u32() % 900) as i32)).collect()
}

#[test]
fn earliest_arrivals_are_those_of_another_algorithm() {
    let Some((timetable, day, network)) = porto_alegre() else { return };
    let events = Events::new(&timetable, day, network.footpaths());
    let mut random = Pcg32::new(2012, 11);
    let mut found = 0;
    for number in 0..1_000 {
        let (access, egress) = (ends(&mut random, timetable.stops.len()), ends(&mut random, timetable.stops.len()));
        let departure = 11 * 3_600 + (random.next_u32() % (5 * 3_600)) as i32;
        let expected = events.earliest_arrival(departure, &access, &egress);
        let journey = earliest_arrival(&network, departure, &access, &egress);
        assert_eq!(journey.as_ref().map(|journey| journey.arrival), expected, "journey {number}: {access:?} at {departure} to {egress:?}");
        if let Some(journey) = journey {
            check_journey(&journey, &timetable);
            found += 1;
        }
    }
    assert!(found > 600, "{found} journeys");
}

/// A journey is one thing after another, on trips that call where and when it says.
fn check_journey(journey: &Journey, timetable: &Timetable) {
    let (mut now, mut at, mut rides) = (journey.departure, None, 0);
    for leg in &journey.legs {
        let (start, end, departs, arrives) = match *leg {
            Leg::Walk { from, to, departure, arrival } => (from, to, departure, arrival),
            Leg::Ride { trip, from, to, departure, arrival } => {
                rides += 1;
                let calls = timetable.calls_of(trip);
                let on = calls.iter().position(|call| call.stop == from && call.departure == departure).unwrap();
                assert!(calls[on + 1..].iter().any(|call| call.stop == to && call.arrival == arrival));
                (Some(from), Some(to), departure, arrival)
            }
        };
        assert!(start == at && departs >= now && arrives >= departs, "{journey:?}");
        (now, at) = (arrives, end);
    }
    assert_eq!((now, at, rides), (journey.arrival, None, journey.rides));
}

#[test]
fn a_profile_holds_every_best_journey_of_its_window() {
    let Some((timetable, _, network)) = porto_alegre() else { return };
    let mut random = Pcg32::new(2012, 42);
    for _ in 0..20 {
        let (access, egress) = (ends(&mut random, timetable.stops.len()), ends(&mut random, timetable.stops.len()));
        let window = 13 * 3_600..15 * 3_600;
        let journeys = profile(&network, window.clone(), &access, &egress);
        journeys.iter().for_each(|journey| check_journey(journey, &timetable));
        for departure in window.step_by(600) {
            let single = {
                let mut search = Search::new(&network);
                search.run(departure, &access);
                search.journeys(departure, &access, &egress)
            };
            for journey in &single {
                // Of those that leave no earlier and need no more rides; later than the window, the single one may be better.
                let later = journeys.iter().filter(|other| other.departure >= departure && other.rides <= journey.rides);
                let best = later.map(|other| other.arrival).min().unwrap_or(NEVER);
                let first_ride =
                    journey.legs.iter().find_map(|leg| if let Leg::Ride { departure, .. } = leg { Some(*departure) } else { None });
                assert!(
                    best == journey.arrival || (best > journey.arrival && first_ride.unwrap() >= 15 * 3_600),
                    "{departure}: {journey:?}"
                );
            }
        }
    }
}

#[test]
fn one_search_reaches_what_single_journeys_do() {
    let Some((_, _, network)) = porto_alegre() else { return };
    let mut search = Search::new(&network);
    search.run(13 * 3_600, &[(17, 0)]);
    let all = search.arrivals();
    search.reset();
    search.run(14 * 3_600, &[(99, 0)]);
    search.reset();
    search.run(13 * 3_600, &[(17, 0)]);
    assert_eq!(search.arrivals(), all, "a search that is used again forgets");
    for stop in (0..network.stop_count() as u32).step_by(50).filter(|stop| *stop != 17) {
        let journey = earliest_arrival(&network, 13 * 3_600, &[(17, 0)], &[(stop, 0)]);
        assert_eq!(journey.map_or(NEVER, |journey| journey.arrival), all[stop as usize]);
    }
}

/// The lines of Spiess and Florian's example between A, X, Y and B.
fn spiess_florian() -> ServiceGraph {
    let report = example();
    assert_eq!(report.notes, []);
    report.value
}

fn check_loads(service: &ServiceGraph, assigned: &Assignment, expected: &[&[f64]]) {
    for (line, expected) in expected.iter().enumerate() {
        let loads = service.loads(line, &assigned.volumes);
        assert!(
            loads.len() == expected.len() && loads.iter().zip(*expected).all(|(a, b)| (a - b).abs() < 1e-12),
            "line {}: {loads:?}",
            line + 1
        );
    }
}

#[test]
fn the_published_example_is_met() {
    let checks = published().unwrap();
    let expected = [27.75, 27.75, 0.0, 0.5, 0.5, 0.5, 0.0, 1.0 / 12.0, 5.0 / 12.0];
    assert_eq!(checks.iter().map(|check| check.expected).collect::<Vec<_>>(), expected);
    assert!(checks.iter().all(|check| check.holds() && check.tolerance <= 1e-12), "{checks:#?}");
}

#[test]
fn destinations_add_up() {
    let service = spiess_florian();
    let demand = [(0, 3, 60.0), (0, 2, 40.0), (1, 3, 10.0)].map(|(origin, destination, riders)| Demand { origin, destination, riders });
    let assigned = assign(&service, &demand, &Crowding::default()).value;
    // At X lines 2 and 3 are both attractive, 5 : 2; what gets off line 2 at Y goes on by lines 3 and 4, 1 : 5.
    let (by_three, at_y) = (20.0 / 7.0, 30.0 + 50.0 / 7.0);
    let expected = [&[30.0][..], &[70.0, 70.0 + 50.0 / 7.0], &[by_three, by_three + at_y / 6.0], &[at_y * 5.0 / 6.0]];
    check_loads(&service, &assigned, &expected);
    let boardings: f64 = (0..4).map(|line| service.boardings(line, &assigned.volumes).iter().sum::<f64>()).sum();
    assert!((boardings - (110.0 + at_y)).abs() < 1e-9, "{boardings}");
}

#[test]
fn crowded_vehicles_come_to_the_balance() {
    let line = |time: f64, capacity: f64| ServiceLine { stops: vec![0, 1], times: vec![time], headway: 10.0, capacity, boarding: 0.0 };
    let service = ServiceGraph::new(2, &[line(10.0, 100.0), line(20.0, 0.0)], &[]).value;
    let demand = [Demand { origin: 0, destination: 1, riders: 900.0 }];
    let crowding = Crowding { alpha: 0.5, beta: 1.0, gap: 1e-6, rounds: 20_000 };
    let assigned = assign(&service, &demand, &crowding);
    assert_eq!(assigned.notes, []);
    // The slow line is worth boarding once the fast one takes 15 minutes: at 600 riders an hour.
    let [fast, slow] = [0, 1].map(|line| service.loads(line, &assigned.value.volumes)[0]);
    assert!((fast - 600.0).abs() < 0.5 && (slow - 300.0).abs() < 0.5, "{fast} {slow}");
    let short = assign(&service, &demand, &Crowding { rounds: 2, ..crowding });
    assert_eq!(codes(&short.notes), ["transit-not-balanced"]);
}

#[test]
fn odd_lines_and_riders_are_named() {
    let good = ServiceLine { stops: vec![0, 1], times: vec![5.0], headway: 10.0, capacity: 50.0, boarding: 0.0 };
    let lines = [
        good.clone(),
        ServiceLine { headway: 0.0, ..good.clone() },
        ServiceLine { headway: f64::NAN, ..good.clone() },
        ServiceLine { times: vec![f64::NAN], ..good.clone() },
        ServiceLine { stops: vec![0, 7], ..good },
    ];
    let service = ServiceGraph::new(3, &lines, &[(0, 9, 1.0), (0, 1, f64::NAN)]);
    assert_eq!(
        codes(&service.notes),
        ["transit-line-interval-odd", "transit-line-interval-odd", "transit-line-odd", "transit-line-odd", "transit-walk-odd"]
    );
    let demand = [(0, 1, 7.0), (0, 2, 3.0), (0, 1, f64::NAN), (0, 8, 1.0), (1, 0, -1.0)];
    let demand = demand.map(|(origin, destination, riders)| Demand { origin, destination, riders });
    let assigned = assign(&service.value, &demand, &Crowding::default());
    assert_eq!(codes(&assigned.notes), ["transit-demand-odd", "transit-riders-stranded"]);
    assert_eq!((service.value.loads(0, &assigned.value.volumes), assigned.value.stranded), (vec![7.0], 3.0));
    assert_eq!(service.value.loads(1, &assigned.value.volumes), [0.0]);
}

/// Two lines that cross, each five stops 600 m apart; the second lacks an interval and one of its stops.
fn crossing() -> Region {
    let mut region = Region::default();
    let id = |number: i64| FeatureId::new(IdKind::Node, number);
    let places = (0..5).map(|i| (i * 600, 0)).chain((0..5).map(|i| (1_200, i * 600 - 1_200)));
    for (number, (east, north)) in (0i64..).zip(places) {
        region
            .stops
            .push_point(TransitStop { id: id(number), ..TransitStop::default() }, Position::from_metres(f64::from(east), f64::from(north)));
    }
    for (number, stops, headway) in [(38, [0, 1, 2, 3, 4], 10), (103, [5, 6, 7, 77, 9], 0)] {
        let reference = region.strings.intern(&number.to_string());
        let stops: Vec<FeatureId> = stops.map(id).to_vec();
        let shape: Vec<Position> = stops
            .iter()
            .filter_map(|id| region.stops.features.iter().position(|stop| stop.id == *id))
            .map(|stop| region.stops.shapes.get(stop).anchor())
            .collect();
        let line = TransitLine {
            id: FeatureId::new(IdKind::Relation, number),
            reference,
            headway: Sourced::observed(headway),
            stops: StopSequence(stops),
            ..TransitLine::default()
        };
        region.lines.push(line, ShapeKind::Line, [&shape[..]]);
    }
    region
}

/// A day with 3,000 riders along the first line and 400 who change to the second.
fn crossing_day(headway: u16) -> Day {
    let mut region = crossing();
    region.lines.features[0].headway = Sourced::modelled(headway);
    let assumptions = LineAssumptions::default();
    let running = services(&region, &assumptions).value;
    let demand = [(0, 4, 3_000.0), (0, 9, 400.0)].map(|(origin, destination, riders)| Demand { origin, destination, riders });
    let ground = Ground::new(&region, &[], &assumptions);
    let report = day(&ground, &running, Riders { there: &demand, back: &demand }, &assumptions.crowding(), &assumptions);
    assert_eq!(report.notes, []);
    report.value
}

#[test]
fn lines_of_a_region_run_need_and_cost() {
    let region = crossing();
    let assumptions = LineAssumptions::default();
    let report = services(&region, &assumptions);
    assert_eq!(codes(&report.notes), ["transit-line-stop-missing", "transit-interval-assumed"]);
    let [first, second] = &report.value[..] else { panic!("{:?}", report.value) };
    assert_eq!((first.metres.clone(), first.minutes.clone(), first.there_and_back), (vec![600.0; 4], vec![2.0; 4], true));
    assert_eq!((second.headway, second.stops.len()), (Sourced { value: 30.0, origin: Origin::Assumed }, 4));
    // 4 peak hours with 6 departures, 13 others with 4, 4.8 km there and back: 76 departures.
    let operation = first.operation(1_000.0, &assumptions);
    assert!((operation.kilometres - 76.0 * 4.8).abs() < 1e-9, "{}", operation.kilometres);
    assert_eq!(operation.vehicles, 2.0, "16 minutes under way and 15 % rest, every 10 minutes");
    let (cost, fares) = (76.0 * 4.8 * 340.0 * 700.0, 1_000.0 * 340.0 * 90.0);
    assert!(
        (operation.cost - cost).abs() < 1e-3 && (operation.fares - fares).abs() < 1e-3 && (operation.subsidy - (cost - fares)).abs() < 1e-3
    );
}

#[test]
fn longer_intervals_save_money_and_overflow() {
    let [often, rarely] = [10, 20].map(crossing_day);
    assert!(
        (often.riders - 3_400.0).abs() < 1e-6 && (often.boardings[0] - 3_400.0).abs() < 1e-6 && (often.boardings[1] - 400.0).abs() < 1e-6
    );
    assert_eq!(often.overflows(), []);
    let full = rarely.overflows();
    let worst = full.first().unwrap();
    // 340 riders in an hour of the peak on three vehicles.
    assert_eq!((worst.service, worst.position, worst.hour, worst.back), (0, 0, 7, false));
    assert!((worst.passengers - 340.0 / 3.0).abs() < 1e-6 && worst.capacity == 85.0, "{worst:?}");
    assert!(full.iter().all(|load| [7, 8, 17, 18].contains(&load.hour)) && full.len() == 4 * 4);
    assert!(rarely.waiting > often.waiting + 5.0, "{} {}", rarely.waiting, often.waiting);
    let saved = often.subsidy() - rarely.subsidy();
    assert!((saved - 38.0 * 4.8 * 340.0 * 700.0).abs() < 1e-3, "{saved}");
}

#[test]
fn two_directions_are_not_counted_twice() {
    let mut region = crossing();
    let back = TransitLine {
        id: FeatureId::new(IdKind::Relation, 39),
        stops: StopSequence(region.lines.features[0].stops.0.iter().rev().copied().collect()),
        ..region.lines.features[0].clone()
    };
    let shape: Vec<Position> = region.lines.shapes.get(0).first().iter().rev().copied().collect();
    region.lines.push(back, ShapeKind::Line, [&shape[..]]);
    region.lines.push(TransitLine::default(), ShapeKind::Line, [&shape[..]]);
    let report = services(&region, &LineAssumptions::default());
    assert_eq!(report.value.iter().map(|service| service.there_and_back).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(report.notes[0].code, "transit-line-without-stops");
}

#[test]
fn results_are_the_same_to_the_bit_on_any_number_of_threads() {
    let service = spiess_florian();
    let demand: Vec<Demand> = (0..4)
        .flat_map(|from| (0..4).map(move |to| Demand { origin: from, destination: to, riders: 0.1 + f64::from(from * to) / 3.0 }))
        .collect();
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| (assign(&service, &demand, &Crowding::default()), crossing_day(17)))
    };
    assert_eq!(run(1), run(4));
}

#[test]
fn every_assumption_has_words_and_can_be_set() {
    assert!(ASSUMPTIONS.len() > 15);
    for language in Language::ALL {
        let words = Words::new(language);
        for spec in ASSUMPTIONS {
            assert!(words.has(&format!("assume-{}", spec.id)) && words.has(&format!("source-{}", spec.source)), "{}", spec.id);
        }
    }
    let set = Assumptions([("fare".to_owned(), 120.0), ("bus-capacity".to_owned(), 1e9), ("no-such".to_owned(), 1.0)].into());
    let assumptions = LineAssumptions::of(&set);
    assert_eq!((assumptions.fare, assumptions.bus_capacity), (120.0, 300.0), "set, and kept within its bounds");
    let shares: f64 = assumptions.hours().map(|hour| assumptions.share(hour)).sum();
    assert!((shares - 1.0).abs() < 1e-12);
}
