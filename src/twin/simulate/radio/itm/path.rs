//! The geometry of a path: horizons, effective heights and roughness, measured on a profile or taken for an area.

use super::fit::{Heights, line};
use super::roughness::irregularity;

/// Terminals as the ground between them leaves them; sender first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Path {
    /// Distance [m].
    pub distance: f64,
    /// Heights of the antennas above the ground [m].
    pub heights: [f64; 2],
    /// Effective heights [m].
    pub effective: [f64; 2],
    /// Distances of the horizons [m].
    pub horizons: [f64; 2],
    /// Angles at which they are seen [rad].
    pub angles: [f64; 2],
    /// Terrain irregularity Δh [m].
    pub irregularity: f64,
    /// Whether the ground between is known.
    pub is_measured: bool,
}

/// Horizons as they are seen from both ends: their distances [m] and angles [rad].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Horizons {
    pub distances: [f64; 2],
    pub angles: [f64; 2],
}

impl Horizons {
    /// Of antennas at heights above the ground [m] at both ends of a profile, over an Earth of a radius [m].
    pub(super) fn new(profile: &[f64], step: f64, heights: [f64; 2], radius: f64) -> Self {
        let last = profile.len() - 1;
        let distance = last as f64 * step;
        let ends = [profile[0] + heights[0], profile[last] + heights[1]];
        let (between, sag) = (&profile[1..last], 0.5 / radius);
        let sight = |antenna: f64, level: f64| Sight { antenna, step, sag, angle: level - distance * sag, steps: None };
        let level = (ends[1] - ends[0]) / distance;
        let sights = [sight(ends[0], level).over::<false>(between), sight(ends[1], -level).over::<true>(between)];
        let [sender, receiver] = sights.map(|sight| sight.steps);
        let distances = [
            sender.map_or(distance, |steps| walked(0.0, step, steps)),
            receiver.map_or(distance, |steps| walked(distance, -step, last - steps)),
        ];
        Self { distances, angles: sights.map(|sight| sight.angle) }
    }
}

/// Where one is after so many steps, taken one after another as NTIA's program takes them from the sender: the last bit decides at which point
/// of a profile a fitted line begins, and a point more or less is worth up to 6 dB.
fn walked(from: f64, step: f64, count: usize) -> f64 {
    // Steps of few digits add up without rounding.
    if step.to_bits().trailing_zeros() >= usize::BITS - PROFILE_POINTS.leading_zeros() {
        return from + step * count as f64;
    }
    (0..count).fold(from, |at, _| at + step)
}

/// More points than a profile has.
const PROFILE_POINTS: usize = 1 << 20;

/// Points that are looked at together.
const BLOCK: usize = 8;

/// The lowest line of sight from an antenna over all that was passed.
#[derive(Clone, Copy)]
struct Sight {
    /// Height of the antenna above the sea [m].
    antenna: f64,
    step: f64,
    /// What the Earth falls off on the square of a metre [1/m].
    sag: f64,
    /// Angle of the line [rad].
    angle: f64,
    /// After so many steps it touches the ground; none where it does not.
    steps: Option<usize>,
}

impl Sight {
    /// The line over points at even steps: those nearest to the antenna stand first, or last where it looks back.
    fn over<const BACK: bool>(mut self, points: &[f64]) -> Self {
        // Whole blocks lie below the line nearly always, and that is quickly seen: nothing waits for the point before it.
        let (mut rest, mut passed) = (points, 0);
        while rest.len() >= BLOCK {
            let (block, left) = if BACK {
                let (left, block) = rest.split_at(rest.len() - BLOCK);
                (block, left)
            } else {
                rest.split_at(BLOCK)
            };
            let start = (passed + 1) as f64;
            let mut rises = [0.0; BLOCK];
            for (lane, rise) in rises.iter_mut().enumerate() {
                let height = block[if BACK { BLOCK - 1 - lane } else { lane }];
                *rise = self.rise(height, (start + lane as f64) * self.step);
            }
            if rises.iter().fold(false, |any, rise| any | (*rise > 0.0)) {
                self = self.past::<BACK>(block, passed);
            }
            (rest, passed) = (left, passed + BLOCK);
        }
        self.past::<BACK>(rest, passed)
    }

    /// The same point by point, so many points on.
    fn past<const BACK: bool>(mut self, points: &[f64], passed: usize) -> Self {
        for index in 0..points.len() {
            let height = points[if BACK { points.len() - 1 - index } else { index }];
            let distance = (passed + 1 + index) as f64 * self.step;
            if self.rise(height, distance) > 0.0 {
                self.angle = (height - self.antenna) / distance - distance * self.sag;
                self.steps = Some(passed + 1 + index);
            }
        }
        self
    }

    /// How far a point rises above the line [m].
    fn rise(&self, height: f64, distance: f64) -> f64 {
        height - self.antenna - distance * (self.angle + distance * self.sag)
    }
}

impl Path {
    /// Of antennas above a profile. `bare` are the heights that roughness is taken from.
    pub(super) fn new<H: Heights + ?Sized>(sums: &H, bare: &[f64], step: f64, heights: [f64; 2], horizons: Horizons, radius: f64) -> Self {
        let last = sums.steps();
        let distance = last as f64 * step;
        let Horizons { distances: mut away, mut angles } = horizons;
        // Ground in front of an antenna, to 15 times its height, is not what it looks over (Hufford 1982, page 25).
        let start = (15.0 * heights[0]).min(0.1 * away[0]);
        let end = distance - (15.0 * heights[1]).min(0.1 * away[1]);
        let rough = irregularity(bare, step, start, end);
        let ends = [sums.at(0), sums.at(last)];
        let above = |fitted: [f64; 2]| [0, 1].map(|end| heights[end] + (ends[end] - fitted[end]).max(0.0));
        let mut effective;
        if away[0] + away[1] > 1.5 * distance {
            let fitted = line(sums, start / step, end / step);
            effective = above([fitted.at(0.0), fitted.at(last as f64)]);
            away = effective.map(|height| horizon(height, rough, radius));
            let both = away[0] + away[1];
            if both <= distance {
                let lift = (distance / both) * (distance / both);
                effective = effective.map(|height| height * lift);
                away = effective.map(|height| horizon(height, rough, radius));
            }
            angles = [0, 1].map(|end| angle(effective[end], away[end], rough, radius));
        } else {
            let from_sender = line(sums, start / step, 0.9 * away[0] / step);
            let from_receiver = line(sums, (distance - 0.9 * away[1]) / step, end / step);
            effective = above([from_sender.at(0.0), from_receiver.at(last as f64)]);
        }
        Self { distance, heights, effective, horizons: away, angles, irregularity: rough, is_measured: true }
    }
}

/// Distance of the horizon over ground of a roughness [m].
pub(super) fn horizon(effective: f64, irregularity: f64, radius: f64) -> f64 {
    (2.0 * effective * radius).sqrt() * (-0.07 * (irregularity / effective.max(5.0)).sqrt()).exp()
}

/// Angle at which it is seen [rad].
pub(super) fn angle(effective: f64, horizon: f64, irregularity: f64, radius: f64) -> f64 {
    let smooth = (2.0 * effective * radius).sqrt();
    (0.65 * irregularity * (smooth / horizon - 1.0) - 2.0 * effective) / smooth
}
