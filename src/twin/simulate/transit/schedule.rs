//! A timetable of the lines of a region: what RAPTOR rides on. Lines whose operators' timetables are known run by them; the others by their
//! intervals, and so does a line whose interval or stops are no longer those of its operator's timetable.

use super::assumption::LineAssumptions;
use super::footpath::{Footpaths, Walking};
use super::lines::Service;
use super::network::Network;
use crate::twin::model::departures::LineDepartures;
use crate::twin::model::id::FeatureId;
use crate::twin::model::region::Region;
use crate::twin::model::timetable::{self, Call, Frequency, Route, Stop, Timetable, Trip};
use jiff::civil::{Date, date};
use std::collections::HashMap;

/// The day on which everything runs: every day is like another.
const DAY: Date = date(2026, 1, 5);
const HOUR: i32 = 3_600;

/// The departures of a day. A line at intervals begins its day at a moment of its own within its interval, which its id decides: nobody has
/// timed such lines to one another.
pub fn timetable(region: &Region, services: &[Service], assumptions: &LineAssumptions) -> Timetable {
    let place = |shape: crate::twin::model::layer::Shape| Some(region.frame.geo_from_metres(shape.anchor().metres()));
    let mut timetable = Timetable {
        stops: region.stops.iter().map(|(_, shape)| Stop { at: place(shape), ..Stop::default() }).collect(),
        services: vec![timetable::Service { weekdays: [true; 7], ..timetable::Service::default() }],
        ..Timetable::default()
    };
    let stops: HashMap<FeatureId, u32> = (0u32..).zip(&region.stops.features).map(|(index, stop)| (stop.id, index)).collect();
    for service in services {
        let route = timetable.routes.len() as u32;
        timetable.routes.push(Route { mode: service.mode, ..Route::default() });
        match region.departures.of(&region.lines.features[service.line as usize]) {
            Some(exact) => timetable.push_exact(route, exact, &stops),
            None => timetable.push_at_intervals(route, service, &departures(region, service, assumptions)),
        }
    }
    timetable
}

/// The lines of a region as a network that journeys are looked for in.
pub fn network(region: &Region, services: &[Service], assumptions: &LineAssumptions) -> Network {
    let timetable = timetable(region, services, assumptions);
    let speed = assumptions.walk_per_minute() / 60.0;
    let walking = Walking { reach: assumptions.walk_reach, detour: 1.0, speed, change: 0 };
    Network::new(&timetable, DAY, Footpaths::new(&timetable, &walking)).value
}

/// When a vehicle is at each stop, from its departure on [s].
fn moments<'a>(minutes: impl Iterator<Item = &'a f64>) -> impl Iterator<Item = i32> {
    let mut passed = 0.0;
    std::iter::once(0).chain(minutes.map(move |minutes| {
        passed += minutes * 60.0;
        passed as i32
    }))
}

/// When vehicles at intervals leave the first stop [s after midnight].
fn departures(region: &Region, service: &Service, assumptions: &LineAssumptions) -> Vec<i32> {
    let seconds = |hour: i32| (assumptions.headway(service.headway.value, hour.clamp(0, 23) as u8) * 60.0).max(60.0) as i32;
    let (first, end) = (assumptions.first_hour as i32 * HOUR, (assumptions.last_hour as i32 + 1) * HOUR);
    let seed = region.lines.features[service.line as usize].id.seed();
    let start = first + (seed % seconds(first / HOUR) as u64) as i32;
    std::iter::successors(Some(start), |last| Some(last + seconds(last / HOUR))).take_while(|departure| *departure < end).collect()
}

impl Timetable {
    /// Adds the trips of a line's own timetable. Stops that the region lacks are passed by.
    fn push_exact(&mut self, route: u32, exact: &LineDepartures, stops: &HashMap<FeatureId, u32>) {
        for pattern in &exact.patterns {
            for timing in &pattern.timings {
                let calls = pattern.calls.iter().zip(&timing.moments).filter_map(|(call, moment)| {
                    let (arrival, departure) = (moment.arrival as i32, moment.departure as i32);
                    Some(Call { stop: *stops.get(&call.stop)?, arrival, departure, boarding: call.boarding, alighting: call.alighting })
                });
                self.push_trip(route, calls, timing.departures.iter().map(|departure| *departure as i32));
            }
        }
    }

    /// Adds the trips of a line there and, where its vehicles come back the same way, back.
    fn push_at_intervals(&mut self, route: u32, service: &Service, departures: &[i32]) {
        let call = |(&stop, moment)| Call { stop, arrival: moment, departure: moment, boarding: true, alighting: true };
        self.push_trip(route, service.stops.iter().zip(moments(service.minutes.iter())).map(call), departures.iter().copied());
        if service.there_and_back {
            let back = service.stops.iter().rev().zip(moments(service.minutes.iter().rev()));
            self.push_trip(route, back.map(call), departures.iter().copied());
        }
    }

    /// Adds a trip with calls so long after each of its departures; none where it has no way to go or never departs.
    fn push_trip(&mut self, route: u32, calls: impl Iterator<Item = Call>, departures: impl Iterator<Item = i32>) {
        let (trip, first, known) = (self.trips.len() as u32, self.calls.len(), self.frequencies.len());
        self.calls.extend(calls);
        // Where the first stops of a pattern are passed by, it departs from the next one later.
        let late = self.calls.get(first).map_or(0, |call| call.departure);
        let once = |departure: i32| Frequency { trip, from: departure + late, until: departure + late + 1, headway: 1 };
        self.frequencies.extend(departures.map(once));
        if self.calls.len() < first + 2 || self.frequencies.len() == known {
            self.calls.truncate(first);
            self.frequencies.truncate(known);
            return;
        }
        self.trips.push(Trip { route, calls: first as u32..self.calls.len() as u32, ..Trip::default() });
    }
}
