//! The buildings of a region as prisms on its ground, one for each, in their order.

use super::prisms::{Prism, Prisms};
use crate::twin::model::building::{Building, Part};
use crate::twin::model::layer::Shape;
use crate::twin::model::region::Region;
use crate::twin::model::space::{GeoPoint, Position};
use rayon::prelude::*;

/// Height of a storey where a building tells its storeys but no height [m].
const STOREY: f64 = 3.0;
/// Length of a degree of latitude [m].
const METRES_A_DEGREE: f64 = 111_200.0;
/// Walls lower than this cannot be those of a house [m].
const LOWEST: f64 = 2.0;

/// Buildings as prisms.
#[derive(Clone, Debug, Default)]
pub struct Solids {
    /// A prism for each building.
    pub prisms: Prisms,
    /// The ground that each stands on [m above the sea]: the middle of the lowest and the highest along its walls.
    pub floors: Vec<f32>,
    /// Buildings that throw no shade because they have no height or no footprint.
    pub without_body: usize,
}

/// Heights of a building above its floor [m].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heights {
    /// Underside; zero on the ground.
    pub base: f64,
    /// The walls' top edge.
    pub eaves: f64,
    /// Top of what throws shade: half of a roof's rise, as far pictures draw it.
    pub top: f64,
    /// Storeys.
    pub storeys: u8,
}

/// The heights of a building.
pub fn heights(building: &Building) -> Heights {
    let (base, storeys) = (building.min_height.metres(), building.levels.value);
    let told = building.eaves();
    let walls = f64::from(storeys) * STOREY;
    let eaves = if told - base < LOWEST && building.height.value.metres() < LOWEST && walls > 0.0 { base + walls } else { told };
    Heights { base, eaves, top: eaves + building.roof_height.metres() * 0.5, storeys: storeys.max(1) }
}

impl Solids {
    /// The buildings of a region. Floors of buildings that stood there before are taken over.
    pub fn new(region: &Region, earlier: Option<&Self>) -> Self {
        let buildings = &region.buildings;
        let floors = (0..buildings.len()).into_par_iter().map(|index| {
            let shape = buildings.shapes.get(index);
            let known = earlier.and_then(|earlier| earlier.floor_of(index, &shape));
            known.unwrap_or_else(|| floor(region, &shape))
        });
        let mut solids = Self { floors: floors.collect(), ..Self::default() };
        for ((building, shape), floor) in buildings.iter().zip(&solids.floors) {
            let (heights, floor) = (heights(building), f64::from(*floor));
            // An outline stands through its parts.
            let top = if building.part == Part::Outline { f64::NEG_INFINITY } else { floor + heights.top };
            let base = if heights.base > 0.0 { floor + heights.base } else { f64::NEG_INFINITY };
            solids.prisms.push(shape.parts(), base, if heights.top > 0.0 { top } else { f64::NEG_INFINITY });
        }
        let is_missing = |(building, prism): &(&Building, &Prism)| building.part != Part::Outline && !prism.is_solid();
        solids.without_body = buildings.features.iter().zip(solids.prisms.all()).filter(is_missing).count();
        solids.prisms.arrange();
        solids
    }

    /// The floor of a building where it has the footprint that it had.
    fn floor_of(&self, index: usize, shape: &Shape) -> Option<f32> {
        let rings = self.prisms.rings(self.prisms.get(index as u32)?);
        rings.eq(shape.parts().filter(|ring| ring.len() >= 3)).then(|| self.floors.get(index).copied()).flatten()
    }

    /// Everything that stands in one of two states of a region but not in the other.
    pub fn differing<'a>(&'a self, before: &'a Self) -> Vec<&'a Prism> {
        let most = self.prisms.len().max(before.prisms.len()) as u32;
        let differing = (0..most).into_par_iter().filter(|number| !self.prisms.stands_as_in(*number, &before.prisms));
        let both = differing.flat_map_iter(|number| [self.prisms.get(number), before.prisms.get(number)]);
        both.flatten_iter().filter(|prism| prism.is_solid()).collect()
    }
}

/// The ground under a footprint [m above the sea].
fn floor(region: &Region, shape: &Shape) -> f32 {
    let Some(first) = shape.points().first().filter(|_| region.terrain.is_known()) else { return 0.0 };
    // Degrees are looked for once: over the length of a house they grow evenly.
    let (at, geo) = (first.metres(), region.frame.geo_from_metres(first.metres()));
    let per_metre = [1.0 / (METRES_A_DEGREE * geo.lat.to_radians().cos().max(0.01)), 1.0 / METRES_A_DEGREE];
    let height = |point: &Position| {
        let [east, north] = [point.east() - at[0], point.north() - at[1]];
        region.terrain.height(GeoPoint::new(geo.lon + east * per_metre[0], geo.lat + north * per_metre[1]))
    };
    let heights = shape.points().iter().map(height);
    let (low, high) = heights.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), height| (low.min(height), high.max(height)));
    let middle = (low + high) / 2.0;
    if middle.is_finite() { middle as f32 } else { 0.0 }
}
