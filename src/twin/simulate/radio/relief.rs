//! The relief of a region along the paths of its masts, level where no elevation is known at all.

use super::profile::fill;
use super::sweep::Relief;
use crate::twin::model::region::Region;
use crate::twin::model::space::GeoPoint;

/// From point to point of a path at least [m], and points at most.
pub(super) const STEP: f64 = 90.0;
const MOST: f64 = 250.0;

/// Heights of the ground between two places.
pub(super) struct Way {
    /// From point to point [m].
    pub step: f64,
    /// Heights above the sea [m], NaN where they are not known.
    pub heights: Vec<f64>,
}

/// Heights between two places [m east, north] of a region; at least two.
pub(super) fn way(region: &Region, from: [f64; 2], to: [f64; 2]) -> Way {
    let length = (to[0] - from[0]).hypot(to[1] - from[1]).max(1.0);
    let steps = (length / STEP).ceil().clamp(1.0, MOST);
    let count = steps as usize + 1;
    let step = length / steps;
    Way { step, heights: heights(region, from, to, count) }
}

/// Heights of the ground at so many points evenly from a place to another [m above the sea], NaN where they are not known; two at least.
fn heights(region: &Region, from: [f64; 2], to: [f64; 2], count: usize) -> Vec<f64> {
    if !region.terrain.is_known() {
        return vec![0.0; count];
    }
    // Degrees between the ends are taken evenly: over 40 km that is some 40 m beside the straight line, less than a cell of the relief.
    let [start, end] = [from, to].map(|place| region.frame.geo_from_metres(place));
    let place = |share: f64| GeoPoint::new(start.lon + share * (end.lon - start.lon), start.lat + share * (end.lat - start.lat));
    (0..count).map(|point| height(region, place(point as f64 / (count - 1) as f64))).collect()
}

/// The same for radials.
impl Relief for Region {
    fn points(&self, from: [f64; 2], step: [f64; 2], count: usize) -> (Vec<f64>, Vec<f64>, usize) {
        let last = count.saturating_sub(1) as f64;
        let mut ground = heights(self, from, [0, 1].map(|axis| from[axis] + last * step[axis]), count);
        let voids = ground.iter().filter(|height| !height.is_finite()).count();
        if voids > 0 {
            fill(&mut ground);
        }
        (ground.clone(), ground, voids)
    }
}

/// Height of the ground at a place [m]; NaN where it is not known.
pub(super) fn height(region: &Region, place: GeoPoint) -> f64 {
    region.terrain.rasters.iter().find_map(|raster| raster.sample(place)).unwrap_or(f64::NAN)
}
