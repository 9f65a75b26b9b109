//! Who lives where: the residents of settlements, spread over the floors of the dwellings that belong to them.

use super::settlement::Settlement;
use super::{HOUSEHOLD, Points};
use crate::twin::catalog::kind::quarter::FLOOR_PER_HOME;
use crate::twin::model::change::Kept;
use crate::twin::model::id::IdKind;
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use rayon::prelude::*;
use rstar::RTree;
use rstar::primitives::GeomWithData;
use std::collections::HashMap;

/// Side of a cell in which residents are counted [m].
const CELL: f64 = 250.0;

/// A dwelling and who lives there.
#[derive(Clone, Copy, Debug)]
pub struct Home {
    /// Its middle.
    pub at: Position,
    /// Its number in the layer of buildings.
    pub building: u32,
    /// The settlement that it belongs to.
    pub settlement: u32,
    /// Residents, as the settlement's are spread over the floors of its dwellings.
    pub residents: f32,
}

/// A building that is lived in, and where it belongs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dwelling {
    building: u32,
    settlement: u32,
    at: Position,
    /// All its floors together [m²].
    floor: f64,
}

/// Who lives where.
#[derive(Clone, Debug, Default)]
pub struct Housing {
    /// In the order of the buildings.
    dwellings: Vec<Dwelling>,
    /// Every home, in the order of the buildings.
    pub homes: Vec<Home>,
    /// The same, found by where they are.
    pub(super) by_place: Points<Home>,
    residents: HashMap<[i32; 2], f64>,
    /// Residents of settlements, with those who come to live in what is proposed.
    pub(super) populations: Vec<f64>,
}

impl Housing {
    /// Spreads the residents of settlements over dwellings, which stand in the order of their buildings.
    pub(super) fn new(region: &Region, settlements: &[Settlement], dwellings: Vec<Dwelling>) -> Self {
        let is_new = |dwelling: &Dwelling| region.buildings.features[dwelling.building as usize].id.kind() == IdKind::Proposal;
        let mut floors = vec![0.0; settlements.len()];
        dwellings.iter().filter(|home| !is_new(home)).for_each(|home| floors[home.settlement as usize] += home.floor);
        let mut arriving = vec![0.0; settlements.len()];
        let mut residents = HashMap::<[i32; 2], f64>::new();
        let mut homes = Vec::with_capacity(dwellings.len());
        for dwelling in dwellings.iter().filter(|dwelling| dwelling.floor > 0.0) {
            let Dwelling { building, settlement, at, floor } = *dwelling;
            let people = if is_new(dwelling) {
                let people = floor / FLOOR_PER_HOME * HOUSEHOLD;
                arriving[settlement as usize] += people;
                people
            } else {
                settlements[settlement as usize].population * floor / floors[settlement as usize]
            };
            *residents.entry(cell(at)).or_default() += people;
            homes.push(Home { at, building, settlement, residents: people as f32 });
        }
        let by_place = RTree::bulk_load(homes.iter().map(|home| GeomWithData::new(home.at.metres(), *home)).collect());
        let populations = settlements.iter().zip(arriving).map(|(settlement, arriving)| settlement.population + arriving).collect();
        Self { dwellings, homes, by_place, residents, populations }
    }

    /// Whether these are the dwellings that residents were spread over.
    pub(super) fn is_of(&self, dwellings: &[Dwelling]) -> bool {
        self.dwellings == dwellings
    }

    /// Residents in the cells whose middles are so near to a place [m].
    pub(super) fn near(&self, at: Position, metres: f64) -> f64 {
        let [column, row] = cell(at);
        let reach = (metres / CELL).ceil() as i32;
        let around = (-reach..=reach).flat_map(|east| (-reach..=reach).map(move |north| [column + east, row + north]));
        let middle = |[column, row]: [i32; 2]| Position::from_metres((f64::from(column) + 0.5) * CELL, (f64::from(row) + 0.5) * CELL);
        around.filter(|cell| middle(*cell).distance(at) <= metres).filter_map(|cell| self.residents.get(&cell)).sum()
    }
}

/// Every building that is lived in, in their order. What is known of those that are kept is taken over.
pub(super) fn dwellings(
    region: &Region,
    known: Option<&Housing>,
    kept: &Kept,
    settlement_of: impl Fn(Position) -> Option<u32> + Sync,
) -> Vec<Dwelling> {
    let buildings = &region.buildings;
    let dwelling = |index: usize| {
        let building = &buildings.features[index];
        if !building.is_lived_in() {
            return None;
        }
        let shape = buildings.shapes.get(index);
        let at = shape.anchor();
        let floor = shape.area() * f64::from(building.levels.value.max(1));
        Some(Dwelling { building: index as u32, settlement: settlement_of(at)?, at, floor })
    };
    let others: Vec<usize> = kept.others(buildings.len()).collect();
    let known = known.into_iter().flat_map(|housing| &housing.dwellings).filter(|dwelling| kept.has(dwelling.building as usize));
    let mut dwellings: Vec<Dwelling> = known.copied().collect();
    dwellings.par_extend(others.into_par_iter().filter_map(dwelling));
    dwellings.sort_by_key(|dwelling| dwelling.building);
    dwellings
}

fn cell(at: Position) -> [i32; 2] {
    at.metres().map(|value| (value / CELL).floor() as i32)
}
