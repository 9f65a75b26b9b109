//! Finite volumes of the first order, for supercritical flow and dam breaks: flux through faces, then water and momentum of cells.

use super::GRAVITY;
use super::barrier::{Axis, Gate};
use super::basin::Basin;
use super::boundary::{Asked, Outlet};
use super::hll::{Flux, Side, THIN, flux, velocity};
use super::local_inertial::inverse_cube_root;
use super::scale::{WALL, whole};
use super::tiles::{BAND, Span};
use super::weir::discharge;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Faces that are not like others: by line and column, for each axis.
#[derive(Clone, Debug, Default)]
pub struct Odd {
    faces: [BTreeMap<usize, Special>; 2],
}

#[derive(Clone, Debug)]
enum Special {
    Gate(Box<Gate>),
    Outlet(usize, Outlet),
}

impl Odd {
    /// From barriers and edges.
    pub fn new(gates: Vec<Gate>, outlets: &[Outlet]) -> Self {
        let mut odd = Self::default();
        for gate in gates {
            odd.faces[usize::from(gate.crossing.axis == Axis::Y)].insert(gate.place, Special::Gate(Box::new(gate)));
        }
        for (number, outlet) in outlets.iter().enumerate() {
            odd.faces[usize::from(!outlet.is_x)].insert(outlet.face, Special::Outlet(number, outlet.clone()));
        }
        odd
    }
}

/// What is the same for all faces in a step.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Its length [s].
    pub seconds: f32,
    /// When it begins [s].
    pub time: f64,
    /// From which depth on water has come, in units.
    pub arrives: i32,
}

/// What a band found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Greatest depth.
    pub deepest: i32,
    /// Greatest speed of waves, both ways together [m/s].
    pub wave: f32,
    /// What left through outlets, in units.
    pub left: Vec<(usize, i32)>,
    /// Cells from which more ran than they had.
    pub below: Vec<usize>,
}

/// Water and discharge of some lines as they were.
#[derive(Clone, Debug, Default)]
struct Old {
    depth: Vec<i32>,
    x: Vec<f32>,
    y: Vec<f32>,
}

/// A band and what it has to know.
struct Band<'a> {
    old: Old,
    /// Place of the first number of `old`.
    start: usize,
    ground: &'a [i32],
    stride: usize,
    unit: f32,
    datum: f64,
    units: f32,
    odd: &'a Odd,
    asked: &'a [Asked],
    pace: Pace,
}

/// A flux, and the units of depth that it moves.
type Moved = (Flux, i32);

impl Band<'_> {
    /// A place's depth in units, and velocities through and along faces of an axis.
    fn state(&self, place: usize, axis: usize) -> (i32, f32, f32) {
        let place = place - self.start;
        let depth = self.old.depth[place];
        let metres = depth as f32 * self.unit;
        let (u, v) = (velocity(self.old.x[place], metres), velocity(self.old.y[place], metres));
        if axis == 0 { (depth, u, v) } else { (depth, v, u) }
    }

    /// The two sides of a face, above the higher ground.
    fn sides(&self, place: usize, axis: usize) -> [Side; 2] {
        let before = if axis == 0 { place - 1 } else { place - self.stride };
        let (za, zb) = (self.ground[before], self.ground[place]);
        let ((ha, ua, va), (hb, ub, vb)) = (self.state(before, axis), self.state(place, axis));
        // A wall is a mirror.
        let (za, zb) = (if za == WALL { zb } else { za }, if zb == WALL { za } else { zb });
        let bottom = za.max(zb);
        let side = |ground: i32, depth: i32, normal: f32, along: f32| Side {
            depth: (ground + depth - bottom).max(0) as f32 * self.unit,
            normal,
            along,
        };
        let (a, b) = (side(za, ha, ua, va), side(zb, hb, ub, vb));
        match (self.ground[before] == WALL, self.ground[place] == WALL) {
            (true, true) => [Side::default(); 2],
            (true, false) => [b.mirrored(), b],
            (false, true) => [a, a.mirrored()],
            (false, false) => [a, b],
        }
    }

    /// The fluxes of faces in a line, from one column to before another; what leaves through outlets is noted.
    fn line(&self, line: usize, columns: std::ops::Range<usize>, axis: usize, left: &mut Vec<(usize, i32)>) -> Vec<Moved> {
        let first = line * self.stride + columns.start;
        let end = line * self.stride + columns.end;
        let moved = |flux: Flux| (flux, whole(flux.mass * self.units));
        let mut fluxes: Vec<Moved> = (first..end)
            .map(|place| {
                let [a, b] = self.sides(place, axis);
                moved(flux(a, b))
            })
            .collect();
        for (place, special) in self.odd.faces[axis].range(first..end) {
            let new = match special {
                Special::Gate(gate) => moved(self.gate(gate, axis)),
                Special::Outlet(number, outlet) => {
                    let new = moved(self.outlet(outlet, *number, axis));
                    left.push((*number, outlet.sign as i32 * new.1));
                    new
                }
            };
            fluxes[place - first] = new;
        }
        fluxes
    }

    /// Over a crest as over a weir, beneath a bridge as elsewhere as long as there is room; all else is thrown back.
    fn gate(&self, gate: &Gate, axis: usize) -> Flux {
        let [a, b] = self.sides(gate.place, axis);
        let level = |place: usize| (self.ground[place] + self.old.depth[place - self.start]) as f32 * self.unit;
        let (first, second) = (level(gate.before), level(gate.place));
        let bottom = self.ground[gate.before].max(self.ground[gate.place]) as f32 * self.unit;
        let above = |metres: f64| (metres - self.datum) as f32;
        let weir = discharge(first, second, above(gate.crest(self.pace.time)).max(bottom), gate.crossing.coefficient as f32);
        // Not so much that levels change places.
        let most = 0.25 * (first - second).abs().min(if first > second { a.depth } else { b.depth }) / (self.units * self.unit);
        let over = (gate.crossing.share as f32 * weir).clamp(-most, most);
        let deep = (first.max(second) - bottom).max(THIN);
        let open = gate.crossing.soffit.map_or(0.0, |soffit| ((above(soffit) - bottom) / deep).clamp(0.0, 1.0));
        let (through, thrown) = (flux(a, b), [flux(a, a.mirrored()).first, flux(b.mirrored(), b).second]);
        Flux {
            mass: over + open * through.mass,
            first: open * through.first + (1.0 - open) * thrown[0],
            second: open * through.second + (1.0 - open) * thrown[1],
            along: open * through.along,
        }
    }

    /// At an edge.
    fn outlet(&self, outlet: &Outlet, number: usize, axis: usize) -> Flux {
        let (depth, normal, along) = self.state(outlet.inside, axis);
        let metres = depth as f32 * self.unit;
        let inside = Side { depth: metres, normal, along };
        let mass = match self.asked.get(number) {
            Some(Asked::Level(level)) => {
                let depth = (level - self.ground[outlet.inside]).max(0) as f32 * self.unit;
                let outside = Side { depth, normal, along };
                return if outlet.sign > 0.0 { flux(inside, outside) } else { flux(outside, inside) };
            }
            Some(Asked::Flow(flow)) => outlet.sign * flow,
            None => return Flux::default(),
        };
        // No more than there is.
        let most = if outlet.sign * mass > 0.0 { 0.9 * metres / (self.units * self.unit) } else { f32::INFINITY };
        let mass = mass.clamp(-most, most);
        let own = mass * if metres > THIN { mass / metres } else { 0.0 };
        Flux { mass, first: own, second: own, along: if outlet.sign * mass > 0.0 { mass * along } else { 0.0 } }
    }
}

/// Moves water and momentum through all faces that are looked at.
pub fn step(basin: &mut Basin, odd: &Odd, asked: &[Asked], pace: &Pace) -> Vec<Found> {
    let stride = basin.stride;
    let (size, rows) = (BAND * stride, basin.rows);
    let unit = basin.scale.unit as f32;
    let units = (f64::from(pace.seconds) / basin.cell / basin.scale.unit) as f32;
    let over = (f64::from(pace.seconds) / basin.cell) as f32;
    let is_line = basin.rows == 1 || basin.columns == 1;
    let halos = halos(basin);
    let Basin { x, y, depth, ground, friction, deepest, arrival, hazard, tiles, scale, .. } = basin;
    let (ground, friction): (&[i32], &[f32]) = (ground, friction);
    let work = |(band, (mut cells, spans)): (usize, (Cells, &Vec<Span>))| {
        let mut found = Found::default();
        let lines = (band * BAND).max(1)..((band + 1) * BAND).min(rows + 1);
        if spans.is_empty() || lines.is_empty() {
            return found;
        }
        let start = (band * size).saturating_sub(if band > 0 { stride } else { 0 });
        let at = Band { old: cells.around(&halos[band]), start, ground, stride, unit, datum: scale.datum, units, odd, asked, pace: *pace };
        for &(from, to) in spans {
            // The last faces of a band are the next one's first, and no edge: nothing leaves there.
            let mut nothing = Vec::new();
            let mut south = at.line(lines.start, from..to, 1, if lines.start == 1 { &mut found.left } else { &mut nothing });
            for line in lines.clone() {
                let west = at.line(line, from..to + 1, 0, &mut found.left);
                let north = at.line(line + 1, from..to, 1, if line == rows { &mut found.left } else { &mut nothing });
                for column in 0..to - from {
                    let place = line * stride + from + column;
                    let through = [west[column], west[column + 1], south[column], north[column]];
                    let how = How { unit, over, friction: friction[place] * pace.seconds, is_line };
                    if cells.change(place - band * size, &through, &how, pace, &mut found) < 0 {
                        found.below.push(place);
                    }
                }
                south = north;
            }
        }
        found
    };
    let worst = deepest.par_chunks_mut(size).zip(arrival.par_chunks_mut(size)).zip(hazard.par_chunks_mut(size));
    let water = depth.par_chunks_mut(size).zip(x.par_chunks_mut(size)).zip(y.par_chunks_mut(size));
    let bands = water.zip(worst).map(|(((depth, x), y), ((deepest, arrival), hazard))| Cells { depth, x, y, deepest, arrival, hazard });
    bands.zip(&tiles.spans).enumerate().map(work).collect()
}

/// The cells of a band.
struct Cells<'a> {
    depth: &'a mut [i32],
    x: &'a mut [f32],
    y: &'a mut [f32],
    deepest: &'a mut [i32],
    arrival: &'a mut [f32],
    hazard: &'a mut [f32],
}

/// What a cell's change depends on.
struct How {
    unit: f32,
    /// Time over space [s/m].
    over: f32,
    /// Gravity times Manning's n squared, times time.
    friction: f32,
    /// Whether waves run one way alone.
    is_line: bool,
}

impl Cells<'_> {
    /// Their water as it is, with that of the lines around them.
    fn around(&self, [before, after]: &[Old; 2]) -> Old {
        Old {
            depth: [&before.depth[..], self.depth, &after.depth[..]].concat(),
            x: [&before.x[..], self.x, &after.x[..]].concat(),
            y: [&before.y[..], self.y, &after.y[..]].concat(),
        }
    }

    /// Changes a cell by what goes through its faces in the west, east, south and north; returns its depth, which may be less than nothing.
    fn change(&mut self, place: usize, [w, e, s, n]: &[Moved; 4], how: &How, pace: &Pace, found: &mut Found) -> i32 {
        let new = self.depth[place] + w.1 - e.1 + s.1 - n.1;
        let metres = new.max(0) as f32 * how.unit;
        let u = self.x[place] - how.over * ((e.0.first - w.0.second) + (n.0.along - s.0.along));
        let v = self.y[place] - how.over * ((n.0.first - s.0.second) + (e.0.along - w.0.along));
        let (u, v) = slowed(u, v, metres, how.friction);
        (self.depth[place], self.x[place], self.y[place]) = (new, u, v);
        let (wave, fast) = ((GRAVITY * metres).sqrt(), velocity(u.abs() + v.abs(), metres));
        found.wave = found.wave.max(if how.is_line { wave + fast } else { 2.0 * wave + fast });
        found.deepest = found.deepest.max(new);
        self.deepest[place] = self.deepest[place].max(new);
        if new > pace.arrives && self.arrival[place].is_infinite() {
            self.arrival[place] = (pace.time + f64::from(pace.seconds)) as f32;
        }
        self.hazard[place] = self.hazard[place].max((u * u + v * v).sqrt() + 0.5 * metres);
        new
    }
}

/// Discharge that friction slows, taken at its end.
fn slowed(u: f32, v: f32, depth: f32, friction: f32) -> (f32, f32) {
    if depth <= THIN {
        return (0.0, 0.0);
    }
    let root = inverse_cube_root(depth);
    let cube = root * root * root;
    let slows = 1.0 + friction * (u * u + v * v).sqrt() * (cube * cube * root);
    (u / slows, v / slows)
}

/// The line before each band, and the one after it, as they are.
fn halos(basin: &Basin) -> Vec<[Old; 2]> {
    let stride = basin.stride;
    let line = |line: usize| {
        let places = line * stride..((line + 1) * stride).min(basin.depth.len());
        Old { depth: basin.depth[places.clone()].to_vec(), x: basin.x[places.clone()].to_vec(), y: basin.y[places].to_vec() }
    };
    let of = |band: usize| {
        if basin.tiles.spans[band].is_empty() {
            return [Old::default(), Old::default()];
        }
        let after = (band + 1) * BAND;
        [if band > 0 { line(band * BAND - 1) } else { Old::default() }, if after < basin.lines { line(after) } else { Old::default() }]
    };
    (0..basin.tiles.bands).into_par_iter().map(of).collect()
}
