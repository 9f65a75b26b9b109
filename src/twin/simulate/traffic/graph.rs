//! The links as a forward star: all arcs out of a node stand side by side.

use super::cost::{CostFactors, LinkCost};
use super::network::RoadNetwork;
use std::ops::Range;

/// No arc, no position.
pub const NONE: u32 = u32::MAX;

/// Links as arcs, in the order of their first node. Closed ones are there too, at an infinite cost.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// First arc out of a node; one more entry than nodes.
    first: Vec<u32>,
    /// Node that an arc leaves.
    pub tail: Vec<u32>,
    /// Node that an arc enters.
    pub head: Vec<u32>,
    /// Link that an arc stands for.
    pub link: Vec<u32>,
    /// Cost of an arc.
    pub cost: Vec<LinkCost>,
    first_through_node: u32,
}

impl Graph {
    /// The links of a network that join two different nodes of it.
    pub fn new(network: &RoadNetwork, factors: CostFactors) -> Self {
        let of = |index: &u32| &network.links[*index as usize];
        let mut link: Vec<u32> = (0..network.links.len() as u32).filter(|index| network.joins(of(index))).collect();
        link.sort_by_key(|index| of(index).from);
        Self {
            first: (0..=network.nodes as u32).map(|node| link.partition_point(|index| of(index).from < node) as u32).collect(),
            tail: link.iter().map(|index| of(index).from).collect(),
            head: link.iter().map(|index| of(index).to).collect(),
            cost: link.iter().map(|index| if of(index).is_open() { LinkCost::new(of(index), factors) } else { LinkCost::CLOSED }).collect(),
            link,
            first_through_node: network.first_through_node as u32,
        }
    }

    /// The same arcs, whose costs are what one more vehicle costs all.
    #[must_use]
    pub fn with_marginal_costs(mut self) -> Self {
        self.cost.iter_mut().for_each(|cost| *cost = cost.marginal());
        self
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.first.len().saturating_sub(1)
    }

    /// How many arcs there are.
    pub fn arcs(&self) -> usize {
        self.head.len()
    }

    /// The arcs by which trips of an origin may leave a node; none where it may not be driven through.
    pub fn out_of(&self, node: u32, origin: u32) -> Range<usize> {
        if node < self.first_through_node && node != origin {
            return 0..0;
        }
        self.first[node as usize] as usize..self.first[node as usize + 1] as usize
    }

    /// Whether the arcs of another graph join the same nodes in the same order, whatever they cost.
    pub fn has_shape_of(&self, other: &Self) -> bool {
        (&self.first, &self.head, self.first_through_node) == (&other.first, &other.head, other.first_through_node)
    }
}
