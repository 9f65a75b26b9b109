//! The p-median: new institutions so that all people together have the least way (Hakimi 1964).

use super::problem::{Sited, Siting};
use super::relaxation::bounded;
use crate::twin::diagnostic::{Diagnostic, Report};

impl Siting {
    /// So many new places that the mean cost of all people to their nearest institution is least; who has none in reach pays
    /// [`Siting::without`]. The value is that mean.
    ///
    /// Notes: `siting-people-odd`, `siting-standing-unknown`, `siting-people-out-of-reach`, `siting-no-people`,
    /// `siting-too-few-places`, `siting-without-odd`.
    pub fn median(&self, count: usize) -> Report<Sited> {
        let mut sound = self.sound();
        let count = self.count(count, &mut sound.notes);
        let without = self.without(&mut sound.notes);
        let sites = sound.sites(|client, standing| sound.people[client] * standing.min(without), |client, way| sound.people[client] * way);
        let known = bounded(&sites, count, sites.choose(count));
        let people: f64 = sound.people.iter().sum();
        let mean = |cost: f64| if people > 0.0 { cost / people } else { 0.0 };
        let is_open = |site: &u32| known.chosen.binary_search(site).is_ok();
        let is_reached = |row: &[(u32, f64)]| row.iter().any(|(site, _)| is_open(site));
        let alone = sound.rows.iter().zip(&sound.people).filter(|((row, standing), _)| standing.is_infinite() && !is_reached(row));
        let uncovered = alone.map(|(_, people)| people).sum();
        sound.report(Sited { value: mean(known.cost), bound: mean(known.bound), uncovered, sites: known.chosen })
    }
    /// What having nothing in reach costs. Beyond a thousand times the longest way it would drown all that is asked about.
    fn without(&self, notes: &mut Vec<Diagnostic>) -> f64 {
        let longest = self.reach.rows().flatten().map(|(_, way)| *way).fold(0.0, f64::max);
        let most = 1_000.0 * longest.max(1.0);
        if self.without >= 0.0 {
            return self.without.min(most);
        }
        notes.push(Diagnostic::warning("siting-without-odd"));
        most
    }
}
