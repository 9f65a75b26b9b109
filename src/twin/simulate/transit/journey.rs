//! Journeys door to door, put together from the labels of a search.

use super::network::Network;
use super::raptor::{NEVER, Search, Walk};

/// Part of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leg {
    /// On foot.
    Walk {
        /// From which stop; none at the journey's start.
        from: Option<u32>,
        /// To which stop; none at its end.
        to: Option<u32>,
        /// When it begins [s after midnight].
        departure: i32,
        /// When it ends [s after midnight].
        arrival: i32,
    },
    /// By vehicle.
    Ride {
        /// The timetable's trip, by index.
        trip: u32,
        /// Where one gets on.
        from: u32,
        /// Where one gets off.
        to: u32,
        /// When it departs [s after midnight].
        departure: i32,
        /// When it arrives [s after midnight].
        arrival: i32,
    },
}

/// A way from door to door.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journey {
    /// When one leaves [s after midnight].
    pub departure: i32,
    /// When one is there [s after midnight].
    pub arrival: i32,
    /// How many vehicles are ridden.
    pub rides: u32,
    /// Its parts in order; waiting stands between them.
    pub legs: Vec<Leg>,
}

/// The journey that arrives earliest with the fewest rides among those, for one who leaves at a time [s after midnight]
/// by walks `(stop, seconds)` to stops and from stops. None where there is no way by vehicle.
pub fn earliest_arrival(network: &Network, departure: i32, access: &[(u32, i32)], egress: &[(u32, i32)]) -> Option<Journey> {
    let mut search = Search::new(network);
    search.run(departure, access);
    search.journeys(departure, access, egress).pop()
}

impl Search<'_> {
    /// The journeys of the last departure that was run, none of which is both later and has more rides than another:
    /// in ascending order of rides, each earlier than the one before.
    pub fn journeys(&self, departure: i32, access: &[(u32, i32)], egress: &[(u32, i32)]) -> Vec<Journey> {
        let mut journeys: Vec<Journey> = Vec::new();
        for round in 1..self.rounds.len() {
            let Some((arrival, stop, seconds)) = self.best_end(round, egress) else { continue };
            if journeys.last().is_none_or(|last| arrival < last.arrival) {
                journeys.push(self.journey(round, stop, seconds, departure, access));
            }
        }
        journeys
    }

    /// When one is there with so many rides at most, by which stop and how long a walk from it.
    pub(super) fn best_end(&self, round: usize, egress: &[(u32, i32)]) -> Option<(i32, u32, i32)> {
        let rides = &self.rounds[round].rides;
        let ends = egress.iter().filter(|(stop, seconds)| (*stop as usize) < rides.len() && *seconds >= 0).map(|&(stop, seconds)| {
            let arrival = rides[stop as usize].arrival;
            (arrival.saturating_add(seconds), stop, seconds)
        });
        ends.filter(|end| end.0 < NEVER).min()
    }

    /// Follows the labels back from a stop that is reached with so many rides at most.
    pub(super) fn journey(&self, round: usize, end: u32, egress: i32, departure: i32, access: &[(u32, i32)]) -> Journey {
        let there = self.rounds[round].rides[end as usize].arrival;
        let arrival = there.saturating_add(egress);
        let mut legs = vec![Leg::Walk { from: Some(end), to: None, departure: there, arrival }];
        let (mut stop, mut rides) = (end, 0);
        for round in (1..=round).rev() {
            let label = self.rounds[round].rides[stop as usize];
            let pattern = &self.network.patterns()[label.pattern as usize];
            let (stops, events) = (self.network.stops_of(pattern), self.network.events_of(pattern, label.run));
            let from = stops[label.on as usize].stop;
            rides += 1;
            legs.push(Leg::Ride {
                trip: self.network.run_of(pattern, label.run).trip,
                from,
                to: stop,
                departure: events[label.on as usize].departure,
                arrival: label.arrival,
            });
            let walk = self.rounds[round - 1].walks[from as usize];
            if walk.from == Walk::START {
                let seconds = access.iter().filter(|(stop, _)| *stop == from).map(|(_, seconds)| *seconds).min().unwrap_or(0);
                legs.push(Leg::Walk { from: None, to: Some(from), departure, arrival: departure.saturating_add(seconds) });
                break;
            }
            if walk.from != from {
                let departure = self.rounds[round - 1].rides[walk.from as usize].arrival;
                legs.push(Leg::Walk { from: Some(walk.from), to: Some(from), departure, arrival: walk.arrival });
            }
            stop = walk.from;
        }
        legs.reverse();
        Journey { departure, arrival, rides, legs }
    }
}
