//! The local inertial scheme (Bates, Horritt & Fewtrell 2010; de Almeida et al. 2012): flow through faces, then depth of cells.

use super::barrier::{Axis, Gate};
use super::basin::Basin;
use super::scale::{Scale, whole};
use super::tiles::{BAND, Span};
use super::{DRY, GRAVITY};
use rayon::prelude::*;

/// What is the same for all faces in a step.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Its length [s].
    pub seconds: f32,
    /// One unit of height [m].
    unit: f32,
    /// Weight of a face's own flow.
    own: f32,
    /// Weight of the flow of either neighbour.
    beside: f32,
    /// Gravity times time over space [1/s].
    push: f32,
    /// Units of depth for a flow of 1 m²/s.
    units: f32,
}

/// Water on either side of a face, metres above the scale's zero.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    /// Level before it.
    pub first: f32,
    /// Level beyond it.
    pub second: f32,
    /// The higher ground of the two.
    pub bottom: f32,
    /// Gravity times Manning's n squared.
    pub friction: f32,
}

impl Face {
    /// The face between two places.
    pub fn between(scale: &Scale, ground: [i32; 2], depth: [i32; 2], friction: [f32; 2]) -> Self {
        let level = |side: usize| scale.metres(ground[side] + depth[side]) as f32;
        let bottom = scale.metres(ground[0].max(ground[1])) as f32;
        Self { first: level(0), second: level(1), bottom, friction: 0.5 * (friction[0] + friction[1]) }
    }
}

/// x^−⅓ for positive numbers, to 2·10⁻⁵ of it: a roughness of 0.03 is then one of 0.030002. Without division and conversion, so that it is quick
/// for many at once.
#[inline(always)]
pub fn inverse_cube_root(x: f32) -> f32 {
    // The exponent a third of what it was, negative; then Newton's steps.
    const ROUND: f32 = 12_582_912.0;
    let third = (x.to_bits() as i32 as f32 * (-1.0 / 768.0) + ROUND).to_bits() as i32 - ROUND.to_bits() as i32;
    let mut y = f32::from_bits((0x54a2_fa8c + (third << 8)) as u32);
    for _ in 0..2 {
        y *= 4.0 / 3.0 - (1.0 / 3.0) * x * (y * y) * y;
    }
    y
}

impl Step {
    /// A step of so many seconds. `theta` is the weight of a face's own flow against that of its neighbours.
    pub fn new(basin: &Basin, seconds: f64, theta: f64) -> Self {
        let unit = basin.scale.unit as f32;
        Self {
            seconds: seconds as f32,
            unit,
            own: theta as f32,
            beside: (0.5 * (1.0 - theta)) as f32,
            push: (f64::from(GRAVITY) * seconds / basin.cell) as f32,
            units: (seconds / basin.cell / basin.scale.unit) as f32,
        }
    }

    /// Units of depth that a flow moves in the step.
    #[inline(always)]
    pub fn moved(&self, flow: f32) -> i32 {
        whole(flow * self.units)
    }

    /// The flow that moves so many units.
    pub fn flow(&self, units: i32) -> f32 {
        units as f32 / self.units
    }

    /// New flow from that of the face, that of the water as a whole, and that which its neighbours even out; for a depth at the face, a drop of
    /// the level across it, and friction.
    #[inline(always)]
    fn slowed(&self, [flow, whole, mean]: [f32; 3], depth: f32, drop: f32, friction: f32) -> f32 {
        let root = inverse_cube_root(depth.max(DRY));
        let cube = root * root * root;
        let slows = 1.0 + self.seconds * friction * whole * (cube * cube * root);
        let push = self.push * depth * drop;
        let even = mean + push;
        // Smoothing must not drive water uphill.
        let driven = if even * drop < 0.0 { flow + push } else { even };
        if depth > DRY { driven / slows } else { 0.0 }
    }

    /// New flow at a single face over a bottom, at most so deep [m²/s].
    pub fn through(&self, flow: f32, face: &Face, bottom: f32, most: f32) -> f32 {
        let (first, second) = (face.first.max(bottom), face.second.max(bottom));
        let depth = (first.max(second) - bottom).min(most);
        self.slowed([flow, flow.abs(), flow], depth, first - second, face.friction)
    }

    /// New flow over an edge at which a level is kept: it is but half a cell away [m²/s].
    pub fn to_level(&self, flow: f32, face: &Face) -> f32 {
        let depth = face.first.max(face.second) - face.bottom;
        self.slowed([flow, flow.abs(), flow], depth, 2.0 * (face.first - face.second), face.friction)
    }

    /// New flows at faces in a row.
    #[inline(always)]
    fn faces(&self, new: &mut [f32], from: &Faces) {
        let count = new.len();
        let [before, here, after] = from.flow.map(|list| &list[..count]);
        let [a, b, c, d] = from.across.map(|list| &list[..count]);
        let [z0, z1] = from.ground.map(|list| &list[..count]);
        let [h0, h1] = from.depth.map(|list| &list[..count]);
        let [f0, f1] = from.friction.map(|list| &list[..count]);
        for (i, new) in new.iter_mut().enumerate() {
            let (first, second) = (z0[i] + h0[i], z1[i] + h1[i]);
            let deep = (first.max(second) - z0[i].max(z1[i])) as f32 * self.unit;
            let drop = (first - second) as f32 * self.unit;
            let mean = self.own * here[i] + self.beside * (before[i] + after[i]);
            let across = 0.25 * ((a[i] + b[i]) + (c[i] + d[i]));
            let whole = (here[i] * here[i] + across * across).sqrt();
            *new = self.slowed([here[i], whole, mean], deep, drop, 0.5 * (f0[i] + f1[i]));
        }
    }
}

/// What is known at faces in a row.
struct Faces<'a> {
    /// Flow at the faces before, here and after, in the direction that they look.
    flow: [&'a [f32]; 3],
    /// Flow at the four faces around, that look the other way.
    across: [&'a [f32]; 4],
    /// Of the cells before and beyond.
    ground: [&'a [i32]; 2],
    depth: [&'a [i32]; 2],
    friction: [&'a [f32]; 2],
}

/// New flows of all faces that are looked at. `gates` are the faces with barriers, band by band.
pub fn flows(basin: &mut Basin, gates: &mut [Vec<Gate>], step: &Step, time: f64) {
    for gate in gates.iter_mut().flatten() {
        // Flow that was cut short since then counts as it was cut.
        gate.held = if gate.crossing.axis == Axis::X { basin.x[gate.place] } else { basin.y[gate.place] };
    }
    northward(basin, step);
    eastward(basin, step);
    std::mem::swap(&mut basin.y, &mut basin.y_next);
    let Basin { x, y, ground, depth, friction, scale, .. } = basin;
    for gate in gates.iter_mut().flatten() {
        let places = [gate.before, gate.place];
        let face =
            Face::between(scale, places.map(|place| ground[place]), places.map(|place| depth[place]), places.map(|place| friction[place]));
        let height = |metres: f64| (metres - scale.datum) as f32;
        let (crest, soffit) = (height(gate.crest(time)), gate.crossing.soffit.map(height));
        let list = if gate.crossing.axis == Axis::X { &mut *x } else { &mut *y };
        list[gate.place] = gate.flow(&face, crest, soffit, step);
    }
}

/// Faces that look south, into the other list: their neighbours' flows are still wanted.
fn northward(basin: &mut Basin, step: &Step) {
    let (stride, rows) = (basin.stride, basin.rows);
    let size = BAND * stride;
    let Basin { x, y, y_next, ground, depth, friction, tiles, .. } = basin;
    let bands = y_next.par_chunks_mut(size).zip(&tiles.spans).enumerate().filter(|(_, (_, spans))| !spans.is_empty());
    bands.for_each(|(band, (y_next, spans))| {
        for line in (band * BAND).max(1)..((band + 1) * BAND).min(rows + 2) {
            for &(from, to) in spans {
                let at = line * stride + from;
                let south = at - stride;
                let faces = Faces {
                    flow: [&y[south..], &y[at..], &y[at + stride..]],
                    across: [&x[south..], &x[south + 1..], &x[at..], &x[at + 1..]],
                    ground: [&ground[south..], &ground[at..]],
                    depth: [&depth[south..], &depth[at..]],
                    friction: [&friction[south..], &friction[at..]],
                };
                step.faces(&mut y_next[at - band * size..][..to - from], &faces);
            }
        }
    });
}

/// Faces that look west, in place.
fn eastward(basin: &mut Basin, step: &Step) {
    let (stride, rows) = (basin.stride, basin.rows);
    let size = BAND * stride;
    let Basin { x, y, ground, depth, friction, tiles, .. } = basin;
    let bands = x.par_chunks_mut(size).zip(&tiles.spans).enumerate().filter(|(_, (_, spans))| !spans.is_empty());
    bands.for_each(|(band, (x, spans))| {
        let mut old = vec![0.0; stride];
        for line in (band * BAND).max(1)..((band + 1) * BAND).min(rows + 1) {
            for &(from, to) in spans {
                let count = to - from + 1;
                let at = line * stride + from;
                let (west, north, local) = (at - 1, at + stride, at - band * size);
                let old = &mut old[..count + 2];
                old.copy_from_slice(&x[local - 1..][..count + 2]);
                let faces = Faces {
                    flow: [&*old, &old[1..], &old[2..]],
                    across: [&y[west..], &y[at..], &y[north - 1..], &y[north..]],
                    ground: [&ground[west..], &ground[at..]],
                    depth: [&depth[west..], &depth[at..]],
                    friction: [&friction[west..], &friction[at..]],
                };
                step.faces(&mut x[local..][..count], &faces);
            }
        }
    });
}

/// What a band found when its depths changed.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Greatest depth.
    pub deepest: i32,
    /// Cells from which more ran than they had.
    pub below: Vec<usize>,
}

/// New depths of all cells that are looked at, from the flow through their faces; and what was worst so far.
pub fn depths(basin: &mut Basin, step: &Step, time: f64, arrives: i32) -> Vec<Found> {
    let stride = basin.stride;
    let size = BAND * stride;
    let rows = basin.rows;
    let Basin { x, y, depth, deepest, arrival, hazard, tiles, scale, .. } = basin;
    let (x, y): (&[f32], &[f32]) = (x, y);
    let unit = scale.unit as f32;
    let change = |(band, (cells, spans)): (usize, (Cells, &Vec<Span>))| {
        let mut cells = cells;
        let mut found = Found::default();
        for line in (band * BAND).max(1)..((band + 1) * BAND).min(rows + 1) {
            for &(from, to) in spans {
                let here = line * stride + from;
                let local = here - band * size;
                let flow = [&x[here..], &x[here + 1..], &y[here..], &y[here + stride..]];
                let part = cells.part(local..local + to - from);
                let when = When { time: time as f32, arrives, unit };
                let (most, least) = part.change(flow, step, &when);
                found.deepest = found.deepest.max(most);
                if least < 0 {
                    found.below.extend((0..to - from).filter(|place| cells.depth[local + place] < 0).map(|place| here + place));
                }
            }
        }
        found
    };
    let worst = deepest.par_chunks_mut(size).zip(arrival.par_chunks_mut(size)).zip(hazard.par_chunks_mut(size));
    let bands = depth.par_chunks_mut(size).zip(worst);
    let bands = bands.map(|(depth, ((deepest, arrival), hazard))| Cells { depth, deepest, arrival, hazard });
    bands.zip(&tiles.spans).enumerate().map(change).collect()
}

/// When a step ends, and what counts then.
struct When {
    time: f32,
    arrives: i32,
    unit: f32,
}

/// Cells in a row.
struct Cells<'a> {
    depth: &'a mut [i32],
    deepest: &'a mut [i32],
    arrival: &'a mut [f32],
    hazard: &'a mut [f32],
}

impl Cells<'_> {
    /// Some of them.
    fn part(&mut self, places: std::ops::Range<usize>) -> Cells<'_> {
        Cells {
            depth: &mut self.depth[places.clone()],
            deepest: &mut self.deepest[places.clone()],
            arrival: &mut self.arrival[places.clone()],
            hazard: &mut self.hazard[places],
        }
    }

    /// Changes the depths by the flow through the faces in the west, east, south and north. Returns the greatest and the least of them.
    #[inline(always)]
    fn change(self, flow: [&[f32]; 4], step: &Step, when: &When) -> (i32, i32) {
        let count = self.depth.len();
        let [west, east, south, north] = flow.map(|list| &list[..count]);
        let (deepest, arrival, hazard) = (&mut self.deepest[..count], &mut self.arrival[..count], &mut self.hazard[..count]);
        let (mut most, mut least) = (0, 0);
        for (i, depth) in self.depth.iter_mut().enumerate() {
            let new = *depth + step.moved(west[i]) - step.moved(east[i]) + step.moved(south[i]) - step.moved(north[i]);
            *depth = new;
            (most, least) = (most.max(new), least.min(new));
            deepest[i] = deepest[i].max(new);
            let came = if new > when.arrives { when.time } else { f32::INFINITY };
            arrival[i] = if came < arrival[i] { came } else { arrival[i] };
            let (u, v) = (west[i] + east[i], south[i] + north[i]);
            let danger = 0.5 * ((u * u + v * v).sqrt() + new as f32 * when.unit);
            hazard[i] = if danger > hazard[i] { danger } else { hazard[i] };
        }
        (most, least)
    }
}
