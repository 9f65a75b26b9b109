//! Cheapest routes from an origin (Dijkstra, 1959), from nothing or from routes that were the cheapest a moment ago.

use super::graph::{Graph, NONE};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Cheapest routes from one origin to every node. The same memory serves one origin after another.
#[derive(Clone, Debug, Default)]
pub struct ShortestRoutes {
    /// Cost from the origin to a node; infinite where no route leads.
    pub cost: Vec<f64>,
    /// Last arc of the route to a node; [`NONE`] at the origin and where no route leads.
    pub arc: Vec<u32>,
    /// Nodes to go on from, the cheapest first.
    queue: BinaryHeap<Reverse<u64>>,
}

impl ShortestRoutes {
    /// Finds the cheapest routes from an origin, from nothing.
    pub fn find(&mut self, graph: &Graph, costs: &[f64], origin: u32) {
        self.forget(graph.nodes());
        self.cost[origin as usize] = 0.0;
        self.reach_out_of(graph, costs, origin, origin);
        self.settle(graph, costs, origin);
    }

    /// No route to any of so many nodes.
    pub fn forget(&mut self, nodes: usize) {
        self.cost.clear();
        self.cost.resize(nodes, f64::INFINITY);
        self.arc.clear();
        self.arc.resize(nodes, NONE);
    }

    /// Makes the cheapest routes out of some routes: `cost` and `arc` hold routes that exist, if not the cheapest ones.
    pub fn improve(&mut self, graph: &Graph, costs: &[f64], origin: u32) {
        for node in 0..graph.nodes() as u32 {
            self.reach_out_of(graph, costs, origin, node);
        }
        self.settle(graph, costs, origin);
    }

    fn settle(&mut self, graph: &Graph, costs: &[f64], origin: u32) {
        while let Some(Reverse(entry)) = self.queue.pop() {
            let node = entry as u32;
            if entry == key(self.cost[node as usize], node) {
                self.reach_out_of(graph, costs, origin, node);
            }
        }
    }

    fn reach_out_of(&mut self, graph: &Graph, costs: &[f64], origin: u32, node: u32) {
        let so_far = self.cost[node as usize];
        for arc in graph.out_of(node, origin) {
            let (cost, head) = (so_far + costs[arc], graph.head[arc]);
            // Only what is cheaper replaces a route: so routes never close a circle, not even where circles cost nothing.
            if cost < self.cost[head as usize] {
                self.cost[head as usize] = cost;
                self.arc[head as usize] = arc as u32;
                self.queue.push(Reverse(key(cost, head)));
            }
        }
    }
}

/// Order of nodes to go on from: the bits of numbers that are not negative sort as the numbers do. The cost is rounded, to be
/// compared at once with the node; a node that comes too soon by that is only gone on from twice.
fn key(cost: f64, node: u32) -> u64 {
    (u64::from((cost as f32).to_bits()) << 32) | u64::from(node)
}
