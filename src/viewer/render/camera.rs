//! The camera and the sun of engine space, as the viewpoint and the hour have them.

use super::space::{EngineOrigin, origin_for};
use crate::viewer::app::daylight::Daylight;
use crate::viewer::app::quality::Quality;
use crate::viewer::app::view_size::ViewSize;
use crate::viewer::app::viewpoint::{FIELD_OF_VIEW, Viewpoint};
use bevy::camera::RenderTarget;
use bevy::core_pipeline::tonemapping::{DebandDither, Tonemapping};
use bevy::light::{CascadeShadowConfigBuilder, DirectionalLightShadowMap};
use bevy::math::DVec3;
use bevy::prelude::*;

/// The camera of the model.
#[derive(Component)]
pub struct ModelCamera;

/// The light that casts shadows in full quality.
#[derive(Component)]
struct Sun;

/// Where the camera draws, where it is not the window.
#[derive(Resource, Clone)]
pub struct PictureTarget(pub Handle<Image>);

/// Adds camera and sun.
pub fn plugin(app: &mut App) {
    app.insert_resource(DirectionalLightShadowMap { size: 2048 })
        .add_systems(Startup, add_camera)
        .add_systems(PostUpdate, (place_camera, place_sun).before(TransformSystems::Propagate))
        .add_systems(Update, set_quality);
}

fn add_camera(mut commands: Commands, target: Option<Res<PictureTarget>>) {
    let mut camera = commands.spawn((
        ModelCamera,
        Camera3d::default(),
        Camera { clear_color: ClearColorConfig::Custom(Color::srgb(0.78, 0.83, 0.87)), ..default() },
        Projection::Perspective(PerspectiveProjection { fov: FIELD_OF_VIEW as f32, ..default() }),
        Tonemapping::None,
        DebandDither::Disabled,
        Msaa::Off,
    ));
    if let Some(target) = target {
        camera.insert(RenderTarget::Image(target.0.clone().into()));
    }
    commands.spawn((Sun, DirectionalLight { illuminance: 10_000.0, shadow_maps_enabled: false, ..default() }));
}

fn set_quality(quality: Res<Quality>, mut camera: Single<&mut Msaa, With<ModelCamera>>, mut sun: Single<&mut DirectionalLight, With<Sun>>) {
    if quality.is_changed() {
        let full = *quality == Quality::Full;
        **camera = if full { Msaa::Sample4 } else { Msaa::Off };
        sun.shadow_maps_enabled = full;
    }
}

fn place_camera(
    viewpoint: Res<Viewpoint>,
    size: Res<ViewSize>,
    origin: Res<EngineOrigin>,
    camera: Single<(&mut Transform, &mut Projection), With<ModelCamera>>,
) {
    let (mut transform, mut projection) = camera.into_inner();
    // The origin moves in the same frame; both sides compute it alike.
    let origin = if origin.is_changed() { *origin } else { EngineOrigin(origin_for(&viewpoint)) };
    let [_, up, forward] = viewpoint.axes().map(EngineOrigin::direction);
    *transform = Transform::from_translation(origin.engine(viewpoint.eye())).looking_to(forward, up);
    if let Projection::Perspective(perspective) = &mut *projection {
        let near = (viewpoint.distance * 0.02).clamp(0.3, 2_000.0) as f32;
        if perspective.near != near || perspective.aspect_ratio != size.aspect() as f32 {
            perspective.near = near;
            perspective.aspect_ratio = size.aspect() as f32;
        }
    }
}

/// Shadows reach as far as they can be told apart.
fn place_sun(
    quality: Res<Quality>,
    day: Res<Daylight>,
    viewpoint: Res<Viewpoint>,
    sun: Single<(Entity, &mut Transform, &mut DirectionalLight), With<Sun>>,
    mut commands: Commands,
    mut reach: Local<f64>,
) {
    if *quality == Quality::Lite {
        return;
    }
    let (entity, mut transform, mut light) = sun.into_inner();
    let toward = day.toward_sun.max(Vec3::new(-1.0, 0.02, -1.0));
    *transform = Transform::default().looking_to(-toward, if toward.y.abs() > 0.99 { Vec3::X } else { Vec3::Y });
    light.shadow_maps_enabled = day.elevation > 0.01 && viewpoint.distance < 9_000.0;
    let wanted = (viewpoint.distance * 2.6).log2().ceil().exp2().clamp(256.0, 16_384.0);
    if *reach != wanted {
        *reach = wanted;
        let cascades = CascadeShadowConfigBuilder {
            num_cascades: 3,
            minimum_distance: (wanted * 0.01) as f32,
            first_cascade_far_bound: (wanted * 0.22) as f32,
            maximum_distance: wanted as f32,
            overlap_proportion: 0.15,
        };
        commands.entity(entity).insert(cascades.build());
    }
}

/// Where a place is in engine space, for what is drawn beside the model.
pub fn engine_point(origin: &EngineOrigin, place: DVec3) -> Vec3 {
    origin.engine(place)
}
