//! The masts of a region as stations of a network: where they stand, how high, and which generations they carry.

use super::antenna::{Beam, Pattern, bearing};
use super::assumption::{
    BANDWIDTH, BANDWIDTH_3G, BANDWIDTH_5G, FREQUENCY, FREQUENCY_5G, GENERATION, LOAD, MAST_HEIGHT, POWER, RECEIVER_HEIGHT, SECTORS, WALLS,
};
use super::link::Channel;
use super::path::PathModel;
use super::propagation::assumed;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::connectivity::RadioTechnology;
use crate::twin::model::origin::Origin;
use crate::twin::model::region::Region;
use crate::twin::simulate::assumption::{AssumptionSpec, Assumptions};
use rayon::prelude::*;

/// What is assumed of a carrier and of its bandwidth.
type Waves = [&'static AssumptionSpec; 2];

/// Generations that carry data, the oldest first.
pub const GENERATIONS: usize = 3;
/// Noise of a phone [dB], share of Shannon's rate, bits a second on a hertz at most, least ratio [dB]: 3GPP TR 36.942, annex A.
const PHONE: [f64; 4] = [9.0, 0.6, 4.4, -10.0];

/// Antennas are tilted down by so much at most [°].
const STEEPEST: f64 = 15.0;
/// Sectors of a mast at most.
pub const MOST_SECTORS: usize = 12;

/// A mast that carries mobile internet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Station {
    /// Metres east and north.
    pub at: [f64; 2],
    /// Height of its antennas above the ground [m].
    pub height: f64,
    /// Whether it carries the third, the fourth, the fifth generation.
    pub carries: [bool; GENERATIONS],
    /// By how much its antennas are tilted down, sector by sector [°].
    pub tilts: [f64; MOST_SECTORS],
}

/// A generation of mobile networks: all stations that carry it send on the same channel.
#[derive(Debug)]
pub struct Band {
    /// How the loss of a path is found.
    pub model: Box<dyn PathModel>,
    /// The channel.
    pub channel: Channel,
    /// What a sector sends on a resource element in its main direction [dBm], less what walls take away.
    pub power: f64,
}

impl Band {
    /// On a carrier and a channel that are assumed, over the ground of a region. Note: `radio-hata-beyond`.
    ///
    /// # Errors
    /// `radio-value-odd` and `p1812-value-odd` where an assumption is none that the model holds for.
    pub(super) fn new(region: &Region, assumptions: &Assumptions, [frequency, bandwidth]: Waves) -> Result<Report<Self>, Diagnostic> {
        let [noise_figure, efficiency, most, least_sinr] = PHONE;
        let (bandwidth, load) = (assumptions.get(bandwidth), assumptions.get(&LOAD) / 100.0);
        let channel = Channel { bandwidth, noise_figure, efficiency, most, least_sinr, load };
        channel.check()?;
        let power = channel.on_element(10.0 * (1_000.0 * assumptions.get(&POWER)).log10()) - assumptions.get(&WALLS);
        let latitude = region.frame.geo_from_metres([0.0, 0.0]).lat;
        let Report { value: model, notes } = assumed(assumptions, assumptions.get(frequency), latitude)?;
        Ok(Report { value: Self { model, channel, power }, notes })
    }
}

/// Networks on all masts.
#[derive(Debug)]
pub struct Network {
    /// Masts with data.
    pub stations: Vec<Station>,
    /// Their numbers in the layer of masts.
    pub masts: Vec<u32>,
    /// By generation.
    pub bands: Vec<Band>,
    /// The sectors of every mast, tilted for open country.
    pub sectors: Vec<Pattern>,
    /// Power of a sector in its main direction [W].
    pub watts: f64,
    /// Height of receivers above the ground [m].
    pub receiver: f64,
}

impl Network {
    /// The network of a region. Masts of radio and television, and of the second generation, carry no data. Notes: `radio-no-masts`,
    /// `radio-masts-assumed`, `radio-masts-outside`, `radio-hata-beyond`.
    ///
    /// # Errors
    /// `radio-value-odd` and `p1812-value-odd` where an assumption is none that the model holds for.
    pub fn new(region: &Region, assumptions: &Assumptions) -> Result<Report<Self>, Diagnostic> {
        let channels = [[&FREQUENCY, &BANDWIDTH_3G], [&FREQUENCY, &BANDWIDTH], [&FREQUENCY_5G, &BANDWIDTH_5G]];
        let (mut bands, mut beyond) = (Vec::new(), Vec::new());
        for waves in channels {
            let Report { value, notes } = Band::new(region, assumptions, waves)?;
            bands.push(value);
            beyond.extend(notes);
        }
        // Generations on one carrier have the same complaint.
        beyond.dedup();
        let sectors = Pattern::sectors(sectors(assumptions), Beam::ACROSS, Beam::UPRIGHT);
        let ((masts, stations), mut notes) = stations(region, assumptions);
        notes.extend(beyond);
        let [watts, receiver] = [&POWER, &RECEIVER_HEIGHT].map(|spec| assumptions.get(spec));
        Ok(Report { value: Self { stations, masts, bands, sectors, watts, receiver }, notes })
    }

    /// The sectors of a station, tilted as its own are.
    pub fn sectors_of(&self, station: usize) -> impl Iterator<Item = Pattern> {
        let tilts = self.stations.get(station).map_or([Beam::UPRIGHT.tilt; MOST_SECTORS], |station| station.tilts);
        self.sectors.iter().zip(tilts).map(|(pattern, tilt)| pattern.tilted(tilt))
    }

    /// The mast of a sector, numbered over all masts and generations, by its number in the layer.
    pub fn mast(&self, sector: usize) -> Option<u32> {
        let station = sector.checked_div(self.sectors.len())?.checked_rem(self.stations.len())?;
        self.masts.get(station).copied()
    }
}

/// Masts that carry data, by their numbers in the layer and as stations; and what was noticed.
fn stations(region: &Region, assumptions: &Assumptions) -> ((Vec<u32>, Vec<Station>), Vec<Diagnostic>) {
    let (mut heights, mut generations) = (0, 0);
    let mut stations = Vec::new();
    for (number, (mast, shape)) in
        (0..).zip(region.masts.iter()).filter(|(_, (mast, _))| mast.technology.value != RadioTechnology::Broadcast)
    {
        let told = mast.height.value.metres();
        let height = if told >= 1.0 { told } else { assumptions.get(&MAST_HEIGHT) };
        heights += usize::from(told < 1.0 || matches!(mast.height.origin, Origin::Assumed | Origin::Inferred));
        let is_taken =
            mast.technology.value == RadioTechnology::Unknown || matches!(mast.technology.origin, Origin::Assumed | Origin::Inferred);
        generations += usize::from(is_taken);
        let carries = match mast.technology.value {
            RadioTechnology::Unknown => carried(assumptions.get(&GENERATION).round() as u8),
            RadioTechnology::G3 => carried(3),
            RadioTechnology::G4 => carried(4),
            RadioTechnology::G5 => carried(5),
            RadioTechnology::G2 | RadioTechnology::Broadcast => carried(2),
        };
        stations.push((number, Station { at: shape.anchor().metres(), height, carries, tilts: [Beam::UPRIGHT.tilt; MOST_SECTORS] }));
    }
    stations.retain(|(_, station)| station.carries.contains(&true));
    let sectors = sectors(assumptions);
    let tilts: Vec<[f64; MOST_SECTORS]> = (0..stations.len()).into_par_iter().map(|number| tilts(&stations, number, sectors)).collect();
    stations.iter_mut().zip(tilts).for_each(|((_, station), tilts)| station.tilts = tilts);
    let mut notes = Vec::new();
    let extent = &region.extent;
    let outside = stations.iter().filter(|(_, station)| !extent.is_empty() && !extent.contains(station.at)).count();
    if outside > 0 {
        notes.push(Diagnostic::warning("radio-masts-outside").with("count", outside).with("masts", region.masts.len()));
    }
    if stations.is_empty() {
        notes.push(Diagnostic::note("radio-no-masts").with("masts", region.masts.len()));
    } else if heights + generations > 0 {
        notes.push(
            Diagnostic::note("radio-masts-assumed")
                .with("heights", heights)
                .with("generations", generations)
                .with("masts", region.masts.len()),
        );
    }
    (stations.into_iter().unzip(), notes)
}

/// How many sectors each mast has.
fn sectors(assumptions: &Assumptions) -> usize {
    (assumptions.get(&SECTORS).round() as usize).clamp(1, MOST_SECTORS)
}

/// By how much a station's antennas are tilted down [°]: a sector in which another mast stands near looks half the way there, so as not to
/// disturb beyond it; one that has the open country before it looks far. TR 36.814 (table A.2.1.1-2) tilts by 15° where masts stand 500 m
/// apart.
fn tilts(stations: &[(u32, Station)], number: usize, sectors: usize) -> [f64; MOST_SECTORS] {
    let own = &stations[number].1;
    let turn = 360.0 / sectors as f64;
    let mut nearest = [f64::INFINITY; MOST_SECTORS];
    for (_, (_, other)) in stations.iter().enumerate().filter(|(other, _)| *other != number) {
        let (azimuth, away) = bearing([other.at[0] - own.at[0], other.at[1] - own.at[1]]);
        let sector = (azimuth / turn).round() as usize % sectors;
        nearest[sector] = nearest[sector].min(away);
    }
    nearest.map(|away| own.height.atan2(away / 2.0).to_degrees().clamp(Beam::UPRIGHT.tilt, STEEPEST))
}

/// Generations of a mast whose newest is that one: the fifth stands beside the fourth; who has the fourth does not look for the third.
fn carried(newest: u8) -> [bool; GENERATIONS] {
    [newest == 3, newest >= 4, newest >= 5]
}
