//! Rivers: a smooth, winding course through the known points, with its width and the level of its water.

use super::facts::{CourseFact, Facts};
use super::noisy::Noise;
use super::plane::{P, add, dist, left, scale, smooth, sub, unit};
use crate::twin::model::id::hash_text;

/// A river's centre line.
pub struct Course {
    /// Index among the sketch's courses.
    pub fact: usize,
    pub points: Vec<P>,
    /// Half the width at each point, metres.
    pub half: Vec<f64>,
    /// Level of the water at each point, metres above the sea: never rising downstream.
    pub level: Vec<f64>,
}

/// Wider than this, a river is a reservoir.
pub const RESERVOIR_HALF: f64 = 180.0;

/// The courses of all rivers.
pub fn courses(facts: &Facts) -> Vec<Course> {
    facts.sketch.courses.iter().enumerate().map(|(index, fact)| course(facts, index, fact)).collect()
}

fn course(facts: &Facts, index: usize, fact: &CourseFact) -> Course {
    let known: Vec<P> = fact.points.iter().map(|&(lon, lat, ..)| facts.at((lon, lat))).collect();
    let step = if fact.area { 70.0 } else { 220.0 };
    let line = smooth(&known, step);
    let (mut half, mut level) = (Vec::with_capacity(line.len()), Vec::with_capacity(line.len()));
    for (piece, pair) in known.windows(2).enumerate() {
        let (a, b) = (fact.points[piece], fact.points[piece + 1]);
        let pieces = (dist(pair[0], pair[1]) / step).ceil().max(1.0);
        let first = usize::from(piece > 0);
        for k in first..=pieces as usize {
            let t = k as f64 / pieces;
            half.push((a.2 + (b.2 - a.2) * t) / 2.0);
            level.push(a.3 + (b.3 - a.3) * t);
        }
    }
    // Levels as written may rise by a slip of the pen; water does not.
    for k in 1..level.len() {
        level[k] = level[k].min(level[k - 1]);
    }
    let seed = facts.sketch.seed ^ hash_text(&fact.name.2) ^ index as u64;
    let points = wound(facts, fact, &line, &half, seed);
    uneven(&points, &mut half, seed);
    Course { fact: index, points, half, level }
}

/// The line swung to both sides in long sweeps, bends and small meanders; less where it is known well, wide, or begins.
fn wound(facts: &Facts, fact: &CourseFact, line: &[P], half: &[f64], seed: u64) -> Vec<P> {
    let [sweeps, bends, meanders, bays] = [0, 1, 2, 3].map(|number| Noise::new(seed ^ (number << 8), 2));
    let surveyed = fact.surveyed.map(|(lon, lat, radius)| (facts.at((lon, lat)), radius));
    let mut run = 0.0;
    let mut swung = |k: usize| {
        let (before, after) = (line[k.saturating_sub(1)], line[(k + 1).min(line.len() - 1)]);
        run += if k > 0 { dist(line[k], before) } else { 0.0 };
        let known = surveyed.map_or(1.0, |(centre, radius)| ((dist(line[k], centre) / radius - 0.8) * 4.0).clamp(0.0, 1.0));
        let narrow = (1.3 - half[k] / 110.0).clamp(0.0, 1.0);
        let ends = (run / 3000.0).min(1.0);
        let wide = fact.meander * (2.0 * sweeps.at(run / 11_000.0, 0.5) + 1.1 * bends.at(run / 2600.0, 1.5)) * known * narrow;
        let small = (0.25 * fact.meander).min(120.0) * (1.0 + 0.3 * (1.0 - known)) * meanders.at(run / 820.0, 2.5) * narrow;
        let bay = if half[k] > RESERVOIR_HALF { 0.5 * half[k] * bays.at(run / 2600.0, 3.5) } else { 0.0 };
        add(line[k], scale(left(unit(sub(after, before))), (wide + small + bay) * ends))
    };
    (0..line.len()).map(&mut swung).collect()
}

/// Widths that differ from place to place, more in reservoirs with their bays.
fn uneven(points: &[P], half: &mut [f64], seed: u64) {
    let (narrow, broad) = (Noise::new(seed ^ 0x77, 2), Noise::new(seed ^ 0x78, 3));
    let mut run = 0.0;
    for k in 0..half.len() {
        if k > 0 {
            run += dist(points[k], points[k - 1]);
        }
        half[k] *=
            if half[k] > RESERVOIR_HALF { 1.0 + 0.5 * broad.at(run / 1900.0, 3.5) } else { 1.0 + 0.25 * narrow.at(run / 420.0, 3.5) };
    }
}

impl Course {
    /// The water as areas, bank to bank, in pieces that share their ends; each with whether it is a reservoir.
    pub fn areas(&self) -> Vec<(bool, Vec<P>)> {
        let banks: Vec<(P, P)> = (0..self.points.len()).map(|k| self.banks(k)).collect();
        let wide = |k: usize| self.half[k] > RESERVOIR_HALF;
        let (mut pieces, mut first) = (Vec::new(), 0);
        while first + 1 < banks.len() {
            let mut last = first + 1;
            while last + 1 < banks.len() && last - first < 40 && wide(last) == wide(first) {
                last += 1;
            }
            let right = banks[first..=last].iter().map(|bank| bank.1);
            let back = banks[first..=last].iter().rev().map(|bank| bank.0);
            pieces.push((wide(first), right.chain(back).collect()));
            first = last;
        }
        pieces
    }

    /// Left and right bank at a point. The wider the water, the longer the stretch that gives the direction.
    fn banks(&self, k: usize) -> (P, P) {
        let reach = ((self.half[k] / 45.0) as usize).clamp(1, 30);
        let (before, after) = (self.points[k.saturating_sub(reach)], self.points[(k + reach).min(self.points.len() - 1)]);
        let side = scale(left(unit(sub(after, before))), self.half[k]);
        (add(self.points[k], side), sub(self.points[k], side))
    }

    /// The line with fewer points, of indices `every` apart: (a, b, half width, level at a, level at b).
    pub fn pieces(&self, every: usize) -> impl Iterator<Item = (P, P, f64, f64, f64)> {
        let last = self.points.len().saturating_sub(1);
        (0..last).step_by(every).map(move |k| {
            let end = (k + every).min(last);
            (self.points[k], self.points[end], (self.half[k] + self.half[end]) / 2.0, self.level[k], self.level[end])
        })
    }
}
