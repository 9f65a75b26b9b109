//! New streets in the routable network: joined with one another, and at their ends with what is there.

use crate::twin::model::layer::ShapeKind;
use crate::twin::model::network::Edge;
use crate::twin::model::region::Region;
use crate::twin::model::space::{Position, length};
use crate::twin::model::street::Street;
use std::collections::BTreeMap;

/// How far a street's end may be from the street that it is meant to join [m].
const REACH: f64 = 25.0;

/// The nodes of new streets.
pub struct Joints {
    /// Nodes and edges before there were any.
    before: [usize; 2],
    known: BTreeMap<Position, u32>,
}

impl Joints {
    /// No new street yet.
    pub fn new(region: &Region) -> Self {
        Self { before: [region.network.nodes.len(), region.network.edges.len()], known: BTreeMap::new() }
    }

    /// Adds a street with its edges; `joints` are the indices of the points where it meets others, its ends among them.
    pub fn add(&mut self, region: &mut Region, street: Street, points: &[Position], joints: &[usize]) {
        let last = points.len() - 1;
        let nodes: Vec<u32> = joints.iter().map(|joint| self.node(region, points[*joint], *joint == 0 || *joint == last)).collect();
        let street = region.streets.push(street, ShapeKind::Line, [points]) as u32;
        for (ends, nodes) in joints.windows(2).zip(nodes.windows(2)) {
            region.network.edges.push(Edge {
                from: nodes[0],
                to: nodes[1],
                street,
                first_point: ends[0].min(usize::from(u16::MAX)) as u16,
                last_point: ends[1].min(usize::from(u16::MAX)) as u16,
                length: length(&points[ends[0]..=ends[1]]) as f32,
            });
        }
    }

    fn node(&mut self, region: &mut Region, at: Position, end: bool) -> u32 {
        if let Some(node) = self.known.get(&at) {
            return *node;
        }
        let there = if end { self.nearest_node(region, at).or_else(|| self.split(region, at)) } else { None };
        let node = there.unwrap_or_else(|| new_node(region, at));
        self.known.insert(at, node);
        node
    }

    /// The nearest node of the streets that were there.
    fn nearest_node(&self, region: &Region, at: Position) -> Option<u32> {
        let nodes = region.network.nodes[..self.before[0]].iter().enumerate();
        let near = nodes.map(|(node, place)| (place.distance(at), node as u32)).filter(|(distance, _)| *distance <= REACH);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, node)| node)
    }

    /// A node on the nearest bend of a street that was there: its edge becomes two.
    fn split(&mut self, region: &mut Region, at: Position) -> Option<u32> {
        // A damaged stretch is nothing to join.
        let stretches = region.network.edges[..self.before[1]].iter().enumerate().filter(|(_, stretch)| region.is_sound(stretch));
        let bends = stretches.flat_map(|(edge, stretch)| {
            let points = region.streets.shapes.get(stretch.street as usize).first();
            let bends = usize::from(stretch.first_point) + 1..usize::from(stretch.last_point);
            bends.filter_map(move |bend| points.get(bend).map(|point| (point.distance(at), edge, bend, *point)))
        });
        let near = bends.filter(|(distance, ..)| *distance <= REACH).min_by(|a, b| a.0.total_cmp(&b.0));
        let (_, edge, bend, place) = near?;
        let node = new_node(region, place);
        let whole = region.network.edges[edge];
        let points = region.streets.shapes.get(whole.street as usize).first();
        let stretch = |from: u16, to: u16| length(&points[usize::from(from)..=usize::from(to)]) as f32;
        let bend = bend as u16;
        let first = Edge { to: node, last_point: bend, length: stretch(whole.first_point, bend), ..whole };
        let second = Edge { from: node, first_point: bend, length: stretch(bend, whole.last_point), ..whole };
        region.network.edges.splice(edge..=edge, [first, second]);
        self.before[1] += 1;
        Some(node)
    }
}

fn new_node(region: &mut Region, at: Position) -> u32 {
    region.network.nodes.push(at);
    region.network.nodes.len() as u32 - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_street_joins_what_it_ends_at() {
        let at = |east: f64, north: f64| Position::from_metres(east, north);
        let mut region = Region::default();
        let old = [at(0.0, 0.0), at(100.0, 0.0), at(200.0, 10.0)];
        Joints::new(&region).add(&mut region, Street::default(), &old, &[0, 2]);
        let mut joints = Joints::new(&region);
        joints.add(&mut region, Street::default(), &[at(102.0, 5.0), at(110.0, 90.0), at(300.0, 300.0)], &[0, 1, 2]);
        joints.add(&mut region, Street::default(), &[at(110.0, 90.0), at(0.0, 4.0)], &[0, 1]);
        assert_eq!(region.network.components(), (1, 5), "{:?}", region.network);
        assert_eq!(region.network.edges.len(), 5, "the old street is split at its bend");
        let streets: Vec<u32> = region.network.edges.iter().map(|edge| edge.street).collect();
        assert!(streets.is_sorted(), "{streets:?}");
    }
}
