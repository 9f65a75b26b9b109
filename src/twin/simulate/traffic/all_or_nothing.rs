//! All trips at once on the cheapest routes at given costs.

use super::demand::TripTable;
use super::graph::{Graph, NONE};
use super::shortest::ShortestRoutes;
use rayon::prelude::*;

/// Origins that are loaded one after another. Groups are added up in their order, whoever was ready first: so sums are the same
/// to the bit for any number of threads.
const GROUP: usize = 16;

/// What drives where if everybody takes the cheapest route.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheapestLoading {
    /// Vehicles by arc.
    pub volume: Vec<f64>,
    /// What all pay together.
    pub cost: f64,
    /// Trips that no route leads to the end of.
    pub unreached: f64,
    /// How many pairs of zones they are between.
    pub unreached_pairs: usize,
}

/// Puts all trips on the cheapest routes at these costs of the arcs.
pub fn load_cheapest(graph: &Graph, costs: &[f64], demand: &TripTable) -> CheapestLoading {
    let origins: Vec<u32> = demand.origins().collect();
    let groups: Vec<CheapestLoading> = origins.par_chunks(GROUP).map(|origins| load_group(graph, costs, demand, origins)).collect();
    let nothing = CheapestLoading { volume: vec![0.0; graph.arcs()], ..CheapestLoading::default() };
    groups.iter().fold(nothing, |mut sum, group| {
        sum.volume.iter_mut().zip(&group.volume).for_each(|(sum, volume)| *sum += volume);
        sum.cost += group.cost;
        sum.unreached += group.unreached;
        sum.unreached_pairs += group.unreached_pairs;
        sum
    })
}

fn load_group(graph: &Graph, costs: &[f64], demand: &TripTable, origins: &[u32]) -> CheapestLoading {
    let mut routes = ShortestRoutes::default();
    let mut loading = CheapestLoading { volume: vec![0.0; graph.arcs()], ..CheapestLoading::default() };
    for &origin in origins {
        routes.find(graph, costs, origin);
        let mut cost = 0.0;
        for trips in demand.from(origin) {
            let mut arc = routes.arc[trips.destination as usize];
            if arc == NONE {
                loading.unreached += trips.count;
                loading.unreached_pairs += 1;
                continue;
            }
            cost += trips.count * routes.cost[trips.destination as usize];
            while arc != NONE {
                loading.volume[arc as usize] += trips.count;
                arc = routes.arc[graph.tail[arc as usize] as usize];
            }
        }
        loading.cost += cost;
    }
    loading
}
