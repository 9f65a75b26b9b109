//! From sixteen places at once to many: up the hierarchy, then down it in one sweep (PHAST: Delling, Goldberg, Nowatzyk, Werneck 2013),
//! over all nodes, over those that lead to some targets, or over those within reach.

use super::super::graph::UNREACHED;
use super::{Closure, Hierarchy};

/// How many places are swept from at once.
pub const LANES: usize = 16;

/// Costs from each of the places to one node.
pub type Lanes = [u32; LANES];

/// A sweep's memory.
#[derive(Clone, Debug)]
pub struct Sweep<'h> {
    hierarchy: &'h Hierarchy,
    /// Costs by rank: [`UNREACHED`] but for what the last sweep touched.
    lanes: Vec<Lanes>,
    touched: Vec<u32>,
    above: Closure,
    down: Vec<u32>,
}

impl<'h> Sweep<'h> {
    /// A sweep that asks for the costs of some nodes.
    pub fn to(hierarchy: &'h Hierarchy, targets: impl Iterator<Item = u32>) -> Self {
        let mut sweep = Self::new(hierarchy);
        sweep.down = Closure::new(hierarchy.nodes()).gather(hierarchy, targets.map(|node| hierarchy.rank[node as usize])).to_vec();
        sweep
    }

    /// A sweep that is told each time which nodes to go down to.
    pub fn new(hierarchy: &'h Hierarchy) -> Self {
        let nodes = hierarchy.nodes();
        Self { hierarchy, lanes: vec![[UNREACHED; LANES]; nodes], touched: Vec::new(), above: Closure::new(nodes), down: Vec::new() }
    }

    /// Goes down to the nodes of a list only, which must hold every node of the paths that are asked for.
    pub fn go_down_to(&mut self, nodes: &[u32]) {
        self.down.clear();
        self.down.extend(nodes.iter().map(|&node| self.hierarchy.rank[node as usize]));
        self.down.sort_unstable();
    }

    /// Sweeps from up to [`LANES`] places, each given by nodes with the cost to get there.
    pub fn run(&mut self, places: &[&[(u32, u32)]]) {
        let hierarchy = self.hierarchy;
        self.touched.drain(..).for_each(|rank| self.lanes[rank as usize] = [UNREACHED; LANES]);
        let starts = places.iter().flat_map(|place| hierarchy.ranks(place));
        self.touched.extend_from_slice(self.above.gather(hierarchy, starts.map(|(rank, _)| rank)));
        for (lane, place) in places.iter().enumerate() {
            for (rank, cost) in hierarchy.ranks(place) {
                let known = &mut self.lanes[rank as usize][lane];
                *known = (*known).min(cost);
            }
        }
        for &rank in &self.touched {
            let from = self.lanes[rank as usize];
            for up in hierarchy.ups(rank) {
                relax(&mut self.lanes[up.to as usize], &from, up.ahead);
            }
        }
        for &rank in self.down.iter().rev() {
            let mut lanes = self.lanes[rank as usize];
            for up in hierarchy.ups(rank) {
                relax(&mut lanes, &self.lanes[up.to as usize], up.back);
            }
            self.lanes[rank as usize] = lanes;
        }
        self.touched.extend_from_slice(&self.down);
    }

    /// Hands over every node that the sweep went down to with its costs [ticks], in an order that depends on the hierarchy only.
    pub fn for_each(&self, mut take: impl FnMut(u32, &Lanes)) {
        for &rank in &self.down {
            take(self.hierarchy.node[rank as usize], &self.lanes[rank as usize]);
        }
    }

    /// Costs of a node that was asked for [ticks]; what is [`UNREACHED`] or more cannot be reached.
    pub fn costs(&self, node: u32) -> &Lanes {
        &self.lanes[self.hierarchy.rank[node as usize] as usize]
    }
}

/// Signed, because the least processors know the lesser of signed numbers only.
fn relax(lanes: &mut Lanes, other: &Lanes, cost: u32) {
    for (known, other) in lanes.iter_mut().zip(other) {
        *known = (*known as i32).min((*other + cost) as i32) as u32;
    }
}
