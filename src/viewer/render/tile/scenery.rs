//! A region made ready to be drawn: indices over its layers, heights of bridges. Made once, by a job.

use super::index::{Hang, TileIndex};
use super::key::TileKey;
use super::lift::Lifts;
use crate::twin::model::layer::Shapes;
use crate::twin::model::region::Region;
use crate::twin::model::space::{Bounds, Position};
use crate::twin::scenario::apply::bounds;
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
    /// Walls against water.
    pub levees: TileIndex,
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
            levees: whole(&region.levees.shapes),
            lifts,
            region,
        }
    }

    /// Height of the ground at a place [m above sea level].
    pub fn ground(&self, metres: [f64; 2]) -> f64 {
        if self.region.terrain.is_known() { self.region.terrain.height(self.region.frame.geo_from_metres(metres)) } else { 0.0 }
    }
}

/// What a scenario adds, ready to be drawn.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// What is new, on the same ground.
    pub scenery: Scenery,
    /// Colour of the scenario.
    pub colour: [u8; 3],
    /// The box around what is new.
    bounds: Bounds,
}

impl Proposed {
    /// Indexes what is new; none where nothing is.
    pub fn new(additions: Arc<Region>, colour: [u8; 3]) -> Option<Self> {
        let bounds = bounds(&additions);
        (!bounds.is_empty()).then(|| Self { scenery: Scenery::new(additions), colour, bounds })
    }

    /// Whether anything of it may lie in a tile.
    pub fn touches(&self, tile: TileKey) -> bool {
        tile.bounds().intersects(&self.bounds)
    }

    /// Whether something proposed takes up a place [m].
    pub fn covers(&self, place: [f64; 2]) -> bool {
        let at = Position::from_metres(place[0], place[1]);
        let region = &self.scenery.region;
        let within = |shapes: &Shapes, found: Vec<u32>| found.into_iter().any(|index| shapes.get(index as usize).contains(at));
        within(&region.cover.shapes, self.scenery.cover.near(place, 0.5))
            || within(&region.buildings.shapes, self.scenery.buildings.near(place, 60.0))
    }
}
