//! What is asked: who lives where, where one could build, what stands already; and the answer.

use super::exchange::Sites;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::simulate::routing::reach::Reach;

/// People in one place that can be reckoned with: more than there are on Earth.
const MOST: f64 = 1e15;

/// Where people live and where institutions could stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Siting {
    /// From where people live to every place where an institution stands or could stand.
    pub reach: Reach,
    /// People by where they live.
    pub people: Vec<f64>,
    /// Places at which an institution stands: they stay, and are not counted among the new ones.
    pub standing: Vec<u32>,
    /// What it costs somebody to have no institution in reach, in the unit of the reach.
    pub without: f64,
}

/// Places chosen for new institutions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sited {
    /// The chosen places, in their order.
    pub sites: Vec<u32>,
    /// What the choice gives.
    pub value: f64,
    /// What no choice can be better than.
    pub bound: f64,
    /// People who are not covered, or have no institution in reach.
    pub uncovered: f64,
}

impl Sited {
    /// How far the choice may be from the best, as a share of it; zero where it is the best.
    pub fn gap(&self) -> f64 {
        let scale = self.value.abs().max(self.bound.abs());
        if scale > 0.0 { (self.value - self.bound).abs() / scale } else { 0.0 }
    }
}

/// The question made sound: only people who live somewhere and reach something, and only places that may be chosen.
pub(super) struct Sound {
    /// People by client.
    pub people: Vec<f64>,
    /// For each client the places that it reaches and its cost to the nearest institution that stands (infinite where there is
    /// none).
    pub rows: Vec<(Vec<(u32, f64)>, f64)>,
    /// How many places there are.
    pub places: usize,
    /// What was noticed.
    pub notes: Vec<Diagnostic>,
}

impl Siting {
    /// Notes: `siting-people-odd`, `siting-standing-unknown`, `siting-people-out-of-reach`, `siting-no-people`.
    pub(super) fn sound(&self) -> Sound {
        let places = self.reach.ends();
        let mut stands = vec![false; places];
        let mut notes = Vec::new();
        let known = self.standing.iter().filter(|site| (**site as usize) < places);
        known.for_each(|site| stands[*site as usize] = true);
        let unknown = self.standing.iter().filter(|site| **site as usize >= places).count();
        let is_sound = |people: &f64| (0.0..=MOST).contains(people);
        let odd = self.people.iter().filter(|people| !is_sound(people)).count();
        let odd = odd + self.people.len().abs_diff(self.reach.starts());
        let mut sound = Sound { people: Vec::new(), rows: Vec::new(), places, notes: Vec::new() };
        let mut lost = 0.0;
        for (row, people) in self.reach.rows().zip(&self.people).filter(|(_, people)| **people > 0.0 && is_sound(people)) {
            let base = row.iter().filter(|(end, _)| stands[*end as usize]).map(|(_, cost)| *cost).fold(f64::INFINITY, f64::min);
            let mut open: Vec<_> = row.iter().copied().filter(|(end, _)| !stands[*end as usize]).collect();
            // Of several ways to the same place only the cheapest is gone.
            open.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
            open.dedup_by_key(|(end, _)| *end);
            if open.is_empty() && base.is_infinite() {
                lost += people;
                continue;
            }
            sound.people.push(*people);
            sound.rows.push((open, base));
        }
        let mut note = |is_so: bool, note: Diagnostic| notes.extend(is_so.then_some(note));
        note(odd > 0, Diagnostic::warning("siting-people-odd").with("count", odd));
        note(unknown > 0, Diagnostic::warning("siting-standing-unknown").with("count", unknown));
        note(lost > 0.0, Diagnostic::warning("siting-people-out-of-reach").with("people", lost));
        note(sound.people.is_empty(), Diagnostic::warning("siting-no-people"));
        sound.notes = notes;
        sound
    }

    /// The places that may be chosen, and a note if they are fewer than asked for: `siting-too-few-places`.
    pub(super) fn count(&self, asked: usize, notes: &mut Vec<Diagnostic>) -> usize {
        let mut standing: Vec<u32> = self.standing.iter().copied().filter(|site| (*site as usize) < self.reach.ends()).collect();
        standing.sort_unstable();
        standing.dedup();
        let free = self.reach.ends() - standing.len();
        if asked > free {
            notes.push(Diagnostic::warning("siting-too-few-places").with("count", asked).with("places", free));
        }
        asked.min(free)
    }
}

impl Sound {
    /// The question as costs: what each client pays without a new institution, and what with one at each place where it pays less.
    pub(super) fn sites(&self, base: impl Fn(usize, f64) -> f64, cost: impl Fn(usize, f64) -> f64) -> Sites {
        let mut sites = Sites::new(self.places);
        for (client, (row, standing)) in self.rows.iter().enumerate() {
            let base = base(client, *standing);
            sites.add(base, row.iter().map(|(site, way)| (*site, cost(client, *way))));
        }
        sites
    }

    pub(super) fn report(self, value: Sited) -> Report<Sited> {
        Report { value, notes: self.notes }
    }
}
