//! All trips at once on the cheapest routes at given costs.

use super::cheapest::Cheapest;
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
    /// What they pay.
    pub cheapest: Cheapest,
}

/// Puts all trips on the cheapest routes at these costs of the arcs.
pub fn load_cheapest(graph: &Graph, costs: &[f64], demand: &TripTable) -> CheapestLoading {
    let origins: Vec<u32> = demand.origins().collect();
    let groups: Vec<CheapestLoading> = origins.par_chunks(GROUP).map(|origins| load_group(graph, costs, demand, origins)).collect();
    let mut volume = vec![0.0; graph.arcs()];
    for group in &groups {
        volume.iter_mut().zip(&group.volume).for_each(|(sum, volume)| *sum += volume);
    }
    CheapestLoading { volume, cheapest: groups.iter().map(|group| group.cheapest).sum() }
}

fn load_group(graph: &Graph, costs: &[f64], demand: &TripTable, origins: &[u32]) -> CheapestLoading {
    let mut routes = ShortestRoutes::default();
    let mut volume = vec![0.0; graph.arcs()];
    let mut load = |origin: &u32| {
        routes.find(graph, costs, *origin);
        for trips in demand.from(*origin) {
            let mut arc = routes.arc[trips.destination as usize];
            while arc != NONE {
                volume[arc as usize] += trips.count;
                arc = routes.arc[graph.tail[arc as usize] as usize];
            }
        }
        Cheapest::of(demand.from(*origin), &routes.cost)
    };
    let cheapest = origins.iter().map(&mut load).sum();
    CheapestLoading { volume, cheapest }
}
