//! Covering all who can be covered at the least cost, where places have prices of their own (weighted set covering): Chvátal's greedy choice
//! (1979) and the fewest places, each thinned out and exchanged for cheaper ones; the bound is a dual ascent.

use std::collections::BTreeMap;

/// Places chosen for their price.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Priced {
    /// The chosen places, in their order.
    pub sites: Vec<u32>,
    /// What they cost together.
    pub cost: f64,
    /// What no choice can be cheaper than.
    pub least: f64,
}

/// The cheapest choice found so that every client has one of its places. `clients` are the places that cover each, of which each has one at
/// least; `prices` are those of the places, finite and not negative; `start` is a choice that is known, or nothing, and `fewest` how many
/// places are needed at least. None where a client's place has no price.
pub fn cheapest(clients: &[Vec<u32>], prices: &[f64], start: &[u32], fewest: f64) -> Option<Priced> {
    let is_sound = |price: &f64| price.is_finite() && *price >= 0.0;
    if !clients.iter().flatten().all(|site| prices.get(*site as usize).is_some_and(is_sound)) || clients.iter().any(Vec::is_empty) {
        return None;
    }
    let mut covers: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    clients.iter().enumerate().for_each(|(client, sites)| sites.iter().for_each(|site| covers.entry(*site).or_default().push(client)));
    let cover = Cover { clients: clients.len(), prices, covers };
    let known: Vec<u32> = start.iter().copied().filter(|site| cover.covers.contains_key(site)).collect();
    let mut best: Option<(f64, Vec<u32>)> = None;
    for start in [known, Vec::new()] {
        let chosen = cover.improved(cover.completed(start));
        let cost = cover.cost(&chosen);
        if best.as_ref().is_none_or(|(known, _)| cost < *known) {
            best = Some((cost, chosen));
        }
    }
    let (cost, sites) = best?;
    let lowest = cover.covers.keys().map(|site| prices[*site as usize]).fold(f64::INFINITY, f64::min);
    let by_number = if lowest.is_finite() { fewest.max(0.0) * lowest } else { 0.0 };
    Some(Priced { least: dual(clients, prices).max(by_number).min(cost), sites, cost })
}

struct Cover<'a> {
    clients: usize,
    prices: &'a [f64],
    /// Clients by the place that covers them.
    covers: BTreeMap<u32, Vec<usize>>,
}

impl Cover<'_> {
    fn cost(&self, chosen: &[u32]) -> f64 {
        // The sum of nothing is −0 to the machine.
        chosen.iter().map(|site| self.prices[*site as usize]).sum::<f64>() + 0.0
    }

    /// How many of some places cover each client.
    fn counts(&self, chosen: &[u32]) -> Vec<u32> {
        let mut counts = vec![0; self.clients];
        chosen.iter().filter_map(|site| self.covers.get(site)).flatten().for_each(|client| counts[*client] += 1);
        counts
    }

    /// A choice with places added until everybody is covered, each time that which is cheapest for those whom it adds.
    fn completed(&self, mut chosen: Vec<u32>) -> Vec<u32> {
        loop {
            let counts = self.counts(&chosen);
            let mut best: Option<(f64, u32)> = None;
            for (site, clients) in &self.covers {
                let new = clients.iter().filter(|client| counts[**client] == 0).count();
                let each = self.prices[*site as usize] / new as f64;
                if new > 0 && best.is_none_or(|(known, _)| each < known) {
                    best = Some((each, *site));
                }
            }
            let Some((_, site)) = best else { return chosen };
            chosen.push(site);
        }
    }

    /// A choice without places that nobody needs, the dearest first, and with each exchanged for the cheapest that covers whom it alone covers,
    /// until nothing changes any more: every exchange makes it cheaper.
    fn improved(&self, mut chosen: Vec<u32>) -> Vec<u32> {
        loop {
            chosen.sort_unstable_by(|a, b| self.prices[*b as usize].total_cmp(&self.prices[*a as usize]).then(a.cmp(b)));
            let before = self.cost(&chosen);
            let mut place = 0;
            while place < chosen.len() {
                let site = chosen[place];
                let counts = self.counts(&chosen);
                let alone: Vec<usize> = self.covers[&site].iter().copied().filter(|client| counts[*client] == 1).collect();
                if alone.is_empty() {
                    chosen.remove(place);
                    continue;
                }
                if let Some(cheaper) = self.cheaper(&alone, self.prices[site as usize]) {
                    chosen[place] = cheaper;
                }
                place += 1;
            }
            if self.cost(&chosen) >= before {
                chosen.sort_unstable();
                return chosen;
            }
        }
    }

    /// The cheapest place below a price that covers all of some clients; their lists are in order.
    fn cheaper(&self, clients: &[usize], below: f64) -> Option<u32> {
        let covers = |own: &Vec<usize>| clients.iter().all(|client| own.binary_search(client).is_ok());
        let found = self.covers.iter().filter(|(site, own)| self.prices[**site as usize] < below && covers(own));
        found.map(|(site, _)| *site).min_by(|a, b| self.prices[*a as usize].total_cmp(&self.prices[*b as usize]).then(a.cmp(b)))
    }
}

/// What clients can pay together so that no place gets more than its price: no choice is cheaper. Those with the fewest places pay first.
fn dual(clients: &[Vec<u32>], prices: &[f64]) -> f64 {
    let mut left = prices.to_vec();
    let mut order: Vec<usize> = (0..clients.len()).collect();
    order.sort_by_key(|client| (clients[*client].len(), *client));
    let mut sum = 0.0;
    for client in order {
        let pays = clients[client].iter().map(|site| left[*site as usize]).fold(f64::INFINITY, f64::min).max(0.0);
        clients[client].iter().for_each(|site| left[*site as usize] -= pays);
        sum += pays;
    }
    sum
}
