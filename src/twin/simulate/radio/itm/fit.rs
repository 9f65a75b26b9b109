//! Straight lines through heights: least squares by the trapezium rule, as ITM fits them.

/// A straight line over numbered points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Height at point 0.
    pub at_start: f64,
    /// Rise from point to point.
    pub slope: f64,
}

impl Line {
    /// Height at a point.
    pub(super) fn at(&self, point: f64) -> f64 {
        self.at_start + self.slope * point
    }
}

/// Heights whose sums can be asked for.
pub trait Heights {
    /// How many steps there are between the points; at least one.
    fn steps(&self) -> usize;
    /// The height of a point [m]; points are numbered from 0 to [`Heights::steps`].
    fn at(&self, point: usize) -> f64;
    /// Sum of the heights from a point to another, both included, those at both ends by half; and the same of the heights times how far their
    /// points lie behind the middle.
    fn sums(&self, from: usize, to: usize) -> [f64; 2];
}

impl Heights for [f64] {
    fn steps(&self) -> usize {
        self.len().saturating_sub(1)
    }

    fn at(&self, point: usize) -> f64 {
        self.get(point).copied().unwrap_or(0.0)
    }

    fn sums(&self, from: usize, to: usize) -> [f64; 2] {
        let Some(part) = self.get(from..=to) else { return [0.0; 2] };
        let middle = 0.5 * (to - from) as f64;
        // Four sums beside one another: adding waits for the addition before it.
        let (mut sums, mut moments) = ([0.0; 4], [0.0; 4]);
        let mut fours = part.chunks_exact(4);
        let mut place = -middle;
        for four in &mut fours {
            for (lane, height) in four.iter().enumerate() {
                sums[lane] += height;
                moments[lane] += height * (place + lane as f64);
            }
            place += 4.0;
        }
        for (lane, height) in fours.remainder().iter().enumerate() {
            sums[lane] += height;
            moments[lane] += height * (place + lane as f64);
        }
        let (first, last) = (self.at(from), self.at(to));
        let sum = (sums[0] + sums[1]) + (sums[2] + sums[3]) - 0.5 * (first + last);
        let moment = (moments[0] + moments[1]) + (moments[2] + moments[3]) - 0.5 * (last - first) * middle;
        [sum, moment]
    }
}

/// Sum of heights: four beside one another, for adding waits for the addition before it.
pub(super) fn sum(heights: &[f64]) -> f64 {
    let fours = heights.chunks_exact(4);
    let rest: f64 = fours.remainder().iter().sum();
    let lanes = fours.fold([0.0; 4], |sums: [f64; 4], four| [0, 1, 2, 3].map(|lane| sums[lane] + four[lane]));
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) + rest
}

/// The line through all of some heights.
pub(super) fn trend(heights: &[f64]) -> Line {
    line_through(heights, 0, heights.steps())
}

/// The line through the heights between two places, both in points.
pub(super) fn line<H: Heights + ?Sized>(heights: &H, from: f64, to: f64) -> Line {
    let steps = heights.steps();
    let mut start = from.max(0.0) as usize;
    let mut end = steps - (steps as f64 - to).max(0.0) as usize;
    if end <= start {
        start = start.saturating_sub(1);
        end = (end + 1).min(steps);
    }
    // Whatever was asked, at least one step of those that there are.
    let start = start.min(steps.saturating_sub(1));
    line_through(heights, start, end.clamp(start + 1, steps.max(start + 1)))
}

fn line_through<H: Heights + ?Sized>(heights: &H, start: usize, end: usize) -> Line {
    let length = (end - start) as f64;
    let [sum, moment] = heights.sums(start, end);
    let slope = moment * 12.0 / ((length * length + 2.0) * length);
    let middle = end as f64 - 0.5 * length;
    Line { at_start: sum / length - slope * middle, slope }
}
