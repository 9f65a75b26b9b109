//! What a link costs whoever drives it: BPR (Bureau of Public Roads, 1964) time, with toll and distance.

use super::network::RoadLink;

/// How toll and distance count against time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CostFactors {
    /// Units of time that one unit of toll is worth.
    pub toll: f64,
    /// Units of time that one unit of length is worth.
    pub distance: f64,
}

/// Generalised cost of a link as a function of its volume: `t0·(1 + b·(v/c)^p) + toll_factor·toll + distance_factor·length`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinkCost {
    /// Cost of the empty link.
    free: f64,
    /// `t0·b`.
    delay: f64,
    /// `1/c`; 0 where the cost never changes.
    per_capacity: f64,
    /// `p`.
    power: f64,
    /// `p` where it is a whole number that multiplications are quicker for than a power is; else 0.
    whole_power: u8,
}

/// No delay is longer, so that sums and products of costs stay finite.
const LARGEST_DELAY: f64 = 1e60;

/// No capacity is taken for smaller than one in so many.
const LARGEST_RATE: f64 = 1e100;

/// Below this ratio the slope of a power under 1, which is infinite at 0, is not followed.
const SMALLEST_RATIO: f64 = 1e-9;

impl LinkCost {
    /// The cost of a closed link: more than any number.
    pub const CLOSED: Self = Self { free: f64::INFINITY, delay: 0.0, per_capacity: 0.0, power: 1.0, whole_power: 1 };

    /// The cost of an open link.
    pub fn new(link: &RoadLink, factors: CostFactors) -> Self {
        // No cost is negative, so that no circle pays.
        let free = (link.free_flow_time + factors.toll * link.toll + factors.distance * link.length).max(0.0);
        let delay = (link.free_flow_time * link.b).max(0.0);
        // A power of 0 makes the delay a constant, as 0⁰ is 1.
        let (free, delay) = if link.power > 0.0 { (free, delay) } else { (free + delay, 0.0) };
        let is_constant = delay <= 0.0 || link.capacity <= 0.0;
        let is_small_and_whole = link.power.fract() == 0.0 && (1.0..=8.0).contains(&link.power);
        Self {
            free,
            delay: if is_constant { 0.0 } else { delay },
            per_capacity: if is_constant { 0.0 } else { link.capacity.recip().min(LARGEST_RATE) },
            power: if is_constant { 1.0 } else { link.power },
            whole_power: if is_constant {
                1
            } else if is_small_and_whole {
                link.power as u8
            } else {
                0
            },
        }
    }

    /// What one more vehicle costs all (`cost + v·cost'`): drivers who went by it would make the system's optimum.
    #[must_use]
    pub fn marginal(self) -> Self {
        Self { delay: self.delay * (self.power + 1.0), ..self }
    }

    /// Cost at a volume.
    pub fn at(&self, volume: f64) -> f64 {
        let ratio = volume * self.per_capacity;
        self.free + (self.delay * ratio * self.lower_power(ratio)).min(LARGEST_DELAY)
    }

    /// Cost at a volume, and how it grows with it.
    pub fn with_slope(&self, volume: f64) -> (f64, f64) {
        let ratio = volume * self.per_capacity;
        let lower = self.lower_power(ratio);
        let cost = self.free + (self.delay * ratio * lower).min(LARGEST_DELAY);
        (cost, (self.delay * self.power * self.per_capacity * lower).min(LARGEST_DELAY))
    }

    /// Cost summed over all vehicles from the first to the volume's last: Beckmann's integral.
    pub fn integral(&self, volume: f64) -> f64 {
        let ratio = volume * self.per_capacity;
        volume * (self.free + (self.delay * ratio * self.lower_power(ratio)).min(LARGEST_DELAY) / (self.power + 1.0))
    }

    /// `ratio^(p − 1)`.
    fn lower_power(&self, ratio: f64) -> f64 {
        match self.whole_power {
            4 => ratio * ratio * ratio,
            0 => ratio.max(SMALLEST_RATIO).powf(self.power - 1.0),
            whole => ratio.powi(i32::from(whole) - 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(capacity: f64, free_flow_time: f64, b: f64, power: f64) -> LinkCost {
        let link = RoadLink { capacity, free_flow_time, b, power, toll: 3.0, length: 5.0, ..RoadLink::default() };
        LinkCost::new(&link, CostFactors { toll: 0.2, distance: 0.1 })
    }

    #[test]
    fn cost_is_that_of_the_formula() {
        for (capacity, time, b, power) in [(100.0, 6.0, 0.15, 4.0), (50.0, 2.0, 1.3, 16.83), (80.0, 1.0, 0.5, 0.5), (10.0, 4.0, 2.0, 1.0)] {
            let cost = link(capacity, time, b, power);
            for volume in [1.0, 30.0, 120.0] {
                let expected = 1.1 + time * (1.0 + b * (volume / capacity).powf(power));
                assert!((cost.at(volume) / expected - 1.0).abs() < 1e-12);
                assert_eq!(cost.with_slope(volume).0, cost.at(volume));
            }
            assert_eq!((cost.at(0.0), cost.integral(0.0)), (1.1 + time, 0.0));
        }
    }

    #[test]
    fn slope_integral_and_marginal_cost_agree_with_the_cost() {
        for power in [0.5, 1.0, 2.5, 4.0, 6.0, 9.0] {
            let (cost, volume, step) = (link(40.0, 3.0, 0.7, power), 55.0, 1e-3);
            let slope = (cost.at(volume + step) - cost.at(volume - step)) / (2.0 * step);
            assert!((cost.with_slope(volume).1 / slope - 1.0).abs() < 1e-6);
            let grown = (cost.integral(volume + step) - cost.integral(volume - step)) / (2.0 * step);
            assert!((grown / cost.at(volume) - 1.0).abs() < 1e-6);
            assert!((cost.marginal().at(volume) / (cost.at(volume) + volume * slope) - 1.0).abs() < 1e-6);
        }
    }

    #[test]
    fn odd_links_have_finite_costs() {
        for cost in [
            link(0.0, 0.0, 0.0, 0.0),
            link(0.0, 1.0, 0.15, 4.0),
            link(1e-300, 1.0, 1.0, 16.83),
            link(10.0, 0.0, 5.0, 4.0),
            link(1.0, 1.0, 1.0, 0.01),
        ] {
            for volume in [0.0, 1.0, 1e9] {
                let (value, slope) = cost.with_slope(volume);
                assert!(value.is_finite() && slope.is_finite() && cost.integral(volume).is_finite() && value >= 1.1);
            }
        }
        assert_eq!(link(5.0, 2.0, 0.5, 0.0).at(0.0), 1.1 + 3.0);
        assert_eq!(link(10.0, 0.0, 5.0, 4.0).at(1e6), 1.1);
    }
}
