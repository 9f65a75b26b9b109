//! The horizon of a point in 72 sectors, with all that stands about it: kept, it makes any day of the year cheap.

use super::fan::Fan;
use super::hours::{Hours, count_lit};
use super::path::{Path, azimuth};
use super::prisms::Prisms;
use super::relief::Skyline;
use std::f64::consts::TAU;
use std::sync::LazyLock;

/// Sectors of a horizon: five degrees each.
pub const SECTORS: usize = 72;
/// What stands lower than 2° is left out: the sun has little strength there.
pub const LEAST_SLOPE: f64 = 0.034_9;
/// What stands farther off is left out [m].
pub const FARTHEST: f64 = 500.0;

/// How high what stands about a point reaches, by sector clockwise from the plane's north: tangents of angles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Horizon([f32; SECTORS]);

impl Default for Horizon {
    /// An open one.
    fn default() -> Self {
        Self([0.0; SECTORS])
    }
}

/// The middles of the sectors.
static MIDDLES: LazyLock<Fan> = LazyLock::new(|| {
    let toward: Vec<[f64; 2]> = (0..SECTORS).map(|sector| sector_middle(sector).sin_cos().into()).collect();
    Fan::new(&toward).0
});

/// Where the middle of a sector lies, clockwise from north [rad].
pub fn sector_middle(sector: usize) -> f64 {
    (sector as f64 + 0.5) / SECTORS as f64 * TAU
}

/// The sector of an angle [rad].
pub fn sector(azimuth: f64) -> usize {
    ((azimuth.rem_euclid(TAU) / TAU * SECTORS as f64) as usize).min(SECTORS - 1)
}

impl Horizon {
    /// The horizon of a point `[east, north, height]` [m]: prisms in the middle of each sector, and the relief.
    pub fn new(prisms: &Prisms, skyline: Option<&Skyline>, from: [f64; 3]) -> Self {
        let mut horizon = skyline.map_or_else(Self::default, Skyline::horizon);
        let at = [from[0], from[1]];
        prisms.near(at, 0.0, from[2], LEAST_SLOPE, FARTHEST, |_, prism| {
            for (a, b) in prisms.edges(prism, at) {
                MIDDLES.cross(a, b, &(0..SECTORS), |sector, distance| horizon.raise(sector, (prism.top - from[2]) / distance.max(0.01)));
            }
        });
        horizon
    }

    /// Raises a sector to a slope.
    pub fn raise(&mut self, sector: usize, slope: f64) {
        if let Some(known) = self.0.get_mut(sector) {
            *known = known.max(slope as f32);
        }
    }

    /// Whether it hides the sun.
    pub fn hides(&self, azimuth: f64, slope: f64) -> bool {
        self.0.get(sector(azimuth)).is_some_and(|known| f64::from(*known) > slope)
    }

    /// Whether nothing stands about the point.
    pub fn is_open(&self) -> bool {
        self.0.iter().all(|slope| *slope <= 0.0)
    }

    /// Share of the light of an even sky that reaches a level ground.
    pub fn sky(&self) -> f64 {
        let of = |slope: &f32| 1.0 / (1.0 + f64::from(*slope).powi(2));
        self.0.iter().map(of).sum::<f64>() / SECTORS as f64
    }

    /// Minutes of sun in a day.
    pub fn hours(&self, path: &Path) -> Hours {
        let lit = path.fan.toward().iter().zip(&path.slopes).map(|(toward, slope)| !self.hides(azimuth(*toward), *slope));
        count_lit(path, &lit.map(|lit| if lit { 1.0 } else { 0.0 }).collect::<Vec<f64>>())
    }
}
