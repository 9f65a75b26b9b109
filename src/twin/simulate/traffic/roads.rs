//! The streets of a region as a road network: those that matter for the whole, with what the model takes for their capacity.

use super::network::{RoadLink, RoadNetwork};
use crate::twin::model::id::IdKind;
use crate::twin::model::network::Edge;
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use crate::twin::model::street::{Direction, Street, StreetClass};
use crate::twin::simulate::zones::Zone;
use rstar::RTree;
use rstar::primitives::GeomWithData;

/// Stretches that a network has at most: streets of lesser rank are left to the ways from and to the zones.
const MOST: usize = 60_000;
/// Crossings that a zone is tied to.
const TIES: usize = 3;
/// How fast one drives from home to the first crossing [m/min].
const ACCESS: f64 = 20_000.0 / 60.0;
/// Vehicles an hour that no tie is too narrow for.
const AMPLE: f64 = 1e6;
/// Delay of a full street and how steeply it grows (Bureau of Public Roads, 1964).
const DELAY: (f64, f64) = (0.15, 4.0);

/// A road network with what its links are in the region.
#[derive(Clone, Debug, Default)]
pub struct Roads {
    /// Zones first, then crossings. Times are minutes, lengths kilometres, capacities vehicles an hour.
    pub network: RoadNetwork,
    /// Of each link the stretch of the region's network; the links that tie zones have none and stand last.
    pub edges: Vec<u32>,
}

impl Roads {
    /// The network of a region with these zones.
    pub fn new(region: &Region, zones: &[Zone]) -> Self {
        let used = used(region);
        let crossings = Crossings::new(region, &used);
        let zone_count = zones.len() as u32;
        let mut links = Vec::with_capacity(used.len() * 2 + zones.len() * 2 * TIES);
        let mut edges = Vec::with_capacity(used.len() * 2);
        for &edge in &used {
            let stretch = &region.network.edges[edge as usize];
            let street = &region.streets.features[stretch.street as usize];
            let [from, to] = [stretch.from, stretch.to].map(|node| zone_count + crossings.number[node as usize]);
            for (from, to) in [(from, to), (to, from)].into_iter().zip(ways(street)).filter_map(|(ends, open)| open.then_some(ends)) {
                links.push(link(street, stretch, from, to));
                edges.push(edge);
            }
        }
        for (zone, number) in zones.iter().zip(0..) {
            for (crossing, metres) in crossings.nearest(zone.at) {
                let tie = RoadLink { capacity: AMPLE, length: metres / 1_000.0, free_flow_time: metres / ACCESS, ..RoadLink::default() };
                let node = zone_count + crossing;
                links.extend([RoadLink { from: number, to: node, ..tie }, RoadLink { from: node, to: number, ..tie }]);
            }
        }
        let nodes = zones.len() + crossings.count;
        Self { network: RoadNetwork { zones: zones.len(), nodes, first_through_node: zones.len(), links }, edges }
    }
}

/// The stretches that are driven, as deep in rank as the most of them allow; what is proposed always.
fn used(region: &Region) -> Vec<u32> {
    let street = |edge: &Edge| region.streets.features.get(edge.street as usize);
    // A street that only leads back to its own beginning takes nobody anywhere.
    let leads_on = |edge: &Edge| edge.from != edge.to;
    let is_driven = |street: &Street| street.class.is_drivable() && !street.private && street.speed.value > 0;
    let driven: Vec<(u32, u8)> = (0..)
        .zip(&region.network.edges)
        .filter_map(|(index, edge)| {
            // What is damaged is named where ways through the streets are looked for.
            let street = street(edge).filter(|street| is_driven(street) && leads_on(edge) && region.is_sound(edge))?;
            let rank = if street.id.kind() == IdKind::Proposal { 0 } else { street.class.rank() };
            Some((index, rank))
        })
        .collect();
    let within = |deepest: u8| driven.iter().filter(|(_, rank)| *rank <= deepest).count();
    let deepest = (0..=5).rev().find(|&deepest| within(deepest) <= MOST).unwrap_or(0);
    driven.into_iter().filter(|(_, rank)| *rank <= deepest).map(|(index, _)| index).collect()
}

fn ways(street: &Street) -> [bool; 2] {
    [street.direction != Direction::Backward, street.direction != Direction::Forward]
}

fn link(street: &Street, stretch: &Edge, from: u32, to: u32) -> RoadLink {
    let kilometres = f64::from(stretch.length) / 1_000.0;
    let both = street.direction == Direction::Both;
    let lanes = (f64::from(street.lanes.value) / if both { 2.0 } else { 1.0 }).max(1.0);
    RoadLink {
        from,
        to,
        capacity: lanes * lane_capacity(street.class),
        length: kilometres,
        free_flow_time: kilometres / f64::from(street.speed.value) * 60.0,
        b: DELAY.0,
        power: DELAY.1,
        speed: f64::from(street.speed.value),
        ..RoadLink::default()
    }
}

/// Vehicles an hour on a lane, crossings included: the middle of what handbooks give (HCM 2016; RAS).
fn lane_capacity(class: StreetClass) -> f64 {
    match class.rank() {
        0 => 1_800.0,
        1 => 1_100.0,
        2 => 900.0,
        3 => 700.0,
        _ => 450.0,
    }
}

/// The nodes that stretches in use join, numbered anew.
struct Crossings {
    number: Vec<u32>,
    count: usize,
    tree: RTree<GeomWithData<[f64; 2], u32>>,
}

impl Crossings {
    fn new(region: &Region, used: &[u32]) -> Self {
        let mut number = vec![u32::MAX; region.network.nodes.len()];
        let mut points = Vec::new();
        for &edge in used {
            let stretch = &region.network.edges[edge as usize];
            for node in [stretch.from, stretch.to] {
                if number[node as usize] == u32::MAX {
                    let next = points.len() as u32;
                    number[node as usize] = next;
                    points.push(GeomWithData::new(region.network.nodes[node as usize].metres(), next));
                }
            }
        }
        Self { number, count: points.len(), tree: RTree::bulk_load(points) }
    }

    /// The nearest ones to a place, with how far away they are [m].
    fn nearest(&self, at: Position) -> impl Iterator<Item = (u32, f64)> {
        let near = self.tree.nearest_neighbor_iter_with_distance_2(&at.metres()).take(TIES);
        near.map(|(found, distance_2)| (found.data, distance_2.sqrt()))
    }
}
