//! Draws a village: one to several long streets of houses, a middle with its services, a farmyard at its edge.

use super::blocks::{Character, Front, build_up, stands};
use super::chance::Chance;
use super::draft::{Draft, Ground, Look, Way};
use super::junctions::{in_largest_part, joined};
use super::plane::{Axis, Oblong, P, add, along, length, scale, turned, unit};
use super::settlements::Settlement;
use super::sites;
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::building::{BuildingUse, RoofShape};
use crate::twin::model::cover::CoverKind;
use crate::twin::model::street::StreetClass;

/// The form of a village's streets.
struct Layout {
    axis: Axis,
    /// Each street's distance from the axis, metres, and where along it the street begins and ends.
    streets: Vec<(f64, f64, f64)>,
    /// The street that the main road runs through.
    main: usize,
    length: f64,
    /// How far the streets swing, metres, over which distance, and where in the swing the middle lies.
    swing: (f64, f64, f64),
    /// How far each street is set on from the one before, as a share of the distance between them.
    lean: f64,
}

impl Layout {
    fn new(settlement: &Settlement, chance: &mut Chance) -> Self {
        let houses = (f64::from(settlement.population.value) / 3.1).max(12.0);
        let count = ((houses / chance.range(13.0, 24.0)).sqrt().round() as usize).clamp(1, 8);
        let length = houses * 29.0 / 2.0 / count as f64 * 1.22 + 70.0;
        let swing = (chance.range(0.008, 0.07) * length, length * chance.range(0.16, 0.42), chance.range(0.0, 6.0));
        let mut across = 0.0;
        let mut streets: Vec<(f64, f64, f64)> = Vec::new();
        let main = count / 2;
        for street in 0..count {
            let (from, to) = if street == main { (0.54, 0.54) } else { (chance.range(0.3, 0.54), chance.range(0.3, 0.54)) };
            streets.push((across, -from * length, to * length));
            across += chance.range(92.0, 128.0);
        }
        let middle = streets[main].0;
        streets.iter_mut().for_each(|street| street.0 -= middle);
        let axis = Axis { origin: settlement.at, along: settlement.along };
        Self { axis, streets, main, length, swing, lean: chance.range(-0.3, 0.3) }
    }

    fn at(&self, u: f64, v: f64) -> P {
        let (far, over, phase) = self.swing;
        let bend = far * ((u / over + phase).sin() - phase.sin());
        self.axis.world(u + self.lean * v, v + bend)
    }

    fn line(&self, from: f64, to: f64, v: f64) -> Vec<P> {
        let pieces = ((to - from) / 45.0).ceil().max(1.0);
        (0..=pieces as usize).map(|k| self.at(from + (to - from) * k as f64 / pieces, v)).collect()
    }

    /// Distances from the axis of the first and the last street.
    fn sides(&self) -> (f64, f64) {
        (self.streets[0].0, self.streets[self.streets.len() - 1].0)
    }

    /// The streets about the main one that all reach a place along the axis: first and last.
    fn reaching(&self, u: f64) -> (usize, usize) {
        let there = |street: usize| (self.streets[street].1..=self.streets[street].2).contains(&u);
        let mut first = self.main;
        while first > 0 && there(first - 1) {
            first -= 1;
        }
        let mut last = self.main;
        while last + 1 < self.streets.len() && there(last + 1) {
            last += 1;
        }
        (first, last)
    }
}

/// A whole village.
pub fn draw(ground: &Ground, settlement: &Settlement, number: i64, needs: &[AmenityKind]) -> Draft {
    let mut chance = Chance::of(ground.facts.sketch.seed, &[37, number]);
    let layout = Layout::new(settlement, &mut chance);
    let (first, last) = layout.sides();
    let reach = (0.6 * layout.length).hypot(first.abs().max(last.abs())) + 560.0;
    let mut draft = Draft::new(number, settlement, reach, ground.facts.sketch.seed);
    super::town::take_tracks(&mut draft, ground, settlement, reach);
    let ways = streets(ground, &layout, settlement, &mut chance);
    for way in &ways {
        draft.street(way);
    }
    outline(&mut draft, ground, &layout);
    let anchors = [0.0, 0.14, -0.14, 0.28, -0.3].map(|share| layout.at(share * layout.length, 30.0));
    sites::place(&mut draft, ground, &sites::Anchors::of_village(anchors.to_vec()), settlement.along, needs);
    for way in &ways {
        let front = Front { points: &way.points, width: way.width, address: way.name.local };
        build_up(&mut draft, ground, &front, &|_| Character::Village);
    }
    sites::place_small(&mut draft, needs);
    farmyard(&mut draft, ground, &layout);
    cemetery(&mut draft, ground, &layout);
    plant(&mut draft, &ways);
    draft
}

fn streets(ground: &Ground, layout: &Layout, settlement: &Settlement, chance: &mut Chance) -> Vec<Way> {
    let mut ways = Vec::new();
    let name = |chance: &mut Chance| ground.lexicon.streets.get(chance.index(ground.lexicon.streets.len())).copied().unwrap_or_default();
    let mut add = |line: Vec<P>, way: Way, over_tracks: bool| {
        let dry = |p: P| ground.waters.clearance(p) > 38.0 && (over_tracks || ground.rails.clearance(p) > 45.0);
        ways.extend(super::town::stretches(&line, 60.0, dry).into_iter().map(|points| Way { points, ..way.clone() }));
    };
    let main = layout.streets[layout.main];
    add(layout.line(main.1, main.2, main.0), Way::new(Vec::new(), settlement.main_class, 2, 8.0).named(name(chance)), true);
    for (_, &(v, from, to)) in layout.streets.iter().enumerate().filter(|&(street, _)| street != layout.main) {
        let way = Way { paved: chance.happens(0.3), ..Way::new(Vec::new(), StreetClass::Residential, 2, 6.0) };
        add(layout.line(from, to, v), way.named(name(chance)), false);
    }
    let crossings = (layout.length / chance.range(210.0, 330.0)).round().max(1.0) as usize;
    for k in 0..=crossings {
        let u = (k as f64 / crossings as f64 - 0.5) * layout.length * 0.84 + chance.range(-35.0, 35.0);
        let (first, last) = layout.reaching(u);
        let (from, to) = (layout.streets[first].0, layout.streets[last].0);
        let pieces = 4 * (last - first);
        let line = (0..=pieces).map(|step| layout.at(u, from + (to - from) * step as f64 / pieces.max(1) as f64)).collect();
        let way = Way { paved: false, ..Way::new(Vec::new(), StreetClass::Residential, 2, 6.0) };
        if last > first && chance.happens(0.9) {
            add(line, way.named(name(chance)), false);
        }
    }
    let lines = joined(ways.iter().map(|way| way.points.clone()).collect());
    let kept = in_largest_part(&lines);
    let joined = ways.into_iter().zip(lines).zip(kept).filter(|((_, line), kept)| *kept && line.len() > 1);
    joined.map(|((way, points), _)| Way { points, ..way }).collect()
}

/// The village's ground: its streets with the plots on either side.
fn outline(draft: &mut Draft, ground: &Ground, layout: &Layout) {
    let aside = 58.0;
    let (first, last) = (layout.streets[0], layout.streets[layout.streets.len() - 1]);
    let mut ring = layout.line(first.1, first.2, first.0 - aside);
    for &(v, _, to) in &layout.streets {
        ring.extend([layout.at(to + 34.0, v - 0.6 * aside), layout.at(to + 34.0, v + 0.6 * aside)]);
    }
    ring.extend(layout.line(last.1, last.2, last.0 + aside).into_iter().rev());
    for &(v, from, _) in layout.streets.iter().rev() {
        ring.extend([layout.at(from - 34.0, v + 0.6 * aside), layout.at(from - 34.0, v - 0.6 * aside)]);
    }
    if ring.iter().all(|&p| ground.waters.clearance(p) > -10.0) {
        draft.cover(CoverKind::Residential, ring);
    }
}

/// Barns and sheds at one end.
fn farmyard(draft: &mut Draft, ground: &Ground, layout: &Layout) {
    if draft.residents < 130 {
        return;
    }
    let side = if draft.chance.happens(0.5) { 1.0 } else { -1.0 };
    let (first, last) = layout.sides();
    let aside = if draft.chance.happens(0.5) { first - 190.0 } else { last + 190.0 };
    let centre = layout.at(side * draft.chance.range(0.15, 0.5) * layout.length, aside);
    let direction = turned(layout.axis.along, draft.chance.range(-0.3, 0.3));
    let yard = Oblong::new(centre, direction, draft.chance.range(130.0, 220.0), draft.chance.range(90.0, 150.0));
    if !stands(draft, ground, &yard, 10.0) {
        return;
    }
    draft.cover(CoverKind::Farmyard, yard.corners().to_vec());
    let barns = draft.chance.whole(2, 5);
    for barn in 0..barns {
        let y = (f64::from(barn) + 0.5) / f64::from(barns) * 2.0 - 1.0;
        let ground_of_barn = Oblong::new(
            yard.at(draft.chance.range(-0.2, 0.2), y * 0.85),
            direction,
            draft.chance.range(44.0, 80.0),
            draft.chance.range(11.0, 15.0),
        );
        if stands(draft, ground, &ground_of_barn, 3.0) {
            let look = Look { usage: BuildingUse::Farm, levels: 1, storey: 3.6, roof: RoofShape::Gabled, roof_height: 2.4, angled: false };
            draft.building(ground_of_barn, look);
        }
    }
}

fn cemetery(draft: &mut Draft, ground: &Ground, layout: &Layout) {
    let u = draft.chance.range(-0.5, 0.5) * layout.length;
    let (first, last) = layout.sides();
    let v = if draft.chance.happens(0.5) { first - 260.0 } else { last + 260.0 };
    let plot = Oblong::new(layout.at(u, v), layout.axis.along, draft.chance.range(50.0, 90.0), draft.chance.range(40.0, 70.0));
    if draft.residents > 120 && stands(draft, ground, &plot, 10.0) {
        draft.cover(CoverKind::Cemetery, plot.corners().to_vec());
    }
}

/// A few trees before the houses of the first street.
fn plant(draft: &mut Draft, ways: &[Way]) {
    let Some(main) = ways.first() else { return };
    let count = (draft.residents / 30).clamp(4, 36);
    for _ in 0..count {
        let (p, direction) = along(&main.points, draft.chance.unit() * length(&main.points));
        let side = if draft.chance.happens(0.5) { 1.0 } else { -1.0 };
        let p = add(p, scale(super::plane::left(unit(direction)), side * (main.width / 2.0 + draft.chance.range(2.2, 3.4))));
        if draft.occupancy.is_point_free(p, 1.2) {
            draft.tree(p);
        }
    }
}
