//! Walls against water: a bank with two slopes and a crest, following the ground.

use super::Builder;
use crate::viewer::app::palette;
use crate::viewer::render::mesh::surface::Surface;
use bevy::math::{DVec2, Vec2, Vec3};

/// Length of a piece of the bank [m].
const PIECE: f64 = 15.0;
/// Share of the foot's width that the crest is wide.
const CREST: f64 = 0.25;
/// Levels from which on a bank is too small to be seen.
const UNTIL: u8 = 4;

impl Builder<'_> {
    pub(super) fn add_levees(&self, surface: &mut Surface) {
        if self.key.level >= UNTIL {
            return;
        }
        let layer = &self.scenery.region.levees;
        for feature in self.scenery.levees.touching(self.key, 0.0) {
            let levee = &layer.features[feature as usize];
            let line: Vec<DVec2> = layer.shapes.get(feature as usize).first().iter().map(|&point| self.local(point)).collect();
            let (height, half) = (levee.height.value.metres(), (levee.width.value.metres() / 2.0).max(0.5));
            for pair in line.windows(2) {
                let count = (pair[0].distance(pair[1]) / PIECE).ceil().clamp(1.0, 10_000.0);
                let at = |step: f64| pair[0].lerp(pair[1], step / count);
                (0..count as usize).for_each(|step| self.add_bank(at(step as f64), at(step as f64 + 1.0), height, half, surface));
            }
        }
    }

    /// One piece, by the tile that holds its middle.
    fn add_bank(&self, a: DVec2, b: DVec2, height: f64, half: f64, surface: &mut Surface) {
        let middle = (a + b) / 2.0;
        let Some(along) = (b - a).try_normalize().filter(|_| middle.abs().max_element() <= self.ground.half()) else { return };
        let side = along.perp();
        let point = |at: DVec2, across: f64, up: f64| {
            let at = at + side * across;
            let ground = if up > 0.0 { self.ground.height(at - side * across) } else { self.ground.height(at) - 0.4 };
            Vec3::new(at.x as f32, (ground + up) as f32, -at.y as f32)
        };
        let profile = [(-half, 0.0), (-half * CREST, height), (half * CREST, height), (half, 0.0)];
        for pair in profile.windows(2) {
            let [(right, low), (left, high)] = [pair[0], pair[1]];
            let corners = [point(a, right, low), point(b, right, low), point(b, left, high), point(a, left, high)];
            let normal = (corners[1] - corners[0]).cross(corners[3] - corners[0]).normalize_or(Vec3::Y);
            surface.quad(corners, normal, palette::EMBANKMENT, [Vec2::ZERO; 4]);
        }
    }
}
