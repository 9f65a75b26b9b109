//! Zones: where trips begin and end. Homes and work places are gathered so that each zone has about as many people on about as little ground.

use super::Setting;
use super::population::work_places;
use crate::twin::model::space::{Bounds, Position};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// No zone is cut that goes less far [m].
const SMALLEST: f64 = 400.0;

/// Where trips begin and end.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Zone {
    /// Middle of its people.
    pub at: Position,
    /// Who lives there.
    pub residents: f64,
    /// Work places.
    pub jobs: f64,
}

/// A home or a work place.
#[derive(Clone, Copy)]
struct Spot {
    at: [f64; 2],
    residents: f64,
    jobs: f64,
}

/// Spots that lie together.
struct Cell {
    spots: Vec<Spot>,
    /// People times how far they live apart: what is cut first.
    spread: f64,
    /// Order of making, so that equal ones are cut in the same order always.
    number: usize,
}

/// At most so many zones of a region, by their places from west to east.
pub fn zones(setting: &Setting, most: usize) -> Vec<Zone> {
    let homes = setting.survey.all_homes().map(|home| Spot { at: home.at.metres(), residents: f64::from(home.residents), jobs: 0.0 });
    let works = work_places(setting).into_iter().map(|(at, jobs)| Spot { at: at.metres(), residents: 0.0, jobs });
    let mut spots: Vec<Spot> = homes.chain(works).filter(|spot| spot.residents + spot.jobs > 0.0).collect();
    spots.sort_by(|a, b| order(a, b, 0));
    let mut cells = BinaryHeap::from([Cell::new(spots, 0)]);
    let mut whole = Vec::new();
    let mut number = 1;
    while cells.len() + whole.len() < most {
        let Some(cell) = cells.pop() else { break };
        match cell.halves(number) {
            Ok(halves) => cells.extend(halves),
            Err(cell) => whole.push(cell),
        }
        number += 2;
    }
    whole.extend(cells);
    let mut zones: Vec<Zone> = whole.iter().filter_map(Cell::zone).collect();
    zones.sort_by(|a, b| a.at.east().total_cmp(&b.at.east()).then(a.at.north().total_cmp(&b.at.north())));
    zones
}

/// Along one axis, then along the other; alike spots keep their order.
fn order(a: &Spot, b: &Spot, axis: usize) -> Ordering {
    a.at[axis].total_cmp(&b.at[axis]).then(a.at[1 - axis].total_cmp(&b.at[1 - axis]))
}

impl Spot {
    fn weight(&self) -> f64 {
        self.residents + self.jobs
    }
}

impl Cell {
    fn new(spots: Vec<Spot>, number: usize) -> Self {
        let people: f64 = spots.iter().map(Spot::weight).sum();
        let [wide, high] = bounds(&spots).size();
        Self { spread: people * wide.hypot(high), spots, number }
    }

    /// The cell cut across its longer side where half of its people are; the cell itself where it is small.
    fn halves(mut self, number: usize) -> Result<[Self; 2], Self> {
        let [wide, high] = bounds(&self.spots).size();
        if wide.hypot(high) < SMALLEST || self.spots.len() < 2 {
            return Err(self);
        }
        let axis = usize::from(high > wide);
        self.spots.sort_by(|a, b| order(a, b, axis));
        let half: f64 = self.spots.iter().map(Spot::weight).sum::<f64>() / 2.0;
        let mut before = 0.0;
        let cut = self.spots.iter().position(|spot| {
            before += spot.weight();
            before >= half
        });
        let cut = cut.map_or(1, |last| last + 1).clamp(1, self.spots.len() - 1);
        let rest = self.spots.split_off(cut);
        Ok([Self::new(self.spots, number), Self::new(rest, number + 1)])
    }

    fn zone(&self) -> Option<Zone> {
        let sum = |value: &dyn Fn(&Spot) -> f64| self.spots.iter().map(value).sum::<f64>();
        let people = sum(&Spot::weight);
        let middle = [0, 1].map(|axis| sum(&|spot| spot.at[axis] * spot.weight()) / people);
        (people > 0.0).then(|| Zone {
            at: Position::from_metres(middle[0], middle[1]),
            residents: sum(&|spot| spot.residents),
            jobs: sum(&|spot| spot.jobs),
        })
    }
}

fn bounds(spots: &[Spot]) -> Bounds {
    let mut bounds = Bounds::default();
    spots.iter().for_each(|spot| bounds.include(spot.at));
    bounds
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Cell {}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        self.spread.total_cmp(&other.spread).then(other.number.cmp(&self.number))
    }
}
