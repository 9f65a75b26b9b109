//! Which sector serves whom: every receiver listens to the masts around it, and sectors are shared in the busy hour.

use super::antenna::bearing;
use super::assumption::ONLINE;
use super::link::{self, Link};
use super::profile::Profile;
use super::receiver::Receiver;
use super::relief::way;
use super::station::{Network, Station};
use crate::twin::diagnostic::Diagnostic;
use crate::twin::model::region::Region;
use crate::twin::simulate::Setting;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Masts farther away are not listened to [m], and more than so many are not either: those beyond disturb little.
pub(super) const FARTHEST: f64 = 40_000.0;
pub(super) const LISTENED: usize = 8;

/// What receivers get.
pub struct Service {
    /// What is heard, by place.
    pub(super) heard: Heards,
    /// The link of each receiver, its sector numbered over all masts and generations; none where no mast is heard.
    pub links: Vec<Option<Link>>,
    /// Megabits a second of each receiver in the busy hour.
    pub rates: Vec<f64>,
    /// Points of paths without known ground, and all.
    pub voids: [usize; 2],
    /// Paths for which there is no answer.
    pub unanswered: usize,
}

/// What is heard at places, by the bits of their metres east and north.
pub(super) type Heards = BTreeMap<[u64; 2], Heard>;

/// What one receiver hears.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Heard {
    link: Option<Link>,
    voids: [usize; 2],
    unanswered: usize,
}

impl Service {
    /// The service of a network to receivers. What was heard before of the same masts in the same places is taken over.
    pub(super) fn new(setting: &Setting, network: &Network, receivers: &[Receiver], known: Option<&Heards>) -> Self {
        let Setting { region, assumptions, .. } = setting;
        let before = |receiver: &Receiver| known?.get(&place(receiver)).copied();
        let heard = receivers.par_iter().map(|receiver| before(receiver).unwrap_or_else(|| hear(region, network, receiver)));
        let heard: Vec<Heard> = heard.collect();
        let links: Vec<Option<Link>> = heard.iter().map(|heard| heard.link).collect();
        let with_people: Vec<Option<(Link, f64)>> =
            links.iter().zip(receivers).map(|(link, receiver)| Some(((*link)?, receiver.people))).collect();
        let sectors = network.bands.len() * network.stations.len() * network.sectors.len();
        let rates = link::shared(&with_people, sectors, assumptions.get(&ONLINE) / 100.0);
        let voids = heard.iter().fold([0, 0], |sum, heard| [sum[0] + heard.voids[0], sum[1] + heard.voids[1]]);
        let unanswered = heard.iter().map(|heard| heard.unanswered).sum();
        Self { heard: receivers.iter().map(place).zip(heard).collect(), links, rates, voids, unanswered }
    }

    /// What was noticed: `radio-ground-voids`, `radio-cells-unanswered`.
    pub fn notes(&self) -> Vec<Diagnostic> {
        let mut notes = Vec::new();
        let [voids, points] = self.voids;
        if voids > 0 {
            notes.push(Diagnostic::warning("radio-ground-voids").with("count", voids).with("points", points));
        }
        if self.unanswered > 0 {
            notes.push(Diagnostic::warning("radio-cells-unanswered").with("count", self.unanswered).with("cells", self.links.len()));
        }
        notes
    }
}

/// Where a receiver is, to the bit.
fn place(receiver: &Receiver) -> [u64; 2] {
    receiver.at.map(f64::to_bits)
}

/// Those of some masts that somebody at a place listens to, the nearest first, and how far away each is [m].
pub(super) fn near(stations: &[Station], among: impl Iterator<Item = usize>, at: [f64; 2]) -> Vec<(usize, f64)> {
    let distance = |station: &Station| (station.at[0] - at[0]).hypot(station.at[1] - at[1]);
    let found = among.map(|number| (number, distance(&stations[number]))).filter(|(_, distance)| *distance <= FARTHEST);
    let mut found: Vec<(usize, f64)> = found.collect();
    let nearer = |a: &(usize, f64), b: &(usize, f64)| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0));
    if found.len() > LISTENED {
        found.select_nth_unstable_by(LISTENED, nearer);
        found.truncate(LISTENED);
    }
    found.sort_unstable_by(nearer);
    found
}

/// What arrives in one place: by generation, power [dBm] and number of every sector.
pub(super) struct Arriving<'a> {
    network: &'a Network,
    bands: Vec<(Vec<f64>, Vec<usize>)>,
}

impl<'a> Arriving<'a> {
    /// Nothing yet.
    pub fn new(network: &'a Network) -> Self {
        Self { network, bands: vec![(Vec::new(), Vec::new()); network.bands.len()] }
    }

    /// Adds the sectors of a station in a generation, from which the place is seen at an azimuth and an elevation [°], over a path with a
    /// loss [dB].
    pub fn add(&mut self, generation: usize, station: usize, [azimuth, elevation]: [f64; 2], loss: f64) {
        let Network { stations, sectors, bands, .. } = self.network;
        let patterns = self.network.sectors_of(station);
        let first = (generation * stations.len() + station) * sectors.len();
        let (levels, numbers) = &mut self.bands[generation];
        levels.extend(patterns.map(|pattern| bands[generation].power + pattern.gain(azimuth, elevation) - loss));
        numbers.extend(first..first + sectors.len());
    }

    /// The link, its sector numbered over all masts and generations: the fastest generation serves; of equally fast ones the newest.
    pub fn link(&self) -> Option<Link> {
        let mut best: Option<Link> = None;
        for (band, (levels, numbers)) in self.network.bands.iter().zip(&self.bands) {
            let Some(link) = band.channel.link(levels) else { continue };
            if best.is_none_or(|best| link.alone >= best.alone) {
                best = Some(Link { sector: numbers[link.sector], ..link });
            }
        }
        best
    }
}

fn hear(region: &Region, network: &Network, receiver: &Receiver) -> Heard {
    let (mut heard, height) = (Heard::default(), network.receiver);
    let mut arriving = Arriving::new(network);
    for (number, distance) in near(&network.stations, 0..network.stations.len(), receiver.at) {
        let station = &network.stations[number];
        let way = way(region, station.at, receiver.at);
        let unknown = way.heights.iter().filter(|height| !height.is_finite()).count();
        heard.voids = [heard.voids[0] + unknown, heard.voids[1] + way.heights.len()];
        let Ok(profile) = Profile::new(way.step, &way.heights) else { continue };
        let profile = profile.value;
        let ends = [profile.ground()[0] + station.height, profile.ground()[way.heights.len() - 1] + height];
        let elevation = (ends[1] - ends[0]).atan2(distance).to_degrees();
        let (azimuth, _) = bearing([0, 1].map(|axis| receiver.at[axis] - station.at[axis]));
        for (generation, band) in network.bands.iter().enumerate().filter(|(generation, _)| station.carries[*generation]) {
            match band.model.loss([station.height, height], &profile) {
                Ok(loss) => arriving.add(generation, number, [azimuth, elevation], loss),
                Err(_) => heard.unanswered += 1,
            }
        }
    }
    heard.link = arriving.link();
    heard
}
