//! The form of the sketch's file, as a designer writes it.

use crate::twin::model::names::{Name, Strings};
use crate::twin::model::source::Source;
use serde::Deserialize;
use std::num::NonZeroU32;

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
    /// Share of the masts of the largest settlement that carry fifth generation as well.
    pub share_5g: f64,
    /// Residents for each mast; every settlement has one at least.
    pub residents_per_mast: NonZeroU32,
    /// Villages with fibre.
    pub fibre_villages: usize,
}
