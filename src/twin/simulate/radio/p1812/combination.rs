//! From a path and a link to its loss: all mechanisms, blended (§4.6, §4.9, §4.10).

use super::analysis::Analysis;
use super::diffraction::Diffraction;
use super::ducting::Ducted;
use super::fault::Fault;
use super::link::Link;
use super::location::inverse_normal;
use super::path::Path;
use super::section::Zone;
use super::sight::Sight;
use super::troposcatter::troposcatter;
use std::f64::consts::LN_10;

/// What is predicted of a link, and how it came about; losses in dB.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prediction {
    /// Basic transmission loss not exceeded for p of the time and pL of the locations, L_b (69).
    pub loss: f64,
    /// The same for half of the locations, L_bc (63).
    pub median_loss: f64,
    /// Field strength exceeded so often for 1 kW of effective radiated power, E_p [dB(µV/m)] (70).
    pub field_strength: f64,
    /// What the profile says.
    pub analysis: Analysis,
    /// What each mechanism does.
    pub mechanisms: Mechanisms,
    /// How they are blended.
    pub blend: Blend,
}

/// What each mechanism of propagation does [dB].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mechanisms {
    /// Basic losses in line of sight.
    pub sight: Sight,
    /// Losses by diffraction, on top of them.
    pub diffraction: Diffraction,
    /// Basic loss by ducts and layers, L_ba (46).
    pub ducting: f64,
    /// Basic loss by scatter, L_bs (44).
    pub troposcatter: f64,
}

/// Weights, and basic losses on the way from the mechanisms to the result [dB].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Blend {
    /// Weight of β₀ of the time against the median, F_i (40).
    pub by_time: f64,
    /// Weight of line of sight by the angle of the path, F_j (57).
    pub by_angle: f64,
    /// Weight of diffraction by the length of the path, F_k (58).
    pub by_length: f64,
    /// Median of diffraction, L_bd50 (42).
    pub median_diffraction: f64,
    /// Diffraction for p of the time, L_bd (43).
    pub diffraction: f64,
    /// Least by line of sight and diffraction over the sea, L_minb0p (59).
    pub least_in_sight: f64,
    /// Least by line of sight and ducting, L_minbap (60).
    pub least_ducted: f64,
    /// Diffraction, enhanced by ducts, L_bda (61).
    pub ducted: f64,
    /// The same, enhanced by line of sight, L_bam (62).
    pub modified: f64,
}

/// The loss of a link over a path.
///
/// # Errors
/// [`Fault::OutOfRange`] where the link holds something that the method does not cover.
pub fn predict(path: &Path, link: &Link) -> Result<Prediction, Fault> {
    link.check()?;
    let analysis = Analysis::of(path, link);
    let by_time = weight_by_time(link.time, analysis.climate.ducting);
    let mechanisms = Mechanisms::of(path, link, &analysis, by_time);
    let blend = Blend::of(&analysis, &mechanisms, link.time, by_time);
    let median_loss = lesser(mechanisms.troposcatter, blend.modified, 5.0 / LN_10);
    let [_, receiver] = path.end_zones();
    let by_location = if receiver == Zone::Sea { 0.0 } else { -inverse_normal(link.locations / 100.0) * link.deviation };
    let loss = mechanisms.sight.at_time.max(median_loss + by_location);
    let field_strength = 199.36 + 20.0 * link.gigahertz().log10() - loss;
    Ok(Prediction { loss, median_loss, field_strength, analysis, mechanisms, blend })
}

impl Mechanisms {
    fn of(path: &Path, link: &Link, analysis: &Analysis, by_time: f64) -> Self {
        let (frequency, time, length) = (link.gigahertz(), link.time, analysis.length);
        Self {
            sight: Sight::of(analysis, frequency, time),
            diffraction: Diffraction::of(path, link, analysis, by_time),
            ducting: Ducted { frequency, time, analysis }.loss(),
            troposcatter: troposcatter(frequency, length, analysis.horizons.angle, link.refractivity, time),
        }
    }
}

impl Blend {
    fn of(analysis: &Analysis, mechanisms: &Mechanisms, time: f64, by_time: f64) -> Self {
        let Mechanisms { sight, diffraction: diffracted, ducting, .. } = mechanisms;
        let by_angle = falling(3.0 * 0.8 * (analysis.horizons.angle - 0.3) / 0.3);
        let by_length = falling(3.0 * 0.5 * (analysis.length - 20.0) / 20.0);
        let median_diffraction = sight.free_space + diffracted.median.loss;
        let diffraction = sight.at_time + diffracted.at_time;
        let over_land = (1.0 - analysis.sections.over_sea) * diffracted.at_time;
        let least_in_sight = if time < analysis.climate.ducting {
            sight.at_time + over_land
        } else {
            median_diffraction + (sight.at_ducting + over_land - median_diffraction) * by_time
        };
        let least_ducted = -lesser(-ducting, -sight.at_time, 2.5);
        let ducted = if least_ducted > diffraction { diffraction } else { least_ducted + (diffraction - least_ducted) * by_length };
        let modified = ducted + (least_in_sight - ducted) * by_angle;
        Self { by_time, by_angle, by_length, median_diffraction, diffraction, least_in_sight, least_ducted, ducted, modified }
    }
}

/// Weight of β₀ of the time [%] against the median at a share of time (40).
fn weight_by_time(time: f64, ducting: f64) -> f64 {
    if time < ducting { 1.0 } else { inverse_normal(time / 100.0) / inverse_normal(ducting / 100.0) }
}

/// From 1 far below zero to 0 far above.
fn falling(x: f64) -> f64 {
    1.0 - 0.5 * (1.0 + x.tanh())
}

/// The lesser of two, rounded off where they are near: `−s ln(e^(−a/s) + e^(−b/s))`, written so that it overflows nowhere.
fn lesser(a: f64, b: f64, scale: f64) -> f64 {
    a.min(b) - scale * (-(a - b).abs() / scale).exp().ln_1p()
}
