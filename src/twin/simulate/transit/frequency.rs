//! Optimal strategies (Spiess and Florian, *Optimal strategies: a new assignment model for transit networks*,
//! Transportation Research B 23, 1989): riders take whichever attractive line comes first.
//!
//! Times in minutes. Frequencies are one over the mean wait, which for a line alone is half its interval.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeSet, BinaryHeap};

/// A part of a way: to board, to ride on, to get off or to walk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc {
    /// Node at its start.
    pub from: u32,
    /// Node at its end.
    pub to: u32,
    /// Time on it [min].
    pub time: f64,
    /// One over the mean wait for it [1/min]; infinite where nobody waits.
    pub frequency: f64,
}

/// Arcs by the node where they end.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// Arcs, by index.
    pub arcs: Vec<Arc>,
    first_into: Vec<u32>,
    into: Vec<u32>,
}

impl Graph {
    /// A graph of so many nodes. Arcs that no one can take, or to nodes that are not there, stay without use.
    pub fn new(nodes: usize, arcs: Vec<Arc>) -> Self {
        let usable = |arc: &Arc| {
            (arc.from as usize) < nodes && (arc.to as usize) < nodes && arc.frequency > 0.0 && arc.time >= 0.0 && arc.time.is_finite()
        };
        let mut into: Vec<u32> = (0..arcs.len() as u32).filter(|arc| usable(&arcs[*arc as usize])).collect();
        into.sort_by_key(|arc| arcs[*arc as usize].to);
        let mut first_into = vec![0u32; nodes + 1];
        into.iter().for_each(|arc| first_into[arcs[*arc as usize].to as usize + 1] += 1);
        for node in 0..nodes {
            first_into[node + 1] += first_into[node];
        }
        Self { arcs, first_into, into }
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.first_into.len().saturating_sub(1)
    }

    /// Arcs that end at a node.
    fn into(&self, node: u32) -> &[u32] {
        &self.into[self.first_into[node as usize] as usize..self.first_into[node as usize + 1] as usize]
    }
}

/// What riders to one destination do at each node.
#[derive(Clone, Debug, PartialEq)]
pub struct Strategy {
    /// Expected time to the destination from each node [min]; infinite where there is no way.
    pub time: Vec<f64>,
    /// Frequency of the attractive arcs of each node together [1/min]; infinite where nobody waits.
    pub frequency: Vec<f64>,
    /// The arc taken where nobody waits.
    sole: Vec<u32>,
    /// Attractive arcs, from the destination outwards.
    order: Vec<u32>,
}

/// The optimal strategy to a destination, with a time for each arc [min] in place of the graph's own.
pub fn optimal_strategy(graph: &Graph, times: &[f64], destination: u32) -> Strategy {
    let nodes = graph.nodes();
    let mut strategy =
        Strategy { time: vec![f64::INFINITY; nodes], frequency: vec![0.0; nodes], sole: vec![u32::MAX; nodes], order: Vec::new() };
    if destination as usize >= nodes {
        return strategy;
    }
    strategy.time[destination as usize] = 0.0;
    let mut settled = vec![false; nodes];
    let mut open = BinaryHeap::from([Reverse(Next { time: 0.0, what: What::Node(destination) })]);
    while let Some(Reverse(Next { time, what })) = open.pop() {
        match what {
            // No arc that is still to come can make the time from this node less.
            What::Node(node) if time == strategy.time[node as usize] && !settled[node as usize] => {
                settled[node as usize] = true;
                let arcs = graph.into(node).iter().filter(|arc| !settled[graph.arcs[**arc as usize].from as usize]);
                open.extend(arcs.map(|&arc| Reverse(Next { time: time + times[arc as usize], what: What::Arc(arc) })));
            }
            What::Node(_) => {}
            What::Arc(arc) => {
                let Arc { from, frequency, .. } = graph.arcs[arc as usize];
                if time < strategy.time[from as usize] {
                    strategy.add(arc, from, frequency, time);
                    open.push(Reverse(Next { time: strategy.time[from as usize], what: What::Node(from) }));
                }
            }
        }
    }
    strategy
}

impl Strategy {
    /// Makes an arc attractive that takes so long to the destination, itself included.
    fn add(&mut self, arc: u32, node: u32, frequency: f64, time: f64) {
        let (known, known_time) = (self.frequency[node as usize], self.time[node as usize]);
        self.order.push(arc);
        self.frequency[node as usize] = known + frequency;
        self.time[node as usize] = if frequency.is_infinite() {
            self.sole[node as usize] = arc;
            time
        } else {
            let waited = if known > 0.0 { known * known_time } else { 1.0 };
            (waited + frequency * time) / (known + frequency)
        };
    }

    /// Every arc that somebody may take who sets out from a node.
    pub fn arcs_from(&self, graph: &Graph, start: u32) -> BTreeSet<u32> {
        let mut reached = vec![false; graph.nodes()];
        if let Some(reached) = reached.get_mut(start as usize) {
            *reached = true;
        }
        let mut taken = BTreeSet::new();
        for &index in self.order.iter().rev() {
            let arc = &graph.arcs[index as usize];
            let node = arc.from as usize;
            let is_taken = self.frequency[node].is_finite() || self.sole[node] == index;
            if reached[node] && is_taken {
                taken.insert(index);
                reached[arc.to as usize] = true;
            }
        }
        taken
    }

    /// Sends riders of each node to the destination: adds to the riders of each arc, and returns their waiting [min].
    pub fn load(&self, graph: &Graph, mut riders: Vec<f64>, volumes: &mut [f64]) -> f64 {
        riders.resize(graph.nodes(), 0.0);
        let mut waiting = 0.0;
        let mut waited = vec![false; graph.nodes()];
        for &index in self.order.iter().rev() {
            let arc = &graph.arcs[index as usize];
            let node = arc.from as usize;
            let all = self.frequency[node];
            let share = if all.is_finite() { arc.frequency / all } else { f64::from(u8::from(self.sole[node] == index)) };
            if all.is_finite() && !std::mem::replace(&mut waited[node], true) {
                waiting += riders[node] / all;
            }
            let taken = riders[node] * share;
            volumes[index as usize] += taken;
            riders[arc.to as usize] += taken;
        }
        waiting
    }
}

/// What comes next on the way outwards.
#[derive(Clone, Copy, Debug)]
struct Next {
    time: f64,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Arc(u32),
    Node(u32),
}

impl Ord for Next {
    fn cmp(&self, other: &Self) -> Ordering {
        self.time.total_cmp(&other.time).then(self.what.cmp(&other.what))
    }
}

impl PartialOrd for Next {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Next {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Next {}
