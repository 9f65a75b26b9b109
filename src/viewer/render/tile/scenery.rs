//! A region made ready to be drawn: indices over its layers, heights of bridges. Made once, by a job.

use super::index::{Hang, TileIndex};
use super::lift::Lifts;
use crate::twin::model::region::Region;
use std::sync::Arc;

/// What tiles are built from.
#[derive(Clone, Debug)]
pub struct Scenery {
    /// The region itself.
    pub region: Arc<Region>,
    /// Buildings, each at one finest tile.
    pub buildings: TileIndex,
    /// Streets.
    pub streets: TileIndex,
    /// Tracks.
    pub railways: TileIndex,
    /// Water.
    pub water: TileIndex,
    /// Land cover.
    pub cover: TileIndex,
    /// Trees and rows of trees.
    pub trees: TileIndex,
    /// Bridges and their approaches.
    pub lifts: Lifts,
}

impl Scenery {
    /// Indexes a region.
    pub fn new(region: Arc<Region>) -> Self {
        let ((buildings, streets), (railways, (water, (cover, (trees, lifts))))) = rayon::join(
            || (TileIndex::new(&region.buildings.shapes, Hang::Anchor), TileIndex::new(&region.streets.shapes, Hang::Whole)),
            || {
                let layers = (
                    TileIndex::new(&region.railways.shapes, Hang::Whole),
                    TileIndex::new(&region.water.shapes, Hang::Whole),
                    TileIndex::new(&region.cover.shapes, Hang::Whole),
                    TileIndex::new(&region.trees.shapes, Hang::Whole),
                );
                (layers.0, (layers.1, (layers.2, (layers.3, Lifts::new(&region)))))
            },
        );
        Self { region, buildings, streets, railways, water, cover, trees, lifts }
    }

    /// Height of the ground at a place [m above sea level].
    pub fn ground(&self, metres: [f64; 2]) -> f64 {
        if self.region.terrain.is_known() { self.region.terrain.height(self.region.frame.geo_from_metres(metres)) } else { 0.0 }
    }
}
