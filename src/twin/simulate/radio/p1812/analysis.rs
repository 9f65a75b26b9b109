//! What a profile says of a link before any loss is known (§3.8, Attachment 1).

use super::climate::Climate;
use super::horizon::Horizons;
use super::link::Link;
use super::path::Path;
use super::section::{Sections, Zone};
use super::smooth::SmoothEarth;

/// A path analysed for a link; pairs are transmitter, receiver.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Analysis {
    /// Length of the path [km].
    pub length: f64,
    /// Heights of the antennas above the sea, h_ts and h_rs [m].
    pub antennas: [f64; 2],
    /// Way over land to the coast, d_ct and d_cr [km].
    pub coast: [f64; 2],
    /// Sections by zone.
    pub sections: Sections,
    /// The air.
    pub climate: Climate,
    /// Horizons of the antennas.
    pub horizons: Horizons,
    /// The smooth Earth.
    pub smooth: SmoothEarth,
}

impl Analysis {
    /// That of a path.
    pub fn of(path: &Path, link: &Link) -> Self {
        let antennas = path.antennas(link.heights);
        let sections = Sections::of(path);
        let climate = Climate::new(link.lapse_rate, link.latitude, &sections);
        let horizons = Horizons::of(path, antennas, climate.median_radius, link.wavelength());
        let smooth = SmoothEarth::of(path, link.heights, &horizons);
        let at_sea = path.end_zones().map(|zone| zone == Zone::Sea);
        let coast = [0, 1].map(|end| if at_sea[end] { 0.0 } else { link.coast[end] });
        Self { length: path.length(), antennas, coast, sections, climate, horizons, smooth }
    }
}
