//! What runs along a drawn line: streets, cables, pipes.

use super::builder::Builder;
use super::network::Joints;
use crate::twin::catalog::shape::{Ribbon, Way};
use crate::twin::model::connectivity::Cable;
use crate::twin::model::feature::Decimetres;
use crate::twin::model::layer::ShapeKind;
use crate::twin::model::origin::Sourced;
use crate::twin::model::street::{Street, Surface};
use crate::twin::model::vector::{P, parallel, positions};

impl Builder<'_, '_> {
    pub(super) fn add_ribbon(&mut self, ribbon: &Ribbon) {
        let width = self.value(&ribbon.width);
        if self.points().len() < 2 || width <= 0.0 {
            return;
        }
        let line = parallel(self.points(), self.value(&ribbon.right));
        if let Some(way) = &ribbon.way {
            let above = self.value(&ribbon.height) > 0.0;
            self.add_way(way, width, above, &line);
        }
        if let Some(kind) = ribbon.carries {
            let cable = Cable { id: self.id(), name: self.name(), kind: Sourced::modelled(kind) };
            self.region.cables.push(cable, ShapeKind::Line, [&positions(&line)[..]]);
        }
    }

    fn add_way(&mut self, way: &Way, width: f64, above: bool, line: &[P]) {
        let [lanes, speed] = [&way.lanes, &way.speed].map(|formula| self.value(formula).round().clamp(0.0, 255.0) as u8);
        let street = Street {
            id: self.id(),
            name: self.name(),
            class: way.class,
            lanes: Sourced::modelled(lanes),
            speed: Sourced::modelled(speed),
            width: Sourced::modelled(Decimetres::from_metres(width)),
            surface: Sourced::assumed(Surface::Asphalt),
            bridge: above,
            level: i8::from(above),
            ..Street::default()
        };
        let points = positions(line);
        let last = points.len() - 1;
        Joints::new(self.region).add(self.region, street, &points, &[0, last]);
    }
}
