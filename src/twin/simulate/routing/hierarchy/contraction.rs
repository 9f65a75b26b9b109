//! Ranking nodes by contracting them one after another, the cheapest first, with shortcuts where no other way is as short.

use super::super::graph::{Graph, UNREACHED, plus};
use super::{Hierarchy, Up};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Nodes that a search for a way around may settle. Fewer leave shortcuts that nobody needs, more take time.
const SETTLED: usize = 40;
/// The two directions of a joint.
const AHEAD: usize = 0;
const BACK: usize = 1;

/// What joins a node with a neighbour.
#[derive(Clone, Copy, Debug)]
struct Joint {
    to: u32,
    /// Cost of going there and of coming from there [ticks].
    cost: [u32; 2],
}

impl Joint {
    fn leads_nowhere(&self) -> bool {
        self.cost == [UNREACHED; 2]
    }
}

/// Contracts every node of a graph.
pub fn contract(graph: &Graph) -> Hierarchy {
    let nodes = graph.nodes();
    let mut rest = Rest::new(graph);
    let mut queue: BinaryHeap<Reverse<(i64, u32)>> = (0..nodes as u32).map(|node| Reverse((rest.weigh(node), node))).collect();
    let mut hierarchy = Hierarchy { rank: vec![0; nodes], node: Vec::with_capacity(nodes), first: vec![0], ups: Vec::new() };
    while let Some(Reverse((_, node))) = queue.pop() {
        // What was reckoned earlier may have changed since: the node waits if another is now cheaper.
        let weight = rest.weigh(node);
        if queue.peek().is_some_and(|Reverse(next)| *next < (weight, node)) {
            queue.push(Reverse((weight, node)));
            continue;
        }
        hierarchy.rank[node as usize] = hierarchy.node.len() as u32;
        hierarchy.node.push(node);
        let joints = rest.contract(node);
        hierarchy.ups.extend(joints.iter().map(|joint| Up { to: joint.to, ahead: joint.cost[AHEAD], back: joint.cost[BACK] }));
        hierarchy.first.push(hierarchy.ups.len() as u32);
    }
    for up in &mut hierarchy.ups {
        up.to = hierarchy.rank[up.to as usize];
    }
    hierarchy
}

/// The graph of the nodes that are not yet contracted.
struct Rest {
    joints: Vec<Vec<Joint>>,
    /// How many nodes were contracted one after another below each.
    depth: Vec<u32>,
    /// Shortcuts that the node weighed last would need, each from a neighbour.
    shortcuts: Vec<(u32, Joint)>,
    around: Around,
    /// Whether every way costs the same back.
    symmetric: bool,
}

impl Rest {
    fn new(graph: &Graph) -> Self {
        let nodes = graph.nodes();
        let mut joints = vec![Vec::new(); nodes];
        for from in 0..nodes as u32 {
            for arc in graph.arcs_from(from).iter().filter(|arc| arc.to != from) {
                join(&mut joints, from, Joint { to: arc.to, cost: [arc.cost, UNREACHED] });
            }
        }
        let symmetric = joints.iter().flatten().all(|joint| joint.cost[AHEAD] == joint.cost[BACK]);
        Self { joints, depth: vec![0; nodes], shortcuts: Vec::new(), around: Around::new(nodes), symmetric }
    }

    /// What contracting a node costs: shortcuts added against joints taken away, and the depth, which keeps ranks even over the
    /// map. The shortcuts are kept for [`Rest::contract`].
    fn weigh(&mut self, node: u32) -> i64 {
        self.find_shortcuts(node);
        let difference = self.shortcuts.len() as i64 - self.joints[node as usize].len() as i64;
        2 * difference + i64::from(self.depth[node as usize])
    }

    fn find_shortcuts(&mut self, node: u32) {
        self.shortcuts.clear();
        let joints = &self.joints[node as usize];
        for (index, from) in joints.iter().enumerate() {
            let start = self.shortcuts.len();
            let through = |to: &Joint| {
                let cost = [plus(from.cost[BACK], to.cost[AHEAD]), plus(to.cost[BACK], from.cost[AHEAD])];
                (from.to, Joint { to: to.to, cost })
            };
            self.shortcuts.extend(joints[index + 1..].iter().map(through).filter(|(_, shortcut)| !shortcut.leads_nowhere()));
            // Between two neighbours one shortcut takes the place of two joints: not worth a search.
            if joints.len() > 2 && self.shortcuts.len() > start {
                self.around.look(&self.joints, node, self.symmetric, &mut self.shortcuts[start..]);
                let mut index = 0;
                self.shortcuts.retain(|(_, shortcut)| {
                    index += 1;
                    index <= start || !shortcut.leads_nowhere()
                });
            }
        }
    }

    /// Takes a node out, puts in the shortcuts found last, and returns what joined it with the rest.
    fn contract(&mut self, node: u32) -> Vec<Joint> {
        let joints = std::mem::take(&mut self.joints[node as usize]);
        let depth = self.depth[node as usize] + 1;
        for joint in &joints {
            let neighbour = joint.to as usize;
            self.joints[neighbour].retain(|back| back.to != node);
            self.depth[neighbour] = self.depth[neighbour].max(depth);
        }
        for (from, shortcut) in self.shortcuts.drain(..) {
            join(&mut self.joints, from, shortcut);
        }
        joints
    }
}

/// Joins two nodes at these costs at most.
fn join(joints: &mut [Vec<Joint>], from: u32, joint: Joint) {
    improve(&mut joints[from as usize], joint);
    improve(&mut joints[joint.to as usize], Joint { to: from, cost: [joint.cost[BACK], joint.cost[AHEAD]] });
}

fn improve(joints: &mut Vec<Joint>, joint: Joint) {
    match joints.iter_mut().find(|known| known.to == joint.to) {
        Some(known) => known.cost = [0, 1].map(|side| known.cost[side].min(joint.cost[side])),
        None => joints.push(joint),
    }
}

/// Looks for ways around a node.
struct Around {
    cost: Vec<u32>,
    met: Vec<u32>,
    open: BinaryHeap<Reverse<(u32, u32)>>,
}

impl Around {
    fn new(nodes: usize) -> Self {
        Self { cost: vec![UNREACHED; nodes], met: Vec::new(), open: BinaryHeap::new() }
    }

    /// Marks what shortcuts, all from one node, are no shorter than a way around `node`.
    fn look(&mut self, joints: &[Vec<Joint>], node: u32, symmetric: bool, shortcuts: &mut [(u32, Joint)]) {
        let sides: &[usize] = if symmetric { &[AHEAD] } else { &[AHEAD, BACK] };
        for &side in sides {
            let costs = shortcuts.iter().map(|(_, shortcut)| shortcut.cost[side]);
            let Some(longest) = costs.filter(|cost| *cost < UNREACHED).max() else { continue };
            self.search(joints, shortcuts[0].0, node, longest, side);
            for (_, shortcut) in &mut *shortcuts {
                if self.cost[shortcut.to as usize] <= shortcut.cost[side] {
                    shortcut.cost[side] = UNREACHED;
                }
            }
        }
        if symmetric {
            shortcuts.iter_mut().for_each(|(_, shortcut)| shortcut.cost[BACK] = shortcut.cost[AHEAD]);
        }
    }

    fn search(&mut self, joints: &[Vec<Joint>], from: u32, without: u32, limit: u32, side: usize) {
        self.met.drain(..).for_each(|node| self.cost[node as usize] = UNREACHED);
        self.open.clear();
        self.meet(from, 0);
        let mut settled = 0;
        while let Some(Reverse((cost, node))) = self.open.pop() {
            if cost > self.cost[node as usize] {
                continue;
            }
            settled += 1;
            if cost >= limit || settled > SETTLED {
                return;
            }
            for joint in joints[node as usize].iter().filter(|joint| joint.to != without) {
                let next = cost + joint.cost[side];
                if next <= limit {
                    self.meet(joint.to, next);
                }
            }
        }
    }

    fn meet(&mut self, node: u32, cost: u32) {
        let known = &mut self.cost[node as usize];
        if cost < *known {
            if *known == UNREACHED {
                self.met.push(node);
            }
            *known = cost;
            self.open.push(Reverse((cost, node)));
        }
    }
}
