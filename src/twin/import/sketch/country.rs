//! The open country: fields about the villages with their belts of trees, groves, woods, wet ground about saline lakes.

use super::cells::Cells;
use super::chance::Chance;
use super::draft::{APART, Draft, Ground};
use super::facts::{PatchFact, PatchKind, by_latitude};
use super::lakes::Blob;
use super::plane::{Axis, P, add, dist, lerp, positions, scale, sub, turning_left, unit};
use super::settlements::Settlement;
use crate::twin::model::cover::{Cover, CoverKind};
use crate::twin::model::id::{FeatureId, IdKind, hash_text, mix};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::names::Name;
use crate::twin::model::region::Region;
use rayon::prelude::*;

/// Length and width of a field with its edges, metres.
const FIELD: [f64; 2] = [1750.0, 1080.0];
/// Cell in which groves are counted, metres.
const GROVES: f64 = 4000.0;
const CELL: f64 = 8000.0;

type Patch = (CoverKind, Vec<P>);

/// Adds everything that grows outside of settlements.
pub fn add_to(region: &mut Region, ground: &Ground, settlements: &[Settlement], drafts: &[Draft]) {
    let near = Near::new(settlements);
    let mut next = 0;
    let mut push = |region: &mut Region, kind: CoverKind, name: Name, rings: &[Vec<P>]| {
        next += 1;
        let id = FeatureId::new(IdKind::Sketch, ((APART + 3) << 24) | next);
        let rings: Vec<_> = rings.iter().map(|ring| positions(ring)).collect();
        region.cover.push(Cover { id, kind, name }, ShapeKind::Area, rings.iter().map(|ring| &ring[..]));
    };
    for (kind, ring) in fields(ground, &near) {
        push(region, kind, Name::default(), &[ring]);
    }
    for (kind, ring) in groves(ground, &near) {
        push(region, kind, Name::default(), &[ring]);
    }
    let woods = ground.facts.sketch.patches.iter().filter(|fact| fact.kind == PatchKind::Forest);
    for fact in woods {
        let name = fact.name.name(&mut region.strings);
        for blob in wood(ground, fact) {
            push(region, CoverKind::Forest, name, &[blob.ring(1.0)]);
        }
    }
    let quarries = ground.facts.sketch.patches.iter().filter(|fact| fact.kind == PatchKind::Quarry);
    for (fact, pit) in quarries.zip(&ground.obstacles.pits) {
        let name = fact.name.name(&mut region.strings);
        push(region, CoverKind::Quarry, name, &[pit.ring(1.0)]);
    }
    for (kind, ring) in super::banks::along_rivers(ground, drafts) {
        push(region, kind, Name::default(), &[ring]);
    }
    for lake in ground.waters.lakes.iter().filter(|lake| lake.saline) {
        let mut hole = lake.blob.ring(1.0);
        hole.reverse();
        push(region, CoverKind::Wetland, Name::default(), &[lake.blob.ring(1.16), hole]);
    }
}

/// A wood: one great blob with smaller ones about it.
fn wood(ground: &Ground, fact: &PatchFact) -> Vec<Blob> {
    let seed = ground.facts.sketch.seed ^ hash_text(&fact.name.2);
    let mut chance = Chance::of(seed, &[43]);
    let centre = ground.facts.at(fact.at);
    let mut blobs = vec![Blob::new(centre, (0.8 * fact.size.0, 0.8 * fact.size.1), fact.heading, 0.3, seed)];
    for part in 0..9 {
        let along = scale(super::plane::heading(fact.heading), chance.range(-0.55, 0.55) * fact.size.0);
        let aside = scale(super::plane::heading(fact.heading + 90.0), chance.range(-0.6, 0.6) * fact.size.1);
        let size = (fact.size.0 * chance.range(0.1, 0.4), fact.size.1 * chance.range(0.15, 0.5));
        blobs.push(Blob::new(add(centre, add(along, aside)), size, fact.heading + chance.range(-30.0, 30.0), 0.35, seed ^ (part + 1)));
    }
    blobs
}

/// Settlements by place.
struct Near<'a> {
    settlements: &'a [Settlement],
    cells: Cells<Vec<usize>>,
}

fn cell(p: P) -> (i32, i32) {
    ((p[0] / CELL).floor() as i32, (p[1] / CELL).floor() as i32)
}

impl<'a> Near<'a> {
    fn new(settlements: &'a [Settlement]) -> Self {
        let mut cells: Cells<Vec<usize>> = Cells::default();
        for (index, settlement) in settlements.iter().enumerate() {
            let (x, y) = cell(settlement.at);
            for dx in -2..=2 {
                for dy in -2..=2 {
                    cells.entry((x + dx, y + dy)).or_default().push(index);
                }
            }
        }
        Self { settlements, cells }
    }

    /// Settlements within 16 km.
    fn about(&self, p: P) -> impl Iterator<Item = &Settlement> {
        self.cells.get(&cell(p)).into_iter().flatten().map(|&index| &self.settlements[index])
    }
}

/// Fields on a loose grid over the whole region, where a village is near enough to till them.
fn fields(ground: &Ground, near: &Near) -> Vec<Patch> {
    let seed = ground.facts.sketch.seed;
    let axis = Axis { origin: [0.0, 0.0], along: super::plane::heading(78.0) };
    let bounds = super::districts::bounds(&ground.facts.districts);
    let reach = bounds.size()[0].hypot(bounds.size()[1]);
    let (columns, rows) = ((reach / FIELD[0]) as i64, (reach / FIELD[1]) as i64);
    let node = |i: i64, j: i64| {
        let mut chance = Chance::of(seed, &[47, i, j]);
        axis.world((i as f64 + chance.range(-0.17, 0.17)) * FIELD[0], (j as f64 + chance.range(-0.17, 0.17)) * FIELD[1])
    };
    let one = move |i: i64, j: i64| -> Vec<Patch> {
        let centre = axis.world((i as f64 + 0.5) * FIELD[0], (j as f64 + 0.5) * FIELD[1]);
        if !bounds.contains(centre) || !tilled(ground, near, centre, mix(seed ^ ((i as u64) << 32) ^ (j as u64 & 0xFFFF_FFFF))) {
            return Vec::new();
        }
        let quad = [node(i, j), node(i + 1, j), node(i + 1, j + 1), node(i, j + 1)];
        let clear = |&p: &P| {
            near.about(p).all(|settlement| dist(settlement.at, p) > settlement.radius + 120.0) && ground.waters.clearance(p) > 90.0
        };
        let edges: Vec<P> = (0..4).map(|k| lerp(quad[k], quad[(k + 1) % 4], 0.5)).collect();
        if !quad.iter().chain(&edges).all(clear) { Vec::new() } else { field(quad, &mut Chance::of(seed, &[53, i, j])) }
    };
    (-rows..=rows).into_par_iter().flat_map_iter(|j| (-columns..=columns).flat_map(move |i| one(i, j))).collect()
}

/// Whether the land about a place is ploughed.
fn tilled(ground: &Ground, near: &Near, p: P, draw: u64) -> bool {
    let mut inviting = 0.0f64;
    for settlement in near.about(p) {
        let away = dist(settlement.at, p) - settlement.radius;
        let reach = 4300.0 + 85.0 * f64::from(settlement.population.value).sqrt().min(110.0);
        inviting = inviting.max(1.15 - (away / reach).max(0.0).powi(2));
    }
    let share = by_latitude(&ground.facts.sketch.country.fields, ground.facts.latitude(p));
    inviting > 0.0
        && Chance::of(draw, &[1]).happens(share * inviting)
        && ground.waters.clearance(p) > 300.0
        && ground.obstacles.clearance(p) > 1300.0
        && ground.facts.holds(p)
}

/// One field, whole or in two, and perhaps a belt of trees along it.
fn field(quad: [P; 4], chance: &mut Chance) -> Vec<Patch> {
    let [a, b, c, d] = quad;
    let inset = |quad: [P; 4], by: f64| -> Vec<P> {
        let middle = lerp(lerp(quad[0], quad[2], 0.5), lerp(quad[1], quad[3], 0.5), 0.5);
        turning_left(quad.iter().map(|&p| sub(p, scale(unit(sub(p, middle)), by))).collect())
    };
    let mut patches = Vec::new();
    if chance.happens(0.4) {
        let (m, n) = (lerp(a, b, chance.range(0.3, 0.7)), lerp(d, c, chance.range(0.3, 0.7)));
        patches.push((CoverKind::Farmland, inset([a, m, n, d], 14.0)));
        patches.push((CoverKind::Farmland, inset([m, b, c, n], 14.0)));
    } else {
        patches.push((CoverKind::Farmland, inset(quad, 16.0)));
    }
    if chance.happens(0.38) {
        let (from, to) = (lerp(a, b, 0.04), lerp(a, b, chance.range(0.7, 0.96)));
        let side = scale(super::plane::left(unit(sub(to, from))), 8.0);
        patches.push((CoverKind::Forest, turning_left(vec![add(from, side), sub(from, side), sub(to, side), add(to, side)])));
    }
    patches
}

/// Small woods of birch and aspen, more in the north.
fn groves(ground: &Ground, near: &Near) -> Vec<Patch> {
    let bounds = super::districts::bounds(&ground.facts.districts);
    let [columns, rows] = bounds.size().map(|size| (size / GROVES).ceil() as i64);
    let seed = ground.facts.sketch.seed;
    let one = |i: i64, j: i64| {
        let low = [bounds.min[0] + i as f64 * GROVES, bounds.min[1] + j as f64 * GROVES];
        let mut chance = Chance::of(seed, &[59, i, j]);
        let each = by_latitude(&ground.facts.sketch.country.groves, ground.facts.latitude(low)) * GROVES * GROVES / 1e6;
        let here = each * chance.range(0.0, 2.0);
        let count = here as usize + usize::from(chance.happens(here.fract()));
        let mut patches: Vec<Patch> = Vec::new();
        for _ in 0..count {
            let p = add(low, [chance.range(0.0, GROVES), chance.range(0.0, GROVES)]);
            let radius = (110.0 * (0.5 * chance.normal()).exp()).clamp(45.0, 420.0);
            let (stretch, bearing, number) = (chance.range(1.0, 1.7), chance.range(0.0, 180.0), chance.bits());
            let dry = ground.waters.clearance(p) > 1.4 * radius;
            let apart = near.about(p).all(|settlement| dist(settlement.at, p) > settlement.radius + 1.5 * radius);
            if dry && apart && ground.facts.holds(p) {
                let blob = Blob::new(p, (2.0 * radius * stretch, 2.0 * radius / stretch), bearing, 0.4, number);
                let ring = blob.ring(1.0);
                patches.push((CoverKind::Forest, ring.into_iter().step_by(2).collect()));
            }
        }
        patches
    };
    (0..rows).into_par_iter().flat_map_iter(|j| (0..columns).flat_map(move |i| one(i, j))).collect()
}
