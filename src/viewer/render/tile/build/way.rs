//! Streets and tracks: surfaces, pavements, markings, rails, tunnels, and what stands above the ground: decks, embankments, piers.

use super::Builder;
use crate::twin::model::feature::Feature;
use crate::twin::model::layer::{Shape, ShapeKind};
use crate::twin::model::railway::Railway;
use crate::twin::model::street::{Street, StreetClass};
use crate::viewer::app::palette;
use crate::viewer::render::mesh::ribbon::{Ends, dashes};
use crate::viewer::render::mesh::surface::{Colour, Surface};
use bevy::math::{DVec2, Vec2, Vec3};

/// Last level at which decks stand above what they cross.
const LIFTED_UNTIL: u8 = 4;
/// How wide the edges of a far bridge are, in strokes.
const FAR_PARAPET: f64 = 0.9;
/// Last level at which decks have sides; farther ones are their tops alone.
const SIDES_UNTIL: u8 = 1;
/// Last level at which tunnels show.
const TUNNELS_UNTIL: u8 = 3;
/// How much of a tunnel's colour is left on the ground above it.
const TUNNEL_SHARE: f32 = 0.4;

impl Builder<'_> {
    pub(super) fn add_railways(&self, surface: &mut Surface) {
        if self.key.level > 8 {
            return;
        }
        let layer = &self.scenery.region.railways;
        for feature in self.scenery.railways.touching(self.key, 20.0) {
            let (railway, shape) = (&layer.features[feature as usize], layer.shapes.get(feature as usize));
            if railway.tunnel {
                self.add_tunnel(shape, self.track_half_width(railway), palette::railway(railway.class), surface);
            } else if !railway.siding || self.key.level <= 3 {
                self.add_track(railway, shape, surface);
            }
        }
    }

    fn track_half_width(&self, railway: &Railway) -> f64 {
        (1.7 + 2.2 * f64::from(railway.tracks.saturating_sub(1))).max(self.stroke * 0.8)
    }

    /// The course of what runs below: faint dashes on the ground above.
    fn add_tunnel(&self, shape: Shape<'_>, half_width: f64, colour: Colour, surface: &mut Surface) {
        if self.key.level > TUNNELS_UNTIL || shape.kind != ShapeKind::Line {
            return;
        }
        let faint = palette::blend(palette::GROUND, colour, TUNNEL_SHARE);
        let (dash, gap) = (6.0_f64.max(7.0 * self.stroke), 4.0_f64.max(5.0 * self.stroke));
        for line in shape.parts() {
            let points: Vec<DVec2> = line.iter().map(|&point| self.local(point)).collect();
            dashes(&points, dash, gap, |dash| self.add_local_ribbon(&dash, half_width, Ends::Butt, faint, surface));
        }
    }

    fn add_track(&self, railway: &Railway, shape: Shape<'_>, surface: &mut Surface) {
        let half_width = self.track_half_width(railway);
        for line in shape.parts() {
            self.add_ribbon(line, half_width, Ends::Round, palette::railway(railway.class), surface);
            let points: Vec<DVec2> = line.iter().map(|&point| self.local(point)).collect();
            if self.detail.markings {
                for side in [-0.76, 0.76] {
                    self.add_local_ribbon(&offset(&points, side), 0.07, Ends::Butt, palette::RAIL, surface);
                }
            } else {
                self.add_local_ribbon(&points, self.stroke * 0.35, Ends::Butt, palette::RAIL, surface);
            }
        }
    }

    pub(super) fn add_streets(&self, surface: &mut Surface, solids: &mut Surface) {
        let region = &self.scenery.region;
        let deepest = if self.key.level > 6 { 1 } else { self.detail.street_rank };
        let mut shown: Vec<u32> = self.scenery.streets.touching(self.key, 60.0);
        shown.retain(|&index| {
            let street = &region.streets.features[index as usize];
            street.class.rank() <= deepest && !matches!(street.class, StreetClass::Proposed)
        });
        shown.sort_by_key(|&index| (std::cmp::Reverse(region.streets.features[index as usize].class.rank()), index));
        let (tunnels, open): (Vec<u32>, Vec<u32>) = shown.into_iter().partition(|&index| region.streets.features[index as usize].tunnel);
        for &index in &tunnels {
            let street = &region.streets.features[index as usize];
            let colour = palette::street(street.class, street.surface.value);
            self.add_tunnel(region.streets.shapes.get(index as usize), self.half_width(street), colour, surface);
        }
        let (lifted, level): (Vec<u32>, Vec<u32>) = open
            .into_iter()
            .partition(|&index| self.key.level <= LIFTED_UNTIL && self.scenery.lifts.is_lifted(&region.network, index as usize));
        if self.detail.pavements {
            for &index in &level {
                self.add_pavement(index as usize, surface);
            }
        }
        for &index in &level {
            let street = &region.streets.features[index as usize];
            let shape = region.streets.shapes.get(index as usize);
            if street.bridge && self.key.level > LIFTED_UNTIL {
                self.add_kerbs(street, shape, surface);
            }
            self.add_street(index as usize, shape, surface);
        }
        if self.detail.markings {
            for &index in &level {
                self.add_markings(index as usize, surface);
            }
        }
        for &index in &lifted {
            self.add_lifted(index as usize, surface, solids);
        }
    }

    fn half_width(&self, street: &Street) -> f64 {
        let pixels = [2.0, 1.7, 1.4, 1.1, 0.7, 0.55, 0.4, 0.35][usize::from(street.class.rank()).min(7)];
        (street.width.value.metres() / 2.0).max(0.5).max(pixels * self.stroke * if self.key.level > 2 { 0.75 } else { 0.5 })
    }

    /// The colour of a street: its own, or that of an outcome.
    pub(super) fn street_colour(&self, street: &Street, index: usize) -> Colour {
        self.dressed(Street::LAYER, index).unwrap_or_else(|| palette::street(street.class, street.surface.value))
    }

    /// Half the width of a street, or of the flow on it where flows are the outcome [m].
    fn drawn_half_width(&self, street: &Street, index: usize) -> f64 {
        let own = self.half_width(street);
        let flow = self.dress.and_then(|dress| dress.width(Street::LAYER, index)).map(f64::from);
        flow.map_or(own, |flow| (own * (0.5 + flow)).max(self.stroke * (0.7 + 4.5 * flow)))
    }

    fn add_street(&self, index: usize, shape: Shape<'_>, surface: &mut Surface) {
        let street = &self.scenery.region.streets.features[index];
        let colour = self.street_colour(street, index);
        if shape.kind == ShapeKind::Area {
            return self.ground.drape_area(&self.rings(shape), self.pixel * 0.5, colour, surface);
        }
        for line in shape.parts() {
            self.add_ribbon(line, self.drawn_half_width(street, index), Ends::Round, colour, surface);
        }
    }

    /// Where decks are too small to stand, pale edges tell a bridge, as on maps.
    fn add_kerbs(&self, street: &Street, shape: Shape<'_>, surface: &mut Surface) {
        for line in shape.parts() {
            let length: f64 = line.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
            if length > 6.0 * self.stroke {
                self.add_ribbon(line, self.half_width(street) + FAR_PARAPET * self.stroke, Ends::Butt, palette::PARAPET, surface);
            }
        }
    }

    fn add_pavement(&self, index: usize, surface: &mut Surface) {
        let street = &self.scenery.region.streets.features[index];
        let shape = self.scenery.region.streets.shapes.get(index);
        if street.class.is_drivable() && street.class.rank() <= 4 && shape.kind == ShapeKind::Line {
            for line in shape.parts() {
                self.add_ribbon(line, self.half_width(street) + 1.6, Ends::Round, palette::PAVEMENT, surface);
            }
        }
    }

    /// Middle lines and lane lines, which end before a crossing.
    fn add_markings(&self, index: usize, surface: &mut Surface) {
        let street = &self.scenery.region.streets.features[index];
        let shape = self.scenery.region.streets.shapes.get(index);
        let lanes = f64::from(street.lanes.value);
        if !street.class.is_drivable() || street.class.rank() > 3 || lanes < 2.0 || shape.kind != ShapeKind::Line {
            return;
        }
        let points: Vec<DVec2> = shape.first().iter().map(|&point| self.local(point)).collect();
        let lane_width = street.width.value.metres() / lanes;
        for line in 1..lanes as usize {
            let side = lane_width * (line as f64 - lanes / 2.0);
            // One to three, as the road-marking standards have it in towns.
            dashes(&shortened(&offset(&points, side), 8.0), 3.0, 9.0, |dash| {
                self.add_local_ribbon(&dash, 0.09, Ends::Butt, palette::MARKING, surface);
            });
        }
    }

    /// A street on a bridge or an embankment: top, sides, and the bridge's piers.
    fn add_lifted(&self, index: usize, surface: &mut Surface, solids: &mut Surface) {
        let region = &self.scenery.region;
        let street = &region.streets.features[index];
        let profile: Vec<(DVec2, f64)> = self
            .scenery
            .lifts
            .profile(region, index, (6.0 * self.pixel).max(12.0))
            .into_iter()
            .map(|(point, lift)| (self.local(point), lift))
            .collect();
        let half_width = self.drawn_half_width(street, index);
        let colour = self.street_colour(street, index);
        let half = self.ground.half();
        for (piece, pair) in profile.windows(2).enumerate() {
            let middle = (pair[0].0 + pair[1].0) / 2.0;
            if middle.x.abs() > half || middle.y.abs() > half {
                continue;
            }
            if pair[0].1.max(pair[1].1) <= 0.2 {
                self.add_local_ribbon(&[pair[0].0, pair[1].0], half_width, Ends::Round, colour, surface);
            } else {
                self.add_deck(pair, half_width, colour, street.bridge, piece % 2 == 0, solids);
            }
        }
    }

    fn add_deck(&self, pair: &[(DVec2, f64)], half_width: f64, colour: Colour, bridge: bool, pier: bool, solids: &mut Surface) {
        let Some(along) = (pair[1].0 - pair[0].0).try_normalize() else { return };
        let side = along.perp() * half_width;
        let overlap = along * if pair[0].1.min(pair[1].1) > 0.0 { 0.4 } else { 0.0 };
        let top =
            |point: DVec2, lift: f64, at: DVec2| Vec3::new(at.x as f32, (self.ground.height(point) + lift + 0.06) as f32, -at.y as f32);
        let (a, b) = (pair[0].0 - overlap, pair[1].0 + overlap);
        let corners = [
            top(pair[0].0, pair[0].1, a - side),
            top(pair[1].0, pair[1].1, b - side),
            top(pair[1].0, pair[1].1, b + side),
            top(pair[0].0, pair[0].1, a + side),
        ];
        let normal = (corners[1] - corners[0]).cross(corners[3] - corners[0]).normalize_or(Vec3::Y);
        solids.quad(corners, normal, colour, [Vec2::ZERO; 4]);
        if self.key.level > SIDES_UNTIL {
            if bridge {
                for (inner, outer) in [([0, 1], -1.0), ([2, 3], 1.0)] {
                    let edge = along.perp() * (outer * FAR_PARAPET * self.stroke);
                    let [near, far] = inner.map(|corner| corners[corner]);
                    let away = Vec3::new(edge.x as f32, 0.0, -edge.y as f32);
                    solids.quad([near + away, far + away, far, near], normal, palette::PARAPET, [Vec2::ZERO; 4]);
                }
            }
            return;
        }
        let fine = self.key.level == 0;
        let depth = if bridge { 1.1 } else { pair[0].1.max(pair[1].1) as f32 + 1.0 };
        let flank = if bridge { palette::CONCRETE } else { palette::EMBANKMENT };
        let parapet = if bridge { 0.9 } else { 0.0 };
        for [from, to] in [[corners[0], corners[1]], [corners[2], corners[3]]] {
            let (up, down) = (Vec3::Y * parapet, Vec3::Y * depth);
            let outward = (to - from).cross(Vec3::Y).normalize_or(Vec3::X);
            solids.quad([from - down, to - down, to + up, from + up], outward, flank, [Vec2::ZERO; 4]);
            if bridge && fine {
                solids.quad([to, from, from + up, to + up], -outward, flank, [Vec2::ZERO; 4]);
            }
        }
        if bridge && fine {
            let low = corners.map(|corner| corner - Vec3::Y * depth);
            solids.quad([low[3], low[2], low[1], low[0]], Vec3::NEG_Y, flank, [Vec2::ZERO; 4]);
            if pier {
                self.add_pier(pair[0].0, along, half_width * 0.6, low[0].y, solids);
            }
        }
    }

    fn add_pier(&self, foot: DVec2, along: DVec2, half_width: f64, top: f32, solids: &mut Surface) {
        let side = along.perp() * half_width;
        let along = along * 0.5;
        let bottom = self.ground.height(foot) as f32 - 3.0;
        let ring = [foot - along - side, foot + along - side, foot + along + side, foot - along + side];
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let corner = |point: &DVec2, height: f32| Vec3::new(point.x as f32, height, -point.y as f32);
            let corners = [corner(a, bottom), corner(b, bottom), corner(b, top), corner(a, top)];
            let normal = (corners[1] - corners[0]).cross(Vec3::Y).normalize_or(Vec3::X);
            solids.quad(corners, normal, palette::CONCRETE, [Vec2::ZERO; 4]);
        }
    }
}

/// A line moved sideways to the left by so many metres.
fn offset(line: &[DVec2], left: f64) -> Vec<DVec2> {
    let direction = |from: usize, to: usize| (line[to] - line[from]).normalize_or_zero();
    (0..line.len())
        .map(|index| {
            let along = direction(index.saturating_sub(1), (index + 1).min(line.len() - 1));
            line[index] + along.normalize_or_zero().perp() * left
        })
        .collect()
}

/// A line without its first and last metres.
fn shortened(line: &[DVec2], by: f64) -> Vec<DVec2> {
    let cut = |line: &[DVec2]| -> Vec<DVec2> {
        let mut left = by;
        for (index, pair) in line.windows(2).enumerate() {
            let step = pair[0].distance(pair[1]);
            if step > left {
                return std::iter::once(pair[0].lerp(pair[1], left / step)).chain(line[index + 1..].iter().copied()).collect();
            }
            left -= step;
        }
        Vec::new()
    };
    let mut line = cut(line);
    line.reverse();
    line = cut(&line);
    line.reverse();
    line
}
