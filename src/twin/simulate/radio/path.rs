//! The choice of a propagation model: what each must answer, so that coverage and links take any of them.

use super::free_space::free_space;
use super::hata::Hata;
use super::itm::Itm;
use super::profile::Profile;
use crate::twin::diagnostic::Diagnostic;
use std::fmt::Debug;

/// The ground from a mast outwards, at even steps; the mast stands at the first point. All heights are finite.
#[derive(Clone, Copy, Debug)]
pub struct Radial<'a> {
    /// From point to point [m].
    pub step: f64,
    /// Heights of the ground above the sea [m].
    pub ground: &'a [f64],
    /// Heights of what stands on it [m]; as many.
    pub surface: &'a [f64],
}

/// A model that finds the loss of a path.
pub trait PathModel: Debug + Send + Sync {
    /// Basic transmission loss between antennas at heights above the ground [m] at both ends of a profile, sender first [dB].
    ///
    /// # Errors
    /// What the model cannot answer, and why.
    fn loss(&self, heights: [f64; 2], profile: &Profile) -> Result<f64, Diagnostic>;

    /// The losses to receivers along a radial, by the numbers of their points (rising, none zero) [dB]; none where there is no answer.
    /// Models that can go on from one point to the next override it.
    fn along(&self, heights: [f64; 2], radial: &Radial, points: &[usize]) -> Vec<Option<f64>> {
        let clutter: Vec<f64> = radial.surface.iter().zip(radial.ground).map(|(surface, ground)| surface - ground).collect();
        let loss = |point: &usize| {
            let profile = Profile::new(radial.step, radial.ground.get(..=*point)?).ok()?.value;
            self.loss(heights, &profile.with_clutter(&clutter)).ok()
        };
        points.iter().map(loss).collect()
    }
}

impl PathModel for Itm {
    fn loss(&self, heights: [f64; 2], profile: &Profile) -> Result<f64, Diagnostic> {
        Ok(self.point_to_point(heights, profile)?.total)
    }

    fn along(&self, heights: [f64; 2], radial: &Radial, points: &[usize]) -> Vec<Option<f64>> {
        self.losses_along(heights, radial, points)
    }
}

/// Free space at a frequency [MHz].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FreeSpace(pub f64);

impl PathModel for FreeSpace {
    fn loss(&self, heights: [f64; 2], profile: &Profile) -> Result<f64, Diagnostic> {
        let ground = profile.ground();
        let rise = ground[ground.len() - 1] + heights[1] - ground[0] - heights[0];
        Ok(free_space(self.0, profile.length().hypot(rise)))
    }
}

impl PathModel for Hata {
    fn loss(&self, _: [f64; 2], profile: &Profile) -> Result<f64, Diagnostic> {
        Ok(self.at(profile.length()))
    }
}
