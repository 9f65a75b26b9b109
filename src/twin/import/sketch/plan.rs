//! The plan of a town: a grid of main streets, straight in the middle and looser outside, and the character of each cell.

use super::blocks::Character;
use super::chance::Chance;
use super::draft::Ground;
use super::facts::{AvenueClass, Line, PlanFact};
use super::noisy::Noise;
use super::plane::{Axis, Oblong, P, dist, inside, lerp};
use super::settlements::Settlement;
use crate::twin::model::names::Name;
use crate::twin::model::street::StreetClass;

/// A main street: which line of the grid, and how it is built.
pub struct Avenue {
    pub line: Line,
    pub class: StreetClass,
    pub lanes: u8,
    pub name: Name,
}

/// A grid and what stands in its cells.
pub struct Plan {
    pub axis: Axis,
    /// Lines across, by metres along the axis; lines along, by metres across it.
    pub along: Vec<f64>,
    pub across: Vec<f64>,
    cells: Vec<Character>,
    nodes: Vec<P>,
    pub avenues: Vec<Avenue>,
}

pub fn street_class(class: AvenueClass) -> StreetClass {
    match class {
        AvenueClass::Trunk => StreetClass::Trunk,
        AvenueClass::Primary => StreetClass::Primary,
        AvenueClass::Secondary => StreetClass::Secondary,
        AvenueClass::Tertiary => StreetClass::Tertiary,
    }
}

impl Plan {
    /// The plan as a designer drew it; its lines move aside for buildings that are known.
    pub fn drawn(fact: &PlanFact, ground: &Ground, town: usize, settlement: &Settlement, known: &[Oblong]) -> Self {
        let axis = Axis { origin: settlement.at, along: settlement.along };
        let local: Vec<(P, f64)> = known.iter().map(|oblong| (axis.local(oblong.centre), oblong.half[0].max(oblong.half[1]))).collect();
        let along = moved(&fact.along, &local, 0);
        let across = moved(&fact.across, &local, 1);
        let columns = along.len().saturating_sub(1);
        let letters: Vec<Vec<char>> = fact.cells.iter().map(|row| row.chars().filter(|letter| !letter.is_whitespace()).collect()).collect();
        let letter = |i: usize, j: usize| letters.get(j).and_then(|row| row.get(i)).copied().unwrap_or('.');
        let cells =
            (0..columns * across.len().saturating_sub(1)).map(|cell| Character::from_letter(letter(cell % columns, cell / columns)));
        let avenues = fact.avenues.iter().zip(&ground.lexicon.avenues[town]).map(|(avenue, &name)| Avenue {
            line: avenue.line,
            class: street_class(avenue.class),
            lanes: avenue.lanes,
            name,
        });
        let (cells, avenues) = (cells.collect(), avenues.collect());
        Self { axis, along, across, cells, nodes: Vec::new(), avenues }
            .with_nodes(fact.straight, 55.0, ground.facts.sketch.seed)
            .with_blocks_about(known)
    }

    /// Where known buildings stand in what was drawn as a park, there is a built-up block.
    fn with_blocks_about(mut self, known: &[Oblong]) -> Self {
        for cell in 0..self.cells.len() {
            let quad = self.quad(cell);
            if self.cells[cell] == Character::Park && known.iter().any(|oblong| inside(&quad, oblong.centre)) {
                self.cells[cell] = Character::Perimeter;
            }
        }
        self
    }

    /// A seeded plan for a town of so many residents.
    pub fn seeded(ground: &Ground, settlement: &Settlement, number: i64) -> Self {
        let seed = ground.facts.sketch.seed;
        let mut chance = Chance::of(seed, &[31, number]);
        let population = settlement.population.value;
        let side = if population > 30_000 { 400.0 } else { 300.0 };
        let count = wanted_cells(population, side);
        let half = ((count as f64).sqrt() * 0.75).ceil() as i32 + 2;
        let lines = |chance: &mut Chance| -> Vec<f64> {
            (-half..=half).map(|k| (f64::from(k) - 0.5) * side + chance.range(-0.12, 0.12) * side).collect()
        };
        let axis = Axis { origin: settlement.at, along: settlement.along };
        let (along, across) = (lines(&mut chance), lines(&mut chance));
        let columns = along.len() - 1;
        let mut plan =
            Self { axis, along, across, cells: vec![Character::Empty; columns * columns], nodes: Vec::new(), avenues: Vec::new() }
                .with_nodes(1.2 * side, 0.16 * side, seed ^ number as u64);
        let order = plan.cells_from_the_middle(ground, &mut chance);
        let shares = Shares::of(population);
        for (rank, &cell) in order.iter().take(count).enumerate() {
            plan.cells[cell] = shares.character(rank as f64 / count as f64, &mut chance);
        }
        if let Some(&first) = order.first() {
            plan.keep_together(first);
        }
        plan.add_industry(ground, &order, count, population);
        plan.add_avenues();
        plan
    }

    /// Cells on dry land from the middle outwards, roughly.
    fn cells_from_the_middle(&self, ground: &Ground, chance: &mut Chance) -> Vec<usize> {
        let settlement_middle = self.axis.origin;
        let stretch = chance.range(0.75, 1.3);
        let mut order: Vec<(f64, usize)> = Vec::new();
        for cell in 0..self.cells.len() {
            let centre = self.centre(cell);
            let wet = self.quad(cell).iter().chain([&centre]).filter(|&&p| ground.waters.clearance(p) < 60.0).count();
            let local = self.axis.local(centre);
            let away = (local[0] * stretch).hypot(local[1] / stretch) * chance.range(0.82, 1.18);
            let over_a_river = super::plane::densified(&[settlement_middle, centre], 600.0)
                .windows(2)
                .any(|pair| !ground.waters.crossings(pair[0], pair[1]).is_empty());
            if wet < 2 && !over_a_river {
                order.push((away, cell));
            }
        }
        order.sort_by(|a, b| a.0.total_cmp(&b.0));
        order.into_iter().map(|(_, cell)| cell).collect()
    }

    /// Works on one side of the town: by the railway, where there is one.
    fn add_industry(&mut self, ground: &Ground, order: &[usize], count: usize, population: u32) {
        let share = if population > 30_000 { 0.14 } else { 0.1 };
        let wanted = ((count as f64 * share).round() as usize).max(1);
        let rail = |p: P| ground.rails.distance(p).min(6000.0);
        let side = self.axis.world(4000.0, 1500.0);
        let far = |plan: &Self, cell: usize| {
            let centre = plan.centre(cell);
            rail(centre) * 1.5 + 0.3 * dist(centre, side) + 0.6 * dist(centre, plan.axis.origin)
        };
        let mut outside: Vec<(f64, usize)> = order.iter().skip(count).take(3 * count).map(|&cell| (far(self, cell), cell)).collect();
        outside.sort_by(|a, b| a.0.total_cmp(&b.0));
        for _ in 0..wanted {
            let next = outside.iter().position(|&(_, cell)| self.neighbours(cell).any(|other| self.cells[other] != Character::Empty));
            let Some(next) = next else { break };
            let (_, cell) = outside.remove(next);
            self.cells[cell] = Character::Industry;
        }
    }

    /// Cells that share a side with a cell.
    fn neighbours(&self, cell: usize) -> impl Iterator<Item = usize> + use<> {
        let (columns, rows) = (self.columns() as isize, self.rows() as isize);
        let (i, j) = (cell as isize % columns, cell as isize / columns);
        let around = [(i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)];
        around.into_iter().filter(move |&(i, j)| i >= 0 && j >= 0 && i < columns && j < rows).map(move |(i, j)| (j * columns + i) as usize)
    }

    /// Empties cells that do not hang together with the first.
    fn keep_together(&mut self, first: usize) {
        let mut reached = vec![false; self.cells.len()];
        let mut open = vec![first];
        while let Some(cell) = open.pop() {
            if !std::mem::replace(&mut reached[cell], true) {
                open.extend(self.neighbours(cell).filter(|&other| self.cells[other] != Character::Empty));
            }
        }
        self.cells.iter_mut().zip(reached).filter(|(_, reached)| !reached).for_each(|(cell, _)| *cell = Character::Empty);
    }

    fn add_avenues(&mut self) {
        let middle = self.along.len() / 2;
        for (offset, class, lanes) in [(0, StreetClass::Secondary, 4), (2, StreetClass::Tertiary, 2)] {
            for line in [Line::Along(middle - offset), Line::Across(middle - offset)] {
                self.avenues.push(Avenue { line, class, lanes, name: Name::default() });
            }
        }
    }

    /// Sets the crossings of lines: exact within `straight` metres of the middle, looser beyond.
    fn with_nodes(mut self, straight: f64, loose: f64, seed: u64) -> Self {
        let (east, north) = (Noise::new(seed ^ 0xA1, 2), Noise::new(seed ^ 0xA2, 2));
        let node = |u: f64, v: f64| {
            let strength = ((u.hypot(v) - straight) / 1200.0).clamp(0.0, 1.0) * loose * 2.0;
            let (du, dv) = (east.at(u / 1500.0, v / 1500.0), north.at(u / 1500.0, v / 1500.0));
            self.axis.world(u + strength * du, v + strength * dv)
        };
        self.nodes = self.across.iter().flat_map(|&v| self.along.iter().map(move |&u| (u, v))).map(|(u, v)| node(u, v)).collect();
        self
    }

    pub fn columns(&self) -> usize {
        self.along.len() - 1
    }

    pub fn rows(&self) -> usize {
        self.across.len() - 1
    }

    pub fn node(&self, i: usize, j: usize) -> P {
        self.nodes[j * self.along.len() + i]
    }

    pub fn character(&self, i: isize, j: isize) -> Character {
        let inside = i >= 0 && j >= 0 && (i as usize) < self.columns() && (j as usize) < self.rows();
        if inside { self.cells[j as usize * self.columns() + i as usize] } else { Character::Empty }
    }

    pub fn cells(&self) -> &[Character] {
        &self.cells
    }

    /// Corners of a cell: in the order along, across, back.
    pub fn quad(&self, cell: usize) -> [P; 4] {
        let (i, j) = (cell % self.columns(), cell / self.columns());
        [self.node(i, j), self.node(i + 1, j), self.node(i + 1, j + 1), self.node(i, j + 1)]
    }

    pub fn centre(&self, cell: usize) -> P {
        let [a, _, c, _] = self.quad(cell);
        lerp(a, c, 0.5)
    }

    /// The cell of a place.
    pub fn cell_at(&self, p: P) -> Option<usize> {
        let [u, v] = self.axis.local(p);
        let i = self.along.partition_point(|&line| line <= u) as isize - 1;
        let j = self.across.partition_point(|&line| line <= v) as isize - 1;
        let around = [(0, 0), (-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, 1), (-1, 1), (1, -1)];
        let cells = around.into_iter().map(|(di, dj)| (i + di, j + dj));
        let valid = cells.filter(|&(i, j)| i >= 0 && j >= 0 && (i as usize) < self.columns() && (j as usize) < self.rows());
        valid.map(|(i, j)| j as usize * self.columns() + i as usize).find(|&cell| inside(&self.quad(cell), p))
    }

    pub fn character_at(&self, p: P) -> Character {
        self.cell_at(p).map_or(Character::Empty, |cell| self.cells[cell])
    }
}

/// Lines moved aside so that buildings that are known do not stand on them.
fn moved(lines: &[f64], known: &[(P, f64)], axis: usize) -> Vec<f64> {
    let cost = |line: f64, offset: f64| {
        let at = line + offset;
        let hit = |&(p, half): &(P, f64)| (half + 14.0 - (p[axis] - at).abs()).max(0.0);
        0.03 * offset.abs() + known.iter().map(hit).sum::<f64>()
    };
    let best = |&line: &f64| {
        let offsets = (0..=48).map(|k| f64::from((k + 1) / 2) * if k % 2 == 0 { 4.0 } else { -4.0 });
        offsets.min_by(|&a, &b| cost(line, a).total_cmp(&cost(line, b))).map_or(line, |offset| line + offset)
    };
    lines.iter().map(best).collect()
}

/// How many cells a town needs.
fn wanted_cells(population: u32, side: f64) -> usize {
    let people = f64::from(population);
    let area_each = 2000.0 / people.powf(0.23);
    ((people * area_each / (side * side)).round() as usize).max(6)
}

/// Which share of a town's cells, from the middle outwards, is what.
struct Shares {
    perimeter: f64,
    panels: f64,
}

impl Shares {
    fn of(population: u32) -> Self {
        match population {
            60_000.. => Self { perimeter: 0.16, panels: 0.44 },
            25_000.. => Self { perimeter: 0.12, panels: 0.34 },
            9_000.. => Self { perimeter: 0.07, panels: 0.1 },
            _ => Self { perimeter: 0.05, panels: 0.02 },
        }
    }

    fn character(&self, rank: f64, chance: &mut Chance) -> Character {
        let draw = chance.unit();
        if rank < self.perimeter {
            return if draw < 0.07 { Character::Park } else { Character::Perimeter };
        }
        if rank < self.perimeter + self.panels {
            return match draw {
                d if d < 0.55 => Character::Panels,
                d if d < 0.63 => Character::Park,
                _ => Character::Houses,
            };
        }
        match draw {
            d if d < 0.03 => Character::Park,
            d if d < 0.05 => Character::Garages,
            _ => Character::Houses,
        }
    }
}
