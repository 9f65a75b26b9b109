//! The routable graph of a sketch's streets: they meet where they have a point in common.

use crate::twin::model::layer::Layer;
use crate::twin::model::network::{Edge, Network};
use crate::twin::model::space::Position;
use crate::twin::model::street::Street;
use std::collections::HashMap;

/// The graph over all streets.
pub fn of_streets(streets: &Layer<Street>) -> Network {
    let mut uses: HashMap<Position, (u32, u32)> = HashMap::new();
    for (_, shape) in streets.iter() {
        let line = shape.first();
        for (index, &point) in line.iter().enumerate() {
            let ends = index == 0 || index + 1 == line.len();
            uses.entry(point).or_insert((0, u32::MAX)).0 += if ends { 2 } else { 1 };
        }
    }
    let mut network = Network::default();
    for (street, (_, shape)) in streets.iter().enumerate() {
        let line = shape.first();
        let mut open: Option<(u32, usize)> = None;
        let mut length = 0.0;
        for (index, &point) in line.iter().enumerate().take(usize::from(u16::MAX)) {
            if index > 0 {
                length += line[index - 1].distance(point);
            }
            let Some(entry) = uses.get_mut(&point).filter(|entry| entry.0 > 1) else { continue };
            if entry.1 == u32::MAX {
                entry.1 = network.nodes.len() as u32;
                network.nodes.push(point);
            }
            if let Some((from, first)) = open {
                network.edges.push(Edge {
                    from,
                    to: entry.1,
                    street: street as u32,
                    first_point: first as u16,
                    last_point: index as u16,
                    length: length as f32,
                });
            }
            open = Some((entry.1, index));
            length = 0.0;
        }
    }
    network
}
