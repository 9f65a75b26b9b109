//! Lakes: rounded outlines about a middle, known ones and seeded small ones.

use super::chance::Chance;
use super::facts::{Facts, by_latitude};
use super::noisy::Noise;
use super::plane::{P, add, dist, heading, scale, sub, turning_left};
use super::rivers::Course;
use crate::twin::model::id::hash_text;

/// Directions in which an outline's distance from the middle is held.
const RAYS: usize = 48;

/// An outline that every ray from its middle meets once.
#[derive(Clone)]
pub struct Blob {
    pub centre: P,
    /// Distance of the outline from the middle, by direction from east, turning left.
    radii: Vec<f64>,
    pub greatest: f64,
}

impl Blob {
    /// An ellipse of that length and width, made uneven by noise.
    pub fn new(centre: P, size: (f64, f64), bearing: f64, unevenness: f64, seed: u64) -> Self {
        let noise = Noise::new(seed, 2);
        let along = heading(bearing);
        let (a, b) = (size.0 / 2.0, size.1 / 2.0);
        let radii: Vec<f64> = (0..RAYS)
            .map(|ray| {
                let (sin, cos) = (std::f64::consts::TAU * ray as f64 / RAYS as f64).sin_cos();
                let (x, y) = (cos * along[0] + sin * along[1], cos * along[1] - sin * along[0]);
                let ellipse = a * b / (b * x).hypot(a * y).max(1e-9);
                ellipse * (1.0 + unevenness * noise.at(0.95 * cos + 5.0, 0.95 * sin + 5.0))
            })
            .collect();
        let greatest = radii.iter().copied().fold(0.0, f64::max);
        Self { centre, radii, greatest }
    }

    /// Distance of the outline from the middle in the direction of a place.
    pub fn radius_towards(&self, p: P) -> f64 {
        let d = sub(p, self.centre);
        let turn = d[1].atan2(d[0]).rem_euclid(std::f64::consts::TAU) / std::f64::consts::TAU * RAYS as f64;
        let ray = turn as usize % RAYS;
        let t = turn - turn.floor();
        self.radii[ray] * (1.0 - t) + self.radii[(ray + 1) % RAYS] * t
    }

    /// How far a place lies outside of it, about; negative inside.
    pub fn clearance(&self, p: P) -> f64 {
        let away = dist(p, self.centre);
        if away > 2.0 * self.greatest + 100.0 { away - self.greatest } else { away - self.radius_towards(p) }
    }

    /// Its outline, so many times as large, turning left.
    pub fn ring(&self, times: f64) -> Vec<P> {
        let every = if self.greatest < 400.0 { 2 } else { 1 };
        let ray = |k: usize| {
            let (sin, cos) = (std::f64::consts::TAU * k as f64 / RAYS as f64).sin_cos();
            add(self.centre, scale([cos, sin], self.radii[k] * times))
        };
        turning_left((0..RAYS).step_by(every).map(ray).collect())
    }
}

/// A lake.
pub struct Lake {
    /// Index among the sketch's lakes; none of a generated one.
    pub fact: Option<usize>,
    pub blob: Blob,
    /// Level of its water above the sea, metres; none until the relief gives it.
    pub level: Option<f64>,
    pub saline: bool,
}

/// The lakes that the sketch knows, then the generated ones: clear of one another, of rivers and of the known places.
pub fn lakes(facts: &Facts, courses: &[Course], places: &[(P, f64)]) -> Vec<Lake> {
    let seed = facts.sketch.seed;
    let mut lakes: Vec<Lake> = facts
        .sketch
        .lakes
        .iter()
        .enumerate()
        .map(|(index, fact)| {
            let blob = Blob::new(facts.at(fact.at), fact.size, fact.heading, 0.36, seed ^ hash_text(&fact.name.2));
            Lake { fact: Some(index), blob, level: Some(fact.level), saline: fact.saline }
        })
        .collect();
    let wanted = lakes.len() + facts.sketch.small_lakes.count;
    let greatest_weight = facts.sketch.small_lakes.density.iter().map(|&(_, weight)| weight).fold(1e-9, f64::max);
    let coarse: Vec<(P, f64)> = courses.iter().flat_map(|course| course.pieces(12).map(|piece| (piece.0, piece.2))).collect();
    let mut chance = Chance::of(seed, &[71]);
    let bounds = super::districts::bounds(&facts.districts);
    for _ in 0..wanted * 60 {
        if lakes.len() >= wanted {
            break;
        }
        let p = [chance.range(bounds.min[0], bounds.max[0]), chance.range(bounds.min[1], bounds.max[1])];
        let radius = (380.0 * (0.75 * chance.normal()).exp()).clamp(120.0, 2600.0);
        let (stretch, bearing, number) = (chance.range(1.0, 1.9), chance.range(0.0, 180.0), chance.bits());
        let weight = by_latitude(&facts.sketch.small_lakes.density, facts.latitude(p)) / greatest_weight;
        if !chance.happens(weight) || !facts.holds(p) {
            continue;
        }
        let reach = radius * stretch * 1.3;
        let free = places.iter().all(|&(place, size)| dist(place, p) > reach + size + 300.0)
            && lakes.iter().all(|lake| dist(lake.blob.centre, p) > 1.2 * (reach + lake.blob.greatest))
            && coarse.iter().all(|&(point, half)| dist(point, p) > reach + half + 900.0);
        if free {
            let blob = Blob::new(p, (2.0 * radius * stretch, 2.0 * radius / stretch), bearing, 0.42, number);
            let saline = chance.happens(0.35);
            lakes.push(Lake { fact: None, blob, level: None, saline });
        }
    }
    lakes
}
