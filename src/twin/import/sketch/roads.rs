//! Which settlements are joined by road: main roads through the known stops, roads to the seats, and the least that reaches every village.

use super::facts::{Facts, Stop};
use super::plan::street_class;
use super::plane::{P, densified, dist};
use super::settlements::Settlement;
use super::waters::Waters;
use crate::twin::model::street::StreetClass;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// A road between two nodes.
#[derive(Clone, Debug)]
pub struct Road {
    pub a: usize,
    pub b: usize,
    /// None until some road runs here.
    pub class: Option<StreetClass>,
    pub reference: String,
    cost: f64,
}

/// Settlements, then the ends of main roads at the region's edge, and the roads between them.
pub struct RoadPlan {
    pub nodes: Vec<P>,
    pub roads: Vec<Road>,
    by_node: Vec<Vec<usize>>,
}

/// Plans all roads.
pub fn plan(facts: &Facts, settlements: &[Settlement], waters: &Waters) -> RoadPlan {
    let mut nodes: Vec<P> = settlements.iter().map(|settlement| settlement.at).collect();
    let mut stops: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (road, fact) in facts.sketch.roads.iter().enumerate() {
        for (at, stop) in fact.stops.iter().enumerate() {
            let node = match *stop {
                Stop::Town(id) => settlements.iter().position(|settlement| settlement.known == Some(id)),
                Stop::At(lon, lat) => {
                    nodes.push(facts.at((lon, lat)));
                    Some(nodes.len() - 1)
                }
            };
            node.and_then(|node| stops.insert((road, at), node));
        }
    }
    let mut plan = RoadPlan::new(nodes, waters);
    for (road, fact) in facts.sketch.roads.iter().enumerate() {
        let nodes: Vec<usize> = (0..fact.stops.len()).filter_map(|at| stops.get(&(road, at)).copied()).collect();
        for pair in nodes.windows(2) {
            plan.open_way(pair[0], pair[1], street_class(fact.class), &fact.reference);
        }
    }
    if let Some(capital) = (0..settlements.len()).max_by_key(|&index| settlements[index].population.value) {
        for seat in (0..settlements.len()).filter(|&index| settlements[index].seat) {
            plan.open_way(capital, seat, StreetClass::Secondary, "");
        }
    }
    plan.reach_all(settlements);
    plan.add_loops();
    plan
}

impl RoadPlan {
    /// Possible roads: the Gabriel graph (no third node within the circle over two), which has no crossings and hangs together.
    fn new(nodes: Vec<P>, waters: &Waters) -> Self {
        let mut roads = Vec::new();
        for a in 0..nodes.len() {
            for b in a + 1..nodes.len() {
                let middle = super::plane::lerp(nodes[a], nodes[b], 0.5);
                let radius = dist(nodes[a], nodes[b]) / 2.0;
                let free = |c: usize| c == a || c == b || dist(nodes[c], middle) >= radius;
                if (0..nodes.len()).all(free) {
                    let cost = cost(waters, nodes[a], nodes[b]);
                    roads.push(Road { a, b, class: None, reference: String::new(), cost });
                }
            }
        }
        let mut by_node = vec![Vec::new(); nodes.len()];
        for (index, road) in roads.iter().enumerate() {
            by_node[road.a].push(index);
            by_node[road.b].push(index);
        }
        Self { nodes, roads, by_node }
    }

    /// Opens the cheapest way between two nodes; roads that are there already cost less than new ones.
    fn open_way(&mut self, from: usize, to: usize, class: StreetClass, reference: &str) {
        for index in self.way(from, to, f64::MAX, |road| if road.class.is_some() { 0.55 * road.cost } else { road.cost }) {
            let road = &mut self.roads[index];
            if road.class.is_none_or(|old| old.rank() > class.rank()) {
                road.class = Some(class);
            }
            if road.reference.is_empty() {
                reference.clone_into(&mut road.reference);
            }
        }
    }

    /// The cheapest way between two nodes, as indices of roads; empty where it costs more than the limit (Dijkstra 1959).
    fn way(&self, from: usize, to: usize, limit: f64, cost: impl Fn(&Road) -> f64) -> Vec<usize> {
        let mut best = vec![f64::MAX; self.nodes.len()];
        let mut via = vec![usize::MAX; self.nodes.len()];
        let mut open = BinaryHeap::from([(Reverse(0u64), from)]);
        best[from] = 0.0;
        while let Some((Reverse(bits), node)) = open.pop() {
            // Costs are not negative, so their bits sort as they do.
            let so_far = f64::from_bits(bits);
            if node == to || so_far > limit {
                break;
            }
            if so_far > best[node] {
                continue;
            }
            for &index in &self.by_node[node] {
                let road = &self.roads[index];
                let (other, sum) = (if road.a == node { road.b } else { road.a }, so_far + cost(road));
                if sum < best[other] {
                    (best[other], via[other]) = (sum, index);
                    open.push((Reverse(sum.to_bits()), other));
                }
            }
        }
        let (mut way, mut node) = (Vec::new(), to);
        while node != from && best[to] <= limit && via[node] != usize::MAX {
            way.push(via[node]);
            let road = &self.roads[via[node]];
            node = if road.a == node { road.b } else { road.a };
        }
        way
    }

    /// Opens the least further roads that join all nodes (Kruskal 1956).
    fn reach_all(&mut self, settlements: &[Settlement]) {
        let mut part: Vec<usize> = (0..self.nodes.len()).collect();
        fn root(part: &mut [usize], mut at: usize) -> usize {
            while part[at] != at {
                part[at] = part[part[at]];
                at = part[at];
            }
            at
        }
        let mut order: Vec<usize> = (0..self.roads.len()).collect();
        order.sort_by(|&x, &y| {
            let key = |index: usize| (self.roads[index].class.is_none(), self.roads[index].cost);
            key(x).0.cmp(&key(y).0).then(key(x).1.total_cmp(&key(y).1)).then(x.cmp(&y))
        });
        for index in order {
            let (a, b) = (self.roads[index].a, self.roads[index].b);
            let (x, y) = (root(&mut part, a), root(&mut part, b));
            if x != y {
                part[x.max(y)] = x.min(y);
                let people = |node: usize| settlements.get(node).map_or(0, |settlement| settlement.population.value);
                let class = if people(a).min(people(b)) > 420 { StreetClass::Tertiary } else { StreetClass::Unclassified };
                self.roads[index].class.get_or_insert(class);
            }
        }
    }

    /// Opens short roads that spare a long way round.
    fn add_loops(&mut self) {
        let mut order: Vec<usize> = (0..self.roads.len()).filter(|&index| self.roads[index].class.is_none()).collect();
        order.sort_by(|&x, &y| self.roads[x].cost.total_cmp(&self.roads[y].cost).then(x.cmp(&y)));
        for index in order {
            let road = &self.roads[index];
            let (a, b, limit) = (road.a, road.b, 2.6 * road.cost);
            let length = dist(self.nodes[a], self.nodes[b]);
            let round = self.way(a, b, limit, |road| if road.class.is_some() { road.cost } else { f64::MAX / 4.0 });
            if length < 32_000.0 && round.is_empty() {
                self.roads[index].class = Some(StreetClass::Unclassified);
            }
        }
    }

    /// Roads at a node that are open, the greatest class first.
    pub fn at_node(&self, node: usize) -> Vec<&Road> {
        let mut roads: Vec<&Road> =
            self.by_node[node].iter().map(|&index| &self.roads[index]).filter(|road| road.class.is_some()).collect();
        roads.sort_by_key(|road| road.class.map_or(9, StreetClass::rank));
        roads
    }

    /// Turns generated villages so that their main street continues the main road through them.
    pub fn orient(&self, settlements: &mut [Settlement]) {
        for (index, settlement) in settlements.iter_mut().enumerate().filter(|(_, settlement)| !settlement.is_town()) {
            let roads = self.at_node(index);
            let Some(first) = roads.first() else { continue };
            let far = |road: &Road| self.nodes[if road.a == index { road.b } else { road.a }];
            let here = settlement.at;
            let one = super::plane::unit(super::plane::sub(far(first), here));
            // The other road that leaves most nearly opposite, if it does.
            let directions = roads[1..].iter().map(|road| super::plane::unit(super::plane::sub(far(road), here)));
            let opposite = directions.min_by(|a, b| super::plane::dot(*a, one).total_cmp(&super::plane::dot(*b, one)));
            let along = opposite.filter(|&other| super::plane::dot(other, one) < -0.2).map_or(one, |other| super::plane::sub(one, other));
            settlement.along = super::plane::unit(along);
            settlement.main_class = first.class.unwrap_or(StreetClass::Residential);
        }
    }
}

/// What a road costs: more the longer it is without a village on the way, and by the water it must cross.
fn cost(waters: &Waters, a: P, b: P) -> f64 {
    let length = dist(a, b);
    let points = densified(&[a, b], 800.0);
    let wet = points.iter().filter(|&&p| waters.clearance(p) < 0.0).count() as f64;
    let bridges: f64 = points.windows(2).flat_map(|pair| waters.crossings(pair[0], pair[1]).into_iter().map(|_| 1.0)).sum();
    (length / 1000.0).powf(1.12) * 1000.0 + 2500.0 * bridges.min(4.0) + 6000.0 * wet
}

impl Road {
    /// An even draw for each road: whether a minor one is paved.
    pub fn cost_parity(&self) -> bool {
        (self.a + self.b).is_multiple_of(2)
    }
}
