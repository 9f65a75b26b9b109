//! Timetables in the General Transit Feed Specification: a zip of tables in, who calls where and when out.
//!
//! Broken rows are left out, counted and named; what stands in other tables is read all the same. `Err` stands only
//! where the archive cannot be opened.

mod archive;
mod course;
mod departures;
mod fault;
mod people;
mod region;
mod service;
mod stop;
mod stop_times;
mod table;
mod trip;
mod value;

pub use archive::is_feed;
pub use region::add_feed;

use super::NamedBytes;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::space::GeoBox;
use crate::twin::model::timetable::Timetable;
use archive::Archive;
use fault::Faults;
use std::collections::HashMap;

/// Ids of a table, each with its index.
type Ids = HashMap<String, u32>;

/// A feed as it was read.
#[derive(Clone, Debug, Default)]
pub struct Feed {
    /// Its file.
    pub name: String,
    /// What it says.
    pub timetable: Timetable,
    faults: Faults,
}

impl Feed {
    /// What was noticed in it: one diagnostic a sort of fault and table.
    pub fn notes(&self) -> Vec<Diagnostic> {
        self.faults.notes(&self.name)
    }

    /// The box around its stops.
    pub fn extent(&self) -> Option<GeoBox> {
        let places = self.timetable.stops.iter().filter_map(|stop| stop.at);
        let boxes = places.map(|at| GeoBox { west: at.lon, south: at.lat, east: at.lon, north: at.lat });
        boxes.reduce(|a, b| GeoBox {
            west: a.west.min(b.west),
            south: a.south.min(b.south),
            east: a.east.max(b.east),
            north: a.north.max(b.north),
        })
    }
}

/// Reads a feed.
///
/// # Errors
/// `gtfs-archive-broken` where the file is no zip archive, `gtfs-archive-too-large` where it unpacks to more than 1 GiB.
pub fn read_feed(file: &NamedBytes) -> Result<Feed, Diagnostic> {
    let archive = archive::open(file)?;
    let mut feed = Feed { name: file.name.clone(), ..Feed::default() };
    fill(&archive, &mut feed.timetable, &mut feed.faults);
    Ok(feed)
}

/// Several feeds as one timetable, in their order, with what was noticed in each.
pub fn join(feeds: Vec<Feed>) -> Report<Timetable> {
    let mut joined = Report::<Timetable>::default();
    for feed in feeds {
        joined.notes.extend(feed.notes());
        joined.value.join(feed.timetable);
    }
    joined
}

/// Reads table after table, each of which may name rows of those before it.
fn fill(archive: &Archive, timetable: &mut Timetable, faults: &mut Faults) {
    let agencies = people::read_agencies(archive, timetable, faults);
    let routes = people::read_routes(archive, &agencies, timetable, faults);
    let stops = stop::read_stops(archive, timetable, faults);
    let services = service::read_services(archive, timetable, faults);
    let shapes = trip::read_shapes(archive, timetable, faults);
    let rows = stop_times::read(archive, &stops, faults);
    let known = trip::Known {
        routes_missing: routes.is_none(),
        routes: routes.unwrap_or_default(),
        services_missing: services.is_none(),
        services: services.unwrap_or_default(),
        shapes,
    };
    trip::read_trips(archive, known, rows, timetable, faults);
    stop::read_transfers(archive, &stops, timetable, faults);
}
