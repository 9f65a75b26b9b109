//! Days of running: the weekly pattern of `calendar.txt` and the exceptions of `calendar_dates.txt`.

use super::Ids;
use super::archive::Archive;
use super::fault::{Fault, Faults};
use super::table::{Table, broken, repeated};
use super::value;
use crate::twin::model::timetable::{Service, Timetable};

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Reads the days; none where a feed has neither table, so that trips run every day.
pub(super) fn read_services(archive: &Archive, timetable: &mut Timetable, faults: &mut Faults) -> Option<Ids> {
    let mut ids = Ids::new();
    let by_week = Table::optional(archive, "calendar");
    let by_date = Table::optional(archive, "calendar_dates");
    if by_week.is_none() && by_date.is_none() {
        faults.note(Fault::TableMissing, "calendar", "calendar");
        return None;
    }
    if let Some(table) = by_week {
        read_weeks(table, &mut ids, timetable, faults);
    }
    if let Some(table) = by_date {
        read_dates(table, &mut ids, timetable, faults);
    }
    for service in &mut timetable.services {
        service.added.sort_unstable();
        service.removed.sort_unstable();
        if service.added.is_empty() && (service.weekdays == [false; 7] || service.period.is_some_and(|[first, last]| first > last)) {
            faults.note(Fault::ServiceNever, "calendar", &service.id);
        }
    }
    Some(ids)
}

fn read_weeks(table: Table, ids: &mut Ids, timetable: &mut Timetable, faults: &mut Faults) {
    let [id, first, last] = table.columns(["service_id", "start_date", "end_date"], faults);
    let weekdays = table.columns(WEEKDAYS, faults);
    table.each(faults, |row| {
        let key = row.get(id);
        let period = value::date(row.get(first)).zip(value::date(row.get(last)));
        let (Some((first, last)), false) = (period, key.is_empty()) else { return Err(broken(row)) };
        if ids.contains_key(key) {
            return Err(repeated(key));
        }
        ids.insert(key.to_owned(), timetable.services.len() as u32);
        let weekdays = weekdays.map(|column| row.get(column) == "1");
        timetable.services.push(Service { id: key.to_owned(), weekdays, period: Some([first, last]), ..Service::default() });
        Ok(())
    });
}

/// An exception may make a service that has no weekly pattern.
fn read_dates(table: Table, ids: &mut Ids, timetable: &mut Timetable, faults: &mut Faults) {
    let [id, date, kind] = table.columns(["service_id", "date", "exception_type"], faults);
    table.each(faults, |row| {
        let key = row.get(id);
        let (Some(date), false) = (value::date(row.get(date)), key.is_empty()) else { return Err(broken(row)) };
        let index = *ids.entry(key.to_owned()).or_insert_with(|| {
            timetable.services.push(Service { id: key.to_owned(), ..Service::default() });
            timetable.services.len() as u32 - 1
        });
        let service = &mut timetable.services[index as usize];
        match row.get(kind) {
            "1" => service.added.push(date),
            "2" => service.removed.push(date),
            _ => return Err(broken(row)),
        }
        Ok(())
    });
}
