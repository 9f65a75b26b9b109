//! A file's objects brought into the region's plane: positions of nodes, node indices of ways.

use super::raw::{RawObject, RawOsm};
use crate::twin::model::quality::{Finding, Quality};
use crate::twin::model::space::{LocalFrame, Position};
use rayon::prelude::*;

/// A reference to a node that the file lacks.
const MISSING: u32 = u32::MAX;

/// The objects with their places.
pub struct Map {
    /// The objects.
    pub raw: RawOsm,
    /// Place of each node.
    pub positions: Vec<Position>,
    /// For each reference of each way, the index of its node.
    nodes: Vec<u32>,
}

impl Map {
    /// Projects the nodes and resolves the ways' references.
    pub fn new(raw: RawOsm, frame: &LocalFrame) -> Self {
        let objects = &raw.objects;
        let positions = objects.nodes.par_iter().map(|node| frame.position_from_geo(node.point())).collect();
        let nodes = objects.refs.par_iter().map(|&id| objects.node_index(id).map_or(MISSING, |index| index as u32)).collect();
        Self { raw, positions, nodes }
    }

    /// The nodes of a way that are there, none twice in a row.
    pub fn way_nodes(&self, way: &RawObject) -> Vec<u32> {
        let mut nodes: Vec<u32> = Vec::with_capacity(way.refs.range().len());
        for &node in &self.nodes[way.refs.range()] {
            if node != MISSING && nodes.last() != Some(&node) {
                nodes.push(node);
            }
        }
        nodes
    }

    /// Whether a way ends where it begins, even if that node is missing.
    pub fn is_closed(&self, way: &RawObject) -> bool {
        let refs = &self.raw.objects.refs[way.refs.range()];
        refs.len() > 3 && refs.first() == refs.last()
    }

    /// Counts the ways that name nodes which are not there.
    pub fn note_missing(&self, quality: &mut Quality) {
        for way in &self.raw.objects.ways {
            if self.nodes[way.refs.range()].contains(&MISSING) {
                quality.note(Finding::MissingNodes, format!("w{}", way.id));
            }
        }
    }

    /// Places of nodes.
    pub fn line(&self, nodes: &[u32]) -> Vec<Position> {
        nodes.iter().map(|&node| self.positions[node as usize]).collect()
    }
}
