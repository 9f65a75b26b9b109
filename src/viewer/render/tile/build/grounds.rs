//! Grounds of institutions and sports grounds in the colours of an outcome, flat on the ground and on top of the streets: as areas where they
//! are known, else as spots.

use super::super::index::TileIndex;
use super::Builder;
use crate::twin::model::amenity::Amenity;
use crate::twin::model::cover::Cover;
use crate::twin::model::feature::Feature;
use crate::twin::model::layer::{ShapeKind, Shapes};
use crate::viewer::app::overlay::dress::{SPOT, seen_on};
use crate::viewer::render::mesh::surface::{Colour, Surface};
use bevy::math::DVec2;
use std::f64::consts::TAU;

/// Last level at which they are seen.
const UNTIL: u8 = 7;
/// Radius of the smallest spot [pixels]: what is smaller on screen is seen as one.
const SMALLEST: f64 = 3.5;
/// Corners of the smallest spot, and of a larger one.
const CORNERS: [u32; 2] = [8, 24];

impl Builder<'_> {
    /// Every ground that has a value, where that is the outcome; the smaller lie on the larger.
    pub(super) fn add_grounds(&self, surface: &mut Surface) {
        let Some(dress) = self.dress.filter(|_| self.key.level <= UNTIL) else { return };
        let (scenery, smallest) = (self.scenery, SMALLEST * self.stroke);
        let layers: [(&str, &TileIndex, &Shapes); 2] = [
            (Amenity::LAYER, &scenery.amenities, &scenery.region.amenities.shapes),
            (Cover::LAYER, &scenery.cover, &scenery.region.cover.shapes),
        ];
        let mut grounds = Vec::new();
        for (layer, index, shapes) in layers.into_iter().filter(|(layer, ..)| dress.is_of(layer)) {
            for feature in index.touching(self.key, smallest.max(SPOT)) {
                let shape = shapes.get(feature as usize);
                grounds.extend(dress.value(layer, feature as usize).map(|colour| (seen_on(&shape), shape, colour)));
            }
        }
        grounds.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (seen, shape, colour) in grounds {
            if shape.kind == ShapeKind::Area && seen > smallest * smallest {
                self.ground.drape_area(&self.rings(shape), self.flat_tolerance(), colour, surface);
            } else {
                let known = if shape.kind == ShapeKind::Area { 0.0 } else { SPOT };
                self.add_spot(self.local(shape.anchor()), [smallest, known], colour, surface);
            }
        }
    }

    /// A spot of a radius, but not smaller than it can be seen.
    fn add_spot(&self, middle: DVec2, [smallest, radius]: [f64; 2], colour: Colour, surface: &mut Surface) {
        let (corners, radius) = (CORNERS[usize::from(radius > smallest)], radius.max(smallest));
        let corner = |number: u32| middle + radius * DVec2::from_angle(TAU * f64::from(number) / f64::from(corners));
        for number in 0..corners {
            self.drape_within([middle, corner(number), corner(number + 1)], colour, surface);
        }
    }
}
