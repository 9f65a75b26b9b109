//! What is pointed at, and everything that is known about it: each value with where it comes from.

use super::ground;
use super::measure::Measure;
use super::session::Session;
use super::viewpoint::Viewpoint;
use crate::twin::model::feature::{Feature, Field, Value};
use crate::twin::model::id::FeatureId;
use crate::twin::model::layer::{Layer, Shape};
use crate::twin::model::names::{Name, Strings};
use crate::twin::model::region::{LayerVisitor, Region};
use crate::twin::model::space::{Bounds, Position};
use bevy::math::{DVec2, DVec3};
use bevy::prelude::*;

/// A feature of the open region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FeatureAt {
    /// Name of its layer.
    pub layer: &'static str,
    /// Its place in the layer.
    pub index: usize,
}

/// Everything known about a feature.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Its stable reference.
    pub id: FeatureId,
    /// What it is called.
    pub name: Name,
    /// Attributes with their values; unknown ones are left out.
    pub values: Vec<(Field, Value)>,
    /// Where its pin stands.
    pub anchor: Position,
    /// The box around it.
    pub bounds: Bounds,
    /// Its area on the plane [m²].
    pub area: f64,
    /// Length of its lines [m].
    pub length: f64,
    /// Its outline or line, for the highlight.
    pub parts: Vec<Vec<Position>>,
    /// Whether the parts are closed.
    pub closed: bool,
}

/// What is pointed at.
#[derive(Resource, Debug, Default)]
pub struct Selection {
    at: Option<FeatureAt>,
}

/// A click on the model.
#[derive(Message, Clone, Copy, Debug)]
pub struct Clicked {
    /// Point of the picture.
    pub point: Vec2,
    /// The ground under it.
    pub ground: Option<DVec3>,
    /// Whether it is the second of a double click.
    pub double: bool,
}

/// Adds the selection.
pub fn plugin(app: &mut App) {
    app.init_resource::<Selection>().add_message::<Clicked>().add_systems(Update, (measure_by_click, forget_closed));
}

fn measure_by_click(mut clicks: MessageReader<Clicked>, mut measure: ResMut<Measure>) {
    for click in clicks.read() {
        if let (true, false, Some(place)) = (measure.active, click.double, click.ground) {
            measure.points.push(place.truncate());
        }
    }
}

/// What was pointed at in another region is nothing in this one.
fn forget_closed(session: Res<Session>, mut selection: ResMut<Selection>, mut generation: Local<u64>) {
    if *generation != session.opened() {
        *generation = session.opened();
        selection.at = None;
    }
}

/// Does something with one feature, whatever its layer.
struct OneFeature<'a, R> {
    at: FeatureAt,
    result: Option<R>,
    read: &'a dyn Fn(&dyn AnyFeature, Shape<'_>, &Strings) -> R,
}

/// A feature without its type.
trait AnyFeature {
    fn id(&self) -> FeatureId;
    fn name(&self) -> Name;
    fn values(&self, strings: &Strings) -> Vec<(Field, Value)>;
}

impl<T: Feature> AnyFeature for T {
    fn id(&self) -> FeatureId {
        Feature::id(self)
    }
    fn name(&self) -> Name {
        Feature::name(self)
    }
    fn values(&self, strings: &Strings) -> Vec<(Field, Value)> {
        T::ATTRIBUTES.iter().map(|attribute| (attribute.field, (attribute.get)(self, strings))).collect()
    }
}

impl<R> LayerVisitor for OneFeature<'_, R> {
    fn visit<T: Feature>(&mut self, layer: &Layer<T>, strings: &Strings) {
        if T::LAYER == self.at.layer && self.at.index < layer.len() {
            self.result = Some((self.read)(&layer.features[self.at.index], layer.shapes.get(self.at.index), strings));
        }
    }
}

fn read<R>(region: &Region, at: FeatureAt, read: &dyn Fn(&dyn AnyFeature, Shape<'_>, &Strings) -> R) -> Option<R> {
    let mut one = OneFeature { at, result: None, read };
    region.visit_layers(&mut one);
    one.result
}

impl Selection {
    /// Points at nothing, and says what it was.
    pub fn take(&mut self) -> Option<FeatureAt> {
        self.at.take()
    }

    /// What is pointed at.
    pub fn at(&self) -> Option<FeatureAt> {
        self.at
    }

    /// Points at something, or at nothing.
    pub fn set(&mut self, at: Option<FeatureAt>) {
        self.at = at;
    }

    /// Everything known about a feature.
    pub fn facts(region: &Region, at: FeatureAt) -> Facts {
        read(region, at, &|feature, shape, strings| Facts {
            id: feature.id(),
            name: feature.name(),
            values: feature.values(strings).into_iter().filter(|(_, value)| *value != Value::Null).collect(),
            anchor: shape.anchor(),
            bounds: shape.bounds(),
            area: shape.area(),
            length: if shape.kind == crate::twin::model::layer::ShapeKind::Line {
                shape.parts().map(crate::twin::model::space::length).sum()
            } else {
                0.0
            },
            parts: shape.parts().map(<[Position]>::to_vec).collect(),
            closed: shape.kind == crate::twin::model::layer::ShapeKind::Area,
        })
        .unwrap_or_default()
    }

    /// The name of a feature for a reader of that language; empty for none.
    pub fn name_of(region: &Region, at: FeatureAt, language: crate::twin::model::names::Language) -> String {
        read(region, at, &|feature, _, strings| feature.name().read(language, strings).to_owned()).unwrap_or_default()
    }

    /// The stable reference of a feature.
    pub fn id_of(region: &Region, at: FeatureAt) -> FeatureId {
        read(region, at, &|feature, _, _| feature.id()).unwrap_or_default()
    }

    /// The feature that `LAYER ID` names.
    pub fn by_id(region: &Region, text: &str) -> Option<FeatureAt> {
        struct Find<'a> {
            layer: &'a str,
            id: FeatureId,
            found: Option<FeatureAt>,
        }
        impl LayerVisitor for Find<'_> {
            fn visit<T: Feature>(&mut self, layer: &Layer<T>, _: &Strings) {
                if T::LAYER == self.layer {
                    let index = layer.features.iter().position(|feature| Feature::id(feature) == self.id);
                    self.found = index.map(|index| FeatureAt { layer: T::LAYER, index });
                }
            }
        }
        let (layer, id) = text.split_once(' ')?;
        let mut find = Find { layer, id: id.trim().parse().ok()?, found: None };
        region.visit_layers(&mut find);
        find.found
    }

    /// A view of a feature: near enough to see it, from where one already looks.
    pub fn view_of(region: &Region, at: FeatureAt, current: &Viewpoint) -> Option<Viewpoint> {
        let facts = Self::facts(region, at);
        let [width, height] = facts.bounds.size();
        let close = match at.layer {
            "places" => 5_000.0,
            "buildings" | "amenities" | "trees" | "masts" | "stops" => 380.0,
            _ => 700.0,
        };
        let focus = DVec2::from_array(facts.anchor.metres());
        let distance = (width.max(height) * 1.6).max(close);
        Some(Viewpoint { focus, height: ground::height(region, focus), distance, tilt: current.tilt.clamp(0.6, 1.2), ..*current }.clamped())
    }
}
