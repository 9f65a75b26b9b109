//! Which sector serves whom: every receiver listens to the masts around it, and sectors are shared in the busy hour.

use super::antenna::bearing;
use super::assumption::{ONLINE, RECEIVER_HEIGHT};
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
const FARTHEST: f64 = 40_000.0;
const LISTENED: usize = 8;

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
        let height = assumptions.get(&RECEIVER_HEIGHT);
        let before = |receiver: &Receiver| known?.get(&place(receiver)).copied();
        let heard = receivers.par_iter().map(|receiver| before(receiver).unwrap_or_else(|| hear(region, network, receiver, height)));
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

/// The masts that a receiver listens to, the nearest first, and how far away each is [m].
fn near(stations: &[Station], at: [f64; 2]) -> Vec<(usize, f64)> {
    let distance = |station: &Station| (station.at[0] - at[0]).hypot(station.at[1] - at[1]);
    let found = stations.iter().map(distance).enumerate().filter(|(_, distance)| *distance <= FARTHEST);
    let mut found: Vec<(usize, f64)> = found.collect();
    let nearer = |a: &(usize, f64), b: &(usize, f64)| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0));
    if found.len() > LISTENED {
        found.select_nth_unstable_by(LISTENED, nearer);
        found.truncate(LISTENED);
    }
    found.sort_unstable_by(nearer);
    found
}

fn hear(region: &Region, network: &Network, receiver: &Receiver, height: f64) -> Heard {
    let mut heard = Heard::default();
    let mut arriving = vec![(Vec::new(), Vec::new()); network.bands.len()];
    for (number, distance) in near(&network.stations, receiver.at) {
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
            let Ok(loss) = band.model.loss([station.height, height], &profile) else {
                heard.unanswered += 1;
                continue;
            };
            let first = (generation * network.stations.len() + number) * network.sectors.len();
            let (levels, sectors) = &mut arriving[generation];
            levels.extend(network.sectors.iter().map(|pattern| band.power + pattern.gain(azimuth, elevation) - loss));
            sectors.extend(first..first + network.sectors.len());
        }
    }
    for (band, (levels, sectors)) in network.bands.iter().zip(&arriving) {
        let Some(link) = band.channel.link(levels) else { continue };
        // The fastest generation serves; of equally fast ones the newest.
        if heard.link.is_none_or(|best| link.alone >= best.alone) {
            heard.link = Some(Link { sector: sectors[link.sector], ..link });
        }
    }
    heard
}
