//! What is known of a region: the sketch's file and the tables of facts beside it, read and checked.

pub use super::file::{
    AirportFact, AvenueClass, CourseFact, Line, LonLat, PatchFact, PatchKind, PlanFact, QuarterKind, RailwayFact, Sketch, Stop, TownKind,
    VillageFacts, Words,
};
use super::plane::P;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::space::{Bounds, GeoPoint, LocalFrame};
use crate::twin::notation;

/// A territory of the table.
#[derive(Clone, Debug)]
pub struct District {
    pub code: String,
    pub names: [String; 3],
    pub ring: Vec<P>,
    pub bounds: Bounds,
}

impl District {
    /// Whether a place is in it.
    pub fn holds(&self, p: P) -> bool {
        self.bounds.contains(p) && super::plane::inside(&self.ring, p)
    }
}

/// A settlement of the table.
#[derive(Clone, Debug)]
pub struct KnownPlace {
    pub id: i64,
    pub name: String,
    pub at: GeoPoint,
    pub population: u32,
}

/// A service of the table.
#[derive(Clone, Debug)]
pub struct KnownService {
    pub kind: String,
    pub name: String,
    pub at: P,
}

/// Everything that the sketch knows.
pub struct Facts {
    pub sketch: Sketch,
    pub frame: LocalFrame,
    pub districts: Vec<District>,
    pub places: Vec<KnownPlace>,
    pub services: Vec<KnownService>,
}

impl Facts {
    /// Reads the sketch and its tables.
    pub fn read(file: &str, load: &dyn Fn(&str) -> Result<Vec<u8>, Diagnostic>) -> Result<Self, Diagnostic> {
        let sketch = read_sketch(file, &load(file)?)?;
        super::bounds::check(&sketch).map_err(|diagnostic| diagnostic.in_file(file))?;
        let frame = LocalFrame::new(GeoPoint::new(sketch.origin.0, sketch.origin.1));
        let districts = read_districts(&sketch.districts, &load(&sketch.districts)?, &frame)?;
        let places = read_places(&sketch.settlements, &load(&sketch.settlements)?)?;
        let services = read_services(&sketch.services, &load(&sketch.services)?, &frame)?;
        if let Some(town) = sketch.towns.iter().find(|town| places.iter().all(|place| place.id != town.id)) {
            return Err(Diagnostic::error("sketch-unknown-settlement").in_file(file).with("id", town.id.to_string()));
        }
        Ok(Self { sketch, frame, districts, places, services })
    }

    /// Where a longitude and latitude lie in the plane.
    pub fn at(&self, (lon, lat): LonLat) -> P {
        self.frame.metres_from_geo(GeoPoint::new(lon, lat))
    }

    /// About the latitude of a place: to a tenth of a degree, enough for what changes with it slowly.
    pub fn latitude(&self, p: P) -> f64 {
        self.sketch.origin.1 + p[1] / 111_300.0
    }

    /// Whether a place is in the region.
    pub fn holds(&self, p: P) -> bool {
        self.districts.iter().any(|district| district.holds(p))
    }
}

/// The value at a latitude of a list of (latitude, value) from the south, straight between.
pub fn by_latitude(list: &[(f64, f64)], latitude: f64) -> f64 {
    let above = list.iter().position(|&(lat, _)| lat > latitude).unwrap_or(list.len());
    match (above.checked_sub(1).and_then(|below| list.get(below)), list.get(above)) {
        (Some(a), Some(b)) => a.1 + (b.1 - a.1) * (latitude - a.0) / (b.0 - a.0),
        (Some(only), None) | (None, Some(only)) => only.1,
        (None, None) => 0.0,
    }
}

fn read_sketch(file: &str, bytes: &[u8]) -> Result<Sketch, Diagnostic> {
    let text = std::str::from_utf8(bytes).map_err(|_| Diagnostic::error("sketch-not-text").in_file(file))?;
    notation::parse(text, file)
}

/// The rows of a table, each cell by its column's name.
fn rows<T>(file: &str, bytes: &[u8], columns: &[&str], read: impl Fn(&[&str]) -> Option<T>) -> Result<Vec<T>, Diagnostic> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let header = reader.headers().map_err(|_| Diagnostic::error("sketch-table-unreadable").in_file(file))?.clone();
    let mut indices = Vec::new();
    for &column in columns {
        let index = header.iter().position(|name| name.trim_start_matches('\u{feff}') == column);
        indices.push(index.ok_or_else(|| Diagnostic::error("sketch-column-missing").in_file(file).with("column", column))?);
    }
    let mut values = Vec::new();
    for (row, record) in reader.records().enumerate() {
        let bad = || Diagnostic::error("sketch-row-unreadable").in_file(file).with("row", row + 2);
        let record = record.map_err(|_| bad())?;
        let cells: Vec<&str> = indices.iter().map(|&index| record.get(index).unwrap_or("").trim()).collect();
        values.push(read(&cells).ok_or_else(bad)?);
    }
    Ok(values)
}

fn geo(lon: &str, lat: &str) -> Option<GeoPoint> {
    let point = GeoPoint::new(lon.parse().ok()?, lat.parse().ok()?);
    point.is_valid().then_some(point)
}

fn read_districts(file: &str, bytes: &[u8], frame: &LocalFrame) -> Result<Vec<District>, Diagnostic> {
    rows(file, bytes, &["kato", "name_kk", "name_ru", "name_en", "ring_lon_lat"], |cells| {
        let point = |pair: &str| {
            let (lon, lat) = pair.trim().split_once(' ')?;
            Some(frame.metres_from_geo(geo(lon, lat)?))
        };
        let mut ring: Vec<P> = cells[4].split(';').map(point).collect::<Option<_>>()?;
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        let names = [cells[1], cells[2], cells[3]].map(str::to_owned);
        let mut bounds = Bounds::default();
        ring.iter().for_each(|&p| bounds.include(p));
        (ring.len() >= 3).then(|| District { code: cells[0].to_owned(), names, ring: super::plane::turning_left(ring), bounds })
    })
}

fn read_places(file: &str, bytes: &[u8]) -> Result<Vec<KnownPlace>, Diagnostic> {
    rows(file, bytes, &["geonameid", "name", "lat", "lon", "population"], |cells| {
        Some(KnownPlace {
            id: cells[0].parse().ok()?,
            name: cells[1].to_owned(),
            at: geo(cells[3], cells[2])?,
            population: cells[4].parse().ok().filter(|&people| people <= super::bounds::MOST_PEOPLE)?,
        })
    })
}

fn read_services(file: &str, bytes: &[u8], frame: &LocalFrame) -> Result<Vec<KnownService>, Diagnostic> {
    rows(file, bytes, &["kind", "name", "lon", "lat"], |cells| {
        let at = frame.metres_from_geo(geo(cells[2], cells[3])?);
        Some(KnownService { kind: cells[0].to_owned(), name: cells[1].to_owned(), at })
    })
}
