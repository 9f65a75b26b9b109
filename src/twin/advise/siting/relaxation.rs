//! A bound on what any choice can reach: the assignment of clients is relaxed (Lagrange), and its prices climb along the subgradient
//! (Cornuéjols, Fisher & Nemhauser 1977; Held, Wolfe & Crowder 1974).

use super::exchange::Sites;

/// Steps of the prices at most.
const STEPS: usize = 1_000;
/// Pairs of client and place that may be looked at in all steps together.
const WORK: usize = 300_000_000;
/// Steps without progress after which they are halved.
const PATIENCE: usize = 15;
/// How many times as dear a choice may be to be worth bettering by exchange.
const PROMISING: f64 = 1.5;
/// A gap that arithmetic may leave.
const CLOSED: f64 = 1e-10;

/// What is known of the best choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bounded {
    /// The best places found.
    pub chosen: Vec<u32>,
    /// What all clients pay with them.
    pub cost: f64,
    /// What they pay at least with any other choice.
    pub bound: f64,
}

/// Bounds the cost of the best choice of `count` places, and betters a choice where the prices show a cheaper one.
pub fn bounded(sites: &Sites, count: usize, chosen: Vec<u32>) -> Bounded {
    let cost = sites.cost(&chosen);
    let mut known = Bounded { chosen, cost, bound: 0.0 };
    let mut prices = Prices::new(sites, &known.chosen);
    let (mut pace, mut stale) = (1.0, 0);
    let mut tried = known.chosen.clone();
    for _ in 0..STEPS.min(WORK / sites.pairs().max(1)).max(20) {
        let (bound, open) = prices.evaluate(sites, count);
        stale = if bound > known.bound { 0 } else { stale + 1 };
        known.bound = known.bound.max(bound);
        if open != tried {
            known.better(sites, &open);
            tried = open;
        }
        if stale > PATIENCE {
            (pace, stale) = (pace / 2.0, 0);
        }
        if known.cost - known.bound <= CLOSED * known.cost || pace < 1e-4 || !prices.climb(pace * (1.02 * known.cost - bound)) {
            break;
        }
    }
    // What arithmetic adds must not make the bound higher than what was found.
    known.bound = known.bound.min(known.cost);
    known
}

impl Bounded {
    fn better(&mut self, sites: &Sites, open: &[u32]) {
        if sites.cost(open) < self.cost * PROMISING {
            let chosen = sites.exchange(open.to_vec());
            let cost = sites.cost(&chosen);
            if cost < self.cost {
                (self.chosen, self.cost) = (chosen, cost);
            }
        }
    }
}

/// What each client offers for being served.
struct Prices {
    price: Vec<f64>,
    /// How many times a client is served too little (above zero) or too much.
    lack: Vec<f64>,
}

impl Prices {
    /// Prices to begin with: what each client pays with a good choice.
    fn new(sites: &Sites, chosen: &[u32]) -> Self {
        let price = sites.costs(chosen);
        Self { lack: vec![1.0; price.len()], price }
    }

    /// The bound at these prices, and the places that would then be opened.
    fn evaluate(&mut self, sites: &Sites, count: usize) -> (f64, Vec<u32>) {
        let worth = |clients: &Vec<(u32, f64)>| -> f64 {
            clients.iter().map(|&(client, cost)| (cost - self.price[client as usize]).min(0.0)).sum()
        };
        let mut worths: Vec<(f64, u32)> = sites.clients.iter().map(worth).zip(0..).collect();
        let best = count.min(worths.len());
        if best < worths.len() {
            worths.select_nth_unstable_by(best, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        }
        let mut open: Vec<u32> = worths[..best].iter().map(|(_, place)| *place).collect();
        open.sort_unstable();
        self.lack.fill(1.0);
        let mut bound: f64 = 0.0;
        for &place in &open {
            for &(client, cost) in sites.clients[place as usize].iter() {
                let gain = cost - self.price[client as usize];
                if gain < 0.0 {
                    bound += gain;
                    self.lack[client as usize] -= 1.0;
                }
            }
        }
        for (client, base) in sites.base.iter().enumerate() {
            bound += self.price[client];
            let gain = base - self.price[client];
            if gain < 0.0 {
                bound += gain;
                self.lack[client] -= 1.0;
            }
        }
        (bound, open)
    }

    /// Raises the prices of those served too little, lowers those of the others. False where there is nothing left to change.
    fn climb(&mut self, distance: f64) -> bool {
        let square: f64 = self.lack.iter().map(|lack| lack * lack).sum();
        if square == 0.0 || distance <= 0.0 {
            return false;
        }
        let step = distance / square;
        self.price.iter_mut().zip(&self.lack).for_each(|(price, lack)| *price += step * lack);
        true
    }
}
