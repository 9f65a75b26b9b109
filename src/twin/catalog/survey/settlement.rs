//! Settlements of a region, and what belongs to them.

use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::layer::Shape;
use crate::twin::model::names::Name;
use crate::twin::model::origin::{Origin, Sourced};
use crate::twin::model::place::{Place, PlaceKind};
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;

/// Pupils in a thousand residents where the region's schools do not tell: the region's figure of 2025.
pub(super) const PUPILS: f64 = 136.0;
/// Residents on a square metre of a settlement: how far its reach is taken to go.
const SETTLED: f64 = 0.002;

/// A settlement and what belongs to it: all that lies nearer to it than to others, weighed by how far it reaches.
#[derive(Clone, Debug)]
pub struct Settlement {
    /// Its number in the layer of places.
    pub place: u32,
    /// What it is called.
    pub name: Name,
    /// What it is.
    pub kind: PlaceKind,
    /// Its middle.
    pub at: Position,
    /// Residents; zero where nobody knows.
    pub population: f64,
    /// Internet that reaches it [Mbit/s], where that is known.
    pub internet: Option<u32>,
    /// Whether it is the seat of its district or of a greater territory.
    pub seat: bool,
    /// Its institutions and services, by their numbers in the layer.
    pub amenities: Vec<u32>,
    /// Its masts, by their numbers in the layer.
    pub masts: Vec<u32>,
    /// Its parks and gardens, by their numbers in the layer of cover.
    pub parks: Vec<u32>,
}

impl Settlement {
    /// How far from its middle it is taken to go [m].
    pub fn reach(&self) -> f64 {
        (self.population / SETTLED / std::f64::consts::PI).sqrt().max(1.0)
    }
}

/// The settlements of a region, before anything belongs to them.
pub(super) fn settlements(region: &Region) -> Vec<Settlement> {
    let places = (0..).zip(region.places.iter()).filter(|(_, (place, _))| place.kind.is_settlement());
    let settlement = |(number, (place, shape)): (u32, (&Place, Shape))| Settlement {
        place: number,
        name: place.name,
        kind: place.kind,
        at: shape.anchor(),
        population: f64::from(place.population.value.unwrap_or(0)),
        internet: place.internet.value,
        seat: place.seat,
        amenities: Vec::new(),
        masts: Vec::new(),
        parks: Vec::new(),
    };
    places.map(settlement).collect()
}

/// Pupils in a thousand residents: those of the region's schools, else the figure that is known.
pub(super) fn pupils(region: &Region, population: f64) -> Sourced<f64> {
    let schools = region.amenities.features.iter().filter(|amenity| amenity.kind == AmenityKind::School);
    let pupils: f64 = schools.filter_map(|school| school.enrolled.value).map(f64::from).sum();
    if pupils > 0.0 && population > 0.0 {
        Sourced { value: pupils / population * 1_000.0, origin: Origin::Inferred }
    } else {
        Sourced::observed(PUPILS)
    }
}
