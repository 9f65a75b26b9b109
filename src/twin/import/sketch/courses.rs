//! The courses of roads from settlement to settlement: gently bent, round lakes, over bridges, from street to street.

use super::chance::Chance;
use super::draft::{APART, Draft, Ground, Way, street};
use super::plan::street_class;
use super::plane::{P, add, cross, densified, dist, dot, left, length, lerp, positions, scale, simplified, smooth, sub, unit};
use super::rails::cut_at_rivers;
use super::roads::{Road, RoadPlan};
use super::settlements::Settlement;
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::origin::Sourced;
use crate::twin::model::region::Region;
use crate::twin::model::street::StreetClass;
use rayon::prelude::*;

/// The course of a road between settlements.
pub struct Course {
    /// Index in the road plan.
    pub road: usize,
    pub points: Vec<P>,
}

/// The courses of all roads that are open.
pub fn courses(ground: &Ground, plan: &RoadPlan, settlements: &[Settlement], drafts: &[Draft]) -> Vec<Course> {
    let seed = ground.facts.sketch.seed;
    let gates: Vec<Vec<(P, f64)>> = drafts.iter().map(gates).collect();
    let known = |node: usize| settlements.get(node).and_then(|settlement| settlement.known);
    let linked = |road: &Road| {
        let ends = (known(road.a), known(road.b));
        let links = ground.facts.sketch.links.iter().filter_map(|link| link.between);
        links.into_iter().any(|(a, b)| ends == (Some(a), Some(b)) || ends == (Some(b), Some(a)))
    };
    let drawn = |road: &Road| road.class.is_some() && !linked(road);
    let open: Vec<usize> = (0..plan.roads.len()).filter(|&road| drawn(&plan.roads[road])).collect();
    open.into_par_iter()
        .map(|index| {
            let road = &plan.roads[index];
            let (a, b) = (plan.nodes[road.a], plan.nodes[road.b]);
            let from = gates.get(road.a).map_or(a, |gates| gate(gates, a, b));
            let to = gates.get(road.b).map_or(b, |gates| gate(gates, b, a));
            Course { road: index, points: course(ground, from, to, seed ^ index as u64) }
        })
        .collect()
}

/// Points of a settlement's streets at which roads may begin, and how much farther in than others they may lie: main streets go first.
fn gates(draft: &Draft) -> Vec<(P, f64)> {
    let streets = draft.streets.iter().filter(|(street, _)| street.class.is_drivable() && street.class != StreetClass::Service);
    streets
        .flat_map(|(street, shape)| {
            let main = if street.class == StreetClass::Residential { 0.0 } else { 280.0 };
            [shape.first().first().copied(), shape.first().last().copied()].map(move |p| p.map(|p| (p.metres(), main)))
        })
        .flatten()
        .collect()
}

/// The gate that lies farthest out in the direction of the other end.
fn gate(gates: &[(P, f64)], here: P, there: P) -> P {
    let direction = unit(sub(there, here));
    let score = |&(p, main): &(P, f64)| main + dot(sub(p, here), direction) - 0.8 * cross(direction, sub(p, here)).abs();
    gates.iter().max_by(|a, b| score(a).total_cmp(&score(b))).map_or(here, |gate| gate.0)
}

/// The best of a few seeded courses: the one with the fewest bridges.
fn course(ground: &Ground, from: P, to: P, seed: u64) -> Vec<P> {
    let candidates = (0..5).map(|number| round_water(ground, bent(from, to, seed, number)));
    let bridges = |line: &[P]| densified(line, 500.0).windows(2).map(|pair| ground.waters.crossings(pair[0], pair[1]).len()).sum::<usize>();
    let cost = |line: &[P]| length(line) + 2200.0 * bridges(line) as f64;
    let best = candidates.map(|line| (cost(&line), line)).min_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|best| best.1).unwrap_or_default()
}

/// A gently bent line: a few points set aside from the straight one, smooth between.
fn bent(from: P, to: P, seed: u64, number: i64) -> Vec<P> {
    let reach = dist(from, to);
    let mut chance = Chance::of(seed, &[41, number]);
    let legs = (reach / 5500.0).round().max(1.0) as usize;
    let side = left(unit(sub(to, from)));
    let strength = (0.035 * reach).min(700.0) * (1.0 + 0.5 * number as f64);
    let mut points = vec![from];
    let mut offset = 0.0;
    for leg in 1..legs {
        let t = leg as f64 / legs as f64;
        offset = 0.5 * offset + chance.range(-1.0, 1.0) * strength;
        points.push(add(lerp(from, to, t), scale(side, offset * (t * (1.0 - t) * 4.0).sqrt())));
    }
    points.push(to);
    smooth(&points, 180.0)
}

/// The line led round lakes, quarries and airports.
fn round_water(ground: &Ground, line: Vec<P>) -> Vec<P> {
    let mut line = line;
    let last = line.len() - 1;
    for p in &mut line[1..last] {
        let lakes = ground.waters.lakes_near(*p).map(|lake| &lake.blob);
        for blob in lakes.chain(ground.obstacles.all()) {
            if blob.clearance(*p) < 140.0 {
                let out = blob.radius_towards(*p) + 150.0;
                *p = add(blob.centre, scale(unit(sub(*p, blob.centre)), out));
            }
        }
    }
    simplified(&eased(densified(&line, 250.0), 5), 3.0)
}

/// The line with its corners eased: each point moves towards the middle of its neighbours, so many times.
fn eased(mut line: Vec<P>, times: usize) -> Vec<P> {
    for _ in 0..times {
        let before = line.clone();
        for k in 1..line.len().saturating_sub(1) {
            line[k] = lerp(before[k], lerp(before[k - 1], before[k + 1], 0.5), 0.5);
        }
    }
    line
}

/// Adds the roads between settlements, then the sketch's own links, as streets cut at rivers.
pub fn add_to(region: &mut Region, ground: &Ground, plan: &RoadPlan, courses: &[Course], drafts: &[Draft]) {
    let mut next = 0;
    for course in courses {
        let road = &plan.roads[course.road];
        let way = country_way(road);
        let reference = region.strings.intern(&road.reference);
        for (bridge, points) in cut_at_rivers(ground.waters, &course.points) {
            next += 1;
            let mut feature = street(FeatureId::new(IdKind::Sketch, ((APART + 2) << 24) | next), &Way { bridge, ..way.clone() });
            feature.reference = reference;
            feature.speed = Sourced::assumed(if way.paved { 90 } else { 60 });
            region.streets.push(feature, ShapeKind::Line, [&positions(&points)[..]]);
        }
    }
    let joints: Vec<P> = drafts.iter().flat_map(joints).collect();
    for link in &ground.facts.sketch.links {
        let mut points: Vec<P> = link.points.iter().map(|&at| ground.facts.at(at)).collect();
        let count = points.len();
        for end in [0, count.saturating_sub(1)] {
            let near = joints.iter().copied().min_by(|&a, &b| dist(a, points[end]).total_cmp(&dist(b, points[end])));
            points[end] = near.unwrap_or(points[end]);
        }
        let line = simplified(&smooth(&points, 60.0), 0.5);
        let name = link.name.name(&mut region.strings);
        let way = Way::new(Vec::new(), street_class(link.class), link.lanes, 3.5 * f64::from(link.lanes) + 1.5).named(name);
        for (bridge, points) in cut_at_rivers(ground.waters, &line) {
            next += 1;
            let feature = street(FeatureId::new(IdKind::Sketch, ((APART + 2) << 24) | next), &Way { bridge, ..way.clone() });
            region.streets.push(feature, ShapeKind::Line, [&positions(&points)[..]]);
        }
    }
}

/// Points of a settlement's main streets at which links may join.
fn joints(draft: &Draft) -> Vec<P> {
    let main = draft.streets.iter().filter(|(street, _)| street.class.rank() <= 3);
    main.flat_map(|(_, shape)| shape.first().iter().map(|p| p.metres())).collect()
}

fn country_way(road: &Road) -> Way {
    let class = road.class.unwrap_or(StreetClass::Unclassified);
    let width = match class.rank() {
        0 => 12.0,
        1 => 10.0,
        2 => 9.0,
        3 => 8.0,
        _ => 6.5,
    };
    let paved = class.rank() <= 3 || road.cost_parity();
    Way { paved, ..Way::new(Vec::new(), class, 2, width) }
}
