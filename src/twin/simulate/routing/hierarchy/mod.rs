//! A contraction hierarchy (Geisberger, Sanders, Schultes, Delling 2008): nodes ranked by importance, with shortcuts that keep every
//! distance when one only ever goes up and then down.

mod contraction;
mod labels;
mod nearest;
mod sweep;

pub use labels::Labels;
pub use nearest::Near;
pub use sweep::{LANES, Lanes, Sweep};

use super::graph::Graph;

/// What joins a node with one of higher rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Up {
    /// The higher node, by its rank.
    to: u32,
    /// Cost of going up [ticks].
    ahead: u32,
    /// Cost of coming down [ticks].
    back: u32,
}

/// A graph with its nodes ranked. Inside, nodes go by their rank, the least important first.
#[derive(Clone, Debug, Default)]
pub struct Hierarchy {
    rank: Vec<u32>,
    node: Vec<u32>,
    first: Vec<u32>,
    ups: Vec<Up>,
}

impl Hierarchy {
    /// Ranks the nodes of a graph and adds the shortcuts.
    pub fn new(graph: &Graph) -> Self {
        contraction::contract(graph)
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.rank.len()
    }

    /// How many pairs of nodes are joined, by arcs or shortcuts.
    pub fn joined(&self) -> usize {
        self.ups.len()
    }

    /// All nodes in an order in which neighbours stand together: depth first through the tree in which a node hangs on the lowest
    /// of those above it.
    pub fn neighbourhoods(&self) -> Vec<u32> {
        let nodes = self.nodes() as u32;
        let hangs_on = |rank: u32| self.ups(rank).iter().map(|up| up.to).min();
        let branches: Vec<_> = (0..nodes).filter_map(|rank| Some((hangs_on(rank)?, rank, 0))).collect();
        let tree = Graph::new(self.nodes(), &branches);
        let mut order = Vec::with_capacity(self.nodes());
        let mut open: Vec<u32> = (0..nodes).filter(|rank| self.ups(*rank).is_empty()).collect();
        while let Some(rank) = open.pop() {
            order.push(self.node[rank as usize]);
            open.extend(tree.arcs_from(rank).iter().map(|arc| arc.to));
        }
        order
    }

    fn ups(&self, rank: u32) -> &[Up] {
        &self.ups[self.first[rank as usize] as usize..self.first[rank as usize + 1] as usize]
    }

    fn ranks(&self, places: &[(u32, u32)]) -> impl Iterator<Item = (u32, u32)> {
        places.iter().map(|&(node, cost)| (self.rank[node as usize], cost))
    }
}

/// Ranks and everything above them, gathered with memory that is used again.
#[derive(Clone, Debug, Default)]
struct Closure {
    marked: Vec<bool>,
    ranks: Vec<u32>,
}

impl Closure {
    fn new(nodes: usize) -> Self {
        Self { marked: vec![false; nodes], ranks: Vec::new() }
    }

    /// Those ranks and all that can be reached going up from them, the lowest first.
    fn gather(&mut self, hierarchy: &Hierarchy, from: impl Iterator<Item = u32>) -> &[u32] {
        self.ranks.drain(..).for_each(|rank| self.marked[rank as usize] = false);
        let mut mark = |rank: u32, ranks: &mut Vec<u32>| {
            if !std::mem::replace(&mut self.marked[rank as usize], true) {
                ranks.push(rank);
            }
        };
        from.for_each(|rank| mark(rank, &mut self.ranks));
        let mut next = 0;
        while let Some(&rank) = self.ranks.get(next) {
            hierarchy.ups(rank).iter().for_each(|up| mark(up.to, &mut self.ranks));
            next += 1;
        }
        self.ranks.sort_unstable();
        &self.ranks
    }
}
