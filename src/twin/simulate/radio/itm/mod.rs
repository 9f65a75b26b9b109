//! The Irregular Terrain Model of Longley and Rice, version 1.2.2, after NTIA's publication (US Government work, no copyright): loss between
//! two antennas over a profile, or over an area of a roughness.

mod diffraction;
mod fit;
mod medium;
mod path;
mod radial;
mod reference;
mod roughness;
mod scatter;
mod sight;
pub mod terms;
mod variability;
pub mod warning;

pub use reference::Mode;
pub use terms::{Certainty, Climate, Polarization, Service, Terms};
pub use warning::Warnings;

use super::fault::{Quantity, within};
use super::profile::Profile;
use crate::twin::diagnostic::Diagnostic;
use medium::{Air, Ground};
use path::{Horizons, Path, angle, horizon};
use std::f64::consts::PI;
use variability::Variability;

/// Loss of 1 MHz over 1 km in free space as ITM has it [dB]; rounded, and its answers are told with it.
const FREE_SPACE: f64 = 32.45;

/// The loss of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loss {
    /// Basic transmission loss [dB].
    pub total: f64,
    /// What of it is that of free space [dB].
    pub free_space: f64,
    /// Reference attenuation [dB], before variability.
    pub reference: f64,
    /// How the wave comes.
    pub mode: Mode,
    /// What to be careful of.
    pub warnings: Warnings,
}

/// How carefully the place of an antenna was chosen, where the ground is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Siting {
    /// Anywhere.
    Random,
    /// With care.
    Careful,
    /// With great care.
    VeryCareful,
}

/// A path over ground of which only the roughness is known; sender first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaPath {
    /// Distance [km].
    pub kilometres: f64,
    /// Heights of the antennas above the ground [m], 0.5 to 3,000.
    pub heights: [f64; 2],
    /// How carefully their places were chosen.
    pub siting: [Siting; 2],
    /// Terrain irregularity Δh [m].
    pub irregularity: f64,
}

/// The model with all that does not depend on the path.
#[derive(Clone, Copy, Debug)]
pub struct Itm {
    refractivity: f64,
    ground: Ground,
    variability: Variability,
    warnings: Warnings,
}

impl Itm {
    /// The model for some terms.
    ///
    /// # Errors
    /// `radio-value-odd` where a term is out of bounds or the ground is none that the model holds for.
    pub fn new(terms: &Terms) -> Result<Self, Diagnostic> {
        terms.check()?;
        let ground = Ground::new(terms);
        // Where the impedance is more imaginary than real, the model does not hold: the ground conducts too well for the frequency.
        let [real, imaginary] = ground.impedance;
        if real <= imaginary.abs() {
            return Err(Quantity::Conductivity.odd(terms.conductivity, 1e-9, 1e3));
        }
        let variability = Variability::new(terms, &ground);
        let mut warnings = variability.warnings;
        warnings.add(Warnings::FREQUENCY, !(40.0..=10_000.0).contains(&terms.frequency));
        Ok(Self { refractivity: terms.refractivity, ground, variability, warnings })
    }

    /// The loss between antennas at heights above the ground [m] (0.5 to 3,000) at both ends of a profile; sender first.
    ///
    /// # Errors
    /// `radio-value-odd` with the height that is out of bounds, or with the mean height of the path; `radio-path-unanswered` where the
    /// model finds no number.
    pub fn point_to_point(&self, heights: [f64; 2], profile: &Profile) -> Result<Loss, Diagnostic> {
        let points = profile.surface();
        let tenth = (points.len() - 1) / 10;
        let middle = &points[tenth..points.len() - tenth];
        let air = self.air(fit::sum(middle) / middle.len() as f64)?;
        let horizons = Horizons::new(points, profile.step(), heights, air.radius);
        self.loss(&air, &Path::new(points, points, profile.step(), heights, horizons, air.radius))
    }

    /// The loss over an area.
    ///
    /// # Errors
    /// `radio-value-odd` with the quantity that is out of bounds; `radio-path-unanswered` where the model finds no number.
    pub fn area(&self, area: &AreaPath) -> Result<Loss, Diagnostic> {
        let AreaPath { kilometres, heights, siting, irregularity, .. } = *area;
        within(Quantity::Distance, kilometres, 1e-6, 20_000.0)?;
        within(Quantity::Irregularity, irregularity, 0.0, 10_000.0)?;
        let air = self.air(0.0)?;
        let effective = [0, 1].map(|end| raised(heights[end], siting[end], irregularity));
        let horizons = effective.map(|height| horizon(height, irregularity, air.radius));
        let angles = [0, 1].map(|end| angle(effective[end], horizons[end], irregularity, air.radius));
        let distance = kilometres * 1_000.0;
        self.loss(&air, &Path { distance, heights, effective, horizons, angles, irregularity, is_measured: false })
    }

    /// The air over a path at a mean height [m].
    fn air(&self, height: f64) -> Result<Air, Diagnostic> {
        let air = Air::new(self.refractivity, height);
        let holds = (150.0..=400.0).contains(&air.refractivity) && (4_000e3..=13_333_333.0).contains(&air.radius);
        if holds { Ok(air) } else { Err(Quantity::MeanHeight.odd(height, -2_000.0, 4_800.0)) }
    }

    fn loss(&self, air: &Air, path: &Path) -> Result<Loss, Diagnostic> {
        let mut warnings = self.warnings;
        for (height, warning) in path.heights.into_iter().zip([Warnings::SENDER_HEIGHT, Warnings::RECEIVER_HEIGHT]) {
            within(Quantity::AntennaHeight, height, 0.5, 3_000.0)?;
            warnings.add(warning, !(1.0..=1_000.0).contains(&height));
        }
        let (reference, mode, of_path) = reference::reference(&self.ground, air, path);
        let free_space = FREE_SPACE + 20.0 * (self.ground.frequency * path.distance / 1_000.0).log10();
        let total = free_space + self.variability.attenuation(path, reference);
        if !total.is_finite() {
            return Err(Diagnostic::error("radio-path-unanswered").with("metres", path.distance.round()));
        }
        Ok(Loss { total, free_space, reference, mode, warnings: warnings.and(of_path) })
    }
}

/// Effective height of an antenna whose place was chosen with some care [m].
fn raised(height: f64, siting: Siting, irregularity: f64) -> f64 {
    let care = match siting {
        Siting::Random => return height,
        Siting::Careful => 4.0,
        Siting::VeryCareful => 9.0,
    };
    let care = if height < 5.0 { care * (0.1 * PI * height).sin() } else { care };
    height + (1.0 + care) * (-(2.0 * height / irregularity.max(1e-3)).min(20.0)).exp()
}
