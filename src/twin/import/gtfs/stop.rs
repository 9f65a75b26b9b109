//! Stops with the stations that they belong to, and the changes between them.

use super::Ids;
use super::archive::Archive;
use super::fault::{Fault, Faults};
use super::table::{Table, broken, unknown};
use super::value;
use crate::twin::model::timetable::{Stop, Timetable, Transfer};

/// Reads `stops.txt`. A stop without a place of its own stands where its station does.
pub(super) fn read_stops(archive: &Archive, timetable: &mut Timetable, faults: &mut Faults) -> Ids {
    let mut ids = Ids::new();
    let Some(table) = Table::required(archive, "stops", faults) else { return ids };
    let [id, lon, lat] = table.columns(["stop_id", "stop_lon", "stop_lat"], faults);
    let [name, parent] = ["stop_name", "parent_station"].map(|name| table.column(name));
    let mut parents = Vec::new();
    table.each(faults, |row| {
        let key = row.new_id(id, &ids)?;
        ids.insert(key.to_owned(), timetable.stops.len() as u32);
        parents.push((row.line, row.get(parent).to_owned()));
        let at = value::place(row.get(lon), row.get(lat));
        timetable.stops.push(Stop { id: key.to_owned(), name: row.get(name).to_owned(), at, parent: None });
        Ok(())
    });
    for (stop, (line, parent)) in parents.into_iter().enumerate().filter(|(_, (_, parent))| !parent.is_empty()) {
        match ids.get(&parent) {
            Some(&station) if station as usize != stop => timetable.stops[stop].parent = Some(station),
            _ => faults.note(Fault::ReferenceUnknown, "stops", format!("{parent} (№ {line})")),
        }
    }
    place_by_station(timetable, faults);
    ids
}

fn place_by_station(timetable: &mut Timetable, faults: &mut Faults) {
    for stop in 0..timetable.stops.len() {
        if timetable.stops[stop].at.is_none() {
            let station = timetable.stops[stop].parent;
            timetable.stops[stop].at = station.and_then(|station| timetable.stops[station as usize].at);
        }
        let Stop { at, id, .. } = &timetable.stops[stop];
        if at.is_none() {
            faults.note(Fault::StopWithoutPlace, "stops", id);
        }
    }
}

/// Reads `transfers.txt`, as far as it speaks of stops: what holds between certain routes or trips only is passed over.
pub(super) fn read_transfers(archive: &Archive, stops: &Ids, timetable: &mut Timetable, faults: &mut Faults) {
    let Some(table) = Table::optional(archive, "transfers") else { return };
    let [from, to] = table.columns(["from_stop_id", "to_stop_id"], faults);
    let [kind, seconds] = ["transfer_type", "min_transfer_time"].map(|name| table.column(name));
    let narrower = ["from_route_id", "to_route_id", "from_trip_id", "to_trip_id"].map(|name| table.column(name));
    table.each(faults, |row| {
        if narrower.iter().any(|column| !row.get(*column).is_empty()) {
            return Err((Fault::ValueOdd, format!("from_route_id (№ {})", row.line)));
        }
        let stop = |column| stops.get(row.get(column)).copied().ok_or_else(|| unknown(row, row.get(column)));
        let (from, to) = (stop(from)?, stop(to)?);
        let least = match (row.get(kind), row.get(seconds)) {
            ("3", _) => None,
            ("2", seconds) => Some(seconds.parse::<i32>().ok().filter(|seconds| *seconds >= 0).ok_or_else(|| broken(row))?),
            ("" | "0" | "1", _) => Some(0),
            (kind, _) => return Err((Fault::ValueOdd, format!("transfer_type = {kind} (№ {})", row.line))),
        };
        timetable.transfers.push(Transfer { from, to, seconds: least });
        Ok(())
    });
}
