//! Hub labels: for a node all that matters above it, with its cost, so that a pair is answered by two short lists
//! (Abraham, Delling, Goldberg, Werneck 2012, drawn from the hierarchy).

use super::super::graph::UNREACHED;
use super::{Closure, Hierarchy, Up};

/// Labels of some nodes, forward for their starts and backward for their ends.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    ahead: Side,
    back: Side,
}

/// Labels in one direction: rank → hubs with their cost.
#[derive(Clone, Debug, Default)]
struct Side {
    range: Vec<[u32; 2]>,
    hubs: Vec<(u32, u32)>,
}

impl Labels {
    /// The labels that journeys from some nodes to others need.
    pub fn new(hierarchy: &Hierarchy, from: impl Iterator<Item = u32>, to: impl Iterator<Item = u32>) -> Self {
        let side = |nodes: &mut dyn Iterator<Item = u32>, cost: [fn(&Up) -> u32; 2]| {
            let mut closure = Closure::new(hierarchy.nodes());
            Side::new(hierarchy, closure.gather(hierarchy, nodes.map(|node| hierarchy.rank[node as usize])), cost)
        };
        let (mut from, mut to) = (from, to);
        Self { ahead: side(&mut from, [|up| up.ahead, |up| up.back]), back: side(&mut to, [|up| up.back, |up| up.ahead]) }
    }

    /// Costs of many journeys `(from, to)` between nodes [ticks], in their order. The labels must have been made for them.
    pub fn costs(&self, hierarchy: &Hierarchy, pairs: &[(u32, u32)]) -> Vec<u32> {
        let mut order: Vec<u32> = (0..pairs.len() as u32).collect();
        order.sort_unstable_by_key(|&pair| pairs[pair as usize]);
        let mut costs = vec![UNREACHED; pairs.len()];
        // The start's hubs lie spread out over all ranks while its journeys are answered.
        let mut spread = vec![UNREACHED; hierarchy.nodes()];
        for same_start in order.chunk_by(|a, b| pairs[*a as usize].0 == pairs[*b as usize].0) {
            let start = self.ahead.of(hierarchy.rank[pairs[same_start[0] as usize].0 as usize]);
            start.iter().for_each(|&(hub, cost)| spread[hub as usize] = cost);
            for &pair in same_start {
                let end = self.back.of(hierarchy.rank[pairs[pair as usize].1 as usize]);
                let cost = end.iter().map(|&(hub, cost)| spread[hub as usize] + cost).min();
                costs[pair as usize] = cost.unwrap_or(UNREACHED).min(UNREACHED);
            }
            start.iter().for_each(|&(hub, _)| spread[hub as usize] = UNREACHED);
        }
        costs
    }

    /// Hubs of all labels together.
    pub fn hubs(&self) -> usize {
        self.ahead.hubs.len() + self.back.hubs.len()
    }
}

impl Side {
    /// Labels of ranks and of everything above them, given the lowest first, from the top down: a node's hubs are itself and the
    /// hubs of those above.
    fn new(hierarchy: &Hierarchy, ranks: &[u32], [cost, against]: [fn(&Up) -> u32; 2]) -> Self {
        let mut side = Self { range: vec![[0; 2]; hierarchy.nodes()], hubs: Vec::new() };
        let mut best = vec![UNREACHED; hierarchy.nodes()];
        let mut met: Vec<u32> = Vec::new();
        for &rank in ranks.iter().rev() {
            best[rank as usize] = 0;
            met.push(rank);
            for up in hierarchy.ups(rank).iter().filter(|up| cost(up) < UNREACHED) {
                for &(hub, above) in side.of(up.to) {
                    let known = &mut best[hub as usize];
                    if *known == UNREACHED {
                        met.push(hub);
                    }
                    *known = (*known).min(above + cost(up));
                }
            }
            // A hub that is reached more cheaply from above cannot be the top of a shortest path (stall on demand).
            let is_needed = |hub: u32| {
                let own = best[hub as usize];
                own < UNREACHED && hierarchy.ups(hub).iter().all(|up| best[up.to as usize] + against(up) >= own)
            };
            let start = side.hubs.len() as u32;
            side.hubs.extend(met.iter().filter(|hub| is_needed(**hub)).map(|&hub| (hub, best[hub as usize])));
            side.range[rank as usize] = [start, side.hubs.len() as u32];
            met.drain(..).for_each(|hub| best[hub as usize] = UNREACHED);
        }
        side
    }

    fn of(&self, rank: u32) -> &[(u32, u32)] {
        let [start, end] = self.range[rank as usize];
        &self.hubs[start as usize..end as usize]
    }
}
