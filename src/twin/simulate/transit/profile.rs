//! Journeys over a window of departures (rRAPTOR: Delling, Pajor and Werneck 2012, section 4.2), latest departure first.

use super::journey::Journey;
use super::network::Network;
use super::raptor::{NEVER, Search};
use std::ops::Range;

/// Every journey of a window that no other dominates, none of which leaves earlier, arrives later and has more rides
/// than another; by departure, then by rides.
///
/// Departures are those at which some vehicle is just caught. Walks are `(stop, seconds)`, times seconds after midnight.
pub fn profile(network: &Network, window: Range<i32>, access: &[(u32, i32)], egress: &[(u32, i32)]) -> Vec<Journey> {
    let mut search = Search::new(network);
    let mut journeys = Vec::new();
    // The best arrival so far with so many rides at most, over all later departures.
    let mut best: Vec<i32> = Vec::new();
    for departure in departures(network, window, access) {
        search.run(departure, access);
        best.resize(search.rounds.len(), best.last().copied().unwrap_or(NEVER));
        for round in 1..search.rounds.len() {
            let Some((arrival, stop, seconds)) = search.best_end(round, egress) else { continue };
            if arrival < best[round] {
                best[round..].iter_mut().for_each(|best| *best = arrival.min(*best));
                journeys.push(search.journey(round, stop, seconds, departure, access));
            }
        }
    }
    journeys.sort_by_key(|journey| (journey.departure, journey.rides));
    journeys
}

/// The times in a window at which one must leave to just catch a vehicle, descending, each once.
fn departures(network: &Network, window: Range<i32>, access: &[(u32, i32)]) -> Vec<i32> {
    let mut times = Vec::new();
    for &(stop, seconds) in access.iter().filter(|(stop, seconds)| (*stop as usize) < network.stop_count() && *seconds >= 0) {
        for &(pattern, position) in network.visits(stop) {
            let pattern = &network.patterns()[pattern as usize];
            let earliest = network.first_run_from(pattern, position, window.start.saturating_add(seconds));
            let leave = |run: u32| network.events_of(pattern, run)[position as usize].departure.saturating_sub(seconds);
            times.extend((earliest..pattern.runs).map(leave).take_while(|time| window.contains(time)));
        }
    }
    times.sort_unstable_by(|a, b| b.cmp(a));
    times.dedup();
    times
}
