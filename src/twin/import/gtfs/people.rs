//! Agencies and the routes that they run.

use super::Ids;
use super::archive::Archive;
use super::fault::{Fault, Faults};
use super::table::{Table, repeated};
use super::value;
use crate::twin::model::timetable::{Agency, Route, Timetable};

/// Reads `agency.txt`. A feed with one agency need not give it an id.
pub(super) fn read_agencies(archive: &Archive, timetable: &mut Timetable, faults: &mut Faults) -> Ids {
    let mut ids = Ids::new();
    let Some(table) = Table::required(archive, "agency", faults) else { return ids };
    let [name, timezone] = table.columns(["agency_name", "agency_timezone"], faults);
    let id = table.column("agency_id");
    table.each(faults, |row| {
        let key = row.get(id);
        if ids.contains_key(key) {
            return Err(repeated(key));
        }
        ids.insert(key.to_owned(), timetable.agencies.len() as u32);
        let agency = Agency { id: key.to_owned(), name: row.get(name).to_owned(), timezone: row.get(timezone).to_owned() };
        timetable.agencies.push(agency);
        Ok(())
    });
    ids
}

/// Reads `routes.txt`; none where a feed lacks it, so that trips make their own.
pub(super) fn read_routes(archive: &Archive, agencies: &Ids, timetable: &mut Timetable, faults: &mut Faults) -> Option<Ids> {
    let table = Table::required(archive, "routes", faults)?;
    let [id, kind] = table.columns(["route_id", "route_type"], faults);
    let [agency, short_name, long_name] = ["agency_id", "route_short_name", "route_long_name"].map(|name| table.column(name));
    let mut ids = Ids::new();
    let mut odd = Vec::new();
    let only = (timetable.agencies.len() == 1).then_some(0);
    table.each(faults, |row| {
        let key = row.new_id(id, &ids)?;
        ids.insert(key.to_owned(), timetable.routes.len() as u32);
        let mode = value::mode(row.get(kind));
        if mode.is_none() {
            odd.push(format!("route_type = {} ({key})", row.get(kind)));
        }
        timetable.routes.push(Route {
            id: key.to_owned(),
            agency: agencies.get(row.get(agency)).copied().or(only),
            short_name: row.get(short_name).to_owned(),
            long_name: row.get(long_name).to_owned(),
            mode: mode.unwrap_or_default(),
        });
        Ok(())
    });
    odd.into_iter().for_each(|about| faults.note(Fault::ValueOdd, "routes", about));
    Some(ids)
}
