//! Earliest arrivals, round by round (Delling, Pajor and Werneck, *Round-Based Public Transit Routing*, 2012).
//!
//! A journey is: a walk to a stop, a ride, then any number of times a change (one walk, or none) and a ride. Stops
//! keep two labels a round, by vehicle and on foot, so that ways on foot need not be closed under chaining.

use super::network::Network;

/// A time that is never reached [s].
pub const NEVER: i32 = i32::MAX;

/// How a stop is reached by vehicle with a number of rides at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ride {
    /// When [s]; [`NEVER`] where it is not.
    pub arrival: i32,
    /// The pattern ridden last, by index.
    pub pattern: u32,
    /// Its run.
    pub run: u32,
    /// Position in it where one got on.
    pub on: u32,
    /// Position in it where one got off.
    pub off: u32,
}

/// How a stop is reached on foot, ready to get on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Walk {
    /// When [s]; [`NEVER`] where it is not.
    pub arrival: i32,
    /// The stop where one got off, or [`Walk::START`].
    pub from: u32,
}

impl Walk {
    /// Instead of a stop: where the journey begins.
    pub const START: u32 = u32::MAX;
    const NONE: Walk = Walk { arrival: NEVER, from: Self::START };
}

const NO_RIDE: Ride = Ride { arrival: NEVER, pattern: 0, run: 0, on: 0, off: 0 };

/// Labels of a round: the best with so many rides at most.
#[derive(Clone, Debug)]
pub(super) struct Round {
    pub rides: Vec<Ride>,
    pub walks: Vec<Walk>,
}

/// A set of numbers below a bound, in the order in which they were put in.
#[derive(Clone, Debug, Default)]
struct Marks {
    is_in: Vec<bool>,
    list: Vec<u32>,
}

impl Marks {
    fn new(bound: usize) -> Self {
        Self { is_in: vec![false; bound], list: Vec::new() }
    }

    fn put(&mut self, number: u32) {
        if !std::mem::replace(&mut self.is_in[number as usize], true) {
            self.list.push(number);
        }
    }

    fn clear(&mut self) {
        self.list.drain(..).for_each(|number| self.is_in[number as usize] = false);
    }
}

/// A search from one origin. Running it for a departure improves the labels of later ones, which is what makes a
/// range query (rRAPTOR) when departures descend.
#[derive(Clone, Debug)]
pub struct Search<'a> {
    pub(super) network: &'a Network,
    pub(super) rounds: Vec<Round>,
    /// Stops that were reached anew on foot, and by vehicle.
    on_foot: Marks,
    riding: Marks,
    /// Where each pattern is to be scanned from.
    patterns: Marks,
    first_position: Vec<u32>,
}

impl<'a> Search<'a> {
    /// A search that has reached nothing yet.
    pub fn new(network: &'a Network) -> Self {
        let (stops, patterns) = (network.stop_count(), network.patterns().len());
        Self {
            network,
            rounds: vec![Round { rides: vec![NO_RIDE; stops], walks: vec![Walk::NONE; stops] }],
            on_foot: Marks::new(stops),
            riding: Marks::new(stops),
            patterns: Marks::new(patterns),
            first_position: vec![0; patterns],
        }
    }

    /// Forgets everything that was reached, and keeps the memory.
    pub fn reset(&mut self) {
        self.rounds.truncate(1);
        self.rounds[0].rides.fill(NO_RIDE);
        self.rounds[0].walks.fill(Walk::NONE);
    }

    /// Leaves at a time [s after midnight] by walks `(stop, seconds)` to stops, and rides on until nothing improves.
    pub fn run(&mut self, departure: i32, access: &[(u32, i32)]) {
        for &(stop, seconds) in access.iter().filter(|(stop, seconds)| (*stop as usize) < self.network.stop_count() && *seconds >= 0) {
            self.walk(0, stop, Walk { arrival: departure.saturating_add(seconds), from: Walk::START });
        }
        let mut round = 0;
        while !self.on_foot.list.is_empty() {
            round += 1;
            if self.rounds.len() == round {
                self.rounds.push(self.rounds[round - 1].clone());
            }
            self.collect_patterns();
            for index in 0..self.patterns.list.len() {
                self.scan(round, self.patterns.list[index]);
            }
            self.change(round);
        }
    }

    /// When each stop is reached by vehicle [s], or on foot from the origin; [`NEVER`] where it is not.
    pub fn arrivals(&self) -> Vec<i32> {
        let (first, last) = (&self.rounds[0], &self.rounds[self.rounds.len() - 1]);
        last.rides.iter().zip(&first.walks).map(|(ride, walk)| ride.arrival.min(walk.arrival)).collect()
    }

    /// The patterns of all stops newly reached on foot, each from the first of them.
    fn collect_patterns(&mut self) {
        self.patterns.clear();
        for &stop in &self.on_foot.list {
            for &(pattern, position) in self.network.visits(stop) {
                let first = &mut self.first_position[pattern as usize];
                *first = if self.patterns.is_in[pattern as usize] { position.min(*first) } else { position };
                self.patterns.put(pattern);
            }
        }
        self.on_foot.clear();
    }

    /// Rides along a pattern: gets off wherever that improves, and changes to an earlier run wherever one can be caught.
    fn scan(&mut self, round: usize, index: u32) {
        let network = self.network;
        let pattern = &network.patterns()[index as usize];
        let mut riding: Option<(u32, u32, &[super::network::Event])> = None;
        let first = self.first_position[index as usize];
        for (position, stop) in (first..).zip(&network.stops_of(pattern)[first as usize..]) {
            if let Some((run, on, events)) = riding
                && stop.alighting
            {
                let arrival = events[position as usize].arrival;
                self.ride(round, stop.stop, Ride { arrival, pattern: index, run, on, off: position });
            }
            let ready = self.rounds[round - 1].walks[stop.stop as usize].arrival;
            let too_late = riding.is_some_and(|(_, _, events)| events[position as usize].departure < ready);
            if ready == NEVER || !stop.boarding || too_late {
                continue;
            }
            let caught = network.first_run_from(pattern, position, ready);
            if caught < riding.map_or(pattern.runs, |(run, _, _)| run) {
                riding = Some((caught, position, network.events_of(pattern, caught)));
            }
        }
    }

    /// Takes over a ride where it is better, in this round and in those with more rides.
    fn ride(&mut self, round: usize, stop: u32, ride: Ride) {
        if ride.arrival < self.rounds[round].rides[stop as usize].arrival {
            self.riding.put(stop);
            let improved = self.rounds[round..].iter_mut().map(|round| &mut round.rides[stop as usize]);
            improved.take_while(|label| ride.arrival < label.arrival).for_each(|label| *label = ride);
        }
    }

    /// Takes over a walk where it is better, in this round and in those with more rides.
    fn walk(&mut self, round: usize, stop: u32, walk: Walk) {
        if walk.arrival < self.rounds[round].walks[stop as usize].arrival {
            self.on_foot.put(stop);
            let improved = self.rounds[round..].iter_mut().map(|round| &mut round.walks[stop as usize]);
            improved.take_while(|label| walk.arrival < label.arrival).for_each(|label| *label = walk);
        }
    }

    /// Walks on from every stop newly reached by vehicle.
    fn change(&mut self, round: usize) {
        let network = self.network;
        for index in 0..self.riding.list.len() {
            let from = self.riding.list[index];
            let arrival = self.rounds[round].rides[from as usize].arrival;
            for &(to, seconds) in network.footpaths().from(from) {
                self.walk(round, to, Walk { arrival: arrival.saturating_add(seconds), from });
            }
        }
        self.riding.clear();
    }
}
