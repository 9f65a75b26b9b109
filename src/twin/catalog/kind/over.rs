//! What is spread over a drawn area or along a drawn line: water, rows of panels, trees.

use super::builder::Builder;
use super::drawn_area::DrawnArea;
use super::existing;
use crate::twin::catalog::shape::{Rows, Trees, WaterShape};
use crate::twin::model::building::{Building, BuildingUse, RoofShape};
use crate::twin::model::feature::{Decimetres, Feature};
use crate::twin::model::id::{mix, unit_fraction};
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::origin::Sourced;
use crate::twin::model::street::Street;
use crate::twin::model::tree::{Tree, TreeKind};
use crate::twin::model::vector::{Axis, Oblong, P, add, along, length, parallel, position, positions};
use crate::twin::model::water::Water;

/// Things that stand for what would be more of them.
const MOST: f64 = 60_000.0;
/// Metres of a table of panels, and between two of them.
const TABLE: [f64; 2] = [40.0, 1.0];
/// Metres from the ground to a table's lower edge.
const CLEAR: f64 = 0.7;
/// Share of trees with leaves.
const BROADLEAVED: f64 = 0.75;

impl Builder<'_, '_> {
    pub(super) fn add_water(&mut self, shape: &WaterShape) {
        let Some(area) = self.area() else { return };
        let rings = area.within(self.value(&shape.bank).max(0.0));
        if !rings.is_empty() {
            let depth = Decimetres::from_metres(self.value(&shape.depth));
            let water = Water { id: self.id(), name: self.name(), kind: shape.kind, depth, ..Water::default() };
            self.region.water.push(water, ShapeKind::Area, rings.iter().map(Vec::as_slice));
        }
    }

    /// Rows stand one behind the other as the front looks, each cut to the area and into tables.
    pub(super) fn add_rows(&mut self, rows: &Rows) {
        let Some(area) = self.area() else { return };
        let [spacing, width, height] = [&rows.spacing, &rows.width, &rows.height].map(|formula| self.value(formula));
        if width < 0.1 || spacing < width {
            return;
        }
        let spacing = spacing.max(area.size() / (MOST * TABLE[0]));
        for table in tables(&area, self.front, spacing, width) {
            let building = Building {
                id: self.id(),
                name: self.name(),
                usage: Sourced::modelled(BuildingUse::Roof),
                levels: Sourced::modelled(1),
                height: Sourced::modelled(Decimetres::from_metres(height.max(CLEAR + 0.1))),
                min_height: Decimetres::from_metres(CLEAR),
                roof: Sourced::modelled(RoofShape::Skillion),
                roof_height: Decimetres::from_metres((height - CLEAR).max(0.1)),
                ..Building::default()
            };
            self.region.buildings.push(building, ShapeKind::Area, [&positions(&table.corners())[..]]);
        }
    }

    pub(super) fn add_trees(&mut self, trees: &Trees) {
        let spacing = self.value(&trees.spacing);
        if spacing < 0.5 {
            return;
        }
        let height = self.value(&trees.height);
        match self.area() {
            Some(area) => {
                let spacing = spacing.max((area.size() / MOST).sqrt());
                for place in area.grid(self.front, spacing) {
                    self.add_tree(place, [spacing * 0.35; 2], height, |place| area.contains(place));
                }
            }
            None if self.is_on_bridge() => {}
            None => {
                let rows = self.value(&trees.rows).round().clamp(0.0, 50.0);
                let apart = self.value(&trees.apart);
                let spacing = spacing.max(length(self.points()) * rows / MOST);
                for row in 0..rows as usize {
                    let line = parallel(self.points(), (row as f64 - (rows - 1.0) / 2.0) * apart);
                    for step in 0..=(length(&line) / spacing) as usize {
                        self.add_tree(
                            along(&line, step as f64 * spacing).0,
                            [spacing, apart.min(spacing)].map(|reach| reach * 0.1),
                            height,
                            |_| true,
                        );
                    }
                }
            }
        }
    }

    /// Whether what is changed is a street on a bridge: nothing grows beside it.
    fn is_on_bridge(&self) -> bool {
        let pointed = self.solution.on.and_then(existing::parse).filter(|(layer, _)| *layer == Street::LAYER);
        pointed.is_some_and(|(_, id)| self.region.streets.features.iter().any(|street| street.id == id && street.bridge))
    }

    /// A tree near a place, by chance of its own number: off it by at most those metres, where that is allowed.
    pub fn add_tree(&mut self, place: P, reach: [f64; 2], height: f64, allowed: impl Fn(P) -> bool) {
        let id = self.id();
        let chance = |salt: u64| unit_fraction(mix(id.seed() ^ salt));
        let moved = add(place, [0, 1].map(|side| reach[side] * (2.0 * chance(side as u64 + 1) - 1.0)));
        let tree = Tree {
            id,
            kind: Sourced::assumed(if chance(3) < BROADLEAVED { TreeKind::Broadleaved } else { TreeKind::Needleleaved }),
            height: Sourced::modelled(Decimetres::from_metres(height * (0.8 + 0.4 * chance(4)))),
            ..Tree::default()
        };
        self.region.trees.push_point(tree, position(if allowed(moved) { moved } else { place }));
    }
}

/// Tables of panels in rows over an area.
fn tables(area: &DrawnArea, front: Axis, spacing: f64, width: f64) -> Vec<Oblong> {
    let [_, [low, high]] = area.extent(front);
    let rows = (0..((high - low) / spacing).ceil() as usize).map(|row| low + row as f64 * spacing);
    let mut tables = Vec::new();
    for behind in rows {
        for [from, to] in area.strips(front, behind, behind + width) {
            let count = ((to - from + TABLE[1]) / (TABLE[0] + TABLE[1])).ceil().max(1.0);
            let length = (to - from + TABLE[1]) / count - TABLE[1];
            if length >= width {
                let middle = |table: usize| from + length / 2.0 + table as f64 * (length + TABLE[1]);
                let place = |table| front.world(middle(table), behind + width / 2.0);
                tables.extend((0..count as usize).map(|table| Oblong::new(place(table), front.along, length, width)));
            }
        }
    }
    tables
}
