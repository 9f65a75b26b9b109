//! A directed graph with whole costs, its arcs in one array (compressed sparse rows).

/// Cost of what cannot be reached. Two costs below it add up without overflow, in signed numbers too.
pub const UNREACHED: u32 = (1 << 30) - 1;

/// Ticks in a second: costs are whole thousandths, so that every method finds the same to the bit.
pub const TICKS: f64 = 1000.0;

/// Seconds as a cost; [`UNREACHED`] for what is beyond 298 hours or no number.
pub fn ticks(seconds: f64) -> u32 {
    let ticks = (seconds * TICKS).round();
    if (0.0..f64::from(UNREACHED)).contains(&ticks) { ticks as u32 } else { UNREACHED }
}

/// A cost in seconds; infinite for what cannot be reached.
pub fn seconds(cost: u32) -> f64 {
    if cost < UNREACHED { f64::from(cost) / TICKS } else { f64::INFINITY }
}

/// The sum of two costs, at most [`UNREACHED`].
pub fn plus(a: u32, b: u32) -> u32 {
    (a + b).min(UNREACHED)
}

/// A way from one node straight to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// Where it leads.
    pub to: u32,
    /// What it costs [ticks].
    pub cost: u32,
}

/// Nodes and the arcs that leave them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    first: Vec<u32>,
    arcs: Vec<Arc>,
}

impl Default for Graph {
    fn default() -> Self {
        Self { first: vec![0], arcs: Vec::new() }
    }
}

impl Graph {
    /// The graph of so many nodes with these arcs `(from, to, cost)`; arcs of a node keep their order. Arcs that end at no node
    /// or cost [`UNREACHED`] are left out.
    pub fn new(nodes: usize, arcs: &[(u32, u32, u32)]) -> Self {
        let usable = |arc: &&(u32, u32, u32)| (arc.0.max(arc.1) as usize) < nodes && arc.2 < UNREACHED;
        let mut first = vec![0_u32; nodes + 1];
        for arc in arcs.iter().filter(usable) {
            first[arc.0 as usize + 1] += 1;
        }
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let mut next = first.clone();
        let mut placed = vec![Arc { to: 0, cost: 0 }; first[nodes] as usize];
        for &(from, to, cost) in arcs.iter().filter(usable) {
            let at = &mut next[from as usize];
            placed[*at as usize] = Arc { to, cost };
            *at += 1;
        }
        Self { first, arcs: placed }
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.first.len() - 1
    }

    /// How many arcs there are.
    pub fn arc_count(&self) -> usize {
        self.arcs.len()
    }

    /// The arcs that leave a node.
    pub fn arcs_from(&self, node: u32) -> &[Arc] {
        &self.arcs[self.first[node as usize] as usize..self.first[node as usize + 1] as usize]
    }
}
