//! The primal network simplex for the transportation problem (Dantzig 1951), kept from cycling by strongly feasible trees
//! (Cunningham 1976).
//!
//! Nodes are the starts, the ends and a root that takes everybody in: from a start one goes to an end and from there, as far as its
//! capacity allows, to the root; or, at the penalty, straight to the root.

use super::tree::Tree;

/// A tree's arc is in neither of the other states, whatever it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Tree,
    Empty,
    Full,
}

#[derive(Clone, Copy, Debug)]
struct Arc {
    from: u32,
    to: u32,
    cost: i64,
    capacity: u64,
    flow: u64,
    state: State,
}

/// People moved along each arc `(start, end, cost)`, so that all costs and the penalties of those who stay are least.
pub fn solve(people: &[u64], capacity: &[u64], arcs: &[(u32, u32, i64)], penalty: i64) -> Vec<u64> {
    let mut simplex = Simplex::new(people, capacity, arcs, penalty);
    while let Some(entering) = simplex.entering() {
        simplex.pivot(entering);
    }
    simplex.arcs[..arcs.len()].iter().map(|arc| arc.flow).collect()
}

struct Simplex {
    arcs: Vec<Arc>,
    tree: Tree,
    potential: Vec<i64>,
    /// Where the search for the next arc goes on, and how many are looked at together.
    next: usize,
    block: usize,
}

/// The two sides of a cycle: down from its top to the entering arc, and up again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Behind,
    Before,
}

/// The cycle that an entering arc closes.
struct Cycle {
    /// How many it takes.
    amount: u64,
    /// Its highest node.
    top: u32,
    /// The node whose arc takes no more, and whether it lies behind the entering arc; none where that is the entering arc itself.
    leaving: Option<(u32, bool)>,
}

impl Simplex {
    fn new(people: &[u64], capacity: &[u64], pairs: &[(u32, u32, i64)], penalty: i64) -> Self {
        let (starts, root) = (people.len() as u32, (people.len() + capacity.len()) as u32);
        let arc = |from, to, cost, capacity, flow, state| Arc { from, to, cost, capacity, flow, state };
        let pairs = pairs.iter().map(|&(start, end, cost)| arc(start, starts + end, cost, u64::MAX, 0, State::Empty));
        let stay = people.iter().zip(0..).map(|(people, start)| arc(start, root, penalty, u64::MAX, *people, State::Tree));
        let come = capacity.iter().zip(starts..).map(|(capacity, end)| arc(end, root, 0, *capacity, 0, State::Tree));
        let first = pairs.len() as u32;
        let arcs: Vec<Arc> = pairs.chain(stay).chain(come).collect();
        // The cost of an arc of the tree is what its ends differ by.
        let potential = people.iter().map(|_| -penalty).chain(capacity.iter().map(|_| 0)).chain([0]).collect();
        let block = ((arcs.len() as f64).sqrt() as usize).max(16);
        Self { tree: Tree::star(first..first + root), arcs, potential, next: 0, block }
    }

    /// How much sending somebody along an arc, or back where it is full, saves.
    fn saving(&self, arc: &Arc) -> i64 {
        let reduced = arc.cost + self.potential[arc.from as usize] - self.potential[arc.to as usize];
        match arc.state {
            State::Tree => 0,
            State::Empty => -reduced,
            State::Full => reduced,
        }
    }

    /// The arc that saves most in the next block that has one.
    fn entering(&mut self) -> Option<usize> {
        let count = self.arcs.len();
        let mut best: Option<(i64, usize)> = None;
        for looked in 1..=count {
            let index = self.next;
            self.next = if index + 1 == count { 0 } else { index + 1 };
            let saving = self.saving(&self.arcs[index]);
            if saving > best.map_or(0, |(most, _)| most) {
                best = Some((saving, index));
            }
            if looked % self.block == 0 && best.is_some() {
                break;
            }
        }
        best.map(|(_, index)| index)
    }

    fn pivot(&mut self, entering: usize) {
        let arc = self.arcs[entering];
        // The cycle runs along the arc, or back along a full one.
        let (behind, before) = if arc.state == State::Empty { (arc.from, arc.to) } else { (arc.to, arc.from) };
        let saving = self.saving(&arc);
        let cycle = self.cycle(&arc, behind, before);
        self.push(entering, [behind, before], cycle.amount, cycle.top);
        let Some((leaving, is_behind)) = cycle.leaving else {
            self.arcs[entering].state = if arc.state == State::Empty { State::Full } else { State::Empty };
            return;
        };
        let old = &mut self.arcs[self.tree.arc[leaving as usize] as usize];
        old.state = if old.flow == 0 { State::Empty } else { State::Full };
        self.arcs[entering].state = State::Tree;
        // The part cut off hangs on the entering arc now, and its potentials follow.
        let (inside, outside, shift) = if is_behind { (behind, before, saving) } else { (before, behind, -saving) };
        self.tree.move_subtree(leaving, inside, outside, entering as u32);
        let potential = &mut self.potential;
        self.tree.for_subtree(inside, |node| potential[node as usize] += shift);
    }

    /// The cycle that an arc closes. Of the arcs that limit it the last leaves, counted from the cycle's top on.
    fn cycle(&self, entering: &Arc, behind: u32, before: u32) -> Cycle {
        let (mut least_behind, mut least_before) = ((u64::MAX, behind), (u64::MAX, before));
        let (mut down, mut up) = (behind, before);
        while down != up {
            if self.tree.depth[down as usize] >= self.tree.depth[up as usize] {
                // Coming down from the top: the arc met first is the last of the cycle.
                let room = self.room(down, Side::Behind);
                if room < least_behind.0 {
                    least_behind = (room, down);
                }
                down = self.tree.parent[down as usize];
            } else {
                let room = self.room(up, Side::Before);
                if room <= least_before.0 {
                    least_before = (room, up);
                }
                up = self.tree.parent[up as usize];
            }
        }
        let amount = entering.capacity.min(least_behind.0).min(least_before.0);
        let leaving = match amount {
            amount if amount == least_before.0 => Some((least_before.1, false)),
            amount if amount == entering.capacity => None,
            _ => Some((least_behind.1, true)),
        };
        Cycle { amount, top: down, leaving }
    }

    /// Whether the arc on which a node hangs points along a cycle.
    fn grows(&self, node: u32, side: Side) -> bool {
        let is_up = self.arcs[self.tree.arc[node as usize] as usize].from == node;
        is_up == (side == Side::Before)
    }

    /// How many more the cycle can send along the arc on which a node hangs.
    fn room(&self, node: u32, side: Side) -> u64 {
        let arc = &self.arcs[self.tree.arc[node as usize] as usize];
        if self.grows(node, side) { arc.capacity - arc.flow } else { arc.flow }
    }

    /// Sends people around a cycle.
    fn push(&mut self, entering: usize, ends: [u32; 2], amount: u64, top: u32) {
        let arc = &mut self.arcs[entering];
        arc.flow = if arc.state == State::Empty { arc.flow + amount } else { arc.flow - amount };
        for (end, side) in ends.into_iter().zip([Side::Behind, Side::Before]) {
            let mut node = end;
            while node != top {
                let grows = self.grows(node, side);
                let flow = &mut self.arcs[self.tree.arc[node as usize] as usize].flow;
                *flow = if grows { *flow + amount } else { *flow - amount };
                node = self.tree.parent[node as usize];
            }
        }
    }
}
