//! The one place where local metres become engine space: x east, y up, z south, about an origin that moves with the eye.

use crate::viewer::app::viewpoint::Viewpoint;
use bevy::math::DVec3;
use bevy::prelude::*;

/// Where engine space has its zero (east, north, metres above sea level).
///
/// It follows the eye in steps, so that single precision is never asked for more than a few kilometres.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub struct EngineOrigin(pub DVec3);

impl EngineOrigin {
    /// A place (east, north, up) in engine space.
    pub fn engine(&self, place: DVec3) -> Vec3 {
        let way = place - self.0;
        Vec3::new(way.x as f32, way.z as f32, -way.y as f32)
    }

    /// A direction (east, north, up) in engine space.
    pub fn direction(direction: DVec3) -> Vec3 {
        Vec3::new(direction.x as f32, direction.z as f32, -direction.y as f32)
    }
}

/// Where an entity stands in the region; its transform follows from it.
#[derive(Component, Clone, Copy, Debug, PartialEq)]
#[require(Transform, Visibility)]
pub struct Anchored(pub DVec3);

/// Moves the origin after the eye, and everything anchored with it.
pub fn plugin(app: &mut App) {
    app.init_resource::<EngineOrigin>().add_systems(PostUpdate, (move_origin, place_anchored).chain().before(TransformSystems::Propagate));
}

/// Where the origin belongs for a viewpoint: on a grid as coarse as the view is wide.
pub fn origin_for(viewpoint: &Viewpoint) -> DVec3 {
    let step = (viewpoint.distance / 2.0).log2().ceil().exp2().clamp(64.0, 65_536.0);
    let snap = |value: f64| (value / step).round() * step;
    DVec3::new(snap(viewpoint.focus.x), snap(viewpoint.focus.y), snap(viewpoint.height))
}

fn move_origin(viewpoint: Res<Viewpoint>, mut origin: ResMut<EngineOrigin>) {
    origin.set_if_neq(EngineOrigin(origin_for(&viewpoint)));
}

fn place_anchored(origin: Res<EngineOrigin>, mut anchored: Query<(Ref<Anchored>, &mut Transform)>) {
    for (anchor, mut transform) in &mut anchored {
        if origin.is_changed() || anchor.is_changed() {
            transform.translation = origin.engine(anchor.0);
        }
    }
}
