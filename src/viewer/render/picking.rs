//! What a click means: the nearest building along the look, else what lies on the ground there. Against the twin's own data.

use super::tile::scenery::{Proposed, Scenery};
use super::tile::tiles::Tiles;
use crate::twin::catalog::kind;
use crate::twin::catalog::site::Geometry;
use crate::twin::model::building::Part;
use crate::twin::model::layer::{Layer, Shape, ShapeKind};
use crate::twin::model::space::{Bounds, Position};
use crate::viewer::app::command::Invoke;
use crate::viewer::app::layers::Layers;
use crate::viewer::app::library::Solutions;
use crate::viewer::app::measure::Measure;
use crate::viewer::app::proposals::Proposals;
use crate::viewer::app::selection::{Clicked, FeatureAt, Selection};
use crate::viewer::app::tool::Tool;
use crate::viewer::app::view_size::ViewSize;
use crate::viewer::app::viewpoint::Viewpoint;
use crate::viewer::app::views::Views;
use bevy::math::{DVec2, DVec3};
use bevy::prelude::*;

/// How far before the ground a look may meet a building [m].
const REACH: f64 = 500.0;

/// Adds picking.
pub fn plugin(app: &mut App) {
    app.add_systems(Update, pick);
}

#[allow(clippy::too_many_arguments)]
fn pick(
    mut clicks: MessageReader<Clicked>,
    tiles: Res<Tiles>,
    viewpoint: Res<Viewpoint>,
    size: Res<ViewSize>,
    views: Res<Views>,
    layers: Res<Layers>,
    clickable: Clickable,
    mut selection: ResMut<Selection>,
    mut proposals: ResMut<Proposals>,
    mut invocations: MessageWriter<Invoke>,
) {
    let Some(click) = clicks.read().last().filter(|click| !click.double && clickable.picks()) else { return };
    let (Some(scenery), Some(place)) = (tiles.scenery(), click.ground) else { return };
    let view = views.at(click.point, &size);
    let frame = views.frame(view, &size);
    let ray = viewpoint.ray(frame.centred(click.point), frame.aspect());
    let pixel = viewpoint.metres_per_pixel(f64::from(size.points.y));
    let shown = |layer: &str| layers.look_of(layer).visible;
    let building = Some(()).filter(|()| shown("buildings") && pixel < 12.0).and_then(|()| building_along(scenery, place, ray));
    let found = || building.or_else(|| on_ground(scenery, place.truncate(), pixel, &shown));
    let proposal = tiles.proposed().filter(|_| view == 0).and_then(|proposed| proposal_along(proposed, place, ray, pixel));
    match proposal.filter(|_| clickable.tool.placing().is_none()) {
        Some(key) => _ = invocations.write(Invoke::with("choose", key)),
        None if clickable.tool.placing().is_some() => {
            if let Some(at) = found() {
                let id = Selection::id_of(&scenery.region, at);
                invocations.write(Invoke::with("place-on", format!("{} {id}", at.layer)));
            }
        }
        None => {
            proposals.chosen.clear();
            selection.set(found());
        }
    }
}

/// What a click may be meant for.
#[derive(bevy::ecs::system::SystemParam)]
struct Clickable<'w> {
    measure: Res<'w, Measure>,
    tool: Res<'w, Tool>,
    solutions: Res<'w, Solutions>,
}

impl Clickable<'_> {
    /// Whether it points at something, not at bare ground where a point is to be set.
    fn picks(&self) -> bool {
        let template = self.tool.placing().and_then(|placing| self.solutions.catalog.template(&placing.template));
        !self.measure.active && template.is_none_or(|template| kind::geometry(template) == Geometry::Existing)
    }
}

/// The key of the proposed solution that a look meets: the nearest that stands in its way, else what lies on the ground there.
fn proposal_along(proposed: &Proposed, place: DVec3, ray: DVec3, pixel: f64) -> Option<u32> {
    let near = Bounds::around([Position::from_metres(place.x, place.y)]).grown(REACH);
    let parts = proposed.within(&near);
    let met = parts.iter().filter_map(|(key, scenery)| Some((nearest_along(scenery, place, ray)?.0, *key)));
    let standing = met.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, key)| key);
    let lies = |scenery| on_ground(scenery, place.truncate(), pixel, &|_| true).is_some();
    standing.or_else(|| parts.iter().find(|(_, scenery)| lies(*scenery)).map(|(key, _)| *key))
}

/// The nearest building that a look meets on its way to a place on the ground.
pub fn building_along(scenery: &Scenery, place: DVec3, ray: DVec3) -> Option<FeatureAt> {
    nearest_along(scenery, place, ray).map(|(_, index)| FeatureAt { layer: "buildings", index: index as usize })
}

/// The same, and how far along the look it is.
fn nearest_along(scenery: &Scenery, place: DVec3, ray: DVec3) -> Option<(f64, u32)> {
    let run = ray.truncate().length().max(1e-6);
    let way = (REACH / run).min(250.0 / ray.z.abs().max(0.05));
    let start = place - ray * way;
    let mut candidates: Vec<u32> = (0..=8)
        .flat_map(|step| scenery.buildings.near((start + ray * way * f64::from(step) / 8.0).truncate().to_array(), REACH / 8.0 + 120.0))
        .collect();
    candidates.sort_unstable();
    candidates.dedup();
    let layer = &scenery.region.buildings;
    candidates
        .into_iter()
        .filter(|&index| layer.features[index as usize].part != Part::Outline)
        .filter_map(|index| Some((meet(scenery, index as usize, start, ray)?, index)))
        .filter(|(distance, _)| *distance <= way + 1.0)
        .min_by(|a, b| a.0.total_cmp(&b.0))
}

/// How far along the ray it meets a building taken as a prism.
fn meet(scenery: &Scenery, index: usize, start: DVec3, ray: DVec3) -> Option<f64> {
    let (building, shape) = (&scenery.region.buildings.features[index], scenery.region.buildings.shapes.get(index));
    let floor = scenery.ground(shape.anchor().metres());
    let (low, high) = (floor + building.min_height.metres() - 1.0, floor + building.height.value.metres());
    let roof = Some((high - start.z) / ray.z).filter(|way| *way >= 0.0).filter(|way| {
        let point = (start + ray * *way).truncate();
        shape.contains(Position::from_metres(point.x, point.y))
    });
    let walls = shape.parts().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1))).filter_map(|(a, b)| {
        let way = cross(start, ray, DVec2::from_array(a.metres()), DVec2::from_array(b.metres()))?;
        let height = start.z + ray.z * way;
        (low..=high).contains(&height).then_some(way)
    });
    walls.chain(roof).min_by(f64::total_cmp)
}

/// How far along the ray it crosses the vertical plane over an edge.
fn cross(start: DVec3, ray: DVec3, a: DVec2, b: DVec2) -> Option<f64> {
    let (edge, flat) = (b - a, ray.truncate());
    let denominator = flat.perp_dot(edge);
    let to = a - start.truncate();
    let (way, share) = (to.perp_dot(edge) / denominator, to.perp_dot(flat) / denominator);
    (way >= 0.0 && (0.0..=1.0).contains(&share)).then_some(way)
}

/// What lies at a place on the ground: the smallest thing first.
fn on_ground(scenery: &Scenery, place: DVec2, pixel: f64, shown: &dyn Fn(&str) -> bool) -> Option<FeatureAt> {
    let region = &scenery.region;
    let point = Position::from_metres(place.x, place.y);
    let slack = (pixel * 5.0).max(1.0);
    let near = |index: &super::tile::index::TileIndex| index.near(place.to_array(), slack + 30.0);
    let reach = |shape: Shape<'_>, half_width: f64| distance(shape, place) - half_width.max(0.0);
    let nearest = |layer: &'static str, found: Vec<u32>, gap: &dyn Fn(usize) -> f64| {
        found
            .into_iter()
            .filter(|_| shown(layer))
            .map(|index| (gap(index as usize), index))
            .filter(|(gap, _)| *gap < slack)
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, index)| FeatureAt { layer, index: index as usize })
    };
    let amenity = nearest("amenities", near(&scenery.amenities), &|index| {
        let shape = region.amenities.shapes.get(index);
        // What stands on the ground of an institution is meant before all of it.
        if shape.kind == ShapeKind::Area { f64::INFINITY } else { reach(shape, 0.0) }
    });
    let mast = nearest("masts", near(&scenery.masts), &|index| reach(region.masts.shapes.get(index), 0.0));
    let tree = || nearest("trees", near(&scenery.trees), &|index| reach(region.trees.shapes.get(index), 1.0)).filter(|_| pixel < 0.6);
    let street = || {
        nearest("highways", near(&scenery.streets), &|index| {
            reach(region.streets.shapes.get(index), region.streets.features[index].width.value.metres() / 2.0)
        })
    };
    let track = || nearest("railways", near(&scenery.railways), &|index| reach(region.railways.shapes.get(index), 2.0));
    let course = || nearest("water", near(&scenery.water), &|index| reach(region.water.shapes.get(index), 2.0));
    amenity
        .or(mast)
        .or_else(tree)
        .or_else(street)
        .or_else(track)
        .or_else(course)
        .or_else(|| inside("amenities", &region.amenities, near(&scenery.amenities), point, shown))
        .or_else(|| inside("landcover", &region.cover, near(&scenery.cover), point, shown))
        .or_else(|| inside("boundaries", &region.boundaries, near(&scenery.boundaries), point, shown))
}

/// The smallest area around a point.
fn inside<T: crate::twin::model::feature::Feature>(
    name: &'static str,
    layer: &Layer<T>,
    found: Vec<u32>,
    point: Position,
    shown: &dyn Fn(&str) -> bool,
) -> Option<FeatureAt> {
    found
        .into_iter()
        .filter(|_| shown(name))
        .map(|index| (layer.shapes.get(index as usize), index))
        .filter(|(shape, _)| shape.contains(point))
        .min_by(|a, b| a.0.area().total_cmp(&b.0.area()))
        .map(|(_, index)| FeatureAt { layer: name, index: index as usize })
}

/// Distance from a place to a shape [m]; zero inside an area.
fn distance(shape: Shape<'_>, place: DVec2) -> f64 {
    let at = |position: &Position| DVec2::from_array(position.metres());
    match shape.kind {
        ShapeKind::Point => shape.points().iter().map(|point| at(point).distance(place)).fold(f64::INFINITY, f64::min),
        ShapeKind::Area if shape.contains(Position::from_metres(place.x, place.y)) => 0.0,
        ShapeKind::Area => f64::INFINITY,
        ShapeKind::Line => shape
            .parts()
            .flat_map(|line| line.windows(2))
            .map(|pair| {
                let (a, b) = (at(&pair[0]), at(&pair[1]));
                let share = ((place - a).dot(b - a) / (b - a).length_squared().max(1e-9)).clamp(0.0, 1.0);
                place.distance(a.lerp(b, share))
            })
            .fold(f64::INFINITY, f64::min),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::import::synthetic;
    use std::sync::Arc;

    #[test]
    fn a_look_down_onto_a_roof_finds_its_building() {
        let scenery = Scenery::new(Arc::new(synthetic::region(200)));
        let shape = scenery.region.buildings.shapes.get(77);
        let [east, north] = shape.anchor().metres();
        let place = DVec3::new(east, north, 0.0);
        assert_eq!(building_along(&scenery, place, DVec3::NEG_Z), Some(FeatureAt { layer: "buildings", index: 77 }));
        let beside = DVec3::new(shape.bounds().min[0] - 2.0, north, 0.0);
        assert_eq!(building_along(&scenery, beside, DVec3::NEG_Z), None);
    }
}
