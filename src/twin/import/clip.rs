//! Keeps of a region only what lies in given polygons.

use crate::twin::model::feature::Feature;
use crate::twin::model::layer::{Layer, Shape, ShapeKind};
use crate::twin::model::names::Strings;
use crate::twin::model::network::Network;
use crate::twin::model::region::{LayerVisitorMut, Region};
use crate::twin::model::space::{Bounds, GeoPoint, LocalFrame, Position, ring_contains};

/// Polygons to keep, in the region's plane.
pub struct Clip {
    polygons: Vec<Polygon>,
}

struct Polygon {
    bounds: Bounds,
    rings: Vec<Vec<Position>>,
}

impl Clip {
    /// Polygons, each an outer ring and its holes.
    pub fn new(polygons: &[Vec<Vec<GeoPoint>>], frame: &LocalFrame) -> Self {
        let project = |ring: &Vec<GeoPoint>| ring.iter().map(|&point| frame.position_from_geo(point)).collect::<Vec<_>>();
        let polygons = polygons.iter().map(|rings| {
            let rings: Vec<Vec<Position>> = rings.iter().map(project).collect();
            Polygon { bounds: Bounds::around(rings.iter().flatten().copied()), rings }
        });
        Self { polygons: polygons.collect() }
    }

    /// The box around them.
    pub fn bounds(&self) -> Bounds {
        Bounds::around(self.polygons.iter().flat_map(|polygon| polygon.rings.iter().flatten().copied()))
    }

    /// Whether a position lies in one of them (even–odd rule over each one's rings).
    pub fn contains(&self, position: Position) -> bool {
        self.polygons.iter().any(|polygon| {
            polygon.bounds.contains(position.metres()) && polygon.rings.iter().filter(|ring| ring_contains(ring, position)).count() % 2 == 1
        })
    }

    /// Whether a shape lies in them with any of its points or its anchor, or holds one of their corners.
    pub fn keeps(&self, shape: &Shape<'_>) -> bool {
        shape.points().iter().any(|&point| self.contains(point))
            || self.contains(shape.anchor())
            || (shape.kind == ShapeKind::Area
                && self.polygons.iter().flat_map(|polygon| polygon.rings.iter().flatten()).any(|&corner| shape.contains(corner)))
    }
}

/// Drops every feature that does not touch the polygons, and frames what they enclose.
pub fn clip(region: &mut Region, clip: &Clip) {
    let streets: Vec<bool> = region.streets.iter().map(|(_, shape)| clip.keeps(&shape)).collect();
    region.network = clipped_network(&region.network, &streets);
    let before = region.counts();
    region.visit_layers_mut(&mut Visitor(clip));
    // What lies outside was never asked for: it does not count as lost.
    for ((name, before), (_, after)) in before.into_iter().zip(region.counts()) {
        if let Some(layer) = region.quality.layers.iter_mut().find(|layer| layer.layer == name) {
            layer.found = layer.found.saturating_sub((before - after) as u64);
            layer.kept = after as u64;
        }
    }
    region.extent = clip.bounds();
}

struct Visitor<'a>(&'a Clip);

impl LayerVisitorMut for Visitor<'_> {
    fn visit<T: Feature>(&mut self, layer: &mut Layer<T>, _: &mut Strings) {
        let mut kept = Layer::<T>::default();
        for (feature, shape) in layer.iter().filter(|(_, shape)| self.0.keeps(shape)) {
            kept.push(feature.clone(), shape.kind, shape.parts());
        }
        *layer = kept;
    }
}

/// The network of the streets that stay, with their new indices and only the nodes that they use.
fn clipped_network(network: &Network, keep: &[bool]) -> Network {
    let mut count = 0;
    let streets: Vec<Option<u32>> = keep
        .iter()
        .map(|&keep| {
            count += u32::from(keep);
            keep.then(|| count - 1)
        })
        .collect();
    let mut clipped = Network::default();
    let mut nodes: Vec<Option<u32>> = vec![None; network.nodes.len()];
    for edge in &network.edges {
        let Some(street) = streets[edge.street as usize] else { continue };
        let [from, to] = [edge.from, edge.to].map(|node| {
            *nodes[node as usize].get_or_insert_with(|| {
                clipped.nodes.push(network.nodes[node as usize]);
                clipped.nodes.len() as u32 - 1
            })
        });
        clipped.edges.push(crate::twin::model::network::Edge { from, to, street, ..*edge });
    }
    clipped
}
