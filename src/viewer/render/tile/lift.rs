//! How high streets and tracks stand above the ground: bridges clear what they cross, and the ways that lead to them climb.

use crate::twin::model::network::Network;
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Clearance of a bridge for each level [m].
const CLEARANCE: f64 = 5.5;
/// Height of a short bridge over a ditch or stream [m].
const CULVERT: f64 = 0.8;
/// Length below which a bridge is taken for a culvert [m].
const SHORT: f64 = 12.0;
/// Greatest slope of an approach.
const SLOPE: f64 = 0.05;

/// Heights of the network's nodes above the ground.
#[derive(Clone, Debug, Default)]
pub struct Lifts {
    nodes: Vec<f32>,
    /// First edge of each street; edges stand in the order of the streets.
    first_edge: Vec<u32>,
}

/// The least height that a street keeps between two of its points.
struct Stretch {
    from: f64,
    to: f64,
    bridge: bool,
}

impl Lifts {
    /// Lets the heights of bridges flow down the approaches (Dijkstra 1959, highest first).
    pub fn new(region: &Region) -> Self {
        let network = &region.network;
        let mut nodes = vec![0f32; network.nodes.len()];
        let mut first_edge = vec![network.edges.len() as u32; region.streets.len() + 1];
        let mut leaving: Vec<Vec<(u32, f32)>> = vec![Vec::new(); network.nodes.len()];
        let mut queue = BinaryHeap::new();
        for (index, edge) in network.edges.iter().enumerate().rev() {
            let street = &region.streets.features[edge.street as usize];
            first_edge[edge.street as usize] = index as u32;
            leaving[edge.from as usize].push((edge.to, edge.length));
            leaving[edge.to as usize].push((edge.from, edge.length));
            if street.bridge {
                let height = bridge_height(street.level, f64::from(edge.length)) as f32;
                for node in [edge.from, edge.to] {
                    if height > nodes[node as usize] {
                        nodes[node as usize] = height;
                        queue.push((millimetres(height), Reverse(node)));
                    }
                }
            }
        }
        for street in (0..region.streets.len()).rev() {
            first_edge[street] = first_edge[street].min(first_edge[street + 1]);
        }
        while let Some((height, Reverse(node))) = queue.pop() {
            if height < millimetres(nodes[node as usize]) {
                continue;
            }
            for &(next, length) in &leaving[node as usize] {
                let lower = nodes[node as usize] - SLOPE as f32 * length;
                if lower > nodes[next as usize] + 0.01 {
                    nodes[next as usize] = lower;
                    queue.push((millimetres(lower), Reverse(next)));
                }
            }
        }
        Self { nodes, first_edge }
    }

    /// Whether any part of a street stands above the ground.
    pub fn is_lifted(&self, network: &Network, street: usize) -> bool {
        self.edges(network, street).iter().any(|edge| self.nodes[edge.from as usize].max(self.nodes[edge.to as usize]) > 0.2)
    }

    fn edges<'a>(&self, network: &'a Network, street: usize) -> &'a [crate::twin::model::network::Edge] {
        let range = self.first_edge.get(street).zip(self.first_edge.get(street + 1));
        range.and_then(|(&first, &last)| network.edges.get(first as usize..last as usize)).unwrap_or(&[])
    }

    /// A street's line with its heights above the ground, points added so that no raised piece is longer than `piece` [m].
    pub fn profile(&self, region: &Region, street: usize, piece: f64) -> Vec<(Position, f64)> {
        let line = region.streets.shapes.get(street).first();
        let bridge = region.streets.features[street].bridge;
        let mut profile: Vec<(Position, f64)> = Vec::with_capacity(line.len());
        for edge in self.edges(&region.network, street) {
            let Some(part) = line.get(usize::from(edge.first_point)..=usize::from(edge.last_point)) else { continue };
            let [from, to] = [edge.from, edge.to].map(|node| f64::from(self.nodes[node as usize]));
            add_stretch(&mut profile, part, f64::from(edge.length), piece, &Stretch { from, to, bridge });
        }
        if profile.is_empty() { line.iter().map(|&point| (point, 0.0)).collect() } else { profile }
    }
}

impl Stretch {
    fn height(&self, at: f64, length: f64) -> f64 {
        if self.bridge {
            let share = at / length.max(0.1);
            let arch = (length * 0.01).min(1.2) * 4.0 * share * (1.0 - share);
            self.from + share * (self.to - self.from) + arch
        } else {
            (self.from - SLOPE * at).max(self.to - SLOPE * (length - at)).max(0.0)
        }
    }
}

fn add_stretch(profile: &mut Vec<(Position, f64)>, line: &[Position], length: f64, piece: f64, stretch: &Stretch) {
    let mut passed = 0.0;
    let raised = stretch.from.max(stretch.to) > 0.2;
    for pair in line.windows(2) {
        let step = pair[0].distance(pair[1]);
        let pieces = if raised { (step / piece).ceil().clamp(1.0, 400.0) } else { 1.0 };
        for index in 0..pieces as usize {
            let share = index as f64 / pieces;
            let [east, north] = [0, 1].map(|axis| pair[0].metres()[axis] + share * (pair[1].metres()[axis] - pair[0].metres()[axis]));
            profile.push((Position::from_metres(east, north), stretch.height(passed + share * step, length)));
        }
        passed += step;
    }
    if let Some(&last) = line.last() {
        profile.push((last, stretch.height(length, length)));
    }
}

fn bridge_height(level: i8, length: f64) -> f64 {
    if length < SHORT { CULVERT } else { CLEARANCE * f64::from(level.clamp(1, 4)) }
}

fn millimetres(metres: f32) -> u32 {
    (metres * 1000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::model::layer::ShapeKind;
    use crate::twin::model::network::Edge;
    use crate::twin::model::street::Street;

    #[test]
    fn a_bridge_clears_and_its_approaches_climb() {
        let mut region = Region::default();
        let at = |east: f64| Position::from_metres(east, 0.0);
        for (index, (from, to, bridge)) in [(-300.0, 0.0, false), (0.0, 60.0, true), (60.0, 400.0, false)].into_iter().enumerate() {
            let line = [at(from), at(to)];
            region.streets.push(Street { bridge, level: i8::from(bridge), ..Default::default() }, ShapeKind::Line, [&line[..]]);
            region.network.nodes.push(at(from));
            let (from_node, length) = (index as u32, (to - from) as f32);
            region.network.edges.push(Edge {
                from: from_node,
                to: from_node + 1,
                street: index as u32,
                first_point: 0,
                last_point: 1,
                length,
            });
        }
        region.network.nodes.push(at(400.0));
        let lifts = Lifts::new(&region);
        let deck = lifts.profile(&region, 1, 12.0);
        assert!(deck.iter().all(|(_, height)| *height >= CLEARANCE));
        let approach = lifts.profile(&region, 0, 12.0);
        assert_eq!(approach.first().map(|(_, height)| *height), Some(0.0));
        assert!((approach.last().expect("points").1 - CLEARANCE).abs() < 1e-6);
        assert!(lifts.is_lifted(&region.network, 2));
    }
}
