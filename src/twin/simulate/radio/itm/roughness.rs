//! How rough the ground is: the interdecile range of heights about their trend, and what of it counts at a distance.

use super::fit::{Line, trend};

/// Samples of a path at most.
const MOST: usize = 245;
/// Bins in which deviations are counted.
const BINS: usize = 64;

/// Terrain irregularity Δh of a path [m], from so far to so far along it [m] (ERL 79-ITS 67, eq. 3, solved for Δh).
pub(super) fn irregularity(heights: &[f64], step: f64, from: f64, to: f64) -> f64 {
    let (start, end) = (from / step, to / step);
    if (end - start).is_nan() || end - start < 2.0 {
        return 0.0;
    }
    let tenth = ((0.1 * (end - start + 8.0)) as usize).clamp(4, 25);
    let count = 10 * tenth - 5;
    let mut samples = [0.0; MOST];
    let samples = &mut samples[..count];
    resample(heights, start, (end - start) / (count - 1) as f64, samples);
    let Line { at_start, slope } = trend(samples);
    samples.iter_mut().enumerate().for_each(|(index, sample)| *sample -= at_start + slope * index as f64);
    interdecile(samples, tenth) / at_distance(1.0, to - from)
}

/// Heights between the points of a path, from one place on by a step, both in points.
fn resample(heights: &[f64], start: f64, step: f64, samples: &mut [f64]) {
    let last = (heights.len() - 2) as f64;
    for (index, sample) in samples.iter_mut().enumerate() {
        let place = start + index as f64 * step;
        // The point before; where the place is a point itself, that or the one before it: the line between them says the same.
        let before = place - 0.5 + GREAT - GREAT;
        let before = if before < last { before } else { last };
        let point = nearest(before) as usize;
        if let Some(&[low, high]) = heights.get(point..point + 2) {
            *sample = low + (high - low) * (place - before);
        }
    }
}

/// Added to a small number it leaves no room for fractions.
const GREAT: f64 = 6_755_399_441_055_744.0;

/// The whole number nearest to a small one that is not negative: the last bits of what is left when a great one is added. Conversions that
/// look after overflow take longer than all the rest of a sample.
fn nearest(value: f64) -> u32 {
    (value + GREAT).to_bits() as u32
}

/// What of Δh counts at a distance [m].
pub(super) fn at_distance(irregularity: f64, distance: f64) -> f64 {
    irregularity * (1.0 - 0.8 * (-distance / 50e3).exp())
}

/// Deviation of the ground within the first Fresnel zone [m] (ERL 79-ITS 67, eq. 3.6a).
pub(super) fn deviation(irregularity: f64) -> f64 {
    0.78 * irregularity * (-0.5 * irregularity.sqrt().sqrt()).exp()
}

/// From the `rank`-th smallest to the `rank`-th greatest of some numbers (at most 245), which it puts into another order. Counting in bins
/// finds in which one each lies, so that only a few have to be put in order.
fn interdecile(values: &mut [f64], rank: usize) -> f64 {
    let [low, high] = extremes(values);
    let scale = (BINS - 1) as f64 / (high - low);
    if !scale.is_finite() {
        return 0.0;
    }
    let mut counts = [0u8; BINS];
    let mut bins = [0u8; MOST];
    for (value, own) in values.iter().zip(&mut bins) {
        let bin = nearest((value - low) * scale) as usize % BINS;
        *own = bin as u8;
        counts[bin] += 1;
    }
    let bins = &mut bins[..values.len()];
    let ((lower, below), (upper, above)) = (bin_of(counts.iter(), rank), bin_of(counts.iter().rev(), rank));
    let least = gathered(values, bins, lower).get(rank - 1 - below).copied().unwrap_or(low);
    let greatest = gathered(values, bins, BINS - 1 - upper).iter().rev().nth(rank - 1 - above).copied().unwrap_or(high);
    greatest - least
}

/// The least and the greatest, in four lanes beside one another.
fn extremes(values: &[f64]) -> [f64; 2] {
    let less = |a: f64, b: f64| if b < a { b } else { a };
    let more = |a: f64, b: f64| if b > a { b } else { a };
    let (mut low, mut high) = ([f64::INFINITY; 4], [f64::NEG_INFINITY; 4]);
    let fours = values.chunks_exact(4);
    for (lane, value) in fours.remainder().iter().enumerate() {
        (low[lane], high[lane]) = (*value, *value);
    }
    for four in fours {
        for (lane, value) in four.iter().enumerate() {
            (low[lane], high[lane]) = (less(low[lane], *value), more(high[lane], *value));
        }
    }
    [low.into_iter().fold(f64::INFINITY, less), high.into_iter().fold(f64::NEG_INFINITY, more)]
}

/// The bin in which the `rank`-th lies, and how many lie in those before it.
fn bin_of<'a>(counts: impl Iterator<Item = &'a u8>, rank: usize) -> (usize, usize) {
    let mut before = 0;
    for (bin, count) in counts.enumerate() {
        let with = before + usize::from(*count);
        if with >= rank {
            return (bin, before);
        }
        before = with;
    }
    (0, 0)
}

/// Brings the values of a bin to the front, in order.
fn gathered<'a>(values: &'a mut [f64], bins: &mut [u8], wanted: usize) -> &'a [f64] {
    let mut count = 0;
    for index in 0..bins.len() {
        if usize::from(bins[index]) == wanted {
            values.swap(index, count);
            bins.swap(index, count);
            count += 1;
        }
    }
    let inside = &mut values[..count];
    inside.sort_unstable_by(f64::total_cmp);
    inside
}
