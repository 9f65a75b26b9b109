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
    /// Institutions and services.
    pub amenities: TileIndex,
    /// Territories.
    pub boundaries: TileIndex,
    /// Lines of public transport.
    pub lines: TileIndex,
    /// Masts.
    pub masts: TileIndex,
    /// Cables.
    pub cables: TileIndex,
    /// Bridges and their approaches.
    pub lifts: Lifts,
}

impl Scenery {
    /// Indexes a region.
    pub fn new(region: Arc<Region>) -> Self {
        let whole = |shapes| TileIndex::new(shapes, Hang::Whole);
        let (buildings, lifts) = rayon::join(|| TileIndex::new(&region.buildings.shapes, Hang::Anchor), || Lifts::new(&region));
        Self {
            buildings,
            streets: whole(&region.streets.shapes),
            railways: whole(&region.railways.shapes),
            water: whole(&region.water.shapes),
            cover: whole(&region.cover.shapes),
            trees: whole(&region.trees.shapes),
            amenities: TileIndex::new(&region.amenities.shapes, Hang::Anchor),
            boundaries: whole(&region.boundaries.shapes),
            lines: whole(&region.lines.shapes),
            masts: whole(&region.masts.shapes),
            cables: whole(&region.cables.shapes),
            lifts,
            region,
        }
    }

    /// Height of the ground at a place [m above sea level].
    pub fn ground(&self, metres: [f64; 2]) -> f64 {
        if self.region.terrain.is_known() { self.region.terrain.height(self.region.frame.geo_from_metres(metres)) } else { 0.0 }
    }
}
