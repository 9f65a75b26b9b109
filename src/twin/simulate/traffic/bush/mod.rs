//! A bush (Dial, 2006): the links that trips of one origin drive, without circles, and how many drive each.

pub mod balance;
pub mod grow;
pub mod survey;

use super::graph::NONE;
use std::ops::Range;

/// Stretch of a bush from one node to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Branch {
    /// Arc of the graph.
    pub arc: u32,
    /// Position in the bush of the node where it begins.
    pub tail: u32,
    /// Trips that use it.
    pub flow: f64,
}

/// The nodes that trips of an origin come through, and the branches between them.
#[derive(Clone, Debug, Default)]
pub struct Bush {
    /// Node where all its trips begin.
    pub origin: u32,
    /// Nodes, each after all those that lead to it; the first is the origin.
    pub nodes: Vec<u32>,
    /// First of the branches that enter the node of a position; one more entry than nodes.
    first: Vec<u32>,
    /// Branches, by the node that they enter.
    pub branches: Vec<Branch>,
    /// Last arc of the cheapest route to every node of the graph, as last found.
    route: Vec<u32>,
    /// What its trips would save if all went its cheapest way, as last seen; infinite where that is not known.
    pub excess: f64,
}

impl Bush {
    /// The bush of an origin whose trips have not set out, in a graph of so many nodes.
    pub fn new(origin: u32, nodes: usize) -> Self {
        Self { origin, nodes: vec![origin], first: vec![0, 0], branches: Vec::new(), route: vec![NONE; nodes], excess: f64::INFINITY }
    }

    /// The branches that enter the node of a position, as indices.
    fn entering(&self, position: usize) -> Range<usize> {
        self.first[position] as usize..self.first[position + 1] as usize
    }
}

/// The same memory with that many times a value.
fn refill<T: Clone>(values: &mut Vec<T>, length: usize, value: T) {
    values.clear();
    values.resize(length, value);
}
