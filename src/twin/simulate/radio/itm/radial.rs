//! ITM for one receiver after another along a radial: sums grow by a term, the sender's horizon by a comparison, the receiver's is looked up on
//! the convex hull of what was passed. Only roughness is taken anew for each.

use super::super::path::Radial;
use super::Itm;
use super::fit::Heights;
use super::path::{Horizons, Path};

/// A radial up to a receiver: the first sums of its heights.
struct Passed<'a> {
    /// Heights of the surface, the receiver's own without clutter [m].
    heights: &'a [f64],
    /// Sum of the heights before a point, about the first one; and the same of heights times numbers of points.
    before: &'a [[f64; 2]],
}

impl Heights for Passed<'_> {
    fn steps(&self) -> usize {
        self.heights.len() - 1
    }

    fn at(&self, point: usize) -> f64 {
        self.heights[point]
    }

    fn sums(&self, from: usize, to: usize) -> [f64; 2] {
        let datum = self.heights[0];
        let (first, last) = (self.heights[from] - datum, self.heights[to] - datum);
        let middle = 0.5 * (from + to) as f64;
        let [sum, moment] = [0, 1].map(|order| self.before[to][order] - self.before[from + 1][order]);
        let half = 0.5 * (to - from) as f64;
        [sum + 0.5 * (first + last) + datum * 2.0 * half, moment - middle * sum + 0.5 * half * (last - first)]
    }
}

/// Points that can be horizons of a receiver farther out: those that a string over the ground touches, on a curved Earth. Each with its
/// distance and how high it stands above a level plane [m].
#[derive(Default)]
struct Hull(Vec<(usize, f64, f64)>);

impl Hull {
    fn push(&mut self, point: usize, x: f64, y: f64) {
        // The last one is no corner where it lies below the line from the one before it to the new one.
        while let [.., (_, x0, y0), (_, x1, y1)] = self.0[..]
            && (x1 - x0) * (y - y0) >= (y1 - y0) * (x - x0)
        {
            self.0.pop();
        }
        self.0.push((point, x, y));
    }

    /// The point that an eye behind all of them sees highest.
    fn highest(&self, x: f64, y: f64) -> Option<usize> {
        // Going inwards the points rise before the eye up to the highest, and sink behind it.
        let rises = |pair: &[(usize, f64, f64)]| (pair[0].2 - y) * (x - pair[1].1) > (pair[1].2 - y) * (x - pair[0].1);
        let (mut low, mut high) = (0, self.0.len().checked_sub(1)?);
        while low < high {
            let middle = (low + high) / 2;
            if rises(&self.0[middle..middle + 2]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Some(self.0[low].0)
    }
}

impl Itm {
    /// As [`Itm::point_to_point`] for each of some points along a radial, numbered from the sender, rising; none where there is no answer.
    /// Horizons are found with the curvature of the Earth under the whole radial, and measured with that of each path.
    pub fn losses_along(&self, heights: [f64; 2], radial: &Radial, points: &[usize]) -> Vec<Option<f64>> {
        let Radial { step, ground, surface } = *radial;
        let Some(farthest) = points.last().copied().filter(|last| *last < ground.len() && ground.len() == surface.len()) else {
            return vec![None; points.len()];
        };
        let mean = surface.iter().sum::<f64>() / surface.len() as f64;
        let Ok(air) = self.air(mean) else { return vec![None; points.len()] };
        let sag = 0.5 / air.radius;
        let mut along: Vec<f64> = surface[..=farthest].to_vec();
        let before = first_sums(&along);
        let sender = along[0] + heights[0];
        let (mut hull, mut highest, mut next) = (Hull::default(), (0, f64::NEG_INFINITY), 1);
        let mut answer = |point: &usize| {
            let point = *point;
            while next < point {
                let distance = next as f64 * step;
                let level = along[next] - distance * distance * sag;
                let angle = (level - sender) / distance;
                if angle > highest.1 {
                    highest = (next, angle);
                }
                hull.push(next, distance, level);
                next += 1;
            }
            let own = std::mem::replace(along.get_mut(point)?, ground[point]);
            let distance = point as f64 * step;
            let from_receiver = hull.highest(distance, ground[point] + heights[1] - distance * distance * sag);
            let loss = self.at_receiver(heights, &Passed { heights: &along[..=point], before: &before }, step, [highest.0, from_receiver?]);
            along[point] = own;
            loss
        };
        points.iter().map(|point| if *point < 2 { self.next_to(heights, radial, *point) } else { answer(point) }).collect()
    }

    /// The loss to a receiver whose horizons are known, if they are not each other.
    fn at_receiver(&self, heights: [f64; 2], passed: &Passed, step: f64, candidates: [usize; 2]) -> Option<f64> {
        let along = passed.heights;
        let last = along.len() - 1;
        let tenth = last / 10;
        let (from, to) = (tenth, last - tenth);
        let [sum, _] = passed.sums(from, to);
        let air = self.air((sum + 0.5 * (along[from] + along[to])) / (to - from + 1) as f64).ok()?;
        let (distance, sag) = (last as f64 * step, 0.5 / air.radius);
        let ends = [along[0] + heights[0], along[last] + heights[1]];
        let level = (ends[1] - ends[0]) / distance;
        let mut horizons = Horizons { distances: [distance; 2], angles: [level, -level].map(|level| level - distance * sag) };
        for (end, point) in candidates.into_iter().enumerate() {
            let away = if end == 0 { point } else { last - point } as f64 * step;
            let angle = (along[point] - ends[end]) / away - away * sag;
            if angle > horizons.angles[end] {
                (horizons.distances[end], horizons.angles[end]) = (away, angle);
            }
        }
        let path = Path::new(passed, along, step, heights, horizons, air.radius);
        self.loss(&air, &path).ok().map(|loss| loss.total)
    }

    /// The loss to the first points, which have nothing between them and the sender.
    fn next_to(&self, heights: [f64; 2], radial: &Radial, point: usize) -> Option<f64> {
        let profile = super::super::profile::Profile::new(radial.step, radial.ground.get(..=point)?).ok()?.value;
        self.point_to_point(heights, &profile).ok().map(|loss| loss.total)
    }
}

/// Sums of heights, and of heights times their numbers, before each point; about the first height, so that no digits are lost.
fn first_sums(heights: &[f64]) -> Vec<[f64; 2]> {
    let datum = heights[0];
    let mut sums = Vec::with_capacity(heights.len() + 1);
    let mut sum = [0.0; 2];
    for (number, height) in heights.iter().enumerate() {
        sums.push(sum);
        sum = [sum[0] + (height - datum), sum[1] + (height - datum) * number as f64];
    }
    sums.push(sum);
    sums
}
