//! Earliest arrivals by Dijkstra's algorithm over single events: every run by itself, no rounds, no patterns.

use aimaq::twin::model::timetable::{DAY, Run, Timetable};
use aimaq::twin::simulate::transit::footpath::Footpaths;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};

/// Where a traveller may be.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum State {
    /// At a stop, ready to get on.
    Ready(u32),
    /// At a stop, just got off.
    Off(u32),
    /// On a run, departing from a call.
    On(usize, usize),
}

/// The runs of a day.
pub struct Events<'a> {
    timetable: &'a Timetable,
    runs: Vec<Run>,
    /// Departures at each stop: time, run, call.
    departures: Vec<Vec<(i32, usize, usize)>>,
    footpaths: &'a Footpaths,
}

impl<'a> Events<'a> {
    /// Those of a date and what is left of the day before.
    pub fn new(timetable: &'a Timetable, date: Date, footpaths: &'a Footpaths) -> Self {
        let before = timetable.runs_on(date.yesterday().expect("a day before"));
        let before = before.into_iter().map(|run| Run { trip: run.trip, shift: run.shift - DAY });
        let runs: Vec<Run> = timetable.runs_on(date).into_iter().chain(before).collect();
        let mut departures = vec![Vec::new(); timetable.stops.len()];
        for (number, run) in runs.iter().enumerate() {
            for (position, call) in timetable.calls_of(run.trip).iter().enumerate().filter(|(_, call)| call.boarding) {
                departures[call.stop as usize].push((call.departure + run.shift, number, position));
            }
        }
        Self { timetable, runs, departures, footpaths }
    }

    /// When one is there who leaves at a time.
    pub fn earliest_arrival(&self, departure: i32, access: &[(u32, i32)], egress: &[(u32, i32)]) -> Option<i32> {
        let mut open: BinaryHeap<_> = access.iter().map(|(stop, walk)| Reverse((departure + walk, State::Ready(*stop)))).collect();
        let mut done = HashSet::new();
        let mut best = None;
        while let Some(Reverse((time, state))) = open.pop() {
            if best.is_some_and(|best| time >= best) {
                return best;
            }
            if !done.insert(state) {
                continue;
            }
            match state {
                State::Ready(stop) => {
                    let later = self.departures[stop as usize].iter().filter(|departure| departure.0 >= time);
                    open.extend(later.map(|&(time, run, position)| Reverse((time, State::On(run, position)))));
                }
                State::Off(stop) => {
                    let ends = egress.iter().filter(|(end, _)| *end == stop).map(|(_, walk)| time + walk);
                    best = best.into_iter().chain(ends).min();
                    open.extend(self.footpaths.from(stop).iter().map(|(to, walk)| Reverse((time + walk, State::Ready(*to)))));
                }
                State::On(run, position) => {
                    let Run { trip, shift } = self.runs[run];
                    if let Some(call) = self.timetable.calls_of(trip).get(position + 1) {
                        if call.alighting {
                            open.push(Reverse((call.arrival + shift, State::Off(call.stop))));
                        }
                        open.push(Reverse((call.departure + shift, State::On(run, position + 1))));
                    }
                }
            }
        }
        best
    }
}
