//! Choosing so many places out of many so that all clients together pay least: greedily (Kuehn & Hamburger 1963), then by exchange
//! (Teitz & Bart 1968), each exchange found in one pass (Whitaker 1983, Resende & Werneck 2007).

/// Costs of clients at places. A client pays its base cost without any place; only cheaper places are kept.
#[derive(Clone, Debug, Default)]
pub struct Sites {
    /// What each client pays without a new place.
    pub base: Vec<f64>,
    /// For each place its clients with their costs.
    pub clients: Vec<Vec<(u32, f64)>>,
}

/// No place.
pub const NONE: u32 = u32::MAX;

impl Sites {
    /// So many places without clients.
    pub fn new(places: usize) -> Self {
        Self { base: Vec::new(), clients: vec![Vec::new(); places] }
    }

    /// Adds a client with its base cost and its costs at places, each of them once.
    pub fn add(&mut self, base: f64, costs: impl Iterator<Item = (u32, f64)>) {
        let client = self.base.len() as u32;
        self.base.push(base);
        costs.filter(|(_, cost)| *cost < base).for_each(|(place, cost)| self.clients[place as usize].push((client, cost)));
    }

    /// How many pairs of client and place there are.
    pub fn pairs(&self) -> usize {
        self.clients.iter().map(Vec::len).sum()
    }

    /// What all clients pay together with some places.
    pub fn cost(&self, chosen: &[u32]) -> f64 {
        self.costs(chosen).iter().sum()
    }

    /// What each client pays with some places.
    pub fn costs(&self, chosen: &[u32]) -> Vec<f64> {
        let mut costs = self.base.clone();
        for &place in chosen {
            self.clients[place as usize].iter().for_each(|&(client, cost)| costs[client as usize] = costs[client as usize].min(cost));
        }
        costs
    }

    /// At most so many places, the most saving first, until all clients together pay no more than enough.
    pub fn greedy(&self, most: usize, enough: f64) -> Vec<u32> {
        let mut choice = Choice::new(self);
        while choice.chosen.len() < most && choice.total() > enough {
            let Some(place) = choice.most_saving() else { break };
            choice.chosen.push(place);
            choice.assign();
        }
        choice.chosen
    }

    /// So many places, chosen greedily and then exchanged.
    pub fn choose(&self, count: usize) -> Vec<u32> {
        self.exchange(self.greedy(count, f64::NEG_INFINITY))
    }

    /// Places exchanged, from some on, until no exchange saves anything.
    pub fn exchange(&self, chosen: Vec<u32>) -> Vec<u32> {
        let mut choice = Choice::new(self);
        choice.chosen = chosen;
        choice.assign();
        choice.improve()
    }
}

/// Places chosen so far, and for each client the two cheapest of them.
struct Choice<'s> {
    sites: &'s Sites,
    chosen: Vec<u32>,
    /// Number among the chosen of the cheapest; [`NONE`] where the base cost is less.
    best: Vec<u32>,
    cost: Vec<f64>,
    second: Vec<f64>,
}

impl<'s> Choice<'s> {
    fn new(sites: &'s Sites) -> Self {
        let (base, clients) = (&sites.base, sites.base.len());
        Self { sites, chosen: Vec::new(), best: vec![NONE; clients], cost: base.clone(), second: base.clone() }
    }

    /// What all clients pay.
    fn total(&self) -> f64 {
        self.cost.iter().sum()
    }

    /// Finds the cheapest two for every client.
    fn assign(&mut self) {
        self.best.fill(NONE);
        self.cost.clone_from(&self.sites.base);
        self.second.clone_from(&self.sites.base);
        for (&place, number) in self.chosen.iter().zip(0..) {
            for &(client, cost) in &self.sites.clients[place as usize] {
                let client = client as usize;
                if cost < self.cost[client] {
                    self.second[client] = self.cost[client];
                    (self.cost[client], self.best[client]) = (cost, number);
                } else if cost < self.second[client] {
                    self.second[client] = cost;
                }
            }
        }
    }

    /// The place that saves most beside the chosen ones; of equal ones the first.
    fn most_saving(&self) -> Option<u32> {
        let saving = |place: u32| -> f64 {
            let clients = self.sites.clients[place as usize].iter();
            clients.map(|&(client, cost)| (self.cost[client as usize] - cost).max(0.0)).sum()
        };
        let free = (0..self.sites.clients.len() as u32).filter(|place| !self.chosen.contains(place));
        let mut best: Option<(f64, u32)> = None;
        for place in free {
            let saving = saving(place);
            if best.is_none_or(|(most, _)| saving > most) {
                best = Some((saving, place));
            }
        }
        best.map(|(_, place)| place)
    }

    /// Exchanges until nothing is saved any more, the most saving exchange first.
    fn improve(mut self) -> Vec<u32> {
        // What arithmetic may feign as a saving.
        let least = 1e-12 * self.sites.base.iter().sum::<f64>();
        while let Some((_, number, place)) = self.best_exchange().filter(|(saving, ..)| *saving > least) {
            let (before, gone) = (self.total(), std::mem::replace(&mut self.chosen[number], place));
            self.assign();
            // Only what really costs less is taken, so that no choice can come twice.
            if self.total() >= before {
                self.chosen[number] = gone;
                break;
            }
        }
        self.chosen.sort_unstable();
        self.chosen
    }

    /// The exchange that saves most: what it saves, which of the chosen goes, which place comes.
    fn best_exchange(&self) -> Option<(f64, usize, u32)> {
        let mut loss = vec![0.0; self.chosen.len()];
        for (client, &best) in self.best.iter().enumerate().filter(|(_, best)| **best != NONE) {
            loss[best as usize] += self.second[client] - self.cost[client];
        }
        let mut is_chosen = vec![false; self.sites.clients.len()];
        self.chosen.iter().for_each(|place| is_chosen[*place as usize] = true);
        let mut found: Option<(f64, usize, u32)> = None;
        let mut net = loss.clone();
        for (place, clients) in self.sites.clients.iter().enumerate().filter(|(place, _)| !is_chosen[*place]) {
            net.copy_from_slice(&loss);
            let mut gain = 0.0;
            for &(client, cost) in clients {
                let (client, best) = (client as usize, self.best[client as usize]);
                gain += (self.cost[client] - cost).max(0.0);
                // Whoever loses the chosen place can turn to the new one.
                if best != NONE && cost < self.second[client] {
                    net[best as usize] -= self.second[client] - cost.max(self.cost[client]);
                }
            }
            let least = net.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1));
            if let Some((number, loss)) = least.filter(|(_, loss)| found.is_none_or(|(saving, ..)| gain - **loss > saving)) {
                found = Some((gain - loss, number, place as u32));
            }
        }
        found
    }
}
