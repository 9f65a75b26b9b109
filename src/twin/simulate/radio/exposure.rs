//! How strong the field of masts is at the homes around them.

use super::field::{Emitter, strongest};
use super::relief::height;
use super::station::Network;
use crate::twin::catalog::survey::{Home, Survey};
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Homes farther from every mast are not looked at, nor are masts farther from a home [m]: there the field is a thousandth of the limit.
const NEAR: f64 = 400.0;
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

/// The field at every home near a mast, in the order of the buildings.
pub fn exposures(region: &Region, survey: &Survey, network: &Network) -> Vec<Exposure> {
    let mut homes = BTreeMap::new();
    for station in &network.stations {
        let [east, north] = station.at;
        homes.extend(survey.homes(Position::from_metres(east, north), NEAR).map(|(home, _)| (home.building, home)));
    }
    let emitters: Vec<Vec<Emitter>> = network.stations.iter().enumerate().map(|(number, _)| antennas(region, network, number)).collect();
    let homes: Vec<_> = homes.into_values().collect();
    let exposure = |home: &Home| {
        let [east, north] = home.at.metres();
        let near = |station: &usize| {
            let at = network.stations[*station].at;
            (at[0] - east).hypot(at[1] - north) <= NEAR
        };
        let around: Vec<Emitter> = (0..emitters.len()).filter(near).flat_map(|station| emitters[station].iter().copied()).collect();
        let building = region.buildings.features.get(home.building as usize)?;
        let storeys = u32::from(building.levels.value.max(1));
        let storey = building.height.value.metres() / f64::from(storeys);
        let storey = if storey > 1.0 { storey } else { STOREY };
        let (density, storey) = strongest(&around, [east, north, ground(region, [east, north])], storeys, storey);
        Some(Exposure { building: home.building, residents: f64::from(home.residents), density, storey })
    };
    homes.par_iter().filter_map(exposure).collect()
}

/// The antennas of a station: a sector of every generation that it carries.
fn antennas(region: &Region, network: &Network, number: usize) -> Vec<Emitter> {
    let station = &network.stations[number];
    let generations = station.carries.iter().filter(|carries| **carries).count();
    let at = [station.at[0], station.at[1], ground(region, station.at) + station.height];
    let power = network.watts * generations as f64;
    network.sectors.iter().map(|pattern| Emitter { at, power, pattern: *pattern }).collect()
}

/// Height of the ground [m]; level where it is not known.
fn ground(region: &Region, at: [f64; 2]) -> f64 {
    let height = if region.terrain.is_known() { height(region, region.frame.geo_from_metres(at)) } else { 0.0 };
    if height.is_finite() { height } else { 0.0 }
}
