//! GTFS feeds become timetables and layers of a region: real feeds, times that are missing, broken tables.
#![allow(clippy::unwrap_used)]

#[path = "support/material.rs"]
mod material;
#[path = "support/mutate.rs"]
mod mutate;

use aimaq::store::{geopackage, scene};
use aimaq::twin::diagnostic::Diagnostic;
use aimaq::twin::import::gtfs::{self, Feed, read_feed};
use aimaq::twin::import::{Inputs, NamedBytes, Unwatched, import_region};
use aimaq::twin::model::departures::{LineDepartures, Moment};
use aimaq::twin::model::id::{FeatureId, IdKind};
use aimaq::twin::model::layer::Layer;
use aimaq::twin::model::origin::Sourced;
use aimaq::twin::model::quality::Finding;
use aimaq::twin::model::timetable::{Run, Timetable};
use aimaq::twin::model::transit::TransitMode;
use jiff::civil::date;
use material::shared;
use mutate::Mutator;
use std::collections::BTreeMap;
use std::io::Write;

/// A feed of four stops in a row, 1 km apart, with one trip whose times are known at its ends.
const SMALL: [(&str, &str); 5] = [
    ("agency.txt", "agency_id,agency_name,agency_timezone\nA,Автобусный парк,Asia/Qostanay\n"),
    ("routes.txt", "route_id,route_short_name,route_long_name,route_type\nR,38,Вокзал – Наримановка,3\n"),
    ("stops.txt", "stop_id,stop_name,stop_lat,stop_lon\na,А,53.20,63.60\nb,Б,53.20,63.61\nc,В,53.20,63.63\nd,Г,53.20,63.64\n"),
    (
        "calendar.txt",
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nW,1,1,1,1,1,0,0,20260101,20261231\n",
    ),
    ("trips.txt", "trip_id,route_id,service_id,direction_id\nt,R,W,0\n"),
];
const TIMES: &str =
    "trip_id,stop_id,stop_sequence,arrival_time,departure_time\nt,a,1,08:00:00,08:01:00\nt,b,2,,\nt,c,5,,\nt,d,9,08:09:00,08:09:00\n";

/// The small feed with other tables in place of its own, or more.
fn small(changed: &[(&str, &str)]) -> NamedBytes {
    let mut tables: Vec<(&str, &str)> = SMALL.to_vec();
    tables.push(("stop_times.txt", TIMES));
    for (name, text) in changed {
        tables.retain(|table| table.0 != *name);
        tables.push((name, text));
    }
    zipped(tables.into_iter().filter(|table| !table.1.is_empty()))
}

fn zipped<'a>(tables: impl Iterator<Item = (&'a str, &'a str)>) -> NamedBytes {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in tables {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    NamedBytes { name: "small.zip".to_owned(), bytes: archive.finish().unwrap().into_inner() }
}

fn read(changed: &[(&str, &str)]) -> Feed {
    read_feed(&small(changed)).unwrap()
}

fn codes(notes: &[Diagnostic]) -> Vec<&'static str> {
    notes.iter().map(|note| note.code).collect()
}

fn arrivals(timetable: &Timetable, trip: u32) -> Vec<i32> {
    timetable.calls_of(trip).iter().map(|call| call.arrival).collect()
}

#[test]
fn missing_times_are_spread_by_the_way_between_stops() {
    let feed = read(&[]);
    // 1 + 2 + 1 parts of 8 minutes from the departure on.
    assert_eq!(arrivals(&feed.timetable, 0), [28_800, 28_980, 29_220, 29_340]);
    assert_eq!(codes(&feed.notes()), ["gtfs-times-missing"]);
    let unplaced = SMALL[2].1.replace("53.20,63.61", ",");
    let feed = read(&[("stops.txt", &unplaced)]);
    assert_eq!(arrivals(&feed.timetable, 0), [28_800, 29_020, 29_180, 29_340], "by number where a place is unknown");
    assert_eq!(codes(&feed.notes()), ["gtfs-stop-without-place", "gtfs-times-missing"]);
}

#[test]
fn days_are_those_of_the_calendar_and_its_exceptions() {
    let exceptions = "service_id,date,exception_type\nW,20260608,2\nW,20260606,1\nX,20260607,1\n";
    let trips = "trip_id,route_id,service_id\nt,R,W\nu,R,X\n";
    let times = format!("{TIMES}u,a,1,25:00:00,25:00:00\nu,b,2,25:05:00,25:05:00\n");
    let feed = read(&[("calendar_dates.txt", exceptions), ("trips.txt", trips), ("stop_times.txt", &times)]);
    let trips = |day: i8| feed.timetable.runs_on(date(2026, 6, day)).iter().map(|run| run.trip).collect::<Vec<_>>();
    assert_eq!([5, 6, 7, 8, 9].map(trips), [vec![0], vec![0], vec![1], vec![], vec![0]]);
    assert!(feed.timetable.runs_on(date(2027, 1, 4)).is_empty());
    assert_eq!(feed.timetable.busiest_date(), Some(date(2026, 1, 1)), "a Thursday");
    assert_eq!(arrivals(&feed.timetable, 1), [90_000, 90_300]);
}

#[test]
fn trips_at_intervals_are_expanded() {
    let frequencies = "trip_id,start_time,end_time,headway_secs\nt,07:00:00,07:30:00,600\nt,09:00:00,09:10:00,300\nt,10:00:00,11:00:00,0\n";
    let feed = read(&[("frequencies.txt", frequencies)]);
    let departures = [7 * 60, 7 * 60 + 10, 7 * 60 + 20, 9 * 60, 9 * 60 + 5].map(|minute| Run { trip: 0, shift: minute * 60 - 28_860 });
    assert_eq!(feed.timetable.runs_on(date(2026, 6, 9)), departures);
    assert_eq!(codes(&feed.notes()), ["gtfs-interval-odd", "gtfs-times-missing"]);
}

#[test]
fn broken_rows_are_named_and_the_rest_is_read() {
    let long = format!(
        "{TIMES}back,a,1,09:00:00,09:00:00\nback,b,2,08:00:00,08:00:00\nshort,a,1,09:00:00,09:00:00\nt,nowhere,12,09:00:00,09:00:00\nt,b,x,,\nghost,a,1,09:00:00,09:00:00\n"
    );
    let trips = "trip_id,route_id,service_id\nt,R,W\nback,R,W\nshort,R,W\nlost,Z,W\nt,R,W\n,R,W\n";
    let routes = format!("{}S,5,Без типа,нет\n", SMALL[1].1);
    let transfers = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\na,b,2,120\na,c,3,\nb,z,0,\nb,c,2,NaN\nb,d,5,\n";
    let feed = read(&[("stop_times.txt", &long), ("trips.txt", trips), ("routes.txt", &routes), ("transfers.txt", transfers)]);
    assert_eq!(feed.timetable.trips.len(), 1);
    assert_eq!(arrivals(&feed.timetable, 0).len(), 4);
    let found: Vec<(&str, String)> = feed.notes().iter().map(|note| (note.code, note.text("table").unwrap().to_owned())).collect();
    let expected = [
        ("gtfs-row-broken", "stop_times.txt"),
        ("gtfs-row-broken", "transfers.txt"),
        ("gtfs-row-broken", "trips.txt"),
        ("gtfs-reference-unknown", "stop_times.txt"),
        ("gtfs-reference-unknown", "transfers.txt"),
        ("gtfs-reference-unknown", "trips.txt"),
        ("gtfs-id-repeated", "trips.txt"),
        ("gtfs-value-odd", "routes.txt"),
        ("gtfs-value-odd", "transfers.txt"),
        ("gtfs-trip-backwards", "trips.txt"),
        ("gtfs-trip-short", "trips.txt"),
        ("gtfs-times-missing", "stop_times.txt"),
    ];
    assert_eq!(found, expected.map(|(code, table)| (code, table.to_owned())));
    let transfers: Vec<_> = feed.timetable.transfers.iter().map(|transfer| (transfer.from, transfer.to, transfer.seconds)).collect();
    assert_eq!(transfers, [(0, 1, Some(120)), (0, 2, None)]);
}

#[test]
fn a_feed_without_a_table_is_read_without_it() {
    for (table, kept) in
        [("agency.txt", 1), ("routes.txt", 1), ("calendar.txt", 1), ("trips.txt", 0), ("stop_times.txt", 0), ("stops.txt", 0)]
    {
        let feed = read(&[(table, "")]);
        assert_eq!(feed.timetable.trips.len(), kept, "{table}");
        assert!(codes(&feed.notes()).contains(&"gtfs-table-missing"), "{table}");
    }
    let odd = read(&[("stops.txt", "stop_id,name\na,А\nb,Б\nc,В\nd,Г\n")]);
    assert_eq!(odd.timetable.trips.len(), 1);
    assert_eq!(codes(&odd.notes()), ["gtfs-column-missing", "gtfs-stop-without-place", "gtfs-times-missing"]);
    let error = read_feed(&NamedBytes { name: "f.zip".to_owned(), bytes: b"PK, but no archive".to_vec() }).unwrap_err();
    assert_eq!(error.code, "gtfs-archive-broken");
}

#[test]
fn no_damage_stops_the_import() {
    let seeds: Vec<Vec<u8>> = SMALL.iter().map(|table| table.1.as_bytes().to_vec()).chain([TIMES.as_bytes().to_vec()]).collect();
    let mut mutator = Mutator::new(26);
    for _ in 0..400 {
        let names = SMALL.iter().map(|table| table.0).chain(["stop_times.txt"]);
        let damaged: Vec<(&str, String)> = names
            .zip(&seeds)
            .map(|(name, seed)| (name, String::from_utf8_lossy(&mutator.mutate(std::slice::from_ref(seed))).into_owned()))
            .collect();
        let file = zipped(damaged.iter().map(|(name, text)| (*name, text.as_str())));
        let region =
            import_region(&Inputs { gtfs: vec![file.clone()], origin: Some((63.6, 53.2).into()), ..Inputs::default() }, &Unwatched);
        assert!(region.is_ok());
        let feed = read_feed(&file).unwrap();
        assert!(feed.timetable.trips.iter().all(|trip| trip.calls.len() >= 2), "every trip that is kept can be ridden");
    }
}

#[test]
fn feeds_join_into_a_region() {
    let (Some(bus), Some(rail)) = (shared("data/porto-alegre/poa_eptc.zip"), shared("data/porto-alegre/poa_trensurb.zip")) else { return };
    let feeds = vec![read_feed(&bus).unwrap(), read_feed(&rail).unwrap()];
    let sizes = feeds.iter().map(|feed| (feed.timetable.stops.len(), feed.timetable.trips.len())).collect::<Vec<_>>();
    assert_eq!(sizes, [(3_986, 2_374), (24, 1_248)]);
    let joined = gtfs::join(feeds);
    assert_eq!(codes(&joined.notes), ["gtfs-times-missing"]);
    assert_eq!((joined.value.routes.len(), joined.value.calls.len()), (117, 130_019 + 14_855));
    assert!(joined.value.calls_of(2_374).iter().all(|call| call.stop >= 3_986), "the second feed's stops moved behind the first's");
    let region = import_region(&Inputs { gtfs: vec![bus, rail], ..Inputs::default() }, &Unwatched).unwrap();
    let trains = region.lines.features.iter().filter(|line| line.mode == TransitMode::Train).count();
    assert!(trains > 0 && region.lines.len() > 115, "{} lines, {trains} of trains", region.lines.len());
    assert!(region.lines.features.iter().all(|line| line.headway.value > 0 && line.stops.0.len() > 1));
    assert_eq!(region.sources.len(), 2);
    assert!(region.quality.count_of(Finding::TimesInterpolated) > 0);
}

#[test]
fn exact_departures_are_kept_by_pattern() {
    let times = format!(
        "{TIMES}u,a,1,09:00:00,09:01:00\nu,b,2,,\nu,c,5,,\nu,d,9,09:09:00,09:09:00\nv,b,1,10:00:00,10:00:00\nv,c,2,24:05:00,24:05:00\n\
        w,d,1,07:30:00,07:30:00\nw,a,2,07:40:00,07:40:00\nx,a,1,11:00:00,11:00:00\nx,d,2,11:10:00,11:10:00\n"
    );
    let trips = "trip_id,route_id,service_id,direction_id\nu,R,W,0\nt,R,W,0\nv,R,W,0\nw,R,W,1\nx,R,X,0\n";
    let sunday = "service_id,date,exception_type\nX,20260607,1\n";
    let feed = small(&[("stop_times.txt", &times), ("trips.txt", trips), ("calendar_dates.txt", sunday)]);
    let mut region = import_region(&Inputs { gtfs: vec![feed], ..Inputs::default() }, &Unwatched).unwrap();
    assert_eq!((region.departures.len(), region.departures.trips()), (2, 4), "what runs on a Sunday only is no part of a working day");
    let line = region.lines.features[0].clone();
    let there = region.departures.of(&line).unwrap();
    let moments = |times: &[u32]| times.iter().map(|&time| Moment { arrival: time, departure: time }).collect::<Vec<_>>();
    // Two trips of the whole way in one pattern, and a short one that arrives after midnight.
    let [whole, short] = &there.patterns[..] else { panic!("{there:?}") };
    assert_eq!((whole.calls.len(), whole.timings.len(), short.calls.len(), short.timings.len()), (4, 1, 2, 1));
    assert_eq!((&whole.timings[0].moments, &whole.timings[0].departures), (&moments(&[0, 120, 360, 480]), &vec![28_860, 32_460]));
    assert_eq!((&short.timings[0].moments, &short.timings[0].departures), (&moments(&[0, 50_700]), &vec![36_000]));
    // They hold for the line as it was observed.
    region.lines.features[0].headway = Sourced::modelled(line.headway.value);
    assert!(region.departures.of(&region.lines.features[0]).is_none() && region.departures.of(&line).is_some());
    region.lines = Layer::default();
    region.settle_departures();
    assert!(region.departures.is_empty());
}

/// Calls of a line's trips `(stop, arrival, departure)` in seconds since the start of the day, trip by trip.
type Calls = Vec<Vec<(FeatureId, i32, i32)>>;

fn kept(line: &LineDepartures) -> Calls {
    let mut trips = Calls::new();
    for pattern in &line.patterns {
        for timing in &pattern.timings {
            trips.extend(timing.departures.iter().map(|&start| {
                let call =
                    |(stop, moment): (FeatureId, &Moment)| (stop, (start + moment.arrival) as i32, (start + moment.departure) as i32);
                pattern.calls.iter().map(|stop| stop.stop).zip(&timing.moments).map(call).collect::<Vec<_>>()
            }));
        }
    }
    trips.sort();
    trips
}

/// What a feed says of its busiest day, by line. When vehicles get to their first stop is not kept.
fn said(feed: &Feed) -> BTreeMap<FeatureId, Calls> {
    let timetable = &feed.timetable;
    let mut lines = BTreeMap::<FeatureId, Calls>::new();
    for run in timetable.runs_on(timetable.busiest_date().unwrap()) {
        let trip = &timetable.trips[run.trip as usize];
        let key = format!("gtfs {} line {} {}", feed.name, timetable.routes[trip.route as usize].id, trip.direction);
        let calls = timetable.calls_of(run.trip).iter().map(|call| {
            let stop = format!("gtfs {} stop {}", feed.name, timetable.stops[call.stop as usize].id);
            (FeatureId::keyed(IdKind::Table, &stop), call.arrival + run.shift, call.departure + run.shift)
        });
        let mut calls: Vec<_> = calls.collect();
        calls[0].1 = calls[0].2;
        lines.entry(FeatureId::keyed(IdKind::Table, &key)).or_default().push(calls);
    }
    lines.values_mut().for_each(|trips| trips.sort());
    lines
}

#[test]
fn departures_come_back_from_a_package_as_the_feeds_have_them() {
    for (files, trips) in [(&["gtfs/caltrain.zip"][..], 98), (&["porto-alegre/poa_eptc.zip", "porto-alegre/poa_trensurb.zip"], 2_903)] {
        let Some(files) = files.iter().map(|file| shared(&format!("data/{file}"))).collect::<Option<Vec<_>>>() else { continue };
        let made = import_region(&Inputs { gtfs: files.clone(), ..Inputs::default() }, &Unwatched).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("region.gpkg");
        geopackage::write(&made, &path, &Unwatched).unwrap();
        let region = geopackage::read(&path, &Unwatched).unwrap();
        assert_eq!(region.departures, made.departures);
        assert_eq!(region.departures.trips(), trips);
        let expected: BTreeMap<FeatureId, Calls> = files.iter().flat_map(|file| said(&read_feed(file).unwrap())).collect();
        let found: BTreeMap<FeatureId, Calls> =
            region.lines.features.iter().filter_map(|line| Some((line.id, kept(region.departures.of(line)?)))).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn a_feed_takes_the_place_of_the_lines_of_a_map() {
    let map = "<osm><node id='1' lat='53.2' lon='63.6001'><tag k='highway' v='bus_stop'/></node><node id='2' lat='53.2' lon='63.62'/>\
        <way id='3'><nd ref='1'/><nd ref='2'/><tag k='highway' v='primary'/></way>\
        <relation id='4'><member type='way' ref='3' role=''/><tag k='type' v='route'/><tag k='route' v='bus'/><tag k='ref' v='38'/></relation>\
        <relation id='5'><member type='way' ref='3' role=''/><tag k='type' v='route'/><tag k='route' v='bus'/><tag k='ref' v='7'/></relation></osm>";
    let osm = NamedBytes { name: "map.osm".to_owned(), bytes: map.as_bytes().to_vec() };
    let region = import_region(&Inputs { osm: vec![osm], gtfs: vec![small(&[])], ..Inputs::default() }, &Unwatched).unwrap();
    let references: Vec<_> = region.lines.features.iter().map(|line| region.strings.get(line.reference)).collect();
    assert_eq!(references, ["7", "38"]);
    let line = &region.lines.features[1];
    assert_eq!((line.headway.value, line.stops.0.len(), region.stops.len()), (120, 4, 4), "one trip in two hours of peak");
    assert_eq!(line.stops.0[0].to_string(), "n1", "the stop of the map is the feed's");
}

#[test]
fn a_scene_opens_with_the_lines_of_its_feeds() {
    let folder = tempfile::tempdir().unwrap();
    let (file, feed) = (folder.path().join("scene.ron"), folder.path().join("buses.zip"));
    let text = "(version: 1, id: \"town\", name: (kk: \"Қала\", ru: \"Город\", en: \"Town\"), timezone: \"Asia/Qostanay\", sources: [], \
        data: Import(osm: [], gtfs: [\"buses.zip\"]))";
    std::fs::write(&file, text).unwrap();
    let open = || scene::open(&file.display().to_string(), &Unwatched);
    assert_eq!(open().unwrap_err().to_string(), format!("scene-file-missing scene={} file=buses.zip", file.display()));
    std::fs::write(&feed, "PK, but no archive").unwrap();
    assert_eq!(open().unwrap_err().to_string(), "gtfs-archive-broken file=buses.zip");
    std::fs::write(&feed, small(&[]).bytes).unwrap();
    let region = open().unwrap().region;
    let references: Vec<_> = region.lines.features.iter().map(|line| region.strings.get(line.reference)).collect();
    assert_eq!((references, region.stops.len()), (vec!["38"], 4));
}
