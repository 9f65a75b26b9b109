//! A short tree that joins places of a graph (Steiner tree): the least spanning tree of the shortest ways between them, found in one search
//! (Kou, Markowsky & Berman 1981; Mehlhorn 1988), and what no tree can be shorter than.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A length that nothing has.
const UNREACHED: u64 = u64::MAX;

/// A way between two nodes, open both ways, with its whole length.
pub type Edge = (u32, u32, u64);

/// A tree from the first of some places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// Its edges, by their numbers, rising.
    pub edges: Vec<usize>,
    /// Their length.
    pub length: u64,
    /// What no tree that joins the same places can be shorter than.
    pub least: u64,
    /// Of each place whether the tree joins it to the first.
    pub joined: Vec<bool>,
    /// Of each place the shortest way to the first, alone; none where there is no way.
    pub alone: Vec<Option<u64>>,
}

/// Joins places, the first of which is the root, over a graph of so many nodes. At most 2(1 − 1/k) times as long as the shortest tree of its
/// k places. Places and edges that end at no node are left out; so is what no way leads to. All lengths together must stay below 2⁶³.
pub fn tree(nodes: usize, edges: &[Edge], places: &[u32]) -> Tree {
    let graph = Graph::new(nodes, edges);
    let from_root = graph.search(&places[..places.len().min(1)]);
    let alone: Vec<Option<u64>> =
        places.iter().map(|place| from_root.get(*place as usize).map(|found| found.length).filter(|length| *length < UNREACHED)).collect();
    let joined: Vec<bool> = alone.iter().map(Option::is_some).collect();
    let ends: Vec<u32> = distinct(places.iter().zip(&joined).filter(|(_, joined)| **joined).map(|(place, _)| *place));
    let found = graph.search(&ends);
    let (bridges, spanning) = spanning(nodes, edges, &found);
    let used = leafless(edges, &walked(&found, edges, &bridges), &ends);
    let length = used.iter().map(|edge| edges[*edge].2).sum();
    // The shortest tree, walked around, is a round trip that passes every place: a spanning tree of shortest ways is no longer than that
    // trip without its longest stretch. And no tree is shorter than the way to its farthest place.
    let count = ends.len() as u64;
    let halved = if count > 1 { (u128::from(spanning) * u128::from(count)).div_ceil(2 * u128::from(count - 1)) as u64 } else { 0 };
    let farthest = alone.iter().flatten().copied().max().unwrap_or(0);
    Tree { edges: used, length, least: halved.max(farthest).min(length), joined, alone }
}

fn distinct(places: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut places: Vec<u32> = places.collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Edges by their nodes, in compressed rows.
struct Graph<'a> {
    edges: &'a [Edge],
    first: Vec<usize>,
    around: Vec<usize>,
}

/// What a search says of a node: the nearest place, how far it is, and the edge on the way there.
#[derive(Clone, Copy)]
struct Found {
    place: u32,
    length: u64,
    edge: usize,
}

impl<'a> Graph<'a> {
    fn new(nodes: usize, edges: &'a [Edge]) -> Self {
        let usable = |(from, to, _): &Edge| (*from.max(to) as usize) < nodes && from != to;
        let mut first = vec![0; nodes + 1];
        let ends =
            || edges.iter().enumerate().filter(|(_, edge)| usable(edge)).flat_map(|(number, edge)| [(edge.0, number), (edge.1, number)]);
        ends().for_each(|(node, _)| first[node as usize + 1] += 1);
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let (mut next, mut around) = (first.clone(), vec![0; first[nodes]]);
        for (node, number) in ends() {
            let place = &mut next[node as usize];
            around[*place] = number;
            *place += 1;
        }
        Self { edges, first, around }
    }

    /// Shortest ways from the nearest of some places to every node (Dijkstra); of equally near ones the lesser.
    fn search(&self, places: &[u32]) -> Vec<Found> {
        let nodes = self.first.len() - 1;
        let mut found = vec![Found { place: u32::MAX, length: UNREACHED, edge: usize::MAX }; nodes];
        let mut open = BinaryHeap::new();
        for place in places.iter().filter(|place| (**place as usize) < nodes) {
            found[*place as usize] = Found { place: *place, length: 0, edge: usize::MAX };
            open.push(Reverse((0, *place, *place)));
        }
        while let Some(Reverse((length, place, node))) = open.pop() {
            let here = found[node as usize];
            if (here.length, here.place) != (length, place) {
                continue;
            }
            for &number in &self.around[self.first[node as usize]..self.first[node as usize + 1]] {
                let (a, b, own) = self.edges[number];
                let there = if a == node { b } else { a };
                let known = &mut found[there as usize];
                if (length + own, place) < (known.length, known.place) {
                    *known = Found { place, length: length + own, edge: number };
                    open.push(Reverse((length + own, place, there)));
                }
            }
        }
        found
    }
}

/// The edges over which a least spanning tree of the places goes from what is nearest to one to what is nearest to another, and its length.
fn spanning(nodes: usize, edges: &[Edge], found: &[Found]) -> (Vec<usize>, u64) {
    let mut bridges: Vec<(u64, usize)> = Vec::new();
    for (number, (from, to, own)) in edges.iter().enumerate() {
        let (Some(a), Some(b)) = (found.get(*from as usize), found.get(*to as usize)) else { continue };
        if a.length < UNREACHED && b.length < UNREACHED && a.place != b.place {
            bridges.push((a.length + own + b.length, number));
        }
    }
    bridges.sort_unstable();
    let mut parts = Parts((0..nodes as u32).collect());
    let place = |node: u32| found[node as usize].place;
    bridges.retain(|(_, number)| parts.join(place(edges[*number].0), place(edges[*number].1)));
    (bridges.iter().map(|(_, number)| *number).collect(), bridges.iter().map(|(length, _)| length).sum())
}

/// All edges of the ways from bridges to the places on both sides, each once, rising.
fn walked(found: &[Found], edges: &[Edge], bridges: &[usize]) -> Vec<usize> {
    let mut is_used = vec![false; edges.len()];
    for bridge in bridges {
        is_used[*bridge] = true;
        for mut node in [edges[*bridge].0, edges[*bridge].1] {
            while let Some((from, to, _)) = edges.get(found[node as usize].edge) {
                // What is used already was walked to its end.
                if std::mem::replace(&mut is_used[found[node as usize].edge], true) {
                    break;
                }
                node = if *from == node { *to } else { *from };
            }
        }
    }
    (0..edges.len()).filter(|edge| is_used[*edge]).collect()
}

/// A least spanning tree of edges, without the branches that end at no place.
fn leafless(edges: &[Edge], used: &[usize], places: &[u32]) -> Vec<usize> {
    let number = distinct(used.iter().flat_map(|edge| [edges[*edge].0, edges[*edge].1]));
    let of = |node: u32| number.binary_search(&node).unwrap_or(0);
    let mut ordered = used.to_vec();
    ordered.sort_unstable_by_key(|edge| (edges[*edge].2, *edge));
    let mut parts = Parts((0..number.len() as u32).collect());
    ordered.retain(|edge| parts.join(of(edges[*edge].0) as u32, of(edges[*edge].1) as u32));
    let mut degree = vec![0u32; number.len()];
    ordered.iter().flat_map(|edge| [edges[*edge].0, edges[*edge].1]).for_each(|node| degree[of(node)] += 1);
    loop {
        let before = ordered.len();
        let is_end = |node: u32, degree: &[u32]| degree[of(node)] == 1 && places.binary_search(&node).is_err();
        ordered.retain(|edge| {
            let (from, to, _) = edges[*edge];
            let is_idle = is_end(from, &degree) || is_end(to, &degree);
            if is_idle {
                degree[of(from)] -= 1;
                degree[of(to)] -= 1;
            }
            !is_idle
        });
        if ordered.len() == before {
            break;
        }
    }
    ordered.sort_unstable();
    ordered
}

/// Nodes in parts that are joined to one another.
struct Parts(Vec<u32>);

impl Parts {
    fn root(&mut self, mut node: u32) -> u32 {
        while self.0[node as usize] != node {
            self.0[node as usize] = self.0[self.0[node as usize] as usize];
            node = self.0[node as usize];
        }
        node
    }

    /// Joins the parts of two nodes; whether they were apart.
    fn join(&mut self, a: u32, b: u32) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b) as usize] = a.min(b);
        a != b
    }
}
