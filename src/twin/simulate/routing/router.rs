//! The streets of a region, ready to answer: who reaches what, what is nearest, what lies around.

use super::anchor::{Anchor, Anchoring, straight};
use super::graph::{UNREACHED, seconds, ticks};
use super::hierarchy::{Hierarchy, LANES, Labels, Near, Sweep};
use super::reach::Reach;
use super::streets::Streets;
use super::sums;
use super::travel::Travel;
use crate::twin::diagnostic::{Diagnostic, Report};
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use rayon::prelude::*;

/// Places on the streets; none where a place has no street.
pub type Anchors = Vec<Option<Anchor>>;

/// Streets of a mode with their hierarchy.
#[derive(Clone, Debug, Default)]
pub struct Router {
    /// The streets.
    pub streets: Streets,
    /// Their nodes ranked.
    pub hierarchy: Hierarchy,
    anchoring: Anchoring,
}

impl Router {
    /// Prepares the streets of a region for a mode of travel. Notes: those of [`Streets::new`].
    pub fn new(region: &Region, travel: &Travel) -> Report<Self> {
        let Report { value: streets, notes } = Streets::new(region, travel);
        let (hierarchy, anchoring) = rayon::join(|| Hierarchy::new(&streets.graph), || Anchoring::new(region, &streets));
        Report { value: Self { streets, hierarchy, anchoring }, notes }
    }

    /// Puts places onto the streets within so many metres of them. Note: `places-without-street`.
    pub fn anchors(&self, region: &Region, places: &[Position], within: f64) -> Report<Anchors> {
        self.anchoring.anchors(region, &self.streets, places, within)
    }

    /// Seconds from places to places within a limit [s].
    pub fn reach(&self, from: &[Option<Anchor>], to: &[Option<Anchor>], limit: f64) -> Reach {
        let limit = ticks(limit).min(UNREACHED - 1);
        let ends = to.iter().flatten().flat_map(|anchor| anchor.arrive).map(|(node, _)| node);
        let sweep = Sweep::to(&self.hierarchy, ends);
        let swept = from.par_chunks(LANES).map_init(|| sweep.clone(), |sweep, starts| self.rows(sweep, starts, to, limit));
        Reach::from_rows(to.len(), swept.collect::<Vec<_>>().into_iter().flatten())
    }

    fn rows(&self, sweep: &mut Sweep, from: &[Option<Anchor>], to: &[Option<Anchor>], limit: u32) -> Vec<Vec<(u32, f64)>> {
        let starts: Vec<&[(u32, u32)]> = from.iter().map(|start| start.as_ref().map_or(&[][..], |anchor| &anchor.leave)).collect();
        sweep.run(&starts);
        let mut rows = vec![Vec::new(); from.len()];
        for (end, number) in to.iter().zip(0..) {
            let Some(end) = end else { continue };
            let [(a, from_a), (b, from_b)] = end.arrive;
            let (at_a, at_b) = (sweep.costs(a), sweep.costs(b));
            for (lane, start) in from.iter().enumerate() {
                let Some(start) = start else { continue };
                let cost = (at_a[lane] + from_a).min(at_b[lane] + from_b).min(straight(&self.streets, start, end));
                if cost <= limit {
                    rows[lane].push((number, seconds(cost)));
                }
            }
        }
        rows
    }

    /// The `most` nearest of some places from every node within a limit [s].
    pub fn nearest(&self, places: &[Option<Anchor>], most: usize, limit: f64) -> Near {
        let ends = places.iter().map(|place| place.map_or(Vec::new(), |anchor| anchor.arrive.to_vec()));
        self.hierarchy.nearest(&ends.collect::<Vec<_>>(), most, ticks(limit).min(UNREACHED - 1))
    }

    /// Sums of the nodes' weights within a limit [s] of every node; odd weights count as none. Note: `access-weights-odd`.
    pub fn sums(&self, weights: &[f64], limit: f64) -> Report<Vec<f64>> {
        let nodes = self.streets.graph.nodes();
        let sound: Vec<f64> =
            (0..nodes).map(|node| weights.get(node).copied().filter(|weight| weight.is_finite()).unwrap_or(0.0)).collect();
        let odd = weights.iter().filter(|weight| !weight.is_finite()).count();
        let note = || Diagnostic::warning("access-weights-odd").with("count", odd);
        let value = sums::sums(&self.streets.graph, &self.hierarchy, &sound, ticks(limit).min(UNREACHED - 1));
        Report { value, notes: (odd > 0).then(note).into_iter().collect() }
    }

    /// Seconds of journeys between nodes `(from, to)`; infinite where there is no way.
    pub fn journeys(&self, pairs: &[(u32, u32)]) -> Vec<f64> {
        let labels = Labels::new(&self.hierarchy, pairs.iter().map(|pair| pair.0), pairs.iter().map(|pair| pair.1));
        labels.costs(&self.hierarchy, pairs).into_iter().map(seconds).collect()
    }
}
