//! The sun's way and the relief's skyline, tile by tile of a region: near places share them.

use super::horizon::LEAST_SLOPE;
use super::path::{Day, Path};
use super::position::midnight;
use super::relief::Skyline;
use crate::twin::model::region::Region;
use crate::twin::model::space::GeoPoint;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Side of a tile in which the sun's way is the same [m]: its height differs by less than 0.05° from that in the middle.
const TILE: f64 = 10_000.0;
/// Side of a tile in which the skyline is the same [m].
const HILLS: f64 = 200.0;

type Tile = [i32; 2];

/// The sun's way and the skyline, for places that were named.
#[derive(Clone, Debug, Default)]
pub struct Tiles {
    paths: BTreeMap<Tile, Arc<Path>>,
    /// None where no hill stands high enough to count.
    skylines: BTreeMap<Tile, Option<Arc<Skyline>>>,
}

fn tile(at: [f64; 2], side: f64) -> Tile {
    at.map(|value| (value / side).floor() as i32)
}

fn middle(tile: Tile, side: f64) -> [f64; 2] {
    tile.map(|value| (f64::from(value) + 0.5) * side)
}

impl Tiles {
    /// Those of some places [m] on a day [year, month, day]; so many minutes after sunrise and before sunset do not count. What is known of
    /// earlier is taken over.
    pub fn new(region: &Region, date: (i32, u32, u32), low: f64, places: impl Iterator<Item = [f64; 2]>, earlier: Option<&Self>) -> Self {
        let mut tiles = earlier.cloned().unwrap_or_default();
        let is_hilly = region.terrain.is_known();
        let (mut ways, mut hills) = (BTreeSet::new(), BTreeSet::new());
        let mut last = None;
        for at in places {
            let (way, hill) = (tile(at, TILE), tile(at, HILLS));
            if last == Some(hill) {
                continue;
            }
            last = Some(hill);
            ways.extend((!tiles.paths.contains_key(&way)).then_some(way));
            hills.extend((is_hilly && !tiles.skylines.contains_key(&hill)).then_some(hill));
        }
        let (ways, hills): (Vec<Tile>, Vec<Tile>) = (ways.into_iter().collect(), hills.into_iter().collect());
        if !ways.is_empty() {
            let day = Day::new(midnight(date.0, date.1, date.2), region.frame.origin().lon);
            let path = |tile: &Tile| {
                let place = region.frame.geo_from_metres(middle(*tile, TILE));
                (*tile, Arc::new(Path::new(&day, place, region.frame.convergence(place), low)))
            };
            tiles.paths.extend(ways.par_iter().map(path).collect::<Vec<_>>());
        }
        let counts = |skyline: &Skyline| !skyline.is_below(LEAST_SLOPE);
        let skyline = |tile: &Tile| (*tile, Some(skyline(region, middle(*tile, HILLS))).filter(counts).map(Arc::new));
        tiles.skylines.extend(hills.par_iter().map(skyline).collect::<Vec<_>>());
        tiles
    }

    /// The sun's way at a place.
    pub fn path(&self, at: [f64; 2]) -> Option<&Path> {
        self.paths.get(&tile(at, TILE)).map(|path| &**path)
    }

    /// The skyline at a place; none where no relief is known that counts.
    pub fn skyline(&self, at: [f64; 2]) -> Option<&Skyline> {
        self.skylines.get(&tile(at, HILLS))?.as_deref()
    }
}

/// The skyline of a place. The ground around it is asked along straight lines of longitude and latitude, which is near enough for hills.
fn skyline(region: &Region, at: [f64; 2]) -> Skyline {
    let geo = |east: f64, north: f64| region.frame.geo_from_metres([at[0] + east, at[1] + north]);
    let (here, east, north) = (geo(0.0, 0.0), geo(1_000.0, 0.0), geo(0.0, 1_000.0));
    let ground = |place: [f64; 2]| {
        let [x, y] = [(place[0] - at[0]) / 1_000.0, (place[1] - at[1]) / 1_000.0];
        region.terrain.height(GeoPoint::new(
            here.lon + x * (east.lon - here.lon) + y * (north.lon - here.lon),
            here.lat + x * (east.lat - here.lat) + y * (north.lat - here.lat),
        ))
    };
    Skyline::new(&ground, at)
}
