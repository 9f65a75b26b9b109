//! What stands along a street: houses with plots, perimeter blocks, rows of panel blocks, towers, halls, garages.

use super::chance::Chance;
use super::draft::{Draft, Ground, Look};
use super::plane::{Oblong, P, add, dist, left, lerp, scale, sub, unit};
use crate::twin::model::building::{Building, BuildingUse, RoofShape};
use crate::twin::model::id::unit_fraction;
use crate::twin::model::names::TextId;

/// Share of the plots of garden societies that have a house: some 2,400 plots are drawn, and about 600 houses stand in the five societies by
/// the river (ng.kz storyid 58831, 2024).
const GARDEN_HOUSES: f64 = 0.25;

/// What a part of a settlement looks like; the letter is what plans write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Character {
    /// `.` nothing.
    Empty,
    /// `c` two to five storeys along the streets.
    Perimeter,
    /// `p` rows of five and nine storeys.
    Panels,
    /// `t` new towers.
    Towers,
    /// `x` new quarter, being built.
    Rising,
    /// `d` detached houses with plots.
    Houses,
    /// `i` works and storage.
    Industry,
    /// `g` rows of garages.
    Garages,
    /// `k` park.
    Park,
    /// `a` garden society.
    Gardens,
    /// `u` hospitals, colleges.
    Campus,
    /// A village's street.
    Village,
}

impl Character {
    pub fn from_letter(letter: char) -> Self {
        use Character::*;
        match letter {
            'c' => Perimeter,
            'p' => Panels,
            't' => Towers,
            'x' => Rising,
            'd' => Houses,
            'i' => Industry,
            'g' => Garages,
            'k' => Park,
            'a' => Gardens,
            'u' => Campus,
            _ => Empty,
        }
    }

    /// Distance between its inner streets, metres, and between the streets square to them; none has none.
    pub fn street_spacing(self) -> Option<(f64, f64)> {
        use Character::*;
        match self {
            Perimeter => Some((138.0, 178.0)),
            Panels => Some((112.0, 240.0)),
            Towers => Some((130.0, 220.0)),
            Rising => Some((160.0, 230.0)),
            Houses => Some((86.0, 260.0)),
            Industry => Some((190.0, 400.0)),
            Garages => Some((24.0, 500.0)),
            Gardens => Some((62.0, 300.0)),
            Campus => Some((210.0, 230.0)),
            Park | Empty | Village => None,
        }
    }
}

/// One thing to be put at a street: its size, how far behind the street's edge, and what follows.
struct Lot {
    length: f64,
    depth: f64,
    setback: f64,
    gap: f64,
    look: Look,
    /// Shed behind the house.
    shed: bool,
}

/// A street whose sides are to be built up.
pub struct Front<'a> {
    pub points: &'a [P],
    pub width: f64,
    /// The street of the addresses.
    pub address: TextId,
}

/// Builds up both sides of a street, as the character at each place asks for.
pub fn build_up(draft: &mut Draft, ground: &Ground, front: &Front, character: &dyn Fn(P) -> Character) {
    let run = Run::new(front.points);
    for side in 0..2 {
        let turn = if side == 0 { 1.0 } else { -1.0 };
        let (mut at, mut number) = (3.0, side + 1);
        while at < run.length() - 8.0 {
            let (p, direction) = run.at(at + 6.0);
            let normal = scale(left(direction), turn);
            let probe = add(p, scale(normal, front.width / 2.0 + 14.0));
            let Some(lot) = lot(character(probe), &mut draft.chance) else {
                at += 25.0;
                continue;
            };
            if at + lot.length > run.length() + 3.0 {
                at += lot.length.min(12.0);
                continue;
            }
            let (middle, direction) = run.at(at + lot.length / 2.0);
            let normal = scale(left(direction), turn);
            let centre = add(middle, scale(normal, front.width / 2.0 + lot.setback + lot.depth / 2.0));
            let oblong = Oblong::new(centre, direction, lot.length, lot.depth);
            if !stands(draft, ground, &oblong, if lot.length < 30.0 { 1.5 } else { 5.0 }) {
                at += 7.0;
                continue;
            }
            if character(probe) == Character::Gardens && !has_house(centre) {
                // The plot is there, with its number, and beds on it.
                draft.occupancy.take(oblong);
                draft.id();
                number += 2;
                at += lot.length + lot.gap;
                continue;
            }
            let index = draft.building(oblong, lot.look);
            address(&mut draft.buildings.features[index], ground, front, number);
            number += 2;
            if lot.shed {
                shed(draft, ground, &oblong, normal);
            }
            at += lot.length + lot.gap;
        }
    }
}

/// Whether a house stands on a plot of a garden society, by its place: nothing else is drawn otherwise for it.
fn has_house(plot: P) -> bool {
    let [east, north] = plot.map(|metres| (metres * 10.0).round() as i64 as u64);
    unit_fraction(east ^ north.rotate_left(32)) < GARDEN_HOUSES
}

fn address(building: &mut Building, ground: &Ground, front: &Front, number: usize) {
    let numbers = &ground.lexicon.numbers;
    if !front.address.is_empty() && building.usage.value != BuildingUse::Garage && number <= numbers.len() {
        building.street = front.address;
        building.house_number = numbers[number - 1];
    }
}

/// A line by distance along it.
struct Run<'a> {
    points: &'a [P],
    /// Distance of each point from the start.
    far: Vec<f64>,
}

impl<'a> Run<'a> {
    fn new(points: &'a [P]) -> Self {
        let mut far = vec![0.0];
        for pair in points.windows(2) {
            far.push(far[far.len() - 1] + dist(pair[0], pair[1]));
        }
        Self { points, far }
    }

    fn length(&self) -> f64 {
        self.far[self.far.len() - 1]
    }

    /// The point so far along, and the direction there.
    fn at(&self, metres: f64) -> (P, P) {
        let next = self.far.partition_point(|&far| far <= metres).clamp(1, self.points.len() - 1);
        let (a, b) = (self.points[next - 1], self.points[next]);
        let step = self.far[next] - self.far[next - 1];
        (lerp(a, b, (metres - self.far[next - 1]) / step.max(1e-9)), unit(sub(b, a)))
    }
}

/// Whether an oblong is free and on dry land.
pub fn stands(draft: &Draft, ground: &Ground, oblong: &Oblong, apart: f64) -> bool {
    draft.occupancy.is_free(oblong, apart) && {
        let reach = oblong.half[0].hypot(oblong.half[1]);
        ground.waters.clearance(oblong.centre) > reach + 12.0
    }
}

fn shed(draft: &mut Draft, ground: &Ground, house: &Oblong, normal: P) {
    let (length, depth) = (draft.chance.range(4.0, 8.0), draft.chance.range(3.5, 6.0));
    let along = scale(house.along, draft.chance.range(-5.0, 5.0));
    let back = scale(normal, house.half[1] + depth / 2.0 + draft.chance.range(4.0, 14.0));
    let oblong = Oblong::new(add(house.centre, add(along, back)), house.along, length, depth);
    if stands(draft, ground, &oblong, 1.0) {
        let roof = if draft.chance.happens(0.6) { RoofShape::Skillion } else { RoofShape::Gabled };
        draft.building(oblong, Look { usage: BuildingUse::Outbuilding, levels: 1, storey: 2.3, roof, roof_height: 0.7, angled: false });
    }
}

fn lot(character: Character, chance: &mut Chance) -> Option<Lot> {
    use Character::*;
    match character {
        Houses => Some(house(chance, 17.5, 23.0, 0.16)),
        Village => Some(house(chance, 24.0, 35.0, 0.36)),
        Gardens => Some(garden_house(chance)),
        Perimeter => Some(perimeter(chance)),
        Panels => Some(panel(chance)),
        Towers => Some(tower(chance)),
        Rising => chance.happens(0.45).then(|| tower(chance)),
        Industry => Some(hall(chance)),
        Garages => Some(garages(chance)),
        Campus => Some(campus(chance)),
        Park | Empty => None,
    }
}

/// Something to stand within a block: its length, depth and distance from others, metres, and its look; a playground has none.
pub fn infill_of(character: Character, chance: &mut Chance) -> Option<(f64, f64, f64, Option<Look>)> {
    let garage = Look::block(BuildingUse::Garage, 1, 2.7);
    let kiosk = Look::block(BuildingUse::Retail, 1, 3.6);
    let substation = Look::block(BuildingUse::Outbuilding, 1, 3.2);
    let draw = chance.index(10);
    Some(match (character, draw) {
        (Character::Perimeter, 0..=3) => {
            let levels = [2, 3, 5, 5][chance.index(4)];
            (chance.range(26.0, 58.0), 12.5, 13.0, Some(Look::block(BuildingUse::Apartments, levels, 3.0)))
        }
        (Character::Perimeter, 4..=6) => (chance.range(14.0, 40.0), 6.0, 6.0, Some(garage)),
        (Character::Perimeter, 7) => (chance.range(12.0, 24.0), 11.0, 8.0, Some(kiosk)),
        (Character::Panels | Character::Towers, 0..=1) => (chance.range(18.0, 42.0), 6.0, 9.0, Some(garage)),
        (Character::Panels | Character::Towers, 2) => (chance.range(14.0, 26.0), 13.0, 12.0, Some(kiosk)),
        (Character::Industry, 0..=6) => {
            let look = Look::block(BuildingUse::Storage, 1, chance.range(4.0, 7.0));
            (chance.range(10.0, 46.0), chance.range(9.0, 20.0), 9.0, Some(look))
        }
        (Character::Industry | Character::Campus, _) => (chance.range(6.0, 12.0), 6.0, 8.0, Some(substation)),
        (Character::Panels | Character::Towers, 3..=4) => (6.5, 5.0, 8.0, Some(substation)),
        _ => (chance.range(18.0, 28.0), chance.range(13.0, 18.0), 6.0, None),
    })
}

fn house(chance: &mut Chance, least_plot: f64, greatest_plot: f64, sheds: f64) -> Lot {
    let (length, depth) = (chance.range(7.5, 12.5), chance.range(8.0, 13.0));
    let plot = chance.range(least_plot, greatest_plot);
    let levels = if chance.happens(0.12) { 2 } else { 1 };
    let angled = chance.happens(0.2);
    let roof = match chance.index(10) {
        0..=5 if !angled => RoofShape::Gabled,
        6 if !angled => RoofShape::Pyramidal,
        _ => RoofShape::Hipped,
    };
    let look = Look { usage: BuildingUse::House, levels, storey: 2.9, roof, roof_height: chance.range(1.6, 2.8), angled };
    Lot { length, depth, setback: chance.range(3.5, 7.0), gap: (plot - length).max(3.5), look, shed: chance.happens(sheds) }
}

fn garden_house(chance: &mut Chance) -> Lot {
    let look = Look { usage: BuildingUse::House, levels: 1, storey: 2.5, roof: RoofShape::Gabled, roof_height: 1.8, angled: false };
    Lot {
        length: chance.range(4.5, 7.0),
        depth: chance.range(4.5, 7.5),
        setback: chance.range(3.0, 9.0),
        gap: chance.range(13.0, 18.0),
        look,
        shed: false,
    }
}

fn perimeter(chance: &mut Chance) -> Lot {
    let levels = [2, 3, 3, 4, 4, 5, 5, 5][chance.index(8)];
    let usage = [
        BuildingUse::Apartments,
        BuildingUse::Apartments,
        BuildingUse::Apartments,
        BuildingUse::Apartments,
        BuildingUse::Office,
        BuildingUse::Retail,
        BuildingUse::Public,
    ][chance.index(7)];
    let roof = if levels < 4 {
        RoofShape::Hipped
    } else if chance.happens(0.4) {
        RoofShape::Gabled
    } else {
        RoofShape::Flat
    };
    let roof_height = if roof == RoofShape::Flat { 0.0 } else { chance.range(2.0, 3.2) };
    let look = Look { usage, levels, storey: 3.1, roof, roof_height, angled: false };
    Lot {
        length: chance.range(24.0, 72.0),
        depth: chance.range(12.0, 15.0),
        setback: chance.range(4.0, 7.0),
        gap: chance.range(9.0, 24.0),
        look,
        shed: false,
    }
}

fn panel(chance: &mut Chance) -> Lot {
    let nine = chance.happens(0.27);
    let small = chance.happens(0.07);
    let (levels, length) = match (small, nine) {
        (true, _) => (1, chance.range(18.0, 30.0)),
        (_, true) => (9, chance.range(34.0, 76.0)),
        _ => (5, chance.range(56.0, 98.0)),
    };
    let usage = if small { BuildingUse::Retail } else { BuildingUse::Apartments };
    let look = Look::block(usage, levels, if small { 4.2 } else { 2.85 });
    Lot { length, depth: chance.range(11.5, 13.0), setback: chance.range(7.0, 11.0), gap: chance.range(20.0, 42.0), look, shed: false }
}

fn tower(chance: &mut Chance) -> Lot {
    let slab = chance.happens(0.4);
    let levels = if slab { chance.whole(7, 10) } else { chance.whole(9, 19) } as u8;
    let length = if slab { chance.range(40.0, 68.0) } else { chance.range(20.0, 28.0) };
    let depth = if slab { chance.range(14.0, 16.0) } else { chance.range(18.0, 24.0) };
    Lot {
        length,
        depth,
        setback: chance.range(8.0, 14.0),
        gap: chance.range(24.0, 46.0),
        look: Look::block(BuildingUse::Apartments, levels, 3.0),
        shed: false,
    }
}

fn hall(chance: &mut Chance) -> Lot {
    let usage = if chance.happens(0.55) { BuildingUse::Industrial } else { BuildingUse::Storage };
    let roof = if chance.happens(0.45) { RoofShape::Gabled } else { RoofShape::Flat };
    let roof_height = if roof == RoofShape::Gabled { chance.range(2.0, 3.5) } else { 0.0 };
    let look =
        Look { usage, levels: chance.whole(1, 2) as u8, storey: chance.range(5.0, 7.0), roof, roof_height, angled: chance.happens(0.1) };
    Lot {
        length: chance.range(24.0, 110.0),
        depth: chance.range(16.0, 46.0),
        setback: chance.range(8.0, 22.0),
        gap: chance.range(14.0, 48.0),
        look,
        shed: false,
    }
}

fn garages(chance: &mut Chance) -> Lot {
    let look = Look::block(BuildingUse::Garage, 1, 2.7);
    Lot { length: chance.range(38.0, 84.0), depth: 6.2, setback: 1.6, gap: chance.range(5.0, 9.0), look, shed: false }
}

fn campus(chance: &mut Chance) -> Lot {
    let usage = if chance.happens(0.5) { BuildingUse::Health } else { BuildingUse::Public };
    let look = Look { angled: chance.happens(0.3), ..Look::block(usage, chance.whole(2, 5) as u8, 3.4) };
    Lot {
        length: chance.range(34.0, 80.0),
        depth: chance.range(14.0, 20.0),
        setback: chance.range(14.0, 26.0),
        gap: chance.range(28.0, 60.0),
        look,
        shed: false,
    }
}
