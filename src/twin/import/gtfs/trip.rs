//! Trips with their calls, the intervals at which some repeat, and their courses.

use super::Ids;
use super::archive::Archive;
use super::fault::{Fault, Faults};
use super::stop_times::{self, StopTimes};
use super::table::{Row, Table, broken, repeated, unknown};
use super::value;
use crate::twin::model::space::{GeoPoint, LocalFrame};
use crate::twin::model::timetable::{Frequency, Route, Service, Timetable, Trip};
use std::collections::{BTreeMap, HashSet};

/// Intervals below this are no intervals [s].
const LEAST_HEADWAY: i32 = 30;

/// What trips may name.
pub(super) struct Known {
    /// Routes.
    pub routes: Ids,
    /// Whether the feed has no table of routes.
    pub routes_missing: bool,
    /// Days of running.
    pub services: Ids,
    /// Whether the feed has no table of days.
    pub services_missing: bool,
    /// Courses.
    pub shapes: Ids,
}

/// Reads `shapes.txt`; points that are not on the globe are left out.
pub(super) fn read_shapes(archive: &Archive, timetable: &mut Timetable, faults: &mut Faults) -> Ids {
    let mut shapes: BTreeMap<String, Vec<(u32, GeoPoint)>> = BTreeMap::new();
    if let Some(table) = Table::optional(archive, "shapes") {
        let [id, sequence, lon, lat] = table.columns(["shape_id", "shape_pt_sequence", "shape_pt_lon", "shape_pt_lat"], faults);
        table.each(faults, |row| {
            let place = value::place(row.get(lon), row.get(lat)).ok_or_else(|| broken(row))?;
            let point = (row.get(sequence).parse().map_err(|_| broken(row))?, place);
            match shapes.get_mut(row.get(id)) {
                Some(points) => points.push(point),
                None => drop(shapes.insert(row.get(id).to_owned(), vec![point])),
            }
            Ok(())
        });
    }
    let mut ids = Ids::new();
    for (id, mut points) in shapes {
        points.sort_by_key(|point| point.0);
        ids.insert(id, timetable.shapes.len() as u32);
        timetable.shapes.push(points.into_iter().map(|point| point.1).collect());
    }
    ids
}

/// Reads `trips.txt` and `frequencies.txt`.
pub(super) fn read_trips(archive: &Archive, mut known: Known, mut rows: StopTimes, timetable: &mut Timetable, faults: &mut Faults) {
    let Some(table) = Table::required(archive, "trips", faults) else { return };
    let [id, route, service] = table.columns(["trip_id", "route_id", "service_id"], faults);
    let [headsign, direction, shape] = ["trip_headsign", "direction_id", "shape_id"].map(|name| table.column(name));
    let places = places(timetable);
    let (mut ids, mut seen, mut unusable) = (Ids::new(), HashSet::new(), Faults::default());
    table.each(faults, |row| {
        let key = row.get(id);
        if key.is_empty() {
            return Err(broken(row));
        }
        if !seen.insert(key.to_owned()) {
            return Err(repeated(key));
        }
        let route = route_index(row, row.get(route), &mut known, timetable)?;
        let service = service_index(row, row.get(service), &mut known, timetable)?;
        let calls = stop_times::calls(key, rows.remove(key).unwrap_or_default(), &places, &mut unusable);
        let calls = calls.map_err(|fault| (fault, key.to_owned()))?;
        let first = timetable.calls.len() as u32;
        timetable.calls.extend(calls);
        ids.insert(key.to_owned(), timetable.trips.len() as u32);
        timetable.trips.push(Trip {
            id: key.to_owned(),
            route,
            service,
            headsign: row.get(headsign).to_owned(),
            direction: u8::from(row.get(direction) == "1"),
            shape: known.shapes.get(row.get(shape)).copied(),
            calls: first..timetable.calls.len() as u32,
        });
        Ok(())
    });
    faults.merge(unusable);
    for id in rows.keys().filter(|id| !seen.contains(*id)) {
        faults.note(Fault::ReferenceUnknown, "stop_times", id);
    }
    read_frequencies(archive, &ids, timetable, faults);
}

/// The route of that id; made where the feed has no table of routes.
fn route_index(row: &Row, id: &str, known: &mut Known, timetable: &mut Timetable) -> Result<u32, (Fault, String)> {
    match known.routes.get(id) {
        Some(&index) => Ok(index),
        None if known.routes_missing => {
            let index = timetable.routes.len() as u32;
            known.routes.insert(id.to_owned(), index);
            timetable.routes.push(Route { id: id.to_owned(), short_name: id.to_owned(), ..Route::default() });
            Ok(index)
        }
        None => Err(unknown(row, id)),
    }
}

/// The days of that id; every day where the feed has no table of days.
fn service_index(row: &Row, id: &str, known: &mut Known, timetable: &mut Timetable) -> Result<u32, (Fault, String)> {
    if !known.services_missing {
        return known.services.get(id).copied().ok_or_else(|| unknown(row, id));
    }
    if timetable.services.is_empty() {
        timetable.services.push(Service { weekdays: [true; 7], ..Service::default() });
    }
    Ok(0)
}

/// Where stops are, in a plane about the first of them [m].
fn places(timetable: &Timetable) -> Vec<Option<[f64; 2]>> {
    let first = timetable.stops.iter().find_map(|stop| stop.at).unwrap_or_default();
    let frame = LocalFrame::new(first);
    timetable.stops.iter().map(|stop| stop.at.map(|at| frame.metres_from_geo(at))).collect()
}

fn read_frequencies(archive: &Archive, trips: &Ids, timetable: &mut Timetable, faults: &mut Faults) {
    let Some(table) = Table::optional(archive, "frequencies") else { return };
    let [trip, from, until, headway] = table.columns(["trip_id", "start_time", "end_time", "headway_secs"], faults);
    table.each(faults, |row| {
        let time = |column| value::time(row.get(column)).ok().flatten().ok_or_else(|| broken(row));
        let id = row.get(trip);
        let trip = *trips.get(id).ok_or_else(|| unknown(row, id))?;
        let (from, until) = (time(from)?, time(until)?);
        let headway = row.get(headway).parse().unwrap_or(0);
        if headway < LEAST_HEADWAY || until <= from {
            return Err((Fault::IntervalOdd, id.to_owned()));
        }
        timetable.frequencies.push(Frequency { trip, from, until, headway });
        Ok(())
    });
    timetable.frequencies.sort_by_key(|frequency| (frequency.trip, frequency.from, frequency.until, frequency.headway));
}
