//! The exact departures of a line: its trips of the day by the stops that they call at and the times that they take.

use super::course::Course;
use crate::twin::model::departures::{JourneyPattern, LineDepartures, Moment, PatternCall, TimingPattern};
use crate::twin::model::id::FeatureId;
use crate::twin::model::timetable::{Call, LATEST, Timetable};
use std::collections::BTreeMap;

/// Departures by times under way.
type Timings = BTreeMap<Vec<Moment>, Vec<u32>>;

/// The departures of a line. Calls at stops that are no features of the region (by index) are left out, and so are trips of which fewer
/// than two are left.
pub(super) fn departures(timetable: &Timetable, course: &Course, stops: &BTreeMap<u32, FeatureId>) -> LineDepartures {
    let mut patterns: BTreeMap<Vec<PatternCall>, Timings> = BTreeMap::new();
    for run in &course.runs {
        let calls = calls(timetable, run.trip, stops);
        let [(_, first), _, ..] = &calls[..] else { continue };
        let Some(departure) = u32::try_from(first.departure + run.shift).ok().filter(|departure| *departure <= LATEST as u32) else {
            continue;
        };
        let timings = patterns.entry(calls.iter().map(|(call, _)| *call).collect()).or_default();
        timings.entry(moments(first.departure, &calls)).or_default().push(departure);
    }
    let usual: Vec<PatternCall> = calls(timetable, course.trip, stops).into_iter().map(|(call, _)| call).collect();
    let mut patterns: Vec<JourneyPattern> =
        patterns.into_iter().map(|(calls, timings)| JourneyPattern { calls, timings: sorted(timings) }).collect();
    patterns.sort_by_key(|pattern| pattern.calls != usual);
    LineDepartures { headway: course.headway, patterns }
}

fn calls<'a>(timetable: &'a Timetable, trip: u32, stops: &BTreeMap<u32, FeatureId>) -> Vec<(PatternCall, &'a Call)> {
    let known = |call: &'a Call| {
        let Call { boarding, alighting, .. } = *call;
        Some((PatternCall { stop: *stops.get(&call.stop)?, boarding, alighting }, call))
    };
    timetable.calls_of(trip).iter().filter_map(known).collect()
}

/// Times of calls since the departure from the first. When a vehicle gets there before that is nothing to passengers.
fn moments(start: i32, calls: &[(PatternCall, &Call)]) -> Vec<Moment> {
    let since = |time: i32| (time - start).max(0) as u32;
    calls.iter().map(|(_, call)| Moment { arrival: since(call.arrival), departure: since(call.departure) }).collect()
}

/// By the first departure, and of those at the same time by the times under way.
fn sorted(timings: Timings) -> Vec<TimingPattern> {
    let mut timings: Vec<TimingPattern> = timings
        .into_iter()
        .map(|(moments, mut departures)| {
            departures.sort_unstable();
            departures.shrink_to_fit();
            TimingPattern { moments, departures }
        })
        .collect();
    timings.sort_by_key(|timing| timing.departures.first().copied());
    timings
}
