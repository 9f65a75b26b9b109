//! Ways by car on empty roads from zone to zone.

use crate::twin::simulate::traffic::cost::CostFactors;
use crate::twin::simulate::traffic::graph::Graph;
use crate::twin::simulate::traffic::roads::Roads;
use crate::twin::simulate::traffic::shortest::ShortestRoutes;
use rayon::prelude::*;

/// Minutes and kilometres from zone to zone, row by row; where there is no way, the time is infinite and the length zero.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ways {
    /// Time [min].
    pub minutes: Vec<f64>,
    /// Length [km].
    pub kilometres: Vec<f64>,
}

impl Ways {
    /// The quickest ways on a region's roads.
    pub fn new(roads: &Roads) -> Self {
        let graph = Graph::new(&roads.network, CostFactors::default());
        let costs: Vec<f64> = graph.cost.iter().map(|cost| cost.at(0.0)).collect();
        let zones = roads.network.zones;
        let rows = (0..zones as u32).into_par_iter().map_init(ShortestRoutes::default, |routes, origin| {
            routes.find(&graph, &costs, origin);
            let kilometres = |zone: usize| {
                let (mut node, mut sum) = (zone, 0.0);
                while let Some(arc) = graph.link.get(routes.arc[node] as usize).map(|_| routes.arc[node] as usize) {
                    sum += roads.network.links[graph.link[arc] as usize].length;
                    node = graph.tail[arc] as usize;
                }
                sum
            };
            (routes.cost[..zones].to_vec(), (0..zones).map(kilometres).collect::<Vec<_>>())
        });
        let (minutes, kilometres): (Vec<Vec<f64>>, Vec<Vec<f64>>) = rows.unzip();
        let mut ways = Self { minutes: minutes.concat(), kilometres: kilometres.concat() };
        (0..zones).for_each(|zone| ways.stay(zone, zones));
        ways
    }

    /// Trips within a zone go half as far as to the nearest other one, as is usual.
    fn stay(&mut self, zone: usize, zones: usize) {
        let row = zone * zones;
        let others = (0..zones).filter(|other| *other != zone).map(|other| row + other);
        let nearest = others.min_by(|a, b| self.minutes[*a].total_cmp(&self.minutes[*b]));
        if let Some(nearest) = nearest.filter(|nearest| self.minutes[*nearest].is_finite()) {
            self.minutes[row + zone] = self.minutes[nearest] / 2.0;
            self.kilometres[row + zone] = self.kilometres[nearest] / 2.0;
        }
    }
}
