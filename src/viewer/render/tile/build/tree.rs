//! Trees: those that are known one by one, rows, and those that fill woods and parks.

use super::super::key::TileKey;
use super::super::scenery::Scenery;
use super::Builder;
use crate::twin::model::cover::CoverKind;
use crate::twin::model::id::{mix, unit_fraction};
use crate::twin::model::layer::{Shape, ShapeKind, Shapes};
use crate::twin::model::space::{Bounds, Position};
use crate::twin::model::tree::TreeKind;
use crate::viewer::app::palette;
use crate::viewer::render::mesh::ribbon::dashes;
use crate::viewer::render::mesh::surface::Surface;
use crate::viewer::render::mesh::tree::{Tree, add_tree};
use bevy::math::DVec2;
use std::collections::HashMap;

impl Builder<'_> {
    pub(super) fn add_trees(&self, solids: &mut Surface) {
        let detail = self.detail;
        if detail.trees == 0.0 {
            return;
        }
        let layer = &self.scenery.region.trees;
        for feature in self.scenery.trees.touching(self.key, 0.0) {
            let (tree, shape) = (&layer.features[feature as usize], layer.shapes.get(feature as usize));
            let place = |point: DVec2, seed: u64, solids: &mut Surface| {
                if unit_fraction(seed ^ 5) < detail.trees {
                    self.add_tree(point, tree.height.value.metres(), tree.kind.value, seed, solids);
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

    fn add_tree(&self, point: DVec2, height: f64, kind: TreeKind, seed: u64, solids: &mut Surface) {
        let half = self.ground.half();
        let room = self.proposed.is_some_and(|proposed| proposed.covers((self.centre + point).to_array()));
        if room || point.x.abs() > half || point.y.abs() > half {
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
        add_tree(&tree, self.detail.tree_sides, self.detail.trunks, solids);
    }

    /// Fills woods, parks and orchards with trees on a jittered grid that does not depend on the tile.
    fn add_woods(&self, solids: &mut Surface) {
        let layer = &self.scenery.region.cover;
        let half = self.ground.half();
        let footprints = Footprints::of(self.scenery, self.key);
        for feature in self.scenery.cover.touching(self.key, 0.0) {
            let Some(spacing) = tree_spacing(layer.features[feature as usize].kind) else { continue };
            let shape = layer.shapes.get(feature as usize);
            let spacing = spacing / self.detail.woods.sqrt();
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
                if shape.contains(Position::from_metres(point.x, point.y)) && !footprints.is_near(point) {
                    let kind = if unit_fraction(seed ^ 3) < 0.3 { TreeKind::Needleleaved } else { TreeKind::Broadleaved };
                    self.add_tree(point - self.centre, 7.0 + 7.0 * unit_fraction(seed ^ 4), kind, seed, solids);
                }
            }
        }
    }
}

/// The buildings of a tile by place, so that no tree grows through a roof.
struct Footprints<'a> {
    shapes: &'a Shapes,
    cells: HashMap<[i64; 2], Vec<u32>>,
}

impl<'a> Footprints<'a> {
    /// Side of a cell [m].
    const CELL: f64 = 32.0;
    /// Distance that a trunk keeps from a wall [m].
    const CLEARANCE: f64 = 2.5;

    fn of(scenery: &'a Scenery, key: TileKey) -> Self {
        let shapes = &scenery.region.buildings.shapes;
        let mut cells: HashMap<[i64; 2], Vec<u32>> = HashMap::new();
        for feature in scenery.buildings.touching(key, 80.0) {
            let Bounds { min, max } = shapes.get(feature as usize).bounds();
            let (low, high) = (Self::cell(min, -Self::CLEARANCE), Self::cell(max, Self::CLEARANCE));
            for cell in (low[0]..=high[0]).flat_map(|column| (low[1]..=high[1]).map(move |row| [column, row])) {
                cells.entry(cell).or_default().push(feature);
            }
        }
        Self { shapes, cells }
    }

    fn cell(point: [f64; 2], margin: f64) -> [i64; 2] {
        point.map(|value| ((value + margin) / Self::CELL).floor() as i64)
    }

    fn is_near(&self, point: DVec2) -> bool {
        let around = [DVec2::ZERO, DVec2::X, -DVec2::X, DVec2::Y, -DVec2::Y].map(|side| point + side * Self::CLEARANCE);
        self.cells.get(&Self::cell(point.to_array(), 0.0)).is_some_and(|features| {
            let stands = |shape: Shape<'_>| around.iter().any(|at| shape.contains(Position::from_metres(at.x, at.y)));
            features.iter().any(|&feature| stands(self.shapes.get(feature as usize)))
        })
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
