//! Where people use mobile internet: the homes of a settlement, those near one another as one receiver.

use crate::twin::catalog::survey::{Home, Survey};
use std::collections::BTreeMap;

/// Side of a square whose homes count as one receiver [m].
const SQUARE: f64 = 250.0;

/// People in one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Receiver {
    /// Metres east and north.
    pub at: [f64; 2],
    /// How many they are.
    pub people: f64,
    /// The settlement that they belong to, by its number in the survey.
    pub settlement: u32,
}

/// All people of a region.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Receivers {
    /// Where they are.
    pub all: Vec<Receiver>,
    /// Buildings that are lived in, by their numbers in the layer (rising), and the receiver of each.
    pub homes: Vec<(u32, u32)>,
}

impl Receivers {
    /// The people of a survey whose homes are these, in the order of their buildings. A settlement without homes is one receiver in its middle.
    pub fn new(survey: &Survey, homes: &[Home]) -> Self {
        let mut squares: BTreeMap<(u32, [i32; 2]), Vec<&Home>> = BTreeMap::new();
        for home in homes {
            let square = home.at.metres().map(|value| (value / SQUARE).floor() as i32);
            squares.entry((home.settlement, square)).or_default().push(home);
        }
        let mut receivers = Self::default();
        let mut settled = vec![false; survey.settlements().len()];
        for ((settlement, _), homes) in squares {
            let count = homes.len() as f64;
            let middle = [0, 1].map(|axis| homes.iter().map(|home| home.at.metres()[axis]).sum::<f64>() / count);
            let people = homes.iter().map(|home| f64::from(home.residents)).sum();
            let number = receivers.all.len() as u32;
            receivers.homes.extend(homes.iter().map(|home| (home.building, number)));
            receivers.all.push(Receiver { at: middle, people, settlement });
            settled.get_mut(settlement as usize).into_iter().for_each(|settled| *settled = true);
        }
        for (number, settlement) in survey.settlements().iter().enumerate().filter(|(number, _)| !settled[*number]) {
            receivers.all.push(Receiver { at: settlement.at.metres(), people: settlement.population, settlement: number as u32 });
        }
        receivers.homes.sort_unstable();
        receivers
    }
}
