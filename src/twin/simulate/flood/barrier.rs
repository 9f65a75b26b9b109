//! Levees, walls and bridges as faces between cells: which faces a line crosses, and what gets through them.

use super::local_inertial::{Face, Step};
use super::weir::{Breach, discharge};
use crate::twin::diagnostic::Diagnostic;
use std::collections::BTreeMap;

/// A line that water has to get over, or through. Places in metres east and north of the grid's south-western corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Barrier {
    /// The line.
    pub line: Vec<[f64; 2]>,
    /// Height of its crest at each point of the line [m]. Where the ground is higher, that counts.
    pub crest: Vec<f64>,
    /// Coefficient of the weir [m^½/s].
    pub coefficient: f64,
    /// The opening of a bridge: height of its lower edge at each point [m]. Beneath it water runs as elsewhere.
    pub soffit: Option<Vec<f64>>,
    /// Where it gives way.
    pub breaches: Vec<Breach>,
}

/// Which way a face looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axis {
    /// Between a cell and its neighbour in the west.
    X,
    /// Between a cell and its neighbour in the south.
    Y,
}

/// A face that a barrier crosses.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossing {
    /// Column and row of the cell in the east or north of the face.
    pub cell: (usize, usize),
    /// Which way it looks.
    pub axis: Axis,
    /// Height of the crest [m].
    pub crest: f64,
    /// Height of the lower edge of an opening [m].
    pub soffit: Option<f64>,
    /// Metres of crest for a metre of face: faces go round corners where the line goes straight.
    pub share: f64,
    /// Coefficient of the weir.
    pub coefficient: f64,
    /// How far along the line it lies [m].
    pub along: f64,
    /// What gives way here.
    pub breach: Option<Breach>,
}

/// The faces between cells whose centres lie on either side of a barrier: no water gets between them. Where a line crosses itself, or another
/// one, the higher crest counts.
pub fn crossings(barriers: &[Barrier], columns: usize, rows: usize, cell: f64, notes: &mut Vec<Diagnostic>) -> Vec<Crossing> {
    let mut all: BTreeMap<(Axis, usize, usize), Crossing> = BTreeMap::new();
    for (number, barrier) in barriers.iter().enumerate() {
        let found = barrier.crossings(columns, rows, cell);
        if found.is_empty() {
            notes.push(Diagnostic::warning("flood-barrier-outside").with("number", number + 1));
        }
        let mut own: BTreeMap<(Axis, usize, usize), f64> = BTreeMap::new();
        let mut crosses = 0;
        for crossing in found {
            let key = (crossing.axis, crossing.cell.1, crossing.cell.0);
            let before = own.insert(key, crossing.along);
            crosses += usize::from(before.is_some_and(|before| (before - crossing.along).abs() > 4.0 * cell));
            let stands = all.get(&key).is_some_and(|known| known.crest >= crossing.crest);
            if !stands {
                all.insert(key, crossing);
            }
        }
        if crosses > 0 {
            notes.push(Diagnostic::warning("flood-barrier-crosses-itself").with("number", number + 1).with("faces", crosses));
        }
    }
    all.into_values().collect()
}

impl Barrier {
    fn crossings(&self, columns: usize, rows: usize, cell: f64) -> Vec<Crossing> {
        let mut found = Vec::new();
        let mut along = 0.0;
        let height = |heights: &[f64], place: usize| heights.get(place).or(heights.last()).copied().unwrap_or(f64::NAN);
        for (place, pair) in self.line.windows(2).enumerate() {
            let (from, to) = (pair[0], pair[1]);
            let length = (to[0] - from[0]).hypot(to[1] - from[1]);
            if !length.is_finite() || length <= 0.0 {
                continue;
            }
            let between = |heights: &[f64], share: f64| {
                let (first, second) = (height(heights, place), height(heights, place + 1));
                first + (second - first) * share
            };
            for (axis, across) in [(Axis::X, 1), (Axis::Y, 0)] {
                let share = length / ((to[0] - from[0]).abs() + (to[1] - from[1]).abs());
                for (cell, part) in cut(from, to, across, cell, [columns, rows]) {
                    let crest = between(&self.crest, part);
                    let along = along + length * part;
                    let breach = self.breaches.iter().find(|breach| (breach.from..=breach.to).contains(&along)).copied();
                    let soffit = self.soffit.as_ref().map(|soffit| between(soffit, part));
                    if crest.is_finite() {
                        found.push(Crossing { cell, axis, crest, soffit, share, coefficient: self.coefficient.max(0.0), along, breach });
                    }
                }
            }
            along += length;
        }
        found.sort_by(|a, b| a.along.total_cmp(&b.along));
        found
    }
}

/// Where a stretch crosses the lines through the centres of cells that run at right angles to `across`: the cell beyond the face that lies there,
/// and which part of the stretch lies before it.
fn cut(from: [f64; 2], to: [f64; 2], across: usize, cell: f64, size: [usize; 2]) -> Vec<((usize, usize), f64)> {
    let other = 1 - across;
    // In cells, with centres at whole numbers. Half open, so that a point on a centre line counts once.
    let place = |point: [f64; 2], axis: usize| point[axis] / cell - 0.5;
    let (a, b) = (place(from, across), place(to, across));
    let most = size[across] as f64;
    let first = a.min(b).ceil().clamp(0.0, most) as usize;
    let end = a.max(b).ceil().clamp(0.0, most) as usize;
    let meet = |number: usize| {
        let part = (number as f64 - a) / (b - a);
        let at = place(from, other) + (place(to, other) - place(from, other)) * part;
        // The face between the centres before and beyond.
        let beyond = at.floor() + 1.0;
        let inside = (1.0..size[other] as f64).contains(&beyond);
        let cell = if other == 0 { (beyond as usize, number) } else { (number, beyond as usize) };
        inside.then_some((cell, part))
    };
    (first..end).filter_map(meet).collect()
}

/// A face with a barrier at work.
#[derive(Clone, Debug)]
pub struct Gate {
    /// The place of the face.
    pub place: usize,
    /// The place on its other side.
    pub before: usize,
    /// What crosses there.
    pub crossing: Crossing,
    /// Flow when the step began [m²/s].
    pub held: f32,
    /// That through the opening.
    through: f32,
}

impl Gate {
    /// A gate between two places.
    pub fn new(place: usize, before: usize, crossing: Crossing) -> Self {
        Self { place, before, crossing, held: 0.0, through: 0.0 }
    }

    /// Height of the crest at a time [m].
    pub fn crest(&self, time: f64) -> f64 {
        let Crossing { crest, along, breach, .. } = &self.crossing;
        breach.map_or(*crest, |breach| breach.crest(*crest, *along, time))
    }

    /// Flow through and over it by the local inertial scheme, from what it was when the step began [m²/s]. `crest` and `soffit` in metres above the scale's zero.
    pub fn flow(&mut self, face: &Face, crest: f32, soffit: Option<f32>, step: &Step) -> f32 {
        let flow = self.held;
        let Some(soffit) = soffit else { return self.over(flow, face, crest, step) };
        let opening = soffit - face.bottom;
        if opening <= 0.0 {
            self.through = 0.0;
            return self.over(flow, face, crest, step);
        }
        let over = flow - self.through;
        self.through = step.through(self.through, face, face.bottom, opening);
        self.through + self.over(over, face, crest, step)
    }

    /// Over the crest: as over high ground, but no more than the weir lets pass.
    fn over(&self, flow: f32, face: &Face, crest: f32, step: &Step) -> f32 {
        let crest = crest.max(face.bottom);
        let share = self.crossing.share as f32;
        let most = share * discharge(face.first, face.second, crest, self.crossing.coefficient as f32);
        let runs = step.through(flow, face, crest, f32::INFINITY);
        if most >= 0.0 { runs.clamp(0.0, most) } else { runs.clamp(most, 0.0) }
    }
}
