//! Shortest paths from places outwards (Dijkstra 1959): within a limit, with memory that is used again.

use super::graph::{Graph, UNREACHED};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A search's memory: costs of all nodes, of which only those that were met are set back.
#[derive(Clone, Debug, Default)]
pub struct Search {
    cost: Vec<u32>,
    met: Vec<u32>,
    open: BinaryHeap<Reverse<(u32, u32)>>,
}

impl Search {
    /// Memory for a graph of so many nodes.
    pub fn new(nodes: usize) -> Self {
        Self { cost: vec![UNREACHED; nodes], ..Self::default() }
    }

    /// Finds all nodes within a limit [ticks] of places `(node, cost to begin with)`, and returns them in no particular order;
    /// their costs are then those of [`Search::cost`].
    pub fn run(&mut self, graph: &Graph, from: &[(u32, u32)], limit: u32) -> &[u32] {
        self.clear();
        for &(node, cost) in from {
            self.meet(node, cost, limit);
        }
        while let Some(Reverse((cost, node))) = self.open.pop() {
            if cost > self.cost[node as usize] {
                continue;
            }
            for arc in graph.arcs_from(node) {
                self.meet(arc.to, cost + arc.cost, limit);
            }
        }
        &self.met
    }

    /// What the last search found a node to cost [ticks]; [`UNREACHED`] beyond its limit.
    pub fn cost(&self, node: u32) -> u32 {
        self.cost[node as usize]
    }

    fn meet(&mut self, node: u32, cost: u32, limit: u32) {
        let known = &mut self.cost[node as usize];
        if cost < *known && cost <= limit {
            if *known == UNREACHED {
                self.met.push(node);
            }
            *known = cost;
            self.open.push(Reverse((cost, node)));
        }
    }

    fn clear(&mut self) {
        for node in self.met.drain(..) {
            self.cost[node as usize] = UNREACHED;
        }
        self.open.clear();
    }
}
