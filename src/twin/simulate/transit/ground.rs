//! Where riders walk: between stops that lie near one another, and between the zones where they live and work and the stops near them.

use super::assumption::LineAssumptions;
use super::service_graph::WalkBetween;
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use rstar::RTree;
use rstar::primitives::GeomWithData;

/// The stops of a region, then the zones as places to start from, then the zones as places to go to: nobody passes through a zone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ground {
    /// How many stops there are.
    pub stops: u32,
    /// How many zones there are.
    pub zones: u32,
    /// Walks, by where they begin.
    pub walks: Vec<WalkBetween>,
}

impl Ground {
    /// The stops of a region with zones at some places.
    pub fn new(region: &Region, zones: &[Position], assumptions: &LineAssumptions) -> Self {
        let places = (0u32..).zip(region.stops.iter()).map(|(index, (_, shape))| GeomWithData::new(shape.anchor().metres(), index));
        let tree = RTree::bulk_load(places.collect());
        let stops = region.stops.len() as u32;
        let near = |at: [f64; 2], reach: f64| {
            let found = tree.nearest_neighbor_iter_with_distance_2(&at).take_while(move |near| near.1 <= reach * reach);
            found.map(|near| (near.0.data, near.1.sqrt() / assumptions.walk_per_minute()))
        };
        let mut walks: Vec<WalkBetween> = Vec::new();
        for stop in &tree {
            let others = near(*stop.geom(), assumptions.walk_reach).filter(|(other, _)| *other != stop.data);
            walks.extend(others.map(|(other, minutes)| (stop.data, other, minutes)));
        }
        let mut ground = Self { stops, zones: zones.len() as u32, walks };
        for (zone, at) in (0u32..).zip(zones) {
            let ends = [ground.start(zone), ground.end(zone)];
            let both = near(at.metres(), assumptions.stop_reach).flat_map(|(stop, walk)| [(ends[0], stop, walk), (stop, ends[1], walk)]);
            ground.walks.extend(both);
        }
        ground.walks.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
        ground
    }

    /// A zone's place among riders' ends, as one to start from.
    pub fn start(&self, zone: u32) -> u32 {
        self.stops + zone
    }

    /// A zone's place among riders' ends, as one to go to.
    pub fn end(&self, zone: u32) -> u32 {
        self.stops + self.zones + zone
    }

    /// How many ends of rides there are.
    pub fn ends(&self) -> usize {
        (self.stops + 2 * self.zones) as usize
    }
}
