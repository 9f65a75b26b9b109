//! Algorithm B (Dial, 2006): bushes grow where routes are cheaper and are evened out in turn, until nobody has a cheaper route.

use super::bush::Bush;
use super::bush::balance::Balance;
use super::bush::grow::Gardener;
use super::bush::survey::Ground;
use super::cheapest::Cheapest;
use super::demand::TripTable;
use super::graph::Graph;
use super::load::{Load, Solved};
use rayon::prelude::*;

/// Groups of origins whose trips set out one after another, so that those who come later see the traffic of those before.
const GROUPS: usize = 10;

/// Share of what all could save that may be left to them before bushes grow again.
const SAVINGS_LEFT: f64 = 0.03;

/// Share of the aim that suffices within the bushes as they are.
const SHARE_OF_AIM: f64 = 0.3;

/// Times that bushes are evened out before they grow again.
const SWEEPS: usize = 60;

/// A bush that could save less than this share of the average waits while others are evened out.
const LITTLE: f64 = 0.2;

/// Rounds without a smaller gap after which none is hoped for.
const PATIENCE: usize = 30;

/// The bushes of all origins: where an assignment stands, for another one to go on from.
#[derive(Clone, Debug, Default)]
pub struct Bushes {
    graph: Graph,
    bushes: Vec<Bush>,
}

impl Bushes {
    /// Drives the relative gap down to `aim`, in at most so many rounds. Goes on from the bushes as they are, where the graph
    /// has the shape of the one that they grew in; else they grow from nothing.
    pub fn solve(&mut self, graph: Graph, demand: &TripTable, aim: f64, most_rounds: usize) -> Solved {
        self.prepare(graph, demand);
        let (mut rounds, mut smallest, mut smallest_at) = (0, f64::INFINITY, 0);
        loop {
            let load = Load::of_bushes(&self.graph, &self.bushes);
            let cheapest = tend(self.bushes.iter_mut(), &self.graph, &load.cost, demand);
            let excess = (load.total_cost() - cheapest.cost).max(0.0);
            if excess < smallest {
                (smallest, smallest_at) = (excess, rounds);
            }
            if excess <= aim * cheapest.cost || rounds == most_rounds || rounds - smallest_at == PATIENCE {
                return Solved { load, cheapest, rounds };
            }
            let mut load = Load::of_bushes(&self.graph, &self.bushes);
            self.even_out(&mut load, (excess * SAVINGS_LEFT).max(aim * cheapest.cost * SHARE_OF_AIM));
            rounds += 1;
        }
    }

    /// One bush for each origin that has trips, with all trips on their way: those of a bush that is known as they went before.
    fn prepare(&mut self, graph: Graph, demand: &TripTable) {
        let earlier = if graph.has_shape_of(&self.graph) { std::mem::take(&mut self.bushes) } else { Vec::new() };
        let mut earlier = earlier.into_iter().peekable();
        self.bushes.clear();
        for origin in demand.origins() {
            while earlier.next_if(|bush| bush.origin < origin).is_some() {}
            let kept = earlier.next_if(|bush| bush.origin == origin);
            self.bushes.push(kept.unwrap_or_else(|| Bush::new(origin, graph.nodes())));
        }
        self.graph = graph;
        let sent = |gardener: &mut Gardener, bush: &mut Bush| gardener.send_as_before(bush, self.graph.nodes(), demand.from(bush.origin));
        let sent: Vec<bool> = self.bushes.par_iter_mut().map_init(Gardener::default, sent).collect();
        let passes = Load::of_bushes(&self.graph, &self.bushes).total_cost().is_finite();
        let late: Vec<usize> = (0..sent.len()).filter(|bush| !sent[*bush] || !passes).collect();
        for group in late.chunks(late.len().div_ceil(GROUPS).max(1)) {
            let load = Load::of_bushes(&self.graph, &self.bushes);
            let bushes = self.bushes.iter_mut().enumerate().filter(|(bush, _)| group.binary_search(bush).is_ok());
            tend(bushes.map(|(_, bush)| bush), &self.graph, &load.cost, demand);
        }
    }

    /// Evens out the bushes until within them all could save no more than so much.
    fn even_out(&mut self, load: &mut Load, savings_left: f64) {
        let mut balance = Balance::default();
        let count = self.bushes.len() as f64;
        let mut little = 0.0;
        for _ in 0..SWEEPS {
            for bush in self.bushes.iter_mut().filter(|bush| bush.excess >= little) {
                bush.excess = balance.even_out(bush, &self.graph, load);
            }
            let excess: f64 = self.bushes.iter().map(|bush| bush.excess).sum();
            if excess <= savings_left {
                break;
            }
            little = (excess * LITTLE).min(savings_left) / count;
        }
    }
}

/// Brings bushes up to date at these costs, and says what it would be if everybody went the cheapest way.
fn tend<'a>(bushes: impl Iterator<Item = &'a mut Bush>, graph: &Graph, costs: &[f64], demand: &TripTable) -> Cheapest {
    let ground = |origin| Ground { graph, costs, trips: demand.from(origin) };
    let bushes: Vec<&mut Bush> = bushes.collect();
    let tended = bushes.into_par_iter().map_init(Gardener::default, |gardener, bush| gardener.tend(bush, ground(bush.origin)));
    // Added up in the order of the bushes, whoever was ready first.
    tended.collect::<Vec<Cheapest>>().into_iter().sum()
}
