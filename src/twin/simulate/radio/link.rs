//! What a receiver gets of all sectors: power of a resource element, signal against interference and noise, and megabits a second in the busy
//! hour.

use super::fault::{Quantity, within};
use crate::twin::diagnostic::Diagnostic;

/// Thermal noise at 290 K [dBm/Hz].
const THERMAL: f64 = -173.975;
/// Width of a subcarrier of LTE [Hz].
const SUBCARRIER: f64 = 15_000.0;
/// Subcarriers of a resource block.
const OF_BLOCK: f64 = 12.0;
/// What of a channel its resource blocks fill.
const FILLED: f64 = 0.9;

/// A channel and what receivers make of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Channel {
    /// Bandwidth [MHz].
    pub bandwidth: f64,
    /// Noise figure of the receiver [dB].
    pub noise_figure: f64,
    /// How much of Shannon's rate is reached, 0 to 1 (3GPP TR 36.942: 0.6).
    pub efficiency: f64,
    /// Bits a second on a hertz at most (TR 36.942: 4.4).
    pub most: f64,
    /// Below this there is no link [dB] (TR 36.942: −10).
    pub least_sinr: f64,
    /// How much of the time other sectors send in the busy hour, 0 to 1.
    pub load: f64,
}

/// What a receiver gets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Number of the sector that serves it.
    pub sector: usize,
    /// Power of a resource element [dBm].
    pub rsrp: f64,
    /// Signal against interference and noise [dB].
    pub sinr: f64,
    /// Megabits a second when it is served alone.
    pub alone: f64,
}

impl Channel {
    /// Whether it is one.
    ///
    /// # Errors
    /// `radio-value-odd` with the first quantity that is out of its bounds; a channel of no width is none.
    pub fn check(&self) -> Result<(), Diagnostic> {
        within(Quantity::Bandwidth, self.bandwidth, 0.2, 10_000.0)?;
        within(Quantity::Power, self.noise_figure, 0.0, 40.0)?;
        within(Quantity::Share, 100.0 * self.efficiency, 1.0, 100.0)?;
        within(Quantity::Share, 100.0 * self.load, 0.0, 100.0)?;
        within(Quantity::Number, self.most, 0.01, 100.0)
    }

    /// Power of a sector over the whole channel [dBm] on one resource element [dBm].
    pub fn on_element(&self, power: f64) -> f64 {
        let blocks = (FILLED * self.bandwidth * 1e6 / (OF_BLOCK * SUBCARRIER)).floor().max(1.0);
        power - 10.0 * (blocks * OF_BLOCK).log10()
    }

    /// Noise in one resource element [dBm].
    pub fn noise(&self) -> f64 {
        THERMAL + 10.0 * SUBCARRIER.log10() + self.noise_figure
    }

    /// Megabits a second at a signal against interference and noise [dB].
    pub fn rate(&self, sinr: f64) -> f64 {
        if sinr < self.least_sinr {
            return 0.0;
        }
        let bits = self.efficiency * (1.0 + power(sinr)).log2();
        bits.min(self.most) * self.bandwidth
    }

    /// What a receiver gets of sectors whose resource elements arrive with these powers [dBm]: the strongest serves it, the others disturb.
    /// None where nothing arrives.
    pub fn link(&self, arriving: &[f64]) -> Option<Link> {
        let heard = || arriving.iter().enumerate().filter(|(_, level)| level.is_finite());
        let (sector, rsrp) = heard().fold(None, |best: Option<(usize, f64)>, (sector, level)| match best {
            Some((_, strongest)) if strongest >= *level => best,
            _ => Some((sector, *level)),
        })?;
        let others: f64 = heard().filter(|(other, _)| *other != sector).map(|(_, level)| power(*level)).sum();
        let sinr = rsrp - 10.0 * (self.load * others + power(self.noise())).log10();
        Some(Link { sector, rsrp, sinr, alone: self.rate(sinr) })
    }
}

/// Milliwatts of dBm; also a ratio of dB.
pub fn power(level: f64) -> f64 {
    10f64.powf(level / 10.0)
}

/// What each user has when all who are online share their sector's time evenly. `links` are links with how many people hang on each; `online`
/// is the share of people who are served at the same moment in the busy hour. Never more than alone.
pub fn shared(links: &[Option<(Link, f64)>], sectors: usize, online: f64) -> Vec<f64> {
    let mut users = vec![0.0; sectors];
    for (link, people) in links.iter().flatten() {
        if let Some(users) = users.get_mut(link.sector).filter(|_| link.alone > 0.0 && people.is_finite()) {
            *users += people.max(0.0) * online;
        }
    }
    let rate = |(link, _): &(Link, f64)| link.alone / users.get(link.sector).copied().unwrap_or(0.0).max(1.0);
    links.iter().map(|link| link.as_ref().map_or(0.0, rate)).collect()
}
