//! Bridges that the flood cuts off: water on an approach, or up to the deck.
//!
//! Bridges hold no water up in the model: they stand from bank to bank, and their piers take a few hundredths of the width, while a cell is as
//! wide as the river. Where one is to be an opening, a [`Barrier`](super::barrier::Barrier) with a soffit makes it so.

use super::known::Inundation;
use crate::twin::model::plane::Position;
use crate::twin::model::region::Region;
use std::collections::BTreeMap;

/// How far apart it is asked whether water reaches a deck [m].
const STRIDE: f64 = 10.0;

/// How many bridges of roads and railways within what was looked at are cut off: water deeper than so much [m] on an approach, or as high as
/// the deck, that is taken to run straight from bank to bank. Pieces that join one another are one bridge.
pub fn cut_off(region: &Region, inundation: &Inundation, cut: f32) -> usize {
    let streets = region.streets.iter().filter(|(street, _)| street.bridge && !street.tunnel && street.class.is_drivable());
    let railways = region.railways.iter().filter(|(railway, _)| railway.bridge && !railway.tunnel);
    let shapes = streets.map(|(_, shape)| shape).chain(railways.map(|(_, shape)| shape));
    let is_near = |line: &&[Position]| line.len() > 1 && line.iter().any(|point| inundation.cells.index(point.metres()).is_some());
    let pieces: Vec<&[Position]> = shapes.flat_map(|shape| shape.parts()).filter(is_near).collect();
    joined(&pieces).iter().filter(|bridge| is_cut_off(region, inundation, bridge, cut)).count()
}

/// Pieces that share an end, bridge by bridge.
fn joined<'a>(pieces: &[&'a [Position]]) -> Vec<Vec<&'a [Position]>> {
    let mut first_at: BTreeMap<Position, usize> = BTreeMap::new();
    let mut leader: Vec<usize> = (0..pieces.len()).collect();
    for (number, end) in pieces.iter().enumerate().flat_map(|(number, piece)| ends(piece).map(move |end| (number, end))) {
        let other = *first_at.entry(end).or_insert(number);
        let (from, to) = (leader[other].max(leader[number]), leader[other].min(leader[number]));
        leader.iter_mut().filter(|leader| **leader == from).for_each(|leader| *leader = to);
    }
    let mut bridges: BTreeMap<usize, Vec<&[Position]>> = BTreeMap::new();
    for (piece, leader) in pieces.iter().zip(leader) {
        bridges.entry(leader).or_default().push(piece);
    }
    bridges.into_values().collect()
}

fn ends(piece: &[Position]) -> impl Iterator<Item = Position> + use<> {
    piece.first().copied().into_iter().chain(piece.last().copied())
}

fn is_cut_off(region: &Region, inundation: &Inundation, bridge: &[&[Position]], cut: f32) -> bool {
    let mut met: BTreeMap<Position, usize> = BTreeMap::new();
    bridge.iter().flat_map(|piece| ends(piece)).for_each(|end| *met.entry(end).or_default() += 1);
    let approaches: Vec<Position> = met.into_iter().filter(|(_, count)| *count == 1).map(|(end, _)| end).collect();
    if approaches.iter().any(|end| inundation.depth(end.metres()).is_some_and(|depth| depth >= cut)) {
        return true;
    }
    let height = |end: &Position| Some((end.metres(), region.terrain.known_height(region.frame.geo_from_metres(end.metres()))?));
    let Some(banks) = approaches.iter().map(height).collect::<Option<Vec<_>>>().filter(|banks| !banks.is_empty()) else { return false };
    let is_reached = |at: [f64; 2]| inundation.level(at).is_some_and(|level| f64::from(level) >= deck(&banks, at));
    bridge.iter().flat_map(|piece| piece.windows(2)).any(|pair| {
        let parts = (pair[0].distance(pair[1]) / STRIDE).ceil().clamp(1.0, 1e4);
        let (a, b) = (pair[0].metres(), pair[1].metres());
        (0..parts as usize).any(|part| is_reached([0, 1].map(|axis| a[axis] + (b[axis] - a[axis]) * (part as f64 + 0.5) / parts)))
    })
}

/// Height of a deck [m]: between two banks straight from one to the other.
fn deck(banks: &[([f64; 2], f64)], at: [f64; 2]) -> f64 {
    let near = |bank: &[f64; 2]| 1.0 / (at[0] - bank[0]).hypot(at[1] - bank[1]).max(0.01);
    let weights: f64 = banks.iter().map(|(bank, _)| near(bank)).sum();
    banks.iter().map(|(bank, height)| near(bank) * height).sum::<f64>() / weights
}
