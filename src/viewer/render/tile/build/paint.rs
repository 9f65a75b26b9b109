//! What far tiles have painted onto their ground: land cover, and the streets, houses and trees that are too small for triangles.

use super::Builder;
use crate::twin::model::boundary::{Boundary, BoundaryKind};
use crate::twin::model::building::Building;
use crate::twin::model::cover::CoverKind;
use crate::twin::model::feature::Feature;
use crate::twin::model::id::{mix, unit_fraction};
use crate::twin::model::layer::{Shape, ShapeKind};
use crate::twin::model::tree::TreeKind;
use crate::viewer::app::palette;
use crate::viewer::render::mesh::canvas::{Canvas, Grain};
use crate::viewer::render::mesh::polygon::{Ring, clip_square, simplify_ring};
use crate::viewer::render::mesh::ribbon::{dashes, near_tile};
use crate::viewer::render::mesh::surface::Colour;
use bevy::math::DVec2;
use std::sync::LazyLock;

/// Level from which districts are tinted: tiles of 65 km.
const TERRITORIES_FROM: u8 = 7;
/// Level from which relief is shaded by exaggeration: tiles of 16 km.
const RELIEF_FROM: u8 = 5;
/// Last level at which single houses and small streets still colour a texel.
const SMALL_UNTIL: u8 = 5;

impl Builder<'_> {
    /// The texels of the ground's picture, with their smaller copies; none where all is drawn with triangles.
    pub(super) fn paint(&self) -> Option<Vec<u8>> {
        let mut canvas = Canvas::new(self.ground.half()).filter(|_| self.detail.painted)?;
        let own = self.own_ground(&canvas);
        let half = DVec2::splat(self.ground.half() + canvas.texel());
        canvas.fill(&[rectangle(-half, half)], palette::BEYOND, 1.0);
        for (tint, rings) in &own {
            match *tint {
                Some(tint) => canvas.fill(rings, tint, 1.0),
                None => canvas.erase(rings),
            }
        }
        self.paint_cover(&mut canvas);
        if self.key.level >= RELIEF_FROM && self.scenery.region.terrain.is_known() {
            self.paint_relief(&own, &mut canvas);
        }
        if self.key.level <= SMALL_UNTIL {
            self.paint_streets(&mut canvas);
            self.paint_buildings(&mut canvas);
            self.paint_trees(&mut canvas);
        }
        Some(canvas.into_levels())
    }

    /// The rings of an area as far as they matter to a canvas.
    fn painted_rings(&self, shape: Shape<'_>, canvas: &Canvas) -> Vec<Ring> {
        let mut rings = self.rings(shape);
        for ring in &mut rings {
            simplify_ring(ring, canvas.texel() * 0.4);
            *ring = clip_square(ring, self.ground.half() + canvas.texel());
        }
        rings
    }

    /// The region's own ground: its districts in their tints where those are seen as wholes, else all that there are data of.
    fn own_ground(&self, canvas: &Canvas) -> Vec<(Option<Colour>, Vec<Ring>)> {
        let layer = &self.scenery.region.boundaries;
        let mut districts = layer.iter().filter(|(boundary, _)| boundary.kind == BoundaryKind::District).peekable();
        if self.key.level >= TERRITORIES_FROM && districts.peek().is_some() {
            let tinted = |(boundary, shape): (&Boundary, Shape<'_>)| {
                (Some(palette::territory(boundary.id.seed())), self.painted_rings(shape, canvas))
            };
            return districts.map(tinted).collect();
        }
        let extent = self.scenery.region.extent;
        let [low, high] = [extent.min, extent.max].map(|corner| DVec2::from_array(corner) - self.centre);
        vec![(None, vec![clip_square(&rectangle(low, high), self.ground.half() + canvas.texel())])]
    }

    /// Light from the north-west, as maps have it: relief that is too gentle to show itself is exaggerated with the distance.
    fn paint_relief(&self, areas: &[(Option<Colour>, Vec<Ring>)], canvas: &mut Canvas) {
        const CELLS: u32 = 96;
        // Corners of the cells: two more on each side, for the slopes of the cells that lie beyond the edge.
        const CORNERS: usize = CELLS as usize + 5;
        let step = self.key.size() / f64::from(CELLS);
        let corner = |index: usize| (index as f64 - 2.0) * step - self.ground.half();
        let heights: Vec<f64> = (0..CORNERS * CORNERS)
            .map(|index| self.scenery.ground((self.centre + DVec2::new(corner(index % CORNERS), -corner(index / CORNERS))).to_array()))
            .collect();
        let around = |column: usize, row: usize| {
            let first = row * CORNERS + column;
            [first, first + 1, first + CORNERS, first + CORNERS + 1].map(|corner| heights[corner]).iter().sum::<f64>() / 4.0
        };
        let exaggeration = 3.0 * f64::from(1u32 << (self.key.level - RELIEF_FROM));
        canvas.shade(areas.iter().map(|(_, rings)| &rings[..]), CELLS, 0.34, |column, row| {
            let (column, row) = (column as usize, row as usize);
            // How far it falls toward the light, from the south-eastern to the north-western neighbour.
            let falls = (around(column + 2, row + 2) - around(column, row)) / (2.0 * std::f64::consts::SQRT_2 * step) * exaggeration;
            (falls / (0.6 + falls.abs())) as f32
        });
    }

    fn paint_cover(&self, canvas: &mut Canvas) {
        let opacity = self.style.opacity("landcover");
        if opacity == 0.0 {
            return;
        }
        let layer = &self.scenery.region.cover;
        for feature in self.cover_from(canvas.texel().powi(2)) {
            let kind = layer.features[feature as usize].kind;
            let rings = self.painted_rings(layer.shapes.get(feature as usize), canvas);
            canvas.fill(&rings, palette::cover(kind), opacity);
            if let Some(grain) = grain(kind).filter(|_| self.key.level <= SMALL_UNTIL) {
                canvas.fill_grain(&rings, grain, self.style.opacity("trees"));
            }
        }
    }

    /// Streets less important than those that have triangles.
    fn paint_streets(&self, canvas: &mut Canvas) {
        let opacity = self.style.opacity("highways");
        let layer = &self.scenery.region.streets;
        for feature in self.scenery.streets.touching(self.key, canvas.texel()) {
            let (street, shape) = (&layer.features[feature as usize], layer.shapes.get(feature as usize));
            if street.class.rank() <= self.detail.street_rank || street.tunnel || shape.kind != ShapeKind::Line {
                continue;
            }
            let colour = self.street_colour(street, feature as usize);
            let points: Vec<DVec2> = shape.first().iter().map(|&point| self.local(point)).collect();
            for piece in near_tile(&points, self.ground.half(), canvas.texel()) {
                canvas.stroke(&piece, street.width.value.metres().max(canvas.texel() * 0.4), colour, opacity);
            }
        }
    }

    /// Buildings that do not stand: their roofs, and their shadows at noon.
    fn paint_buildings(&self, canvas: &mut Canvas) {
        let opacity = self.style.opacity("buildings");
        let layer = &self.scenery.region.buildings;
        let (_, flat) = self.own_buildings();
        let least = (0.6 * canvas.texel()).powi(2);
        for (_, feature) in flat.into_iter().filter(|(area, _)| *area > least) {
            let building = &layer.features[feature as usize];
            let roof = self.painted_rings(layer.shapes.get(feature as usize), canvas);
            let reach = DVec2::new(0.0, 0.5 * building.height.value.metres());
            if reach.y > 0.3 * canvas.texel() {
                let shadow: Vec<Ring> = roof.iter().take(1).map(|ring| ring.iter().map(|&point| point + reach).collect()).collect();
                canvas.fill(&shadow, palette::SHADE, 0.35 * opacity);
            }
            let own = || palette::roof(building.usage.value, building.roof.value, building.id.seed());
            canvas.fill(&roof, self.dressed(Building::LAYER, feature as usize).unwrap_or_else(own), opacity);
        }
    }

    fn paint_trees(&self, canvas: &mut Canvas) {
        let opacity = self.style.opacity("trees");
        let layer = &self.scenery.region.trees;
        for feature in self.scenery.trees.touching(self.key, 0.0) {
            let (tree, shape) = (&layer.features[feature as usize], layer.shapes.get(feature as usize));
            let width = 0.6 * tree.height.value.metres();
            let mut seed = tree.id.seed();
            let mut crown = |at: DVec2| {
                seed = mix(seed);
                canvas.dot(at, width, palette::crown(tree.kind.value, seed), opacity);
            };
            let points: Vec<DVec2> = shape.first().iter().map(|&point| self.local(point)).collect();
            match points[..] {
                [point] => crown(point),
                _ => dashes(&points, 0.1, 7.9, |[at, _]| crown(at)),
            }
        }
    }
}

fn rectangle(low: DVec2, high: DVec2) -> Ring {
    vec![low, DVec2::new(high.x, low.y), high, DVec2::new(low.x, high.y)]
}

/// The grain of a cover that trees stand on.
fn grain(kind: CoverKind) -> Option<&'static Grain> {
    static DENSE: LazyLock<Option<Grain>> = LazyLock::new(|| crowns(2.6, 3.0));
    static LOOSE: LazyLock<Option<Grain>> = LazyLock::new(|| crowns(2.4, 6.0));
    match kind {
        CoverKind::Forest | CoverKind::Orchard => DENSE.as_ref(),
        CoverKind::Park | CoverKind::Cemetery | CoverKind::Scrub | CoverKind::Allotments | CoverKind::Garden => LOOSE.as_ref(),
        _ => None,
    }
}

fn crowns(width: f32, gap: f32) -> Option<Grain> {
    let mut seed = 1;
    Grain::new(width, gap, palette::crown(TreeKind::Broadleaved, 0), palette::crown(TreeKind::Needleleaved, 0), || {
        seed = mix(seed);
        unit_fraction(seed) as f32
    })
}
