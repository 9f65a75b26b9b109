//! A feed's stops and lines as features of a region.

use super::Feed;
use super::course::{Course, courses};
use super::departures::departures;
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::{Layer, ShapeKind};
use crate::twin::model::names::{Name, TextId};
use crate::twin::model::origin::Sourced;
use crate::twin::model::region::Region;
use crate::twin::model::source::Source;
use crate::twin::model::space::Position;
use crate::twin::model::transit::{StopSequence, TransitLine, TransitMode, TransitStop};
use rstar::RTree;
use rstar::primitives::GeomWithData;
use std::collections::{BTreeMap, BTreeSet};

/// A stop of the region within so many metres of a feed's is the same one [m].
const SAME_STOP: f64 = 25.0;

/// Adds the stops and lines of a feed: a line a route and direction, along the course of most of its runs, with the
/// interval of the morning peak and the exact departures of the day.
///
/// A stop of the same mode that is there already is taken for the feed's, each once. A feed knows its lines better
/// than a map does: lines of the same mode and number that were there before are replaced.
pub fn add_feed(region: &mut Region, feed: &Feed) {
    let courses = courses(&feed.timetable);
    let stops = add_stops(region, feed, &courses);
    let old = region.lines.len();
    for course in &courses {
        add_line(region, feed, course, &stops);
    }
    replace_lines(&mut region.lines, old);
    feed.faults.add_to(&mut region.quality);
    region.sources.push(source(feed));
}

fn source(feed: &Feed) -> Source {
    let names: Vec<&str> = feed.timetable.agencies.iter().map(|agency| agency.name.as_str()).filter(|name| !name.is_empty()).collect();
    let name = if names.is_empty() { feed.name.clone() } else { names.join(", ") };
    let first = feed.timetable.services.iter().filter_map(|service| service.period).map(|[first, _]| first).min();
    Source { name, date: first.map(|date| date.to_string()).unwrap_or_default(), ..Source::default() }
}

/// The feature of each stop that any trip of a line calls at, by the stop's index.
fn add_stops(region: &mut Region, feed: &Feed, courses: &[Course]) -> BTreeMap<u32, FeatureId> {
    let mut modes = BTreeMap::new();
    for course in courses {
        let mode = feed.timetable.routes[course.route as usize].mode;
        let trips: BTreeSet<u32> = course.runs.iter().map(|run| run.trip).collect();
        for call in trips.into_iter().flat_map(|trip| feed.timetable.calls_of(trip)) {
            modes.entry(call.stop).or_insert(mode);
        }
    }
    let mut known = KnownStops::new(region);
    let mut features = BTreeMap::new();
    for (index, mode) in modes {
        let stop = &feed.timetable.stops[index as usize];
        let Some(at) = stop.at.map(|at| region.frame.position_from_geo(at)) else { continue };
        let id = known.take(at, mode).unwrap_or_else(|| {
            let id = FeatureId::keyed(IdKind::Table, &format!("gtfs {} stop {}", feed.name, stop.id));
            let name = Name::local(&mut region.strings, &stop.name);
            region.stops.push_point(TransitStop { id, name, mode }, at);
            id
        });
        features.insert(index, id);
    }
    features
}

/// The stops that a region had before.
struct KnownStops {
    places: RTree<GeomWithData<[f64; 2], (FeatureId, TransitMode)>>,
    taken: BTreeSet<FeatureId>,
}

impl KnownStops {
    fn new(region: &Region) -> Self {
        let stops = region.stops.iter().map(|(stop, shape)| GeomWithData::new(shape.anchor().metres(), (stop.id, stop.mode)));
        Self { places: RTree::bulk_load(stops.collect()), taken: BTreeSet::new() }
    }

    /// The nearest stop of a mode that is the same place and no other stop's.
    fn take(&mut self, at: Position, mode: TransitMode) -> Option<FeatureId> {
        let near = self.places.nearest_neighbor_iter_with_distance_2(&at.metres());
        let same = near.take_while(|(_, distance_2)| *distance_2 <= SAME_STOP * SAME_STOP).map(|(stop, _)| stop.data);
        let id = same.filter(|stop| stop.1 == mode && !self.taken.contains(&stop.0)).map(|stop| stop.0).next()?;
        self.taken.insert(id);
        Some(id)
    }
}

fn add_line(region: &mut Region, feed: &Feed, course: &Course, stops: &BTreeMap<u32, FeatureId>) {
    let timetable = &feed.timetable;
    let (route, trip) = (&timetable.routes[course.route as usize], &timetable.trips[course.trip as usize]);
    let calls = timetable.calls_of(course.trip);
    let at_stops = || calls.iter().filter_map(|call| timetable.stops[call.stop as usize].at).collect::<Vec<_>>();
    let drawn = trip.shape.map(|shape| &timetable.shapes[shape as usize]).filter(|points| points.len() >= 2);
    let points = drawn.cloned().unwrap_or_else(at_stops);
    if points.len() < 2 {
        return;
    }
    let shape: Vec<Position> = points.into_iter().map(|point| region.frame.position_from_geo(point)).collect();
    let number = if route.short_name.is_empty() { &route.long_name } else { &route.short_name };
    let mut sequence: Vec<FeatureId> = calls.iter().filter_map(|call| stops.get(&call.stop).copied()).collect();
    sequence.dedup();
    let line = TransitLine {
        id: FeatureId::keyed(IdKind::Table, &format!("gtfs {} line {} {}", feed.name, route.id, course.direction)),
        name: Name::local(&mut region.strings, &name(feed, course)),
        reference: region.strings.intern(number),
        mode: route.mode,
        headway: Sourced::observed(course.headway),
        stops: StopSequence(sequence),
    };
    let exact = departures(timetable, course, stops);
    if exact.is_sound() {
        region.departures.set(line.id, exact);
    }
    region.lines.push(line, ShapeKind::Line, [&shape[..]]);
}

/// The route's name; its ends where it has none.
fn name(feed: &Feed, course: &Course) -> String {
    let route = &feed.timetable.routes[course.route as usize];
    if !route.long_name.is_empty() {
        return route.long_name.clone();
    }
    let ends = feed.timetable.calls_of(course.trip);
    let name = |index: usize| ends.get(index).map_or("", |call| feed.timetable.stops[call.stop as usize].name.as_str());
    format!("{} – {}", name(0), name(ends.len().saturating_sub(1)))
}

/// Drops lines before an index that have the mode and number of one after it.
fn replace_lines(lines: &mut Layer<TransitLine>, old: usize) {
    let key = |line: &TransitLine| (line.mode, line.reference);
    let new: BTreeSet<(TransitMode, TextId)> = lines.features[old..].iter().filter(|line| !line.reference.is_empty()).map(key).collect();
    let mut kept = Layer::<TransitLine>::default();
    for (index, (line, shape)) in lines.iter().enumerate() {
        if index >= old || !new.contains(&key(line)) {
            kept.push(line.clone(), shape.kind, shape.parts());
        }
    }
    *lines = kept;
}
