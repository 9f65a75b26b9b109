//! The sketch's file: what is known of a region, as a designer writes it, and the tables of facts beside it.

use super::plane::P;
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::names::{Name, Strings};
use crate::twin::model::source::Source;
use crate::twin::model::space::{Bounds, GeoPoint, LocalFrame};
use serde::Deserialize;

/// A text in Kazakh, Russian and English.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Words(pub String, pub String, pub String);

impl Words {
    pub fn name(&self, strings: &mut Strings) -> Name {
        Name::of(strings, &self.0, &self.1, &self.2)
    }
}

/// Longitude and latitude, degrees.
pub type LonLat = (f64, f64);

/// The content of the sketch's file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sketch {
    /// Version of the file's form.
    pub version: u32,
    pub id: String,
    pub name: Words,
    pub timezone: String,
    pub origin: LonLat,
    pub seed: u64,
    /// Residents of the whole region: the generated villages make up what the known places lack.
    pub population: u32,
    /// Tables beside this file.
    pub districts: String,
    pub settlements: String,
    pub services: String,
    pub sources: Vec<Source>,
    pub towns: Vec<TownFact>,
    pub villages: VillageFacts,
    pub courses: Vec<CourseFact>,
    pub lakes: Vec<LakeFact>,
    pub small_lakes: SmallLakes,
    pub patches: Vec<PatchFact>,
    pub country: CountryFacts,
    pub relief: ReliefFacts,
    pub roads: Vec<RoadFact>,
    #[serde(default)]
    pub links: Vec<LinkFact>,
    pub railways: Vec<RailwayFact>,
    #[serde(default)]
    pub airports: Vec<AirportFact>,
    pub services_totals: ServiceTotals,
    pub transit: TransitFacts,
    pub connectivity: ConnectivityFacts,
    /// Names that streets are given in turn where theirs is not known.
    pub street_names: Vec<Words>,
}

/// What is known of a settlement beyond the table, by its number there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TownFact {
    pub id: i64,
    pub name: Words,
    pub kind: TownKind,
    /// Newer than the table's; else the table's counts.
    #[serde(default)]
    pub population: Option<u32>,
    /// Estimated, where neither knows.
    #[serde(default)]
    pub estimate: Option<u32>,
    #[serde(default)]
    pub seat: bool,
    /// Its streets as a designer drew them; else the generator draws them.
    #[serde(default)]
    pub plan: Option<PlanFact>,
    /// Parts of it that have a name.
    #[serde(default)]
    pub quarters: Vec<QuarterFact>,
    /// Bearing of its main streets, degrees; else seeded.
    #[serde(default)]
    pub heading: Option<f64>,
    /// How far the middle of the town lies from the table's point, metres east and north.
    #[serde(default)]
    pub shift: (f64, f64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum TownKind {
    City,
    Town,
    Village,
}

/// A town's streets: lines along its axis and square to it, and what stands in the cells between.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanFact {
    /// Bearing of the streets that run "along", degrees.
    pub heading: f64,
    /// Metres along of the streets that run across.
    pub along: Vec<f64>,
    /// Metres across (to the right of the heading) of the streets that run along.
    pub across: Vec<f64>,
    /// Rows of cells from the left, each a letter a cell from behind: see `Character`.
    pub cells: Vec<String>,
    /// Within so many metres of the origin streets are dead straight.
    pub straight: f64,
    /// Main streets.
    pub avenues: Vec<AvenueFact>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AvenueFact {
    pub name: Words,
    /// Index of the line: among `across` where it runs along, among `along` where it runs across.
    pub line: Line,
    pub class: AvenueClass,
    pub lanes: u8,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Line {
    Along(usize),
    Across(usize),
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub enum AvenueClass {
    Trunk,
    Primary,
    Secondary,
    Tertiary,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuarterFact {
    pub name: Words,
    pub at: LonLat,
    #[serde(default)]
    pub kind: QuarterKind,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub enum QuarterKind {
    #[default]
    Quarter,
    Suburb,
    Park,
}

/// The villages that the tables lack.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VillageFacts {
    pub count: usize,
    pub least: u32,
    pub greatest: u32,
    /// Least distance from one another, metres.
    pub spacing: f64,
    /// How settled the land is, by latitude from the south: (degrees, weight).
    pub density: Vec<(f64, f64)>,
    /// Names of one piece.
    pub whole_names: Vec<Words>,
    /// First and second pieces of composed names.
    pub first_names: Vec<Words>,
    pub second_names: Vec<Words>,
    /// Names that are written alike in Kazakh and Russian.
    pub russian_names: Vec<String>,
}

/// A river: points (lon, lat, width in metres, water level in metres above the sea).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CourseFact {
    pub name: Words,
    pub points: Vec<(f64, f64, f64, f64)>,
    /// How far it swings about the points, metres.
    pub meander: f64,
    /// Where it keeps to the points: (lon, lat, radius in metres).
    #[serde(default)]
    pub surveyed: Option<(f64, f64, f64)>,
    /// Falls dry in summer.
    #[serde(default)]
    pub intermittent: bool,
    /// Wide enough to be an area on the map.
    #[serde(default)]
    pub area: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LakeFact {
    pub name: Words,
    pub at: LonLat,
    /// Length and width, metres.
    pub size: (f64, f64),
    /// Bearing of its length.
    pub heading: f64,
    /// Level of its water above the sea, metres.
    pub level: f64,
    #[serde(default)]
    pub saline: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmallLakes {
    pub count: usize,
    /// How many there are, by latitude from the south: (degrees, weight).
    pub density: Vec<(f64, f64)>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PatchFact {
    #[serde(default)]
    pub kind: PatchKind,
    pub name: Words,
    pub at: LonLat,
    pub size: (f64, f64),
    pub heading: f64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum PatchKind {
    #[default]
    Forest,
    Quarry,
}

/// Fields and groves.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryFacts {
    /// Share of the land about villages that is ploughed, by latitude from the south.
    pub fields: Vec<(f64, f64)>,
    /// Groves on each square kilometre, by latitude from the south.
    pub groves: Vec<(f64, f64)>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReliefFacts {
    /// Heights of the plain: (lon, lat, metres above the sea).
    pub heights: Vec<(f64, f64, f64)>,
    /// How far the ground rises and falls about them, by latitude from the south: (degrees, metres).
    pub roughness: Vec<(f64, f64)>,
    /// Rasters: (west, south, east, north, cell in metres).
    pub rasters: Vec<(f64, f64, f64, f64, f64)>,
}

/// A road through settlements, by their numbers in the table, or through points.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoadFact {
    pub class: AvenueClass,
    #[serde(default)]
    pub reference: String,
    pub stops: Vec<Stop>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Stop {
    Town(i64),
    At(f64, f64),
}

/// A street of its own between two street networks: usually with a bridge.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkFact {
    pub name: Words,
    pub class: AvenueClass,
    pub lanes: u8,
    pub points: Vec<LonLat>,
    /// It is the road between these two settlements, by their numbers: no other is drawn.
    #[serde(default)]
    pub between: Option<(i64, i64)>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RailwayFact {
    pub name: Words,
    pub points: Vec<LonLat>,
    #[serde(default = "one")]
    pub tracks: u8,
    #[serde(default)]
    pub siding: bool,
}

fn one() -> u8 {
    1
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AirportFact {
    pub name: Words,
    /// Middle of the runway.
    pub at: LonLat,
    /// Where the terminal stands.
    pub terminal: LonLat,
    pub heading: f64,
    pub length: f64,
}

/// What services add up to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceTotals {
    pub schools: usize,
    pub pupils: u32,
    /// Children of kindergartens on each 1,000 residents.
    pub kindergarten_children: f64,
    /// Children without a place: (settlement's number, children).
    pub kindergarten_queue: Vec<(i64, u32)>,
    /// Of them about a point: (lon, lat, radius in metres, children).
    pub queue_about: Vec<(f64, f64, f64, u32)>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransitFacts {
    /// Of which settlement.
    pub town: i64,
    /// Where routes end.
    pub ends: Vec<(Words, LonLat)>,
    /// Routes: number, indices of the ends they go through, minutes between buses.
    pub routes: Vec<(String, Vec<usize>, u16)>,
    /// Lines to the seats of districts leave from here.
    pub bus_station: LonLat,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConnectivityFacts {
    /// Share of settlements with fourth generation.
    pub share_4g: f64,
    /// Villages with fibre.
    pub fibre_villages: usize,
}

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
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).map_err(|error| {
        Diagnostic::error("sketch-unreadable")
            .in_file(file)
            .with("line", error.span.start.line)
            .with("column", error.span.start.col)
            .with("reason", error.code.to_string())
    })
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
