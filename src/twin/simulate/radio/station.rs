//! The masts of a region as stations of a network: where they stand, how high, and which generations they carry.

use super::antenna::{Beam, Pattern};
use super::assumption::{
    BANDWIDTH, BANDWIDTH_3G, BANDWIDTH_5G, FREQUENCY, FREQUENCY_5G, GENERATION, LOAD, MAST_HEIGHT, POWER, SECTORS, WALLS,
};
use super::itm::{Itm, Terms};
use super::link::Channel;
use super::path::PathModel;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::connectivity::RadioTechnology;
use crate::twin::model::origin::Origin;
use crate::twin::model::region::Region;
use crate::twin::simulate::assumption::{AssumptionSpec, Assumptions};

/// Generations that carry data, the oldest first.
pub const GENERATIONS: usize = 3;
/// Noise of a phone [dB], share of Shannon's rate, bits a second on a hertz at most, least ratio [dB]: 3GPP TR 36.942, annex A.
const PHONE: [f64; 4] = [9.0, 0.6, 4.4, -10.0];

/// A mast that carries mobile internet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Station {
    /// Metres east and north.
    pub at: [f64; 2],
    /// Height of its antennas above the ground [m].
    pub height: f64,
    /// Whether it carries the third, the fourth, the fifth generation.
    pub carries: [bool; GENERATIONS],
}

/// A generation of mobile networks: all stations that carry it send on the same channel.
pub struct Band {
    /// How the loss of a path is found.
    pub model: Box<dyn PathModel>,
    /// The channel.
    pub channel: Channel,
    /// What a sector sends on a resource element in its main direction [dBm], less what walls take away.
    pub power: f64,
}

impl Band {
    /// On a carrier and a channel that are assumed.
    ///
    /// # Errors
    /// `radio-value-odd` where an assumption is none that the model holds for.
    pub(super) fn new(assumptions: &Assumptions, frequency: &AssumptionSpec, bandwidth: &AssumptionSpec) -> Result<Self, Diagnostic> {
        let [noise_figure, efficiency, most, least_sinr] = PHONE;
        let (bandwidth, load) = (assumptions.get(bandwidth), assumptions.get(&LOAD) / 100.0);
        let channel = Channel { bandwidth, noise_figure, efficiency, most, least_sinr, load };
        channel.check()?;
        let power = channel.on_element(10.0 * (1_000.0 * assumptions.get(&POWER)).log10()) - assumptions.get(&WALLS);
        Ok(Self { model: Box::new(Itm::new(&Terms::temperate(assumptions.get(frequency)))?), channel, power })
    }
}

/// Networks on all masts.
pub struct Network {
    /// Masts with data.
    pub stations: Vec<Station>,
    /// By generation.
    pub bands: Vec<Band>,
    /// The sectors of every mast.
    pub sectors: Vec<Pattern>,
    /// Power of a sector in its main direction [W].
    pub watts: f64,
}

impl Network {
    /// The network of a region. Masts of radio and television, and of the second generation, carry no data. Notes: `radio-no-masts`,
    /// `radio-masts-assumed`.
    ///
    /// # Errors
    /// `radio-value-odd` where an assumption is none that the model holds for.
    pub fn new(region: &Region, assumptions: &Assumptions) -> Result<Report<Self>, Diagnostic> {
        let channels = [(&FREQUENCY, &BANDWIDTH_3G), (&FREQUENCY, &BANDWIDTH), (&FREQUENCY_5G, &BANDWIDTH_5G)];
        let bands = channels.into_iter().map(|(frequency, bandwidth)| Band::new(assumptions, frequency, bandwidth));
        let bands = bands.collect::<Result<Vec<Band>, Diagnostic>>()?;
        let sectors = Pattern::sectors(assumptions.get(&SECTORS).round() as usize, Beam::ACROSS, Beam::UPRIGHT);
        let (stations, notes) = stations(region, assumptions);
        Ok(Report { value: Self { stations, bands, sectors, watts: assumptions.get(&POWER) }, notes })
    }
}

fn stations(region: &Region, assumptions: &Assumptions) -> (Vec<Station>, Vec<Diagnostic>) {
    let (mut heights, mut generations) = (0, 0);
    let mut stations = Vec::new();
    for (mast, shape) in region.masts.iter().filter(|(mast, _)| mast.technology.value != RadioTechnology::Broadcast) {
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
        stations.push(Station { at: shape.anchor().metres(), height, carries });
    }
    stations.retain(|station| station.carries.contains(&true));
    let mut notes = Vec::new();
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
    (stations, notes)
}

/// Generations of a mast whose newest is that one: the fifth stands beside the fourth; who has the fourth does not look for the third.
fn carried(newest: u8) -> [bool; GENERATIONS] {
    [newest == 3, newest >= 4, newest >= 5]
}
