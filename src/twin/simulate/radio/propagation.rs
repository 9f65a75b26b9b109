//! Which propagation model stands behind the links of a region: one of four, as is assumed.

use super::assumption::{MAST_HEIGHT, PROPAGATION, RECEIVER_HEIGHT};
use super::hata::{Hata, Surroundings};
use super::itm::{Itm, Terms};
use super::p1812::link::FAR_FROM_COAST;
use super::p1812::path::LEAST_POINTS;
use super::p1812::{Link, Path, Polarisation, predict};
use super::path::{FreeSpace, PathModel};
use super::profile::Profile;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::simulate::assumption::Assumptions;

/// Paths that are shorter are beyond P.1812 [m]: over so short a way little but the distance matters.
const SHORTEST: f64 = 250.0;
/// Fall of refractivity with height [N-units/km] at which the Earth appears 4/3 as large, and refractivity at sea level [N-units] of a
/// continental temperate climate: what ITM is asked with as well.
const LAPSE_RATE: f64 = 39.25;
const REFRACTIVITY: f64 = 301.0;

/// ITU-R P.1812-8 for the median of time and places, far from any coast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct P1812 {
    link: Link,
}

impl P1812 {
    /// At a frequency [MHz], for antennas at usual heights above the ground [m], at a latitude [°].
    ///
    /// # Errors
    /// `p1812-value-odd` for what the Recommendation does not hold for.
    pub fn new(frequency: f64, heights: [f64; 2], latitude: f64) -> Result<Self, Diagnostic> {
        let link = Link {
            frequency,
            polarisation: Polarisation::Vertical,
            heights,
            time: 50.0,
            locations: 50.0,
            deviation: 0.0,
            coast: [FAR_FROM_COAST; 2],
            lapse_rate: LAPSE_RATE,
            refractivity: REFRACTIVITY,
            latitude,
        };
        link.check()?;
        Ok(Self { link })
    }
}

impl PathModel for P1812 {
    /// Below 250 m, where the Recommendation ends, it is free space.
    fn loss(&self, heights: [f64; 2], profile: &Profile) -> Result<f64, Diagnostic> {
        let link = Link { heights, ..self.link };
        if profile.length() < SHORTEST {
            link.check()?;
            return FreeSpace(link.frequency).loss(heights, profile);
        }
        let (ground, surface, step) = even(profile);
        let distances: Vec<f64> = (0..ground.len()).map(|point| point as f64 * step / 1_000.0).collect();
        let clutter: Vec<f64> = surface.iter().zip(&ground).map(|(surface, ground)| (surface - ground).max(0.0)).collect();
        Ok(predict(&Path::new(&distances, &ground, &clutter, &[])?, &link)?.loss)
    }
}

/// Ground and surface of a profile and its step [m]; one of too few points gets more on the straight lines between its own.
fn even(profile: &Profile) -> (Vec<f64>, Vec<f64>, f64) {
    let stretches = (profile.ground().len() - 1).max(1);
    let parts = (LEAST_POINTS - 1).div_ceil(stretches);
    let finer = |heights: &[f64]| -> Vec<f64> {
        let between = |pair: &[f64]| (0..parts).map(|part| pair[0] + (pair[1] - pair[0]) * part as f64 / parts as f64).collect::<Vec<_>>();
        heights.windows(2).flat_map(between).chain(heights.last().copied()).collect()
    };
    (finer(profile.ground()), finer(profile.surface()), profile.step() / parts as f64)
}

/// Okumura–Hata in open country at a frequency [MHz], for antennas at any heights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpenCountry(pub f64);

impl PathModel for OpenCountry {
    fn loss(&self, heights: [f64; 2], profile: &Profile) -> Result<f64, Diagnostic> {
        let [base, receiver] = heights;
        Ok(Hata::new(self.0, base, receiver, Surroundings::Open)?.value.at(profile.length()))
    }
}

/// The model that is assumed, at a frequency [MHz] and a latitude [°]. Note: `radio-hata-beyond`.
///
/// # Errors
/// `radio-value-odd` and `p1812-value-odd` where an assumption is none that the model holds for.
pub fn assumed(assumptions: &Assumptions, frequency: f64, latitude: f64) -> Result<Report<Box<dyn PathModel>>, Diagnostic> {
    let [base, receiver] = [&MAST_HEIGHT, &RECEIVER_HEIGHT].map(|spec| assumptions.get(spec));
    let mut notes = Vec::new();
    let value: Box<dyn PathModel> = match assumptions.get(&PROPAGATION).round() as u8 {
        2 => Box::new(P1812::new(frequency, [base, receiver], latitude)?),
        3 => {
            notes = Hata::new(frequency, base, receiver, Surroundings::Open)?.notes;
            Box::new(OpenCountry(frequency))
        }
        4 => Box::new(FreeSpace(frequency)),
        _ => Box::new(Itm::new(&Terms::temperate(frequency))?),
    };
    Ok(Report { value, notes })
}
