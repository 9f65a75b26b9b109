//! A timetable: who runs which trips, where and when they call, and on which days.

use super::space::GeoPoint;
use super::transit::TransitMode;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::ops::Range;

/// Seconds of a day [s].
pub const DAY: i32 = 86_400;
/// The longest time that a trip may be under way, and the latest at which one departs after its day began [s].
pub const LATEST: i32 = 100 * 3_600;
/// Days that are looked at for the busiest one: ten years, so that a date of the year 9999 costs no minute.
const MOST_DAYS: usize = 3_660;

/// Who runs trips.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agency {
    /// Its id in the feed.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// IANA name of its civil time.
    pub timezone: String,
}

/// A numbered service that people know by one name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// Its id in the feed.
    pub id: String,
    /// Who runs it, by index.
    pub agency: Option<u32>,
    /// Its number.
    pub short_name: String,
    /// Its name: usually its ends.
    pub long_name: String,
    /// What it runs with.
    pub mode: TransitMode,
}

/// Where trips call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stop {
    /// Its id in the feed.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Where it is, if the feed says so.
    pub at: Option<GeoPoint>,
    /// The station that it belongs to, by index.
    pub parent: Option<u32>,
}

/// Days on which trips run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Service {
    /// Its id in the feed.
    pub id: String,
    /// Monday to Sunday.
    pub weekdays: [bool; 7],
    /// First and last day of the weekly pattern; without them it has neither beginning nor end.
    pub period: Option<[Date; 2]>,
    /// Days on which it runs beside the pattern, ascending.
    pub added: Vec<Date>,
    /// Days on which it does not run, ascending.
    pub removed: Vec<Date>,
}

impl Service {
    /// Whether its trips run on a date.
    pub fn runs_on(&self, date: Date) -> bool {
        let in_period = self.period.is_none_or(|[first, last]| first <= date && date <= last);
        let by_week = in_period && self.weekdays[date.weekday().to_monday_zero_offset() as usize];
        (by_week && self.removed.binary_search(&date).is_err()) || self.added.binary_search(&date).is_ok()
    }
}

/// One call of a trip, in seconds since the start of its day of service: more than 24 hours after midnight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Call {
    /// Where, by index.
    pub stop: u32,
    /// When it arrives [s].
    pub arrival: i32,
    /// When it departs [s].
    pub departure: i32,
    /// Whether passengers may get on.
    pub boarding: bool,
    /// Whether passengers may get off.
    pub alighting: bool,
}

/// A vehicle's way along a route.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trip {
    /// Its id in the feed.
    pub id: String,
    /// Its route, by index.
    pub route: u32,
    /// Its days, by index.
    pub service: u32,
    /// Where it goes, as written on it.
    pub headsign: String,
    /// 0 there, 1 back.
    pub direction: u8,
    /// Its course, by index.
    pub shape: Option<u32>,
    /// Its calls in the timetable's calls, in order: at least two.
    pub calls: Range<u32>,
}

/// A trip that is repeated at an interval instead of at its own times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frequency {
    /// The trip, by index.
    pub trip: u32,
    /// Seconds since the start of the day from which on it departs [s].
    pub from: i32,
    /// Before which the last one departs [s].
    pub until: i32,
    /// Between departures [s], more than zero.
    pub headway: i32,
}

/// A change on foot that the feed speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Transfer {
    /// From where, by index.
    pub from: u32,
    /// To where, by index; the same place for changing there.
    pub to: u32,
    /// How long it takes at least [s]; none where it is not possible, zero where nothing is said.
    pub seconds: Option<i32>,
}

/// One run of a trip on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The trip, by index.
    pub trip: u32,
    /// Seconds that its calls are later than the trip says [s].
    pub shift: i32,
}

/// Everything that one or more feeds say, each list by index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timetable {
    /// Who runs trips.
    pub agencies: Vec<Agency>,
    /// Routes.
    pub routes: Vec<Route>,
    /// Stops and stations.
    pub stops: Vec<Stop>,
    /// Days of running.
    pub services: Vec<Service>,
    /// Trips.
    pub trips: Vec<Trip>,
    /// Calls, trip after trip.
    pub calls: Vec<Call>,
    /// Trips repeated at intervals, in the order of trips.
    pub frequencies: Vec<Frequency>,
    /// Changes on foot.
    pub transfers: Vec<Transfer>,
    /// Courses of trips.
    pub shapes: Vec<Vec<GeoPoint>>,
}

impl Timetable {
    /// The calls of a trip, in order.
    pub fn calls_of(&self, trip: u32) -> &[Call] {
        let range = &self.trips[trip as usize].calls;
        &self.calls[range.start as usize..range.end as usize]
    }

    /// Every run that starts on a date's day of service, in the order of trips. Trips at intervals are taken at their
    /// word: the first departs at the beginning of the interval's validity.
    pub fn runs_on(&self, date: Date) -> Vec<Run> {
        let running: Vec<bool> = self.services.iter().map(|service| service.runs_on(date)).collect();
        let mut runs = Vec::new();
        let mut frequencies = self.frequencies.iter().peekable();
        for (index, trip) in (0u32..).zip(&self.trips) {
            let mut repeated = false;
            let first = self.calls_of(index).first().map_or(0, |call| call.departure);
            while let Some(frequency) = frequencies.next_if(|frequency| frequency.trip == index) {
                repeated = true;
                if running[trip.service as usize] {
                    let departures = (frequency.from..frequency.until).step_by(frequency.headway.max(1) as usize);
                    runs.extend(departures.map(|departure| Run { trip: index, shift: departure - first }));
                }
            }
            if !repeated && running[trip.service as usize] {
                runs.push(Run { trip: index, shift: 0 });
            }
        }
        runs
    }

    /// The working day (Monday to Friday) on which the most trips run, the earliest of them; any day if none has trips
    /// then; none where nothing ever runs or nothing says when.
    pub fn busiest_date(&self) -> Option<Date> {
        let mut trips = vec![0usize; self.services.len()];
        self.trips.iter().for_each(|trip| trips[trip.service as usize] += 1);
        let periods = self.services.iter().filter_map(|service| service.period).flatten();
        let dates = || periods.clone().chain(self.services.iter().flat_map(|service| service.added.iter().copied()));
        let (first, last) = (dates().min()?, dates().max()?);
        let count = |date: Date| -> usize {
            self.services.iter().zip(&trips).filter(|(service, _)| service.runs_on(date)).map(|(_, trips)| trips).sum()
        };
        let working = |date: Date| !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
        let days = first.series(1.day()).take_while(|date| *date <= last).take(MOST_DAYS);
        let best = days.map(|date| (count(date), date)).filter(|(count, _)| *count > 0);
        best.reduce(|best, day| if (working(day.1), day.0) > (working(best.1), best.0) { day } else { best }).map(|(_, date)| date)
    }

    /// Takes in another timetable; its indices move behind those that are there.
    pub fn join(&mut self, other: Self) {
        let moved = |index: u32, by: usize| index + by as u32;
        let (agencies, routes, stops) = (self.agencies.len(), self.routes.len(), self.stops.len());
        let (services, trips, calls, shapes) = (self.services.len(), self.trips.len(), self.calls.len(), self.shapes.len());
        self.agencies.extend(other.agencies);
        self.routes
            .extend(other.routes.into_iter().map(|route| Route { agency: route.agency.map(|agency| moved(agency, agencies)), ..route }));
        self.stops.extend(other.stops.into_iter().map(|stop| Stop { parent: stop.parent.map(|parent| moved(parent, stops)), ..stop }));
        self.services.extend(other.services);
        self.trips.extend(other.trips.into_iter().map(|trip| Trip {
            route: moved(trip.route, routes),
            service: moved(trip.service, services),
            shape: trip.shape.map(|shape| moved(shape, shapes)),
            calls: moved(trip.calls.start, calls)..moved(trip.calls.end, calls),
            ..trip
        }));
        self.calls.extend(other.calls.into_iter().map(|call| Call { stop: moved(call.stop, stops), ..call }));
        self.frequencies
            .extend(other.frequencies.into_iter().map(|frequency| Frequency { trip: moved(frequency.trip, trips), ..frequency }));
        self.transfers.extend(other.transfers.into_iter().map(|transfer| Transfer {
            from: moved(transfer.from, stops),
            to: moved(transfer.to, stops),
            ..transfer
        }));
        self.shapes.extend(other.shapes);
    }
}
