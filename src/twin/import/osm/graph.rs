//! The routable network: streets split where they meet.

use super::map::Map;
use crate::twin::model::network::{Edge, Network};
use crate::twin::model::space::length;

/// A node that is no junction.
const NONE: u32 = u32::MAX;

/// Streets on their way into the network: indices of streets and the nodes of their lines, one after another.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    streets: Vec<(u32, u32)>,
    nodes: Vec<u32>,
}

impl Graph {
    /// Adds a street with the nodes of its line.
    pub fn add(&mut self, street: u32, nodes: &[u32]) {
        self.nodes.extend_from_slice(nodes);
        self.streets.push((street, self.nodes.len() as u32));
    }

    /// The network: a junction stands at every end of a street and at every node that streets pass more than once.
    pub fn network(&self, map: &Map) -> Network {
        let mut passes = vec![0_u8; map.positions.len()];
        self.for_each(|_, nodes| {
            for &node in nodes {
                passes[node as usize] = passes[node as usize].saturating_add(1);
            }
            for end in [nodes.first(), nodes.last()].into_iter().flatten() {
                passes[*end as usize] = 2;
            }
        });
        let mut junctions = vec![NONE; map.positions.len()];
        let mut network = Network::default();
        self.for_each(|street, nodes| {
            let mut start = 0;
            for end in 1..nodes.len().min(usize::from(u16::MAX)) {
                if passes[nodes[end] as usize] < 2 {
                    continue;
                }
                let [from, to] = [start, end].map(|place| {
                    let node = nodes[place] as usize;
                    if junctions[node] == NONE {
                        junctions[node] = network.nodes.len() as u32;
                        network.nodes.push(map.positions[node]);
                    }
                    junctions[node]
                });
                network.edges.push(Edge {
                    from,
                    to,
                    street,
                    first_point: start as u16,
                    last_point: end as u16,
                    length: length(&map.line(&nodes[start..=end])) as f32,
                });
                start = end;
            }
        });
        network
    }

    fn for_each(&self, mut visit: impl FnMut(u32, &[u32])) {
        let mut first = 0;
        for &(street, end) in &self.streets {
            visit(street, &self.nodes[first..end as usize]);
            first = end as usize;
        }
    }
}
