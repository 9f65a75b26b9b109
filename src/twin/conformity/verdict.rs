//! A norm held against what is measured. Whether it is met and how far the norm can be trusted are two things.

use super::Outcome;
use super::measure::Measuring;
use crate::twin::catalog::Catalog;
use crate::twin::catalog::norm::{Measure, Norm, Side, Status};

/// What arithmetic may add to or take from a measured value, as a share of the norm's.
const TOLERANCE: f64 = 1e-9;

/// A norm held against a solution.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The norm's id.
    pub norm: String,
    /// The measured value, in the norm's unit; none where it cannot be measured, and where there is nothing that it could be too little for.
    pub measured: Option<f64>,
    /// How much room there is to the norm's value; below zero where it is not met.
    pub margin: Option<f64>,
    /// Whether it is met.
    pub outcome: Outcome,
    /// How far the norm can be trusted.
    pub status: Status,
}

/// A verdict for each norm that a solution's template names and that applies to it. Where nobody knows whether it applies, the
/// outcome is not known either.
pub fn verdicts<'c>(catalog: &'c Catalog, measuring: &Measuring) -> Vec<Verdict> {
    let named = measuring.solution.fit.template.norms.iter().filter_map(|id| catalog.norm(id));
    // Several norms may ask for the same: the classes of a load, the sizes of a school.
    let mut measured: Vec<(&Norm, Option<f64>)> = Vec::new();
    let verdict = |norm: &'c Norm| match measuring.solution.fit.value(&norm.when) {
        Ok(0.0) => None,
        Ok(_) => {
            let known = measured.iter().find(|(known, _)| asks_the_same(known, norm)).map(|(_, value)| *value);
            let value = known.unwrap_or_else(|| measuring.value(norm));
            measured.push((norm, value));
            Some(Verdict::new(norm, value))
        }
        Err(_) => Some(Verdict::new(norm, None)),
    };
    named.filter_map(verdict).collect()
}

/// Whether two norms measure the same. What lies along a line depends on how far a norm looks, and who has enough sun on how much it asks for.
fn asks_the_same(norm: &Norm, other: &Norm) -> bool {
    let is_of_value = matches!(norm.measure, Measure::StopDistance | Measure::SunLeft);
    norm.measure == other.measure && norm.of == other.of && (!is_of_value || norm.value == other.value)
}

impl Verdict {
    /// A norm held against a measured value. One without end is enough for whoever asks for so much at least, and there is no more to say of
    /// it; of anything else that is not a number nobody knows.
    pub fn new(norm: &Norm, measured: Option<f64>) -> Self {
        let is_endless = measured == Some(f64::INFINITY) && norm.side == Side::AtLeast;
        let measured = measured.filter(|value| value.is_finite());
        let margin = measured.map(|value| match norm.side {
            Side::AtMost => norm.value - value,
            Side::AtLeast => value - norm.value,
        });
        let outcome = match margin {
            None if is_endless => Outcome::Met,
            None => Outcome::Unknown,
            Some(margin) if margin >= -TOLERANCE * norm.value => Outcome::Met,
            Some(margin) => Outcome::Short(-margin),
        };
        Self { norm: norm.id.value.clone(), measured, margin, outcome, status: norm.status }
    }

    /// Whether it is met, and by a norm that was read itself: what alone may be shown as plainly met.
    pub fn is_plainly_met(&self) -> bool {
        self.outcome == Outcome::Met && self.status == Status::Verified
    }
}
