//! What stands or lies about a solution's middle: buildings, masts, ground.

use super::builder::Builder;
use crate::twin::catalog::shape::{Block, Ground, MastShape};
use crate::twin::model::building::{Building, BuildingUse, RoofShape};
use crate::twin::model::connectivity::Mast;
use crate::twin::model::cover::{Cover, CoverKind};
use crate::twin::model::feature::Decimetres;
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::origin::Sourced;
use crate::twin::model::space::Position;
use crate::twin::model::vector::{Oblong, P, position, positions};

/// Metres of a storey.
const STOREY: f64 = 3.3;
/// Storeys that a building may have.
const HIGHEST: f64 = 60.0;
/// Masts that a solution may have.
const MOST: f64 = 10_000.0;

/// What a building is like, wherever it stands.
#[derive(Clone, Copy, Debug)]
pub struct House {
    /// What it is used for.
    pub usage: BuildingUse,
    /// Storeys.
    pub storeys: f64,
    /// The roof.
    pub roof: RoofShape,
}

impl House {
    /// The building that a template describes.
    pub fn of(block: &Block, builder: &Builder) -> Self {
        let storeys = builder.value(&block.storeys).round().clamp(1.0, HIGHEST);
        Self { usage: block.usage, storeys, roof: block.roof }
    }

    /// Metres to the eaves.
    pub fn height(&self) -> f64 {
        self.storeys * STOREY
    }
}

impl Builder<'_, '_> {
    pub(super) fn add_block(&mut self, block: &Block) {
        let [length, width] = [&block.length, &block.width].map(|formula| self.value(formula));
        let oblong = Oblong::new(self.place(&block.right, &block.behind), self.front.along, length, width);
        if length >= 1.0 && width >= 1.0 && self.area().is_none_or(|area| area.holds(&oblong)) {
            self.add_building(House::of(block, self), &oblong);
        }
    }

    /// Adds a building of that footprint.
    pub fn add_building(&mut self, house: House, footprint: &Oblong) {
        let [half_length, half_width] = footprint.half;
        let rise = if house.roof == RoofShape::Flat { 0.0 } else { (half_length.min(half_width) * 0.6).clamp(1.0, 6.0) };
        let building = Building {
            id: self.id(),
            name: self.name(),
            usage: Sourced::modelled(house.usage),
            levels: Sourced::modelled(house.storeys as u8),
            height: Sourced::modelled(Decimetres::from_metres(house.height() + rise)),
            roof: Sourced::modelled(house.roof),
            roof_height: Decimetres::from_metres(rise),
            ..Building::default()
        };
        self.region.buildings.push(building, ShapeKind::Area, [&positions(&footprint.corners())[..]]);
    }

    pub(super) fn add_masts(&mut self, mast: &MastShape) {
        let count = self.value(&mast.count).round().clamp(0.0, MOST) as usize;
        let area = self.area().filter(|_| count > 1);
        let places: Vec<P> = match area {
            Some(area) => area.spread(self.front, count),
            None => vec![self.place(&mast.right, &mast.behind); count.min(1)],
        };
        let height = Sourced::modelled(Decimetres::from_metres(self.value(&mast.height)));
        for place in places.into_iter().filter(|place| self.area().is_none_or(|area| area.contains(*place))).collect::<Vec<P>>() {
            let mast = Mast { id: self.id(), name: self.name(), height, ..Mast::default() };
            self.region.masts.push_point(mast, position(place));
        }
    }

    pub(super) fn add_ground(&mut self, ground: &Ground) {
        let area = self.area();
        let rings = match (&ground.length, &ground.width, area) {
            (Some(length), Some(width), area) => {
                let (length, width) = (self.value(length), self.value(width));
                let centre = self.place(&ground.right, &ground.behind);
                let corners = Oblong::new(centre, self.front.along, length, width).corners();
                match area {
                    _ if length < 1.0 || width < 1.0 => Vec::new(),
                    Some(area) => area.cut(&corners),
                    None => vec![positions(&corners)],
                }
            }
            (_, _, area) => area.map(|area| area.whole()).unwrap_or_default(),
        };
        self.add_cover(ground.cover, &rings);
    }

    /// Covers the ground within rings; nothing where there is none.
    pub fn add_cover(&mut self, kind: CoverKind, rings: &[Vec<Position>]) {
        if !rings.is_empty() {
            let cover = Cover { id: self.id(), kind, ..Cover::default() };
            self.region.cover.push(cover, ShapeKind::Area, rings.iter().map(Vec::as_slice));
        }
    }
}
