//! What one tile shows at its level of detail: the only place that decides what is drawn how finely.

use super::index::TileIndex;
use super::key::TileKey;
use super::scenery::Scenery;
use crate::twin::model::boundary::BoundaryKind;
use crate::twin::model::building::{Building, BuildingUse, Part, RoofShape};
use crate::twin::model::cover::CoverKind;
use crate::twin::model::id::{mix, unit_fraction};
use crate::twin::model::layer::{Layer, Shape, ShapeKind};
use crate::twin::model::railway::Railway;
use crate::twin::model::space::Position;
use crate::twin::model::street::{Street, StreetClass};
use crate::twin::model::tree::TreeKind;
use crate::twin::model::water::{Water, WaterKind};
use crate::viewer::app::palette;
use crate::viewer::render::kind::Kind;
use crate::viewer::render::mesh::building::{Built, Form, add_block, add_building};
use crate::viewer::render::mesh::drape::Ground;
use crate::viewer::render::mesh::polygon::{Ring, clip_square, simplify};
use crate::viewer::render::mesh::ribbon::{Ends, dashes, near_tile, ribbon};
use crate::viewer::render::mesh::surface::{Colour, Surface};
use crate::viewer::render::mesh::terrain::terrain_surface;
use crate::viewer::render::mesh::tree::{Tree, add_tree};

use bevy::math::{DVec2, Vec2, Vec3};

/// The meshes of a tile, in metres about its centre at `base` above sea level.
#[derive(Default)]
pub struct Tile {
    /// Height of the meshes' zero above sea level [m].
    pub base: f64,
    /// One surface a kind, in the order of [`Kind::ALL`].
    pub surfaces: [Surface; Kind::ALL.len()],
}

impl Tile {
    fn of(&mut self, kind: Kind) -> &mut Surface {
        &mut self.surfaces[kind as usize]
    }
}

/// Draws one tile.
pub fn build(scenery: &Scenery, key: TileKey) -> Tile {
    let builder = Builder::new(scenery, key);
    let mut tile = Tile { base: builder.base, ..Tile::default() };
    *tile.of(Kind::Ground) = builder.terrain();
    builder.add_cover(tile.of(Kind::Cover));
    builder.add_water(tile.of(Kind::Water));
    builder.add_railways(tile.of(Kind::Railway));
    let (mut streets, mut bridges) = (Surface::default(), Surface::default());
    builder.add_streets(&mut streets, &mut bridges);
    (*tile.of(Kind::Street), *tile.of(Kind::Bridge)) = (streets, bridges);
    builder.add_lines(tile.of(Kind::Boundary), &scenery.boundaries, &scenery.region.boundaries, 4..=11, |_| (palette::BOUNDARY, 1.8));
    builder.add_lines(tile.of(Kind::Line), &scenery.lines, &scenery.region.lines, 0..=6, |line| (palette::line(line.id.seed()), 1.6));
    builder
        .add_lines(tile.of(Kind::Cable), &scenery.cables, &scenery.region.cables, 0..=8, |cable| (palette::cable(cable.kind.value), 1.0));
    let mut built = Built::default();
    builder.add_buildings(&mut built);
    (*tile.of(Kind::Facade), *tile.of(Kind::Roof)) = (built.facades, built.solids);
    builder.add_trees(tile.of(Kind::Tree));
    builder.add_masts(tile.of(Kind::Mast));
    tile
}

/// Level from which districts are tinted: tiles of 65 km.
const TERRITORIES_FROM: u8 = 7;

/// Pixels that a tile is about wide where its level is shown.
const PIXELS: f64 = 600.0;

struct Builder<'a> {
    scenery: &'a Scenery,
    key: TileKey,
    centre: DVec2,
    base: f64,
    ground: Ground,
    /// Metres that about one pixel covers where this level is shown.
    pixel: f64,
}

/// How much of each kind a level shows.
struct Detail {
    /// Least important rank of streets.
    street_rank: u8,
    /// Smallest building [m² of footprint].
    building_area: f64,
    /// Most buildings a tile: the largest are shown.
    buildings: usize,
    /// Whether buildings have roofs and windows.
    roofs: bool,
    /// Share of a wood's trees.
    trees: f64,
    /// Sides of a tree.
    tree_sides: u32,
    /// Lane markings, kerbs.
    fine: bool,
}

/// By level, from the street corner outward.
const DETAILS: [Detail; 6] = [
    Detail { street_rank: 9, building_area: 0.0, buildings: usize::MAX, roofs: true, trees: 1.0, tree_sides: 5, fine: true },
    Detail { street_rank: 9, building_area: 0.0, buildings: usize::MAX, roofs: true, trees: 0.25, tree_sides: 4, fine: false },
    Detail { street_rank: 6, building_area: 30.0, buildings: 1_600, roofs: false, trees: 0.0, tree_sides: 3, fine: false },
    Detail { street_rank: 5, building_area: 60.0, buildings: 1_400, roofs: false, trees: 0.0, tree_sides: 3, fine: false },
    Detail { street_rank: 4, building_area: 250.0, buildings: 900, roofs: false, trees: 0.0, tree_sides: 3, fine: false },
    Detail { street_rank: 3, building_area: f64::INFINITY, buildings: 0, roofs: false, trees: 0.0, tree_sides: 3, fine: false },
];

impl<'a> Builder<'a> {
    fn new(scenery: &'a Scenery, key: TileKey) -> Self {
        let centre = DVec2::from_array(key.centre());
        let base = scenery.ground(key.centre());
        let half = key.size() / 2.0;
        let cells = if !scenery.region.terrain.is_known() {
            1
        } else if key.level == 0 {
            32
        } else {
            16
        };
        let ground = Ground::new(half, cells, 0.3 * key.size() / PIXELS, |point| scenery.ground((centre + point).to_array()) - base);
        Self { scenery, key, centre, base, ground, pixel: key.size() / PIXELS }
    }

    fn detail(&self) -> &'static Detail {
        &DETAILS[usize::from(self.key.level).min(DETAILS.len() - 1)]
    }

    fn local(&self, position: Position) -> DVec2 {
        DVec2::from_array(position.metres()) - self.centre
    }

    fn rings(&self, shape: Shape<'_>) -> Vec<Ring> {
        shape.parts().map(|ring| ring.iter().map(|&point| self.local(point)).collect()).collect()
    }

    fn terrain(&self) -> Surface {
        let (east, north) = (self.centre.x, self.centre.y);
        terrain_surface(&self.ground, |corner, normal| {
            let steep = (0.86 - normal.y) / 0.12;
            let snow = ((f64::from(corner.y) + self.base) as f32 - 2300.0) / 300.0;
            let patch = ((east + f64::from(corner.x)) * 0.004).sin() * ((north - f64::from(corner.z)) * 0.0053).sin();
            let grass = palette::blend(palette::GROUND, palette::cover(CoverKind::Meadow), 0.22 + 0.22 * patch as f32);
            palette::blend(palette::blend(grass, palette::ROCK, steep), palette::SNOW, snow)
        })
    }

    /// Districts in tints of their own, where single fields can no longer be seen.
    fn add_territories(&self, surface: &mut Surface) {
        let layer = &self.scenery.region.boundaries;
        for feature in self.scenery.boundaries.touching(self.key, 0.0) {
            let (boundary, shape) = (&layer.features[feature as usize], layer.shapes.get(feature as usize));
            if boundary.kind == BoundaryKind::District {
                self.ground.drape_area(&self.rings(shape), self.pixel, palette::territory(boundary.id.seed()), surface);
            }
        }
    }

    fn add_cover(&self, surface: &mut Surface) {
        if self.key.level >= TERRITORIES_FROM {
            self.add_territories(surface);
        }
        let layer = &self.scenery.region.cover;
        let least = (8.0 * self.pixel).powi(2);
        let mut areas: Vec<(f64, u32)> = self
            .scenery
            .cover
            .touching(self.key, 0.0)
            .into_iter()
            .map(|feature| (layer.shapes.get(feature as usize).area(), feature))
            .filter(|(area, _)| *area > least)
            .collect();
        areas.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (_, feature) in areas {
            let rings = self.rings(layer.shapes.get(feature as usize));
            self.ground.drape_area(&rings, self.pixel * 1.8, palette::cover(layer.features[feature as usize].kind), surface);
        }
    }

    fn add_water(&self, surface: &mut Surface) {
        let layer = &self.scenery.region.water;
        let touching = self.scenery.water.touching(self.key, 200.0);
        let (lines, areas): (Vec<u32>, Vec<u32>) =
            touching.into_iter().partition(|&feature| layer.shapes.get(feature as usize).kind == ShapeKind::Line);
        for feature in lines {
            self.add_course(&layer.features[feature as usize], layer.shapes.get(feature as usize), surface);
        }
        for feature in areas {
            let shape = layer.shapes.get(feature as usize);
            if shape.area() > (2.0 * self.pixel).powi(2) {
                let colour = palette::water(layer.features[feature as usize].kind);
                self.ground.drape_area(&self.rings(shape), self.pixel * 1.2, colour, surface);
            }
        }
    }

    fn add_course(&self, water: &Water, shape: Shape<'_>, surface: &mut Surface) {
        let major = matches!(water.kind, WaterKind::River | WaterKind::Canal);
        let shown = if major { 11 } else { 3 };
        if water.covered || self.key.level > shown {
            return;
        }
        let half_width = (water.width.value.metres() / 2.0).max(if major { self.pixel * 0.7 } else { self.pixel * 0.4 });
        for line in shape.parts() {
            self.add_ribbon(line, half_width, Ends::Round, palette::water(water.kind), surface);
        }
    }

    /// Lays a line with a width onto the ground.
    fn add_ribbon(&self, line: &[Position], half_width: f64, ends: Ends, colour: Colour, surface: &mut Surface) {
        let points: Vec<DVec2> = line.iter().map(|&point| self.local(point)).collect();
        self.add_local_ribbon(&points, half_width, ends, colour, surface);
    }

    fn add_local_ribbon(&self, points: &[DVec2], half_width: f64, ends: Ends, colour: Colour, surface: &mut Surface) {
        let half = self.ground.half();
        let ends = if half_width < 1.1 * self.pixel { Ends::Open } else { ends };
        for mut piece in near_tile(points, half, half_width) {
            if self.key.level > 0 {
                simplify_line(&mut piece, self.pixel * 0.6);
            }
            ribbon(&piece, half_width, ends, |triangle| {
                if triangle.iter().all(|point| point.x.abs() <= half && point.y.abs() <= half) {
                    self.ground.drape_triangle(triangle, colour, surface);
                } else {
                    let clipped = clip_square(&triangle, half);
                    for corner in 1..clipped.len().saturating_sub(1) {
                        self.ground.drape_triangle([clipped[0], clipped[corner], clipped[corner + 1]], colour, surface);
                    }
                }
            });
        }
    }

    fn add_railways(&self, surface: &mut Surface) {
        if self.key.level > 8 {
            return;
        }
        let layer = &self.scenery.region.railways;
        for feature in self.scenery.railways.touching(self.key, 20.0) {
            let (railway, shape) = (&layer.features[feature as usize], layer.shapes.get(feature as usize));
            let hidden = railway.tunnel || railway.siding && self.key.level > 3;
            if !hidden {
                self.add_track(railway, shape, surface);
            }
        }
    }

    fn add_track(&self, railway: &Railway, shape: Shape<'_>, surface: &mut Surface) {
        let half_width = (1.7 + 2.2 * f64::from(railway.tracks.saturating_sub(1))).max(self.pixel * 0.8);
        for line in shape.parts() {
            self.add_ribbon(line, half_width, Ends::Round, palette::railway(railway.class), surface);
            let points: Vec<DVec2> = line.iter().map(|&point| self.local(point)).collect();
            if self.detail().fine {
                for side in [-0.76, 0.76] {
                    self.add_local_ribbon(&offset(&points, side), 0.07, Ends::Butt, palette::RAIL, surface);
                }
            } else {
                self.add_local_ribbon(&points, self.pixel * 0.35, Ends::Butt, palette::RAIL, surface);
            }
        }
    }

    fn add_streets(&self, surface: &mut Surface, solids: &mut Surface) {
        let region = &self.scenery.region;
        let detail = self.detail();
        let deepest = if self.key.level > 6 { 1 } else { detail.street_rank };
        let mut shown: Vec<u32> = self.scenery.streets.touching(self.key, 60.0);
        shown.retain(|&index| {
            let street = &region.streets.features[index as usize];
            street.class.rank() <= deepest && !street.tunnel && !matches!(street.class, StreetClass::Proposed)
        });
        shown.sort_by_key(|&index| (std::cmp::Reverse(region.streets.features[index as usize].class.rank()), index));
        let (lifted, level): (Vec<u32>, Vec<u32>) =
            shown.into_iter().partition(|&index| self.key.level <= 2 && self.scenery.lifts.is_lifted(&region.network, index as usize));
        if self.key.level <= 1 {
            for &index in &level {
                self.add_pavement(index as usize, surface);
            }
        }
        for &index in &level {
            let street = &region.streets.features[index as usize];
            self.add_street(street, region.streets.shapes.get(index as usize), surface);
        }
        if detail.fine {
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
        (street.width.value.metres() / 2.0).max(0.5).max(pixels * self.pixel * if self.key.level > 2 { 0.75 } else { 0.5 })
    }

    fn add_street(&self, street: &Street, shape: Shape<'_>, surface: &mut Surface) {
        let colour = palette::street(street.class, street.surface.value);
        if shape.kind == ShapeKind::Area {
            return self.ground.drape_area(&self.rings(shape), self.pixel * 0.5, colour, surface);
        }
        for line in shape.parts() {
            self.add_ribbon(line, self.half_width(street), Ends::Round, colour, surface);
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
            dashes(&shortened(&offset(&points, side), 8.0), 3.0, 5.0, |dash| {
                self.add_local_ribbon(&dash, 0.09, Ends::Butt, palette::MARKING, surface);
            });
        }
    }

    /// A street on a bridge or an embankment: top, sides, and the bridge's piers.
    fn add_lifted(&self, index: usize, surface: &mut Surface, solids: &mut Surface) {
        let region = &self.scenery.region;
        let street = &region.streets.features[index];
        let profile: Vec<(DVec2, f64)> =
            self.scenery.lifts.profile(region, index).into_iter().map(|(point, lift)| (self.local(point), lift)).collect();
        let half_width = self.half_width(street);
        let colour = palette::street(street.class, street.surface.value);
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
        let depth = if bridge { 1.1 } else { pair[0].1.max(pair[1].1) as f32 + 1.0 };
        let flank = if bridge { palette::CONCRETE } else { palette::EMBANKMENT };
        let parapet = if bridge { 0.9 } else { 0.0 };
        for [from, to] in [[corners[0], corners[1]], [corners[2], corners[3]]] {
            let (up, down) = (Vec3::Y * parapet, Vec3::Y * depth);
            let outward = (to - from).cross(Vec3::Y).normalize_or(Vec3::X);
            solids.quad([from - down, to - down, to + up, from + up], outward, flank, [Vec2::ZERO; 4]);
            if bridge {
                solids.quad([to, from, from + up, to + up], -outward, flank, [Vec2::ZERO; 4]);
            }
        }
        if bridge {
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

    /// Lines that stay a few pixels wide however far off they are.
    fn add_lines<T>(
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
                self.add_ribbon(&closed, (pixels * self.pixel / 2.0).max(0.8), Ends::Round, colour, surface);
            }
        }
    }

    fn add_masts(&self, surface: &mut Surface) {
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

    fn add_buildings(&self, built: &mut Built) {
        let detail = self.detail();
        let layer = &self.scenery.region.buildings;
        if detail.building_area.is_infinite() {
            return;
        }
        let own = |feature: &u32| {
            let shape = layer.shapes.get(*feature as usize);
            let tile = TileKey::at(0, shape.points()[0].metres()).at_level(self.key.level);
            layer.features[*feature as usize].part != Part::Outline && tile == self.key
        };
        let mut shown: Vec<(f64, u32)> = self
            .scenery
            .buildings
            .touching(self.key, 0.0)
            .into_iter()
            .filter(own)
            .map(|feature| (layer.shapes.get(feature as usize).area(), feature))
            .filter(|(area, _)| *area >= detail.building_area)
            .collect();
        if shown.len() > detail.buildings {
            shown.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            shown.truncate(detail.buildings);
        }
        for (area, feature) in shown {
            let form = self.form(&layer.features[feature as usize], self.rings(layer.shapes.get(feature as usize)));
            let plain = self.key.level > 0 && area < 45.0;
            if detail.roofs && !plain { add_building(&form, built) } else { add_block(&form, self.pixel * 1.3, built) }
        }
    }

    fn form(&self, building: &Building, mut rings: Vec<Ring>) -> Form {
        if !self.detail().roofs {
            rings.truncate(1);
            rings.iter_mut().for_each(|ring| simplify(ring, self.pixel * 0.5));
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
            roof: if self.detail().roofs { building.roof.value } else { RoofShape::Flat },
            ridge_across: building.roof_across,
            storeys: if blind || self.key.level > 1 { 0 } else { building.levels.value },
            wall: palette::wall(usage, seed),
            cover: palette::roof(usage, building.roof.value, seed),
            seed,
            rings,
        }
    }

    fn add_trees(&self, solids: &mut Surface) {
        let detail = self.detail();
        if detail.trees == 0.0 {
            return;
        }
        let layer = &self.scenery.region.trees;
        for feature in self.scenery.trees.touching(self.key, 0.0) {
            let (tree, shape) = (&layer.features[feature as usize], layer.shapes.get(feature as usize));
            let place = |point: DVec2, seed: u64, solids: &mut Surface| {
                if unit_fraction(seed ^ 5) < detail.trees.sqrt() {
                    self.add_tree(point, tree.height.value.metres(), tree.kind.value, seed, detail.tree_sides, solids);
                }
            };
            if shape.kind == ShapeKind::Point {
                place(self.local(shape.first()[0]), tree.id.seed(), solids);
            } else {
                let points: Vec<DVec2> = shape.first().iter().map(|&point| self.local(point)).collect();
                let mut number = 0;
                dashes(&points, 0.1, 7.9, |[at, _]| {
                    number += 1;
                    place(at, mix(tree.id.seed() + number), solids);
                });
            }
        }
        self.add_woods(solids);
    }

    fn add_tree(&self, point: DVec2, height: f64, kind: TreeKind, seed: u64, sides: u32, solids: &mut Surface) {
        let half = self.ground.half();
        if point.x.abs() > half || point.y.abs() > half {
            return;
        }
        let height = height.max(2.0) * (0.85 + 0.3 * unit_fraction(seed));
        let tree = Tree {
            foot: self.ground.point(point),
            height: height as f32,
            kind,
            crown: palette::crown(kind, seed),
            turn: (seed % 7) as f32,
        };
        add_tree(&tree, sides, solids);
    }

    /// Fills woods, parks and orchards with trees on a jittered grid that does not depend on the tile.
    fn add_woods(&self, solids: &mut Surface) {
        let layer = &self.scenery.region.cover;
        let half = self.ground.half();
        for feature in self.scenery.cover.touching(self.key, 0.0) {
            let Some(spacing) = tree_spacing(layer.features[feature as usize].kind) else { continue };
            let shape = layer.shapes.get(feature as usize);
            let spacing = spacing / self.detail().trees.sqrt();
            let bounds = shape.bounds();
            let [low, high] = [bounds.min, bounds.max]
                .map(|corner| (DVec2::from_array(corner) - self.centre).clamp(DVec2::splat(-half), DVec2::splat(half)));
            let first = ((self.centre + low) / spacing).floor();
            let last = ((self.centre + high) / spacing).ceil();
            for (column, row) in
                (first.x as i64..last.x as i64).flat_map(|column| (first.y as i64..last.y as i64).map(move |row| (column, row)))
            {
                let seed = mix((column as u64) << 32 ^ (row as u64 & 0xFFFF_FFFF));
                let jitter = DVec2::new(unit_fraction(seed ^ 1), unit_fraction(seed ^ 2));
                let point = (DVec2::new(column as f64, row as f64) + 0.15 + 0.7 * jitter) * spacing;
                if shape.contains(Position::from_metres(point.x, point.y)) {
                    let kind = if unit_fraction(seed ^ 3) < 0.3 { TreeKind::Needleleaved } else { TreeKind::Broadleaved };
                    self.add_tree(
                        point - self.centre,
                        7.0 + 7.0 * unit_fraction(seed ^ 4),
                        kind,
                        seed,
                        self.detail().tree_sides.min(4),
                        solids,
                    );
                }
            }
        }
    }
}

/// Metres between trees of a cover, or none.
fn tree_spacing(kind: CoverKind) -> Option<f64> {
    match kind {
        CoverKind::Forest => Some(13.0),
        CoverKind::Park | CoverKind::Cemetery => Some(19.0),
        CoverKind::Orchard => Some(9.0),
        CoverKind::Allotments | CoverKind::Garden => Some(26.0),
        CoverKind::Scrub => Some(30.0),
        _ => None,
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

/// Drops inner points nearer than `tolerance` to the last one kept; the ends stay, so that lines still meet.
fn simplify_line(line: &mut Vec<DVec2>, tolerance: f64) {
    if let Some(&last) = line.last() {
        simplify(line, tolerance);
        if line.last() != Some(&last) {
            line.push(last);
        }
    }
}
