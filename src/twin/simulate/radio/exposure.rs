//! How strong the field of masts is at the homes around them.

use super::field::{Emitter, strongest};
use super::relief::height;
use super::station::{Network, Station};
use crate::twin::catalog::survey::{Home, Survey};
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use rayon::prelude::*;

/// Homes farther from every mast are not looked at, nor are masts farther from a home [m]: there the field is a thousandth of the limit.
pub(super) const NEAR: f64 = 400.0;
/// Height of a storey where a building tells none [m].
const STOREY: f64 = 3.0;

/// The strongest field at a home.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exposure {
    /// The building, by its number in the layer.
    pub building: u32,
    /// Who lives there.
    pub residents: f64,
    /// Power density [µW/cm²].
    pub density: f64,
    /// On which storey, counted from 1.
    pub storey: u32,
}

/// A home in front of masts.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    building: u32,
    at: Position,
    storeys: u32,
    /// Height of a storey [m].
    storey: f64,
}

/// The field at homes near masts, in the order of the buildings.
#[derive(Clone, Debug, Default)]
pub struct Exposures {
    /// At every home.
    pub all: Vec<Exposure>,
    places: Vec<Place>,
}

impl Exposures {
    /// The field of a network at every home near a mast. What is known of it at homes that are the same is taken over.
    pub fn new(region: &Region, survey: &Survey, network: &Network, known: Option<&Self>) -> Self {
        let emitters: Vec<Vec<Emitter>> = (0..network.stations.len()).map(|number| antennas(region, network, number)).collect();
        let homes = near_masts(survey, network);
        let exposure = |home: &Home| {
            let place = Place::of(region, home)?;
            let known = known.and_then(|known| known.at(&place)).map(|known| (known.density, known.storey));
            let (density, storey) = known.unwrap_or_else(|| place.strongest(region, network, &emitters));
            Some((Exposure { building: home.building, residents: f64::from(home.residents), density, storey }, place))
        };
        let (all, places) = homes.par_iter().filter_map(exposure).unzip();
        Self { all, places }
    }

    fn at(&self, place: &Place) -> Option<&Exposure> {
        let index = self.places.binary_search_by_key(&place.building, |place| place.building).ok()?;
        self.all.get(index).filter(|_| self.places[index] == *place)
    }
}

impl Place {
    fn of(region: &Region, home: &Home) -> Option<Self> {
        let building = region.buildings.features.get(home.building as usize)?;
        let storeys = u32::from(building.levels.value.max(1));
        let storey = building.height.value.metres() / f64::from(storeys);
        Some(Self { building: home.building, at: home.at, storeys, storey: if storey > 1.0 { storey } else { STOREY } })
    }

    /// The strongest field on any storey, and on which.
    fn strongest(&self, region: &Region, network: &Network, emitters: &[Vec<Emitter>]) -> (f64, u32) {
        let [east, north] = self.at.metres();
        let is_near = |station: &Station| (station.at[0] - east).hypot(station.at[1] - north) <= NEAR;
        let near = network.stations.iter().zip(emitters).filter(|(station, _)| is_near(station));
        let around: Vec<Emitter> = near.flat_map(|(_, emitters)| emitters.iter().copied()).collect();
        strongest(&around, [east, north, ground(region, [east, north])], self.storeys, self.storey)
    }
}

/// Homes near a mast, in the order of their buildings.
fn near_masts(survey: &Survey, network: &Network) -> Vec<Home> {
    let near = |station: &Station| survey.homes(Position::from_metres(station.at[0], station.at[1]), NEAR).map(|(home, _)| home);
    let mut homes: Vec<Home> = network.stations.iter().flat_map(near).collect();
    homes.sort_unstable_by_key(|home| home.building);
    homes.dedup_by_key(|home| home.building);
    homes
}

/// The antennas of a station: a sector of every generation that it carries.
pub(super) fn antennas(region: &Region, network: &Network, number: usize) -> Vec<Emitter> {
    let station = &network.stations[number];
    let generations = station.carries.iter().filter(|carries| **carries).count();
    let at = [station.at[0], station.at[1], ground(region, station.at) + station.height];
    let power = network.watts * generations as f64;
    network.sectors_of(number).map(|pattern| Emitter { at, power, pattern }).collect()
}

/// Height of the ground [m]; level where it is not known.
pub(super) fn ground(region: &Region, at: [f64; 2]) -> f64 {
    let height = if region.terrain.is_known() { height(region, region.frame.geo_from_metres(at)) } else { 0.0 };
    if height.is_finite() { height } else { 0.0 }
}
