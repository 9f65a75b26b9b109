//! The profile of a path: distances, ground, clutter and climatic zones, transmitter first (§3.2).

use super::fault::{Fault, Quantity};
use super::section::Zone;
use std::borrow::Cow;

/// A profile needs this many points: the terminals and three between them.
pub const LEAST_POINTS: usize = 5;

/// A sound profile of n points: at least [`LEAST_POINTS`], distances rising from zero, all values finite and within bounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Path<'a> {
    distances: &'a [f64],
    ground: &'a [f64],
    surface: Vec<f64>,
    zones: Cow<'a, [Zone]>,
    /// Distance of the last point [km].
    length: f64,
}

impl<'a> Path<'a> {
    /// A profile of `distances` from the transmitter [km] that need not be even, heights of the `ground` above the sea [m], representative
    /// heights of the `clutter` above the ground [m] and `zones`. An empty list of clutter means none, one of zones inland everywhere.
    /// Clutter at the two terminals is left out, as in equation (1c).
    ///
    /// # Errors
    /// [`Fault::TooFewPoints`], [`Fault::Lengths`], [`Fault::NotRising`]; [`Fault::OutOfRange`] for length, ground and clutter.
    pub fn new(distances: &'a [f64], ground: &'a [f64], clutter: &[f64], zones: &'a [Zone]) -> Result<Self, Fault> {
        let length = length_of(distances)?;
        same_length(distances, ground.len())?;
        ground.iter().try_for_each(|height| Quantity::Ground.check(*height))?;
        Ok(Self { distances, ground, surface: surface(distances, ground, clutter)?, zones: zones_of(distances, zones)?, length })
    }

    /// Distance from terminal to terminal [km].
    pub fn length(&self) -> f64 {
        self.length
    }

    /// Distances from the transmitter [km].
    pub fn distances(&self) -> &[f64] {
        self.distances
    }

    /// Climatic zones, a point each.
    pub fn zones(&self) -> &[Zone] {
        &self.zones
    }

    /// Heights of the ground at the terminals [m].
    pub fn ends(&self) -> [f64; 2] {
        [self.ground.first(), self.ground.last()].map(|height| height.copied().unwrap_or(0.0))
    }

    /// Zones of the terminals.
    pub fn end_zones(&self) -> [Zone; 2] {
        [self.zones.first(), self.zones.last()].map(|zone| zone.copied().unwrap_or(Zone::Inland))
    }

    /// Heights of antennas above the sea [m] by those above the ground.
    pub fn antennas(&self, heights: [f64; 2]) -> [f64; 2] {
        let ends = self.ends();
        [ends[0] + heights[0], ends[1] + heights[1]]
    }

    /// All points: distance [km] and height of the ground [m].
    pub fn points(&self) -> impl DoubleEndedIterator<Item = (f64, f64)> + ExactSizeIterator + Clone {
        self.distances.iter().copied().zip(self.ground.iter().copied())
    }

    /// Those between the terminals: distance and height of the ground.
    pub fn between(&self) -> impl Iterator<Item = (f64, f64)> + Clone {
        self.points().take(self.distances.len() - 1).skip(1)
    }

    /// Those between the terminals: distance and height of the ground with its clutter.
    pub fn obstacles(&self) -> impl Iterator<Item = (f64, f64)> + Clone {
        self.distances.iter().copied().zip(self.surface.iter().copied()).take(self.distances.len() - 1).skip(1)
    }
}

fn length_of(distances: &[f64]) -> Result<f64, Fault> {
    if distances.len() < LEAST_POINTS {
        return Err(Fault::TooFewPoints { points: distances.len() });
    }
    if distances.first() != Some(&0.0) {
        return Err(Fault::NotRising { point: 0 });
    }
    let rises = |pair: &[f64]| matches!(pair, [before, after] if before < after && after.is_finite());
    if let Some(before) = distances.windows(2).position(|pair| !rises(pair)) {
        return Err(Fault::NotRising { point: before + 1 });
    }
    let length = distances.last().copied().unwrap_or(0.0);
    Quantity::Length.check(length)?;
    Ok(length)
}

fn same_length(distances: &[f64], values: usize) -> Result<(), Fault> {
    if values == distances.len() { Ok(()) } else { Err(Fault::Lengths { distances: distances.len(), values }) }
}

fn surface(distances: &[f64], ground: &[f64], clutter: &[f64]) -> Result<Vec<f64>, Fault> {
    if clutter.is_empty() {
        return Ok(ground.to_vec());
    }
    same_length(distances, clutter.len())?;
    clutter.iter().try_for_each(|height| Quantity::Clutter.check(*height))?;
    let last = distances.len() - 1;
    let above = |(point, (height, clutter)): (usize, (&f64, &f64))| if point == 0 || point == last { *height } else { height + clutter };
    Ok(ground.iter().zip(clutter).enumerate().map(above).collect())
}

fn zones_of<'a>(distances: &[f64], zones: &'a [Zone]) -> Result<Cow<'a, [Zone]>, Fault> {
    if zones.is_empty() {
        return Ok(Cow::Owned(vec![Zone::Inland; distances.len()]));
    }
    same_length(distances, zones.len())?;
    Ok(Cow::Borrowed(zones))
}
