//! What stands: buildings and masts.

use super::super::key::TileKey;
use super::Builder;
use crate::twin::model::building::{Building, BuildingUse, Part, RoofShape};
use crate::twin::model::feature::Feature;
use crate::viewer::app::palette;
use crate::viewer::render::mesh::building::{Built, Form, add_block, add_building};
use crate::viewer::render::mesh::polygon::{Ring, simplify_ring};
use crate::viewer::render::mesh::shade::{Rim, rim};
use crate::viewer::render::mesh::surface::Surface;
use bevy::math::DVec2;

/// Buildings with their areas [m²].
type ByArea = Vec<(f64, u32)>;

impl Builder<'_> {
    pub(super) fn add_masts(&self, surface: &mut Surface) {
        if self.key.level > 4 {
            return;
        }
        let layer = &self.scenery.region.masts;
        for feature in self.scenery.masts.touching(self.key, 0.0) {
            let (mast, point) = (&layer.features[feature as usize], self.local(layer.shapes.get(feature as usize).anchor()));
            if point.abs().max_element() <= self.ground.half() {
                let width = 0.5_f64.max(self.pixel * 0.5);
                let bottom = self.ground.height(point);
                let ring = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)].map(|(x, y)| point + DVec2::new(x, y) * width);
                let form = Form {
                    rings: vec![ring.to_vec()],
                    base: bottom - 1.0,
                    eaves: bottom + mast.height.value.metres().max(15.0),
                    rise: width * 2.0,
                    roof: RoofShape::Pyramidal,
                    ridge_across: false,
                    storeys: 0,
                    wall: palette::MAST,
                    cover: palette::MAST,
                    seed: 0,
                };
                let mut built = Built { facades: Surface::default(), solids: std::mem::take(surface) };
                add_building(&form, &mut built);
                *surface = built.solids;
            }
        }
    }

    /// The tile's buildings: those that stand, and those too small or too many for this level.
    pub(super) fn own_buildings(&self) -> (ByArea, ByArea) {
        let layer = &self.scenery.region.buildings;
        let own = |feature: &u32| {
            let shape = layer.shapes.get(*feature as usize);
            let tile = TileKey::at(0, shape.points()[0].metres()).at_level(self.key.level);
            layer.features[*feature as usize].part != Part::Outline && tile == self.key
        };
        let touching = self.scenery.buildings.touching(self.key, 0.0).into_iter().filter(own);
        let (mut standing, mut flat): (Vec<_>, Vec<_>) = touching
            .map(|feature| (layer.shapes.get(feature as usize).area(), feature))
            .partition(|(area, _)| *area >= self.detail.building_area);
        if standing.len() > self.detail.buildings {
            standing.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            flat.extend(standing.drain(self.detail.buildings..));
        }
        (standing, flat)
    }

    pub(super) fn add_buildings(&self, built: &mut Built) {
        if self.detail.buildings == 0 {
            return;
        }
        let layer = &self.scenery.region.buildings;
        for (area, feature) in self.own_buildings().0 {
            let detailed = area >= self.detail.roofs_from;
            let mut form = self.form(&layer.features[feature as usize], self.rings(layer.shapes.get(feature as usize)), detailed);
            if let Some([red, green, blue, _]) = self.dressed(Building::LAYER, feature as usize) {
                (form.wall, form.cover) = ([red, green, blue, form.wall[3]], [red, green, blue, form.cover[3]]);
            }
            if detailed { add_building(&form, built) } else { add_block(&form, self.pixel * 1.3, built) }
        }
    }

    /// Shade on the ground around the buildings that are drawn in detail and stand on it.
    pub(super) fn add_shade(&self, surface: &mut Surface) {
        if self.detail.shade <= 0.0 {
            return;
        }
        let layer = &self.scenery.region.buildings;
        for (area, feature) in self.own_buildings().0 {
            if area >= self.detail.roofs_from && layer.features[feature as usize].min_height.metres() <= 0.0 {
                let rings = self.rings(layer.shapes.get(feature as usize));
                rings.iter().flat_map(|ring| rim(ring, self.detail.shade)).for_each(|rim| self.add_rim(&rim, surface));
            }
        }
    }

    fn add_rim(&self, rim: &Rim, surface: &mut Surface) {
        let first = surface.positions.len();
        self.drape_within(rim.triangle, [0; 4], surface);
        let Surface { positions, colours, .. } = surface;
        for ([x, _, z], colour) in positions[first..].iter().zip(&mut colours[first..]) {
            colour[3] = rim.darkness(DVec2::new(f64::from(*x), -f64::from(*z)));
        }
    }

    fn form(&self, building: &Building, mut rings: Vec<Ring>, detailed: bool) -> Form {
        if !detailed {
            rings.truncate(1);
            rings.iter_mut().for_each(|ring| simplify_ring(ring, self.pixel * 0.6));
        }
        let heights = rings.iter().flatten().map(|&point| self.ground.height(point));
        let (low, high) = heights.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), height| (low.min(height), high.max(height)));
        let floor = (low + high) / 2.0;
        let (usage, seed) = (building.usage.value, building.id.seed());
        let raised = building.min_height.metres() > 0.0;
        let blind = matches!(
            usage,
            BuildingUse::Garage
                | BuildingUse::Outbuilding
                | BuildingUse::Storage
                | BuildingUse::Farm
                | BuildingUse::Roof
                | BuildingUse::Greenhouse
        );
        Form {
            base: if raised { floor + building.min_height.metres() } else { low - 0.5 },
            eaves: floor + building.eaves(),
            rise: building.roof_height.metres(),
            roof: if detailed { building.roof.value } else { RoofShape::Flat },
            ridge_across: building.roof_across,
            storeys: if blind || !detailed { 0 } else { building.levels.value },
            wall: palette::wall(usage, seed),
            cover: palette::roof(usage, building.roof.value, seed),
            seed,
            rings,
        }
    }
}
