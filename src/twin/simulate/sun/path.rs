//! The sun's way through a day at a place, minute by minute, as a fan of directions on the region's plane.

use super::fan::Fan;
use super::position::{Air, Moment, solar_noon};
use crate::twin::model::space::GeoPoint;
use std::f64::consts::TAU;
use std::ops::Range;

/// Minutes of a day.
const MINUTES: i32 = 1_440;
/// Height of the sun's centre when its upper edge is seen at the horizon [rad].
const UPPER_EDGE: f64 = -0.266_67 * std::f64::consts::PI / 180.0;
/// Parts of the circle for which the least slope is kept.
const PARTS: usize = 360;
/// What the sun stands at least above the horizon to throw a shadow that ends [rad].
const LEAST: f64 = 0.1 * std::f64::consts::PI / 180.0;

/// The minutes of a day, with all of it worked out that is the same everywhere.
#[derive(Clone, Debug)]
pub struct Day(Vec<Option<Moment>>);

impl Day {
    /// The day about the mean noon at a longitude [°] that begins at Greenwich at `midnight` (Julian day).
    pub fn new(midnight: f64, longitude: f64) -> Self {
        let noon = solar_noon(midnight, longitude);
        let middle = |minute: i32| noon + (f64::from(minute - MINUTES / 2) + 0.5) / f64::from(MINUTES);
        Self((0..MINUTES).map(|minute| Moment::new(middle(minute))).collect())
    }
}

/// Minutes of a day in which the sun counts, at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Directions to the sun on the plane, clockwise.
    pub fan: Fan,
    /// How steeply it shines: the tangent of its height, by direction.
    pub slopes: Vec<f64>,
    /// The minute in the order of time, by direction.
    slots: Vec<u32>,
    /// Stretches of minutes without a break.
    pub runs: Vec<Range<usize>>,
    /// Whether directions stand in the order of time.
    in_order: bool,
    /// Least slope by part of the circle, and of all.
    least: Vec<f64>,
    least_of_all: f64,
}

impl Path {
    /// The sun's way at a place, on a plane whose north is `convergence` [rad] off true north. So many minutes after it rises and before
    /// it sets do not count.
    pub fn new(day: &Day, place: GeoPoint, convergence: f64, low: f64) -> Self {
        let sun = |moment: &Option<Moment>| moment.as_ref().and_then(|moment| moment.sun(place, Air::STANDARD));
        let seen: Vec<_> = day.0.iter().map(|moment| sun(moment).filter(|sun| sun.elevation >= UPPER_EDGE)).collect();
        let mut up = Vec::new();
        let mut runs: Vec<Range<usize>> = Vec::new();
        for run in stretches(&seen) {
            // Where it does not rise or set within the day it is not low for long.
            let cut = low.max(0.0).round() as usize;
            let first = if run.start == 0 { 0 } else { run.start.saturating_add(cut) };
            let last = if run.end == seen.len() { run.end } else { run.end.saturating_sub(cut) };
            let start = up.len();
            up.extend((first..last).filter_map(|minute| seen.get(minute).copied().flatten()));
            runs.extend((up.len() > start).then_some(start..up.len()));
        }
        let toward: Vec<[f64; 2]> = up.iter().map(|sun| (sun.azimuth - convergence).sin_cos().into()).collect();
        let (fan, slots) = Fan::new(&toward);
        let slope = |slot: &u32| up.get(*slot as usize).map_or(f64::INFINITY, |sun| sun.elevation.max(LEAST).tan());
        let slopes: Vec<f64> = slots.iter().map(slope).collect();
        let mut least = vec![f64::INFINITY; PARTS];
        for (toward, slope) in fan.toward().iter().zip(&slopes) {
            if let Some(least) = least.get_mut(part(azimuth(*toward))) {
                *least = least.min(*slope);
            }
        }
        let in_order = slots.iter().enumerate().all(|(place, slot)| place == *slot as usize);
        let least_of_all = least.iter().copied().fold(f64::INFINITY, f64::min);
        Self { fan, slopes, slots, runs, in_order, least, least_of_all }
    }

    /// How many minutes there are.
    pub fn len(&self) -> usize {
        self.slopes.len()
    }

    /// Whether the sun never counts.
    pub fn is_empty(&self) -> bool {
        self.slopes.is_empty()
    }

    /// The least slope of all; ∞ where there is no sun.
    pub fn least(&self) -> f64 {
        self.least_of_all
    }

    /// The least slope among the directions in which a circle is seen at `[east, north]` from a point; ∞ where the sun never stands there.
    pub fn least_toward(&self, to: [f64; 2], radius: f64) -> f64 {
        let distance = to[0].hypot(to[1]);
        if distance <= radius {
            return self.least();
        }
        let (middle, half) = (azimuth(to), (radius / distance).asin());
        let (first, last) = (part(middle - half), part(middle + half));
        let of = |parts: Range<usize>| self.least.get(parts).unwrap_or(&[]).iter().copied().fold(f64::INFINITY, f64::min);
        if first <= last { of(first..last + 1) } else { of(first..PARTS).min(of(0..last + 1)) }
    }

    /// The directions that lie before a wall that faces `outward`, as one stretch that holds them all.
    pub fn before(&self, outward: [f64; 2]) -> Range<usize> {
        let faces = |toward: &[f64; 2]| toward[0] * outward[0] + toward[1] * outward[1] > 0.0;
        let first = self.fan.toward().iter().position(faces).unwrap_or(0);
        let last = self.fan.toward().iter().rposition(faces).map_or(first, |last| last + 1);
        first..last
    }

    /// What is known by direction, in the order of time.
    pub fn in_time<'a>(&self, by_direction: &'a [f64], buffer: &'a mut Vec<f64>) -> &'a [f64] {
        if self.in_order {
            return by_direction;
        }
        buffer.clear();
        buffer.resize(by_direction.len(), 0.0);
        for (value, slot) in by_direction.iter().zip(&self.slots) {
            if let Some(place) = buffer.get_mut(*slot as usize) {
                *place = *value;
            }
        }
        buffer
    }
}

/// Stretches in which something is there.
fn stretches<T>(values: &[Option<T>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for place in values.iter().enumerate().filter(|(_, value)| value.is_some()).map(|(place, _)| place) {
        match found.last_mut().filter(|run| run.end == place) {
            Some(run) => run.end += 1,
            None => found.push(place..place + 1),
        }
    }
    found
}

/// Angle of a direction [east, north], clockwise from north [rad].
pub fn azimuth([east, north]: [f64; 2]) -> f64 {
    east.atan2(north)
}

/// The part of the circle that an angle lies in.
fn part(azimuth: f64) -> usize {
    ((azimuth.rem_euclid(TAU) / TAU * PARTS as f64) as usize).min(PARTS - 1)
}
