//! What throws shade: buildings as prisms over their footprints, found by place.

use crate::twin::model::space::Position;
use std::collections::BTreeMap;
use std::ops::Range;

/// Side of a cell in which prisms are looked for [m].
const CELL: f64 = 100.0;
/// Cells across a block for which it is kept how high anything near it reaches.
const BLOCK: i32 = 8;
/// Prisms wider than this are asked one by one [m].
const WIDEST: f64 = 500.0;
/// What stands farther off throws no shade that counts [m].
pub const FARTHEST: f64 = 1_500.0;

/// A footprint drawn up from a base to a top.
#[derive(Clone, Debug, PartialEq)]
pub struct Prism {
    /// Underside [m above the sea]; −∞ for what stands on the ground.
    pub base: f64,
    /// Upper side [m above the sea]; −∞ for what throws no shade.
    pub top: f64,
    /// Middle of the box around it [m].
    pub centre: [f64; 2],
    /// Radius of the circle around it [m].
    pub radius: f64,
    rings: Range<u32>,
}

impl Prism {
    /// Whether it throws any shade.
    pub fn is_solid(&self) -> bool {
        self.top > self.base
    }

    /// Whether one can pass under it.
    pub fn is_raised(&self) -> bool {
        self.base > f64::NEG_INFINITY
    }
}

/// A cell in which some prisms have their middles.
#[derive(Clone, Debug)]
struct Cell {
    column: i32,
    members: Range<u32>,
    /// Greatest of the tops.
    top: f64,
    /// Greatest of the radii.
    radius: f64,
}

/// Prisms in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Prisms {
    prisms: Vec<Prism>,
    first_point: Vec<u32>,
    points: Vec<Position>,
    /// Number of the first row, and the cells of each.
    first_row: i32,
    rows: Vec<Vec<Cell>>,
    members: Vec<u32>,
    /// Those that are wider than cells are good for.
    wide: Vec<u32>,
    /// By block [row, column]: the highest top from which anything may reach into it; and of all.
    tallest: BTreeMap<[i32; 2], f64>,
    tallest_of_all: f64,
    widest: f64,
}

impl Prisms {
    /// Adds a prism. Rings of less than three points are left out; one without any, or without height, throws no shade.
    pub fn push<'a>(&mut self, rings: impl IntoIterator<Item = &'a [Position]>, base: f64, top: f64) {
        let first = self.first_point.len() as u32;
        let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        for ring in rings.into_iter().filter(|ring| ring.len() >= 3) {
            self.first_point.push(self.points.len() as u32);
            self.points.extend_from_slice(ring);
            for [east, north] in ring.iter().map(|point| point.metres()) {
                low = [low[0].min(east), low[1].min(north)];
                high = [high[0].max(east), high[1].max(north)];
            }
        }
        let rings = first..self.first_point.len() as u32;
        let is_sound = !rings.is_empty() && top.is_finite() && !base.is_nan() && top > base;
        let (base, top) = if is_sound { (base, top) } else { (f64::NEG_INFINITY, f64::NEG_INFINITY) };
        let (centre, radius) = if rings.is_empty() {
            ([0.0; 2], 0.0)
        } else {
            ([(low[0] + high[0]) / 2.0, (low[1] + high[1]) / 2.0], (high[0] - low[0]).hypot(high[1] - low[1]) / 2.0)
        };
        self.prisms.push(Prism { base, top, centre, radius, rings });
    }

    /// The first so many of these, to which others are to be added.
    pub fn first(&self, count: usize) -> Self {
        let prisms = self.prisms[..count.min(self.prisms.len())].to_vec();
        let rings = prisms.last().map_or(0, |last| last.rings.end as usize);
        let points = self.first_point.get(rings).map_or(self.points.len(), |point| *point as usize);
        let members = self.members.iter().filter(|number| (**number as usize) < count).copied().collect();
        let (first_point, points) = (self.first_point[..rings].to_vec(), self.points[..points].to_vec());
        Self { prisms, first_point, points, members, ..Self::default() }
    }

    /// Makes prisms that were added findable; to be called when all are there.
    pub fn arrange(&mut self) {
        let cell = |centre: [f64; 2]| centre.map(|value| (value / CELL).floor() as i32);
        let solid = || (0u32..).zip(&self.prisms).filter(|(_, prism)| prism.is_solid());
        self.wide = solid().filter(|(_, prism)| prism.radius > WIDEST).map(|(number, _)| number).collect();
        let placed = |number: u32| {
            let [column, row] = cell(self.prisms[number as usize].centre);
            ([row, column], number)
        };
        // Those that were in order before come first, so that sorting finds little to do.
        let new = self.members.iter().max().map_or(0, |last| last + 1);
        let added = solid().filter(|(number, prism)| *number >= new && prism.radius <= WIDEST).map(|(number, _)| number);
        let mut order: Vec<([i32; 2], u32)> = self.members.iter().copied().chain(added).map(placed).collect();
        order.sort();
        self.first_row = order.first().map_or(0, |(cell, _)| cell[0]);
        let last_row = order.last().map_or(self.first_row - 1, |(cell, _)| cell[0]);
        self.rows = vec![Vec::new(); usize::try_from(i64::from(last_row) - i64::from(self.first_row) + 1).unwrap_or(0)];
        (self.tallest, self.widest) = (BTreeMap::new(), 0.0);
        let mut blocks: BTreeMap<[i32; 2], f64> = BTreeMap::new();
        let mut at = 0u32;
        for group in order.chunk_by(|a, b| a.0 == b.0) {
            let ([row, column], members) = (group[0].0, at..at + group.len() as u32);
            at = members.end;
            let mut cell = Cell { column, members, top: f64::NEG_INFINITY, radius: 0.0 };
            for prism in group.iter().filter_map(|(_, number)| self.prisms.get(*number as usize)) {
                (cell.top, cell.radius) = (cell.top.max(prism.top), cell.radius.max(prism.radius));
            }
            self.widest = self.widest.max(cell.radius);
            let top = blocks.entry([row, column].map(|index| index.div_euclid(BLOCK))).or_insert(f64::NEG_INFINITY);
            *top = top.max(cell.top);
            if let Some(cells) = self.rows.get_mut((row - self.first_row) as usize) {
                cells.push(cell);
            }
        }
        self.members = order.into_iter().map(|(_, number)| number).collect();
        self.tallest_of_all = blocks.values().copied().fold(f64::NEG_INFINITY, f64::max);
        let around = ((FARTHEST + 2.0 * self.widest + CELL) / (CELL * f64::from(BLOCK))).ceil() as i32;
        for ([row, column], top) in blocks {
            for block in (-around..=around).flat_map(|up| (-around..=around).map(move |right| [row + up, column + right])) {
                let tallest = self.tallest.entry(block).or_insert(f64::NEG_INFINITY);
                *tallest = tallest.max(top);
            }
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.prisms.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.prisms.is_empty()
    }

    /// The prism of a number.
    pub fn get(&self, number: u32) -> Option<&Prism> {
        self.prisms.get(number as usize)
    }

    /// All of them.
    pub fn all(&self) -> &[Prism] {
        &self.prisms
    }

    /// The highest top from which shade may come to a circle [m above the sea]; −∞ where none does.
    fn tallest(&self, at: [f64; 2], radius: f64) -> f64 {
        if radius > self.widest + CELL {
            return self.tallest_of_all;
        }
        let block = [at[1], at[0]].map(|value| ((value / CELL).floor() as i32).div_euclid(BLOCK));
        self.tallest.get(&block).copied().unwrap_or(f64::NEG_INFINITY)
    }

    /// The rings of a prism: what it bounds is on the left of their edges.
    pub fn rings(&self, prism: &Prism) -> impl Iterator<Item = &[Position]> + Clone + use<'_> {
        let end = |ring: u32| self.first_point.get(ring as usize + 1).map_or(self.points.len(), |point| *point as usize);
        prism.rings.clone().filter_map(move |ring| self.points.get(*self.first_point.get(ring as usize)? as usize..end(ring)))
    }

    /// Whether the prism of a number stands as it does among others.
    pub fn stands_as_in(&self, number: u32, others: &Self) -> bool {
        let (Some(own), Some(other)) = (self.get(number), others.get(number)) else { return false };
        own.base == other.base && own.top == other.top && self.rings(own).eq(others.rings(other))
    }

    /// The edges of a prism as seen from a point [m].
    pub fn edges(&self, prism: &Prism, from: [f64; 2]) -> impl Iterator<Item = ([f64; 2], [f64; 2])> {
        let seen = move |point: &Position| [point.east() - from[0], point.north() - from[1]];
        self.rings(prism).flat_map(move |ring| ring.iter().zip(ring.iter().cycle().skip(1)).map(move |(a, b)| (seen(a), seen(b))))
    }

    /// Whether a point lies within the footprint of a prism (even–odd rule).
    pub fn covers(&self, prism: &Prism, point: [f64; 2]) -> bool {
        if distance(prism.centre, point) > prism.radius {
            return false;
        }
        let crossings = self.edges(prism, point).filter(|(a, b)| {
            let side = a[0] * (b[1] - a[1]) - a[1] * (b[0] - a[0]);
            (a[1] > 0.0) != (b[1] > 0.0) && (side > 0.0) == (b[1] > a[1])
        });
        crossings.count() % 2 == 1
    }

    /// Calls `found` with the number of every prism that may reach a circle: whose top is higher than `lowest` by more than `slope` times
    /// the gap between the two, but not farther off than `farthest` [m].
    pub fn near(&self, centre: [f64; 2], radius: f64, lowest: f64, slope: f64, farthest: f64, mut found: impl FnMut(u32, &Prism)) {
        let is_near = |prism: &Prism| {
            let gap = distance(prism.centre, centre) - radius - prism.radius;
            gap <= farthest && prism.top - lowest > slope * gap.max(0.0)
        };
        for number in &self.wide {
            self.get(*number).filter(|prism| is_near(prism)).into_iter().for_each(|prism| found(*number, prism));
        }
        let height = self.tallest(centre, radius) - lowest;
        if height <= 0.0 || !height.is_finite() || !radius.is_finite() {
            return;
        }
        let reach = (height / slope.max(1e-6)).min(farthest.min(FARTHEST)).max(0.0) + radius + self.widest;
        let ends = |axis: usize| [centre[axis] - reach, centre[axis] + reach].map(|value| (value / CELL).floor() as i32);
        let ([left, right], [bottom, top]) = (ends(0), ends(1));
        let first = (i64::from(bottom) - i64::from(self.first_row)).max(0) as usize;
        let last = (i64::from(top) - i64::from(self.first_row) + 1).clamp(0, self.rows.len() as i64) as usize;
        for (row, cells) in (first..last).zip(self.rows.get(first..last.max(first)).unwrap_or(&[])) {
            let row = self.first_row + row as i32;
            let from = cells.partition_point(|cell| cell.column < left);
            for cell in cells.iter().skip(from).take_while(|cell| cell.column <= right) {
                let gap = gap_to_cell(centre, [cell.column, row]) - radius - cell.radius;
                if gap > farthest || cell.top - lowest <= slope * gap.max(0.0) {
                    continue;
                }
                for number in self.members.get(cell.members.start as usize..cell.members.end as usize).unwrap_or(&[]) {
                    self.get(*number).filter(|prism| is_near(prism)).into_iter().for_each(|prism| found(*number, prism));
                }
            }
        }
    }
}

/// Distance in the plane [m].
pub fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    let [east, north] = [a[0] - b[0], a[1] - b[1]];
    // Metres of a region are far from what squares could not hold; `hypot` takes five times as long.
    (east * east + north * north).sqrt()
}

/// How far a point is from a cell.
fn gap_to_cell(point: [f64; 2], cell: [i32; 2]) -> f64 {
    let outside = |axis: usize| {
        let low = f64::from(cell[axis]) * CELL;
        (low - point[axis]).max(point[axis] - low - CELL).max(0.0)
    };
    distance([outside(0), outside(1)], [0.0; 2])
}
