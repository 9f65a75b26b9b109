//! What routes cost within and beside a bush, before it is changed.

use super::{Branch, Bush, refill};
use crate::twin::simulate::traffic::demand::Trips;
use crate::twin::simulate::traffic::graph::{Graph, NONE};
use crate::twin::simulate::traffic::shortest::ShortestRoutes;

/// What the branches of a bush are chosen by.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The arcs.
    pub graph: &'a Graph,
    /// What each costs.
    pub costs: &'a [f64],
    /// Trips of the bush.
    pub trips: &'a [Trips],
}

/// Routes of one bush's origin. The same memory serves one bush after another.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// The cheapest routes to all nodes.
    pub routes: ShortestRoutes,
    /// Position in the bush of a node that trips come through; [`NONE`] for all others.
    pub position: Vec<u32>,
    /// Which branches of the bush are in use.
    pub is_used: Vec<bool>,
    /// Cost of the dearest route in use to a node; not a number until it is asked for.
    dearest: Vec<f64>,
    /// Nodes on the way back to one whose cost is known.
    way: Vec<u32>,
}

impl Survey {
    /// Finds the cheapest routes, and the dearest in use.
    pub fn make(&mut self, bush: &Bush, ground: Ground) {
        let nodes = ground.graph.nodes();
        self.routes.forget(nodes);
        refill(&mut self.position, nodes, NONE);
        refill(&mut self.is_used, bush.branches.len(), false);
        refill(&mut self.dearest, nodes, f64::NAN);
        let origin = bush.origin as usize;
        (self.routes.cost[origin], self.dearest[origin], self.position[origin]) = (0.0, 0.0, 0);
        self.follow_branches(bush, ground);
        self.follow_old_routes(bush, ground);
        self.routes.improve(ground.graph, ground.costs, bush.origin);
    }

    /// The trips that a route leads to the end of.
    pub fn reached<'a>(&self, trips: &'a [Trips]) -> impl Iterator<Item = &'a Trips> {
        trips.iter().filter(|trips| self.routes.cost[trips.destination as usize].is_finite())
    }

    /// Cost of the dearest route in use to a node that can be reached, and beyond the used ones on by the cheapest.
    pub fn dearest_to(&mut self, node: u32, ground: Ground) -> f64 {
        let mut at = node;
        while self.dearest[at as usize].is_nan() {
            self.way.push(at);
            at = ground.graph.tail[self.routes.arc[at as usize] as usize];
        }
        while let Some(node) = self.way.pop() {
            let arc = self.routes.arc[node as usize] as usize;
            self.dearest[node as usize] = self.dearest[ground.graph.tail[arc] as usize] + ground.costs[arc];
        }
        self.dearest[node as usize]
    }

    fn follow_branches(&mut self, bush: &Bush, ground: Ground) {
        for position in 1..bush.nodes.len() {
            let node = bush.nodes[position] as usize;
            for index in bush.entering(position) {
                let Branch { arc, tail, flow } = bush.branches[index];
                let (tail, cost) = (bush.nodes[tail as usize] as usize, ground.costs[arc as usize]);
                if self.routes.cost[tail] + cost < self.routes.cost[node] {
                    (self.routes.cost[node], self.routes.arc[node]) = (self.routes.cost[tail] + cost, arc);
                }
                // What leaves a node that nothing enters is an error of rounding, and a closed arc is left by all.
                if flow > 0.0 && cost.is_finite() && self.position[tail] != NONE {
                    self.is_used[index] = true;
                    self.position[node] = position as u32;
                    self.dearest[node] = self.dearest[node].max(self.dearest[tail] + cost);
                }
            }
        }
    }

    /// Nodes beside the bush are first reached by the routes that were the cheapest before.
    fn follow_old_routes(&mut self, bush: &Bush, ground: Ground) {
        for node in 0..ground.graph.nodes() as u32 {
            let mut at = node;
            while self.routes.cost[at as usize].is_infinite() && bush.route[at as usize] != NONE {
                self.way.push(at);
                at = ground.graph.tail[bush.route[at as usize] as usize];
            }
            while let Some(node) = self.way.pop() {
                let arc = bush.route[node as usize];
                let cost = self.routes.cost[ground.graph.tail[arc as usize] as usize] + ground.costs[arc as usize];
                if cost.is_finite() {
                    (self.routes.cost[node as usize], self.routes.arc[node as usize]) = (cost, arc);
                }
            }
        }
    }
}
