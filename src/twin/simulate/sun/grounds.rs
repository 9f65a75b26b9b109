//! Grounds on which children play: of schools, kindergartens, playgrounds and sports grounds, with the points where the sun is asked for.

use super::hours::{Column, Hours, Scene, Workspace};
use super::prisms::distance;
use crate::twin::model::amenity::AmenityKind;
use crate::twin::model::cover::CoverKind;
use crate::twin::model::id::FeatureId;
use crate::twin::model::layer::{Shape, ShapeKind};
use crate::twin::model::region::Region;
use crate::twin::model::space::Position;
use std::collections::BTreeSet;

/// Institutions whose grounds are judged.
const KINDS: [AmenityKind; 3] = [AmenityKind::School, AmenityKind::Kindergarten, AmenityKind::Playground];
/// Points on a ground, about.
const POINTS: f64 = 48.0;
/// They lie at least so far apart [m].
const STEP: f64 = 4.0;
/// Where the ground itself is not known: circles about the institution [m], with eight points each.
const CIRCLES: [f64; 2] = [15.0, 30.0];

/// Which ground: of an institution, or of the land cover, by its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Which {
    /// An institution's.
    Amenity(u32),
    /// A sports ground of the land cover.
    Cover(u32),
}

/// A ground.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// Which one.
    pub which: Which,
    /// What it is the ground of; a sports ground counts as a playground.
    pub kind: AmenityKind,
    /// Middle of what is asked of it [m].
    pub centre: [f64; 2],
    /// Radius of what is asked of it [m].
    pub radius: f64,
    /// Points of it that are asked for [m].
    pub points: Vec<[f64; 2]>,
}

impl Which {
    /// The number of the institution.
    pub fn amenity(self) -> Option<u32> {
        if let Self::Amenity(number) = self { Some(number) } else { None }
    }

    /// The number in the land cover.
    pub fn cover(self) -> Option<u32> {
        if let Self::Cover(number) = self { Some(number) } else { None }
    }
}

/// The grounds of a region, in the order of [`Which`].
pub fn grounds(region: &Region) -> Vec<Ground> {
    let amenities = || (0u32..).zip(region.amenities.iter()).filter(|(_, (amenity, _))| KINDS.contains(&amenity.kind));
    // A playground that a map has as an institution and as land cover is one ground.
    let areas = amenities().filter(|(_, (_, shape))| shape.kind == ShapeKind::Area);
    let known: BTreeSet<FeatureId> = areas.map(|(_, (amenity, _))| amenity.id).collect();
    let covers = (0u32..).zip(region.cover.iter()).filter(|(_, (cover, _))| cover.kind == CoverKind::Sport && !known.contains(&cover.id));
    let of_amenities = amenities().filter_map(|(number, (amenity, shape))| ground(Which::Amenity(number), amenity.kind, &shape));
    let of_covers = covers.filter_map(|(number, (_, shape))| ground(Which::Cover(number), AmenityKind::Playground, &shape));
    of_amenities.chain(of_covers).collect()
}

fn ground(which: Which, kind: AmenityKind, shape: &Shape) -> Option<Ground> {
    let points = if shape.kind == ShapeKind::Area { within(shape) } else { Vec::new() };
    let points = if points.is_empty() { about(shape.points().first().map(|_| shape.anchor())?) } else { points };
    let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
    for [east, north] in &points {
        low = [low[0].min(*east), low[1].min(*north)];
        high = [high[0].max(*east), high[1].max(*north)];
    }
    let centre = [(low[0] + high[0]) / 2.0, (low[1] + high[1]) / 2.0];
    let radius = distance(centre, high);
    Some(Ground { which, kind, centre, radius, points })
}

/// Points of a grid within an area; none in one that is narrower than the grid.
fn within(shape: &Shape) -> Vec<[f64; 2]> {
    let bounds = shape.bounds();
    let [wide, high] = bounds.size();
    let step = (shape.area() / POINTS).sqrt().max(STEP);
    // A long and winding one is asked at fewer points than its box has.
    if wide <= 0.0 || high <= 0.0 || wide * high / (step * step) > 100.0 * POINTS {
        return Vec::new();
    }
    let [columns, rows] = [wide, high].map(|length| (length / step).ceil());
    let place = |axis: usize, index: u32, count: f64| bounds.min[axis] + (f64::from(index) + 0.5) * bounds.size()[axis] / count;
    let all = (0..rows as u32).flat_map(|row| (0..columns as u32).map(move |column| [place(0, column, columns), place(1, row, rows)]));
    all.filter(|[east, north]| shape.contains(Position::from_metres(*east, *north))).collect()
}

fn about(anchor: Position) -> Vec<[f64; 2]> {
    let turns = (0..8).map(|turn| f64::from(turn) * std::f64::consts::FRAC_PI_4);
    let of = |radius: f64| turns.clone().map(move |turn| [anchor.east() + radius * turn.sin(), anchor.north() + radius * turn.cos()]);
    CIRCLES.into_iter().flat_map(of).collect()
}

impl Ground {
    /// Minutes of sun that at least half of the ground has which is not built on, on a floor [m above the sea]; none where all of it is.
    pub fn hours(&self, scene: &Scene, floor: f64, room: &mut Workspace) -> Option<Hours> {
        room.look_around(scene, self.centre, self.radius, floor);
        let free = self.points.iter().filter(|at| !room.is_built_on(scene.prisms, **at));
        let at: Vec<[f64; 2]> = free.copied().collect();
        let of = |at: &[f64; 2]| room.hours(scene, &Column { at: *at, outward: None, heights: &[floor] }).first().copied().flatten();
        let hours: Vec<Hours> = at.iter().filter_map(of).collect();
        let half = |part: fn(&Hours) -> u16| {
            let mut minutes: Vec<u16> = hours.iter().map(part).collect();
            minutes.sort_unstable_by(|a, b| b.cmp(a));
            minutes.get(minutes.len().checked_sub(1)? / 2).copied()
        };
        Some(Hours { longest: half(|hours| hours.longest)?, total: half(|hours| hours.total)? })
    }
}

/// The height of the ground at a place [m above the sea].
pub fn floor(region: &Region, at: [f64; 2]) -> f64 {
    let height = if region.terrain.is_known() { region.terrain.height(region.frame.geo_from_metres(at)) } else { 0.0 };
    if height.is_finite() { height } else { 0.0 }
}
