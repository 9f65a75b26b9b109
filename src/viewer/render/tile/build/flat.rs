//! What lies on the ground as an area or a thin line: terrain, land cover, districts, water, outlines, lines, cables.

use super::super::index::TileIndex;
use super::Builder;
use crate::twin::model::cover::CoverKind;
use crate::twin::model::layer::{Layer, Shape, ShapeKind};
use crate::twin::model::space::Position;
use crate::twin::model::water::{Water, WaterKind};
use crate::viewer::app::palette;
use crate::viewer::render::mesh::ribbon::Ends;
use crate::viewer::render::mesh::surface::{Colour, Surface};
use crate::viewer::render::mesh::terrain::terrain_surface;

impl Builder<'_> {
    pub(super) fn terrain(&self) -> Surface {
        let (east, north) = (self.centre.x, self.centre.y);
        terrain_surface(&self.ground, |corner, normal| {
            let steep = (0.86 - normal.y) / 0.12;
            let snow = ((f64::from(corner.y) + self.base) as f32 - 2300.0) / 300.0;
            let patch = ((east + f64::from(corner.x)) * 0.004).sin() * ((north - f64::from(corner.z)) * 0.0053).sin();
            let grass = palette::blend(palette::GROUND, palette::cover(CoverKind::Meadow), 0.22 + 0.22 * patch as f32);
            palette::blend(palette::blend(grass, palette::ROCK, steep), palette::SNOW, snow)
        })
    }

    /// Areas of cover from a size on [m²], the largest first: small ones lie on top.
    pub(super) fn cover_from(&self, least: f64) -> Vec<u32> {
        let shapes = &self.scenery.region.cover.shapes;
        let touching = self.scenery.cover.touching(self.key, 0.0);
        let mut areas: Vec<(f64, u32)> = touching.into_iter().map(|feature| (shapes.get(feature as usize).area(), feature)).collect();
        areas.retain(|(area, _)| *area > least);
        areas.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        areas.into_iter().map(|(_, feature)| feature).collect()
    }

    pub(super) fn add_cover(&self, surface: &mut Surface) {
        let layer = &self.scenery.region.cover;
        for feature in self.cover_from((8.0 * self.pixel).powi(2)) {
            let rings = self.rings(layer.shapes.get(feature as usize));
            self.ground.drape_area(&rings, self.flat_tolerance(), palette::cover(layer.features[feature as usize].kind), surface);
        }
    }

    pub(super) fn add_water(&self, surface: &mut Surface) {
        let layer = &self.scenery.region.water;
        let touching = self.scenery.water.touching(self.key, 200.0);
        let (lines, areas): (Vec<u32>, Vec<u32>) =
            touching.into_iter().partition(|&feature| layer.shapes.get(feature as usize).kind == ShapeKind::Line);
        for feature in lines {
            self.add_course(&layer.features[feature as usize], layer.shapes.get(feature as usize), surface);
        }
        for feature in areas {
            let shape = layer.shapes.get(feature as usize);
            if shape.area() > (4.0 * self.pixel).powi(2) {
                let colour = palette::water(layer.features[feature as usize].kind);
                self.ground.drape_area(&self.rings(shape), self.flat_tolerance(), colour, surface);
            }
        }
    }

    fn add_course(&self, water: &Water, shape: Shape<'_>, surface: &mut Surface) {
        let major = matches!(water.kind, WaterKind::River | WaterKind::Canal);
        let shown = if major { 11 } else { 3 };
        if water.covered || self.key.level > shown {
            return;
        }
        let half_width = (water.width.value.metres() / 2.0).max(if major { self.stroke * 0.7 } else { self.stroke * 0.4 });
        for line in shape.parts() {
            self.add_ribbon(line, half_width, Ends::Round, palette::water(water.kind), surface);
        }
    }

    /// Lines that stay a few pixels wide however far off they are.
    pub(super) fn add_lines<T>(
        &self,
        surface: &mut Surface,
        index: &TileIndex,
        layer: &Layer<T>,
        levels: std::ops::RangeInclusive<u8>,
        look: impl Fn(&T) -> (Colour, f64),
    ) {
        if !levels.contains(&self.key.level) {
            return;
        }
        for feature in index.touching(self.key, 4.0 * self.pixel) {
            let (colour, pixels) = look(&layer.features[feature as usize]);
            let shape = layer.shapes.get(feature as usize);
            for part in shape.parts() {
                let closed: Vec<Position> = part.iter().chain(part.first().filter(|_| shape.kind == ShapeKind::Area)).copied().collect();
                self.add_ribbon(&closed, (pixels * self.stroke / 2.0).max(0.8), Ends::Round, colour, surface);
            }
        }
    }
}
