//! The value under the pointer.

use super::Overlay;
use super::dress::{SPOT, seen_on, shapes};
use super::sheet::Sheets;
use crate::twin::catalog::distance::distance;
use crate::twin::model::building::Building;
use crate::twin::model::feature::Feature;
use crate::twin::model::layer::{ShapeKind, Shapes};
use crate::twin::model::space::Position;
use crate::twin::model::street::Street;
use crate::twin::simulate::outcome::Field;
use crate::viewer::app::comparison::Comparing;
use crate::viewer::app::library::Solutions;
use crate::viewer::app::navigate::Pointer;
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::session::Session;
use crate::viewer::app::viewpoint::Viewpoint;
use crate::viewer::app::views::Views;
use bevy::prelude::*;
use std::cmp::Ordering;

/// How near to a building the pointer must be [m].
const BUILDING: f64 = 8.0;
/// How near to a street [m].
const STREET: f64 = 25.0;

/// Of what else has values: as near as so many times the eye's distance, but at least as near as to a street.
const FINGER: f64 = 0.012;

/// A value under the pointer, in the view that the pointer is in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Under {
    /// The layer of the feature that it is of, and its number there; none where it is of the ground.
    pub feature: Option<(&'static str, u32)>,
    /// The value.
    pub value: f32,
    /// The value as it is, where differences are shown.
    pub before: Option<f32>,
    /// What its width means.
    pub width: Option<f32>,
}

/// Finds the feature under the pointer and its value; where there is none, the value of the ground.
#[allow(clippy::too_many_arguments)]
pub fn look(
    pointer: Res<Pointer>,
    session: Res<Session>,
    solutions: Res<Solutions>,
    comparing: Res<Comparing>,
    proposals: Res<Proposals>,
    views: Res<Views>,
    viewpoint: Res<Viewpoint>,
    sheets: Res<Sheets>,
    mut overlay: ResMut<Overlay>,
) {
    let of_feature = || {
        let spec = overlay.shown().filter(|_| comparing.is_of(&session))?;
        let (region, survey) = (session.region()?, solutions.survey(&session)?);
        let place = pointer.ground?;
        let at = Position::from_metres(place.x, place.y);
        let measured = comparing.measured(views.ids(&proposals).get(pointer.view)?)?;
        let finger = STREET.max(viewpoint.distance * FINGER);
        let alone = |(feature, gap): (usize, f64)| Near { feature, gap, size: 0.0 };
        let nearest = |field: &Field| match field.layer {
            Building::LAYER => survey.buildings.nearest(&region.buildings.shapes, at).map(alone).filter(|near| near.gap <= BUILDING),
            Street::LAYER => survey.streets.nearest(&region.streets.shapes, at).map(alone).filter(|near| near.gap <= STREET),
            // What is drawn wide from afar is pointed at as roughly; few of them have values.
            layer => Near::of(field, shapes(region, layer)?, at).filter(|near| near.gap <= finger),
        };
        let fields = spec.fields().filter_map(|id| measured.field(id));
        let found = fields.filter_map(|field| Some((field, nearest(field)?)));
        let (field, near) = found.min_by(|(_, a), (_, b)| a.order(b))?;
        let feature = near.feature as u32;
        let value =
            |field: &Field| field.values.binary_search_by_key(&feature, |(known, _)| *known).ok().map(|index| field.values[index].1);
        let before = comparing.measured("").filter(|_| overlay.difference).and_then(|base| value(base.field(field.id)?));
        let width = spec.width.filter(|(id, _)| *id != spec.id).and_then(|(id, _)| value(measured.field(id)?));
        Some(Under { feature: Some((field.layer, feature)), value: value(field)?, before, width })
    };
    let of_ground = || {
        let (place, (spec, laid)) = (pointer.ground?, sheets.in_view(pointer.view)?);
        let value = laid.values.at([place.x, place.y]).filter(|value| *value > spec.floor[0])?;
        Some(Under { feature: None, value, before: None, width: None })
    };
    let under = of_feature().or_else(of_ground);
    if overlay.under != under {
        overlay.under = under;
    }
}

/// A feature near the pointer.
struct Near {
    feature: usize,
    /// How far it is [m].
    gap: f64,
    /// Ground on which it is seen [m²].
    size: f64,
}

impl Near {
    /// The nearest of the features that have values.
    fn of(field: &Field, shapes: &Shapes, at: Position) -> Option<Self> {
        let known = field.values.iter().map(|(feature, _)| *feature as usize).filter(|feature| *feature < shapes.len());
        let near = known.map(|feature| {
            let shape = shapes.get(feature);
            let spot = if shape.kind == ShapeKind::Point { SPOT } else { 0.0 };
            Self { feature, gap: (distance(&shape, at) - spot).max(0.0), size: seen_on(&shape) }
        });
        near.min_by(Self::order)
    }

    /// Which is pointed at: the nearer one, and of those that lie over one another the smaller one, which is seen.
    fn order(&self, other: &Self) -> Ordering {
        self.gap.total_cmp(&other.gap).then(self.size.total_cmp(&other.size))
    }
}
