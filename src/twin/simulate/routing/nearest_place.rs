//! The nearest of some places from every one of others: one search for all of them together.

use super::anchor::{Anchor, straight};
use super::graph::{UNREACHED, plus, seconds, ticks};
use super::router::Router;
use rayon::prelude::*;
use std::collections::BTreeMap;

impl Router {
    /// The nearest of some places from each start within a limit [s], by its number, and how long it takes [s].
    pub fn nearest_of(&self, from: &[Option<Anchor>], to: &[Option<Anchor>], limit: f64) -> Vec<Option<(u32, f64)>> {
        let near = self.nearest(to, 1, limit);
        // Who lives on the street of a place need not go to its end.
        let mut on_link: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (place, number) in to.iter().zip(0..).filter_map(|(place, number)| Some((place.as_ref()?, number))) {
            on_link.entry(place.link).or_default().push(number);
        }
        let limit = ticks(limit).min(UNREACHED - 1);
        let nearest = |start: &Option<Anchor>| {
            let start = start.as_ref()?;
            let around =
                start.leave.into_iter().flat_map(|(node, cost)| near.from(node).iter().map(move |found| (plus(cost, found.0), found.1)));
            let beside = on_link.get(&start.link).into_iter().flatten();
            let beside = beside.filter_map(|place| Some((straight(&self.streets, start, to[*place as usize].as_ref()?), *place)));
            around.chain(beside).min().filter(|(cost, _)| *cost <= limit).map(|(cost, place)| (place, seconds(cost)))
        };
        from.par_iter().map(nearest).collect()
    }
}
