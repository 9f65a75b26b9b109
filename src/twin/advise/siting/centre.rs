//! The p-centre: new institutions so that the longest way is shortest (Hakimi 1964), found by asking for which way so many places
//! cover all (Minieka 1970).

use super::cover::covering;
use super::problem::{Sited, Siting, Sound};
use super::relaxation::bounded;
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
        let (sites, leaves) = try_way(&sound, count, longest);
        let mut found = Sited { sites, value: longest, bound: 0.0, uncovered: 0.0 };
        // Below `low` somebody is surely left out, from `high` on nobody is more than with the longest way.
        let (mut low, mut high) = (0, ways.len() - 1);
        let mut proven = 0;
        while low < high {
            let middle = low + (high - low) / 2;
            let (sites, outside) = try_way(&sound, count, ways[middle]);
            if outside.found <= leaves.found {
                (found.sites, found.value, high) = (sites, ways[middle], middle);
            } else {
                low = middle + 1;
                if outside.least > leaves.found + 1e-6 {
                    proven = proven.max(low);
                }
            }
        }
        found.bound = ways[proven].min(found.value);
        found.uncovered = covering(&sound, found.value, |client| sound.people[client]).cost(&found.sites);
        sound.report(found)
    }
}

/// Clients left outside by the places found, and by any.
struct Outside {
    found: f64,
    least: f64,
}

/// So many places that leave the fewest clients farther away than that.
fn try_way(sound: &Sound, count: usize, way: f64) -> (Vec<u32>, Outside) {
    let sites = covering(sound, way, |_| 1.0);
    let known = bounded(&sites, count, sites.choose(count));
    (known.chosen, Outside { found: known.cost, least: known.bound })
}
