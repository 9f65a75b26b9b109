//! Diffraction over the ground: Bullington's edge, corrected by what a smooth Earth of the same path would do (§4.3.4, §4.3.5).

use super::analysis::Analysis;
use super::bullington::Ray;
use super::link::Link;
use super::path::Path;
use super::spherical::SmoothPath;

/// Diffraction losses over an Earth of one radius [dB].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DeltaBullington {
    /// Bullington over the ground with its clutter, L_bulla.
    pub actual: f64,
    /// Bullington over the smooth surface, L_bulls.
    pub smooth: f64,
    /// Spherical Earth, L_dsph.
    pub spherical: f64,
    /// All in all, L_d (39).
    pub loss: f64,
}

/// Diffraction losses of a path [dB].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Diffraction {
    /// For half of the time.
    pub median: DeltaBullington,
    /// For β₀ of the time.
    pub ducting: DeltaBullington,
    /// Not exceeded for p of the time, L_dp (41).
    pub at_time: f64,
}

impl Diffraction {
    /// Those of a link; `share` tells how far it is from the median to β₀ of the time, F_i (40).
    pub fn of(path: &Path, link: &Link, analysis: &Analysis, share: f64) -> Self {
        let over = |radius: f64| delta_bullington(path, link, analysis, radius);
        let (median, ducting) = (over(analysis.climate.median_radius), over(analysis.climate.ducting_radius));
        let at_time = if link.time < 50.0 { median.loss + share * (ducting.loss - median.loss) } else { median.loss };
        Self { median, ducting, at_time }
    }
}

fn delta_bullington(path: &Path, link: &Link, analysis: &Analysis, radius: f64) -> DeltaBullington {
    let Analysis { length, antennas, .. } = *analysis;
    let wavelength = link.wavelength();
    let surface = analysis.smooth.diffraction;
    let heights = [antennas[0] - surface[0], antennas[1] - surface[1]];
    let actual = Ray { length, antennas, radius, wavelength }.bullington(path.obstacles());
    let smooth = Ray { length, antennas: heights, radius, wavelength }.bullington(path.between().map(|(far, _)| (far, 0.0)));
    let over_sea = analysis.sections.over_sea;
    let (frequency, polarisation) = (link.gigahertz(), link.polarisation);
    let spherical = SmoothPath { length, heights, radius, frequency, wavelength, polarisation, over_sea }.loss();
    DeltaBullington { actual, smooth, spherical, loss: actual + (spherical - smooth).max(0.0) }
}
