//! How much a supplier counts with what it costs to get there.

/// Weight of a supplier by cost, 0 to 1 for all but [`Decay::Inverse`].
#[derive(Clone, Debug, PartialEq)]
pub enum Decay {
    /// All alike up to a cost.
    Within(f64),
    /// Bands `(up to this cost, weight)`, the nearest first.
    Bands(Vec<(f64, f64)>),
    /// One over the cost, up to a cost; costs below 1 count as 1.
    Inverse(f64),
}

impl Decay {
    /// Three bands of ten minutes with the weights 1, 0.68 and 0.22, for costs in seconds (Luo & Qi 2009).
    pub fn ten_minute_bands() -> Self {
        Self::Bands(vec![(600.0, 1.0), (1200.0, 0.68), (1800.0, 0.22)])
    }

    /// The weight at a cost; zero where a decay holds odd numbers.
    pub fn weight(&self, cost: f64) -> f64 {
        let weight = match self {
            Self::Within(limit) => f64::from(cost <= *limit),
            Self::Bands(bands) => bands.iter().find(|(limit, _)| cost <= *limit).map_or(0.0, |(_, weight)| *weight),
            Self::Inverse(limit) if cost <= *limit => 1.0 / cost.max(1.0),
            Self::Inverse(_) => 0.0,
        };
        if (0.0..f64::INFINITY).contains(&weight) { weight } else { 0.0 }
    }
}
