//! The p-centre: new institutions so that the longest way is shortest (Hakimi 1964), found by asking for which way so many places
//! cover all (Minieka 1970).

use super::cover::{CERTAIN, covering, leave_at_most};
use super::problem::{Sited, Siting};
use super::relaxation::{Bounded, bounded};
use crate::twin::diagnostic::Report;

impl Siting {
    /// So many new places that the greatest cost anybody has to the nearest institution is least. The value is that cost, over all
    /// whom the chosen places leave in reach; `uncovered` are the others. Notes: those of [`Siting::median`].
    pub fn centre(&self, count: usize) -> Report<Sited> {
        let mut sound = self.sound();
        let count = self.count(count, &mut sound.notes);
        let mut ways: Vec<f64> = sound.rows.iter().flat_map(|(row, standing)| row.iter().map(|(_, way)| *way).chain([*standing])).collect();
        ways.retain(|way| way.is_finite());
        ways.sort_by(f64::total_cmp);
        ways.dedup();
        let Some(&longest) = ways.last() else { return sound.report(Sited::default()) };
        let choice = |way: f64| {
            let sites = covering(&sound, way, |_| 1.0);
            let chosen = sites.choose(count);
            bounded(&sites, count, chosen)
        };
        let Bounded { chosen: mut sites, cost: left_out, .. } = choice(longest);
        // Shorter ways than `low` are not found, and shorter ones than `proven` surely leave more people out than the longest way.
        let (mut low, mut high, mut proven) = (0, ways.len() - 1, 0);
        while low < high {
            let middle = low + (high - low) / 2;
            if let Some(chosen) = leave_at_most(&covering(&sound, ways[middle], |_| 1.0), count, left_out) {
                (sites, high) = (chosen, middle);
                continue;
            }
            low = middle + 1;
            if choice(ways[middle]).bound > left_out + CERTAIN {
                proven = low;
            }
        }
        let uncovered = covering(&sound, ways[high], |client| sound.people[client]).cost(&sites);
        sound.report(Sited { sites, value: ways[high], bound: ways[proven], uncovered })
    }
}
