//! A region made ready to be drawn: indices over its layers, heights of bridges. Made once, by a job.

use super::index::{Hang, TileIndex};
use super::lift::Lifts;
use crate::twin::model::layer::Shapes;
use crate::twin::model::region::Region;
use crate::twin::model::space::{Bounds, Position};
use crate::twin::scenario::schedule::Status;
use crate::viewer::app::proposals::{Drawn, Piece};
use rayon::prelude::*;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use std::collections::BTreeMap;
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
            amenities: whole(&region.amenities.shapes),
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

/// What a scenario adds, ready to be drawn: a scenery for each of its solutions, so that an edit prepares no more than what it changes.
#[derive(Clone, Debug, Default)]
pub struct Proposed {
    parts: BTreeMap<u32, Arc<Part>>,
    boxes: RTree<GeomWithData<Rectangle<[f64; 2]>, u32>>,
    /// Colour of the scenario.
    pub colour: [u8; 3],
}

/// Whether anything of a solution stands in the month that is shown: what is only planned or consented takes up no room yet.
fn stands((_, piece): &(&u32, &Arc<Piece>)) -> bool {
    piece.status.stands()
}

/// What a solution adds, ready to be drawn.
#[derive(Debug)]
struct Part {
    piece: Arc<Piece>,
    scenery: Scenery,
}

impl Proposed {
    /// Makes a scenario's picture ready; what an earlier one has of it is taken from there.
    pub fn new(drawn: &Drawn, earlier: &Self) -> Self {
        let part = |(key, piece): (&u32, &Arc<Piece>)| {
            let new = || Arc::new(Part { piece: piece.clone(), scenery: Scenery::new(piece.additions.clone()) });
            (*key, earlier.part_of(*key, piece).unwrap_or_else(new))
        };
        let parts: BTreeMap<u32, Arc<Part>> = drawn.pieces.par_iter().filter(stands).map(part).collect();
        let boxed = |(key, part): (&u32, &Arc<Part>)| {
            let bounds = part.piece.bounds;
            (!bounds.is_empty()).then(|| GeomWithData::new(Rectangle::from_corners(bounds.min, bounds.max), *key))
        };
        Self { boxes: RTree::bulk_load(parts.iter().filter_map(boxed).collect()), parts, colour: drawn.colour }
    }

    /// Solutions of a picture that are not ready yet.
    pub fn lacks(&self, drawn: &Drawn) -> usize {
        drawn.pieces.iter().filter(stands).filter(|(key, piece)| self.part_of(**key, piece).is_none()).count()
    }

    /// Whether a solution is being built in the month that is shown.
    pub fn is_under_construction(&self, key: u32) -> bool {
        self.parts.get(&key).is_some_and(|part| part.piece.status == Status::Construction)
    }

    fn part_of(&self, key: u32, piece: &Arc<Piece>) -> Option<Arc<Part>> {
        self.parts.get(&key).filter(|part| Arc::ptr_eq(&part.piece, piece)).cloned()
    }

    /// The solutions that may lie in a box, in the order of their keys.
    pub fn within(&self, bounds: &Bounds) -> Vec<(u32, &Scenery)> {
        let envelope = AABB::from_corners(bounds.min, bounds.max);
        let mut keys: Vec<u32> = self.boxes.locate_in_envelope_intersecting(&envelope).map(|found| found.data).collect();
        keys.sort_unstable();
        keys.into_iter().filter_map(|key| Some((key, &self.parts.get(&key)?.scenery))).collect()
    }

    /// Whether something proposed takes up a place [m].
    pub fn covers(&self, place: [f64; 2]) -> bool {
        let at = Position::from_metres(place[0], place[1]);
        let within = |shapes: &Shapes, found: Vec<u32>| found.into_iter().any(|index| shapes.get(index as usize).contains(at));
        self.within(&Bounds::around([at])).into_iter().any(|(_, scenery)| {
            within(&scenery.region.cover.shapes, scenery.cover.near(place, 0.5))
                || within(&scenery.region.buildings.shapes, scenery.buildings.near(place, 60.0))
        })
    }
}
