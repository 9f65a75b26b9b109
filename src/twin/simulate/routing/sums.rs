//! What lies within a distance of every node: residents, jobs, shops.

use super::graph::Graph;
use super::hierarchy::{Hierarchy, LANES, Lanes, Sweep};
use super::search::Search;
use rayon::prelude::*;

/// Sums of the nodes' weights within a cost [ticks] of every node. The weights must be finite.
///
/// Neighbouring nodes are swept from together: one search finds all that is within reach of any of them, and the sweep goes
/// nowhere else.
pub fn sums(graph: &Graph, hierarchy: &Hierarchy, weights: &[f64], limit: u32) -> Vec<f64> {
    let neighbours = hierarchy.neighbourhoods();
    let memory = || (Sweep::new(hierarchy), Search::new(graph.nodes()));
    let batches: Vec<[f64; LANES]> = neighbours
        .par_chunks(LANES)
        .map_init(memory, |(sweep, search), nodes| {
            let starts: Vec<[(u32, u32); 1]> = nodes.iter().map(|&node| [(node, 0)]).collect();
            let within = search.run(graph, starts.as_flattened(), limit);
            sweep.go_down_to(within);
            sweep.run(&starts.iter().map(|start| &start[..]).collect::<Vec<_>>());
            let mut sums = [0.0; LANES];
            sweep.for_each(|node, costs| add(&mut sums, costs, weights[node as usize], limit));
            sums
        })
        .collect();
    let mut by_node = vec![0.0; graph.nodes()];
    for (nodes, sums) in neighbours.chunks(LANES).zip(&batches) {
        nodes.iter().zip(sums).for_each(|(node, sum)| by_node[*node as usize] = *sum);
    }
    by_node
}

fn add(sums: &mut [f64; LANES], costs: &Lanes, weight: f64, limit: u32) {
    for (sum, cost) in sums.iter_mut().zip(costs) {
        *sum += if *cost <= limit { weight } else { 0.0 };
    }
}
