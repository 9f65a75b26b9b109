//! The routable graph of streets: nodes where they meet, edges between, apart from the features that people see.

use super::space::Position;

/// A stretch of a street between two nodes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Edge {
    /// Node at its start.
    pub from: u32,
    /// Node at its end.
    pub to: u32,
    /// Index of the street in the region's streets.
    pub street: u32,
    /// First point of the street's line that it covers.
    pub first_point: u16,
    /// Last point of the street's line that it covers.
    pub last_point: u16,
    /// Length [m].
    pub length: f32,
}

/// Streets as a graph. Directions, speeds and lanes are those of each edge's street.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// Where streets meet or end.
    pub nodes: Vec<Position>,
    /// Stretches between nodes, in the order of the streets.
    pub edges: Vec<Edge>,
}

impl Network {
    /// How many parts are not connected with one another, and how many nodes the largest has.
    pub fn components(&self) -> (usize, usize) {
        let part = parts(self.nodes.len(), self.edges.iter().map(|edge| (edge.from, edge.to)));
        let mut sizes = vec![0usize; self.nodes.len()];
        part.iter().for_each(|&part| sizes[part as usize] += 1);
        (sizes.iter().filter(|&&size| size > 0).count(), sizes.into_iter().max().unwrap_or(0))
    }
}

/// For each of so many nodes the first node of its part: of all that is connected with it.
pub fn parts(nodes: usize, joined: impl Iterator<Item = (u32, u32)>) -> Vec<u32> {
    let mut parent: Vec<u32> = (0..nodes as u32).collect();
    for (from, to) in joined {
        let (a, b) = (root(&mut parent, from), root(&mut parent, to));
        parent[a.max(b) as usize] = a.min(b);
    }
    (0..nodes as u32).map(|node| root(&mut parent, node)).collect()
}

/// The representative of a node's component, halving the path on the way.
fn root(parent: &mut [u32], mut node: u32) -> u32 {
    while parent[node as usize] != node {
        parent[node as usize] = parent[parent[node as usize] as usize];
        node = parent[node as usize];
    }
    node
}
