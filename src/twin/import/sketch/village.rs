//! Draws a village: one to several long streets of houses, a middle with its services, a farmyard at its edge.

use super::blocks::{Character, Front, build_up, stands};
use super::chance::Chance;
use super::draft::{Draft, Ground, Look, Way};
use super::junctions::{in_largest_part, joined};
use super::plane::{Axis, Oblong, P, add, along, length, scale, sub, turned, unit};
use super::settlements::Settlement;
use super::sites;
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::building::{BuildingUse, RoofShape};
use crate::twin::model::cover::CoverKind;
use crate::twin::model::street::StreetClass;

/// The form of a village's streets.
struct Layout {
    axis: Axis,
    /// Streets side by side.
    count: usize,
    /// From one street to the next, metres.
    spacing: f64,
    length: f64,
    /// How far the streets swing, metres, over which distance, and where in the swing the middle lies.
    swing: (f64, f64, f64),
}

impl Layout {
    fn new(settlement: &Settlement, chance: &mut Chance) -> Self {
        let houses = (f64::from(settlement.population.value) / 3.0).max(12.0);
        let count = ((houses / 17.0).sqrt().round() as usize).clamp(1, 8);
        let length = houses * 28.0 / 2.0 / count as f64 * 1.2 + 70.0;
        let swing = (chance.range(4.0, 34.0), chance.range(260.0, 620.0), chance.range(0.0, 6.0));
        Self { axis: Axis { origin: settlement.at, along: settlement.along }, count, spacing: chance.range(98.0, 124.0), length, swing }
    }

    fn at(&self, u: f64, street: f64) -> P {
        let (far, over, phase) = self.swing;
        let bend = far * ((u / over + phase).sin() - phase.sin());
        self.axis.world(u, (street - (self.count as f64 - 1.0) / 2.0) * self.spacing + bend)
    }

    fn line(&self, from: f64, to: f64, street: f64) -> Vec<P> {
        let pieces = ((to - from) / 45.0).ceil().max(1.0);
        (0..=pieces as usize).map(|k| self.at(from + (to - from) * k as f64 / pieces, street)).collect()
    }
}

/// A whole village.
pub fn draw(ground: &Ground, settlement: &Settlement, number: i64, needs: &[AmenityKind]) -> Draft {
    let mut chance = Chance::of(ground.facts.sketch.seed, &[37, number]);
    let layout = Layout::new(settlement, &mut chance);
    let reach = (layout.length / 2.0).hypot(layout.count as f64 * layout.spacing / 2.0) + 520.0;
    let mut draft = Draft::new(number, settlement, reach, ground.facts.sketch.seed);
    super::town::take_tracks(&mut draft, ground, settlement, reach);
    let ways = streets(ground, &layout, settlement, &mut chance);
    for way in &ways {
        draft.street(way);
    }
    outline(&mut draft, ground, &layout);
    let middle = layout.count / 2;
    let anchors = [0.0, 0.14, -0.14, 0.28, -0.3].map(|share| layout.at(share * layout.length, middle as f64 + 0.3));
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
    let half = layout.length / 2.0;
    let mut ways = Vec::new();
    let name = |chance: &mut Chance| ground.lexicon.streets.get(chance.index(ground.lexicon.streets.len())).copied().unwrap_or_default();
    let mut add = |line: Vec<P>, way: Way, over_tracks: bool| {
        let dry = |p: P| ground.waters.clearance(p) > 38.0 && (over_tracks || ground.rails.clearance(p) > 45.0);
        ways.extend(super::town::stretches(&line, 60.0, dry).into_iter().map(|points| Way { points, ..way.clone() }));
    };
    for street in 0..layout.count {
        let main = street == layout.count / 2;
        let (from, to) = if main { (-half * 1.04, half * 1.04) } else { (-half * chance.range(0.7, 1.05), half * chance.range(0.7, 1.05)) };
        let way = if main {
            Way::new(Vec::new(), settlement.main_class, 2, 8.0)
        } else {
            Way { paved: chance.happens(0.3), ..Way::new(Vec::new(), StreetClass::Residential, 2, 6.0) }
        };
        add(layout.line(from, to, street as f64), way.named(name(chance)), main);
    }
    let crossings = if layout.count > 1 { (layout.length / 260.0).round().max(1.0) as usize } else { 0 };
    for k in 0..=crossings {
        if layout.count == 1 {
            break;
        }
        let u = (k as f64 / crossings as f64 - 0.5) * layout.length * 0.9 + chance.range(-25.0, 25.0);
        let last = layout.count as f64 - 1.0;
        let line = (0..=(4 * (layout.count - 1))).map(|step| layout.at(u, last * step as f64 / (4 * (layout.count - 1)) as f64)).collect();
        let way = Way { paved: false, ..Way::new(Vec::new(), StreetClass::Residential, 2, 6.0) };
        add(line, way.named(name(chance)), false);
    }
    let lines = joined(ways.iter().map(|way| way.points.clone()).collect());
    let kept = in_largest_part(&lines);
    let joined = ways.into_iter().zip(lines).zip(kept).filter(|((_, line), kept)| *kept && line.len() > 1);
    joined.map(|((way, points), _)| Way { points, ..way }).collect()
}

/// The village's ground: its streets with the plots on either side, rounded at the corners.
fn outline(draft: &mut Draft, ground: &Ground, layout: &Layout) {
    let half = layout.length / 2.0;
    let last = layout.count as f64 - 1.0;
    let aside = 62.0 / layout.spacing;
    let one = layout.line(-half, half, -aside);
    let other = layout.line(-half, half, last + aside);
    let end = |u: f64| [layout.at(u, -aside * 0.4), layout.at(u, last + aside * 0.4)];
    let mut ring = one;
    ring.extend(end(half + 40.0));
    ring.extend(other.into_iter().rev());
    ring.extend(end(-half - 40.0).into_iter().rev());
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
    let (u, street) = (side * (layout.length / 2.0 + 190.0), draft.chance.range(-0.5, layout.count as f64 - 0.5));
    let centre = layout.at(u, street);
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
    let street = if draft.chance.happens(0.5) { -2.4 } else { layout.count as f64 + 1.4 };
    let plot = Oblong::new(layout.at(u, street), layout.axis.along, draft.chance.range(50.0, 90.0), draft.chance.range(40.0, 70.0));
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
            draft.tree(sub(p, [0.0, 0.0]));
        }
    }
}
