//! The calls of trips: put in order, checked for times that run backwards, completed where times are missing.

use super::Ids;
use super::archive::Archive;
use super::fault::{Fault, Faults};
use super::table::{Table, broken, unknown};
use super::value;
use crate::twin::model::timetable::Call;
use std::collections::BTreeMap;

/// One row of `stop_times.txt`.
#[derive(Clone, Copy, Debug)]
pub(super) struct StopTime {
    sequence: u32,
    stop: u32,
    arrival: Option<i32>,
    departure: Option<i32>,
    boarding: bool,
    alighting: bool,
}

/// Rows by the id of their trip, in the order of the file.
pub(super) type StopTimes = BTreeMap<String, Vec<StopTime>>;

/// Reads `stop_times.txt`.
pub(super) fn read(archive: &Archive, stops: &Ids, faults: &mut Faults) -> StopTimes {
    let mut trips = StopTimes::new();
    let Some(table) = Table::required(archive, "stop_times", faults) else { return trips };
    let [trip, stop, sequence, arrival, departure] =
        table.columns(["trip_id", "stop_id", "stop_sequence", "arrival_time", "departure_time"], faults);
    let [pickup, drop_off] = ["pickup_type", "drop_off_type"].map(|name| table.column(name));
    table.each(faults, |row| {
        let time = |column| value::time(row.get(column)).map_err(|()| broken(row));
        let stop_time = StopTime {
            sequence: row.get(sequence).parse().map_err(|_| broken(row))?,
            stop: *stops.get(row.get(stop)).ok_or_else(|| unknown(row, row.get(stop)))?,
            arrival: time(arrival)?.or(time(departure)?),
            departure: time(departure)?.or(time(arrival)?),
            boarding: row.get(pickup) != "1",
            alighting: row.get(drop_off) != "1",
        };
        // Rows of a trip stand together: looking its id up costs less than making a text of it.
        match trips.get_mut(row.get(trip)) {
            Some(rows) => rows.push(stop_time),
            None => drop(trips.insert(row.get(trip).to_owned(), vec![stop_time])),
        }
        Ok(())
    });
    trips
}

/// The calls of a trip, in order and each with its times; the fault that makes it no trip else. Stops' places
/// [m, in any plane] tell how times between known ones are spread.
pub(super) fn calls(id: &str, mut rows: Vec<StopTime>, places: &[Option<[f64; 2]>], faults: &mut Faults) -> Result<Vec<Call>, Fault> {
    rows.sort_by_key(|row| row.sequence);
    let all = rows.len();
    rows.dedup_by_key(|row| row.sequence);
    if rows.len() < all {
        faults.note(Fault::IdRepeated, "stop_times", id);
    }
    let timed = |row: &StopTime| row.arrival.is_some();
    let (Some(first), Some(last)) = (rows.iter().position(timed), rows.iter().rposition(timed)) else { return Err(Fault::TripShort) };
    let rows = &rows[first..=last];
    if rows.len() < 2 {
        return Err(Fault::TripShort);
    }
    let times = rows.iter().flat_map(|row| [row.arrival, row.departure]).flatten();
    if !times.is_sorted() {
        return Err(Fault::TripBackwards);
    }
    if !rows.iter().all(timed) || rows.len() < all {
        faults.note(Fault::TimesMissing, "stop_times", id);
    }
    Ok(complete(rows, places))
}

/// Times of calls without any, spread between their neighbours' by the way between stops.
fn complete(rows: &[StopTime], places: &[Option<[f64; 2]>]) -> Vec<Call> {
    let mut calls = Vec::with_capacity(rows.len());
    let mut known = 0;
    for (index, row) in rows.iter().enumerate() {
        let (Some(arrival), Some(departure)) = (row.arrival, row.departure) else { continue };
        if index > known {
            let from = rows[known].departure.unwrap_or(arrival);
            let way = shares(&rows[known..=index], places);
            for (row, share) in rows[known + 1..index].iter().zip(way) {
                let time = from + (f64::from(arrival - from) * share).round() as i32;
                calls.push(call(row, time, time));
            }
        }
        calls.push(call(row, arrival, departure));
        known = index;
    }
    calls
}

fn call(row: &StopTime, arrival: i32, departure: i32) -> Call {
    Call { stop: row.stop, arrival, departure, boarding: row.boarding, alighting: row.alighting }
}

/// How much of the way from the first to the last is behind, at each after the first, 0 to 1: by distance where every
/// stop's place is known, else by number.
fn shares(rows: &[StopTime], places: &[Option<[f64; 2]>]) -> Vec<f64> {
    let step = |pair: &[StopTime]| {
        let [a, b] = [places[pair[0].stop as usize]?, places[pair[1].stop as usize]?];
        Some((a[0] - b[0]).hypot(a[1] - b[1]))
    };
    let steps: Option<Vec<f64>> = rows.windows(2).map(step).collect();
    let steps = steps.filter(|steps| steps.iter().sum::<f64>() > 0.0).unwrap_or_else(|| vec![1.0; rows.len() - 1]);
    let whole: f64 = steps.iter().sum();
    let mut behind = 0.0;
    let share = |step: &f64| {
        behind += step;
        behind / whole
    };
    steps.iter().map(share).collect()
}
