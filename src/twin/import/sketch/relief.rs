//! The ground's height: a gentle plain through the known heights, with valleys cut to the rivers' water and level lakes.

use super::cells::Cells;
use super::facts::{Facts, by_latitude};
use super::lakes::{Blob, Lake};
use super::noisy::Noise;
use super::plane::{P, dist, from_segment};
use super::waters::Waters;
use crate::twin::model::space::{GeoPoint, LocalFrame};
use crate::twin::model::terrain::{Raster, Terrain};
use rayon::prelude::*;

/// Width of a valley to each side of the water, metres.
const VALLEY: f64 = 3200.0;
/// How far a lake shapes the ground about it, metres.
const SHORE: f64 = 600.0;
/// Depth of a quarry, metres.
const PIT: f64 = 95.0;
/// Cell of the indices, metres.
const CELL: f64 = 4000.0;
/// Metres in a degree of latitude.
const DEGREE: f64 = 111_320.0;

struct Piece {
    course: u32,
    a: P,
    b: P,
    half: f64,
    level: (f64, f64),
    /// Farther than this from `a`, there is nothing of its valley, metres.
    reach: f64,
}

impl Piece {
    /// Whether a place is certainly outside of its valley.
    fn is_beyond(&self, p: P) -> bool {
        let (x, y) = (p[0] - self.a[0], p[1] - self.a[1]);
        x * x + y * y > self.reach * self.reach
    }
}

/// The ground as a function of place.
pub struct Relief<'a> {
    trend: Trend,
    noise: Noise,
    pieces: Vec<Piece>,
    cells: Cells<Vec<u32>>,
    waters: &'a Waters,
    levels: Vec<f64>,
    lakes: Cells<Vec<u32>>,
    pits: &'a [Blob],
}

/// The terrain of the region.
pub fn terrain(facts: &Facts, waters: &Waters, pits: &[Blob]) -> Terrain {
    let relief = Relief::new(facts, waters, pits);
    let rasters = facts.sketch.relief.rasters.iter();
    Terrain::new(rasters.map(|&(west, south, east, north, cell)| relief.raster(&facts.frame, [west, south, east, north], cell)).collect())
}

fn cell_of(p: P) -> (i32, i32) {
    ((p[0] / CELL).floor() as i32, (p[1] / CELL).floor() as i32)
}

fn enter(cells: &mut Cells<Vec<u32>>, low: P, high: P, index: u32) {
    let (from, to) = (cell_of(low), cell_of(high));
    for x in from.0..=to.0 {
        for y in from.1..=to.1 {
            cells.entry((x, y)).or_default().push(index);
        }
    }
}

impl<'a> Relief<'a> {
    pub fn new(facts: &Facts, waters: &'a Waters, pits: &'a [Blob]) -> Self {
        let mut pieces = Vec::new();
        let mut cells = Cells::default();
        for (course, line) in waters.courses.iter().enumerate() {
            let every = if facts.sketch.courses[line.fact].area { 3 } else { 1 };
            for (a, b, half, high, low) in line.pieces(every) {
                let grow = VALLEY + half;
                let least = [a[0].min(b[0]) - grow, a[1].min(b[1]) - grow];
                let greatest = [a[0].max(b[0]) + grow, a[1].max(b[1]) + grow];
                enter(&mut cells, least, greatest, pieces.len() as u32);
                pieces.push(Piece { course: course as u32, a, b, half, level: (high, low), reach: dist(a, b) + grow });
            }
        }
        let trend = Trend::new(facts);
        let noise = Noise::new(facts.sketch.seed ^ 0x5E1F, 4);
        let mut relief = Self { trend, noise, pieces, cells, waters, levels: Vec::new(), lakes: Cells::default(), pits };
        relief.settle_lakes();
        relief
    }

    /// Gives every lake its level and enters it into the index.
    fn settle_lakes(&mut self) {
        let level = |lake: &Lake| lake.level.unwrap_or_else(|| self.dry(lake.blob.centre) - 1.5);
        self.levels = self.waters.lakes.iter().map(level).collect();
        for (index, lake) in self.waters.lakes.iter().enumerate() {
            let (c, grow) = (lake.blob.centre, lake.blob.greatest + SHORE);
            enter(&mut self.lakes, [c[0] - grow, c[1] - grow], [c[0] + grow, c[1] + grow], index as u32);
        }
    }

    /// Height above the sea at a place, metres.
    pub fn height(&self, p: P) -> f64 {
        let mut height = self.dry(p);
        for &index in self.lakes.get(&cell_of(p)).into_iter().flatten() {
            let level = self.levels[index as usize];
            let away = self.waters.lakes[index as usize].blob.clearance(p);
            if away <= 0.0 {
                return level;
            }
            if away < SHORE {
                let bank = level + 0.4 + 1.2 * away / SHORE;
                height = bank + (height - bank) * step(away / SHORE);
            }
        }
        let pits = self.pits.iter().map(|pit| pit.clearance(p));
        height - pits.fold(0.0, |depth: f64, away| depth.max(PIT * step(-away / 450.0)))
    }

    /// The height without lakes: the plain with its valleys.
    fn dry(&self, p: P) -> f64 {
        let (plain, roughness) = self.trend.at(p);
        let high = plain + roughness * self.noise.at(p[0] / 27_000.0, p[1] / 27_000.0);
        let mut height: Option<f64> = None;
        let mut water = WaterNear::default();
        // Pieces stand in the order of their courses: each course gives one valley, the lowest counts.
        for &index in self.cells.get(&cell_of(p)).into_iter().flatten() {
            let piece = &self.pieces[index as usize];
            if water.course != piece.course {
                height = water.lower(height, high);
                water = WaterNear { course: piece.course, ..Default::default() };
            }
            if piece.is_beyond(p) {
                continue;
            }
            let (away, t) = from_segment(p, piece.a, piece.b);
            water.add(away - piece.half, piece.level.0 + (piece.level.1 - piece.level.0) * t);
        }
        water.lower(height, high).unwrap_or(high)
    }

    fn raster(&self, frame: &LocalFrame, [west, south, east, north]: [f64; 4], cell: f64) -> Raster {
        let cell_lat = cell / DEGREE;
        let cell_lon = cell_lat / ((south + north) / 2.0).to_radians().cos();
        let columns = ((east - west) / cell_lon).ceil().max(2.0) as usize;
        let rows = ((north - south) / cell_lat).ceil().max(2.0) as usize;
        let row = |r: usize| {
            let lat = north - (r as f64 + 0.5) * cell_lat;
            let exact = move |c: usize| frame.metres_from_geo(GeoPoint::new(west + (c as f64 + 0.5) * cell_lon, lat));
            // The projection is smooth: exact every 16 cells, straight between.
            (0..columns).step_by(16).flat_map(move |first| {
                let (a, b) = (exact(first), exact(first + 16));
                (first..(first + 16).min(columns)).map(move |c| super::plane::lerp(a, b, (c - first) as f64 / 16.0))
            })
        };
        let heights = (0..rows).into_par_iter().flat_map_iter(|r| row(r).map(|p| self.height(p) as f32)).collect();
        Raster { west, north, cell_lon, cell_lat, columns, heights }
    }
}

/// The water of one course as seen from a place.
struct WaterNear {
    course: u32,
    away: f64,
    /// Levels of its pieces, nearer ones counting far more, so that the ground has no step inside of bends.
    levels: f64,
    /// Their distances, weighed alike: smoother than the least.
    reaches: f64,
    weights: f64,
}

impl Default for WaterNear {
    fn default() -> Self {
        Self { course: u32::MAX, away: f64::MAX, levels: 0.0, reaches: 0.0, weights: 0.0 }
    }
}

impl WaterNear {
    fn add(&mut self, away: f64, level: f64) {
        self.away = self.away.min(away);
        // Nothing beyond the valley's edge has a say, and nothing comes in with a jump.
        let nearness = |away: f64| 1.0 / (away.max(0.0) + 25.0).powi(4);
        let weight = (nearness(away) - nearness(VALLEY)).max(0.0);
        self.levels += weight * level;
        self.reaches += weight * away.max(0.0);
        self.weights += weight;
    }

    /// The lower of a height and that of this valley.
    fn lower(&self, height: Option<f64>, plain: f64) -> Option<f64> {
        if self.away >= VALLEY || self.weights <= 0.0 {
            return height;
        }
        let valley = valley(self.away, self.reaches / self.weights, self.levels / self.weights, plain);
        Some(height.map_or(valley, |height| height.min(valley)))
    }
}

/// Height of a valley's ground so far from the water (the least and the mean distance), whose level is known, under a plain of that height.
fn valley(away: f64, reach: f64, level: f64, plain: f64) -> f64 {
    if away <= 0.0 {
        return level;
    }
    let bank = level + 1.4 * (away / 50.0).min(1.0) + 2.6 * (away / 800.0).min(1.0);
    bank + (plain - bank) * step((reach - 250.0) / (VALLEY - 250.0))
}

/// From 0 to 1 without a corner.
fn step(t: f64) -> f64 {
    let t = t.clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// Height and roughness of the plain on a coarse grid, straight between.
struct Trend {
    west: f64,
    south: f64,
    columns: usize,
    values: Vec<(f64, f64)>,
}

const TREND_CELL: f64 = 10_000.0;

impl Trend {
    fn new(facts: &Facts) -> Self {
        let bounds = super::districts::bounds(&facts.districts).grown(60_000.0);
        let [width, height] = bounds.size().map(|size| (size / TREND_CELL).ceil() as usize + 1);
        let known: Vec<(P, f64)> = facts.sketch.relief.heights.iter().map(|&(lon, lat, height)| (facts.at((lon, lat)), height)).collect();
        let value = |index: usize| {
            let p = [(index % width) as f64 * TREND_CELL + bounds.min[0], (index / width) as f64 * TREND_CELL + bounds.min[1]];
            (between(&known, p), by_latitude(&facts.sketch.relief.roughness, facts.latitude(p)))
        };
        Self { west: bounds.min[0], south: bounds.min[1], columns: width, values: (0..width * height).map(value).collect() }
    }

    fn at(&self, p: P) -> (f64, f64) {
        let rows = self.values.len() / self.columns;
        let x = ((p[0] - self.west) / TREND_CELL).clamp(0.0, self.columns as f64 - 1.001);
        let y = ((p[1] - self.south) / TREND_CELL).clamp(0.0, rows as f64 - 1.001);
        let (c, r) = (x as usize, y as usize);
        let (tx, ty) = (x - c as f64, y - r as f64);
        let mix = |pick: fn(&(f64, f64)) -> f64| {
            let at = |c: usize, r: usize| pick(&self.values[r * self.columns + c]);
            let south = at(c, r) + tx * (at(c + 1, r) - at(c, r));
            let north = at(c, r + 1) + tx * (at(c + 1, r + 1) - at(c, r + 1));
            south + ty * (north - south)
        };
        (mix(|value| value.0), mix(|value| value.1))
    }
}

/// The mean of known heights, nearer ones counting more (Shepard 1968).
fn between(known: &[(P, f64)], p: P) -> f64 {
    let (mut sum, mut weights) = (0.0, 1e-12);
    for &(place, height) in known {
        let weight = 1.0 / (dist(place, p) / 10_000.0 + 1.0).powi(3);
        sum += weight * height;
        weights += weight;
    }
    sum / weights
}
