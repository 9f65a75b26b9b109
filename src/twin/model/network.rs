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
        let mut parent: Vec<u32> = (0..self.nodes.len() as u32).collect();
        for edge in &self.edges {
            let (a, b) = (root(&mut parent, edge.from), root(&mut parent, edge.to));
            parent[a.max(b) as usize] = a.min(b);
        }
        let mut sizes = vec![0usize; self.nodes.len()];
        for node in 0..self.nodes.len() as u32 {
            sizes[root(&mut parent, node) as usize] += 1;
        }
        (sizes.iter().filter(|&&size| size > 0).count(), sizes.into_iter().max().unwrap_or(0))
    }
}

/// The representative of a node's component, halving the path on the way.
fn root(parent: &mut [u32], mut node: u32) -> u32 {
    while parent[node as usize] != node {
        parent[node as usize] = parent[parent[node as usize] as usize];
        node = parent[node as usize];
    }
    node
}
