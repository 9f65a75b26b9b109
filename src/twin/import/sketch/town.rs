//! Draws a town from its plan: streets, grounds, buildings, trees.

use super::blocks::{Character, Front, build_up, infill_of, stands};
use super::draft::{Draft, Ground, Way};
use super::facts::Line;
use super::junctions::{in_largest_part, joined};
use super::noisy::Noise;
use super::plan::Plan;
use super::plane::{Oblong, P, add, densified, dist, from_segment, left, length, lerp, scale, sub, unit};
use super::settlements::Settlement;
use super::{services, sites};
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::cover::CoverKind;
use crate::twin::model::id::mix;
use crate::twin::model::names::Name;
use crate::twin::model::street::StreetClass;

/// A whole town.
pub fn draw(ground: &Ground, settlement: &Settlement, number: i64, known: &[usize], needs: &[AmenityKind]) -> Draft {
    let seed = ground.facts.sketch.seed;
    let known = services::known_grounds(ground.facts, settlement, known);
    let oblongs: Vec<Oblong> = known.iter().map(|(_, oblong)| *oblong).collect();
    let fact = settlement.fact.map(|index| (index, &ground.facts.sketch.towns[index]));
    let plan = match fact.and_then(|(index, town)| town.plan.as_ref().map(|plan| (index, plan))) {
        Some((index, plan)) => Plan::drawn(plan, ground, index, settlement, &oblongs),
        None => Plan::seeded(ground, settlement, number),
    };
    let reach = plan.along.iter().chain(&plan.across).fold(0.0f64, |reach, line| reach.max(line.abs()));
    let mut draft = Draft::new(number, settlement, reach * 1.45 + 300.0, seed);
    take_tracks(&mut draft, ground, settlement, reach * 1.5);
    let ways = streets(ground, &plan, &oblongs, seed ^ mix(number as u64));
    for way in &ways {
        draft.street(way);
    }
    grounds(&mut draft, ground, &plan);
    sites::place_known(&mut draft, ground, &known);
    sites::place(&mut draft, ground, &sites::Anchors::of_town(&plan), settlement.along, needs);
    let order = by_importance(&ways);
    for &way in &order {
        let front = Front { points: &ways[way].points, width: ways[way].width, address: ways[way].name.local };
        build_up(&mut draft, ground, &front, &|p| plan.character_at(p));
    }
    infill(&mut draft, ground, &plan);
    sites::place_small(&mut draft, needs);
    plant(&mut draft, ground, &plan, &ways, settlement.population.value);
    draft
}

/// Streets in the order in which they are built up: through streets before yards.
fn by_importance(ways: &[Way]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..ways.len()).filter(|&way| ways[way].class.is_drivable() && !ways[way].bridge).collect();
    order.sort_by_key(|&way| (ways[way].class.rank(), way));
    order
}

/// Railway land within the settlement is taken.
pub fn take_tracks(draft: &mut Draft, ground: &Ground, settlement: &Settlement, radius: f64) {
    for pair in ground.rails.within(settlement.at, radius) {
        draft.occupancy.take_line(pair, 44.0);
    }
}

/// All streets of the plan, joined to one network.
fn streets(ground: &Ground, plan: &Plan, known: &[Oblong], seed: u64) -> Vec<Way> {
    let mut ways = main_streets(ground, plan, known, seed);
    let fringe = Noise::new(seed ^ 0xF1, 2);
    for (cell, &character) in plan.cells().iter().enumerate() {
        let edges = if character == Character::Houses { open_edges(plan, cell) } else { Vec::new() };
        // Towns do not end in a line: houses reach now more, now less far out.
        let settled = |p: P| edges.iter().all(|&(a, b)| from_segment(p, a, b).0 > 95.0 + 210.0 * fringe.at(p[0] / 380.0, p[1] / 380.0));
        inner_streets(ground, plan, cell, character, seed, &mut |from, to, way: Way| {
            let allowed = |p: P| may_run(ground, known, p) && settled(p) && ground.rails.clearance(p) > 40.0;
            ways.extend(stretches(&[from, to], 45.0, allowed).into_iter().map(|points| Way { points, ..way.clone() }));
        });
    }
    let lines = joined(ways.iter().map(|way| way.points.clone()).collect());
    let kept = in_largest_part(&lines);
    let joined = ways.into_iter().zip(lines).zip(kept).filter(|((_, line), kept)| *kept && line.len() > 1);
    joined.map(|((way, points), _)| Way { points, ..way }).collect()
}

/// Whether a street may run at a place.
fn may_run(ground: &Ground, known: &[Oblong], p: P) -> bool {
    ground.waters.clearance(p) > 30.0 && !known.iter().any(|oblong| dist(oblong.centre, p) < 120.0 && oblong.grown(11.0).contains(p))
}

/// Stretches of a line on which streets may run, of some length.
pub fn stretches(line: &[P], least: f64, allowed: impl Fn(P) -> bool) -> Vec<Vec<P>> {
    let (mut runs, mut run): (Vec<Vec<P>>, Vec<P>) = (Vec::new(), Vec::new());
    for p in densified(line, 14.0) {
        if allowed(p) {
            run.push(p);
        } else if !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
    }
    runs.push(run);
    runs.retain(|run| length(run) > least);
    runs.iter().map(|run| super::plane::simplified(run, 0.4)).collect()
}

/// The lines of the grid beside which something stands.
fn main_streets(ground: &Ground, plan: &Plan, known: &[Oblong], seed: u64) -> Vec<Way> {
    let mut ways = Vec::new();
    let line_points = |line: Line, k: usize| match line {
        Line::Along(j) => plan.node(k, j),
        Line::Across(i) => plan.node(i, k),
    };
    let beside = |line: Line, k: usize| {
        let (k, one) = (k as isize, 1);
        match line {
            Line::Along(j) => [plan.character(k, j as isize - one), plan.character(k, j as isize)],
            Line::Across(i) => [plan.character(i as isize - one, k), plan.character(i as isize, k)],
        }
    };
    let along = (0..plan.across.len()).map(|j| (Line::Along(j), plan.columns()));
    let across = (0..plan.along.len()).map(|i| (Line::Across(i), plan.rows()));
    for (line, count) in along.chain(across) {
        let (way, named) = main_way(ground, plan, line, seed);
        let mut k = 0;
        while k < count {
            let first = k;
            // A named street runs through; others stand only where something is built beside them.
            while k < count && stands_beside(beside(line, k), named, mix(seed ^ ((k as u64 / 2) << 9) ^ u64::from(way.name.local.0))) {
                k += 1;
            }
            if k > first {
                let points: Vec<P> = (first..=k).map(|k| line_points(line, k)).collect();
                for points in stretches(&points, 90.0, |p| may_run(ground, known, p)) {
                    ways.push(Way { points, ..way.clone() });
                }
            }
            k += 1;
        }
    }
    ways
}

/// Whether a line of the grid is a street between two cells: always where both are built up, at a town's edge now and then.
fn stands_beside([one, other]: [Character; 2], named: bool, draw: u64) -> bool {
    let built = |character: Character| character != Character::Empty && (named || character != Character::Park);
    match (built(one), built(other)) {
        (true, true) => true,
        (false, false) => false,
        _ => named || one != Character::Houses && other != Character::Houses || draw.is_multiple_of(3),
    }
}

/// How a line of the grid is built, and whether the plan names it.
fn main_way(ground: &Ground, plan: &Plan, line: Line, seed: u64) -> (Way, bool) {
    let same = |other: Line| match (line, other) {
        (Line::Along(a), Line::Along(b)) | (Line::Across(a), Line::Across(b)) => a == b,
        _ => false,
    };
    let (direction, index) = match line {
        Line::Along(j) => (0, j),
        Line::Across(i) => (1, i),
    };
    let name = street_name(ground, seed, [direction, index as u64, 100]);
    match plan.avenues.iter().find(|avenue| same(avenue.line)) {
        Some(avenue) => {
            let width = 3.5 * f64::from(avenue.lanes) + 1.0;
            let name = if avenue.name.is_empty() { name } else { avenue.name };
            (Way::new(Vec::new(), avenue.class, avenue.lanes, width).named(name), true)
        }
        None => (Way::new(Vec::new(), StreetClass::Tertiary, 2, 8.5).named(name), false),
    }
}

fn street_name(ground: &Ground, seed: u64, key: [u64; 3]) -> Name {
    let pool = &ground.lexicon.streets;
    let draw = key.iter().fold(seed, |state, &number| mix(state ^ number.wrapping_mul(0x9E37_79B9)));
    pool.get((draw % pool.len().max(1) as u64) as usize).copied().unwrap_or_default()
}

/// Sides of a cell beyond which nothing stands.
fn open_edges(plan: &Plan, cell: usize) -> Vec<(P, P)> {
    let (i, j) = ((cell % plan.columns()) as isize, (cell / plan.columns()) as isize);
    let quad = plan.quad(cell);
    let beyond = [(i, j - 1), (i + 1, j), (i, j + 1), (i - 1, j)];
    let open = (0..4).filter(|&side| plan.character(beyond[side].0, beyond[side].1) == Character::Empty);
    open.map(|side| (quad[side], quad[(side + 1) % 4])).collect()
}

/// The streets within a cell, from one of its edges to the opposite one.
fn inner_streets(ground: &Ground, plan: &Plan, cell: usize, character: Character, seed: u64, add: &mut dyn FnMut(P, P, Way)) {
    let [a, b, c, d] = plan.quad(cell);
    let (i, j) = (cell % plan.columns(), cell / plan.columns());
    if character == Character::Park {
        let path = || Way::new(Vec::new(), StreetClass::Footway, 0, 3.0);
        add(a, c, path());
        add(b, d, path());
        add(lerp(a, d, 0.5), lerp(b, c, 0.5), path());
        return;
    }
    let Some((near, far)) = character.street_spacing() else { return };
    // Neighbouring cells mostly agree on which way their streets run, so that streets go on from cell to cell.
    let turned = mix(seed ^ ((i as u64 / 3) << 20) ^ (j as u64 / 2)).is_multiple_of(3);
    let (wide, deep) = ((dist(a, b) + dist(d, c)) / 2.0, (dist(a, d) + dist(b, c)) / 2.0);
    let (by_row, by_column) = if turned { (far, near) } else { (near, far) };
    let (rows, columns) = ((deep / by_row).round().max(1.0) as usize, (wide / by_column).round().max(1.0) as usize);
    for row in 1..rows {
        let t = row as f64 / rows as f64;
        let name = street_name(ground, seed, [2, j as u64, (t * 24.0).round() as u64]);
        add(lerp(a, d, t), lerp(b, c, t), inner_way(character, name, cell + row));
    }
    for column in 1..columns {
        let t = column as f64 / columns as f64;
        let name = street_name(ground, seed, [3, i as u64, (t * 24.0).round() as u64]);
        add(lerp(a, b, t), lerp(d, c, t), inner_way(character, name, cell + column + 7));
    }
}

fn inner_way(character: Character, name: Name, number: usize) -> Way {
    match character {
        Character::Houses => Way { paved: !number.is_multiple_of(3), ..Way::new(Vec::new(), StreetClass::Residential, 2, 6.5).named(name) },
        Character::Perimeter => Way::new(Vec::new(), StreetClass::Residential, 2, 8.0).named(name),
        Character::Towers | Character::Rising => Way::new(Vec::new(), StreetClass::Residential, 2, 7.0).named(name),
        Character::Gardens => Way { paved: false, ..Way::new(Vec::new(), StreetClass::Service, 1, 4.0) },
        Character::Garages => Way { paved: false, ..Way::new(Vec::new(), StreetClass::Service, 1, 6.0) },
        _ => Way::new(Vec::new(), StreetClass::Service, 2, 5.5).named(name),
    }
}

/// What covers each cell.
fn grounds(draft: &mut Draft, ground: &Ground, plan: &Plan) {
    for (cell, &character) in plan.cells().iter().enumerate() {
        let quad = plan.quad(cell);
        let kind = match character {
            Character::Empty | Character::Village => continue,
            Character::Perimeter | Character::Panels | Character::Towers | Character::Houses => CoverKind::Residential,
            Character::Rising => CoverKind::Construction,
            Character::Industry | Character::Garages => CoverKind::Industrial,
            Character::Park => CoverKind::Park,
            Character::Gardens => CoverKind::Allotments,
            Character::Campus => CoverKind::Institution,
        };
        if quad.iter().all(|&p| ground.waters.clearance(p) > -20.0) {
            let centre = plan.centre(cell);
            let edges = if character == Character::Houses { open_edges(plan, cell) } else { Vec::new() };
            let drawn_in = |p: P| {
                let open = edges.iter().filter(|edge| edge.0 == p || edge.1 == p).count() as f64;
                lerp(p, centre, (0.1 * open).min(0.2))
            };
            draft.cover(kind, quad.map(drawn_in).to_vec());
        }
    }
}

/// What stands within blocks, off the streets: further blocks, garages, playgrounds.
fn infill(draft: &mut Draft, ground: &Ground, plan: &Plan) {
    for (cell, &character) in plan.cells().iter().enumerate() {
        let [a, b, c, d] = plan.quad(cell);
        let along = unit(sub(b, a));
        let tries = match character {
            Character::Perimeter => 70,
            Character::Panels | Character::Towers => 34,
            Character::Industry | Character::Campus => 26,
            _ => 0,
        };
        for _ in 0..tries {
            let (s, t) = (draft.chance.unit(), draft.chance.unit());
            let p = lerp(lerp(a, b, s), lerp(d, c, s), t);
            let direction = if draft.chance.happens(0.5) { along } else { left(along) };
            let Some((length, depth, apart, look)) = infill_of(character, &mut draft.chance) else { continue };
            let oblong = Oblong::new(p, direction, length, depth);
            if !stands(draft, ground, &oblong, apart) {
                continue;
            }
            match look {
                Some(look) => {
                    draft.building(oblong, look);
                }
                None => {
                    draft.occupancy.take(oblong);
                    draft.cover(CoverKind::Sport, oblong.corners().to_vec());
                }
            }
        }
    }
}

/// Trees along the main streets, in parks and in yards.
fn plant(draft: &mut Draft, ground: &Ground, plan: &Plan, ways: &[Way], population: u32) {
    let leafy = |p: P| {
        matches!(plan.character_at(p), Character::Perimeter | Character::Panels | Character::Towers | Character::Park | Character::Campus)
    };
    let main = ways.iter().filter(|way| matches!(way.class, StreetClass::Primary | StreetClass::Secondary | StreetClass::Tertiary));
    for way in main {
        let wide = way.lanes > 2;
        for pair in way.points.windows(2) {
            let (direction, reach) = (unit(sub(pair[1], pair[0])), dist(pair[0], pair[1]));
            let mut at = 7.0;
            while at < reach {
                for side in [1.0, -1.0] {
                    let p = add(lerp(pair[0], pair[1], at / reach), scale(left(direction), side * (way.width / 2.0 + 2.8)));
                    if (wide || leafy(p)) && draft.chance.happens(0.85) && draft.occupancy.is_point_free(p, 1.6) {
                        draft.tree(p);
                    }
                }
                at += if wide { 11.0 } else { 17.0 };
            }
        }
    }
    if population < 15_000 {
        return;
    }
    for (cell, &character) in plan.cells().iter().enumerate() {
        let count = match character {
            Character::Park => 260,
            Character::Panels | Character::Perimeter | Character::Campus => 70,
            Character::Towers => 40,
            _ => 0,
        };
        let [a, b, c, d] = plan.quad(cell);
        for _ in 0..count {
            let (s, t) = (draft.chance.unit(), draft.chance.unit());
            let p = lerp(lerp(a, b, s), lerp(d, c, s), t);
            if draft.occupancy.is_point_free(p, 2.5) && ground.waters.clearance(p) > 5.0 {
                draft.tree(p);
            }
        }
    }
}
