//! A timetable of the lines of a region, from the intervals at which they run: what RAPTOR rides on where nobody has the operators' own.

use super::assumption::LineAssumptions;
use super::footpath::{Footpaths, Walking};
use super::lines::Service;
use super::network::Network;
use crate::twin::model::region::Region;
use crate::twin::model::timetable::{self, Call, Frequency, Route, Stop, Timetable, Trip};
use jiff::civil::{Date, date};

/// The day on which everything runs: every day is like another.
const DAY: Date = date(2026, 1, 5);
const HOUR: i32 = 3_600;

/// The departures of a day. Each line begins its day at a moment of its own within its interval, which its id decides: nobody has timed
/// lines to one another.
pub fn timetable(region: &Region, services: &[Service], assumptions: &LineAssumptions) -> Timetable {
    let place = |shape: crate::twin::model::layer::Shape| Some(region.frame.geo_from_metres(shape.anchor().metres()));
    let mut timetable = Timetable {
        stops: region.stops.iter().map(|(_, shape)| Stop { at: place(shape), ..Stop::default() }).collect(),
        services: vec![timetable::Service { weekdays: [true; 7], ..timetable::Service::default() }],
        ..Timetable::default()
    };
    for service in services {
        let route = timetable.routes.len() as u32;
        timetable.routes.push(Route { mode: service.mode, ..Route::default() });
        let departures = departures(region, service, assumptions);
        timetable.push_trip(route, service.stops.iter().copied().zip(moments(service.minutes.iter())), &departures);
        if service.there_and_back {
            let back = service.stops.iter().rev().copied().zip(moments(service.minutes.iter().rev()));
            timetable.push_trip(route, back, &departures);
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

/// When vehicles leave the first stop [s after midnight].
fn departures(region: &Region, service: &Service, assumptions: &LineAssumptions) -> Vec<i32> {
    let seconds = |hour: i32| (assumptions.headway(service.headway.value, hour.clamp(0, 23) as u8) * 60.0).max(60.0) as i32;
    let (first, end) = (assumptions.first_hour as i32 * HOUR, (assumptions.last_hour as i32 + 1) * HOUR);
    let seed = region.lines.features[service.line as usize].id.seed();
    let start = first + (seed % seconds(first / HOUR) as u64) as i32;
    std::iter::successors(Some(start), |last| Some(last + seconds(last / HOUR))).take_while(|departure| *departure < end).collect()
}

impl Timetable {
    /// Adds a trip that calls at stops so long after each of its departures.
    fn push_trip(&mut self, route: u32, calls: impl Iterator<Item = (u32, i32)>, departures: &[i32]) {
        let (trip, first) = (self.trips.len() as u32, self.calls.len() as u32);
        self.calls.extend(calls.map(|(stop, moment)| Call { stop, arrival: moment, departure: moment, boarding: true, alighting: true }));
        self.trips.push(Trip { route, calls: first..self.calls.len() as u32, ..Trip::default() });
        let once = |&from: &i32| Frequency { trip, from, until: from + 1, headway: 1 };
        self.frequencies.extend(departures.iter().map(once));
    }
}
