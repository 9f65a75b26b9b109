//! Where fibre comes from and where it goes to: roads as a graph, tied to the fibre that lies there and to the middles of villages.

use super::steiner::Edge;
use crate::twin::model::connectivity::CableKind;
use crate::twin::model::place::PlaceKind;
use crate::twin::model::region::Region;
use crate::twin::model::space::{Position, length};
use rstar::RTree;
use rstar::primitives::GeomWithData;
use std::collections::BTreeMap;

/// How far a place may lie from the roads that lead there [m].
const OFF_ROAD: f64 = 5_000.0;
/// Along a cable, it may be left every so many metres.
const STEP: f64 = 250.0;
/// Millimetres of a metre: lengths are whole, so that they add up to the bit.
pub const UNIT: f64 = 1_000.0;

/// From where fibre can be led on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// From the fibre of the region.
    Cables,
    /// From the middle of its greatest settlement, by its number in the layer of places: nobody knows of any fibre.
    Hub(u32),
}

/// Roads with what is to be joined over them.
#[derive(Clone, Debug, Default)]
pub struct Net {
    /// Nodes.
    pub nodes: usize,
    /// Ways between them [mm].
    pub edges: Vec<Edge>,
    /// The source first, then the villages in their order, as nodes.
    pub places: Vec<u32>,
}

/// Where fibre of a region can be led on from; none where there is neither fibre nor settlement.
pub fn source(region: &Region) -> Option<Source> {
    if region.cables.features.iter().any(|cable| cable.kind.value == CableKind::Fibre) {
        return Some(Source::Cables);
    }
    let settlements = (0..).zip(&region.places.features).filter(|(_, place)| place.kind.is_settlement());
    let is_city = |kind: PlaceKind| matches!(kind, PlaceKind::City | PlaceKind::Town);
    let greatest =
        settlements.max_by_key(|(number, place)| (place.population.value.unwrap_or(0), is_city(place.kind), std::cmp::Reverse(*number)));
    greatest.map(|(number, _): (u32, _)| Source::Hub(number))
}

impl Net {
    /// The roads of a region with ties to a source and to villages.
    pub fn new(region: &Region, source: Source, villages: &[Position]) -> Self {
        let network = &region.network;
        let sound = network.edges.iter().filter(|edge| region.is_sound(edge));
        let mut edges: Vec<Edge> = sound.map(|edge| (edge.from, edge.to, whole(f64::from(edge.length)))).collect();
        let mut joins: Vec<u32> = edges.iter().flat_map(|(from, to, _)| [*from, *to]).collect();
        joins.sort_unstable();
        joins.dedup();
        let points = joins.into_iter().map(|node| GeomWithData::new(network.nodes[node as usize].metres(), node));
        let crossings = RTree::bulk_load(points.collect());
        let tie = |at: Position| {
            let (node, square) = crossings.nearest_neighbor_iter_with_distance_2(&at.metres()).next()?;
            (square.sqrt() <= OFF_ROAD).then(|| (node.data, whole(square.sqrt())))
        };
        let root = network.nodes.len() as u32;
        let mut ties: BTreeMap<u32, u64> = BTreeMap::new();
        for (node, metres) in starts(region, source).into_iter().filter_map(tie) {
            ties.entry(node).and_modify(|known| *known = metres.min(*known)).or_insert(metres);
        }
        edges.extend(ties.into_iter().map(|(node, metres)| (root, node, metres)));
        let places = (root + 1..).zip(villages);
        edges.extend(places.filter_map(|(place, at)| tie(*at).map(|(node, metres)| (place, node, metres))));
        let places: Vec<u32> = (root..=root + villages.len() as u32).collect();
        Self { nodes: network.nodes.len() + places.len(), edges, places }
    }
}

/// A length [m] in whole units.
fn whole(metres: f64) -> u64 {
    (metres.max(0.0) * UNIT).round() as u64
}

/// Places at which fibre can be left.
fn starts(region: &Region, source: Source) -> Vec<Position> {
    match source {
        Source::Hub(number) => vec![region.places.shapes.get(number as usize).anchor()],
        Source::Cables => {
            let fibre = region.cables.iter().filter(|(cable, _)| cable.kind.value == CableKind::Fibre);
            let lines: Vec<&[Position]> = fibre.flat_map(|(_, shape)| shape.parts()).collect();
            lines.into_iter().flat_map(|line| line.windows(2).flat_map(stepped).chain(line.last().copied())).collect()
        }
    }
}

/// The points of a piece of a line, a step from one another, without its end.
fn stepped(ends: &[Position]) -> Vec<Position> {
    let [from, to] = [ends[0], ends[1]].map(Position::metres);
    let count = (length(ends) / STEP).ceil().clamp(1.0, 10_000.0) as usize;
    let point = |step: usize| {
        let share = step as f64 / count as f64;
        Position::from_metres(from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]))
    };
    (0..count).map(point).collect()
}
