//! Railways: smooth lines through the known points, over bridges where they cross rivers.

use super::cells::Cells;
use super::draft::Ground;
use super::facts::Facts;
use super::plane::{P, densified, dist, from_segment, lerp, positions, simplified, smooth};
use super::waters::Waters;
use crate::twin::model::id::{FeatureId, IdKind};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::railway::{Railway, RailwayClass};
use crate::twin::model::region::Region;

const CELL: f64 = 1000.0;

/// A railway.
pub struct Rail {
    /// Index among the sketch's railways.
    pub fact: usize,
    pub points: Vec<P>,
}

/// All railways with an index by place.
pub struct Rails {
    pub lines: Vec<Rail>,
    cells: Cells<Vec<(P, P)>>,
}

fn cell(p: P) -> (i32, i32) {
    ((p[0] / CELL).floor() as i32, (p[1] / CELL).floor() as i32)
}

impl Rails {
    pub fn new(facts: &Facts) -> Self {
        let line = |(fact, railway): (usize, &super::facts::RailwayFact)| {
            let known: Vec<P> = railway.points.iter().map(|&at| facts.at(at)).collect();
            Rail { fact, points: simplified(&smooth(&known, 120.0), 1.0) }
        };
        let lines: Vec<Rail> = facts.sketch.railways.iter().enumerate().map(line).collect();
        let mut cells: Cells<Vec<(P, P)>> = Cells::default();
        for pair in lines.iter().flat_map(|rail| rail.points.windows(2)) {
            for piece in densified(pair, CELL).windows(2) {
                let (a, b) = (cell(piece[0]), cell(piece[1]));
                for x in a.0.min(b.0) - 1..=a.0.max(b.0) + 1 {
                    for y in a.1.min(b.1) - 1..=a.1.max(b.1) + 1 {
                        cells.entry((x, y)).or_default().push((piece[0], piece[1]));
                    }
                }
            }
        }
        Self { lines, cells }
    }

    /// Distance to the nearest track, metres; a kilometre where there is none about.
    pub fn clearance(&self, p: P) -> f64 {
        self.cells.get(&cell(p)).into_iter().flatten().map(|&(a, b)| from_segment(p, a, b).0).fold(CELL, f64::min)
    }

    /// Distance to the nearest track wherever it is, metres.
    pub fn distance(&self, p: P) -> f64 {
        self.lines.iter().flat_map(|rail| rail.points.windows(2)).map(|pair| from_segment(p, pair[0], pair[1]).0).fold(f64::MAX, f64::min)
    }

    /// Stretches of track within a circle.
    pub fn within(&self, centre: P, radius: f64) -> impl Iterator<Item = &[P]> {
        self.lines.iter().flat_map(|rail| rail.points.windows(2)).filter(move |pair| from_segment(centre, pair[0], pair[1]).0 < radius)
    }
}

/// Adds the railways, cut at rivers.
pub fn add_to(region: &mut Region, ground: &Ground) {
    for rail in &ground.rails.lines {
        let fact = &ground.facts.sketch.railways[rail.fact];
        let name = fact.name.name(&mut region.strings);
        for (piece, (bridge, points)) in cut_at_rivers(ground.waters, &rail.points).into_iter().enumerate() {
            let railway = Railway {
                id: FeatureId::new(IdKind::Sketch, ((super::draft::APART + 1) << 24) | ((rail.fact as i64) << 12) | piece as i64),
                name,
                class: RailwayClass::Rail,
                tracks: fact.tracks,
                siding: fact.siding,
                bridge,
                level: i8::from(bridge),
                ..Default::default()
            };
            region.railways.push(railway, ShapeKind::Line, [&positions(&points)[..]]);
        }
    }
}

/// A line as stretches on land and on bridges: (whether a bridge, points). Neighbouring stretches share their end.
pub fn cut_at_rivers(waters: &Waters, line: &[P]) -> Vec<(bool, Vec<P>)> {
    let dense = densified(line, 400.0);
    let mut run = 0.0;
    let mut bridges: Vec<(f64, f64)> = Vec::new();
    for pair in dense.windows(2) {
        let step = dist(pair[0], pair[1]);
        for (t, half) in waters.crossings(pair[0], pair[1]) {
            let (from, to) = (run + (t - half) * step - 14.0, run + (t + half) * step + 14.0);
            match bridges.last_mut() {
                Some(last) if from < last.1 + 20.0 => last.1 = last.1.max(to),
                _ => bridges.push((from, to)),
            }
        }
        run += step;
    }
    bridges.iter_mut().for_each(|bridge| *bridge = (bridge.0.max(6.0), bridge.1.min(run - 6.0)));
    bridges.retain(|bridge| bridge.1 > bridge.0);
    let mut pieces = Vec::new();
    let mut from = 0.0;
    for &(first, last) in &bridges {
        pieces.push((false, between(line, from, first)));
        pieces.push((true, between(line, first, last)));
        from = last;
    }
    pieces.push((false, between(line, from, run)));
    pieces.retain(|(_, points)| points.len() > 1);
    pieces
}

/// The stretch of a line from one to another distance along it.
fn between(line: &[P], from: f64, to: f64) -> Vec<P> {
    let (mut points, mut run): (Vec<P>, f64) = (Vec::new(), 0.0);
    for pair in line.windows(2) {
        let step = dist(pair[0], pair[1]);
        let (first, last) = (from - run, to - run);
        if step > 0.0 && last > 0.0 && first < step {
            if points.is_empty() {
                points.push(lerp(pair[0], pair[1], (first / step).max(0.0)));
            }
            points.push(if last < step { lerp(pair[0], pair[1], last / step) } else { pair[1] });
        }
        run += step;
    }
    points.dedup_by(|a, b| dist(*a, *b) < 0.002);
    points
}
