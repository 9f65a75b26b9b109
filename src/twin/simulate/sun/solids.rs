//! The buildings of a region as prisms on its ground, one for each, in their order.

use super::prisms::{Prism, Prisms};
use crate::twin::model::building::{Building, Part};
use crate::twin::model::change::Kept;
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
    /// The buildings of a region. Some of them stand as they did `earlier`.
    pub fn new(region: &Region, earlier: Option<(&Self, &Kept)>) -> Self {
        let buildings = &region.buildings;
        let known = |index: usize| earlier.filter(|(_, kept)| kept.has(index)).and_then(|(solids, _)| solids.floors.get(index).copied());
        let floor = |index: usize| known(index).unwrap_or_else(|| floor(region, &buildings.shapes.get(index)));
        let floors: Vec<f32> = (0..buildings.len()).into_par_iter().map(floor).collect();
        let mut prisms = earlier.map(|(solids, kept)| solids.prisms.first(kept.first())).unwrap_or_default();
        for (index, (building, floor)) in buildings.features.iter().zip(&floors).enumerate().skip(prisms.len()) {
            let (heights, floor) = (heights(building), f64::from(*floor));
            // An outline stands through its parts.
            let is_solid = building.part != Part::Outline && heights.top > 0.0;
            let base = if heights.base > 0.0 { floor + heights.base } else { f64::NEG_INFINITY };
            prisms.push(buildings.shapes.get(index).parts(), base, if is_solid { floor + heights.top } else { f64::NEG_INFINITY });
        }
        prisms.arrange();
        let is_missing = |(building, prism): &(&Building, &Prism)| building.part != Part::Outline && !prism.is_solid();
        let without_body = buildings.features.iter().zip(prisms.all()).filter(is_missing).count();
        Self { prisms, floors, without_body }
    }

    /// Everything that stands in one of two states of a region but not in the other; what is kept stands in both.
    pub fn differing<'a>(&'a self, before: &'a Self, kept: &Kept) -> Vec<&'a Prism> {
        let others = kept.others(self.prisms.len().max(before.prisms.len())).map(|number| number as u32);
        let differing = others.filter(|number| !self.prisms.stands_as_in(*number, &before.prisms));
        let both = differing.flat_map(|number| [self.prisms.get(number), before.prisms.get(number)]);
        both.flatten().filter(|prism| prism.is_solid()).collect()
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
