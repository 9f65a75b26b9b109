//! Lines out of trips: what most runs of a route and direction do on its busiest day, and how often.

use crate::twin::model::timetable::{DAY, Run, Timetable};
use std::collections::BTreeMap;
use std::ops::Range;

/// The morning peak [s].
const PEAK: Range<i32> = 7 * 3_600..9 * 3_600;

/// A line as people know it, in one direction.
pub(super) struct Course {
    /// The route, by index.
    pub route: u32,
    /// 0 there, 1 back.
    pub direction: u8,
    /// A trip that does what most do, by index.
    pub trip: u32,
    /// Its trips of the day.
    pub runs: Vec<Run>,
    /// Minutes between departures in the morning peak; over the day where there is none in the peak.
    pub headway: u16,
}

/// Every line of a timetable, by route and direction.
pub(super) fn courses(timetable: &Timetable) -> Vec<Course> {
    let runs = timetable
        .busiest_date()
        .map_or_else(|| (0..timetable.trips.len() as u32).map(|trip| Run { trip, shift: 0 }).collect(), |date| timetable.runs_on(date));
    let mut by_line: BTreeMap<(u32, u8), Vec<Run>> = BTreeMap::new();
    for run in runs {
        let trip = &timetable.trips[run.trip as usize];
        by_line.entry((trip.route, trip.direction)).or_default().push(run);
    }
    let course = |((route, direction), runs): ((u32, u8), Vec<Run>)| {
        let trip = usual_trip(timetable, &runs)?;
        Some(Course { route, direction, trip, headway: headway(timetable, &runs), runs })
    };
    by_line.into_iter().filter_map(course).collect()
}

/// The first trip of the stop sequence that most runs have; of equally many, the longest.
fn usual_trip(timetable: &Timetable, runs: &[Run]) -> Option<u32> {
    let mut sequences: BTreeMap<Vec<u32>, (usize, u32)> = BTreeMap::new();
    for run in runs {
        let stops = timetable.calls_of(run.trip).iter().map(|call| call.stop).collect();
        sequences.entry(stops).or_insert((0, run.trip)).0 += 1;
    }
    sequences.into_iter().max_by_key(|(stops, (count, _))| (*count, stops.len())).map(|(_, (_, trip))| trip)
}

fn headway(timetable: &Timetable, runs: &[Run]) -> u16 {
    let departure = |run: &Run| timetable.calls_of(run.trip).first().map(|call| call.departure + run.shift);
    let mut departures: Vec<i32> = runs.iter().filter_map(departure).collect();
    departures.sort_unstable();
    let in_peak = departures.iter().filter(|departure| PEAK.contains(departure)).count() as i32;
    let seconds = match departures[..] {
        _ if in_peak > 0 => (PEAK.end - PEAK.start) / in_peak,
        [first, .., last] if last > first => (last - first) / (departures.len() as i32 - 1),
        _ => DAY,
    };
    (seconds + 30).div_euclid(60).clamp(1, DAY / 60) as u16
}
