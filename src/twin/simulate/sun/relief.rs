//! The relief against the sky: how high hills stand in each of 72 sectors, with the Earth's curve taken off.

use super::horizon::{Horizon, SECTORS, sector_middle};
use super::path::azimuth;
use std::f64::consts::TAU;

/// First step of a march over the ground [m]; each is longer than the one before.
const FIRST: f64 = 30.0;
/// By how much steps grow.
const GROWTH: f64 = 1.15;
/// How far hills are looked for [m].
const FARTHEST: f64 = 25_000.0;
/// Radius of the Earth as light sees it, bent by air of a usual gradient: 7/6 of the mean radius [m].
const RADIUS: f64 = 6_371_000.0 * 7.0 / 6.0;

/// The ground's height.
pub trait Ground: Sync {
    /// Above the sea at a place of the plane [m].
    fn height(&self, at: [f64; 2]) -> f64;
}

impl<F: Fn([f64; 2]) -> f64 + Sync> Ground for F {
    fn height(&self, at: [f64; 2]) -> f64 {
        self(at)
    }
}

/// The relief as it stands against the sky, seen from the ground at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Skyline {
    slopes: Vec<f64>,
    highest: f64,
}

/// How far one looks, step by step.
fn marks() -> impl Iterator<Item = f64> {
    std::iter::successors(Some(FIRST), |distance| Some(distance * GROWTH)).take_while(|distance| *distance <= FARTHEST)
}

/// The slope at which the ground stands at a distance, seen from a height.
fn slope_of(ground: &dyn Ground, from: [f64; 3], toward: [f64; 2], distance: f64) -> f64 {
    let height = ground.height([from[0] + toward[0] * distance, from[1] + toward[1] * distance]);
    (height - from[2] - distance * distance / (2.0 * RADIUS)) / distance
}

/// Whether light reaches a point past the ground.
pub fn passes(ground: &dyn Ground, from: [f64; 3], toward: [f64; 2], slope: f64) -> bool {
    // What is not a number is no hill.
    marks().map(|distance| slope_of(ground, from, toward, distance)).all(|hill| hill.is_nan() || hill <= slope)
}

impl Skyline {
    /// The relief seen from the ground at a place [m].
    pub fn new(ground: &dyn Ground, at: [f64; 2]) -> Self {
        let from = [at[0], at[1], ground.height(at)];
        let highest = |sector: usize| {
            let toward: [f64; 2] = sector_middle(sector).sin_cos().into();
            // What is not a number is no hill.
            marks().map(|distance| slope_of(ground, from, toward, distance)).fold(f64::NEG_INFINITY, f64::max)
        };
        let slopes: Vec<f64> = (0..SECTORS).map(highest).collect();
        Self { highest: slopes.iter().copied().fold(f64::NEG_INFINITY, f64::max), slopes }
    }

    /// The slope at which it stands in a direction: straight between the middles of two sectors.
    pub fn slope(&self, toward: [f64; 2]) -> f64 {
        let place = azimuth(toward).rem_euclid(TAU) / TAU * SECTORS as f64 - 0.5;
        let (first, share) = (place.floor(), place - place.floor());
        let at = |sector: f64| self.slopes.get(sector.rem_euclid(SECTORS as f64) as usize).copied().unwrap_or(f64::NEG_INFINITY);
        let (left, right) = (at(first), at(first + 1.0));
        if left.is_finite() && right.is_finite() { left + share * (right - left) } else { left.max(right) }
    }

    /// Whether it hides the sun.
    pub fn hides(&self, toward: [f64; 2], slope: f64) -> bool {
        self.highest > slope && self.slope(toward) > slope
    }

    /// Whether nothing of it stands higher than a slope.
    pub fn is_below(&self, slope: f64) -> bool {
        self.highest <= slope
    }

    /// As a horizon.
    pub fn horizon(&self) -> Horizon {
        let mut horizon = Horizon::default();
        self.slopes.iter().enumerate().for_each(|(sector, slope)| horizon.raise(sector, *slope));
        horizon
    }
}
