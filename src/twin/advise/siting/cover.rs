//! Covering: as many people as possible with so many institutions (MCLP: Church & ReVelle 1974), or all with as few as possible
//! (LSCP: Toregas, Swain, ReVelle & Bergman 1971).

use super::exchange::Sites;
use super::problem::{Sited, Siting, Sound};
use super::relaxation::bounded;
use crate::twin::diagnostic::Report;

/// By how much a bound on a number of clients must exceed one to be certain of the next.
pub(super) const CERTAIN: f64 = 1e-6;
/// Times that weights are raised at most, and pairs of client and place that may be looked at in all of them together.
const ROUNDS: usize = 300;
const WORK: usize = 300_000_000;

/// A client costs what it counts while it is not covered, nothing once it is.
pub(super) fn covering(sound: &Sound, within: f64, count: impl Fn(usize) -> f64) -> Sites {
    sound.sites(
        |client, standing| if standing <= within { 0.0 } else { count(client) },
        |client, way| if way <= within { 0.0 } else { count(client) },
    )
}

impl Siting {
    /// So many new places that most people have an institution within a cost. The value is the number of people covered.
    /// Notes: those of [`Siting::median`].
    pub fn most_covered(&self, count: usize, within: f64) -> Report<Sited> {
        let mut sound = self.sound();
        let count = self.count(count, &mut sound.notes);
        let sites = covering(&sound, within, |client| sound.people[client]);
        let known = bounded(&sites, count, sites.choose(count));
        let people: f64 = sound.people.iter().sum();
        sound.report(Sited { value: people - known.cost, bound: people - known.bound, uncovered: known.cost, sites: known.chosen })
    }

    /// As few new places as possible so that everybody who can be covered within a cost is. The value is their number.
    /// Notes: those of [`Siting::median`].
    pub fn fewest_to_cover(&self, within: f64) -> Report<Sited> {
        let sound = self.sound();
        let (found, least) = fewest(&sound, within);
        let people = covering(&sound, within, |client| sound.people[client]);
        sound.report(Sited { value: found.len() as f64, bound: least as f64, uncovered: people.cost(&found), sites: found })
    }
}

/// The fewest places found that cover all who can be covered, and how many are needed at least.
fn fewest(sound: &Sound, within: f64) -> (Vec<u32>, usize) {
    let all = covering(sound, within, |_| 1.0);
    // Whom no place covers needs none.
    let every: Vec<u32> = (0..all.clients.len() as u32).collect();
    let hopeless = all.cost(&every);
    let mut found = all.exchange(all.greedy(every.len(), hopeless));
    let mut least = found.len();
    while least > 0 {
        let fewer = least - 1;
        match leave_at_most(&all, fewer, hopeless) {
            Some(chosen) => found = chosen,
            // A choice is smallest when the bound shows that one place fewer leaves somebody out.
            None if bounded(&all, fewer, all.choose(fewer)).bound > hopeless + CERTAIN => break,
            None => {}
        }
        least = fewer;
    }
    (found, least)
}

/// So many places that leave at most so many clients uncovered, if they are found: clients who stay uncovered gain weight until
/// the exchange turns to them (Gao, Weise & Li 2015).
pub(super) fn leave_at_most(sites: &Sites, count: usize, uncovered: f64) -> Option<Vec<u32>> {
    let mut weighted = sites.clone();
    let mut chosen = sites.choose(count);
    for _ in 0..ROUNDS.min(WORK / sites.pairs().max(1)) {
        let costs = sites.costs(&chosen);
        if costs.iter().sum::<f64>() <= uncovered {
            return Some(chosen);
        }
        weighted.base.iter_mut().zip(&costs).for_each(|(weight, cost)| *weight += cost);
        chosen = weighted.exchange(chosen);
    }
    None
}
