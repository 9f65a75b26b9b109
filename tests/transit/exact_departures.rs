//! Journeys on the exact departures that a region keeps of its feeds, against the feeds themselves; what a scenario changes leaves them.

use super::{MONDAY, ends};
use crate::material::shared;
use aimaq::store::design::embedded_catalog;
use aimaq::store::geopackage;
use aimaq::twin::catalog::kind::existing;
use aimaq::twin::catalog::survey::Survey;
use aimaq::twin::import::gtfs::read_feed;
use aimaq::twin::import::{Inputs, NamedBytes, Unwatched, import_region};
use aimaq::twin::model::departures::Departures;
use aimaq::twin::model::feature::Feature;
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::region::Region;
use aimaq::twin::model::timetable::{Call, Service, Stop, Timetable, Trip};
use aimaq::twin::model::transit::TransitLine;
use aimaq::twin::scenario::apply::apply;
use aimaq::twin::scenario::placed::Placed;
use aimaq::twin::scenario::resolve::{Ground, Plan};
use aimaq::twin::simulate::transit::assumption::LineAssumptions;
use aimaq::twin::simulate::transit::footpath::{Footpaths, Walking};
use aimaq::twin::simulate::transit::lines::services;
use aimaq::twin::simulate::transit::network::Network;
use aimaq::twin::simulate::transit::raptor::{NEVER, Search};
use aimaq::twin::simulate::transit::schedule;
use aimaq::twin::text::Spot;
use rand_pcg::Pcg32;
use std::collections::{BTreeMap, HashMap};

const CALTRAIN: &[&str] = &["data/gtfs/caltrain.zip"];
const PORTO_ALEGRE: &[&str] = &["data/porto-alegre/poa_eptc.zip", "data/porto-alegre/poa_trensurb.zip"];

fn feeds(files: &[&str]) -> Option<Vec<NamedBytes>> {
    files.iter().map(|file| shared(file)).collect()
}

/// A region made of feeds, as it comes back from its package.
fn region(feeds: &[NamedBytes]) -> Region {
    let made = import_region(&Inputs { gtfs: feeds.to_vec(), ..Inputs::default() }, &Unwatched).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("region.gpkg");
    geopackage::write(&made, &path, &Unwatched).unwrap();
    geopackage::read(&path, &Unwatched).unwrap()
}

fn timetable(region: &Region) -> Timetable {
    let assumptions = LineAssumptions::default();
    schedule::timetable(region, &services(region, &assumptions).value, &assumptions)
}

fn network(region: &Region) -> Network {
    let assumptions = LineAssumptions::default();
    schedule::network(region, &services(region, &assumptions).value, &assumptions)
}

/// Every run of the feeds on their busiest days as a trip of every day, between the same stops.
fn by_feeds(feeds: &[NamedBytes], region: &Region, stops: Vec<Stop>) -> Timetable {
    let known: HashMap<FeatureId, u32> = (0u32..).zip(&region.stops.features).map(|(index, stop)| (stop.id, index)).collect();
    let services = vec![Service { weekdays: [true; 7], ..Service::default() }];
    let mut timetable = Timetable { stops, services, ..Timetable::default() };
    for file in feeds {
        let feed = read_feed(file).unwrap();
        let said = &feed.timetable;
        for run in said.runs_on(said.busiest_date().unwrap()) {
            let first = timetable.calls.len() as u32;
            timetable.calls.extend(said.calls_of(run.trip).iter().map(|call| {
                let id = FeatureId::keyed(IdKind::Table, &format!("gtfs {} stop {}", feed.name, said.stops[call.stop as usize].id));
                Call { stop: known[&id], arrival: call.arrival + run.shift, departure: call.departure + run.shift, ..*call }
            }));
            timetable.trips.push(Trip { calls: first..timetable.calls.len() as u32, ..Trip::default() });
        }
    }
    timetable
}

fn arrivals(network: &Network, departure: i32, access: &[(u32, i32)]) -> Vec<i32> {
    let mut search = Search::new(network);
    search.run(departure, access);
    search.arrivals()
}

#[test]
fn journeys_by_a_region_are_those_by_its_feeds() {
    let assumptions = LineAssumptions::default();
    let walking = Walking { reach: assumptions.walk_reach, detour: 1.0, speed: assumptions.walk_per_minute() / 60.0, change: 0 };
    // The sample's buses run from noon to four.
    for (files, hours, least) in [(CALTRAIN, [6, 8, 17], 400), (PORTO_ALEGRE, [12, 13, 15], 20_000)] {
        let Some(feeds) = feeds(files) else { continue };
        let region = region(&feeds);
        let by_region = network(&region);
        let by_intervals = network(&Region { departures: Departures::default(), ..region.clone() });
        let direct = by_feeds(&feeds, &region, timetable(&region).stops);
        let direct = Network::new(&direct, MONDAY, Footpaths::new(&direct, &walking)).value;
        let mut random = Pcg32::new(2012, 7);
        let (mut reached, mut others) = (0, 0);
        for departure in hours.iter().flat_map(|hour| (0..10).map(move |number| hour * 3_600 + number * 307)) {
            let access = ends(&mut random, region.stops.len());
            let expected = arrivals(&direct, departure, &access);
            assert_eq!(arrivals(&by_region, departure, &access), expected, "{access:?} at {departure}");
            reached += expected.iter().filter(|arrival| **arrival < NEVER).count();
            others += usize::from(arrivals(&by_intervals, departure, &access) != expected);
        }
        assert!(reached > least, "{reached} stops reached");
        assert!(others > 20, "intervals tell {others} searches of 30 otherwise");
    }
}

/// What is planned where a line runs at another interval.
fn plan(region: &Region, line: &TransitLine, minutes: u16) -> Plan {
    let (survey, catalog) = (Survey::new(region), embedded_catalog());
    let placed = Placed {
        key: 1,
        template: Spot { value: "bus-intervals".to_owned(), span: 0..0 },
        points: vec![region.frame.origin()],
        bearing: 0.0,
        set: BTreeMap::from([("interval".to_owned(), f64::from(minutes))]),
        on: Some(existing::written(TransitLine::LAYER, line.id)),
        from: None,
        builds_from: None,
    };
    Plan::new(BTreeMap::from([(1, placed)]), Ground { region, survey: &survey, catalog: &catalog }, &Plan::default())
}

/// When trips of a line leave their first stops: those of the same stops and times together.
fn departures(timetable: &Timetable, route: u32) -> Vec<Vec<i32>> {
    let trips = (0u32..).zip(&timetable.trips).filter(|(_, trip)| trip.route == route);
    let of_trip =
        |trip: u32| timetable.frequencies.iter().filter(|frequency| frequency.trip == trip).map(|frequency| frequency.from).collect();
    trips.map(|(trip, _)| of_trip(trip)).collect()
}

#[test]
fn a_line_whose_interval_a_scenario_doubles_runs_at_intervals() {
    let Some(feeds) = feeds(CALTRAIN) else { return };
    let base = region(&feeds);
    let catalog = embedded_catalog();
    let before = timetable(&base);
    assert_eq!(before, timetable(&apply(&base, &Plan::default(), &catalog)), "an unedited copy runs as the region does");
    assert_eq!(before.routes.len(), base.lines.len(), "every line runs");
    let index = base.lines.features.iter().position(|line| (3..=60).contains(&line.headway.value)).unwrap();
    let line = &base.lines.features[index];
    let doubled = 2 * line.headway.value;
    let changed = apply(&base, &plan(&base, line, doubled), &catalog);
    assert_eq!(changed.lines.features[index].headway, Sourced::modelled(doubled));
    let after = timetable(&changed);
    for route in 0..base.lines.len() as u32 {
        let [before, after] = [&before, &after].map(|timetable| departures(timetable, route));
        assert_eq!(before == after, route as usize != index, "line {route}");
    }
    // Every such interval in the peak, half as much again outside it.
    let at_intervals = departures(&after, index as u32);
    let gaps = at_intervals[0].windows(2).map(|pair| (pair[1] - pair[0]) * 2 / (i32::from(doubled) * 60)).collect::<Vec<_>>();
    assert!(gaps.len() > 3 && gaps.iter().all(|gap| [2, 3].contains(gap)), "{gaps:?}");
    // Set back to what it was, it is still the scenario's interval; the operator's own timetable comes back with the operator's interval.
    let mut restored = changed;
    restored.lines.features[index].headway = line.headway;
    assert_eq!(timetable(&restored), before);
    restored.lines.features[index].stops.0.pop();
    assert_eq!(restored.departures.of(&restored.lines.features[index]), None, "another way has other departures");
}
