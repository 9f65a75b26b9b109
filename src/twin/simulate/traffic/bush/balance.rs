//! Evening out a bush: trips go over from its dearest routes in use to its cheapest, by Newton's steps (Dial, 2006).

use super::Bush;
use crate::twin::simulate::traffic::graph::{Graph, NONE};
use crate::twin::simulate::traffic::load::Load;

/// A difference of costs below this share of them is an error of rounding.
const ROUNDING: f64 = 1e-15;

/// Evens out bushes, one after another in the same memory.
#[derive(Clone, Debug, Default)]
pub struct Balance {
    /// By position: the cheapest route.
    cheapest: Vec<Way>,
    /// By position: the dearest route in use.
    dearest: Vec<Way>,
    /// Branches that trips leave.
    losing: Vec<u32>,
    /// Branches that they go over to.
    gaining: Vec<u32>,
}

/// A route to a node.
#[derive(Clone, Copy, Debug)]
struct Way {
    cost: f64,
    /// Its last branch.
    branch: u32,
}

impl Balance {
    /// Evens out a bush once, and says what its trips would have saved before if all had gone its cheapest way.
    pub fn even_out(&mut self, bush: &mut Bush, graph: &Graph, load: &mut Load) -> f64 {
        let excess = self.follow(bush, &load.cost);
        for position in (1..bush.nodes.len()).rev() {
            let (cheapest, dearest) = (self.cheapest[position], self.dearest[position]);
            if cheapest.branch != dearest.branch && dearest.cost - cheapest.cost > ROUNDING * cheapest.cost {
                self.find_segments(bush, position);
                self.divert(bush, graph, load);
            }
        }
        excess
    }

    /// Finds the cheapest route to each node and the dearest in use, and says what the bush would save by the former.
    fn follow(&mut self, bush: &Bush, costs: &[f64]) -> f64 {
        let start = Way { cost: 0.0, branch: NONE };
        self.cheapest.clear();
        self.dearest.clear();
        self.cheapest.push(start);
        self.dearest.push(start);
        let mut excess = 0.0;
        for position in 1..bush.nodes.len() {
            let mut cheapest = Way { cost: f64::INFINITY, ..start };
            let mut dearest = Way { cost: f64::NEG_INFINITY, ..start };
            let entering = bush.entering(position);
            for (branch, index) in bush.branches[entering.clone()].iter().zip(entering.start as u32..) {
                let cost = costs[branch.arc as usize];
                let low = self.cheapest[branch.tail as usize].cost + cost;
                let high = self.dearest[branch.tail as usize].cost + cost;
                if low < cheapest.cost {
                    cheapest = Way { cost: low, branch: index };
                }
                if branch.flow > 0.0 && high > dearest.cost {
                    dearest = Way { cost: high, branch: index };
                }
            }
            if entering.len() > 1 {
                let over = |branch: &super::Branch| self.cheapest[branch.tail as usize].cost + costs[branch.arc as usize] - cheapest.cost;
                excess += bush.branches[entering].iter().map(|branch| branch.flow * over(branch)).sum::<f64>();
            }
            // Where nothing comes through any more, nothing is dearer than the cheapest.
            self.dearest.push(if dearest.branch == NONE { cheapest } else { dearest });
            self.cheapest.push(cheapest);
        }
        excess
    }

    /// The ends of the dearest and of the cheapest route to a node, from where they part.
    fn find_segments(&mut self, bush: &Bush, position: usize) {
        self.losing.clear();
        self.gaining.clear();
        let back = |branch: u32| bush.branches[branch as usize].tail as usize;
        self.losing.push(self.dearest[position].branch);
        self.gaining.push(self.cheapest[position].branch);
        let (mut losing, mut gaining) = (back(self.dearest[position].branch), back(self.cheapest[position].branch));
        // Positions fall on the way back, so the segments meet where they first can.
        while losing != gaining {
            let (ways, segment, at) = if losing > gaining {
                (&self.dearest, &mut self.losing, &mut losing)
            } else {
                (&self.cheapest, &mut self.gaining, &mut gaining)
            };
            segment.push(ways[*at].branch);
            *at = back(ways[*at].branch);
        }
    }

    /// Lets as many trips go over from one segment to the other as make both cost the same, as far as their slopes tell.
    fn divert(&mut self, bush: &mut Bush, graph: &Graph, load: &mut Load) {
        let (difference, slope) = self.compare(bush, load);
        let most = self.losing.iter().map(|&index| bush.branches[index as usize].flow).fold(f64::INFINITY, f64::min);
        if difference > 0.0 && most > 0.0 {
            let flow = if slope > 0.0 { most.min(difference / slope) } else { most };
            self.shift(bush, graph, load, flow);
        }
    }

    /// How much more the losing segment costs, and how fast that falls with trips that go over.
    fn compare(&self, bush: &Bush, load: &Load) -> (f64, f64) {
        let sum =
            |values: &[f64], segment: &[u32]| segment.iter().map(|&index| values[bush.branches[index as usize].arc as usize]).sum::<f64>();
        let difference = sum(&load.cost, &self.losing) - sum(&load.cost, &self.gaining);
        (difference, sum(&load.slope, &self.losing) + sum(&load.slope, &self.gaining))
    }

    fn shift(&self, bush: &mut Bush, graph: &Graph, load: &mut Load, flow: f64) {
        for (segment, flow) in [(&self.losing, -flow), (&self.gaining, flow)] {
            for &index in segment {
                let branch = &mut bush.branches[index as usize];
                branch.flow += flow;
                load.add(graph, branch.arc as usize, flow);
            }
        }
    }
}
