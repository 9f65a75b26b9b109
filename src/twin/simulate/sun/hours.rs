//! Hours of sun of a day at points: over one another at a wall, or single ones on the ground and on roofs.

use super::path::Path;
use super::prisms::{FARTHEST, Prism, Prisms, distance};
use super::rays::passes;
use super::relief::Skyline;
use std::ops::Range;

/// Minutes of sun in a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// The longest stretch without a break.
    pub longest: u16,
    /// All together.
    pub total: u16,
}

impl Hours {
    /// The greater of each.
    #[must_use]
    pub fn best(self, other: Self) -> Self {
        Self { longest: self.longest.max(other.longest), total: self.total.max(other.total) }
    }

    /// The lesser of each.
    #[must_use]
    pub fn worst(self, other: Self) -> Self {
        Self { longest: self.longest.min(other.longest), total: self.total.min(other.total) }
    }
}

/// Points over one another, and which way they look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column<'a> {
    /// Where they are [m].
    pub at: [f64; 2],
    /// Which way the wall looks that they are at; none for points in the open.
    pub outward: Option<[f64; 2]>,
    /// Their heights [m above the sea], in any order.
    pub heights: &'a [f64],
}

/// What stands about a column.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The sun's way.
    pub path: &'a Path,
    /// What throws shade.
    pub prisms: &'a Prisms,
    /// The relief; none where it is flat.
    pub skyline: Option<&'a Skyline>,
}

/// A prism that may throw shade on what is looked around for, and the least slope of the sun over it.
#[derive(Clone, Copy, Debug)]
struct Near {
    number: u32,
    slope: f64,
}

/// Room that is used again from column to column.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    /// Height below which the column is in the shade, by direction of the sun.
    shade: Vec<f64>,
    ordered: Vec<f64>,
    /// The same where only hills throw shade.
    hills: Vec<f64>,
    near: Vec<Near>,
    raised: Vec<u32>,
}

impl Workspace {
    /// Looks up everything that may throw shade on points within a circle which are not lower than `lowest` [m above the sea].
    pub fn look_around(&mut self, scene: &Scene, centre: [f64; 2], radius: f64, lowest: f64) {
        let Self { near, hills, .. } = self;
        near.clear();
        hills.clear();
        hills.extend(scene.path.fan.toward().iter().zip(&scene.path.slopes).map(|(toward, slope)| {
            let hidden = scene.skyline.is_some_and(|skyline| skyline.hides(*toward, *slope));
            if hidden { f64::INFINITY } else { f64::NEG_INFINITY }
        }));
        scene.prisms.near(centre, radius, lowest, scene.path.least(), FARTHEST, |number, prism| {
            let slope = slope_over(prism, scene.path, centre, radius);
            near.extend(is_reached(prism, slope, centre, radius, lowest).then_some(Near { number, slope }));
        });
        // In one order, whatever the index: raised prisms are asked in turn.
        near.sort_unstable_by_key(|near| near.number);
    }

    /// Whether a place lies within the footprint of anything that was found standing on the ground.
    pub fn is_built_on(&self, prisms: &Prisms, at: [f64; 2]) -> bool {
        self.near.iter().filter_map(|near| prisms.get(near.number)).any(|prism| !prism.is_raised() && prisms.covers(prism, at))
    }

    /// Minutes of sun at each height of a column, of those that were looked around for; none where it lies within a building.
    pub fn hours(&mut self, scene: &Scene, column: &Column) -> Vec<Option<Hours>> {
        let Self { shade, ordered, near, raised, hills } = self;
        let lowest = column.heights.iter().copied().fold(f64::INFINITY, f64::min);
        shade.clone_from(hills);
        let buried = cast(scene, column, lowest, near, shade, raised);
        let raised = raised.iter().filter_map(|number| scene.prisms.get(*number)).collect::<Vec<_>>();
        let mut hours = |height: f64| {
            if height.is_nan() || height < buried {
                return None;
            }
            if !raised.is_empty() {
                return Some(one_by_one(scene, column.at, height, shade, &raised));
            }
            let in_time = scene.path.in_time(shade, ordered);
            Some(count(&scene.path.runs, |slot| in_time.get(slot).is_some_and(|shade| *shade <= height)))
        };
        column.heights.iter().map(|height| hours(*height)).collect()
    }
}

/// Whether a prism may shade anything within a circle that is not lower than `lowest`.
pub fn reaches(prism: &Prism, path: &Path, centre: [f64; 2], radius: f64, lowest: f64) -> bool {
    is_reached(prism, slope_over(prism, path, centre, radius), centre, radius, lowest)
}

/// The least slope at which the sun shines over a prism onto a circle.
fn slope_over(prism: &Prism, path: &Path, centre: [f64; 2], radius: f64) -> f64 {
    path.least_toward([prism.centre[0] - centre[0], prism.centre[1] - centre[1]], radius + prism.radius)
}

/// Whether the shade of a prism comes to a circle at a slope of the sun.
fn is_reached(prism: &Prism, slope: f64, centre: [f64; 2], radius: f64, lowest: f64) -> bool {
    let gap = distance(prism.centre, centre) - radius - prism.radius;
    // Where the sun never stands, the slope is without end.
    prism.top > lowest && (gap <= 0.0 || gap <= FARTHEST && prism.top - lowest > gap * slope)
}

/// Adds below which height the column is in the shade of what stands near, by direction; returns below which it lies within a building.
fn cast(scene: &Scene, column: &Column, lowest: f64, near: &[Near], shade: &mut [f64], raised: &mut Vec<u32>) -> f64 {
    let Scene { path, prisms, .. } = scene;
    raised.clear();
    if let Some(outward) = column.outward {
        for (toward, shade) in path.fan.toward().iter().zip(shade.iter_mut()) {
            let faces = outward[0] * toward[0] + outward[1] * toward[1] > 0.0;
            *shade = if faces { *shade } else { f64::INFINITY };
        }
    }
    let within = column.outward.map_or(0..path.len(), |outward| path.before(outward));
    let mut buried = f64::NEG_INFINITY;
    for Near { number, slope } in near {
        let Some(prism) = prisms.get(*number).filter(|prism| is_reached(prism, *slope, column.at, 0.0, lowest)) else { continue };
        if !prism.is_raised() && prisms.covers(prism, column.at) {
            buried = buried.max(prism.top);
        }
        if within.is_empty() || !in_front(prism, column) {
            continue;
        }
        if prism.is_raised() {
            raised.push(*number);
        } else {
            throw(prisms, prism, path, column.at, &within, shade);
        }
    }
    buried
}

/// Whether any of a prism lies before the wall.
fn in_front(prism: &Prism, column: &Column) -> bool {
    column.outward.is_none_or(|outward| {
        let to = [prism.centre[0] - column.at[0], prism.centre[1] - column.at[1]];
        outward[0] * to[0] + outward[1] * to[1] > -prism.radius
    })
}

/// The shade of one prism that stands on the ground: at a distance d it ends so high as its top less what the light falls over d.
fn throw(prisms: &Prisms, prism: &Prism, path: &Path, at: [f64; 2], within: &Range<usize>, shade: &mut [f64]) {
    for (a, b) in prisms.edges(prism, at) {
        path.fan.cross(a, b, within, |index, distance| {
            if let (Some(shade), Some(slope)) = (shade.get_mut(index), path.slopes.get(index)) {
                *shade = shade.max(prism.top - distance * slope);
            }
        });
    }
}

/// Minutes of sun where light may pass under something: ray by ray.
fn one_by_one(scene: &Scene, at: [f64; 2], height: f64, shade: &[f64], raised: &[&Prism]) -> Hours {
    let path = scene.path;
    let rays = path.fan.toward().iter().zip(&path.slopes).zip(shade);
    let lit = rays.map(|((toward, slope), shade)| {
        let free = || raised.iter().all(|prism| passes(scene.prisms, prism, [at[0], at[1], height], *toward, *slope));
        if *shade <= height && free() { 1.0 } else { 0.0 }
    });
    count_lit(path, &lit.collect::<Vec<f64>>())
}

/// Minutes of sun, from what is lit by direction (above zero).
pub fn count_lit(path: &Path, by_direction: &[f64]) -> Hours {
    let mut ordered = Vec::new();
    let in_time = path.in_time(by_direction, &mut ordered);
    count(&path.runs, |slot| in_time.get(slot).is_some_and(|lit| *lit > 0.0))
}

/// Counts minutes of sun in stretches of minutes.
fn count(runs: &[Range<usize>], is_lit: impl Fn(usize) -> bool) -> Hours {
    let mut hours = Hours::default();
    for run in runs {
        let mut stretch = 0u16;
        for slot in run.clone() {
            let lit = u16::from(is_lit(slot));
            stretch = (stretch + lit) * lit;
            hours.longest = hours.longest.max(stretch);
            hours.total += lit;
        }
    }
    hours
}
