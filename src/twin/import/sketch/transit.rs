//! Bus lines: the city's routes along its streets with their stops, and lines from the bus station to the seats of districts.

use super::draft::{APART, Ground};
use super::facts::LonLat;
use super::plane::{P, add, dist, left, position, scale, sub, unit};
use super::settlements::Settlement;
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::names::Name;
use crate::twin::model::origin::Sourced;
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use crate::twin::model::street::StreetClass;
use crate::twin::model::transit::{StopSequence, TransitLine, TransitMode, TransitStop};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// From stop to stop, metres.
const STOP_EVERY: f64 = 430.0;
/// Stops nearer than this are one, metres.
const SAME_STOP: f64 = 170.0;

/// The streets as buses use them.
struct Graph {
    first: Vec<u32>,
    /// Neighbour, cost and edge, node by node.
    arcs: Vec<(u32, f32, u32)>,
    busy: Vec<bool>,
}

impl Graph {
    fn new(region: &Region) -> Self {
        let network = &region.network;
        let factor = |class: StreetClass| match class {
            StreetClass::Trunk | StreetClass::Primary | StreetClass::Secondary => 1.0,
            StreetClass::Tertiary => 1.25,
            StreetClass::Unclassified => 1.5,
            StreetClass::Residential => 3.0,
            _ => 8.0,
        };
        let mut count = vec![0u32; network.nodes.len() + 1];
        let mut busy = vec![false; network.nodes.len()];
        let drivable = |street: u32| region.streets.features[street as usize].class.is_drivable();
        for edge in network.edges.iter().filter(|edge| drivable(edge.street)) {
            count[edge.from as usize + 1] += 1;
            count[edge.to as usize + 1] += 1;
            if region.streets.features[edge.street as usize].class.rank() <= 3 {
                busy[edge.from as usize] = true;
                busy[edge.to as usize] = true;
            }
        }
        for node in 1..count.len() {
            count[node] += count[node - 1];
        }
        let mut fill = count.clone();
        let mut arcs = vec![(0, 0.0, 0); count.last().copied().unwrap_or(0) as usize];
        for (index, edge) in network.edges.iter().enumerate().filter(|(_, edge)| drivable(edge.street)) {
            let cost = edge.length * factor(region.streets.features[edge.street as usize].class);
            for (from, to) in [(edge.from, edge.to), (edge.to, edge.from)] {
                arcs[fill[from as usize] as usize] = (to, cost, index as u32);
                fill[from as usize] += 1;
            }
        }
        Self { first: count, arcs, busy }
    }

    /// The busy node nearest to a place.
    fn nearest(&self, region: &Region, p: P) -> Option<u32> {
        let nodes = region.network.nodes.iter().enumerate().filter(|(node, _)| self.busy[*node]);
        nodes.min_by(|a, b| dist(a.1.metres(), p).total_cmp(&dist(b.1.metres(), p))).map(|(node, _)| node as u32)
    }

    /// The edges by which each node is reached cheapest from one (Dijkstra 1959), as far as `until` if given.
    fn reach(&self, from: u32, until: Option<u32>) -> Vec<u32> {
        let count = self.busy.len();
        let (mut best, mut via) = (vec![f32::MAX; count], vec![u32::MAX; count]);
        let mut open = BinaryHeap::from([(Reverse(0u32), from)]);
        best[from as usize] = 0.0;
        while let Some((Reverse(bits), node)) = open.pop() {
            let so_far = f32::from_bits(bits);
            if Some(node) == until {
                break;
            }
            if so_far > best[node as usize] {
                continue;
            }
            for &(to, cost, edge) in &self.arcs[self.first[node as usize] as usize..self.first[node as usize + 1] as usize] {
                let sum = so_far + cost;
                if sum < best[to as usize] {
                    (best[to as usize], via[to as usize]) = (sum, edge);
                    open.push((Reverse(sum.to_bits()), to));
                }
            }
        }
        via
    }
}

/// The edges from one node to another, in order, each with whether it is run from its end to its start.
fn way(region: &Region, via: &[u32], from: u32, to: u32) -> Vec<(u32, bool)> {
    let (mut edges, mut node) = (Vec::new(), to);
    while node != from && via[node as usize] != u32::MAX {
        let index = via[node as usize];
        let edge = &region.network.edges[index as usize];
        let backwards = edge.from == node;
        edges.push((index, backwards));
        node = if backwards { edge.to } else { edge.from };
    }
    edges.reverse();
    edges
}

/// The points of edges run one after another, each with the street that leads to it.
fn line(region: &Region, edges: &[(u32, bool)]) -> Vec<(Position, u32)> {
    let mut points: Vec<(Position, u32)> = Vec::new();
    for &(index, backwards) in edges {
        let edge = &region.network.edges[index as usize];
        let range = usize::from(edge.first_point)..=usize::from(edge.last_point);
        let mut stretch = region.streets.shapes.get(edge.street as usize).first()[range].to_vec();
        if backwards {
            stretch.reverse();
        }
        let skip = usize::from(!points.is_empty());
        points.extend(stretch.into_iter().skip(skip).map(|p| (p, edge.street)));
    }
    points
}

/// Adds all lines with their stops.
pub fn add_to(region: &mut Region, ground: &Ground, settlements: &[Settlement]) {
    let graph = Graph::new(region);
    let transit = &ground.facts.sketch.transit;
    let nodes: Vec<Option<u32>> = transit.ends.iter().map(|(_, at)| graph.nearest(region, ground.facts.at(*at))).collect();
    let names: Vec<Name> = transit.ends.iter().map(|(words, _)| words.name(&mut region.strings)).collect();
    let ends: Vec<(P, Name)> = transit.ends.iter().zip(&names).map(|((_, at), &name)| (ground.facts.at(*at), name)).collect();
    for (route, (number, through, headway)) in transit.routes.iter().enumerate() {
        let stops: Vec<u32> = through.iter().filter_map(|&end| nodes.get(end).copied().flatten()).collect();
        let mut edges = Vec::new();
        for pair in stops.windows(2) {
            edges.extend(way(region, &graph.reach(pair[0], Some(pair[1])), pair[0], pair[1]));
        }
        let points = line(region, &edges);
        let (Some(&first), Some(&last)) = (through.first(), through.last()) else { continue };
        if points.len() < 2 || first >= transit.ends.len() || last >= transit.ends.len() {
            continue;
        }
        let name = joined_name(region, names[first], names[last]);
        let calls = call_at(region, &ends, &points);
        push_line(region, route as i64, name, number, *headway, &points, calls);
    }
    to_the_seats(region, ground, settlements, &graph, transit.bus_station);
}

fn joined_name(region: &mut Region, one: Name, other: Name) -> Name {
    let text = |k: usize| format!("{} – {}", region.strings.get(one.by_language[k]), region.strings.get(other.by_language[k]));
    let [kk, ru, en] = [text(0), text(1), text(2)];
    Name::of(&mut region.strings, &kk, &ru, &en)
}

fn push_line(
    region: &mut Region,
    number: i64,
    name: Name,
    reference: &str,
    headway: u16,
    points: &[(Position, u32)],
    stops: Vec<FeatureId>,
) {
    let feature = TransitLine {
        id: FeatureId::new(IdKind::Sketch, ((APART + 6) << 24) | number),
        name,
        reference: region.strings.intern(reference),
        mode: TransitMode::Bus,
        headway: Sourced::assumed(headway),
        stops: StopSequence(stops),
    };
    let shape: Vec<Position> = points.iter().map(|point| point.0).collect();
    region.lines.push(feature, ShapeKind::Line, [&shape[..]]);
}

/// Stops along a course, old ones where they are near, at its ends and about every 430 metres between.
fn call_at(region: &mut Region, ends: &[(P, Name)], points: &[(Position, u32)]) -> Vec<FeatureId> {
    let mut calls: Vec<FeatureId> = Vec::new();
    let mut since = STOP_EVERY;
    for pair in points.windows(2) {
        let (a, b) = (pair[0].0.metres(), pair[1].0.metres());
        let (step, mut from) = (dist(a, b), 0.0);
        while since + step - from >= STOP_EVERY {
            from += STOP_EVERY - since;
            since = 0.0;
            call(region, ends, &mut calls, super::plane::lerp(a, b, from / step.max(1e-9)), unit(sub(b, a)), pair[1].1);
        }
        since += step - from;
    }
    if let [.., (a, _), (b, street)] = points
        && since > 150.0
    {
        call(region, ends, &mut calls, b.metres(), unit(sub(b.metres(), a.metres())), *street);
    }
    calls
}

/// One stop at the right-hand side of a street.
fn call(region: &mut Region, ends: &[(P, Name)], calls: &mut Vec<FeatureId>, p: P, direction: P, street: u32) {
    let known = (0..region.stops.len()).find(|&stop| dist(region.stops.shapes.get(stop).anchor().metres(), p) < SAME_STOP);
    let id = match known {
        Some(stop) => region.stops.features[stop].id,
        None => {
            let street = &region.streets.features[street as usize];
            let end = ends.iter().find(|(at, _)| dist(*at, p) < 260.0);
            let name = end.map_or(street.name, |end| end.1);
            let id = FeatureId::new(IdKind::Sketch, ((APART + 7) << 24) | region.stops.len() as i64);
            let kerb = add(p, scale(left(direction), -(street.width.value.metres() / 2.0 + 1.5)));
            region.stops.push_point(TransitStop { id, name, mode: TransitMode::Bus }, position(kerb));
            id
        }
    };
    if !calls.contains(&id) {
        calls.push(id);
    }
}

/// A line from the bus station to each seat of a district.
fn to_the_seats(region: &mut Region, ground: &Ground, settlements: &[Settlement], graph: &Graph, station: LonLat) {
    let Some(from) = graph.nearest(region, ground.facts.at(station)) else { return };
    let via = graph.reach(from, None);
    let start = settlements.iter().find(|settlement| settlement.known == Some(ground.facts.sketch.transit.town));
    let start = start.map_or(Name::default(), |settlement| settlement.name.name(&mut region.strings));
    let first = stop_at(region, from, start);
    let seats = settlements.iter().filter(|settlement| settlement.seat && settlement.known != Some(ground.facts.sketch.transit.town));
    for (rank, seat) in seats.enumerate() {
        let Some(to) = graph.nearest(region, seat.at) else { continue };
        let points = line(region, &way(region, &via, from, to));
        if points.len() < 2 {
            continue;
        }
        let end = seat.name.name(&mut region.strings);
        let (name, last) = (joined_name(region, start, end), stop_at(region, to, end));
        let away = dist(seat.at, ground.facts.at(station)) / 1000.0;
        let headway = ((away * 1.6 / 10.0).round() * 10.0).clamp(30.0, 360.0) as u16;
        push_line(region, 500 + rank as i64, name, &(500 + rank).to_string(), headway, &points, vec![first, last]);
    }
}

fn stop_at(region: &mut Region, node: u32, name: Name) -> FeatureId {
    let id = FeatureId::new(IdKind::Sketch, ((APART + 7) << 24) | region.stops.len() as i64);
    region.stops.push_point(TransitStop { id, name, mode: TransitMode::Bus }, region.network.nodes[node as usize]);
    id
}
