//! A profile of the ground from one antenna to another: heights at even steps, and what stands on them.

use super::fault::{Quantity, within};
use crate::twin::diagnostic::{Diagnostic, Report};
use std::borrow::Cow;

/// Heights above the sea [m] at even steps, sender first. There are at least two, and all are finite.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile<'a> {
    step: f64,
    ground: Cow<'a, [f64]>,
    /// With clutter between the ends.
    surface: Option<Vec<f64>>,
}

impl<'a> Profile<'a> {
    /// A profile with a step [m]. Heights that are not known (NaN) are taken from the known ones beside them, in a straight line; where none is
    /// known at all the ground is level. Note: `radio-ground-voids`.
    ///
    /// # Errors
    /// `radio-profile-short` with fewer than two points; `radio-value-odd` for the step.
    pub fn new(step: f64, ground: &'a [f64]) -> Result<Report<Self>, Diagnostic> {
        if ground.len() < 2 {
            return Err(Diagnostic::error("radio-profile-short").with("points", ground.len()));
        }
        within(Quantity::Step, step, 1e-3, 1e6)?;
        let unknown = ground.iter().filter(|height| !height.is_finite()).count();
        if unknown == 0 {
            return Ok(Report { value: Self { step, ground: Cow::Borrowed(ground), surface: None }, notes: Vec::new() });
        }
        let mut filled = ground.to_vec();
        fill(&mut filled);
        let note = Diagnostic::warning("radio-ground-voids").with("count", unknown).with("points", ground.len());
        Ok(Report { value: Self { step, ground: Cow::Owned(filled), surface: None }, notes: vec![note] })
    }

    /// The same with clutter on the ground, in metres above it: houses, woods. At both ends there is none, for antennas stand above it.
    #[must_use]
    pub fn with_clutter(self, clutter: &[f64]) -> Self {
        let last = self.ground.len() - 1;
        let above = |(index, height): (usize, &f64)| {
            let clutter = clutter.get(index).filter(|clutter| index > 0 && index < last && **clutter > 0.0 && clutter.is_finite());
            height + clutter.unwrap_or(&0.0)
        };
        let surface = Some(self.ground.iter().enumerate().map(above).collect());
        Self { surface, ..self }
    }

    /// From point to point [m].
    pub fn step(&self) -> f64 {
        self.step
    }

    /// Heights of the ground [m].
    pub fn ground(&self) -> &[f64] {
        &self.ground
    }

    /// Heights of what stands on it [m].
    pub fn surface(&self) -> &[f64] {
        self.surface.as_deref().unwrap_or(&self.ground)
    }

    /// From end to end [m].
    pub fn length(&self) -> f64 {
        self.step * (self.ground.len() - 1) as f64
    }
}

/// Puts straight lines between known heights where some are not known.
pub(super) fn fill(heights: &mut [f64]) {
    let mut known: Option<(usize, f64)> = None;
    for index in 0..heights.len() {
        let height = heights[index];
        if !height.is_finite() {
            continue;
        }
        let (from, start) = known.unwrap_or((index, height));
        let slope = (height - start) / (index - from).max(1) as f64;
        let first = if known.is_some() { from + 1 } else { 0 };
        heights[first..index].iter_mut().enumerate().for_each(|(step, gap)| *gap = start + slope * (step + 1) as f64);
        known = Some((index, height));
    }
    let (last, height) = known.map_or((0, 0.0), |(last, height)| (last + 1, height));
    heights[last..].fill(height);
}
