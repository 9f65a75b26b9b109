//! The relief of a region along the paths of its masts, level where no elevation is known at all.

use crate::twin::model::region::Region;
use crate::twin::model::space::GeoPoint;

/// From point to point of a path at least [m], and points at most.
const STEP: f64 = 90.0;
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
    if !region.terrain.is_known() {
        return Way { step, heights: vec![0.0; count] };
    }
    // Degrees between the ends are taken evenly: over 40 km that is some 40 m beside the straight line, less than a cell of the relief.
    let [start, end] = [from, to].map(|place| region.frame.geo_from_metres(place));
    let place = |share: f64| GeoPoint::new(start.lon + share * (end.lon - start.lon), start.lat + share * (end.lat - start.lat));
    let heights = (0..count).map(|point| height(region, place(point as f64 / steps))).collect();
    Way { step, heights }
}

/// Height of the ground at a place [m]; NaN where it is not known.
pub(super) fn height(region: &Region, place: GeoPoint) -> f64 {
    region.terrain.rasters.iter().find_map(|raster| raster.sample(place)).unwrap_or(f64::NAN)
}
