//! A timetable on one day as RAPTOR reads it: runs with the same stops side by side, none of which overtakes another.

use super::footpath::Footpaths;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::timetable::{DAY, Run, Timetable};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Runs with the same stops, by departure (the "routes" of Delling, Pajor and Werneck).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    first_stop: u32,
    first_event: u32,
    first_run: u32,
    /// How many stops it has.
    pub stops: u32,
    /// How many runs it has.
    pub runs: u32,
}

/// Arrival and departure at a stop of a run [s after midnight of the day].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// When it arrives.
    pub arrival: i32,
    /// When it departs.
    pub departure: i32,
}

/// A stop of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PatternStop {
    /// Which one, by index.
    pub stop: u32,
    /// Whether passengers may get on.
    pub boarding: bool,
    /// Whether passengers may get off.
    pub alighting: bool,
}

/// The trips of one day and the ways between them.
#[derive(Clone, Debug, Default)]
pub struct Network {
    patterns: Vec<Pattern>,
    stops: Vec<PatternStop>,
    events: Vec<Event>,
    runs: Vec<Run>,
    /// Patterns of each stop with its position in them.
    first_visit: Vec<u32>,
    visits: Vec<(u32, u32)>,
    footpaths: Footpaths,
}

/// Runs of a day before they are laid out: the trip and its events.
type Timed = (Vec<Event>, Run);

impl Network {
    /// The trips that are under way on a date: those of the day, and those of the day before that go on after midnight.
    /// Says so (`transit-day-without-trips`) where there is none.
    pub fn new(timetable: &Timetable, date: Date, footpaths: Footpaths) -> Report<Self> {
        let mut grouped: BTreeMap<Vec<PatternStop>, Vec<Timed>> = BTreeMap::new();
        for run in runs_under_way(timetable, date) {
            let calls = timetable.calls_of(run.trip);
            let event = |time: i32| time + run.shift;
            let events = calls.iter().map(|call| Event { arrival: event(call.arrival), departure: event(call.departure) }).collect();
            let stops = calls.iter().map(|call| PatternStop { stop: call.stop, boarding: call.boarding, alighting: call.alighting });
            grouped.entry(stops.collect()).or_default().push((events, run));
        }
        let mut network = Self { footpaths, ..Self::default() };
        for (stops, mut runs) in grouped {
            runs.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.trip.cmp(&b.1.trip)));
            for chain in chains(runs) {
                network.push(&stops, chain);
            }
        }
        network.index_visits(timetable.stops.len());
        let empty = Diagnostic::warning("transit-day-without-trips").with("date", date.to_string());
        let notes = if network.patterns.is_empty() { vec![empty] } else { Vec::new() };
        Report { value: network, notes }
    }

    fn push(&mut self, stops: &[PatternStop], runs: Vec<Timed>) {
        self.patterns.push(Pattern {
            first_stop: self.stops.len() as u32,
            first_event: self.events.len() as u32,
            first_run: self.runs.len() as u32,
            stops: stops.len() as u32,
            runs: runs.len() as u32,
        });
        self.stops.extend_from_slice(stops);
        for (events, run) in runs {
            self.events.extend(events);
            self.runs.push(run);
        }
    }

    fn index_visits(&mut self, stops: usize) {
        let mut by_stop = vec![Vec::new(); stops];
        for (index, pattern) in (0u32..).zip(&self.patterns) {
            for (position, stop) in (0u32..).zip(self.stops_of(pattern)) {
                by_stop[stop.stop as usize].push((index, position));
            }
        }
        self.first_visit.push(0);
        for visits in by_stop {
            self.visits.extend(visits);
            self.first_visit.push(self.visits.len() as u32);
        }
    }

    /// Patterns, by index.
    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// How many stops there are.
    pub fn stop_count(&self) -> usize {
        self.first_visit.len().saturating_sub(1)
    }

    /// The stops of a pattern, in order.
    pub fn stops_of(&self, pattern: &Pattern) -> &[PatternStop] {
        &self.stops[pattern.first_stop as usize..(pattern.first_stop + pattern.stops) as usize]
    }

    /// The events of a run of a pattern, stop by stop.
    pub fn events_of(&self, pattern: &Pattern, run: u32) -> &[Event] {
        let first = (pattern.first_event + run * pattern.stops) as usize;
        &self.events[first..first + pattern.stops as usize]
    }

    /// The run of the timetable behind a run of a pattern.
    pub fn run_of(&self, pattern: &Pattern, run: u32) -> Run {
        self.runs[(pattern.first_run + run) as usize]
    }

    /// Patterns that call at a stop, each with the stop's position in it.
    pub fn visits(&self, stop: u32) -> &[(u32, u32)] {
        &self.visits[self.first_visit[stop as usize] as usize..self.first_visit[stop as usize + 1] as usize]
    }

    /// Ways on foot between rides.
    pub fn footpaths(&self) -> &Footpaths {
        &self.footpaths
    }

    /// The first run of a pattern that departs at a position at a time or later; the number of runs where none does.
    pub fn first_run_from(&self, pattern: &Pattern, position: u32, time: i32) -> u32 {
        let departure = |run: u32| self.events[(pattern.first_event + run * pattern.stops + position) as usize].departure;
        let (mut low, mut high) = (0, pattern.runs);
        while low < high {
            let middle = low.midpoint(high);
            if departure(middle) < time {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// The runs of a date, and those of the day before that have a call after midnight, a day earlier.
fn runs_under_way(timetable: &Timetable, date: Date) -> Vec<Run> {
    let mut runs = timetable.runs_on(date);
    let before = date.yesterday().map(|date| timetable.runs_on(date)).unwrap_or_default();
    let late = before.into_iter().map(|run| Run { shift: run.shift - DAY, ..run });
    runs.extend(late.filter(|run| timetable.calls_of(run.trip).last().is_some_and(|call| call.arrival + run.shift >= 0)));
    runs
}

/// Parts runs, sorted by their events, into chains within which no run overtakes another: each joins the first chain
/// whose last run is nowhere later.
fn chains(runs: Vec<Timed>) -> Vec<Vec<Timed>> {
    let mut chains: Vec<Vec<Timed>> = Vec::new();
    let after = |last: &[Event], next: &[Event]| {
        last.iter().zip(next).all(|(last, next)| last.arrival <= next.arrival && last.departure <= next.departure)
    };
    for run in runs {
        let fits = |chain: &&mut Vec<Timed>| chain.last().is_some_and(|last| after(&last.0, &run.0));
        match chains.iter_mut().find(fits) {
            Some(chain) => chain.push(run),
            None => chains.push(vec![run]),
        }
    }
    chains
}
