//! Assigning trips to roads, and measuring what came of it.

use super::algorithm_b::Bushes;
use super::cheapest::Cheapest;
use super::cost::{CostFactors, LinkCost};
use super::demand::TripTable;
use super::frank_wolfe;
use super::graph::Graph;
use super::load::Solved;
use super::network::RoadNetwork;
use crate::choice;
use crate::twin::diagnostic::Diagnostic;

choice! {
    /// What drivers go by.
    pub enum Principle in "principle" {
        /// Each takes the route that is the cheapest for itself: user equilibrium (Wardrop, 1952).
        UserEquilibrium = "user-equilibrium",
        /// Each takes the route that costs all together the least: system optimum.
        SystemOptimum = "system-optimum",
    }
}

/// Trips that are to be assigned to roads.
#[derive(Clone, Copy, Debug)]
pub struct Problem<'a> {
    /// The roads.
    pub network: &'a RoadNetwork,
    /// The trips.
    pub demand: &'a TripTable,
    /// How toll and distance count.
    pub factors: CostFactors,
    /// What drivers go by.
    pub principle: Principle,
}

/// When an assignment is good enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// Relative gap at which to end.
    pub relative_gap: f64,
    /// Iterations after which to end all the same.
    pub iterations: usize,
}

/// Trips on the roads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assignment {
    /// Vehicles by link; none on closed ones.
    pub volumes: Vec<f64>,
    /// What a link costs whoever drives it at that volume; a closed one, what it would cost if it were open and empty.
    pub costs: Vec<f64>,
    /// How much more than on the cheapest routes all pay: (TSTT − SPTT)/SPTT, by costs that the principle goes by.
    pub relative_gap: f64,
    /// What is the least at the end: for the user equilibrium Beckmann's sum of integrals, for the system optimum the cost of all.
    pub objective: f64,
    /// What all vehicles pay together (TSTT).
    pub total_system_travel_time: f64,
    /// Iterations that it took.
    pub iterations: usize,
    /// What was noticed on the way.
    pub notes: Vec<Diagnostic>,
}

impl Default for Goal {
    fn default() -> Self {
        Self { relative_gap: 1e-6, iterations: 1000 }
    }
}

/// Assigns by Algorithm B, from empty roads.
pub fn assign(problem: &Problem, goal: Goal) -> Assignment {
    assign_again(problem, goal, &mut Bushes::default())
}

/// Assigns by Algorithm B from where an earlier assignment ended, and leaves there where this one does. Other trips, costs and
/// closed links are welcome; where links came or went, it begins with empty roads. Few iterations at a time let a caller watch.
pub fn assign_again(problem: &Problem, goal: Goal, bushes: &mut Bushes) -> Assignment {
    let (graph, demand) = (problem.graph(), problem.demand.within(problem.network.zones.min(problem.network.nodes)));
    let solved = bushes.solve(graph.clone(), &demand, goal.relative_gap, goal.iterations);
    problem.measure(&graph, &demand, &solved, goal)
}

/// Assigns by the bi-conjugate Frank–Wolfe method: slower, and by another way to the same volumes.
pub fn assign_by_frank_wolfe(problem: &Problem, goal: Goal) -> Assignment {
    let (graph, demand) = (problem.graph(), problem.demand.within(problem.network.zones.min(problem.network.nodes)));
    let solved = frank_wolfe::solve(&graph, &demand, goal.relative_gap, goal.iterations);
    problem.measure(&graph, &demand, &solved, goal)
}

impl Problem<'_> {
    fn graph(&self) -> Graph {
        let graph = Graph::new(self.network, self.factors);
        match self.principle {
            Principle::UserEquilibrium => graph,
            Principle::SystemOptimum => graph.with_marginal_costs(),
        }
    }

    /// Measures an assignment by the cheapest routes at its costs.
    fn measure(&self, graph: &Graph, demand: &TripTable, solved: &Solved, goal: Goal) -> Assignment {
        let Solved { load, cheapest, rounds } = solved;
        let excess = (load.total_cost() - cheapest.cost).max(0.0);
        let relative_gap = if excess > 0.0 { excess / cheapest.cost } else { 0.0 };
        let mut volumes = vec![0.0; self.network.links.len()];
        graph.link.iter().zip(&load.volume).for_each(|(&link, &volume)| volumes[link as usize] = volume);
        let costs = self.network.links.iter().zip(&volumes).map(|(link, &volume)| LinkCost::new(link, self.factors).at(volume));
        let costs: Vec<f64> = costs.collect();
        Assignment {
            total_system_travel_time: volumes.iter().zip(&costs).map(|(volume, cost)| volume * cost).sum(),
            objective: load.objective(graph),
            notes: self.notes(cheapest, demand, relative_gap, goal),
            volumes,
            costs,
            relative_gap,
            iterations: *rounds,
        }
    }

    fn notes(&self, cheapest: &Cheapest, demand: &TripTable, relative_gap: f64, goal: Goal) -> Vec<Diagnostic> {
        let links = &self.network.links;
        let mut notes = Vec::new();
        let empty = || links.iter().filter(|link| !link.closed && !link.is_open());
        if let Some(first) = empty().next() {
            let note = Diagnostic::warning("traffic-links-without-capacity").with("count", empty().count());
            notes.push(note.with("from", node_name(first.from)).with("to", node_name(first.to)));
        }
        let astray = links.iter().filter(|link| !self.network.joins(link)).count();
        if astray > 0 {
            notes.push(Diagnostic::warning("traffic-links-astray").with("count", astray));
        }
        let outside = self.demand.total() - demand.total();
        if demand.pairs() < self.demand.pairs() {
            notes.push(Diagnostic::warning("traffic-trips-outside").with("trips", outside));
        }
        if cheapest.unreached_pairs > 0 {
            let note = Diagnostic::warning("traffic-trips-unreachable").with("trips", cheapest.unreached);
            notes.push(note.with("count", cheapest.unreached_pairs));
        }
        if relative_gap > goal.relative_gap {
            let note = Diagnostic::warning("traffic-gap-not-reached").with("gap", format!("{relative_gap:.1e}"));
            notes.push(note.with("aim", format!("{:.1e}", goal.relative_gap)));
        }
        notes
    }
}

/// Nodes are counted from 1 wherever people write them.
fn node_name(node: u32) -> String {
    (u64::from(node) + 1).to_string()
}
