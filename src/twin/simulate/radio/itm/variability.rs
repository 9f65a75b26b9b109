//! How much the loss varies with time, place and situation.

use super::medium::Ground;
use super::path::Path;
use super::roughness::at_distance;
use super::terms::{Certainty, Climate, Service, Terms};
use super::warning::Warnings;

/// A curve by effective distance (TN101, eq. III.69): c₁, c₂, x₁, x₂, x₃.
type Curve = [f64; 5];

/// What a climate does.
struct Weather {
    /// Median over the year.
    median: Curve,
    /// Spread of what is better than the median, and of what is worse.
    spread: [Curve; 2],
    /// How the spread depends on frequency: b₁, b₂, b₃.
    frequency: [[f64; 3]; 2],
    /// Beyond which deviate the spread is another, and by how much (Algorithm, table 5.1).
    tail: [f64; 2],
}

const SAME: [f64; 3] = [1.0, 0.0, 0.0];

/// By climate.
const WEATHER: [Weather; 7] = [
    Weather {
        median: [-9.67, 12.7, 144.9e3, 190.3e3, 133.8e3],
        spread: [[2.13, 159.5, 762.2e3, 123.6e3, 94.5e3], [2.11, 102.3, 636.9e3, 134.8e3, 95.6e3]],
        frequency: [SAME, SAME],
        tail: [1.282, 1.224],
    },
    Weather {
        median: [-0.62, 9.19, 228.9e3, 205.2e3, 143.6e3],
        spread: [[2.66, 7.67, 100.4e3, 172.5e3, 136.4e3], [6.87, 15.53, 138.7e3, 143.7e3, 98.6e3]],
        frequency: [SAME, [0.93, 0.31, 2.00]],
        tail: [2.161, 0.801],
    },
    Weather {
        median: [1.26, 15.5, 262.6e3, 185.2e3, 99.8e3],
        spread: [[6.11, 6.65, 138.2e3, 242.2e3, 178.6e3], [10.08, 9.60, 165.3e3, 225.7e3, 129.7e3]],
        frequency: [SAME, SAME],
        tail: [1.282, 1.380],
    },
    Weather {
        median: [-9.21, 9.05, 84.1e3, 101.1e3, 98.6e3],
        spread: [[1.98, 13.11, 139.1e3, 132.7e3, 193.5e3], [3.68, 159.3, 464.4e3, 93.1e3, 94.2e3]],
        frequency: [SAME, [0.93, 0.19, 1.79]],
        tail: [20.0, 1.000],
    },
    Weather {
        median: [-0.62, 9.19, 228.9e3, 205.2e3, 143.6e3],
        spread: [[2.68, 7.16, 93.7e3, 186.8e3, 133.5e3], [4.75, 8.12, 93.2e3, 135.9e3, 113.4e3]],
        frequency: [[0.92, 0.25, 1.77], [0.93, 0.31, 2.00]],
        tail: [1.282, 1.224],
    },
    Weather {
        median: [-0.39, 2.86, 141.7e3, 315.9e3, 167.4e3],
        spread: [[6.86, 10.38, 187.8e3, 169.6e3, 108.9e3], [8.58, 13.97, 216.0e3, 152.0e3, 122.7e3]],
        frequency: [SAME, SAME],
        tail: [1.282, 1.518],
    },
    Weather {
        median: [3.15, 857.9, 2_222e3, 164.8e3, 116.3e3],
        spread: [[8.51, 169.8, 609.8e3, 119.9e3, 106.6e3], [8.43, 8.19, 136.2e3, 188.5e3, 122.9e3]],
        frequency: [SAME, SAME],
        tail: [1.282, 1.518],
    },
];

/// The variability of all paths of the same terms.
#[derive(Clone, Copy, Debug)]
pub(super) struct Variability {
    certainty: Certainty,
    climate: Climate,
    wave: f64,
    /// Farther than this the troposphere scatters [m], beside both horizons.
    scatter: f64,
    /// Factors of the spread at the frequency.
    factors: [f64; 2],
    /// Standard deviates of time, place and situation.
    deviates: [f64; 3],
    /// What the shares warn of.
    pub warnings: Warnings,
}

impl Variability {
    pub(super) fn new(terms: &Terms, ground: &Ground) -> Self {
        let Certainty { service, time, places, situations, .. } = terms.certainty;
        let [mut time, mut place, situation] = [time, places, situations].map(|share| deviate(share / 100.0));
        match service {
            Service::SingleMessage => (time, place) = (situation, situation),
            Service::Accidental => place = situation,
            Service::Mobile => place = time,
            Service::Broadcast => {}
        }
        let mut warnings = Warnings::default();
        warnings.add(Warnings::EXTREME_SHARE, [time, place, situation].iter().any(|deviate| deviate.abs() > 3.1));
        let q = (0.133 * ground.wave).ln();
        let factor = |[first, second, third]: [f64; 3]| first + second / ((third * q) * (third * q) + 1.0);
        Self {
            certainty: terms.certainty,
            climate: terms.climate,
            wave: ground.wave,
            scatter: (575.7e12 / ground.wave).cbrt(),
            factors: WEATHER[terms.climate as usize - 1].frequency.map(factor),
            deviates: [time, place, situation],
            warnings,
        }
    }

    /// The attenuation [dB] that is not exceeded with the asked certainty, of a reference attenuation [dB].
    pub(super) fn attenuation(&self, path: &Path, reference: f64) -> f64 {
        let Certainty { service, fixed_place, fixed_situation, .. } = self.certainty;
        let weather = &WEATHER[self.climate as usize - 1];
        let [time, place, situation] = self.deviates;
        let distance = self.effective_distance(path);
        let situations = if fixed_situation { 0.0 } else { 5.0 + 3.0 * (-distance / 100e3).exp() };
        let places = if fixed_place {
            0.0
        } else {
            let rough = self.wave * at_distance(path.irregularity, path.distance);
            10.0 * rough / (rough + 13.0)
        };
        let times = self.time_spread(weather, distance, time);
        let (by_time, by_place) = (times * time, places * place);
        let square = situation * situation;
        let rest = situations * situations + by_time * by_time / (7.8 + square) + by_place * by_place / (24.0 + square);
        let both = times * times + places * places;
        let (regular, odd) = match service {
            Service::SingleMessage => (0.0, (both + rest).sqrt() * situation),
            Service::Accidental => (by_time, (places * places + rest).sqrt() * situation),
            Service::Mobile => (both.sqrt() * time, rest.sqrt() * situation),
            Service::Broadcast => (by_time + by_place, rest.sqrt() * situation),
        };
        let attenuation = reference - at(weather.median, distance) - regular - odd;
        // A wave may be stronger than in free space, but not by much (Algorithm, eq. 52).
        if attenuation < 0.0 { attenuation * (29.0 - attenuation) / (29.0 - 10.0 * attenuation) } else { attenuation }
    }

    fn effective_distance(&self, path: &Path) -> f64 {
        let horizon = |height: f64| (18_000e3 * height).sqrt();
        let whole = horizon(path.effective[0]) + horizon(path.effective[1]) + self.scatter;
        if path.distance < whole { 130e3 * path.distance / whole } else { 130e3 + path.distance - whole }
    }

    fn time_spread(&self, weather: &Weather, distance: f64, deviate: f64) -> f64 {
        let [tail, share] = weather.tail;
        if deviate < 0.0 {
            return at(weather.spread[0], distance) * self.factors[0];
        }
        let spread = at(weather.spread[1], distance) * self.factors[1];
        if deviate <= tail { spread } else { share * spread + (spread - share * spread) * tail / deviate }
    }
}

fn at([c1, c2, x1, x2, x3]: Curve, distance: f64) -> f64 {
    let (bump, rise) = ((distance - x2) / x3, (distance / x1) * (distance / x1));
    (c1 + c2 / (1.0 + bump * bump)) * rise / (1.0 + rise)
}

/// The standard deviate that a share of cases exceeds (Abramowitz & Stegun 26.2.23, as ITM has it).
fn deviate(share: f64) -> f64 {
    let t = (-2.0 * share.min(1.0 - share).ln()).sqrt();
    let value = t - ((0.010_328 * t + 0.802_853) * t + 2.515_516) / (((0.001_308 * t + 0.189_269) * t + 1.432_788) * t + 1.0);
    if share > 0.5 { -value } else { value }
}
