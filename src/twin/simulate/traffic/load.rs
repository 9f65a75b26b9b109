//! How much drives on every arc, and what that costs.

use super::bush::Bush;
use super::cheapest::Cheapest;
use super::graph::Graph;

/// Volumes of all arcs, with their costs.
#[derive(Clone, Debug, Default)]
pub struct Load {
    /// Vehicles on an arc.
    pub volume: Vec<f64>,
    /// What an arc costs at its volume.
    pub cost: Vec<f64>,
    /// How its cost grows with its volume.
    pub slope: Vec<f64>,
}

/// Where an assignment ended.
#[derive(Clone, Debug)]
pub struct Solved {
    /// What drives on every arc.
    pub load: Load,
    /// What it would be at the costs of that load if everybody went the cheapest way.
    pub cheapest: Cheapest,
    /// Rounds that it took.
    pub rounds: usize,
}

impl Load {
    /// These volumes.
    pub fn new(graph: &Graph, volume: Vec<f64>) -> Self {
        let (cost, slope) = graph.cost.iter().zip(&volume).map(|(cost, &volume)| cost.with_slope(volume)).unzip();
        Self { volume, cost, slope }
    }

    /// The trips of all bushes, in their order.
    pub fn of_bushes(graph: &Graph, bushes: &[Bush]) -> Self {
        let mut volume = vec![0.0; graph.arcs()];
        for branch in bushes.iter().flat_map(|bush| &bush.branches) {
            volume[branch.arc as usize] += branch.flow;
        }
        Self::new(graph, volume)
    }

    /// Puts more on an arc, or takes it off.
    pub fn add(&mut self, graph: &Graph, arc: usize, flow: f64) {
        // What rounding leaves below nothing is nothing.
        self.volume[arc] = (self.volume[arc] + flow).max(0.0);
        (self.cost[arc], self.slope[arc]) = graph.cost[arc].with_slope(self.volume[arc]);
    }

    /// What all vehicles pay together. Closed arcs cost more than any number, and nobody pays it.
    pub fn total_cost(&self) -> f64 {
        self.volume.iter().zip(&self.cost).filter(|(volume, _)| **volume > 0.0).map(|(volume, cost)| volume * cost).sum()
    }

    /// The sum of integrals of costs over volumes (Beckmann, 1956), which is the least when nobody has a cheaper route.
    pub fn objective(&self, graph: &Graph) -> f64 {
        let driven = graph.cost.iter().zip(&self.volume).filter(|(_, volume)| **volume > 0.0);
        driven.map(|(cost, &volume)| cost.integral(volume)).sum()
    }
}
